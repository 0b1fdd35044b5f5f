/** Answers to read: to check them before they are sent, and as they were sent. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { ActionForm, RefusedAction } from "#platform/ui/buttons.tsx";
import { Panel } from "#platform/ui/content.tsx";
import { CheckAnswers, type CheckedAnswer, SummaryList } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import type { Content } from "#platform/ui/markup.ts";
import { MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { ReadGroup, ReadLine } from "../read.ts";
import { w } from "../words-answer.ts";

interface GroupsProps {
  readonly shell: Shell;
  readonly sitting: string;
  readonly groups: readonly ReadGroup[];
  readonly fileNames: Readonly<Record<string, string>>;
}

function answerText({ shell, sitting, fileNames }: Omit<GroupsProps, "groups">, line: ReadLine): Content {
  if (line.file !== null) return <Link href={paths.file(sitting, line.file)}>{fileNames[line.file] ?? line.file}</Link>;
  if (line.answer === "") return <span class="in-small">{shell.say(w.notAnswered)}</span>;
  return line.answer.split("\n").map((text, index) => (
    <>
      {index > 0 && <br />}
      {text}
    </>
  ));
}

function grouped(props: GroupsProps, changeable: boolean): { title: string; answers: CheckedAnswer[] }[] {
  let last = "";
  return props.groups.map((group) => {
    const title = group.heading === last ? "" : group.heading;
    last = group.heading;
    const answers = group.lines.map((line) => ({
      question: line.label,
      answer:
        line.problem === null ? (
          answerText(props, line)
        ) : (
          <>
            {answerText(props, line)} <strong class="govuk-error-message">{line.problem}</strong>
          </>
        ),
      changeHref: changeable ? `${paths.page(props.sitting, group.page.key)}?from=check` : undefined,
    }));
    return { title, answers };
  });
}

export interface CheckProps extends GroupsProps {
  readonly title: string;
  /** “Send in as Sector Executive Secretary”. */
  readonly button: string;
  readonly back: string;
  readonly savedAt?: string;
}

/** Everything once more before it is sent. What is missing is named on top, each with the way to its page. */
export function CheckView(props: CheckProps): VNode {
  const { shell, sitting, groups, title, button, back, savedAt } = props;
  const { say } = shell;
  const errors = groups.flatMap((group) =>
    group.lines.flatMap((line) =>
      line.problem === null
        ? []
        : [
            {
              text: say(w.stillOpen, { label: line.label, problem: line.problem }),
              href: `${paths.page(sitting, group.page.key)}?from=check`,
            },
          ],
    ),
  );
  return (
    <Frame
      shell={shell}
      title={say(w.check)}
      caption={title}
      lead={say(w.checkLead)}
      errors={errors}
      back={{ href: back }}
      width="reading"
      current={paths.mine}
    >
      {errors.length > 0 ? (
        <>
          {grouped(props, true).map((group) => (
            <>
              {group.title && <h2>{group.title}</h2>}
              <SummaryList
                rows={group.answers.map(({ question, answer, changeHref }) => ({
                  key: question,
                  value: answer,
                  actions: changeHref ? [{ href: changeHref, text: say(w.change), hidden: question }] : [],
                }))}
              />
            </>
          ))}
        </>
      ) : (
        <CheckAnswers
          say={say}
          groups={grouped(props, true)}
          action={paths.submit(sitting)}
          csrf={shell.formToken}
          button={button}
          statement={<p class="in-sec">{say(w.sendNote)}</p>}
        />
      )}
      {savedAt !== undefined && (
        <div class="in-sec">
          <Notice mark="good">{say(w.saved, { time: savedAt })}</Notice>
        </div>
      )}
    </Frame>
  );
}

export interface ReadProps extends GroupsProps {
  readonly title: string;
  readonly lead: { readonly text: Text; readonly values?: Values };
  readonly note?: string;
  readonly withdraw?: { readonly note: string } | { readonly refusal: string };
}

/** What was answered, with the questions as they were asked. */
export function ReadView(props: ReadProps): VNode {
  const { shell, sitting, title, lead, note, withdraw } = props;
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.readTitle)} caption={title} lead={say(lead.text, lead.values)} width="reading" current={paths.mine}>
      {note !== undefined && <Notice>{note}</Notice>}
      {grouped(props, false).map((group) => (
        <>
          {group.title && <h2 class="in-sec">{group.title}</h2>}
          <SummaryList rows={group.answers.map(({ question, answer }) => ({ key: question, value: answer }))} />
        </>
      ))}
      {withdraw !== undefined && (
        <div class="in-sec">
          {"note" in withdraw ? (
            <ActionForm
              action={paths.withdraw(sitting)}
              csrf={shell.formToken}
              text={say(w.withdraw)}
              variant="secondary"
              note={withdraw.note}
            />
          ) : (
            <RefusedAction id="withdraw" text={say(w.withdraw)} reason={withdraw.refusal} />
          )}
        </div>
      )}
    </Frame>
  );
}

/** It is sent. */
export function DoneView({
  shell,
  title,
  reference,
  sitting,
  back,
}: {
  readonly shell: Shell;
  readonly title: string;
  readonly reference: string;
  readonly sitting: string;
  readonly back: string;
}): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.sentTitle)} heading={false} width="reading" current={paths.mine}>
      <Panel title={say(w.sentTitle)}>
        {title}
        <br />
        {say(w.sentReference, { reference })}
      </Panel>
      <Section id="next" title={say(w.mine)} titleHidden>
        <p>{say(w.privacy)}</p>
        <MoreLinks>
          <Link href={paths.answer(sitting)}>{say(w.readAnswers)}</Link>
          <Link href={back}>{say(w.mine)}</Link>
        </MoreLinks>
      </Section>
    </Frame>
  );
}
