/** Writes of attendance: what is noted at the door, by oneself, at closing; each with its journal entry. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { partsOf, lockGathering, setClosed, type Gathering, type Part } from "#kernel/gathering/gatherings.ts";
import { gatheringKind } from "#kernel/gathering/kinds.ts";
import type { Participant } from "#kernel/gathering/participants.ts";
import {
  presenceOf,
  presenceRowsOf,
  recordPresence,
  type NewPresence,
  type PresenceMethod,
  type PresenceRow,
  type Taken,
} from "#kernel/gathering/presence.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate, formatTime } from "#platform/ui/format.ts";
import { p } from "./problems.ts";
import { attendanceRules, listById, triesSince } from "./queries.ts";
import { closesBy, PIN_WINDOW_MINUTES, takesPin } from "./rules.ts";
import { LIST } from "./schema.ts";

/** A row of now, with what most rows have. */
export function rowNow(
  act: Act<any>,
  row: Pick<NewPresence, "part" | "participant" | "kind" | "method" | "mode"> & Partial<NewPresence>,
): NewPresence {
  return { id: newId(), from: act.now, to: null, certainty: "verified", source: "", device: null, voids: null, reason: null, ...row };
}

/** Notes rows and tells the journal how many, by which methods; names stay out of its leaves. */
export async function note(act: Act<any>, gathering: Pick<Gathering, "id" | "organisation">, rows: readonly NewPresence[]): Promise<Taken> {
  const taken = await recordPresence(act, gathering.id, rows);
  const fresh = new Set(taken.fresh);
  const methods = [...new Set(rows.filter((row) => fresh.has(row.id)).map((row) => row.method))].sort();
  await act.journal({
    kind: "attendance.noted",
    subject: { kind: LIST, id: gathering.id },
    member: gathering.organisation,
    payload: { rows: taken.fresh.length, methods, known: taken.taken.length - taken.fresh.length, refused: taken.refused.length },
  });
  return taken;
}

/** Notes one thing at the door. Throws when the list is closed or the name does not belong to it. */
export async function noteAtDoor(
  act: Act<any>,
  gathering: Gathering,
  one: {
    readonly part: string;
    readonly participant: string;
    readonly kind: "arrived" | "left";
    readonly method: PresenceMethod;
    readonly mode: "physical" | "online";
  },
): Promise<void> {
  const { refused } = await note(act, gathering, [rowNow(act, one)]);
  if (refused.length > 0) throw new Problem(p.rowNotFound);
}

/** Takes a row back, with the reason; it stays readable. */
export async function takeBack(act: Act<any>, gathering: Gathering, row: PresenceRow, reason: string): Promise<void> {
  if (row.gathering !== gathering.id || row.voided || row.kind === "void") throw new Problem(p.rowNotFound);
  const { part, participant, method, mode } = row;
  await note(act, gathering, [rowNow(act, { part, participant, method, mode, kind: "void", voids: row.id, reason })]);
}

/** What became of a PIN. Wrong ones are counted, so this never throws for them: the count would be rolled back. */
export type PinOutcome =
  | { readonly ok: true; readonly part: Part; readonly again: boolean }
  | { readonly ok: false; readonly why: "wrongPin" | "tooOften" | "noHalfDay" };

async function refusedPin(
  act: Act<any>,
  who: Participant,
  organisation: string,
  why: "wrongPin" | "tooOften" | "noHalfDay",
): Promise<PinOutcome> {
  if (why === "wrongPin") await sql`insert into attendance.attempt (participant, at) values (${who.id}, ${act.now})`.execute(act.tx);
  await act.journal({ kind: "attendance.pin.refused", subject: { kind: LIST, id: who.gathering }, member: organisation, payload: { why } });
  return { ok: false, why };
}

/** Somebody signs herself in with the number shown in the room; her own word, so it is claimed. Only while the half-day takes it. */
export async function checkInByPin(act: Act<any>, who: Participant, pin: string, method: "pin" | "sms"): Promise<PinOutcome> {
  // One at a time for one person: tries at the same moment would all be counted as the first.
  await sql`select id from gathering.participant where id = ${who.id} for update`.execute(act.tx);
  const { gathering, facts, parts } = await listById(act.tx, who.gathering, act.today);
  if (!facts.held || who.state !== "expected") throw new Problem(p.notHeld);
  const rules = await attendanceRules(act.tx, act.today);
  const since = new Date(act.now.getTime() - PIN_WINDOW_MINUTES * 60_000);
  const refused = (why: "wrongPin" | "tooOften" | "noHalfDay") => refusedPin(act, who, gathering.organisation, why);
  if ((await triesSince(act.tx, who.id, since)) >= rules.pinTries) return refused("tooOften");
  const open = parts.filter((part) => takesPin(part, act.now, rules.pinMinutesBefore));
  if (open.length === 0) return refused("noHalfDay");
  const part = open.find((each) => each.pin === pin);
  if (part === undefined) return refused("wrongPin");
  const before = (await presenceRowsOf(act.tx, [who.id])).some((row) => row.part === part.id && row.kind === "arrived" && !row.voided);
  const row = rowNow(act, { part: part.id, participant: who.id, kind: "arrived", method, mode: "physical", certainty: "claimed" });
  // Twice the same number is once here; the journal says that it came.
  await note(act, gathering, before ? [] : [row]);
  return { ok: true, part, again: before };
}

/** Notes an arrival in the call through our own link: her word, claimed. Throws outside the half-days. */
export async function joinCall(act: Act<any>, who: Participant): Promise<void> {
  const { gathering, facts, parts } = await listById(act.tx, who.gathering, act.today);
  if (!facts.held || who.state !== "expected") throw new Problem(p.notHeld);
  if (gathering.link === null) throw new Problem(p.noLink);
  const { pinMinutesBefore } = await attendanceRules(act.tx, act.today);
  const part = parts.find((each) => takesPin(each, act.now, pinMinutesBefore));
  if (part === undefined) throw new Problem(p.noHalfDay, { minutes: pinMinutesBefore });
  await note(act, gathering, [
    rowNow(act, { part: part.id, participant: who.id, kind: "arrived", method: "link", mode: "online", certainty: "claimed" }),
  ]);
}

/** A name at closing: here for the whole half-day, or absent. */
export interface Decision {
  readonly participant: string;
  readonly part: string;
  readonly here: boolean;
}

/** Notes what whoever closes the list says about names that nothing was noted about. */
export async function decideNames(act: Act<any>, gathering: Gathering, decisions: readonly Decision[]): Promise<void> {
  const parts = new Map((await partsOf(act.tx, [gathering.id])).map((part) => [part.id, part]));
  const undecided = new Set(
    (await presenceOf(act.tx, gathering.id)).flatMap((person) =>
      person.parts.filter((part) => !part.decided).map((part) => `${person.participant} ${part.part}`),
    ),
  );
  const rows = decisions.flatMap(({ participant, part, here }) => {
    const half = parts.get(part);
    if (half === undefined || !undecided.has(`${participant} ${part}`)) return [];
    const times = here
      ? { kind: "stayed" as const, from: half.startsAt, to: half.endsAt }
      : { kind: "absent" as const, from: half.startsAt };
    return [rowNow(act, { participant, part, method: "decision", mode: "physical", ...times })];
  });
  await note(act, gathering, rows);
}

/** Closes the list: once the last half-day is over and every name is decided. What follows is the kind’s own. */
export async function closeAttendance(act: Act<any>, id: string): Promise<void> {
  const gathering = await lockGathering(act, id);
  if (gathering.closedAt !== null) throw new Problem(p.alreadyClosed);
  const parts = await partsOf(act.tx, [id]);
  const ends = closesBy(parts, 0);
  if (act.now < ends) throw new Problem(p.notOver, { day: formatDate(gathering.lastDay), time: formatTime(ends, act.pack.timeZone) });
  const people = await presenceOf(act.tx, id);
  const count = people.filter((person) => person.parts.some((part) => !part.decided)).length;
  if (count > 0) throw new Problem(p.undecided, { count });
  const kind = gatheringKind(gathering.kind);
  const refusal = (await kind?.refusesClosing?.(act.tx, gathering.about)) ?? null;
  if (refusal !== null) throw new Problem({ ...p.alreadyClosed, text: refusal.text }, refusal.values);
  await setClosed(act, id, act.now);
  await act.journal({
    kind: "attendance.closed",
    subject: { kind: LIST, id },
    member: gathering.organisation,
    payload: {
      expected: people.length,
      present: people.filter((person) => person.minutes > 0).length,
      minutes: people.reduce((sum, person) => sum + person.minutes, 0),
      offered: people.reduce((sum, person) => sum + person.offered, 0),
    },
  });
  await kind?.closed?.(act, gathering.about);
}

/** Opens a closed list again, with the reason: a phone came back late, a name was wrong. */
export async function reopenAttendance(act: Act<any>, id: string, reason: string): Promise<void> {
  const gathering = await lockGathering(act, id);
  if (gathering.closedAt === null) throw new Problem(flowProblems.notNow);
  await setClosed(act, id, null);
  await act.journal({
    kind: "attendance.reopened",
    subject: { kind: LIST, id },
    member: gathering.organisation,
    payload: {},
    personal: { reason },
  });
  await gatheringKind(gathering.kind)?.reopened?.(act, gathering.about);
}

/** Enters the rate of the per-diem for this meeting; the one before stays readable. */
export async function setRate(
  act: Act<any>,
  gathering: Gathering,
  rate: { readonly amount: number; readonly source: string },
): Promise<void> {
  const { code } = act.pack.currency;
  await sql`insert into attendance.rate (id, gathering, amount, currency, source, post, recorded_at)
    values (${newId()}, ${gathering.id}, ${rate.amount}, ${code}, ${rate.source}, ${act.author.post}, ${act.now})`.execute(act.tx);
  await act.journal({
    kind: "attendance.rate.set",
    subject: { kind: LIST, id: gathering.id },
    member: gathering.organisation,
    payload: { amount: rate.amount, currency: code },
    personal: { source: rate.source },
  });
}
