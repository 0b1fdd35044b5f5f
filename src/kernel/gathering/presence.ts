/** Presence as it is noted: rows appended, one after another, and the minutes that follow from them. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Db } from "#platform/db/handle.ts";
import { presenceIn, shareOf, totalOf, type Mode, type Note, type Presence } from "#methods/presence/presence.ts";
import { Problem } from "#platform/problems/problem.ts";
import { lockGathering, partsOf } from "./gatherings.ts";
import { p } from "./problems.ts";

/** How something was noted. */
export type PresenceMethod = "qr" | "code" | "name" | "pin" | "sms" | "paper" | "call_log" | "link" | "decision";

/** One row: somebody came or left, stayed from one moment to another, was said to be absent, or an earlier row is taken back. */
export interface NewPresence {
  /** Made where it was noted (a phone), so that it may be sent twice and is kept once. */
  readonly id: string;
  readonly part: string;
  readonly participant: string;
  readonly kind: "arrived" | "left" | "stayed" | "absent" | "void";
  readonly method: PresenceMethod;
  readonly mode: Mode;
  readonly from: Date;
  /** For `stayed` alone. */
  readonly to: Date | null;
  readonly certainty: "imported" | "claimed" | "verified";
  /** The list or log it was taken from; empty for none. */
  readonly source: string;
  readonly device: string | null;
  /** For `void` alone, with its reason. */
  readonly voids: string | null;
  readonly reason: string | null;
}

/** A row as it stands. */
export interface PresenceRow extends NewPresence {
  readonly gathering: string;
  readonly post: string | null;
  readonly recordedAt: Date;
  /** True once a later row has taken it back. */
  readonly voided: boolean;
}

/** Why a row was not taken. */
export type Refused = "unknown_part" | "unknown_participant" | "unknown_row" | "other_row" | "wrong";

/** What became of the rows that were offered. A row that was there already counts as taken. */
export interface Taken {
  readonly taken: readonly string[];
  readonly fresh: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: Refused }[];
}

interface Stored {
  id: string;
  participant: string;
  part: string;
  kind: string;
}

function wrong(row: NewPresence): boolean {
  const until = row.to?.getTime() ?? Number.POSITIVE_INFINITY;
  const badTime = Number.isNaN(row.from.getTime()) || Number.isNaN(until) || until < row.from.getTime();
  const badVoid = (row.kind === "void") !== (row.voids !== null) || (row.kind === "void" && (row.reason ?? "") === "");
  return badTime || badVoid || (row.kind === "stayed") !== (row.to !== null);
}

/**
 * Appends rows to one gathering; a row may take back another of the same message, wherever it stands. A row with a known id is kept as it is.
 * Throws when the list is closed. The caller journals what is `fresh`.
 */
export async function recordPresence(act: Act<any>, gathering: string, rows: readonly NewPresence[]): Promise<Taken> {
  const { closedAt } = await lockGathering(act, gathering, "share");
  if (closedAt !== null) throw new Problem(p.closed);
  const parts = new Set((await partsOf(act.tx, [gathering])).map((part) => part.id));
  const people = await sql<{ id: string }>`
    select id from gathering.participant where gathering = ${gathering} and id = any(${rows.map((row) => row.participant)}::uuid[])`.execute(
    act.tx,
  );
  const expected = new Set(people.rows.map((row) => row.id));
  const asked = [...rows.map((row) => row.id), ...rows.flatMap((row) => row.voids ?? [])];
  const stored = await sql<Stored>`
    select id, participant, part, kind from gathering.presence where id = any(${asked}::uuid[])`.execute(act.tx);
  const known = new Map(stored.rows.map((row) => [row.id, row]));
  const why = (row: NewPresence): Refused | null => {
    const same = known.get(row.id);
    if (same !== undefined)
      return same.participant === row.participant && same.part === row.part && same.kind === row.kind ? null : "other_row";
    if (!parts.has(row.part)) return "unknown_part";
    if (!expected.has(row.participant)) return "unknown_participant";
    if (wrong(row)) return "wrong";
    const back = row.voids === null ? undefined : known.get(row.voids);
    if (row.voids !== null && (back === undefined || back.kind === "void" || back.participant !== row.participant)) return "unknown_row";
    return null;
  };
  const fresh: NewPresence[] = [];
  const taken: string[] = [];
  const refused: { id: string; why: Refused }[] = [];
  for (const row of [...rows.filter((each) => each.kind !== "void"), ...rows.filter((each) => each.kind === "void")]) {
    const refusal = why(row);
    if (refusal !== null) {
      refused.push({ id: row.id, why: refusal });
      continue;
    }
    taken.push(row.id);
    if (!known.has(row.id)) fresh.push(row);
    known.set(row.id, row);
  }
  await insertRows(act, gathering, fresh);
  return { taken, fresh: fresh.map((row) => row.id), refused };
}

async function insertRows(act: Act<any>, gathering: string, rows: readonly NewPresence[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ from, to, ...row }) => ({
    ...row,
    gathering,
    from_at: from,
    to_at: to,
    post: act.author.post,
    recorded_at: act.now,
  }));
  // Two phones may send the same row at the same moment: the second one waits and finds it.
  await sql`
    insert into gathering.presence
    select * from jsonb_populate_recordset(null::gathering.presence, ${JSON.stringify(values)}::jsonb)
    on conflict (id) do nothing`.execute(act.tx);
}

const columns = sql.raw(`r.id, r.gathering, r.part, r.participant, r.kind, r.method, r.mode, r.from_at as "from", r.to_at as "to",
  r.certainty, r.source, r.post, r.device, r.voids, r.reason, r.recorded_at as "recordedAt",
  exists (select from gathering.presence v where v.voids = r.id) as voided`);

/** Every row of some gatherings, as noted and also those taken back, in the order of their moments. One query. */
export async function presenceRows(db: Db<any>, gatherings: readonly string[]): Promise<readonly PresenceRow[]> {
  const { rows } = await sql<PresenceRow>`
    select ${columns} from gathering.presence r where r.gathering = any(${[...gatherings]}::uuid[])
    order by r.from_at, r.recorded_at, r.id`.execute(db);
  return rows;
}

/** Every row about some participants. One query. */
export async function presenceRowsOf(db: Db<any>, participants: readonly string[]): Promise<readonly PresenceRow[]> {
  const { rows } = await sql<PresenceRow>`
    select ${columns} from gathering.presence r where r.participant = any(${[...participants]}::uuid[])
    order by r.from_at, r.recorded_at, r.id`.execute(db);
  return rows;
}

/** A participant in one half-day. */
export interface PartPresence extends Presence {
  readonly part: string;
  readonly methods: readonly PresenceMethod[];
}

/** A participant over a gathering: minutes present of minutes offered. `share` is for showing; rules are decided with `meets`. */
export interface ParticipantPresence {
  readonly participant: string;
  readonly gathering: string;
  readonly minutes: number;
  readonly physical: number;
  readonly online: number;
  readonly offered: number;
  readonly share: number;
  readonly parts: readonly PartPresence[];
}

/** What a standing row says, as the method of minutes takes it. */
export function noteOf(row: NewPresence): Note | null {
  if (row.kind === "void") return null;
  if (row.kind === "absent") return { kind: "absent" };
  if (row.kind === "stayed") return { kind: "stayed", mode: row.mode, at: row.from.getTime(), until: (row.to ?? row.from).getTime() };
  return { kind: row.kind, mode: row.mode, at: row.from.getTime() };
}

interface Live {
  participant: string;
  gathering: string;
  notes: (NewPresence & { from: string; to: string | null })[] | null;
}

/**
 * Presence of everyone expected at one or several gatherings. Two queries, whatever their number.
 * A half-day without any row counts no minutes, and its `decided` is false until somebody says “absent”.
 */
export async function presenceOf(db: Db<any>, gathering: string | readonly string[]): Promise<readonly ParticipantPresence[]> {
  const ids = typeof gathering === "string" ? [gathering] : [...gathering];
  const parts = Map.groupBy(await partsOf(db, ids), (part) => part.gathering);
  const { rows } = await sql<Live>`
    select t.id as participant, t.gathering,
      (select jsonb_agg(jsonb_build_object('part', r.part, 'kind', r.kind, 'method', r.method, 'mode', r.mode, 'from', r.from_at, 'to', r.to_at)
          order by r.from_at, r.id)
        from gathering.presence r
        where r.participant = t.id and r.kind <> 'void' and not exists (select from gathering.presence v where v.voids = r.id)) as notes
    from gathering.participant t join registry.person q on q.id = t.person
      join registry.person p on p.id = coalesce(q.merged_into, q.id)
    where t.gathering = any(${ids}::uuid[]) and t.state = 'expected'
    order by t.gathering, p.sort_name, t.id`.execute(db);
  return rows.map((row) => {
    const live = (row.notes ?? []).map((note) => ({ ...note, from: new Date(note.from), to: note.to === null ? null : new Date(note.to) }));
    const own = (parts.get(row.gathering) ?? []).map((part): PartPresence => {
      const here = live.filter((note) => note.part === part.id);
      const notes = here.map(noteOf).filter((note) => note !== null);
      return {
        part: part.id,
        methods: [...new Set(here.map((note) => note.method))],
        ...presenceIn({ from: part.startsAt.getTime(), to: part.endsAt.getTime() }, notes),
      };
    });
    const total = totalOf(own);
    const physical = own.reduce((sum, part) => sum + part.physical, 0);
    const { participant, gathering: of } = row;
    return { participant, gathering: of, ...total, physical, online: total.minutes - physical, share: shareOf(total), parts: own };
  });
}
