/** Gatherings and their half-days: made and changed by the module whose record meets, read by everyone who needs them. */
import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { p } from "./problems.ts";
import type { GatheringTables } from "./tables.ts";

export type GatheringMode = "physical" | "online" | "hybrid";

/** A half-day to be held. Times are moments; the day is the one at the place. */
export interface NewPart {
  readonly day: Day;
  readonly half: "morning" | "afternoon";
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** People who will meet. `kind` and `about` name the record, whose kind is registered with `registerGathering`. */
export interface NewGathering {
  readonly kind: string;
  readonly about: string;
  readonly organisation: string;
  readonly mode: GatheringMode;
  readonly place: string | null;
  readonly territory: string | null;
  /** Where the call is held; only through our own link, which notes the arrival. */
  readonly link: string | null;
  readonly parts: readonly NewPart[];
}

/** A half-day as it stands; the PIN is shown in the room. */
export interface Part extends NewPart {
  readonly id: string;
  readonly gathering: string;
  readonly position: number;
  readonly pin: string;
}

/** A gathering as it stands, without its half-days. */
export interface Gathering extends Omit<NewGathering, "parts"> {
  readonly id: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly closedAt: Date | null;
}

const halves = (part: NewPart): string => `${part.day} ${part.half}`;

/** Half-days in order. Throws when there is none, one ends before it begins, or one is there twice. */
function ordered(parts: readonly NewPart[]): readonly NewPart[] {
  if (parts.length === 0 || parts.some((part) => part.endsAt <= part.startsAt)) throw new Problem(p.noParts);
  const sorted = [...parts].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const twice = sorted.find((part, index) => sorted.findIndex((each) => halves(each) === halves(part)) < index);
  if (twice !== undefined) throw new Problem(p.partTwice, { day: formatDate(twice.day) });
  return sorted;
}

/** A PIN of four digits that none of the others is. */
function newPin(taken: Set<string>): string {
  for (;;) {
    const pin = String(randomInt(1000, 10_000));
    if (taken.has(pin)) continue;
    taken.add(pin);
    return pin;
  }
}

const daysOf = (parts: readonly NewPart[]): { first_day: Day; last_day: Day } => {
  const days = parts.map((part) => part.day).sort();
  return { first_day: days[0] ?? "", last_day: days.at(-1) ?? "" };
};

async function insertParts(
  act: Act<GatheringTables>,
  gathering: string,
  parts: readonly { part: NewPart; position: number }[],
  pins: Set<string>,
): Promise<void> {
  if (parts.length === 0) return;
  await act.tx
    .insertInto("gathering.part")
    .values(
      parts.map(({ part, position }) => ({
        id: newId(),
        gathering,
        position,
        day: part.day,
        half: part.half,
        starts_at: part.startsAt,
        ends_at: part.endsAt,
        pin: newPin(pins),
      })),
    )
    .execute();
}

/** Makes a gathering with its half-days and their PINs; returns its id. The caller’s own journal entry tells of it. */
export async function createGathering(act: Act<GatheringTables>, gathering: NewGathering): Promise<string> {
  const parts = ordered(gathering.parts);
  const id = newId();
  await act.tx
    .insertInto("gathering.gathering")
    .values({
      id,
      kind: gathering.kind,
      about: gathering.about,
      organisation: gathering.organisation,
      mode: gathering.mode,
      place: gathering.place,
      territory: gathering.territory,
      link: gathering.link,
      ...daysOf(parts),
      closed_at: null,
    })
    .execute();
  await insertParts(
    act,
    id,
    parts.map((part, index) => ({ part, position: index + 1 })),
    new Set(),
  );
  return id;
}

/** What may change: the half-days that stay keep their id, their PIN and who was here. */
export type GatheringChange = Partial<Pick<NewGathering, "organisation" | "mode" | "place" | "territory" | "link" | "parts">>;

async function changeParts(act: Act<GatheringTables>, id: string, wanted: readonly NewPart[]): Promise<void> {
  const parts = ordered(wanted);
  const standing = await partsOf(act.tx, [id]);
  const gone = standing.filter((part) => !parts.some((each) => halves(each) === halves(part)));
  const used = await act.tx
    .selectFrom("gathering.presence")
    .select("part")
    .where("part", "in", [...gone.map((part) => part.id), newId()])
    .executeTakeFirst();
  if (used !== undefined) throw new Problem(p.partUsed, { day: formatDate(gone.find((part) => part.id === used.part)?.day ?? "") });
  // Positions move out of the way first: two half-days may change places.
  await sql`update gathering.part set position = -position where gathering = ${id}`.execute(act.tx);
  if (gone.length > 0)
    await act.tx
      .deleteFrom("gathering.part")
      .where(
        "id",
        "in",
        gone.map((part) => part.id),
      )
      .execute();
  const fresh: { part: NewPart; position: number }[] = [];
  for (const [index, part] of parts.entries()) {
    const same = standing.find((each) => halves(each) === halves(part));
    if (same === undefined) fresh.push({ part, position: index + 1 });
    else
      await act.tx
        .updateTable("gathering.part")
        .set({ position: index + 1, starts_at: part.startsAt, ends_at: part.endsAt })
        .where("id", "=", same.id)
        .execute();
  }
  await insertParts(act, id, fresh, new Set(standing.map((part) => part.pin)));
  await act.tx.updateTable("gathering.gathering").set(daysOf(parts)).where("id", "=", id).execute();
}

/** Changes place, mode, link or half-days. Throws when the list is closed, or a half-day with names on it would go. */
export async function changeGathering(act: Act<GatheringTables>, id: string, change: GatheringChange): Promise<void> {
  const locked = await lockGathering(act, id);
  if (locked.closedAt !== null) throw new Problem(p.closed);
  const { parts, ...columns } = change;
  if (Object.keys(columns).length > 0) await act.tx.updateTable("gathering.gathering").set(columns).where("id", "=", id).execute();
  if (parts !== undefined) await changeParts(act, id, parts);
}

const columns = sql.raw(`id, kind, about, organisation, mode, place, territory, link, first_day as "firstDay", last_day as "lastDay",
  closed_at as "closedAt"`);

/** The gathering, held until the act ends: whoever closes its list and whoever adds to it wait for each other. */
export async function lockGathering(act: Act<any>, id: string, strength: "update" | "share" = "update"): Promise<Gathering> {
  const { rows } = await sql<Gathering>`
    select ${columns} from gathering.gathering where id = ${id} for ${sql.raw(strength)}`.execute(act.tx);
  const row = rows[0];
  if (row === undefined) throw new Problem(p.notFound);
  return row;
}

/** Gatherings by id. One query. */
export async function gatheringsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, Gathering>> {
  const { rows } = await sql<Gathering>`select ${columns} from gathering.gathering where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Gatherings held between two days, newest first; `open`: only those whose list is not closed. */
export async function gatheringsBetween(
  db: Db<any>,
  { from, to, open = false, limit = 200 }: { readonly from: Day; readonly to: Day; readonly open?: boolean; readonly limit?: number },
): Promise<readonly Gathering[]> {
  const { rows } = await sql<Gathering>`
    select ${columns} from gathering.gathering
    where first_day <= ${to} and last_day >= ${from} and (not ${open} or closed_at is null)
    order by first_day desc, id limit ${limit}`.execute(db);
  return rows;
}

/** The half-days of some gatherings, in order. One query. */
export async function partsOf(db: Db<any>, gatherings: readonly string[]): Promise<readonly Part[]> {
  const { rows } = await sql<Part>`
    select id, gathering, position, day, half, starts_at as "startsAt", ends_at as "endsAt", pin
    from gathering.part where gathering = any(${[...gatherings]}::uuid[]) order by gathering, position`.execute(db);
  return rows;
}

/** Closes the list or opens it again. The caller journals it and calls the kind’s hook. */
export async function setClosed(act: Act<GatheringTables>, id: string, at: Date | null): Promise<void> {
  await act.tx.updateTable("gathering.gathering").set({ closed_at: at }).where("id", "=", id).execute();
}
