/** How good the questions of a test are, as a page to read: difficulty, agreement with the rest, and which wrong answers are chosen. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Model } from "#kernel/questionnaire/model.ts";
import { FEWEST_FOR_D, type TestFacts } from "#methods/learning/items.ts";
import { Details } from "#platform/ui/content.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import { DataTable, Downloads, Filters, type Column } from "#platform/ui/lists.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { Bar, Card, Columns, EmptyState, Figure, Section } from "#platform/ui/parts.tsx";
import type { Text } from "#platform/i18n/text.ts";
import type { SessionFacts } from "#modules/sessions";
import type { QuestionAnalysis, QuestionFacts } from "../figures.ts";
import { paths } from "../paths.ts";
import { w } from "../words-questions.ts";
import { w as pages } from "../words.ts";
import { w as said } from "../words-answer.ts";
import { labelIn, percentText } from "./pictures.tsx";

export interface QuestionsProps {
  readonly shell: Shell;
  readonly session: SessionFacts;
  readonly model: Model | null;
  readonly analysis: QuestionAnalysis | null;
  readonly kind: "pre" | "post";
  readonly of: "session" | "course";
}

/** From here on a test tells people apart well enough; below the second, hardly (Nunnally 1978). */
const GOOD = 0.7;
const FAIR = 0.5;
/** Agreement with the rest below which a question says little; below zero its key is in doubt. */
const WEAK = 0.1;
const EASY = 0.95;

function verdictOf(test: TestFacts): Text {
  if (test.alpha === null) return w.unknown;
  return test.alpha >= GOOD ? w.good : test.alpha >= FAIR ? w.fair : w.poor;
}

/** What a question’s figures come to, as a mark and a word. */
export function verdictOn(one: QuestionFacts): { readonly tone: Tone; readonly text: Text } {
  // One slip among people who all know it would turn an easy question’s r around.
  if (one.difficulty >= EASY) return { tone: "watch", text: w.easy };
  if (one.itemRest !== null && one.itemRest < 0) return { tone: "late", text: w.backwards };
  if (one.suspects.length > 0) return { tone: "watch", text: w.doubtful };
  if (one.itemRest === null || one.itemRest < WEAK) return { tone: "watch", text: w.weak };
  return { tone: "good", text: w.fine };
}

function columnsOf(shell: Shell, enough: boolean): Column<QuestionFacts & { readonly number: number }>[] {
  const { say, language } = shell;
  const number = (value: number | null): string => (value === null ? "–" : formatNumber(value, language, 2));
  return [
    { key: "question", head: say(w.question), cell: (one) => `${one.number}. ${labelIn(one.question.label, language)}` },
    {
      key: "difficulty",
      head: say(w.difficulty),
      numeric: true,
      close: "labelled",
      cell: (one) => (
        <>
          {percentText(one.difficulty * 100, language)} <Bar share={one.difficulty} />
        </>
      ),
    },
    { key: "rest", head: say(w.rest), numeric: true, close: "labelled", cell: (one) => number(one.itemRest) },
    ...(enough
      ? [
          {
            key: "d",
            head: say(w.discrimination),
            numeric: true,
            close: "labelled" as const,
            cell: (one: QuestionFacts) => number(one.discrimination),
          },
        ]
      : []),
    { key: "without", head: say(w.without), numeric: true, close: "labelled", cell: (one) => number(one.alphaWithout) },
    {
      key: "verdict",
      head: say(w.verdict),
      cell: (one) => {
        const { tone, text } = verdictOn(one);
        return <StatusTag tone={tone}>{say(text)}</StatusTag>;
      },
    },
  ];
}

function choiceName(props: QuestionsProps, one: QuestionFacts, choice: string): string {
  const { shell, model } = props;
  if (choice === "") return shell.say(w.blank);
  const every = Object.values(model?.lists ?? {}).flat();
  const name = (code: string): string => {
    const found = one.question.choices.includes(code)
      ? listOf(model, one)?.find((each) => each.name === code)
      : every.find((each) => each.name === code);
    return found === undefined ? code : labelIn(found.label, shell.language) || code;
  };
  return choice.split(" ").map(name).join(", ");
}

/** The list of choices of a question: the one with exactly its choices. */
function listOf(model: Model | null, one: QuestionFacts): Model["lists"][string] | undefined {
  let items = model?.items ?? [];
  for (const part of one.question.path.slice(1).split("/")) {
    const found = items.find((item) => item.name === part);
    if (found === undefined) return undefined;
    if (found.kind === "question") return model?.lists[found.list];
    items = found.items;
  }
  return undefined;
}

function Choices({ props, one, number }: { readonly props: QuestionsProps; readonly one: QuestionFacts; readonly number: number }): VNode {
  const { shell } = props;
  const { say, language } = shell;
  const label = `${number}. ${labelIn(one.question.label, language)}`;
  return (
    <Details summary={label}>
      <DataTable
        say={say}
        caption={label}
        close
        rows={one.options}
        columns={[
          {
            key: "choice",
            head: say(w.choice),
            cell: (option) => (
              <>
                {choiceName(props, one, option.choice)} {option.right && <b>({say(w.right)})</b>}
              </>
            ),
          },
          {
            key: "chosen",
            head: say(w.chosen),
            numeric: true,
            close: "labelled",
            cell: (option) => `${option.chosen} (${percentText(option.share * 100, language)})`,
          },
          {
            key: "rest",
            head: say(w.restMean),
            numeric: true,
            close: "labelled",
            cell: (option) => (option.restMean === null ? "–" : formatNumber(option.restMean, language, 1)),
          },
        ]}
      />
      {one.suspects.map((choice) => (
        <p>{say(w.suspect, { choice: choiceName(props, one, choice) })}</p>
      ))}
    </Details>
  );
}

function Judged({ props, analysis }: { readonly props: QuestionsProps; readonly analysis: QuestionAnalysis }): VNode {
  const { shell, session, kind, of } = props;
  const { say, language } = shell;
  const { test } = analysis;
  const number = (value: number | null, places: number): string => (value === null ? "–" : formatNumber(value, language, places));
  const most = analysis.questions.reduce((sum, one) => sum + one.question.points, 0);
  const rows = analysis.questions.map((one, index) => ({ ...one, number: index + 1 }));
  const file = (what: string, format: string): string => `${paths.file(session.id, what)}?kind=${kind}&of=${of}&format=${format}`;
  return (
    <>
      <Columns kind="thirds">
        <Card>
          <Figure value={number(test.alpha, 2)} label={say(w.alpha)} note={say(w.alphaNote)} />
        </Card>
        <Card>
          <Figure value={number(test.sem, 1)} label={say(w.sem)} note={say(w.semNote)} />
        </Card>
        <Card>
          <Figure value={say(w.ofPoints, { mean: number(test.totalMean, 1), most })} label={say(w.mean)} share={test.totalMean / most} />
        </Card>
      </Columns>
      <Section
        id="items"
        title={say(w.caption)}
        note={test.enough ? undefined : say(w.dHidden, { fewest: FEWEST_FOR_D, people: test.people })}
      >
        <DataTable say={say} caption={say(w.caption)} columns={columnsOf(shell, test.enough)} rows={rows} close />
        <Downloads
          say={say}
          files={["csv", "xlsx", "json"].map((format) => ({ href: file("questions", format), format: format.toUpperCase() }))}
        />
        <Details summary={say(w.words)}>
          <p>{say(w.wordsText)}</p>
        </Details>
      </Section>
      <Section id="choices" title={say(w.choices)}>
        {rows.map((one) => (
          <Choices props={props} one={one} number={one.number} />
        ))}
        <Downloads
          say={say}
          files={["csv", "xlsx", "json"].map((format) => ({ href: file("choices", format), format: format.toUpperCase() }))}
        />
      </Section>
    </>
  );
}

/** The page. */
export function QuestionsView(props: QuestionsProps): VNode {
  const { shell, session, analysis, kind, of } = props;
  const { say, language } = shell;
  const alpha = analysis?.test.alpha;
  const verdict = analysis === null ? "" : say(verdictOf(analysis.test), { alpha: alpha == null ? "" : formatNumber(alpha, language, 2) });
  return (
    <Frame
      shell={shell}
      title={say(w.title, { session: session.title })}
      lead={analysis === null ? undefined : say(w.lead, { people: analysis.test.people, items: analysis.questions.length, verdict })}
      back={{ href: paths.session(session.id), text: say(pages.back) }}
      current={paths.tests}
    >
      <Filters
        say={say}
        action={paths.items(session.id)}
        fields={[
          {
            name: "kind",
            label: say(w.whichTest),
            value: kind,
            options: [
              { value: "post", text: say(said.post) },
              { value: "pre", text: say(said.pre) },
            ],
          },
          {
            name: "of",
            label: say(w.whose),
            value: of,
            options: [
              { value: "session", text: say(w.ofSession) },
              { value: "course", text: say(w.ofAll) },
            ],
          },
        ]}
      />
      {analysis === null ? <EmptyState>{say(w.empty)}</EmptyState> : <Judged props={props} analysis={analysis} />}
    </Frame>
  );
}
