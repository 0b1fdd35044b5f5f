/** One task with its questions, answers and evidence; my own tasks; the questions to my post. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Evidence } from "#kernel/commitment/commitments.ts";
import type { Reading } from "#kernel/commitment/readings.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { Button, ButtonGroup, FileUpload, Form, Textarea } from "#platform/ui/forms.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { EmptyState, Notice, Section } from "#platform/ui/parts.tsx";
import { SummaryList } from "#platform/ui/summaries.tsx";
import { Table } from "#platform/ui/tables.tsx";
import { paths } from "../paths.ts";
import type { TaskRow } from "../schema.ts";
import { w } from "../words.ts";
import { w as answers } from "../words-answers.ts";
import { StandingTag } from "./parts.tsx";

export interface TaskProps {
  readonly shell: Shell;
  readonly task: TaskRow;
  readonly session: { readonly id: string; readonly title: string; readonly href: string | null };
  readonly supervisor: string | null;
  readonly readings: readonly Reading[];
  readonly evidence: readonly Evidence[];
  readonly today: string;
  readonly differs: boolean;
  /** Questions that the reader herself is asked now. */
  readonly mine: ReadonlySet<string>;
  readonly mayAdd: boolean;
  readonly error?: string;
}

function AnswerCell({ shell, reading, today }: { shell: Shell; reading: Reading; today: string }): VNode {
  const { say, pack } = shell;
  if (reading.answer !== null) {
    const barrier = codesOf(pack, "work_barrier").find((code) => code.code === reading.barrier);
    return (
      <>
        <Certainty say={say} of={reading.side === "verifier" ? "verified" : "claimed"} text={say(answers[reading.answer])} />
        {barrier !== undefined && <p class="in-small">{say(barrier.names)}</p>}
        {reading.note !== null && (
          <p class="in-small" lang={reading.language ?? undefined}>
            {reading.note}
          </p>
        )}
      </>
    );
  }
  const text =
    reading.lapsedAt !== null ? say(w.lapsed) : reading.due > today ? say(w.notDue, { day: formatDate(reading.due) }) : say(w.open);
  return <>{text}</>;
}

function Answers({ shell, task, readings, today, mine }: TaskProps): VNode {
  const { say } = shell;
  return (
    <Table
      caption={<span class="govuk-visually-hidden">{say(w.answers)}</span>}
      head={[{ text: say(w.when) }, { text: say(w.who) }, { text: say(w.answer) }]}
      rows={readings.map((reading) => [
        { text: formatDate(reading.due) },
        { text: say(answers[reading.side]) },
        {
          text: (
            <>
              <AnswerCell shell={shell} reading={reading} today={today} />{" "}
              {mine.has(reading.id) && reading.answer === null && <Link href={paths.answer(task.id, reading.id)}>{say(w.answerNow)}</Link>}
            </>
          ),
        },
      ])}
    />
  );
}

function EvidencePart({ shell, task, evidence, mayAdd, error }: TaskProps): VNode {
  const { say } = shell;
  return (
    <Section id="evidence" title={say(w.evidence)}>
      {evidence.length === 0 && <p class="in-small">{say(w.noEvidence)}</p>}
      <ul class="govuk-list">
        {evidence.map((one) => (
          <li>
            {formatDate(one.day)}: <span lang={one.language}>{one.text}</span>{" "}
            {one.file !== null && <Link href={paths.evidenceFile(task.id, one.id)}>{say(w.file)}</Link>}{" "}
            <Certainty say={say} of={one.certainty} />
          </li>
        ))}
      </ul>
      {mayAdd && (
        <Form action={paths.evidence(task.id)} csrf={shell.formToken} multipart>
          <Textarea say={say} name="text" label={say(w.evidenceText)} rows={2} error={error} />
          <FileUpload say={say} name="file" label={say(w.evidenceFile)} />
          <ButtonGroup>
            <Button variant="secondary">{say(w.add)}</Button>
          </ButtonGroup>
        </Form>
      )}
    </Section>
  );
}

/** One task. */
export function TaskView(props: TaskProps): VNode {
  const { shell, task, session, supervisor, today, error } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={task.what ?? ""}
      caption={`${say(w.task)} · ${task.personName}`}
      breadcrumbs={[{ text: session.title, ...(session.href !== null && { href: session.href }) }, { text: say(w.task) }]}
      errors={error === undefined ? [] : [{ text: error, href: "#text" }]}
      width="reading"
    >
      <SummaryList
        rows={[
          { key: say(w.stands), value: <StandingTag shell={shell} standing={task.standing} /> },
          { key: say(w.by), value: formatDate(task.due ?? today) },
          task.success !== null && { key: say(w.success), value: task.success },
          { key: say(w.supervisor), value: supervisor ?? "–" },
          { key: say(w.organisation), value: task.entityName },
        ]}
      />
      {props.differs && <Notice tone="watch">{say(w.differsHere)}</Notice>}
      <Section id="answers" title={say(w.answers)}>
        <Answers {...props} />
      </Section>
      <EvidencePart {...props} />
    </Frame>
  );
}

/** A person’s own tasks, and sessions for which she has none yet. */
export function MineView({
  shell,
  tasks,
  open,
  titles,
}: {
  readonly shell: Shell;
  readonly tasks: readonly TaskRow[];
  readonly open: readonly { readonly enrolment: string; readonly session: string }[];
  readonly titles: ReadonlyMap<string, string>;
}): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.mine)} lead={say(w.mineLead)} width="reading">
      {tasks.length === 0 && open.length === 0 && <EmptyState>{say(w.mineNone)}</EmptyState>}
      {open.map((one) => (
        <Section id={`open-${one.enrolment}`} title={titles.get(one.session) ?? ""} card>
          <Button href={paths.mineWrite(one.enrolment)}>{say(w.write)}</Button>
        </Section>
      ))}
      {tasks.map((task) => (
        <Section
          id={`task-${task.id}`}
          title={<Link href={paths.task(task.id)}>{task.what ?? ""}</Link>}
          note={titles.get(task.session)}
          card
        >
          <StandingTag shell={shell} standing={task.standing} /> {say(w.by)} {formatDate(task.due ?? "")}
        </Section>
      ))}
    </Frame>
  );
}

/** The questions that wait for the post the reader acts for. */
export function AskedView({
  shell,
  rows,
  titles,
}: {
  readonly shell: Shell;
  readonly rows: readonly { readonly task: TaskRow; readonly reading: string }[];
  readonly titles: ReadonlyMap<string, string>;
}): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.asked)} lead={say(w.askedLead)} width="reading">
      {rows.length === 0 && <EmptyState>{say(w.askedNone)}</EmptyState>}
      {rows.map(({ task, reading }) => (
        <Section id={`q-${reading}`} title={task.personName} note={titles.get(task.session)} card>
          <p lang={task.language ?? undefined}>{task.what}</p>
          <ButtonGroup>
            <Button href={paths.answer(task.id, reading)} size="small">
              {say(w.answerNow)}
            </Button>
          </ButtonGroup>
        </Section>
      ))}
    </Frame>
  );
}
