/** The needs that wait, as a list to be put together from. They are read whole and picked here. */
import type { Request } from "#kernel/access/asked.ts";
import { choiceFilter, recordFilter, type FilterAsked, type List } from "#kernel/access/list.ts";
import { groupOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { groupOptions, nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { postTypesOfGroup } from "#kernel/registry/groups.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import type { NeedFacts } from "#modules/needs";
import { paths } from "./paths.ts";
import type { Plan } from "./schema.ts";
import { levelsOf, needName } from "./views/need.tsx";
import { w } from "./words-line.ts";
import { w as planWords } from "./words-plan.ts";

const FILTERS = {
  domain: choiceFilter((r) => optionsOf(r.say, r.pack, "capacity_domain"), { label: w.domain, any: w.any }),
  group: choiceFilter((r) => groupOptions(r.say, r.pack), { label: w.group, any: w.any }),
  organisation: recordFilter(
    async (r) => (await membersOn(r.db, r.today, r.language)).map((member) => ({ value: member.id, text: member.name })),
    { label: w.organisation, any: w.any },
  ),
  cause: choiceFilter((r) => optionsOf(r.say, r.pack, "gap_cause"), { label: w.cause, any: w.any }),
};

const SORTS = ["waiting", "organisation", "gap", "reach"] as const;
type Sort = (typeof SORTS)[number];

/** True for needs that concern a target group: those that name one of its types of post, and those of whole organisations. */
function concerns(pack: Pack, need: NeedFacts, group: string): boolean {
  const types = postTypesOfGroup(pack, groupOf(pack, group));
  return types === null || need.postTypes.length === 0 || need.postTypes.some((type) => types.includes(type));
}

function picked(pack: Pack, needs: readonly NeedFacts[], { domain, group, organisation, cause }: FilterAsked<typeof FILTERS>) {
  return needs.filter(
    (need) =>
      (domain === null || need.domain === domain) &&
      (organisation === null || need.organisation === organisation) &&
      (cause === null || need.cause === cause) &&
      (group === null || concerns(pack, need, group)),
  );
}

/** `waiting` is the order in which they were read, the longest first. */
function ordered(needs: readonly NeedFacts[], sort: Sort, descending: boolean): readonly NeedFacts[] {
  if (sort === "waiting") return needs;
  const value = (need: NeedFacts): string | number =>
    sort === "organisation" ? need.organisationName : ((sort === "gap" ? levelsOf(need) : need.reach) ?? -1);
  const order = descending ? -1 : 1;
  return needs.toSorted((a, b) => (value(a) < value(b) ? -order : value(a) > value(b) ? order : 0));
}

/** The list of needs that a plan under way can put together. */
export const poolOf = (plan: Plan, needs: readonly NeedFacts[]): List<Request, typeof FILTERS, NeedFacts, Sort> => ({
  name: "needs-waiting",
  path: () => paths.pool(plan.id),
  file: () => paths.poolFile(plan.id),
  filters: FILTERS,
  sorts: SORTS,
  first: () => ({ sort: "waiting", descending: false }),
  rows: async (r, { filter, sort, descending }, { offset, limit }) => {
    const found = picked(r.pack, needs, filter);
    return { rows: ordered(found, sort, descending).slice(offset, offset + limit), total: found.length };
  },
  result: (r, total) => r.say(w.result, { total }),
  columns: (r) => [
    { name: "need", head: w.need, cell: (need) => needName(r, need) },
    { name: "organisation", head: w.organisation, cell: (need) => need.organisationName },
    { name: "domain", head: w.domain, cell: (need) => nameOf(r.say, r.pack, "capacity_domain", need.domain) },
    { name: "gap", head: w.gap, kind: { kind: "decimal", places: 1 }, cell: levelsOf },
    { name: "reach", head: w.reach, kind: { kind: "integer" }, cell: (need) => need.reach },
    { name: "cause", head: w.cause, cell: (need) => (need.cause === null ? null : nameOf(r.say, r.pack, "gap_cause", need.cause)) },
    { name: "certainty", head: w.sure, cell: (need) => need.certainty },
    { name: "id", cell: (need) => need.id },
  ],
  sheet: planWords.pool,
});
