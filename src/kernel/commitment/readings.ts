/** The questions about commitments: which are due, whom they go to, and the answers. */
import { sql, type RawBuilder } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { dayOf, type Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { lockCommitment } from "./commitments.ts";
import { p } from "./problems.ts";
import { stateAfter, type Answer, type CommitmentState, type Side } from "./standing.ts";

export type Channel = "workspace" | "link" | "sms" | "paper";

/** A question as it stands. */
export interface Reading {
  readonly id: string;
  readonly commitment: string;
  readonly step: string;
  readonly side: Side;
  readonly due: Day;
  readonly token: string;
  readonly answer: Answer | null;
  readonly barrier: string | null;
  readonly note: string | null;
  readonly language: string | null;
  readonly channel: Channel | null;
  readonly post: string | null;
  readonly person: string | null;
  readonly askedPerson: string | null;
  readonly askedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly lapsedAt: Date | null;
}

const COLUMNS = sql`r.id, r.commitment, r.step, r.side, r.due, r.token, r.answer, r.barrier, r.note, r.language, r.channel, r.post, r.person,
  r.asked_person as "askedPerson", r.asked_at as "askedAt", r.reminded_at as "remindedAt", r.answered_at as "answeredAt", r.lapsed_at as "lapsedAt"`;

async function readingsWhere(db: Db<any>, condition: RawBuilder<unknown>): Promise<readonly Reading[]> {
  const { rows } = await sql<Reading>`
    select ${COLUMNS} from commitment.reading r where ${condition} order by r.commitment, r.due, r.side`.execute(db);
  return rows;
}

/** The questions of some commitments by day and side. One query. */
export function readingsOf(db: Db<any>, commitments: readonly string[]): Promise<readonly Reading[]> {
  return readingsWhere(db, sql`r.commitment = any(${[...commitments]}::uuid[])`);
}

/** Questions by id. One query. */
export async function readingsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, Reading>> {
  return new Map((await readingsWhere(db, sql`r.id = any(${[...ids]}::uuid[])`)).map((row) => [row.id, row]));
}

/** The question a link opens; undefined when the link is none, or went to somebody who has left the post since. One query. */
export async function readingByToken(db: Db<any>, token: string): Promise<Reading | undefined> {
  return (await readingsWhere(db, sql`r.token = ${token} and r.lapsed_at is null`))[0];
}

/** A question that is to be put, or put again: nobody was asked yet, or whoever was asked does not hold the verifier’s post any more. */
export interface DueReading {
  readonly id: string;
  readonly commitment: string;
  readonly step: string;
  readonly side: Side;
  readonly due: Day;
  /** Whom to ask today; null when the post is vacant, and nothing is asked. */
  readonly ask: string | null;
  readonly askedPerson: string | null;
  readonly askedAt: Date | null;
  readonly remindedAt: Date | null;
  /** The day on which the owner left the post she made it in; null while she holds it. */
  readonly left: Day | null;
  /** The day of the question before, or of the commitment itself. */
  readonly since: Day;
  /** Whose commitment it is, and the post that says whether it was done. */
  readonly owner: string | null;
  readonly verifier: string | null;
}

/** The person who holds a post on a day, substantive before acting, doubles read as the person they belong to. */
export const holderOf = (post: RawBuilder<unknown>, on: Day): RawBuilder<unknown> => sql`(
  select coalesce(q.merged_into, q.id) from registry.assignment a join registry.person q on q.id = a.person
  where a.post = ${post} and a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on})
  order by a.acting, a.from_day desc limit 1)`;

/** Open questions of a kind of commitment whose day has come, in order of their days, with whom to ask today. One query. */
export async function dueReadings(db: Db<any>, kind: string, today: Day, limit = 500): Promise<readonly DueReading[]> {
  const { rows } = await sql<DueReading>`
    select r.id, r.commitment, r.step, r.side, r.due, r.asked_person as "askedPerson", r.asked_at as "askedAt", r.reminded_at as "remindedAt",
      case r.side when 'self' then coalesce(me.merged_into, c.person, ${holderOf(sql`c.post`, today)}) else ${holderOf(sql`c.verifier`, today)} end as ask,
      case when c.post is null or c.person is null or exists (
        select from registry.assignment a join registry.person q on q.id = a.person where a.post = c.post
          and coalesce(q.merged_into, q.id) = coalesce(me.merged_into, me.id) and a.from_day <= ${today} and (a.to_day is null or a.to_day > ${today}))
        then null
        else (select max(a.to_day) from registry.assignment a join registry.person q on q.id = a.person
          where a.post = c.post and coalesce(q.merged_into, q.id) = coalesce(me.merged_into, me.id) and a.to_day <= ${today}) end as left,
      coalesce((select max(b.due) from commitment.reading b where b.commitment = r.commitment and b.side = r.side and b.due < r.due),
        c.recorded_at::date) as since,
      coalesce(me.merged_into, c.person) as owner, c.verifier
    from commitment.reading r join commitment.commitment c on c.id = r.commitment left join registry.person me on me.id = c.person
    where c.kind = ${kind} and r.due <= ${today} and r.answered_at is null and r.lapsed_at is null
    order by r.due, r.id limit ${limit}`.execute(db);
  return rows;
}

/** Notes that questions were put to people; a question that goes to another person than before gets a new link, and the old one is dead. */
export async function markAsked(
  act: Act<any>,
  asked: readonly { readonly id: string; readonly person: string; readonly token: string }[],
): Promise<void> {
  await sql`
    update commitment.reading r set asked_at = ${act.now}, asked_person = g.person, token = g.token, reminded_at = null
    from unnest(${asked.map((one) => one.id)}::uuid[], ${asked.map((one) => one.person)}::uuid[], ${asked.map((one) => one.token)}::text[]) as g (id, person, token)
    where r.id = g.id`.execute(act.tx);
}

/** Notes that people were reminded. */
export async function markReminded(act: Act<any>, ids: readonly string[]): Promise<void> {
  await sql`update commitment.reading set reminded_at = ${act.now} where id = any(${[...ids]}::uuid[])`.execute(act.tx);
}

/** Lets questions lapse: there is nothing left that the other side could have seen. */
export async function lapse(act: Act<any>, ids: readonly string[]): Promise<void> {
  await sql`update commitment.reading set lapsed_at = ${act.now} where id = any(${[...ids]}::uuid[]) and answered_at is null`.execute(
    act.tx,
  );
}

/** An answer. `by` is who gave it: the person if she is known, and the post she held as verifier. */
export interface NewAnswer {
  readonly answer: Answer;
  /** Code of the list of barriers; kept with “partly” and “no” alone. */
  readonly barrier: string | null;
  readonly note: string | null;
  readonly language: string | null;
  readonly channel: Channel;
  readonly by: { readonly person: string | null; readonly post: string | null };
}

/** Days in which an answer may still be changed by the same side; then it stands. */
export const CHANGE_WITHIN_DAYS = 14;

/** True while an answer may be given or changed. */
export function takesAnswer(reading: Pick<Reading, "answeredAt" | "lapsedAt">, now: Date): boolean {
  if (reading.lapsedAt !== null) return false;
  return reading.answeredAt === null || now.getTime() - reading.answeredAt.getTime() <= CHANGE_WITHIN_DAYS * 86_400_000;
}

/** What became of a commitment by an answer. */
export interface AnswerTaken {
  readonly commitment: string;
  readonly before: CommitmentState;
  readonly state: CommitmentState;
}

/**
 * Keeps an answer and moves the commitment’s state. The commitment’s owner cannot answer as its verifier. Throws when the question is
 * closed. The caller journals: both answers stay readable in the journal, and the newer one stands here.
 */
export async function answerReading(act: Act<any>, id: string, given: NewAnswer): Promise<AnswerTaken> {
  const asked = (await readingsByIds(act.tx, [id])).get(id);
  if (asked === undefined) throw new Problem(p.noReading);
  const commitment = await lockCommitment(act, asked.commitment);
  const reading = (await readingsByIds(act.tx, [id])).get(id);
  if (reading === undefined || reading.lapsedAt !== null || commitment.state === "dropped") throw new Problem(p.noReading);
  if (!takesAnswer(reading, act.now))
    throw new Problem(p.answered, { day: formatDate(dayOf(reading.answeredAt ?? act.now, act.pack.timeZone)) });
  if (reading.side === "verifier" && given.by.person !== null && given.by.person === commitment.person) throw new Problem(p.ownVerifier);
  const barrier = given.answer === "yes" ? null : given.barrier;
  await sql`
    update commitment.reading set answer = ${given.answer}, barrier = ${barrier}, note = ${given.note}, language = ${given.language},
      channel = ${given.channel}, post = ${given.by.post}, person = ${given.by.person}, answered_at = ${act.now} where id = ${id}`.execute(
    act.tx,
  );
  const state = stateAfter(await readingsOf(act.tx, [commitment.id]));
  await sql`update commitment.commitment set state = ${state}, barrier = coalesce(${barrier}, case when ${given.answer} = 'yes' then null else barrier end)
    where id = ${commitment.id}`.execute(act.tx);
  return { commitment: commitment.id, before: commitment.state, state };
}

/** The other side says outright whether a commitment was done, outside the dates: its next open question is answered, or the last one again. */
export async function verify(act: Act<any>, commitment: string, given: NewAnswer): Promise<AnswerTaken> {
  const own = (await readingsOf(act.tx, [commitment])).filter((reading) => reading.side === "verifier" && reading.lapsedAt === null);
  const reading = own.find((one) => one.answeredAt === null) ?? own.at(-1);
  if (reading === undefined) throw new Problem(p.noReading);
  return answerReading(act, reading.id, given);
}
