/** Asking for an exception from the rule, and deciding one. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, ButtonGroup, Form, RefusedAction, Textarea } from "#platform/ui/forms.tsx";
import { formatDate, dayOf } from "#platform/ui/format.ts";
import { StatusTag } from "#platform/ui/marks.tsx";
import { SummaryList } from "#platform/ui/summaries.tsx";
import { exceptionFlow } from "../rules.ts";
import { paths } from "../paths.ts";
import type { Exception } from "../schema.ts";
import { w } from "../words.ts";
import { w as more } from "../words-more.ts";
import { w as verbs } from "../words-verbs.ts";

/** The form that asks. */
export function AskExceptionView(props: {
  readonly shell: Shell;
  readonly session: string;
  readonly enrolment: string;
  readonly name: string;
  readonly rule: string;
  readonly reason?: string;
  readonly errors?: readonly FieldProblem[];
}): VNode {
  const { shell, session, enrolment, name, rule, reason, errors = [] } = props;
  const { say } = shell;
  const [error] = errors;
  return (
    <Frame
      shell={shell}
      title={say(more.exceptTitle, { name })}
      lead={say(more.exceptLead, { rule })}
      back={{ href: paths.session(session) }}
      errors={errors.map((one) => ({ text: say(one.text, one.values), href: `#${one.field}` }))}
      width="reading"
    >
      <Form action={paths.except(session, enrolment)} csrf={shell.formToken}>
        <Textarea say={say} name="reason" label={say(more.exceptReason)} value={reason} error={error && say(error.text, error.values)} />
        <Button>{say(more.send)}</Button>
      </Form>
    </Frame>
  );
}

/** One exception, with the buttons of whoever decides it. */
export function ExceptionView(props: {
  readonly shell: Shell;
  readonly exception: Exception;
  readonly name: string;
  readonly session: { readonly id: string; readonly title: string };
  readonly askedBy: string;
  readonly offers: readonly { readonly step: "grant" | "refuse"; readonly refusal: string | null }[];
}): VNode {
  const { shell, exception, name, session, askedBy, offers } = props;
  const { say, pack } = shell;
  const state = exceptionFlow.states[exception.state];
  const day = formatDate(dayOf(exception.askedAt, pack.timeZone));
  const refused = offers.filter((offer) => offer.refusal !== null);
  const open = offers.filter((offer) => offer.refusal === null);
  return (
    <Frame
      shell={shell}
      title={say(more.decideException, { name })}
      lead={say(more.decideExceptionLead, { post: askedBy, day, session: session.title })}
      back={{ href: paths.session(session.id), text: say(w.toOutcomes) }}
      width="reading"
    >
      <SummaryList
        rows={[
          { key: say(w.state), value: <StatusTag tone={state.tone}>{say(state.title)}</StatusTag> },
          { key: say(more.reason), value: exception.reason },
          exception.answer !== null && exception.answer !== "" && { key: say(more.answerGiven), value: exception.answer },
        ]}
      />
      {open.length > 0 && (
        <Form action={paths.exception(exception.id)} csrf={shell.formToken}>
          <Textarea say={say} name="answer" label={say(more.answer)} rows={2} />
          <ButtonGroup>
            {open.map(({ step }) => (
              <Button name="step" value={step} {...(step === "refuse" && { variant: "secondary" as const })}>
                {say(verbs[step])}
              </Button>
            ))}
          </ButtonGroup>
        </Form>
      )}
      {refused.map(({ step, refusal }) => (
        <RefusedAction id={`refused-${step}`} reason={refusal ?? ""} text={say(verbs[step])} />
      ))}
    </Frame>
  );
}
