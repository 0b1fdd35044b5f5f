/** Writing a task: one thing a page on a phone, all on one page when it is typed from paper, and the page that says it is sent. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { addDays } from "#kernel/calendar/day.ts";
import type { Standing } from "#kernel/commitment/standing.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, ButtonGroup, DateInput, Form, Radios, Textarea } from "#platform/ui/forms.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { StepBar } from "#platform/ui/parts.tsx";
import { SummaryList } from "#platform/ui/summaries.tsx";
import type { Seer } from "../ask.ts";
import { dueOf, DUE_IN, PAGES, type TaskPage, type Typed } from "../task-form.ts";
import { w } from "../words-task.ts";
import { StandingTag } from "./parts.tsx";

export interface TaskFormProps {
  readonly shell: Shell;
  readonly action: string;
  readonly session: { readonly title: string };
  readonly today: string;
  readonly typed: Typed;
  readonly seers: readonly Seer[];
  readonly errors: readonly FieldProblem[];
}

/** The form’s id, so that changing the language sends along what is typed. */
const FORM = "task";

type Fields = TaskFormProps & { readonly heading: boolean };

function errorOf({ shell, errors }: TaskFormProps, field: string): string | undefined {
  const found = errors.find((one) => one.field === field);
  return found && shell.say(found.text, found.values);
}

const size = (heading: boolean) => (heading ? ({ heading: true, labelSize: "l" } as const) : ({ labelSize: "s" } as const));
const legend = (heading: boolean) => (heading ? ({ heading: true, legendSize: "l" } as const) : ({ legendSize: "s" } as const));

function What(props: Fields): VNode {
  const { shell, typed, session, heading } = props;
  const { say } = shell;
  return (
    <Textarea
      say={say}
      name="what"
      label={say(w.what)}
      hint={say(w.whatHint, { session: session.title })}
      value={typed.what}
      rows={4}
      error={errorOf(props, "what")}
      {...size(heading)}
    />
  );
}

function Success(props: Fields): VNode {
  const { shell, typed, heading } = props;
  const { say } = shell;
  return (
    <Textarea
      say={say}
      name="success"
      label={say(w.success)}
      hint={say(w.successHint)}
      value={typed.success}
      rows={3}
      error={errorOf(props, "success")}
      {...size(heading)}
    />
  );
}

function Due(props: Fields): VNode {
  const { shell, typed, today, heading } = props;
  const { say } = shell;
  const own = <DateInput say={say} id="due" namePrefix="due" values={{ day: typed.day, month: typed.month, year: typed.year }} />;
  return (
    <Radios
      say={say}
      name="when"
      legend={say(w.due)}
      value={typed.when}
      error={errorOf(props, "when")}
      {...legend(heading)}
      choices={[
        ...DUE_IN.map((days) => ({ value: days, text: say(w.inDays, { days, day: formatDate(addDays(today, days)) }) })),
        { value: "day", text: say(w.otherDay), conditional: own },
      ]}
    />
  );
}

function Verifier(props: Fields): VNode {
  const { shell, typed, seers, heading } = props;
  const { say } = shell;
  return (
    <Radios
      say={say}
      name="verifier"
      legend={say(w.verifier)}
      hint={say(w.verifierHint)}
      value={typed.verifier === "" ? "none" : typed.verifier}
      error={errorOf(props, "verifier")}
      {...legend(heading)}
      choices={[
        ...seers.map((seer) => ({ value: seer.post, text: seer.text, ...(seer.holder !== null && { hint: seer.holder }) })),
        { value: "none", text: say(w.nobodyYet) },
      ]}
    />
  );
}

const FIELD = { what: What, success: Success, due: Due, verifier: Verifier } as const;

function Check({ shell, typed, today, seers }: Fields): VNode {
  const { say } = shell;
  const due = dueOf(typed, today);
  const seer = seers.find((one) => one.post === typed.verifier);
  return (
    <>
      <h1>{say(w.check)}</h1>
      <SummaryList
        rows={[
          { key: say(w.what), value: typed.what },
          typed.success !== "" && { key: say(w.success), value: typed.success },
          { key: say(w.due), value: due === null ? "–" : formatDate(due) },
          {
            key: say(w.verifier),
            value: seer === undefined ? say(w.nobodyYet) : `${seer.text}${seer.holder === null ? "" : ` (${seer.holder})`}`,
          },
        ]}
      />
    </>
  );
}

const KEPT: Readonly<Record<Exclude<TaskPage, "check">, readonly [keyof Typed, string][]>> = {
  what: [["what", "what"]],
  success: [["success", "success"]],
  due: [
    ["when", "when"],
    ["day", "due-day"],
    ["month", "due-month"],
    ["year", "due-year"],
  ],
  verifier: [["verifier", "verifier"]],
};

/** What the other pages hold, sent along unseen. */
function kept(page: TaskPage, typed: Typed): Readonly<Record<string, string>> {
  const others = PAGES.filter((one) => one !== page && one !== "check") as Exclude<TaskPage, "check">[];
  return Object.fromEntries(others.flatMap((one) => KEPT[one].map(([key, name]) => [name, typed[key]])));
}

/** One page of the form. */
export function TaskFormView(props: TaskFormProps & { readonly page: TaskPage }): VNode {
  const { shell, page, action, typed, errors } = props;
  const { say } = shell;
  const number = PAGES.indexOf(page) + 1;
  const Field = page === "check" ? Check : FIELD[page];
  return (
    <Frame
      shell={shell}
      bare
      typing={FORM}
      title={say(page === "check" ? w.check : w[page])}
      heading={false}
      before={<StepBar say={say} number={number} count={PAGES.length} name={say(w.formName)} />}
      errors={errors.map((one) => ({ text: say(one.text, one.values), href: `#${one.field}` }))}
      width="reading"
    >
      <Form action={action} csrf={shell.formToken} id={FORM} hidden={{ ...kept(page, typed), page }}>
        <Field {...props} heading />
        <ButtonGroup>
          <Button>{say(page === "check" ? w.send : w.next)}</Button>
          {number > 1 && (
            <Button variant="secondary" name="back" value="1">
              {say(w.previous)}
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </Frame>
  );
}

/** The whole form on one page, for whoever types it from paper. */
export function TypeTaskView(props: TaskFormProps & { readonly name: string; readonly back: string }): VNode {
  const { shell, name, action, errors, back } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.typeTitle, { name })}
      lead={say(w.typeLead)}
      typing={FORM}
      back={{ href: back }}
      errors={errors.map((one) => ({ text: say(one.text, one.values), href: `#${one.field}` }))}
      width="reading"
    >
      <Form action={action} csrf={shell.formToken} id={FORM}>
        <What {...props} heading={false} />
        <Success {...props} heading={false} />
        <Due {...props} heading={false} />
        <Verifier {...props} heading={false} />
        <ButtonGroup>
          <Button>{say(w.sendTyped)}</Button>
        </ButtonGroup>
      </Form>
    </Frame>
  );
}

/** What she wrote, once it is sent; also what her link opens afterwards, with how it stands by then. `askedOn`: the next question to her, if any. */
export function SentView({
  shell,
  task,
  session,
  askedOn,
}: {
  readonly shell: Shell;
  readonly task: { readonly what: string; readonly due: string; readonly standing: Standing };
  readonly session: string;
  readonly askedOn: string | null;
}): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      bare
      title={say(w.sent)}
      lead={askedOn === null ? undefined : say(w.sentLead, { day: formatDate(askedOn) })}
      width="reading"
    >
      <blockquote class="govuk-inset-text">{task.what}</blockquote>
      <p class="in-small">{say(w.afterSession, { session, day: formatDate(task.due) })}</p>
      {task.standing !== "waiting" && (
        <p>
          <StandingTag shell={shell} standing={task.standing} />
        </p>
      )}
    </Frame>
  );
}
