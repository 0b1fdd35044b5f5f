/** The sessions of the demonstration: who comes to each, and the session with its half-days, seats and trainers, written in a few statements. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { createGathering } from "#kernel/gathering/gatherings.ts";
import { link } from "#kernel/trace/links.ts";
import type { Random } from "#methods/draw/random.ts";
import { newId, referenceOf } from "#platform/db/ids.ts";
import { partsFor } from "./actions-session.ts";
import { belonging, type Holder, type Host } from "./demo-holders.ts";
import { morningOf, type Slot } from "./demo-schedule.ts";
import { newToken } from "./enrol.ts";
import { PLAN_LINE } from "./plan-line.ts";
import { SESSION } from "./schema.ts";

/** A session that was made, with who is named for it. */
export interface Made {
  readonly id: string;
  readonly gathering: string;
  readonly slot: Slot;
  readonly places: number;
  readonly nominationsClose: Day;
  readonly people: readonly Holder[];
  readonly seats: ReadonlyMap<string, number>;
}

/** What sessions are made from. */
export interface Making {
  readonly slots: readonly Slot[];
  readonly hosts: readonly Host[];
  readonly regions: readonly Host[];
  readonly holders: readonly Holder[];
  readonly random: Random;
}

/** Share of women that is aimed at in a session, as far as the holders of the posts allow; over all it comes to 39 in 100. */
const WOMEN = 0.435;
const LARGEST = 64;
/** A course that so few could take is not held. */
const FEWEST = 12;
/** Fewer people than this in a region, and the session is for the whole country. */
const ENOUGH = 22;

/** Days before the first on which people are named. */
const NAMED_BEFORE = 32;

/** True for last year’s sessions: their days and places are those of their plan’s line. */
const fixed = (demo: DemoContext, slot: Slot): boolean =>
  slot.line !== null && slot.line.fiscalYearStart < fiscalYearOf(demo.pack.calendar, demo.today).start;

/** Holders of a course's groups on the day names were given: those who have a seat in the line, or of the slot's region, when there are enough, else all. */
function poolFor(demo: DemoContext, making: Making, slot: Slot): Holder[] {
  const before = addDays(slot.from, -NAMED_BEFORE);
  const namedOn = slot.from <= demo.today ? slot.from : before < demo.today ? before : demo.today;
  const fits = belonging(demo.pack, slot.course.groups);
  const all = making.holders.filter((holder) => fits(holder, namedOn));
  const seats = fixed(demo, slot) ? slot.line?.seats : undefined;
  const near = all.filter((holder) =>
    seats === undefined ? holder.region === making.regions[slot.region]?.region : seats.has(holder.entity),
  );
  return [...new Map((near.length >= ENOUGH ? near : all).map((holder) => [holder.person, holder])).values()];
}

/** Who comes, at most so many: those who had this course least often first, women as far as aimed at. */
function choose(making: Making, slot: Slot, most: number, everybody: readonly Holder[], taken: Map<string, number>): Holder[] {
  const times = (holder: Holder): number => taken.get(`${slot.course.id} ${holder.person}`) ?? 0;
  const pool = making.random.shuffle(everybody).sort((a, b) => times(a) - times(b));
  const wanted = Math.min(pool.length, most, LARGEST - making.random.integer(0, 12));
  const women = pool.filter((holder) => holder.sex === "F").slice(0, Math.round(wanted * WOMEN));
  const men = pool.filter((holder) => holder.sex !== "F").slice(0, wanted - women.length);
  const chosen = [...women, ...men];
  for (const holder of chosen) taken.set(`${slot.course.id} ${holder.person}`, times(holder) + 1);
  return chosen;
}

/** The slot, or the same days with a course that enough people can take: some groups have few holders where only some places are known. */
function filled(demo: DemoContext, making: Making, slot: Slot): { readonly slot: Slot; readonly pool: Holder[] } {
  const pool = poolFor(demo, making, slot);
  if (pool.length >= FEWEST || fixed(demo, slot)) return { slot, pool };
  const others = making.slots.filter((other) => other.course.id !== slot.course.id);
  for (let step = 0; step < 6; step++) {
    const other = others[(slot.index * 7 + step) % others.length];
    if (other === undefined) break;
    const changed = { ...slot, course: other.course, line: null };
    const instead = poolFor(demo, making, changed);
    if (instead.length >= FEWEST) return { slot: changed, pool: instead };
  }
  return { slot, pool };
}

const MANDATE = "Induction of people new in their posts, which the association owes within six months.";
const ASKED = "Asked for by the members of the region after the last needs assessment.";
const HALLS = ["meeting hall of the district", "training centre", "council chamber", "youth centre", "teachers’ college"];

function rowOf(demo: DemoContext, act: Act<any>, made: Made, host: Host): Record<string, unknown> {
  const { slot } = made;
  const past = slot.from <= demo.today;
  const mandate = slot.line !== null ? null : slot.course.modality === "induction" ? MANDATE : ASKED;
  const cancelled = slot.state === "cancelled";
  return {
    id: made.id,
    reference: referenceOf(made.id),
    title: `${slot.course.title.en.replace(/^≈/u, "")}, ${host.regionName}${slot.cohort > 4 ? ` (${Math.floor(slot.cohort / 5) + 1})` : ""}`,
    language: "en",
    course: slot.course.id,
    organisation: demo.association,
    gathering: made.gathering,
    plan_line: slot.line?.id ?? null,
    mandate,
    mandate_language: mandate === null ? null : "en",
    state: slot.state,
    mode: slot.mode,
    from_day: slot.from,
    to_day: slot.to,
    place: slot.mode === "online" ? null : placeOf(host, slot),
    territory: host.territory,
    region: host.region,
    venue_access: slot.mode === "online" ? [] : slot.index % 4 === 0 ? [] : ["step_free"],
    link: slot.mode === "physical" ? null : "https://meet.inteko.example/training",
    places: made.places,
    groups: [...slot.course.groups],
    funder: ["own", "partner", "government", "shared"][slot.index % 4],
    modality: slot.course.modality,
    domain: slot.course.domain,
    programme: slot.line?.programme ?? slot.course.programme,
    nominations_close: made.nominationsClose,
    nominations_closed_at: made.nominationsClose < demo.today ? morningOf(demo, addDays(made.nominationsClose, 1)) : null,
    runner: act.author.post,
    reason: cancelled ? "Too few people could come in the week of the budget hearings." : null,
    reason_language: cancelled ? "en" : null,
    opened_at: slot.state === "planned" ? null : morningOf(demo, addDays(slot.from, -45)),
    confirmed_at: past && !cancelled ? morningOf(demo, addDays(slot.from, -18)) : null,
    delivered_at: slot.to < demo.today && !cancelled ? morningOf(demo, addDays(slot.to, 1)) : null,
    settled_at: cancelled
      ? morningOf(demo, addDays(demo.today, -1))
      : slot.state === "closed"
        ? morningOf(demo, addDays(slot.to, 190))
        : null,
    recorded_at: morningOf(demo, addDays(slot.from, -70) < demo.today ? addDays(slot.from, -70) : addDays(demo.today, -3)),
  };
}

const placeOf = (host: Host, slot: Slot): string => {
  const hall = HALLS[slot.index % HALLS.length] ?? "";
  return `${host.name}, ${hall}`;
};

async function gatheringFor(demo: DemoContext, act: Act<any>, id: string, slot: Slot, host: Host): Promise<string> {
  return createGathering(act, {
    kind: SESSION,
    about: id,
    organisation: demo.association,
    mode: slot.mode,
    place: slot.mode === "online" ? null : placeOf(host, slot),
    territory: host.territory,
    link: slot.mode === "physical" ? null : "https://meet.inteko.example/training",
    parts: partsFor(demo.pack, { from: slot.from, to: slot.to, halves: "both" }),
  });
}

function seatsFor(people: readonly Holder[]): ReadonlyMap<string, number> {
  const seats = new Map<string, number>();
  for (const { entity } of people) seats.set(entity, (seats.get(entity) ?? 0) + 1);
  return seats;
}

/** Trainers of past sessions came; those of coming ones have answered, or not yet. */
function trainerRows(
  demo: DemoContext,
  making: Making,
  made: readonly Made[],
  pool: readonly { person: string; post: string }[],
): Record<string, unknown>[] {
  return made.flatMap((one) => {
    const learners = new Set(one.people.map((holder) => holder.person));
    const able = pool.filter((who) => !learners.has(who.person));
    const count = Math.min(able.length, one.slot.index % 3 === 0 ? 1 : 2);
    const asked = one.slot.from <= demo.today || ["ready", "confirmed"].includes(one.slot.state);
    return making.random.sample(able, count).map((who, nth) => ({
      id: newId(),
      session: one.id,
      person: who.person,
      post: who.post,
      state: asked ? (nth === 0 || one.slot.from <= demo.today ? "confirmed" : "invited") : nth === 0 ? "invited" : "named",
      token: newToken(),
      reason: null,
      reason_language: null,
      invited_at: morningOf(demo, addDays(one.slot.from, -40) < demo.today ? addDays(one.slot.from, -40) : addDays(demo.today, -3)),
      answered_at:
        asked && nth === 0
          ? morningOf(demo, addDays(one.slot.from, -36) < demo.today ? addDays(one.slot.from, -36) : addDays(demo.today, -2))
          : null,
    }));
  });
}

async function trainerPool(demo: DemoContext): Promise<readonly { person: string; post: string }[]> {
  const types = demo.pack.postTypes
    .filter(
      (type) =>
        type.roles.includes("capacity_manager") ||
        type.roles.includes("trainer") ||
        type.roles.includes("advocacy_officer") ||
        type.roles.includes("unit_director"),
    )
    .map((type) => type.code);
  const { rows } = await sql<{ person: string; post: string }>`
    select distinct on (a.person) a.person, p.id as post from registry.post p join registry.assignment a on a.post = p.id and a.to_day is null and not a.acting
    where p.post_type = any(${types}::text[]) order by a.person, p.id limit 60`.execute(demo.db);
  return rows;
}

async function insertAll(act: Act<any>, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length > 0)
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      act.tx,
    );
}

/** Makes every session of the schedule. Two queries for each gathering, one for each link to a plan, and one statement for each table. */
export async function makeSessions(demo: DemoContext, act: Act<any>, making: Making): Promise<readonly Made[]> {
  const taken = new Map<string, number>();
  const made: Made[] = [];
  const rows: Record<string, unknown>[] = [];
  for (const wanted of making.slots) {
    const { slot, pool } = filled(demo, making, wanted);
    const people = choose(making, slot, fixed(demo, slot) ? (slot.line?.places ?? 0) : LARGEST, pool, taken);
    const near = making.hosts.filter((each) => each.region === making.regions[slot.region]?.region);
    const host = near[slot.index % near.length];
    if (people.length === 0 || host === undefined) continue;
    const id = newId();
    const one: Made = {
      id,
      gathering: await gatheringFor(demo, act, id, slot, host),
      slot,
      places: fixed(demo, slot) ? (slot.line?.places ?? 0) : Math.ceil((people.length + 2) / 5) * 5,
      nominationsClose: addWorkingDays(demo.pack.calendar, slot.from, -15),
      people,
      seats: seatsFor(people),
    };
    made.push(one);
    rows.push(rowOf(demo, act, one, host));
  }
  await insertAll(act, "sessions.session", rows);
  await insertAll(
    act,
    "sessions.seat",
    made.flatMap((one) => [...one.seats].map(([organisation, seats]) => ({ session: one.id, organisation, seats, told_at: null }))),
  );
  await insertAll(act, "sessions.trainer", trainerRows(demo, making, made, await trainerPool(demo)));
  for (const one of made)
    if (one.slot.line !== null)
      await link(act, {
        relation: "delivered_by",
        from: { kind: PLAN_LINE, id: one.slot.line.id },
        to: { kind: SESSION, id: one.id },
        proved: true,
      });
  await act.journal({
    kind: "sessions.demo.sessions",
    subject: { kind: "organisation", id: demo.association },
    payload: { sessions: made.length },
  });
  return made;
}
