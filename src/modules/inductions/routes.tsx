/** The pages of inductions: coverage with the late by name, the list behind every number, and the list as a file. */
import type { Actor } from "#kernel/access/actor.ts";
import { page, type Asked, type Route } from "#kernel/access/route.ts";
import { holds, organisationsFor, reachOf, type Organisations } from "#kernel/access/verb.ts";
import { isDay } from "#kernel/calendar/day.ts";
import { allowanceOf, postTypeOf, postTypesWith } from "#kernel/pack/lookup.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { isId } from "#platform/db/ids.ts";
import { changedQuery, pageAsked } from "#platform/http/address.ts";
import { fileLinks, FORMATS, inPages, listFile, type ListColumn } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import type { Text } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { paths } from "./paths.ts";
import { callsFor, coverageParts, organisationsBelow, people, SORTS, type SortKey } from "./queries.ts";
import { listedFrom, RULES, TRACKS, verbs } from "./rules.ts";
import { STANDINGS, type InductionFilter, type NewPerson, type Period } from "./schema.ts";
import { enrolledOf } from "./sources.ts";
import { CoverageView } from "./views/coverage.tsx";
import { PeopleView } from "./views/people.tsx";
import { w } from "./words.ts";

type Request = Asked<any, Actor>;

const PAGE = 50;
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
async function underMember(r: Request, within: Organisations, member: string): Promise<Organisations> {
  const below = await organisationsBelow(r.db, member, r.today);
  return within === "all" ? below : new Set([...below].filter((organisation) => within.has(organisation)));
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
  const within = await organisationsFor(r.db, r.actor, verbs.read, r.today);
  const { whole, parts } = await coverageParts(r.db, r.pack, { ...period, within }, r.today);
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
      late={reachOf(r.actor, verbs.names) === null ? null : await lateNow(r, period)}
    />,
  );
}

/** Those who are late and still in the post, the longest first. */
async function lateNow(r: Request, period: Period) {
  const within = await organisationsFor(r.db, r.actor, verbs.names, r.today);
  const ask: InductionFilter = { ...period, within, which: "late", inPost: true };
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

async function filterOf(r: Request): Promise<InductionFilter & { readonly member: string | null }> {
  const rules = await rulesFor(r);
  const within = await organisationsFor(r.db, r.actor, verbs.names, r.today);
  const member = r.query.get("member") ?? undefined;
  const sex = r.query.get("sex");
  const tier = r.query.get("tier");
  return {
    ...periodOf(r, rules),
    within: isId(member) ? await underMember(r, within, member) : within,
    member: isId(member) ? member : null,
    which: [...STANDINGS, "due" as const].find((one) => one === r.query.get("which")) ?? null,
    tier: r.pack.tiers.some((one) => one.code === tier) ? tier : null,
    track: TRACKS.find((one) => one === r.query.get("track")) ?? null,
    sex: sex === "F" || sex === "M" ? sex : null,
    inPost: r.query.get("now") === "yes",
  };
}

async function filtersOf(r: Request, ask: Awaited<ReturnType<typeof filterOf>>, total: number) {
  const { say, pack } = r;
  const reach = await organisationsFor(r.db, r.actor, verbs.names, r.today);
  const listed = (await membersOn(r.db, r.today, r.language)).filter((member) => holds(reach, member.id));
  const choice = (
    name: string,
    label: Text,
    any: Text,
    value: string | null | undefined,
    options: readonly { value: string; text: string }[],
  ) => ({
    name,
    label: say(label),
    value: value ?? "",
    options: [{ value: "", text: say(any) }, ...options],
  });
  const option = (value: string, text: Text) => ({ value, text: say(text) });
  // The usual days stand in the line of the result: a field that holds them would keep the folded part open.
  const dayIn = (name: "from" | "to"): string => (isDay(r.query.get(name)) ? ask[name] : "");
  const tiers = pack.tiers.filter((tier) => tier.kind === "territory").map((tier) => option(tier.code, tier.names));
  return {
    action: paths.people,
    result: say(w.result, { total, from: formatDate(ask.from), to: formatDate(ask.to) }),
    clearHref: paths.people,
    keep: { sort: r.query.get("sort") ?? undefined },
    fields: [
      choice("which", w.which, w.all, ask.which, [
        option("late", w.late),
        option("waiting", w.waiting),
        option("inducted", w.inducted),
        option("due", w.due),
      ]),
      choice(
        "member",
        w.member,
        w.anyMember,
        ask.member,
        listed.map((member) => ({ value: member.id, text: member.name })),
      ),
      choice("track", w.track, w.anyTrack, ask.track, [option("staff", w.staff), option("leaders", w.leaders)]),
      choice("now", w.inPost, w.nowAny, ask.inPost === true ? "yes" : "", [option("yes", w.nowOnly)]),
    ],
    more: [
      choice("tier", w.tier, w.anyTier, ask.tier, tiers),
      choice("sex", w.sex, w.anySex, ask.sex, [option("F", w.women), option("M", w.men)]),
      { name: "from", label: say(w.from), type: "date" as const, value: dayIn("from") },
      { name: "to", label: say(w.to), type: "date" as const, value: dayIn("to") },
    ],
  };
}

function sortOf(r: Request): { readonly key: SortKey; readonly descending: boolean } {
  const [key, direction] = (r.query.get("sort") ?? "").split("-");
  return { key: SORTS.find((one) => one === key) ?? "due", descending: direction === "down" };
}

async function list(r: Request): Promise<Reply> {
  const ask = await filterOf(r);
  const sort = sortOf(r);
  const number = pageAsked(r.query);
  const at = { sort: sort.key, descending: sort.descending, offset: (number - 1) * PAGE, limit: PAGE, language: r.language };
  const { rows, total } = await people(r.db, r.pack, ask, at, r.today);
  const href = (changes: Readonly<Record<string, string | number | null>>, path: string = paths.people): string =>
    changedQuery(path, r.query, changes);
  return show(
    <PeopleView
      shell={r.shell}
      rows={rows}
      enrolled={await enrolledOf(
        r.db,
        rows.map((row) => row.person),
        r.today,
      )}
      filters={await filtersOf(r, ask, total)}
      sort={sort}
      sortHref={(next) => href({ sort: `${next.key}-${next.descending ? "down" : "up"}`, page: null })}
      pages={{ current: number, last: Math.max(1, Math.ceil(total / PAGE)), href: (to) => href({ page: to === 1 ? null : to }) }}
      downloads={fileLinks((format) => href({ page: null, format }, paths.file), FORMATS)}
      today={r.today}
    />,
  );
}

const columnsOf = (r: Request): readonly ListColumn<NewPerson>[] => [
  { name: "name", head: w.name, cell: (row) => row.name },
  { name: "sex", head: w.sex, cell: (row) => row.sex },
  { name: "post_type", head: w.post, cell: (row) => r.say(postTypeOf(r.pack, row.postType).names) },
  { name: "organisation", head: w.organisation, cell: (row) => row.organisationName },
  { name: "tier", head: w.tier, cell: (row) => row.tier },
  { name: "track", head: w.track, cell: (row) => r.say(row.track === "staff" ? w.staff : w.leaders) },
  { name: "since", head: w.since, kind: { kind: "date" }, cell: (row) => row.since },
  { name: "due", head: w.dueOn, kind: { kind: "date" }, cell: (row) => row.due },
  { name: "state", head: w.state, cell: (row) => r.say({ late: w.late, waiting: w.waiting, inducted: w.inducted }[row.standing]) },
  { name: "inducted_on", head: w.inducted, kind: { kind: "date" }, cell: (row) => row.inductedOn },
  { name: "certainty", head: w.certainty, cell: (row) => row.certainty },
  { name: "phone", head: w.phone, cell: (row) => row.phone },
];

async function file(r: Request): Promise<Reply> {
  const ask = await filterOf(r);
  const sort = sortOf(r);
  const rows = inPages<NewPerson>(1000, async ({ offset, limit }) => {
    const at = { sort: sort.key, descending: sort.descending, offset, limit, language: r.language };
    return (await people(r.db, r.pack, ask, at, r.today)).rows;
  });
  return listFile(r, { name: "inductions", sheet: r.say(w.title), columns: columnsOf(r), rows });
}

export const routes: readonly Route[] = [
  page(paths.inductions, verbs.read, coverage),
  page(paths.people, verbs.names, list),
  page(paths.file, verbs.names, file),
];
