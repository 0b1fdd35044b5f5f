/** Writes the lines of the demonstration’s plans: days that clash with nothing, seats from posts, costs from days and places, needs of the field. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { actorFor } from "#kernel/access/session.ts";
import { addDays, addMonths, startOfDay, weekdayOf, type Day } from "#kernel/calendar/day.ts";
import type { NewLine } from "#kernel/money/lines.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { organisationCode } from "#kernel/registry/bulk.ts";
import { membersOn, type MemberRow } from "#kernel/registry/organisations.ts";
import { publishedCourses, type CourseFacts } from "#modules/courses";
import { needsByIds, type NeedFacts } from "#modules/needs";
import { newId } from "#platform/db/ids.ts";
import { clashesOf, type Dated } from "./clashes.ts";
import { EMPTY } from "./content.ts";
import { PARTNERS, type Activity } from "./demo-lines.ts";
import { NEED } from "./kinds.ts";
import { postsByMember } from "./queries-seats.ts";
import { isCourse, untrainable } from "./rules.ts";
import { shareSeats } from "./seats.ts";
import type { LineContent } from "./schema.ts";
import { regionsOf } from "./views/common.tsx";

/** Everything the lines are made from. */
export interface Cast {
  readonly demo: DemoContext;
  readonly members: readonly MemberRow[];
  readonly needs: readonly NeedFacts[];
  readonly courses: readonly CourseFacts[];
  readonly partners: readonly string[];
  readonly responsible: readonly string[];
  readonly posts: Map<string, ReadonlyMap<string, number>>;
}

/** A morning hour of a day in the association’s zone. */
export function morning(demo: DemoContext, day: Day, minutes = 0): Date {
  return new Date(startOfDay(day, demo.pack.timeZone).getTime() + 8 * 3_600_000 + minutes * 60_000);
}

/** Whoever holds a post with a role at an organisation today; null where the post is vacant. */
export async function holderOf(demo: DemoContext, organisation: string, role: Role): Promise<Actor | null> {
  const types = demo.pack.postTypes.filter((type) => type.roles.includes(role)).map((type) => type.code);
  const { rows } = await sql<{ post: string; person: string }>`
    select p.id as post, a.person from registry.post p join registry.assignment a on a.post = p.id and a.to_day is null
    where p.organisation = ${organisation} and p.post_type = any(${types}::text[]) order by p.post_type, p.seat, a.acting limit 1`.execute(
    demo.db,
  );
  const held = rows[0];
  return held === undefined ? null : actorFor(demo.db, demo.pack, held.person, demo.today, held.post);
}

/** Partner organisations, added to the registry once. */
async function partnersOf(demo: DemoContext): Promise<string[]> {
  const tier = demo.pack.tiers.find((one) => one.kind === "outside")?.code ?? null;
  const rows = PARTNERS.map((name, index) => ({
    id: newId(),
    kind: "partner",
    code: `EXT-DEMO-${index + 1}`,
    name,
    tier,
    from_day: addDays(demo.today, -1500),
  }));
  await demo.db
    .insertInto("registry.organisation")
    .values(rows)
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
  const found = await demo.db
    .selectFrom("registry.organisation")
    .select(["id", "code"])
    .where(
      "code",
      "in",
      rows.map((row) => row.code),
    )
    .orderBy("code")
    .execute();
  return found.map((row) => row.id as string);
}

/** Needs that got a response in the finished round, or still wait: what lines may rest on. */
async function knownNeeds(demo: DemoContext): Promise<NeedFacts[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct from_id as id from trace.link where from_kind = ${NEED} and relation = 'answered_by' order by 1`.execute(demo.db);
  const needs = await needsByIds(
    demo.db,
    rows.map((row) => row.id),
  );
  return [...needs.values()].sort((a, b) =>
    a.organisationName < b.organisationName ? -1 : a.organisationName > b.organisationName ? 1 : a.domain < b.domain ? -1 : 1,
  );
}

/** Gathers what lines are made from. */
export async function castOf(demo: DemoContext): Promise<Cast> {
  const types = demo.pack.postTypes
    .filter((type) => type.roles.some((role) => role === "capacity_manager" || role === "training_coordinator"))
    .map((type) => type.code);
  const { rows } = await sql<{ id: string }>`
    select p.id from registry.post p where p.organisation = ${demo.association} and p.post_type = any(${types}::text[]) order by p.post_type, p.seat`.execute(
    demo.db,
  );
  return {
    demo,
    members: await membersOn(demo.db, demo.today),
    needs: await knownNeeds(demo),
    courses: await publishedCourses(demo.db, demo.pack),
    partners: await partnersOf(demo),
    responsible: rows.map((row) => row.id),
    posts: new Map(),
  };
}

function regionOfMember({ demo }: Cast, member: MemberRow): string | null {
  const regions = new Set(regionsOf(demo.pack).map((unit) => unit.code));
  const unit = demo.pack.units.find((one) => organisationCode(one.tier, one.code) === member.code);
  if (unit === undefined) return null;
  return regions.has(unit.code) ? unit.code : unit.parent;
}

async function seatsOf(cast: Cast, activity: Activity, region: string | null) {
  const key = activity.groups.join(" ");
  const known = cast.posts.get(key) ?? (await postsByMember(cast.demo.db, cast.demo.pack, activity.groups, cast.demo.today));
  cast.posts.set(key, known);
  const inside = cast.members.filter((member) => region === null || regionOfMember(cast, member) === region);
  const posts = new Map(inside.map((member) => [member.id, known.get(member.id) ?? 0]));
  return [...shareSeats(posts, activity.places)].map(([organisation, places]) => ({ organisation, places }));
}

/** The first stretch of working days from a wished day on that clashes with nothing; a long activity takes its days as they are. */
function daysFor({ demo }: Cast, activity: Activity, wish: Day, end: Day, taken: readonly Dated[]): { from: Day; to: Day } {
  const looked = (from: Day, to: Day): number =>
    clashesOf(demo.pack.calendar, { id: "", number: 0, title: "", groups: activity.groups, from, to }, taken, 30).length;
  let from = wish;
  if (activity.long === true) {
    // Only its ends are looked at: it begins and ends on days that clash with nothing.
    let to = addDays(from, activity.days);
    while (looked(from, from) > 0) from = addDays(from, 1);
    while (looked(to, to) > 0) to = addDays(to, 1);
    return { from, to };
  }
  for (let tries = 0; tries < 300; tries++, from = addDays(from, 1)) {
    if (from > addDays(end, -14)) from = addDays(addMonths(end, -12), 80 + (tries % 20));
    if (weekdayOf(from) > 5 - Math.min(activity.days - 1, 4)) continue;
    const to = addDays(from, activity.days > 5 ? activity.days + Math.floor(activity.days / 5) * 2 - 1 : activity.days - 1);
    if (looked(from, to) === 0) return { from, to };
  }
  return { from: wish, to: addDays(wish, Math.max(activity.days - 1, 0)) };
}

const PER_DAY = { venue: 6500, meals: 14_000, transport: 8500 } as const;

/** Planned costs in minor units, by kind; rounded to the hundred as budgets are. */
function costsOf({ demo }: Cast, activity: Activity, places: number): NewLine[] {
  const unit = 10 ** demo.pack.currency.exponent;
  const line = (item: string, amount: number): NewLine[] => {
    const minor = Math.round(amount / 100) * 100 * unit;
    return minor === 0 ? [] : [{ side: "cost", item, note: null, party: null, minor, currency: demo.pack.currency.code }];
  };
  if (activity.long === true)
    return [...line("fees", activity.days * 110_000), ...line("transport", places * 90_000), ...line("materials", places * 15_000)];
  const away = activity.mode === "online" ? 0 : activity.days;
  return [
    ...line("venue", places * away * PER_DAY.venue),
    ...line("meals", places * away * PER_DAY.meals),
    ...line("transport", away === 0 ? places * 2000 : places * PER_DAY.transport * Math.min(away, 2)),
    ...line("accommodation", places * Math.max(0, away - 1) * 24_000),
    ...line("fees", Math.min(activity.days, 10) * 400_000 * Math.max(1, Math.ceil(places / 60))),
    ...line("materials", places * 4000),
  ];
}

function meansOf(cast: Cast, activity: Activity, costs: readonly NewLine[], order: number): NewLine[] {
  const all = costs.reduce((sum, line) => sum + line.minor, 0);
  // Every ninth line of a paid activity waits for the second half of what its payer promised.
  const share = activity.funded === 100 && order % 9 === 4 ? 55 : activity.funded;
  const minor = Math.round((all * share) / 100);
  if (minor === 0) return [];
  const partner = typeof activity.payer === "number" ? (cast.partners[activity.payer] ?? null) : null;
  const item = typeof activity.payer === "number" ? "partner" : activity.payer;
  return [{ side: "funding", item, note: null, party: partner, minor, currency: cast.demo.pack.currency.code }];
}

/** Needs of the field that this activity can answer, at most ten, those of the region first; none before they were known. */
function needsFor(cast: Cast, activity: Activity, members: ReadonlySet<string> | null, withNeeds: boolean): string[] {
  if (!withNeeds) return [];
  const { pack } = cast.demo;
  const fit = cast.needs.filter((need) => need.domain === activity.domain && (members === null || members.has(need.organisation)));
  const wrong = new Set(untrainable(pack, activity.modality, fit).map((need) => need.id));
  return fit
    .filter((need) => !wrong.has(need.id))
    .slice(0, 10)
    .map((need) => need.id);
}

function courseFor(cast: Cast, activity: Activity): string | null {
  if (!isCourse(cast.demo.pack, activity.modality)) return null;
  const shared = (course: CourseFacts): number => course.groups.filter((group) => activity.groups.includes(group)).length;
  const best = cast.courses
    .filter((course) => course.domain === activity.domain || shared(course) > 0)
    .sort((a, b) => shared(b) - shared(a) || (a.code < b.code ? -1 : 1))[0];
  return best?.id ?? null;
}

/** What a year’s lines say, in the order in which they are held. `withNeeds` is false for a year planned before needs were assessed. */
export async function contentsFor(cast: Cast, activities: readonly Activity[], year: Day, withNeeds: boolean): Promise<LineContent[]> {
  const { demo } = cast;
  const end = addDays(addMonths(year, 12), -1);
  const taken: Dated[] = [];
  const contents: LineContent[] = [];
  const regions = regionsOf(demo.pack);
  const each = activities.flatMap((activity) => Array.from({ length: activity.regions }, (_, turn) => ({ activity, turn })));
  for (const [order, { activity, turn }] of each.entries()) {
    const region = activity.regions > 1 ? regions[turn % regions.length] : undefined;
    const members =
      region === undefined
        ? null
        : new Set(cast.members.filter((member) => regionOfMember(cast, member) === region.code).map((member) => member.id));
    const seats = await seatsOf(cast, activity, region?.code ?? null);
    const places = seats.reduce((sum, seat) => sum + seat.places, 0);
    const wish = addDays(year, 78 + ((order * 37) % 250));
    const { from, to } = daysFor(cast, activity, activity.long === true ? addDays(year, 95 + order) : wish, end, taken);
    taken.push({ id: String(order), number: order, title: activity.title, groups: activity.groups, from, to });
    const money = costsOf(cast, activity, places);
    const needs = needsFor(cast, activity, members, withNeeds);
    contents.push({
      ...EMPTY,
      title: region === undefined ? activity.title : `${activity.title}: ${region.names.en}`,
      language: "en",
      modality: activity.modality,
      mode: activity.mode,
      domain: activity.domain,
      course: courseFor(cast, activity),
      groups: activity.groups,
      needs,
      mandate: needs.length === 0 || activity.mandate.startsWith("Induction") ? activity.mandate : null,
      from,
      to,
      region: region?.code ?? (activity.mode === "online" ? null : (regions[order % regions.length]?.code ?? null)),
      change: activity.change,
      indicatorWords: activity.indicator,
      responsible: cast.responsible[order % cast.responsible.length] ?? null,
      seats,
      money: [...money, ...meansOf(cast, activity, money, order)],
    });
  }
  return contents.sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
}
