/** Reads of messages: the list with its sums, one message with what was said before and after, people for the developer's page. */
import { containing } from "#platform/db/like.ts";
import { sql, type RawBuilder } from "kysely";
import { addDays, startOfDay } from "#kernel/calendar/day.ts";
import { addressOf, type Channel } from "#kernel/conversation/address.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { State } from "./rules.ts";
import type { MessagesQuestion, MessagesTables } from "./schema.ts";

/** A message as lists show it; text and address are for pages that may show them. */
export interface ListedMessage {
  readonly id: string;
  readonly direction: "in" | "out";
  readonly channel: Channel;
  readonly address: string | null;
  readonly shared: boolean;
  readonly person: string | null;
  readonly personName: string | null;
  readonly subjectKind: string | null;
  readonly subject: string | null;
  readonly template: string | null;
  readonly language: Language;
  /** The title in all three languages; null for what came in, and once erased. */
  readonly heads: Readonly<Record<Language, string>> | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly state: State;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly parts: number | null;
  readonly cost: number | null;
  readonly currency: string | null;
  readonly attempts: number;
  readonly replyCode: string | null;
  readonly at: Date;
  readonly settledAt: Date | null;
  readonly inReplyTo: string | null;
  readonly erased: boolean;
}

const COLUMNS = sql`
  m.id, m.direction, m.channel, m.address, m.shared, m.person, p.full_name as "personName", m.subject_kind as "subjectKind", m.subject,
  m.template, m.language, m.heads, m.title, m.body, m.state, m.reason, m.reason_detail as detail, m.parts, m.cost_minor as cost, m.currency, m.attempts,
  m.reply_code as "replyCode", m.recorded_at as at, m.settled_at as "settledAt", m.in_reply_to as "inReplyTo", m.erased_at is not null as erased`;

const FROM = sql`from conversation.message m left join registry.person p on p.id = m.person`;

function wordsLimit(pack: Pack, words: string): RawBuilder<unknown> {
  const addresses = [addressOf(pack, "sms", words), addressOf(pack, "email", words)].filter((one) => one !== null);
  if (addresses.length > 0) return sql`m.address = any(${addresses}::text[])`;
  return sql`p.sort_name like ${containing(sortNameOf(words))}`;
}

function limits(pack: Pack, ask: MessagesQuestion): RawBuilder<unknown> {
  const parts = [
    sql`true`,
    ...(ask.direction === null ? [] : [sql`m.direction = ${ask.direction}`]),
    ...(ask.state === null ? [] : [sql`m.state = ${ask.state}`]),
    ...(ask.channel === null ? [] : [sql`m.channel = ${ask.channel}`]),
    ...(ask.q === null ? [] : [wordsLimit(pack, ask.q)]),
    ...(ask.from === null ? [] : [sql`m.recorded_at >= ${startOfDay(ask.from, pack.timeZone)}`]),
    ...(ask.to === null ? [] : [sql`m.recorded_at < ${startOfDay(addDays(ask.to, 1), pack.timeZone)}`]),
  ];
  return sql.join(parts, sql` and `);
}

/** One page of messages. One query. */
export async function listMessages(
  db: Db<MessagesTables>,
  pack: Pack,
  ask: MessagesQuestion,
  page: { readonly limit: number; readonly offset: number },
): Promise<ListedMessage[]> {
  const direction = ask.descending ? sql`desc` : sql`asc`;
  const order =
    ask.sort === "cost"
      ? sql`m.cost_minor ${direction} nulls last, m.recorded_at desc`
      : sql`m.recorded_at ${direction}, m.direction ${direction}`;
  const { rows } = await sql<ListedMessage>`
    select ${COLUMNS} ${FROM} where ${limits(pack, ask)} order by ${order}, m.id limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

/** How many messages a list has, how many there are at all, and what those of the list cost. */
export interface MessageSums {
  readonly shown: number;
  readonly all: number;
  /** Parts of text messages that left, and their cost in minor units; null when no price was set for any of them. */
  readonly parts: number;
  readonly cost: number | null;
  /** Text messages that left before a price was set: their cost is not in the sum. */
  readonly unpriced: number;
  /** What is kept because nothing is set up to send it, or still waits, would cost this much. */
  readonly wouldCost: number | null;
}

export const NO_SUMS: MessageSums = { shown: 0, all: 0, parts: 0, cost: null, unpriced: 0, wouldCost: null };

/** The sums of a list. One query. */
export async function sumMessages(db: Db<MessagesTables>, pack: Pack, ask: MessagesQuestion): Promise<MessageSums> {
  const { rows } = await sql<MessageSums>`
    select count(*)::integer as shown,
      coalesce(sum(m.parts) filter (where m.state = 'sent'), 0)::integer as parts,
      (sum(m.cost_minor) filter (where m.state = 'sent'))::double precision as cost,
      (count(*) filter (where m.state = 'sent' and m.parts is not null and m.cost_minor is null))::integer as unpriced,
      (sum(m.cost_minor) filter (where m.state in ('kept', 'queued')))::double precision as "wouldCost",
      (select count(*)::integer from conversation.message) as all
    ${FROM} where ${limits(pack, ask)}`.execute(db);
  return rows[0] ?? NO_SUMS;
}

/** One message. One query. */
export async function messageById(db: Db<MessagesTables>, id: string): Promise<ListedMessage | undefined> {
  const { rows } = await sql<ListedMessage>`select ${COLUMNS} ${FROM} where m.id = ${id}`.execute(db);
  return rows[0];
}

/** What was said to and from an address lately, the newest first. One query. */
export async function messagesWith(db: Db<MessagesTables>, channel: Channel, address: string, limit: number): Promise<ListedMessage[]> {
  const { rows } = await sql<ListedMessage>`
    select ${COLUMNS} ${FROM} where m.channel = ${channel} and m.address = ${address} order by m.recorded_at desc, m.direction desc, m.id limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** Everything said to and by a person lately, on any channel, also what could not leave. One query. */
export async function messagesOfPerson(db: Db<MessagesTables>, person: string, limit: number): Promise<ListedMessage[]> {
  const { rows } = await sql<ListedMessage>`
    select ${COLUMNS} ${FROM} where m.person = ${person} or (m.person is null and m.channel = 'sms' and m.address in (
      select distinct o.address from conversation.message o where o.person = ${person} and o.channel = 'sms' and o.address is not null))
    order by m.recorded_at desc, m.direction desc, m.id limit ${limit}`.execute(db);
  return rows;
}

/** The messages about a record, the newest first, for the record's own page. One query. */
export async function messagesAbout(
  db: Db<any>,
  subject: { readonly kind: string; readonly id: string },
  limit = 50,
): Promise<ListedMessage[]> {
  const { rows } = await sql<ListedMessage>`
    select ${COLUMNS} ${FROM} where m.subject = ${subject.id} and m.subject_kind = ${subject.kind} order by m.recorded_at desc, m.id limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** Somebody whose telephone can be looked at. */
export interface Reachable {
  readonly person: string;
  readonly name: string;
  readonly phone: string | null;
  readonly phoneShared: boolean;
  readonly messages: number;
}

/** People by name who have a telephone or messages; without words those written to last. One query. */
export async function peopleReached(db: Db<MessagesTables>, words: string, limit: number): Promise<Reachable[]> {
  const { rows } = await sql<Reachable>`
    select p.id as person, p.full_name as name, t.value as phone, coalesce(t.shared, false) as "phoneShared", coalesce(m.messages, 0)::integer as messages
    from registry.person p
    left join lateral (
      select value, shared from registry.contact c where c.person = p.id and c.kind = 'phone' and c.to_day is null order by c.shared, c.from_day desc limit 1) t on true
    left join lateral (select count(*) as messages, max(recorded_at) as last from conversation.message o where o.person = p.id) m on true
    where p.merged_into is null and ${words === "" ? sql`p.id in (select person from conversation.message where person is not null order by recorded_at desc limit 200)` : sql`p.sort_name like ${containing(sortNameOf(words))}`}
      and (t.value is not null or m.messages > 0)
    order by m.last desc nulls last, p.sort_name limit ${limit}`.execute(db);
  return rows;
}

/** A person's name and telephone. One query. */
export async function reachable(db: Db<MessagesTables>, person: string): Promise<Reachable | undefined> {
  const { rows } = await sql<Reachable>`
    select p.id as person, p.full_name as name, t.value as phone, coalesce(t.shared, false) as "phoneShared", 0 as messages
    from registry.person p
    left join lateral (
      select value, shared from registry.contact c where c.person = p.id and c.kind = 'phone' and c.to_day is null order by c.shared, c.from_day desc limit 1) t on true
    where p.id = ${person}`.execute(db);
  return rows[0];
}

/** How many messages wait for a human, and the oldest of them. One query. */
export async function waiting(
  db: Db<any>,
): Promise<{ readonly count: number; readonly oldest: { readonly id: string; readonly at: Date } | null }> {
  const { rows } = await sql<{ id: string; at: Date; count: number }>`
    select id, recorded_at as at, count(*) over ()::integer as count from conversation.message where state = 'not_understood' order by recorded_at, id limit 1`.execute(
    db,
  );
  const row = rows[0];
  return { count: row?.count ?? 0, oldest: row === undefined ? null : { id: row.id, at: row.at } };
}
