/** Rule sets: all of them, one with its values and history, and proposing a change. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { EscalationStep } from "#kernel/calendar/clock.ts";
import type { RuleParameter, RuleSet } from "#kernel/pack/pack.ts";
import { isRole } from "#kernel/pack/roles.ts";
import { roleNames } from "#kernel/pack/words.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Button, Checkboxes, Form, Input, Textarea } from "#platform/ui/forms.tsx";
import { DataTable, SummaryList } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Notice, Section } from "#platform/ui/parts.tsx";
import { valueText, type ChangeRow } from "../changes.ts";
import { paths } from "../paths.ts";
import { changeFlow } from "../rules.ts";
import { unitText } from "../units.ts";
import { w } from "../words.ts";
import { errorOf, summaryOf } from "./errors.ts";

/** Whether the association has confirmed a set, as a tag. */
export function ConfirmedTag({ shell, unconfirmed }: { readonly shell: Shell; readonly unconfirmed: boolean }): VNode {
  return <StatusTag tone={unconfirmed ? "watch" : "good"}>{shell.say(unconfirmed ? w.unconfirmed : w.confirmed)}</StatusTag>;
}

/** The page of `/admin/rules`. */
export function RulesView({
  shell,
  sets,
  open,
}: {
  readonly shell: Shell;
  readonly sets: readonly RuleSet[];
  readonly open: ReadonlyMap<string, ChangeRow>;
}): VNode {
  const { say } = shell;
  const first = (set: RuleSet): string =>
    Object.values(set.parameters)
      .slice(0, 3)
      .map((parameter) => `${say(parameter.names)}: ${unitText(say, parameter)}`)
      .join("; ");
  return (
    <Frame
      shell={shell}
      title={say(w.rules)}
      lead={say(w.rulesLead)}
      current={paths.admin}
      back={{ href: paths.admin, text: say(w.module) }}
    >
      <DataTable
        say={say}
        caption={say(w.rules)}
        rows={sets}
        columns={[
          { key: "name", head: say(w.ruleSet), cell: (set) => <Link href={paths.rule(set.code)}>{say(set.names)}</Link> },
          { key: "values", head: say(w.parameters), cell: first },
          { key: "source", head: say(w.source), cell: (set) => set.source },
          {
            key: "state",
            head: say(w.state),
            cell: (set) => {
              const change = open.get(set.code);
              return (
                <>
                  <ConfirmedTag shell={shell} unconfirmed={set.unconfirmed} />{" "}
                  {change !== undefined && <Link href={paths.change(change.id)}>{say(w.awaiting)}</Link>}
                </>
              );
            },
          },
        ]}
      />
    </Frame>
  );
}

/** When a step of the ladder is reached and who is told, in words. */
function stepText(shell: Shell, step: EscalationStep): string {
  const { say } = shell;
  const to =
    step.to === "owner" || step.to === "supervisor" || step.to === "head"
      ? say(w[step.to])
      : isRole(step.to)
        ? say(roleNames[step.to])
        : step.to;
  return step.afterWorkingDays < 0
    ? say(w.stepBefore, { n: -step.afterWorkingDays, to })
    : say(w.stepAfter, { n: step.afterWorkingDays, to });
}

function Values({ shell, set }: { readonly shell: Shell; readonly set: RuleSet }): VNode {
  const { say } = shell;
  return (
    <DataTable
      say={say}
      caption={say(w.parameters)}
      rows={Object.values(set.parameters)}
      columns={[
        { key: "name", head: say(w.parameter), cell: (parameter) => say(parameter.names) },
        { key: "value", head: say(w.value), cell: (parameter) => unitText(say, parameter) },
        { key: "source", head: say(w.source), cell: (parameter) => (parameter.source === set.source ? "" : parameter.source) },
        { key: "state", head: say(w.state), cell: (parameter) => <ConfirmedTag shell={shell} unconfirmed={parameter.unconfirmed} /> },
      ]}
    />
  );
}

/** What a version changed against the one before it; the first has all its values above. */
function changedText(shell: Shell, set: RuleSet, older: RuleSet | undefined): string {
  const { say } = shell;
  if (older === undefined) return "–";
  const changed = Object.entries(set.parameters).filter(
    ([code, parameter]) => valueText(parameter.value) !== valueText(older.parameters[code]?.value ?? ""),
  );
  return changed.length === 0
    ? say(w.same)
    : changed.map(([, parameter]) => `${say(parameter.names)}: ${unitText(say, parameter)}`).join("; ");
}

export interface RuleProps {
  readonly shell: Shell;
  readonly standing: RuleSet;
  readonly versions: readonly RuleSet[];
  readonly changes: readonly ChangeRow[];
  readonly mayPropose: boolean;
}

/** The page of one rule set. */
export function RuleView({ shell, standing, versions, changes, mayPropose }: RuleProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(standing.names)}
      current={paths.admin}
      back={{ href: paths.rules, text: say(w.rules) }}
      actions={
        mayPropose && (
          <Button href={paths.proposeRule(standing.code)} variant="secondary" size="small">
            {say(w.propose)}
          </Button>
        )
      }
    >
      {standing.unconfirmed && (
        <Notice tone="watch">
          <p>
            <b>{say(w.unconfirmed)}.</b> {say(w.unconfirmedBig)}
          </p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { key: say(w.source), value: standing.source },
          { key: say(w.article), value: standing.article === "" ? say(w.noArticle) : standing.article },
          standing.steps.length > 0 && {
            key: say(w.steps),
            value: (
              <ul>
                {standing.steps.map((step) => (
                  <li>{stepText(shell, step)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Section id="values" title={say(w.parameters)}>
        <Values shell={shell} set={standing} />
      </Section>
      <Section id="changes" title={say(w.changes)}>
        <DataTable
          say={say}
          caption={say(w.changes)}
          rows={changes}
          empty={<p>{say(w.noChanges)}</p>}
          columns={[
            { key: "from", head: say(w.from), cell: (row) => <Link href={paths.change(row.id)}>{formatDate(row.from)}</Link> },
            {
              key: "state",
              head: say(w.state),
              cell: (row) => <StatusTag tone={changeFlow.states[row.state].tone}>{say(changeFlow.states[row.state].title)}</StatusTag>,
            },
            { key: "reason", head: say(w.reason), cell: (row) => row.reason },
          ]}
        />
      </Section>
      <Section id="versions" title={say(w.versions)}>
        <DataTable
          say={say}
          caption={say(w.versions)}
          rows={versions}
          columns={[
            {
              key: "from",
              head: say(w.from),
              cell: (set) => (set.validFrom === null || set.validFrom < "1950-01-01" ? say(w.always) : formatDate(set.validFrom)),
            },
            { key: "to", head: say(w.to), cell: (set) => (set.validTo === null ? say(w.open) : formatDate(set.validTo)) },
            { key: "values", head: say(w.changed), cell: (set) => changedText(shell, set, versions[versions.indexOf(set) + 1]) },
            { key: "source", head: say(w.source), cell: (set) => set.source },
          ]}
        />
      </Section>
    </Frame>
  );
}

export interface ProposeProps {
  readonly shell: Shell;
  readonly standing: RuleSet;
  readonly values: Readonly<Record<string, string>>;
  readonly problems?: readonly FieldProblem[];
}

function ParameterField({
  shell,
  code,
  parameter,
  values,
  problems = [],
}: ProposeProps & { readonly code: string; readonly parameter: RuleParameter }): VNode {
  const { say } = shell;
  const name = `p_${code}`;
  return (
    <Input
      say={say}
      name={name}
      label={say(parameter.names)}
      hint={`${say(w.before)}: ${unitText(say, parameter)}`}
      value={values[name] ?? valueText(parameter.value)}
      error={errorOf(say, problems, name)}
      inputmode={typeof parameter.value === "number" ? "decimal" : undefined}
      width={10}
    />
  );
}

/** The form that proposes a change. */
export function ProposeView(props: ProposeProps): VNode {
  const { shell, standing, values, problems = [] } = props;
  const { say } = shell;
  const field = (name: string) => ({ say, name, value: values[name], error: errorOf(say, problems, name) });
  return (
    <Frame
      shell={shell}
      title={say(w.propose)}
      caption={say(standing.names)}
      lead={say(w.proposeLead)}
      width="reading"
      current={paths.admin}
      back={{ href: paths.rule(standing.code) }}
      errors={summaryOf(say, problems)}
    >
      <Form action={paths.proposeRule(standing.code)} csrf={shell.formToken}>
        {Object.entries(standing.parameters).map(([code, parameter]) => (
          <ParameterField {...props} code={code} parameter={parameter} />
        ))}
        <Input {...field("from")} type="date" label={say(w.fromDay)} hint={say(w.fromHint)} width={10} />
        <Input {...field("source")} label={say(w.source)} hint={say(w.sourceHint)} />
        <Input {...field("article")} label={say(w.article)} width={20} />
        <Checkboxes
          say={say}
          name="confirmed"
          choices={[{ value: "yes", text: say(w.isConfirmed), checked: values["confirmed"] === "yes" }]}
        />
        <Textarea {...field("reason")} label={say(w.reason)} rows={4} />
        <Button>{say(w.sendProposal)}</Button>
      </Form>
    </Frame>
  );
}
