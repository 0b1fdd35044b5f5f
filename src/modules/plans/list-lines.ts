/** The lines of a plan as a list. A plan has some dozens of lines: they are read whole and picked here. */
import type { Request } from "#kernel/access/asked.ts";
import { choiceFilter, codeFilter, type FilterAsked, type List } from "#kernel/access/list.ts";
import { addMonths } from "#kernel/calendar/day.ts";
import { owing, type Sums } from "#kernel/money/amounts.ts";
import { balanceOf } from "#kernel/money/lines.ts";
import { groupNames, groupOptions, nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import type { ListColumn } from "#platform/http/list-file.ts";
import { clashesOf } from "./clashes.ts";
import { paths } from "./paths.ts";
import { linesOfPlan, progressOf } from "./queries.ts";
import { lacksOf, lineReference, longestShort, RULES } from "./rules.ts";
import type { Line, Plan, Progress } from "./schema.ts";
import { followsDrafts } from "./verbs.ts";
import { regionName, sums } from "./views/common.tsx";
import { w } from "./words-line.ts";
import { w as planWords } from "./words-plan.ts";

const QUARTERS = ["1", "2", "3", "4"] as const;

const FILTERS = {
  domain: choiceFilter((r) => optionsOf(r.say, r.pack, "capacity_domain"), { label: w.domain, any: w.any }),
  group: choiceFilter((r) => groupOptions(r.say, r.pack), { label: w.group, any: w.any }),
  quarter: codeFilter(QUARTERS, { label: w.quarter, any: w.any, text: (number, r) => r.say(w.quarterNumber, { number }) }),
  show: choiceFilter(
    (r) => [
      { value: "gap", text: r.say(w.showGap) },
      ...(followsDrafts(r.actor)
        ? [
            { value: "incomplete", text: r.say(w.showIncomplete) },
            { value: "clash", text: r.say(w.showClash) },
          ]
        : [{ value: "own", text: r.say(w.showOwn) }]),
    ],
    { label: w.show, any: w.any },
  ),
};

const SORTS = ["number", "title", "from", "places", "cost", "gap"] as const;
type Sort = (typeof SORTS)[number];

const quarterOf = (plan: Plan, line: Line): string | null =>
  line.from === null
    ? null
    : (QUARTERS.find((number) => (line.from ?? "") < addMonths(plan.fiscalYearStart, Number(number) * 3)) ?? QUARTERS[3]);

const whole = (amounts: Sums): number => [...amounts.values()].reduce((sum, minor) => sum + minor, 0);
const costOf = (line: Line): number => whole(balanceOf(line.money).cost);
const gapOf = (line: Line): number => whole(owing(balanceOf(line.money).gap));

/** The lines that the address asks for. */
async function picked(r: Request, plan: Plan, lines: readonly Line[], filter: FilterAsked<typeof FILTERS>): Promise<readonly Line[]> {
  const { domain, group, quarter, show } = filter;
  const longest = show === "clash" ? longestShort(await ruleSetFor(r.db, RULES, r.today)) : 0;
  const own = r.actor.organisation;
  return lines.filter(
    (line) =>
      (domain === null || line.domain === domain) &&
      (group === null || line.groups.includes(group)) &&
      (quarter === null || quarterOf(plan, line) === quarter) &&
      (show !== "gap" || gapOf(line) > 0) &&
      (show !== "incomplete" || lacksOf(line).length > 0) &&
      (show !== "clash" || clashesOf(r.pack.calendar, line, lines, longest).length > 0) &&
      (show !== "own" || (own !== null && line.seats.has(own))),
  );
}

function ordered(lines: readonly Line[], sort: Sort, descending: boolean): readonly Line[] {
  const value = (line: Line): string | number =>
    ({ number: line.number, title: line.title, from: line.from ?? "9999", places: line.places, cost: costOf(line), gap: gapOf(line) })[
      sort
    ];
  const order = descending ? -1 : 1;
  return lines.toSorted((a, b) => (value(a) < value(b) ? -order : value(a) > value(b) ? order : a.number - b.number));
}

function columnsOf(r: Request, people: ReadonlyMap<string, Progress>): ListColumn<Line>[] {
  const { say, pack } = r;
  return [
    { name: "number", head: w.number, cell: (line) => lineReference(line.number) },
    { name: "title", head: w.title, cell: (line) => line.title },
    { name: "modality", head: w.modality, cell: (line) => nameOf(say, pack, "modality", line.modality) },
    { name: "groups", head: w.groups, cell: (line) => groupNames(say, pack, line.groups) },
    { name: "domain", head: w.domain, cell: (line) => (line.domain === null ? null : nameOf(say, pack, "capacity_domain", line.domain)) },
    { name: "basis", head: w.basis, cell: (line) => line.mandate ?? `${line.needs.length}` },
    { name: "from", head: w.from, kind: { kind: "date" }, cell: (line) => line.from },
    { name: "to", head: w.to, kind: { kind: "date" }, cell: (line) => line.to },
    { name: "region", head: w.region, cell: (line) => regionName(say, pack, line.region) },
    { name: "places", head: w.places, kind: { kind: "integer" }, cell: (line) => line.places },
    { name: "people", head: planWords.filledNote, kind: { kind: "integer" }, cell: (line) => people.get(line.id)?.people ?? 0 },
    { name: "cost", head: w.cost, cell: (line) => sums(r, balanceOf(line.money).cost) },
    { name: "funding", head: w.funding, cell: (line) => sums(r, balanceOf(line.money).funding) },
    { name: "without_money", head: w.withoutMoney, cell: (line) => sums(r, owing(balanceOf(line.money).gap)) },
    { name: "change", head: w.change, cell: (line) => line.change },
    { name: "state", head: planWords.state, cell: (line) => line.state },
  ];
}

/** The list of a plan’s lines. Three queries. */
export async function linesOf(r: Request, plan: Plan): Promise<List<Request, typeof FILTERS, Line, Sort>> {
  const all = await linesOfPlan(r.db, plan.id);
  const people = await progressOf(
    r.db,
    all.map((line) => line.id),
  );
  return {
    name: `plan-${plan.fiscalYearStart.slice(0, 4)}`,
    path: () => paths.lines(plan.id),
    file: () => paths.linesFile(plan.id),
    filters: FILTERS,
    sorts: SORTS,
    first: () => ({ sort: "number", descending: false }),
    rows: async (_, { filter, sort, descending }, { offset, limit }) => {
      const found = await picked(r, plan, all, filter);
      return { rows: ordered(found, sort, descending).slice(offset, offset + limit), total: found.length };
    },
    result: async (_, shown, filter) => {
      const places = (await picked(r, plan, all, filter)).reduce((sum, line) => sum + line.places, 0);
      return r.say(w.linesResult, { shown, total: all.length, places });
    },
    columns: () => columnsOf(r, people),
    sheet: w.linesTitle,
  };
}
