/** Replacing the holder of a post, one thing a page: why and when, then who takes over. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { PostRow } from "#kernel/registry/posts.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Button, Checkboxes, Form, Input, Radios, type SummaryError } from "#platform/ui/forms.tsx";
import { safeHref } from "#platform/ui/link.tsx";
import { StepBar } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { postName } from "../people-format.ts";
import { w } from "../words-handover.ts";
import { w as replacing } from "../words-replace.ts";
import { WhoFields, type Candidate } from "./post.tsx";

export interface EventProps {
  readonly shell: Shell;
  readonly row: PostRow;
  readonly today: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly SummaryError[];
  readonly texts: ReadonlyMap<string, string>;
}

/** First page: why the person leaves, and from which day. It is a question in the address, nothing is written yet. */
export function EventPage({ shell, row, today, values, errors, texts }: EventProps): VNode {
  const { say, pack } = shell;
  const person = row.personName ?? "";
  return (
    <Frame
      shell={shell}
      title={say(replacing.replaceTitle)}
      caption={`${postName(pack, say, row)}, ${row.organisationName}`}
      lead={say(replacing.replaceLead, { person, since: row.since === null ? "–" : formatDate(row.since) })}
      current="/people"
      back={{ href: paths.post(row.post) }}
      errors={errors}
      width="reading"
      before={<StepBar say={say} number={1} count={2} />}
    >
      <form method="get" action={safeHref(paths.replace(row.post))} novalidate>
        <input type="hidden" name="assignment" value={row.assignment ?? ""} />
        <input type="hidden" name="step" value="2" />
        <Radios
          say={say}
          name="reason"
          legend={say(replacing.whyQuestion, { person })}
          value={values["reason"]}
          error={texts.get("reason")}
          choices={codesOf(pack, "leaving_reason", today).map((code) => ({ value: code.code, text: say(code.names) }))}
        />
        <Input
          say={say}
          name="day"
          label={say(replacing.lastDay, { person })}
          hint={say(replacing.lastDayHint, { day: formatDate(today) })}
          value={values["day"] ?? formatDate(today)}
          error={texts.get("day")}
          width={10}
          inputmode="numeric"
        />
        <Checkboxes
          say={say}
          name="absent"
          values={values["absent"] === "yes" ? ["yes"] : []}
          choices={[{ value: "yes", text: say(replacing.absent, { person }) }]}
        />
        <Button>{say(replacing.continue)}</Button>
      </form>
    </Frame>
  );
}

export interface SuccessorProps extends EventProps {
  readonly candidates: readonly Candidate[];
  readonly tasks: number;
  readonly day: string;
}

/** Second page: who takes over; its button records everything at once. */
export function SuccessorPage({ shell, row, values, errors, texts, candidates, tasks, day }: SuccessorProps): VNode {
  const { say, pack } = shell;
  const { reason = "", absent = "", assignment = "" } = values;
  return (
    <Frame
      shell={shell}
      title={say(replacing.whoQuestion, { day: formatDate(day) })}
      caption={`${postName(pack, say, row)}, ${row.organisationName}`}
      lead={say(replacing.whoLead, { n: tasks })}
      current="/people"
      back={{ href: paths.replace(row.post, { reason, absent, day: formatDate(day) }) }}
      errors={errors}
      width="reading"
      before={<StepBar say={say} number={2} count={2} />}
    >
      <Form action={paths.replace(row.post)} csrf={shell.formToken} hidden={{ reason, day: formatDate(day), absent, assignment }}>
        <WhoFields shell={shell} candidates={candidates} organisation={row.organisationName} values={values} errors={texts} nobody />
        <Button>{say(replacing.confirmReplace)}</Button>
      </Form>
    </Frame>
  );
}

export interface NameProps {
  readonly shell: Shell;
  readonly id: string;
  readonly row: PostRow;
  readonly candidates: readonly Candidate[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly SummaryError[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Names who takes over a post that was left vacant. */
export function NamePage({ shell, id, row, candidates, values, errors, texts }: NameProps): VNode {
  const { say, pack } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.stepName)}
      caption={`${postName(pack, say, row)}, ${row.organisationName}`}
      current="/people"
      back={{ href: paths.handover(id) }}
      errors={errors}
      width="reading"
    >
      <Form action={paths.handoverStep(id, "name")} csrf={shell.formToken}>
        <WhoFields shell={shell} candidates={candidates} organisation={row.organisationName} values={values} errors={texts} />
        <Button>{say(w.stepName)}</Button>
      </Form>
    </Frame>
  );
}
