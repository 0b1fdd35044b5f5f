/** Ways to answer what was put together, compared before one becomes a line. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { isTrainable, type NeedFacts } from "#modules/needs";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Button, Form, Input, Select, Textarea } from "#platform/ui/forms.tsx";
import { Details } from "#platform/ui/content.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { Bundle, Plan, Way } from "../schema.ts";
import { w as planWords } from "../words-plan.ts";
import { w } from "../words-line.ts";
import { langOf, wrongOf } from "#platform/ui/wrong.ts";
import { nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { amount, type ViewProps } from "./common.tsx";

import { levelsOf } from "./need.tsx";

export interface OptionsProps extends ViewProps {
  readonly plan: Plan;
  readonly bundles: readonly Bundle[];
  readonly needs: ReadonlyMap<string, NeedFacts>;
  readonly editable: boolean;
  /** Values of the one form that was sent and could not be taken. */
  readonly wrongBundle: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

function factsOf(shell: ViewProps["shell"], needs: readonly NeedFacts[]): string {
  const people = needs.reduce((sum, need) => sum + (need.reach ?? 0), 0);
  const levels = needs.flatMap((need) => levelsOf(need) ?? []);
  const mean = levels.length === 0 ? "–" : formatNumber(levels.reduce((sum, one) => sum + one, 0) / levels.length, shell.language, 1);
  const basis = shell.say(w.bundleOf, { needs: needs.length, organisations: new Set(needs.map((need) => need.organisation)).size });
  // A service problem tells neither people nor levels: nothing is said of what nobody has counted.
  return people === 0 ? basis : `${basis}; ${shell.say(w.bundleReach, { people: formatNumber(people, shell.language), gap: mean })}`;
}

function Ways({
  shell,
  plan,
  bundle,
  people,
  editable,
}: ViewProps & { readonly plan: Plan; readonly bundle: Bundle; readonly people: number; readonly editable: boolean }): VNode {
  const { say, pack, language } = shell;
  const decided = bundle.options.some((way) => way.line !== null);
  return (
    <DataTable
      say={say}
      caption={say(w.way)}
      rows={bundle.options}
      empty={<EmptyState>{say(w.noWays)}</EmptyState>}
      columns={[
        {
          key: "way",
          head: say(w.way),
          cell: (way: Way) => (
            <>
              {nameOf(say, pack, "modality", way.modality)}
              {way.note !== "" && (
                <p class="in-small" lang={langOf(bundle.language, language)}>
                  {way.note}
                </p>
              )}
            </>
          ),
        },
        { key: "places", head: say(w.places), numeric: true, cell: (way: Way) => formatNumber(way.places, language) },
        {
          key: "reach",
          head: say(w.ofReach),
          numeric: true,
          cell: (way: Way) => (people === 0 ? "–" : formatPercent(Math.min(1, way.places / people), language)),
        },
        { key: "days", head: say(w.days), numeric: true, cell: (way: Way) => formatNumber(way.days, language) },
        { key: "cost", head: say(w.roughCost), numeric: true, cell: (way: Way) => amount(shell, way.minor, way.currency) },
        {
          key: "each",
          head: say(w.perPlace),
          numeric: true,
          cell: (way: Way) => amount(shell, Math.round(way.minor / way.places), way.currency),
        },
        {
          key: "choose",
          head: say(w.pick),
          headHidden: true,
          cell: (way: Way) => {
            if (way.line !== null)
              return (
                <Link href={paths.line(way.line)}>
                  <StatusTag tone="good">{say(w.chosen)}</StatusTag>
                </Link>
              );
            if (decided || !editable) return "";
            return (
              <Form action={paths.choose(plan.id, bundle.id)} csrf={shell.formToken} hidden={{ way: way.id }}>
                <Button variant="secondary" size="small">
                  {say(w.choose, { way: nameOf(say, pack, "modality", way.modality) })}
                </Button>
              </Form>
            );
          },
        },
      ]}
    />
  );
}

function OneBundle(props: OptionsProps & { readonly bundle: Bundle }): VNode {
  const { shell, plan, bundle, needs, editable, wrongBundle, values, problems } = props;
  const { say, pack, language } = shell;
  const own = bundle.needs.flatMap((id) => needs.get(id) ?? []);
  const blocked = own.filter((need) => !isTrainable(pack, need.cause));
  const causes = [...new Set(blocked.map((need) => nameOf(say, pack, "gap_cause", need.cause ?? "")))].join(", ");
  const people = own.reduce((sum, need) => sum + (need.reach ?? 0), 0);
  const here = wrongBundle === bundle.id;
  const wrong = wrongOf(say, here ? problems : []);
  const given = here ? values : {};
  const decided = bundle.options.some((way) => way.line !== null);
  const id = (name: string): string => `${name}-${bundle.id}`;
  return (
    <Section
      id={`bundle-${bundle.id}`}
      title={<span lang={langOf(bundle.language, language)}>{bundle.title}</span>}
      note={factsOf(shell, own)}
    >
      {bundle.mandate !== null && <p lang={langOf(bundle.language, language)}>{bundle.mandate}</p>}
      {blocked.length > 0 && <StatusTag tone="watch">{say(w.blocked, { count: blocked.length, causes })}</StatusTag>}
      {bundle.leftOut !== null && <p>{say(w.leftOut, { reason: bundle.leftOut })}</p>}
      <Ways shell={shell} plan={plan} bundle={bundle} people={people} editable={editable} />
      {editable && !decided && (
        <Details summary={say(w.addWay)} open={here}>
          <Form action={paths.way(plan.id, bundle.id)} csrf={shell.formToken}>
            <Select
              say={say}
              name="modality"
              id={here ? "modality" : id("modality")}
              label={say(w.modality)}
              options={[{ value: "", text: "–" }, ...optionsOf(say, pack, "modality")]}
              value={given["modality"] ?? ""}
              error={wrong.at("modality")}
            />
            <Input
              say={say}
              name="places"
              id={here ? "places" : id("places")}
              label={say(w.places)}
              width={5}
              inputmode="numeric"
              value={given["places"] ?? ""}
              error={wrong.at("places")}
            />
            <Input
              say={say}
              name="days"
              id={here ? "days" : id("days")}
              label={say(w.days)}
              width={5}
              inputmode="numeric"
              value={given["days"] ?? ""}
              error={wrong.at("days")}
            />
            <Input
              say={say}
              name="cost"
              id={here ? "cost" : id("cost")}
              label={`${say(w.roughCost)} (${pack.currency.code})`}
              width={20}
              inputmode="numeric"
              value={given["cost"] ?? ""}
              error={wrong.at("cost")}
            />
            <Input say={say} name="note" id={id("note")} label={say(w.note)} value={given["note"] ?? ""} />
            <Button variant="secondary">{say(w.addWay)}</Button>
          </Form>
        </Details>
      )}
      {editable && !decided && bundle.leftOut === null && (
        <Details summary={say(w.leaveOut)}>
          <Form action={paths.leaveOut(plan.id, bundle.id)} csrf={shell.formToken}>
            <Textarea say={say} name="reason" id={id("reason")} label={say(planWords.reason)} rows={2} />
            <Button variant="secondary">{say(w.leaveOut)}</Button>
          </Form>
        </Details>
      )}
    </Section>
  );
}

export function OptionsView(props: OptionsProps): VNode {
  const { shell, plan, bundles, problems, editable } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(planWords.optionsTitle)}
      caption={plan.title}
      lead={say(w.optionsLead)}
      current={paths.plans}
      width="wide"
      errors={wrongOf(say, problems).errors}
      back={{ href: paths.plan(plan.id), text: say(planWords.back) }}
    >
      {bundles.length === 0 ? (
        <EmptyState {...(editable && { action: { href: paths.pool(plan.id), text: say(planWords.pool) } })}>
          {say(w.optionsEmpty)}
        </EmptyState>
      ) : (
        bundles.map((bundle) => <OneBundle {...props} bundle={bundle} />)
      )}
    </Frame>
  );
}
