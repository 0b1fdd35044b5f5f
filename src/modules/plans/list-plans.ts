/** The plans as a list, one for each fiscal year. */
import type { Request } from "#kernel/access/asked.ts";
import { choiceFilter, type List } from "#kernel/access/list.ts";
import { fiscalYearLabel } from "#platform/ui/format.ts";
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import { PLAN_STATES, planFlow, SHOWN_TO_MEMBERS } from "./flows.ts";
import { paths } from "./paths.ts";
import { listPlans, type PlanRow } from "./queries.ts";
import { followsDrafts } from "./verbs.ts";
import { w as lineWords } from "./words-line.ts";
import { w } from "./words-plan.ts";

/** The states of plans that the reader may see. */
const statesOf = (r: Pick<Request, "actor">) => (followsDrafts(r.actor) ? PLAN_STATES : SHOWN_TO_MEMBERS);

/** A fiscal year as it is called: 2025/26. */
export const yearLabel = (start: Day): string => fiscalYearLabel({ from: start, to: addDays(addMonths(start, 12), -1) });

const FILTERS = {
  state: choiceFilter((r) => statesOf(r as Request).map((state) => ({ value: state, text: r.say(planFlow.states[state].title) })), {
    label: w.state,
    any: lineWords.any,
  }),
};

const SORTS = ["year", "title", "lines", "places"] as const;

/** A plan a year: they are read whole and put in order here. */
export const PLANS: List<Request, typeof FILTERS, PlanRow, (typeof SORTS)[number]> = {
  name: "plans",
  path: () => paths.plans,
  file: () => paths.plansFile,
  filters: FILTERS,
  sorts: SORTS,
  first: () => ({ sort: "year", descending: true }),
  rows: async (r, { filter, sort, descending }, { offset, limit }) => {
    const all = await listPlans(r.db, filter.state === null ? statesOf(r) : [filter.state]);
    const value = (plan: PlanRow): string | number => (sort === "year" ? plan.fiscalYearStart : plan[sort]);
    const order = descending ? -1 : 1;
    const sorted = all.toSorted((a, b) => (value(a) < value(b) ? -order : value(a) > value(b) ? order : 0));
    return { rows: sorted.slice(offset, offset + limit), total: all.length };
  },
  result: (r, total) => r.say(w.plansResult, { total }),
  columns: (r) => [
    { name: "title", head: w.plan, cell: (plan) => plan.title },
    { name: "year", head: w.year, cell: (plan) => yearLabel(plan.fiscalYearStart) },
    { name: "state", head: w.state, cell: (plan) => r.say(planFlow.states[plan.state].title) },
    { name: "lines", head: w.lines, kind: { kind: "integer" }, cell: (plan) => plan.lines },
    { name: "places", head: w.places, kind: { kind: "integer" }, cell: (plan) => plan.places },
    { name: "id", cell: (plan) => plan.id },
  ],
  sheet: w.module,
};
