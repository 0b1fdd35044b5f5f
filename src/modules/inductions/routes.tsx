/** The pages of inductions: coverage with the late by name, the list behind every number, and the list as a file. */
import { may, within, type Request, type Visit } from "#kernel/access/asked.ts";
import { choiceFilter, codeFilter, dayFilter, listed, listedFile, recordFilter, type FilterAsked, type List } from "#kernel/access/list.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { holds, type Organisations } from "#kernel/access/verb.ts";
import { isDay } from "#kernel/calendar/day.ts";
import { allowanceOf, postTypeOf, postTypesWith } from "#kernel/pack/lookup.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { type ListColumn } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { formatDate } from "#platform/ui/format.ts";
import { paths } from "./paths.ts";
import { callsFor, coverageParts, organisationsBelow, people, SORTS, type SortKey } from "./queries.ts";
import { listedFrom, RULES, TRACKS, verbs } from "./rules.ts";
import { STANDINGS, type InductionFilter, type NewPerson, type Period, type Standing } from "./schema.ts";
import { enrolledOf } from "./sources.ts";
import { CoverageView } from "./views/coverage.tsx";
import { PeopleView } from "./views/people.tsx";
import { w } from "./words.ts";

/** The late that are shown beside the numbers; the list has the others. */
const FIRST = 10;

async function rulesFor(r: Request): Promise<RuleSet> {
  return ruleSetFor(r.db, RULES, r.today);
}

/** The days due that the address asks for; what is listed at all when it asks for none. */
function periodOf(r: Request, rules: RuleSet): Period {
  const [from, to] = [r.query.get("from"), r.query.get("to")];
  const period = { from: isDay(from) ? from : listedFrom(rules, r.today), to: isDay(to) ? to : r.today };
  return period.from <= period.to ? period : { from: period.to, to: period.from };
}

/** The organisations of one member within the actor's reach. */
async function underMember(r: Request, reach: Organisations, member: string): Promise<Organisations> {
  const below = await organisationsBelow(r.db, member, r.today);
  return reach === "all" ? below : new Set([...below].filter((organisation) => reach.has(organisation)));
}

function timeText(r: Request, rules: RuleSet, parameter: string): string {
  const found = rules.parameters[parameter];
  if (found === undefined) return "";
  const { amount, unit } = allowanceOf(found);
  return r.say(unit === "months" ? w.months : w.days, { n: amount });
}

async function coverage(r: Request): Promise<Reply> {
  const rules = await rulesFor(r);
  const period = periodOf(r, rules);
  const reach = await within(r, verbs.read);
  const { whole, parts } = await coverageParts(r.db, r.pack, { ...period, within: reach }, r.today);
  const callers = postTypesWith(r.pack, "hr_director").map((type) => type.code);
  const listed = await membersOn(r.db, r.today, r.language);
  const calls = await callsFor(
    r.db,
    listed.map((member) => member.id),
    callers,
    r.today,
  );
  return show(
    <CoverageView
      shell={r.shell}
      period={period}
      today={r.today}
      whole={whole}
      parts={parts}
      members={new Map(listed.map((member) => [member.id, { name: member.name, call: calls.get(member.id) ?? null }]))}
      times={{ staff: timeText(r, rules, "new_staff_within"), leaders: timeText(r, rules, "new_leaders_within") }}
      target={numberOf(rules, "coverage_target")}
      source={rules.source}
      late={may(r, verbs.names) ? await lateNow(r, period) : null}
    />,
  );
}

/** Those who are late and still in the post, the longest first. */
async function lateNow(r: Request, period: Period) {
  const ask: InductionFilter = { ...period, within: await within(r, verbs.names), which: "late", inPost: true };
  const { rows, total } = await people(
    r.db,
    r.pack,
    ask,
    { sort: "due", descending: false, offset: 0, limit: FIRST, language: r.language },
    r.today,
  );
  const enrolled = await enrolledOf(
    r.db,
    rows.map((row) => row.person),
    r.today,
  );
  return { rows, total, enrolled };
}

const codesNamed = (r: Visit, which: Standing | "due"): string =>
  r.say({ late: w.late, waiting: w.waiting, inducted: w.inducted, due: w.due }[which]);

/** The members whose people the actor may see by name. */
async function membersWithin(r: Request) {
  const reach = await within(r, verbs.names);
  const listed = await membersOn(r.db, r.today, r.language);
  return listed.filter((member) => holds(reach, member.id)).map((member) => ({ value: member.id, text: member.name }));
}

const FILTERS = {
  which: codeFilter([...STANDINGS, "due"], { label: w.which, any: w.all, text: (which, r) => codesNamed(r, which) }),
  member: recordFilter(membersWithin, { label: w.member, any: w.anyMember }),
  track: codeFilter(TRACKS, { label: w.track, any: w.anyTrack, text: (track, r) => r.say(w[track]) }),
  now: codeFilter(["yes"], { label: w.inPost, any: w.nowAny, text: (_, r) => r.say(w.nowOnly) }),
  tier: choiceFilter(
    (r) => r.pack.tiers.filter((tier) => tier.kind === "territory").map((tier) => ({ value: tier.code, text: r.say(tier.names) })),
    { label: w.tier, any: w.anyTier, folded: true },
  ),
  sex: codeFilter(["F", "M"], { label: w.sex, any: w.anySex, folded: true, text: (sex, r) => r.say(sex === "F" ? w.women : w.men) }),
  from: dayFilter({ label: w.from, folded: true }),
  to: dayFilter({ label: w.to, folded: true }),
};

/** What is read of people for an address: its days stand for the usual ones when it names none. */
async function inductionsAsked(r: Request, filter: FilterAsked<typeof FILTERS>): Promise<InductionFilter> {
  const reach = await within(r, verbs.names);
  return {
    ...filter,
    ...periodOf(r, await rulesFor(r)),
    within: filter.member === null ? reach : await underMember(r, reach, filter.member),
    inPost: filter.now === "yes",
  };
}

const columnsOf = (r: Visit): readonly ListColumn<NewPerson>[] => [
  { name: "name", head: w.name, cell: (row) => row.name },
  { name: "sex", head: w.sex, cell: (row) => row.sex },
  { name: "post_type", head: w.post, cell: (row) => r.say(postTypeOf(r.pack, row.postType).names) },
  { name: "organisation", head: w.organisation, cell: (row) => row.organisationName },
  { name: "tier", head: w.tier, cell: (row) => row.tier },
  { name: "track", head: w.track, cell: (row) => r.say(row.track === "staff" ? w.staff : w.leaders) },
  { name: "since", head: w.since, kind: { kind: "date" }, cell: (row) => row.since },
  { name: "due", head: w.dueOn, kind: { kind: "date" }, cell: (row) => row.due },
  { name: "state", head: w.state, cell: (row) => codesNamed(r, row.standing) },
  { name: "inducted_on", head: w.inducted, kind: { kind: "date" }, cell: (row) => row.inductedOn },
  { name: "certainty", head: w.certainty, cell: (row) => row.certainty },
  { name: "phone", head: w.phone, cell: (row) => row.phone },
];

const LIST: List<Request, typeof FILTERS, NewPerson, SortKey> = {
  name: "inductions",
  path: () => paths.people,
  file: () => paths.file,
  filters: FILTERS,
  sorts: SORTS,
  first: () => ({ sort: "due", descending: false }),
  rows: async (r, { filter, ...order }, part) =>
    people(r.db, r.pack, await inductionsAsked(r, filter), { ...order, ...part, language: r.language }, r.today),
  result: async (r, total) => {
    const { from, to } = periodOf(r, await rulesFor(r));
    return r.say(w.result, { total, from: formatDate(from), to: formatDate(to) });
  },
  columns: columnsOf,
  sheet: w.title,
};

async function list(r: Request): Promise<Reply> {
  const page = await listed(r, LIST);
  const enrolled = await enrolledOf(
    r.db,
    page.rows.map((row) => row.person),
    r.today,
  );
  return show(<PeopleView shell={r.shell} list={page} enrolled={enrolled} today={r.today} />);
}

export const routes: readonly Route[] = [
  page(paths.inductions, verbs.read, coverage),
  page(paths.people, verbs.names, list),
  page(paths.file, verbs.names, (r) => listedFile(r, LIST)),
];
