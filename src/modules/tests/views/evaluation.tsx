/** What people said a session was worth to them: marks beside other sessions of the course, choices, and their own words without names. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Button } from "#platform/ui/forms.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import { Downloads, Table } from "#platform/ui/lists.tsx";
import { Notice, Section } from "#platform/ui/parts.tsx";
import type { SessionFacts } from "#modules/sessions";
import type { ChoiceCounts, Evaluation, WordsGiven } from "../opinions.ts";
import { paths } from "../paths.ts";
import { w } from "../words-questions.ts";
import { w as pages } from "../words.ts";
import { labelIn, marksOf, MarksPicture, percentText } from "./pictures.tsx";

/** Means of the same question at other sessions of the course. */
export interface OtherMeans {
  readonly sessions: number;
  readonly means: ReadonlyMap<string, number>;
}

export interface EvaluationProps {
  readonly shell: Shell;
  readonly session: SessionFacts;
  readonly evaluation: Evaluation | null;
  readonly people: number;
  readonly others: OtherMeans;
  readonly conducts: boolean;
  readonly notice: string | null;
}

function leadOf({ shell, evaluation, people }: EvaluationProps): string {
  const { say, language } = shell;
  if (evaluation === null) return say(w.evaluationNone);
  const { answers, smallest, satisfaction } = evaluation;
  if (!evaluation.shown || satisfaction === null) return say(w.evaluationFew, { answers, people, smallest });
  return say(w.evaluationLead, { answers, people, share: percentText(satisfaction * 100, language) });
}

function Choices({ shell, of }: { readonly shell: Shell; readonly of: readonly ChoiceCounts[] }): VNode | null {
  if (of.length === 0) return null;
  const { say, language } = shell;
  return (
    <Section id="choices" title={say(w.choicesHead)}>
      {of.map((one) => (
        <Table
          caption={labelIn(one.label, language)}
          captionClass="govuk-table__caption--s"
          head={[{ text: say(w.choice) }, { text: say(w.count), numeric: true }]}
          rows={one.levels.map((level) => [
            { text: labelIn(level.label, language) || level.name },
            { text: String(level.count), numeric: true },
          ])}
          firstCellIsHeader
        />
      ))}
    </Section>
  );
}

function Words({
  shell,
  of,
  conducts,
}: {
  readonly shell: Shell;
  readonly of: readonly WordsGiven[];
  readonly conducts: boolean;
}): VNode | null {
  if (of.length === 0) return null;
  const { say, language } = shell;
  return (
    <Section id="words" title={say(w.wordsHead)} note={say(conducts ? w.wordsNote : w.wordsHidden)}>
      {conducts &&
        of.map((one) => (
          <>
            <h3>{labelIn(one.label, language)}</h3>
            {one.texts.length === 0 ? (
              <p class="in-small">{say(w.wordsNone)}</p>
            ) : (
              <ul class="govuk-list govuk-list--bullet">
                {one.texts.map(({ text, language: written }) => (
                  <li lang={written === language ? undefined : written}>{text}</li>
                ))}
              </ul>
            )}
          </>
        ))}
    </Section>
  );
}

/** The page. */
export function EvaluationView(props: EvaluationProps): VNode {
  const { shell, session, evaluation, others, conducts, notice } = props;
  const { say, language } = shell;
  const otherText = (path: string): string => {
    const mean = others.means.get(path);
    return say(w.others, {
      count: mean === undefined ? 0 : others.sessions,
      mean: mean === undefined ? "" : formatNumber(mean, language, 1),
    });
  };
  const file = (format: string): string => `${paths.file(session.id, "marks")}?format=${format}`;
  return (
    <Frame
      shell={shell}
      title={say(pages.evaluationTitle, { session: session.title })}
      lead={leadOf(props)}
      back={{ href: paths.session(session.id), text: say(pages.back) }}
      current={paths.tests}
      notice={
        notice === null ? undefined : (
          <Notice tone="good" live>
            <p>{notice}</p>
          </Notice>
        )
      }
      actions={
        conducts && evaluation !== null ? (
          <Button href={paths.opinionPaper(session.id)} variant="secondary">
            {say(w.typeOpinion)}
          </Button>
        ) : undefined
      }
    >
      {evaluation?.shown === true && marksOf(evaluation).length > 0 && (
        <Section id="marks" title={say(w.marks)}>
          <MarksPicture voice={{ say, language }} session={session} evaluation={evaluation} others={otherText} />
          <Downloads say={say} files={["csv", "xlsx", "json"].map((format) => ({ href: file(format), format: format.toUpperCase() }))} />
        </Section>
      )}
      {evaluation?.shown === true && <Choices shell={shell} of={evaluation.questions.filter((one) => one.kind === "choice")} />}
      {evaluation?.shown === true && (
        <Words shell={shell} of={evaluation.questions.filter((one) => one.kind === "words")} conducts={conducts} />
      )}
    </Frame>
  );
}
