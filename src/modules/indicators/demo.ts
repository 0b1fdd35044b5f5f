/** Demonstration of indicators: invented figures of all members over two years, some claimed, most verified, one that moved where people were trained and one that did not. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { actorFor } from "#kernel/access/session.ts";
import { addDays, addMonths, daysBetween, startOfDay, type Day } from "#kernel/calendar/day.ts";
import { agreeToPublish, defineIndicator, INDICATOR, nameAlias, setTarget, type Start } from "#kernel/measure/actions.ts";
import { keepFigures, type KeptFigure } from "#kernel/measure/bulk.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { membersOn, type MemberRow } from "#kernel/registry/organisations.ts";
import { seeded, type Random } from "#methods/draw/random.ts";
import { publishedCourses } from "#modules/courses";
import { NEED, needsByIds, openNeeds } from "#modules/needs";
import { compareBy, measureNeed, noteEvent } from "./actions.ts";
import { INDICATORS, type DemoIndicator } from "./demo-indicators.ts";
import { trainedIn } from "./impact.ts";
import { periodAt, type Period } from "./rules.ts";

const morning = (demo: DemoContext, day: Day): Date => new Date(startOfDay(day, demo.pack.timeZone).getTime() + 9 * 3_600_000);

/** The holder of a post with a role at an organisation, or null where nobody holds one. */
async function holding(demo: DemoContext, organisation: string, role: Role): Promise<Actor | null> {
  const types = demo.pack.postTypes.filter((type) => type.roles.includes(role)).map((type) => type.code);
  const { rows } = await sql<{ post: string; person: string }>`
    select p.id as post, a.person from registry.post p join registry.assignment a on a.post = p.id and a.to_day is null
    where p.organisation = ${organisation} and p.post_type = any(${types}::text[]) order by p.seat, a.acting limit 1`.execute(demo.db);
  const [held] = rows;
  return held === undefined ? null : actorFor(demo.db, demo.pack, held.person, demo.today, held.post);
}

/** The post that owns an indicator in each organisation: of the first wished role that it has, a held one first. */
async function ownersFor(demo: DemoContext, members: readonly MemberRow[], roles: readonly Role[]): Promise<ReadonlyMap<string, string>> {
  const rank = roles.flatMap((role, index) =>
    demo.pack.postTypes.filter((type) => type.roles.includes(role)).map((type) => ({ type: type.code, index })),
  );
  const { rows } = await sql<{ organisation: string; post: string }>`
    select distinct on (p.organisation) p.organisation, p.id as post
    from registry.post p join unnest(${rank.map((one) => one.type)}::text[], ${rank.map((one) => one.index)}::int[]) as w (type, place) on w.type = p.post_type
    where p.organisation = any(${members.map((one) => one.id)}::uuid[]) and (p.to_day is null or p.to_day > ${demo.today})
    order by p.organisation, w.place, (exists (select from registry.assignment a where a.post = p.id and a.to_day is null)) desc, p.seat`.execute(
    demo.db,
  );
  return new Map(rows.map((row) => [row.organisation, row.post]));
}

/** The periods told of, the oldest first: eighteen months or eight quarters that are over. */
function periodsOf(demo: DemoContext, made: DemoIndicator): readonly Period[] {
  const months = made.frequency === "monthly" ? 1 : 3;
  const count = made.frequency === "monthly" ? 18 : 8;
  const first = demo.pack.calendar.fiscalYearStartMonth;
  const last = periodAt(addDays(periodAt(demo.today, months, first).from, -1), months, first);
  return Array.from({ length: count }, (_, index) => periodAt(addMonths(last.from, -months * (count - 1 - index)), months, first));
}

interface Story {
  readonly demo: DemoContext;
  readonly made: DemoIndicator;
  readonly periods: readonly Period[];
  /** First day of the course by organisation. */
  readonly trained: ReadonlyMap<string, Day>;
  readonly random: Random;
}

/** The value of an organisation in a period: its own level, the drift of all, what the course did, and chance. */
function valueOf({ made, periods, trained, random }: Story, organisation: string, own: number, period: Period): number {
  const since = trained.get(organisation);
  const years = daysBetween(periods[0]?.from ?? period.from, period.from) / 365;
  const after = since === undefined || period.to < since ? 0 : Math.min(1, (daysBetween(since, period.to) + 1) / 90);
  const value = own + made.drift * years + made.effect * after + random.normal(0, made.spread.periods);
  return made.unit === "percent" ? Math.min(99, Math.max(5, value)) : Math.max(1, value);
}

/** A figure with its counts where people are counted, so that a share is what its counts say. */
function counted({ made, random }: Story, value: number): Pick<KeptFigure, "value" | "numerator" | "denominator"> {
  if (made.people === null) return { value: Math.round(value * 10) / 10, numerator: null, denominator: null };
  const denominator = Math.max(6, Math.round(random.normal(made.people, made.people / 8)));
  const numerator = Math.round((denominator * value) / 100);
  return { value: (numerator / denominator) * 100, numerator, denominator };
}

/** The part of women, and the rest. */
function bySex(
  { random }: Story,
  whole: Pick<KeptFigure, "numerator" | "denominator">,
): readonly { sex: "F" | "M"; numerator: number; denominator: number; value: number }[] {
  const [n, d] = [whole.numerator ?? 0, whole.denominator ?? 0];
  const women = Math.round(d * (0.46 + random.uniform() * 0.08));
  const answered = Math.min(women, Math.max(n - (d - women), Math.round((n / d) * women + random.normal(0, 1))));
  const parts = [
    { sex: "F" as const, numerator: answered, denominator: women },
    { sex: "M" as const, numerator: n - answered, denominator: d - women },
  ];
  return parts.map((part) => ({ ...part, value: (part.numerator / part.denominator) * 100 }));
}

/** How sure a figure is: last year’s came from files, the newest are claimed, most between are verified. */
function certaintyOf({ demo, periods, random }: Story, period: Period): KeptFigure["certainty"] {
  const left = periods.length - 1 - periods.indexOf(period);
  if (daysBetween(period.to, demo.today) > 400) return "imported";
  if (left === 0) return random.uniform() < 0.7 ? "claimed" : "verified";
  return random.uniform() < 0.9 ? "verified" : "claimed";
}

/** All figures of one organisation after its baseline; every third organisation has not given the newest. */
function figuresOf(
  story: Story,
  index: number,
  start: Start & { readonly organisation: string },
  indicator: string,
  own: number,
  verifier: string | null,
): KeptFigure[] {
  const { demo, made, periods } = story;
  const told = index % 3 === 1 ? periods.slice(1, -1) : periods.slice(1);
  return told.flatMap((period) => {
    const certainty = certaintyOf(story, period);
    const whole = counted(story, valueOf(story, start.organisation, own, period));
    const base = {
      indicator,
      organisation: start.organisation,
      ...period,
      source: certainty === "imported" ? `${made.source}, file of the association` : made.source,
      certainty,
      post: certainty === "imported" ? verifier : start.owner,
      verifiedBy: certainty === "verified" ? verifier : null,
      recordedAt: morning(demo, addDays(period.to, Math.min(6, daysBetween(period.to, demo.today)))),
    };
    const groups = made.bySex ? bySex(story, whole).map((part) => ({ ...base, ...part })) : [];
    return [{ ...base, ...whole }, ...groups];
  });
}

async function tellIndicator(story: Story, officer: Actor, members: readonly MemberRow[], course: string | null): Promise<string> {
  const { demo, made, periods, random } = story;
  const owners = await ownersFor(demo, members, made.owners);
  const first = periods[0] as Period;
  const levels = new Map(members.map((member) => [member.id, made.level + random.normal(0, made.spread.places)]));
  const starts = members.flatMap((member) => {
    const owner = owners.get(member.id);
    const value = valueOf(story, member.id, levels.get(member.id) ?? made.level, first);
    return owner === undefined
      ? []
      : [
          {
            organisation: member.id,
            owner,
            baseline: { ...first, ...counted(story, value), source: made.source, certainty: "imported" as const },
          },
        ];
  });
  const begun = morning(demo, addDays(first.to, 12));
  const { names, definition, kind, unit, better, frequency, domain, code } = made;
  const id = await demo.act(officer, begun, (act) =>
    defineIndicator(act, {
      code,
      names,
      definition,
      kind,
      unit,
      better,
      decimals: 1,
      frequency,
      domain,
      source: made.source,
      owner: officer.post,
      public: made.public,
      starts,
    }),
  );
  await demo.act(officer, morning(demo, addDays(demo.today, -5)), async (act) => {
    const figures = starts.flatMap((start, index) =>
      figuresOf(story, index, start, id, levels.get(start.organisation) ?? made.level, officer.post),
    );
    await keepFigures(act, figures);
    await act.journal({
      kind: "measure.figures.kept",
      subject: { kind: INDICATOR, id },
      member: null,
      payload: { figures: figures.length },
    });
    await setTarget(act, {
      indicator: id,
      organisation: null,
      from: first.from,
      to: addMonths(periodAt(demo.today, 12, demo.pack.calendar.fiscalYearStartMonth).to, 0),
      value: made.target,
      source: "Plan of the association",
    });
    if (course !== null) await compareBy(act, id, course);
    for (const { frame, code: theirs, name } of made.aliases)
      await nameAlias(act, { indicator: id, frame, code: theirs, names: { en: name, fr: name, rw: name } });
    if (made.event !== null)
      await noteEvent(act, {
        indicator: id,
        organisation: null,
        day: addDays(demo.today, -made.event.daysAgo),
        text: made.event.text,
        language: "en",
      });
  });
  return id;
}

/** A third of the members agree that their figures of a public indicator are shown. */
async function agreements(demo: DemoContext, id: string, members: readonly MemberRow[]): Promise<void> {
  for (const [index, member] of members.entries()) {
    if (index % 3 !== 0) continue;
    const secretary = await holding(demo, member.id, "executive_secretary");
    if (secretary !== null)
      await demo.act(secretary, morning(demo, addDays(demo.today, -30)), (act) => agreeToPublish(act, id, member.id, true));
  }
}

/** Links an indicator to needs of its field, first those that a plan took up. */
async function links(demo: DemoContext, officer: Actor, id: string, domain: string): Promise<void> {
  const { rows } = await sql<{ need: string }>`
    select distinct from_id as need from trace.link where from_kind = ${NEED} and relation = 'planned_in' order by 1`.execute(demo.db);
  const planned = [
    ...(
      await needsByIds(
        demo.db,
        rows.map((row) => row.need),
      )
    ).values(),
  ].filter((need) => need.domain === domain);
  const open = await openNeeds(demo.db, demo.pack, { domains: [domain] });
  const needs = [...planned, ...open.filter((need) => !planned.some((one) => one.id === need.id))].slice(0, 6);
  for (const need of needs) await demo.act(officer, morning(demo, addDays(demo.today, -100)), (act) => measureNeed(act, id, need.id));
}

/** The whole demonstration. Without a monitoring officer or manager of the association there is nobody to tell it. */
export async function demo(demo: DemoContext): Promise<void> {
  const officer =
    (await holding(demo, demo.association, "monitoring_officer")) ?? (await holding(demo, demo.association, "capacity_manager"));
  if (officer === null) return;
  const all = await membersOn(demo.db, demo.today);
  const members = all.filter((member) => member.contextGroup !== null && member.via === null);
  const courses = new Map((await publishedCourses(demo.db, demo.pack)).map((course) => [course.code, course.id]));
  for (const made of INDICATORS) {
    const course = courses.get(made.course) ?? null;
    const trained = new Map((course === null ? [] : await trainedIn(demo.db, course, all)).map((one) => [one.organisation, one.from]));
    const story: Story = { demo, made, periods: periodsOf(demo, made), trained, random: seeded(`indicator ${made.code}`) };
    const id = await tellIndicator(story, officer, members, course);
    if (made.public) await agreements(demo, id, members);
    await links(demo, officer, id, made.domain);
  }
}
