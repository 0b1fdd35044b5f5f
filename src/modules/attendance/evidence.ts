/** Paper lists and calls' logs: kept as they came, then added to what is noted, with the list or log as their source. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Gathering, Part } from "#kernel/gathering/gatherings.ts";
import { participantsOf } from "#kernel/gathering/participants.ts";
import type { NewPresence } from "#kernel/gathering/presence.ts";
import { peopleByIds } from "#kernel/registry/people.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { storeFile } from "#platform/files/store.ts";
import type { Upload } from "#platform/http/form.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { MEDIA_TYPES, sniff } from "#platform/tabular/sniff.ts";
import { note, rowNow } from "./actions.ts";
import type { LogLine } from "./call-log.ts";
import { matchLine, type FoundBy, type Known } from "./match.ts";
import { p } from "./problems.ts";
import { LIST, type Evidence } from "./schema.ts";

/** Largest list on paper or log of a call, in bytes. */
export const MOST_FILE = 20 * 1024 * 1024;

/** A line of a log as it stands. */
export interface LogRow {
  readonly number: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly participant: string | null;
  readonly foundBy: FoundBy | null;
  readonly problem: { readonly text: Text; readonly values: Values } | null;
  readonly leftOut: boolean;
}

/** The lines of a log in order. One query. */
export async function logRows(db: Db<any>, evidence: string): Promise<readonly LogRow[]> {
  const { rows } = await sql<LogRow>`
    select number, name, email, phone, from_at as "from", to_at as "to", participant, found_by as "foundBy", problem, left_out as "leftOut"
    from attendance.log_row where evidence = ${evidence} order by number`.execute(db);
  return rows;
}

/** The participants of a gathering with what a line may name them by. Two queries. */
export async function knownPeople(db: Db<any>, gathering: string): Promise<readonly Known[]> {
  const people = await participantsOf(db, [gathering]);
  const contacts = await peopleByIds(
    db,
    people.map((each) => each.person),
  );
  return people.map((each) => {
    const contact = contacts.get(each.person);
    return { id: each.id, name: each.name, code: each.code, email: contact?.email ?? null, phone: contact?.phone ?? null };
  });
}

interface NewEvidence {
  readonly kind: Evidence["kind"];
  readonly part: string | null;
  readonly name: string;
  readonly upload: Upload | null;
  readonly signedOn: Day;
  readonly state: Evidence["state"];
}

async function keep(act: Act<any>, gathering: Gathering, one: NewEvidence): Promise<string> {
  const id = newId();
  const file =
    one.upload === null
      ? null
      : await storeFile(act.tx, {
          name: one.upload.name,
          mediaType: MEDIA_TYPES[sniff(one.upload.bytes)],
          purpose: one.kind === "paper" ? "attendance.paper" : "attendance.call",
          subject: { kind: LIST, id: gathering.id },
          uploadedBy: act.author.post,
          bytes: one.upload.bytes,
        });
  await sql`insert into attendance.evidence (id, gathering, part, kind, name, file, signed_on, state, post, recorded_at)
    values (${id}, ${gathering.id}, ${one.part}, ${one.kind}, ${one.name}, ${file}, ${one.signedOn}, ${one.state}, ${act.author.post}, ${act.now})`.execute(
    act.tx,
  );
  return id;
}

/** What a paper list says about one name: signed (from a time, or for the whole half-day), or marked absent. */
export interface PaperEntry {
  readonly participant: string;
  readonly here: boolean;
  /** When she came; null: from the beginning. */
  readonly from: Date | null;
}

/** Adds a paper list: a row each, verified by the signature, with the list as source. Returns the list's id. */
export async function typePaper(
  act: Act<any>,
  gathering: Gathering,
  list: { readonly part: Part; readonly signedOn: Day; readonly scan: Upload | null; readonly entries: readonly PaperEntry[] },
): Promise<string> {
  const { part, signedOn, scan, entries } = list;
  const id = await keep(act, gathering, { kind: "paper", part: part.id, name: scan?.name ?? "", upload: scan, signedOn, state: "taken" });
  const rows = entries.map(({ participant, here, from }) => {
    const times = here
      ? { kind: "stayed" as const, from: from ?? part.startsAt, to: part.endsAt }
      : { kind: "absent" as const, from: part.startsAt };
    return rowNow(act, { part: part.id, participant, method: "paper", mode: "physical", source: id, ...times });
  });
  const { refused } = await note(act, gathering, rows);
  if (refused.length > 0) throw new Problem(p.rowNotFound);
  await act.journal({
    kind: "attendance.paper.typed",
    subject: { kind: LIST, id: gathering.id },
    member: gathering.organisation,
    payload: { list: id, signed_on: signedOn, rows: rows.length, scan: scan !== null },
  });
  return id;
}

/** Keeps a call's log and matches its lines; nothing counts before it is taken over. Returns its id. */
export async function keepLog(act: Act<any>, gathering: Gathering, upload: Upload, lines: readonly LogLine[], day: Day): Promise<string> {
  const id = await keep(act, gathering, { kind: "call_log", part: null, name: upload.name, upload, signedOn: day, state: "draft" });
  const people = await knownPeople(act.tx, gathering.id);
  const rows = lines.map((line) => {
    const found = line.problem === null ? matchLine(line, people) : null;
    const { number, name, email, phone, problem } = line;
    return {
      evidence: id,
      number,
      name,
      email,
      phone,
      from_at: line.from,
      to_at: line.to,
      participant: found?.id ?? null,
      found_by: found?.by ?? null,
      problem,
      left_out: false,
    };
  });
  await sql`insert into attendance.log_row select * from jsonb_populate_recordset(null::attendance.log_row, ${JSON.stringify(rows)}::jsonb)`.execute(
    act.tx,
  );
  const matched = rows.filter((row) => row.participant !== null).length;
  await act.journal({
    kind: "attendance.log.read",
    subject: { kind: LIST, id: gathering.id },
    member: gathering.organisation,
    payload: { log: id, lines: rows.length, matched, bad: rows.filter((row) => row.problem !== null).length },
  });
  return id;
}

async function lockDraft(act: Act<any>, gathering: Gathering, evidence: string): Promise<void> {
  const { rows } = await sql<{ state: string }>`
    select state from attendance.evidence where id = ${evidence} and gathering = ${gathering.id} and kind = 'call_log' for update`.execute(
    act.tx,
  );
  if (rows[0] === undefined) throw new Problem(p.notFound);
  if (rows[0].state !== "draft") throw new Problem(p.alreadyTaken);
}

/** Says by hand whose line it is; null: nobody's. Only people of this list. */
export async function matchByHand(
  act: Act<any>,
  gathering: Gathering,
  evidence: string,
  choices: readonly { readonly number: number; readonly participant: string | null }[],
): Promise<void> {
  await lockDraft(act, gathering, evidence);
  await sql`
    update attendance.log_row l set participant = c.participant, found_by = case when c.participant is null then null else 'hand' end,
      left_out = c.participant is null
    from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as c(number int, participant uuid)
    where l.evidence = ${evidence} and l.number = c.number and l.problem is null
      and (c.participant is null or exists (select from gathering.participant t where t.id = c.participant and t.gathering = ${gathering.id}))`.execute(
    act.tx,
  );
  await act.journal({
    kind: "attendance.log.matched",
    subject: { kind: LIST, id: gathering.id },
    member: gathering.organisation,
    payload: { log: evidence, lines: choices.length },
  });
}

/** What a log would add: for each line and half-day that it touches, the stretch within it. Without a time of leaving to its end. */
export function stretchesOf(
  rows: readonly LogRow[],
  parts: readonly Part[],
): readonly { readonly number: number; readonly participant: string; readonly part: Part; readonly from: Date; readonly to: Date }[] {
  return rows.flatMap((row) => {
    if (row.participant === null || row.from === null || row.problem !== null) return [];
    const { number, participant, from } = row;
    return parts.flatMap((part) => {
      // Without a leaving time nobody stays beyond the half-day she came in.
      const end = row.to ?? (from < part.endsAt && from >= new Date(part.startsAt.getTime() - 3_600_000) ? part.endsAt : from);
      const start = from > part.startsAt ? from : part.startsAt;
      const to = end < part.endsAt ? end : part.endsAt;
      return to > start ? [{ number, participant, part, from: start, to }] : [];
    });
  });
}

/** Takes a log over: rows imported, in the call, with the log as source. */
export async function takeLog(act: Act<any>, gathering: Gathering, parts: readonly Part[], evidence: string): Promise<number> {
  await lockDraft(act, gathering, evidence);
  const stretches = stretchesOf(await logRows(act.tx, evidence), parts);
  const rows = stretches.map(({ participant, part, from, to }): NewPresence =>
    rowNow(act, {
      part: part.id,
      participant,
      kind: "stayed",
      method: "call_log",
      mode: "online",
      certainty: "imported",
      source: evidence,
      from,
      to,
    }),
  );
  const taken = await note(act, gathering, rows);
  await sql`update attendance.evidence set state = 'taken' where id = ${evidence}`.execute(act.tx);
  await act.journal({
    kind: "attendance.log.taken",
    subject: { kind: LIST, id: gathering.id },
    member: gathering.organisation,
    payload: { log: evidence, rows: taken.fresh.length, refused: taken.refused.length },
  });
  return taken.fresh.length;
}

/** Drops a log that was brought by mistake; it stays readable and counts for nobody. */
export async function dropLog(act: Act<any>, gathering: Gathering, evidence: string): Promise<void> {
  await lockDraft(act, gathering, evidence);
  await sql`update attendance.evidence set state = 'dropped' where id = ${evidence}`.execute(act.tx);
  await act.journal({
    kind: "attendance.log.dropped",
    subject: { kind: LIST, id: gathering.id },
    member: gathering.organisation,
    payload: { log: evidence },
  });
}
