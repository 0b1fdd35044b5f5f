/** Needs that wait, to be put together. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { type NeedFacts } from "#modules/needs";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { Button, Checkboxes, Form, Input, Select, Textarea } from "#platform/ui/forms.tsx";
import { Details } from "#platform/ui/content.tsx";
import { DataTable, Downloads, Filters, Pages } from "#platform/ui/lists.tsx";
import { Certainty, StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { paths } from "../paths.ts";
import type { Plan } from "../schema.ts";
import { w as planWords } from "../words-plan.ts";
import { w } from "../words-line.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { groupOptions, nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { type ViewProps } from "./common.tsx";
import { Cause, levelsOf, needName } from "./need.tsx";

export interface PoolProps extends ViewProps {
  readonly plan: Plan;
  readonly list: Listed<NeedFacts>;
  readonly waiting: number;
  readonly taken: ReadonlyMap<string, number>;
  readonly editable: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly chosen: ReadonlySet<string>;
  readonly groups: readonly string[];
  readonly problems: readonly FieldProblem[];
}

function Needs({ shell, list, taken, editable, chosen }: PoolProps): VNode {
  const { say, pack, language } = shell;
  return (
    <DataTable
      say={say}
      caption={say(w.poolTitle)}
      {...list.table}
      empty={<EmptyState>{say(list.filtered ? w.poolNone : w.poolEmpty)}</EmptyState>}
      columns={[
        {
          key: "need",
          head: say(w.need),
          cell: (need: NeedFacts) =>
            editable ? (
              <div class="govuk-checkboxes govuk-checkboxes--small">
                <div class="govuk-checkboxes__item">
                  <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    id={`need-${need.id}`}
                    name="needs"
                    value={need.id}
                    checked={chosen.has(need.id)}
                  />
                  <label class="govuk-label govuk-checkboxes__label" for={`need-${need.id}`}>
                    {needName(shell, need)}
                  </label>
                </div>
              </div>
            ) : (
              needName(shell, need)
            ),
        },
        { key: "organisation", head: say(w.organisation), sortable: true, cell: (need: NeedFacts) => need.organisationName },
        { key: "domain", head: say(w.domain), cell: (need: NeedFacts) => nameOf(say, pack, "capacity_domain", need.domain) },
        {
          key: "gap",
          head: say(w.gap),
          numeric: true,
          sortable: true,
          cell: (need: NeedFacts) => {
            const levels = levelsOf(need);
            return levels === null ? "–" : formatNumber(levels, language, 1);
          },
        },
        {
          key: "reach",
          head: say(w.reach),
          numeric: true,
          sortable: true,
          cell: (need: NeedFacts) => (need.reach === null ? "–" : formatNumber(need.reach, language)),
        },
        {
          key: "cause",
          head: say(w.cause),
          cell: (need: NeedFacts) => (
            <>
              <Cause shell={shell} need={need} />
              {(taken.get(need.id) ?? 0) > 0 && (
                <>
                  {" "}
                  <StatusTag tone="info">{say(w.taken)}</StatusTag>
                </>
              )}
            </>
          ),
        },
        { key: "sure", head: say(w.sure), headHidden: true, cell: (need: NeedFacts) => <Certainty say={say} of={need.certainty} /> },
      ]}
    />
  );
}

export function PoolView(props: PoolProps): VNode {
  const { shell, plan, list, waiting, editable, values, groups, problems } = props;
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.poolTitle)}
      caption={plan.title}
      lead={say(w.poolLead, { waiting })}
      current={paths.plans}
      width="wide"
      errors={wrong.errors}
      back={{ href: paths.plan(plan.id), text: say(planWords.back) }}
    >
      <Filters say={say} {...list.around.filters} />
      <Form action={paths.pool(plan.id)} csrf={shell.formToken}>
        <div id="needs">
          <Needs {...props} />
        </div>
        <Pages say={say} {...list.around.pages} />
        <Downloads say={say} files={list.around.downloads} />
        {editable && (
          <Section id="together" title={say(w.together)} card>
            <Input
              say={say}
              name="title"
              label={say(w.togetherTitle)}
              hint={say(w.togetherHint)}
              value={values["title"] ?? ""}
              error={wrong.at("title")}
            />
            <Select
              say={say}
              name="domain"
              label={say(w.domain)}
              options={[{ value: "", text: "–" }, ...optionsOf(say, pack, "capacity_domain")]}
              value={values["domain"] ?? ""}
            />
            <Details summary={say(w.groups)}>
              <Checkboxes say={say} name="groups" choices={groupOptions(say, pack)} values={groups} />
            </Details>
            <Textarea
              say={say}
              name="mandate"
              label={say(w.mandate)}
              hint={say(w.mandateHint)}
              value={values["mandate"] ?? ""}
              error={wrong.at("mandate")}
              rows={2}
            />
            <Button>{say(w.together)}</Button>
          </Section>
        )}
      </Form>
    </Frame>
  );
}
