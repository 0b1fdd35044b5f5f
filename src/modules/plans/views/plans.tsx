/** The list of plans, and the form that starts one. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { Button, Form, Input, Radios, Textarea, type Choice } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { EmptyState, MoreLinks } from "#platform/ui/parts.tsx";
import { yearLabel } from "../list-plans.ts";
import { paths } from "../paths.ts";
import type { PlanRow } from "../queries.ts";
import { w } from "../words-plan.ts";
import { langOf, wrongOf } from "#platform/ui/wrong.ts";
import { PlanTag, type ViewProps } from "./common.tsx";

export interface PlansProps extends ViewProps {
  readonly list: Listed<PlanRow>;
  readonly mayStart: boolean;
}

export function PlansView({ shell, list, mayStart }: PlansProps): VNode {
  const { say, language } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.module)}
      lead={say(w.listLead)}
      current={paths.plans}
      actions={mayStart ? <Button href={paths.newPlan}>{say(w.newPlan)}</Button> : undefined}
    >
      <MoreLinks>
        <Link href={paths.calendar}>{say(w.calendarLink)}</Link>
      </MoreLinks>
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.module),
          empty: list.filtered ? (
            <EmptyState>{say(w.plansNone)}</EmptyState>
          ) : (
            <EmptyState {...(mayStart && { action: { href: paths.newPlan, text: say(w.newPlan) } })}>{say(w.listEmpty)}</EmptyState>
          ),
          columns: [
            {
              key: "title",
              head: say(w.plan),
              sortable: true,
              cell: (plan: PlanRow) => (
                <Link href={paths.plan(plan.id)} attributes={{ lang: langOf(plan.language, language) }}>
                  {plan.title}
                </Link>
              ),
            },
            {
              key: "year",
              head: say(w.year),
              sortable: true,
              cell: (plan: PlanRow) => yearLabel(plan.fiscalYearStart),
            },
            { key: "state", head: say(w.state), cell: (plan: PlanRow) => <PlanTag say={say} state={plan.state} /> },
            {
              key: "lines",
              head: say(w.lines),
              numeric: true,
              sortable: true,
              cell: (plan: PlanRow) => formatNumber(plan.lines, language),
            },
            {
              key: "places",
              head: say(w.places),
              numeric: true,
              sortable: true,
              cell: (plan: PlanRow) => formatNumber(plan.places, language),
            },
          ],
        }}
      />
    </Frame>
  );
}

export interface NewPlanProps extends ViewProps {
  readonly years: readonly Choice[];
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export function NewPlanView({ shell, years, values, problems }: NewPlanProps): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.newPlan)}
      lead={say(w.newLead)}
      current={paths.plans}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.plans, text: say(w.back) }}
    >
      <Form action={paths.newPlan} csrf={shell.formToken}>
        <Radios say={say} name="year" legend={say(w.year)} choices={years} value={values["year"] ?? ""} error={wrong.at("year")} />
        <Input
          say={say}
          name="title"
          label={say(w.title)}
          hint={say(w.titleHint)}
          value={values["title"] ?? ""}
          error={wrong.at("title")}
        />
        <Textarea say={say} name="purpose" label={say(w.purpose)} value={values["purpose"] ?? ""} error={wrong.at("purpose")} rows={4} />
        <Button>{say(w.newPlan)}</Button>
      </Form>
    </Frame>
  );
}
