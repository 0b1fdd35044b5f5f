/** The question about a task, as it is answered on a phone without an account or signed in, and the thanks. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { ANSWERS, type Answer } from "#kernel/commitment/standing.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, ButtonGroup, Form, Radios, Select, Textarea } from "#platform/ui/forms.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { w as answers } from "../words-answers.ts";
import { w } from "../words-task.ts";

export interface QuestionProps {
  readonly shell: Shell;
  readonly action: string;
  /** Opened by a personal link. */
  readonly bare: boolean;
  readonly side: "self" | "verifier";
  readonly name: string;
  readonly what: string;
  readonly session: string;
  readonly due: string;
  /** The day she left the post, when only the time until then counts. */
  readonly left: string | null;
  readonly today: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldProblem[];
}

const FORM = "question";
const WORD = { yes: w.answerYes, partly: w.answerPartly, no: w.answerNo } as const;

/** The form: an answer, what stood in the way, a word about it. */
export function QuestionView(props: QuestionProps): VNode {
  const { shell, action, bare, side, name, what, session, due, left, values, errors, today } = props;
  const { say, pack } = shell;
  const problem = (field: string): string | undefined => {
    const found = errors.find((one) => one.field === field);
    return found && say(found.text, found.values);
  };
  const barriers = codesOf(pack, "work_barrier", today).map((code) => ({ value: code.code, text: say(code.names) }));
  return (
    <Frame
      shell={shell}
      bare={bare}
      typing={FORM}
      title={side === "self" ? say(w.didYou) : say(w.didSeen, { name })}
      errors={errors.map((one) => ({ text: say(one.text, one.values), href: `#${one.field}` }))}
      width="reading"
    >
      <blockquote class="govuk-inset-text">{what}</blockquote>
      <p class="in-small">{say(w.afterSession, { session, day: formatDate(due) })}</p>
      {left !== null && side === "verifier" && <p>{say(w.until, { name, day: formatDate(left) })}</p>}
      {side === "verifier" && <p>{say(w.protects)}</p>}
      <Form action={action} csrf={shell.formToken} id={FORM}>
        <Radios
          say={say}
          name="answer"
          legend={side === "self" ? say(w.didYou) : say(w.didSeen, { name })}
          legendClass="govuk-visually-hidden"
          value={values["answer"]}
          error={problem("answer")}
          choices={ANSWERS.map((one) => ({ value: one, text: say(WORD[one]) }))}
        />
        <Select
          say={say}
          name="barrier"
          label={say(w.barrier)}
          hint={say(w.barrierHint)}
          value={values["barrier"]}
          error={problem("barrier")}
          options={[{ value: "", text: say(w.chooseOne) }, ...barriers]}
        />
        <Textarea say={say} name="note" label={say(w.note)} rows={2} value={values["note"]} />
        <ButtonGroup>
          <Button>{say(w.answer)}</Button>
        </ButtonGroup>
      </Form>
    </Frame>
  );
}

/** What was answered. */
export function AnsweredView({
  shell,
  bare,
  answer,
  what,
  changeHref,
}: {
  readonly shell: Shell;
  readonly bare: boolean;
  readonly answer: Answer;
  readonly what: string;
  readonly changeHref: string | null;
}): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} bare={bare} title={say(w.answered)} lead={say(w.answeredLead, { answer: say(answers[answer]) })} width="reading">
      <blockquote class="govuk-inset-text">{what}</blockquote>
      {changeHref !== null && (
        <p class="in-more">
          <Link href={changeHref}>{say(w.change)}</Link>
        </p>
      )}
    </Frame>
  );
}
