/** Appends answers to a sitting and reads them back; nothing is ever overwritten. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { inOrder, type AnswerEvent } from "./merge.ts";
import type { Model } from "./model.ts";
import { isAnswerPath } from "./project.ts";
import { p } from "./problems.ts";
import type { Sitting } from "./sitting.ts";

/** Longest answer that is kept, in characters. */
export const LONGEST_ANSWER = 20_000;

/** How far ahead of ours a phone’s clock may be; answers from further in the future count as given when they arrived, in their own order. */
const CLOCK_AHEAD_MS = 5 * 60_000;

interface Row {
  readonly event: string;
  readonly path: string;
  readonly value: string | null;
  readonly answered_at: Date;
  readonly device: string | null;
}

/** All answers of a sitting in order. One query. */
export async function eventsOf(db: Db<any>, sitting: string): Promise<AnswerEvent[]> {
  const { rows } = await sql<Row>`
    select event, path, value #>> '{}' as value, answered_at, device from questionnaire.answer
    where sitting = ${sitting} order by answered_at, event`.execute(db);
  return rows.map((row) => ({
    event: row.event,
    path: row.path,
    value: row.value,
    answeredAt: row.answered_at.toISOString(),
    device: row.device ?? "",
  }));
}

/** A moment at which answers given on our own pages count: after everything that is there already. */
export function momentAfter(events: readonly AnswerEvent[], now: Date): string {
  const last = events.at(-1);
  const soonest = last === undefined ? 0 : Date.parse(last.answeredAt) + 1;
  return new Date(Math.max(now.getTime(), soonest)).toISOString();
}

/** Answers as new events of one moment. */
export function newEvents(answers: Iterable<readonly [string, string | null]>, answeredAt: string, device = ""): AnswerEvent[] {
  return [...answers].map(([path, value]) => ({ event: newId(), path, value, answeredAt, device }));
}

/** Answers with the times of a clock that runs ahead brought to ours: after all that is there, one millisecond apart. */
async function inOurTime(act: Act, sitting: Sitting, events: readonly AnswerEvent[]): Promise<readonly AnswerEvent[]> {
  const latest = new Date(act.now.getTime() + CLOCK_AHEAD_MS).toISOString();
  const ahead = events.filter((event) => event.answeredAt > latest).toSorted(inOrder);
  if (ahead.length === 0) return events;
  const { rows } = await sql<{
    last: Date | null;
  }>`select max(answered_at) as last from questionnaire.answer where sitting = ${sitting.id}`.execute(act.tx);
  const begin = Math.max(act.now.getTime(), (rows[0]?.last?.getTime() ?? 0) + 1);
  const moments = new Map(ahead.map((event, place) => [event.event, new Date(begin + place).toISOString()]));
  return events.map((event) => ({ ...event, answeredAt: moments.get(event.event) ?? event.answeredAt }));
}

/**
 * Appends answers to an open sitting that the act has locked, in one statement. An event that is there already is left alone.
 * Returns how many were new. Throws when a path names no question of the model. The entry in the journal counts answers and holds none.
 */
export async function appendEvents(act: Act, sitting: Sitting, model: Model, events: readonly AnswerEvent[]): Promise<number> {
  if (sitting.state !== "open") throw new Problem(p.notOpen);
  if (events.some((event) => !isAnswerPath(model, event.path))) throw new Problem(p.badPath);
  const rows = (await inOurTime(act, sitting, events)).map((event) => ({
    event: event.event,
    path: event.path,
    value: event.value === null ? null : event.value.slice(0, LONGEST_ANSWER),
    answered_at: event.answeredAt,
    device: event.device === "" ? null : event.device,
  }));
  const { rows: added } = await sql<{ event: string }>`
    insert into questionnaire.answer (year, member, sitting, event, path, value, answered_at, received_at, device)
    select ${sitting.year}, ${sitting.member}, ${sitting.id}, e.event, e.path, to_jsonb(e.value), e.answered_at, ${act.now}, e.device
    from json_to_recordset(${JSON.stringify(rows)}::json) as e (event uuid, path text, value text, answered_at timestamptz, device text)
    on conflict do nothing returning event`.execute(act.tx);
  await act.journal({
    kind: "questionnaire.sitting.saved",
    subject: { kind: "questionnaire.sitting", id: sitting.id },
    member: sitting.member,
    payload: { answers: added.length },
  });
  return added.length;
}
