/** Writes the lines of the demonstration’s plans: days that clash with nothing, seats from posts, costs from days and places, needs of the field. */
import { addDays, addMonths, weekdayOf, type Day } from "#kernel/calendar/day.ts";
import type { NewLine } from "#kernel/money/lines.ts";
import type { CourseFacts } from "#modules/courses";
import { clashesOf, type Dated } from "./clashes.ts";
import { EMPTY } from "./content.ts";
import type { Activity } from "./demo-activity.ts";
import { regionOfMember, type Cast } from "./demo-cast.ts";
import { postsByMember } from "./queries-seats.ts";
import { isCourse, untrainable } from "./rules.ts";
import { shareSeats } from "./seats.ts";
import type { LineContent } from "./schema.ts";
import { regionsOf } from "./views/common.tsx";

/** Posts of some groups by member, looked up once. */
export async function postsFor(cast: Cast, groups: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const key = groups.join(" ");
  const known = cast.posts.get(key) ?? (await postsByMember(cast.demo.db, cast.demo.pack, groups, cast.demo.today));
  cast.posts.set(key, known);
  return known;
}

async function seatsOf(cast: Cast, activity: Activity, members: ReadonlySet<string> | null) {
  const known = await postsFor(cast, activity.groups);
  const inside = cast.members.filter((member) => members === null || members.has(member.id));
  const posts = new Map(inside.map((member) => [member.id, known.get(member.id) ?? 0]));
  return [...shareSeats(posts, activity.places)].map(([organisation, places]) => ({ organisation, places }));
}

/** The first stretch of working days from a wished day on that clashes with nothing; a long activity takes its days as they are. */
export function daysFor({ demo }: Cast, activity: Activity, wish: Day, end: Day, taken: readonly Dated[]): { from: Day; to: Day } {
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

/** Where and when a line is held, and what it answers. */
export interface Placed {
  /** Code of the region in which it is held; null: for the whole country. */
  readonly region: string | null;
  /** Those whose posts it has places for; null: all members. */
  readonly members: ReadonlySet<string> | null;
  /** Where among the year’s lines it stands: who answers for it, and whether its payer has sent all. */
  readonly order: number;
}

/** The members of a region. */
export function membersIn(cast: Cast, region: string): ReadonlySet<string> {
  return new Set(cast.members.filter((member) => regionOfMember(cast, member) === region).map((member) => member.id));
}

/** What one line says. */
export async function contentFor(
  cast: Cast,
  activity: Activity,
  { region, members, order }: Placed,
  days: { readonly from: Day; readonly to: Day },
  about: { readonly title: string; readonly course: string | null; readonly needs: readonly string[] },
): Promise<LineContent> {
  const seats = await seatsOf(cast, activity, members);
  const money = costsOf(
    cast,
    activity,
    seats.reduce((sum, seat) => sum + seat.places, 0),
  );
  return {
    ...EMPTY,
    ...days,
    ...about,
    language: "en",
    modality: activity.modality,
    mode: activity.mode,
    domain: activity.domain,
    groups: activity.groups,
    mandate: about.needs.length === 0 || activity.mandate.startsWith("Induction") ? activity.mandate : null,
    region,
    change: activity.change,
    indicatorWords: activity.indicator,
    responsible: cast.responsible[order % cast.responsible.length] ?? null,
    seats,
    money: [...money, ...meansOf(cast, activity, money, order)],
  };
}

/**
 * What a year’s lines say, in the order in which they are held. `withNeeds` is false for a year planned before needs were assessed.
 * `taken` grows by the days of these lines.
 */
export async function contentsFor(
  cast: Cast,
  activities: readonly Activity[],
  year: Day,
  withNeeds: boolean,
  taken: Dated[] = [],
): Promise<LineContent[]> {
  const end = addDays(addMonths(year, 12), -1);
  const contents: LineContent[] = [];
  const regions = regionsOf(cast.demo.pack);
  const each = activities.flatMap((activity) => Array.from({ length: activity.regions }, (_, turn) => ({ activity, turn })));
  for (const [order, { activity, turn }] of each.entries()) {
    const region = activity.regions > 1 ? regions[turn % regions.length] : undefined;
    const members = region === undefined ? null : membersIn(cast, region.code);
    const wish = activity.long === true ? addDays(year, 95 + order) : addDays(year, 78 + ((order * 37) % 250));
    const days = daysFor(cast, activity, wish, end, taken);
    const title = region === undefined ? activity.title : `${activity.title}: ${region.names.en}`;
    taken.push({ id: `activity ${order}`, number: order, title, groups: activity.groups, ...days });
    const host = activity.mode === "online" ? undefined : regions[order % regions.length];
    contents.push(
      await contentFor(cast, activity, { region: (region ?? host)?.code ?? null, members, order }, days, {
        title,
        course: courseFor(cast, activity),
        needs: needsFor(cast, activity, members, withNeeds),
      }),
    );
  }
  return contents.sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
}
