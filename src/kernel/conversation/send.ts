/** Sends messages: queued in the transaction that has the reason for them, so that what is undone is never said. */
import { randomInt } from "node:crypto";
import { sql, type Insertable } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { addDays, startOfDay } from "#kernel/calendar/day.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import type { RulesTables } from "#kernel/rules/tables.ts";
import { json } from "#platform/db/json.ts";
import { newId } from "#platform/db/ids.ts";
import type { Language } from "#platform/i18n/text.ts";
import { addressOf, type Channel } from "./address.ts";
import { allowedFrom } from "./hours.ts";
import { placeOf, reachOf, stoppedAmong, wayTo, type Reach, type Way } from "./reach.ts";
import { messageRules, partPrice } from "./rules.ts";
import type { ConversationTables, MessageTable } from "./tables.ts";
import { compose, type MessageTemplate, type TemplateValues } from "./template.ts";

/** The job that carries messages out; its payload is `{ messages: string[] }`. */
export const DELIVERY_JOB = "messages.deliver";

/** How long a question stays open unless told. */
export const QUESTION_DAYS = 30;

/** Messages of one delivery job. */
const PER_JOB = 25;
const PER_INSERT = 500;

interface Said {
  readonly template: MessageTemplate;
  readonly values?: TemplateValues;
  /** A whole address: `https://…`. Becomes `{link}`. */
  readonly link?: string;
  /** The record it is about. */
  readonly subject?: { readonly kind: string; readonly id: string };
  /** Two messages with one key are one message. */
  readonly key?: string;
  /** It is a question: the kind of its reply handler. A reference to answer with is given out and becomes `{code}`. */
  readonly reply?: { readonly kind: string; readonly until?: Date };
  /** The recipient's own language unless told. */
  readonly language?: Language;
  /** The message this one answers. */
  readonly inReplyTo?: string;
  /** Goes out although the address wants no more messages: only to confirm that very wish. */
  readonly despiteStop?: true;
}

/** To a person, by e-mail when she has one, else as text message, or on the channel wished. */
export interface ToPerson extends Said {
  readonly person: string;
  readonly channel?: Channel;
  readonly address?: never;
}

/** To an address, whoever reads there; `person` may be known. */
export interface ToAddress extends Said {
  readonly address: string;
  readonly channel: Channel;
  readonly shared?: boolean;
  readonly known?: string | null;
  readonly person?: never;
}

export type NewMessage = ToPerson | ToAddress;

/** What became of a message for now. `again` is true when one with its key was there before; it is that one then. */
export interface Sending {
  readonly id: string;
  readonly state: "queued" | "held";
  readonly channel: Channel;
  readonly reason: string | null;
  readonly code: string | null;
  readonly again: boolean;
}

type Tables = ConversationTables & RegistryTables & RulesTables;
type Row = Insertable<MessageTable> & { id: string; state: "queued" | "held"; channel: Channel };

interface Addressed {
  readonly message: NewMessage;
  readonly way: Way;
  readonly reach: Reach | null;
}

function addressedOf(act: Act, message: NewMessage, people: ReadonlyMap<string, Reach>): Addressed {
  if (message.person === undefined) {
    const address = addressOf(act.pack, message.channel, message.address);
    const way: Way = {
      channel: message.channel,
      address,
      shared: message.shared ?? false,
      problem: address === null ? "bad_address" : null,
    };
    return { message, way, reach: way.shared ? null : (people.get(message.known ?? "") ?? null) };
  }
  const reach = people.get(message.person);
  if (reach === undefined) throw new Error("A message must go to a person who exists.");
  return { message, way: wayTo(act.pack, reach, message.channel), reach };
}

/** References for the questions among these messages, different from all that are open at the same address. */
async function giveCodes(act: Act<Tables>, list: readonly Addressed[]): Promise<(string | null)[]> {
  const asking = list.filter(asks);
  if (asking.length === 0) return list.map(() => null);
  // Two acts must not give one address the same reference at once.
  await sql`select pg_advisory_xact_lock(hashtext('conversation.reference'))`.execute(act.tx);
  const addresses = [...new Set(asking.map(({ way }) => way.address))];
  await act.tx
    .updateTable("conversation.message")
    .set({ reply_open: false })
    .where("address", "in", addresses)
    .where("reply_open", "=", true)
    .where("reply_until", "<=", act.now)
    .execute();
  const open = await act.tx
    .selectFrom("conversation.message")
    .select(["channel", "address", "reply_code"])
    .where("address", "in", addresses)
    .where("reply_open", "=", true)
    .execute();
  const taken = new Set(open.map((row) => `${placeOf(row.channel as Channel, row.address ?? "")} ${row.reply_code}`));
  return list.map((one) => (asks(one) ? freeCode(taken, placeOf(one.way.channel, one.way.address ?? "")) : null));
}

/** True when a message is a question its reader can answer: a shared telephone is asked only in words meant for it. */
function asks({ message, way }: Addressed): boolean {
  if (message.reply === undefined || way.address === null) return false;
  return !way.shared || way.channel === "email" || (message.template.shared?.en.includes("{code}") ?? false);
}

const LOWEST = 100;
const REFERENCES = 900;

/** A reference nobody has at this address: a random start, then the next that is free. */
function freeCode(taken: Set<string>, place: string): string {
  const start = randomInt(REFERENCES);
  for (let step = 0; step < REFERENCES; step++) {
    const code = String(LOWEST + ((start + step) % REFERENCES));
    if (taken.has(`${place} ${code}`)) continue;
    taken.add(`${place} ${code}`);
    return code;
  }
  throw new Error(`More than ${REFERENCES} questions are open at one address.`);
}

interface RowContext {
  readonly act: Act<Tables>;
  readonly stopped: ReadonlySet<string>;
  readonly price: number | null;
}

function rowOf({ act, stopped, price }: RowContext, { message, way, reach }: Addressed, code: string | null): Row {
  const { template, reply } = message;
  const language = message.language ?? reach?.language ?? act.pack.noticeLanguage;
  const name = reach?.name ?? "";
  const link = message.link ?? null;
  if (link !== null && !/^https?:\/\//.test(link)) throw new Error(`The link of a message must be a whole address; it is "${link}".`);
  const said = compose({
    template,
    values: message.values ?? {},
    language,
    channel: way.channel,
    shared: way.shared,
    name,
    association: act.pack.association.code,
    link,
    // A question that reaches nobody is still put into words, for the page that shows what was held back.
    code: code ?? (reply === undefined ? null : ""),
  });
  const refused = way.address !== null && message.despiteStop === undefined && stopped.has(placeOf(way.channel, way.address));
  const reason = way.problem ?? (refused ? "stopped" : null);
  return {
    id: newId(),
    direction: "out",
    channel: way.channel,
    address: way.address,
    person: reach?.person ?? (message.person === undefined ? (message.known ?? null) : null),
    shared: way.shared,
    template: template.name,
    subject_kind: message.subject?.kind ?? null,
    subject: message.subject?.id ?? null,
    key: message.key ?? null,
    reply_kind: code === null ? null : (reply?.kind ?? null),
    reply_code: code,
    reply_until: code === null ? null : (reply?.until ?? startOfDay(addDays(act.today, QUESTION_DAYS), act.pack.timeZone)),
    reply_open: code !== null && reason === null,
    in_reply_to: message.inReplyTo ?? null,
    language,
    title: said.title,
    heads: json(said.heads),
    body: said.body,
    link,
    urgent: template.urgent ?? false,
    state: reason === null ? "queued" : "held",
    reason,
    alphabet: said.alphabet,
    parts: said.parts,
    cost_minor: said.parts === null || price === null ? null : said.parts * price,
    currency: said.parts === null || price === null ? null : act.pack.currency.code,
    recorded_at: act.now,
    settled_at: reason === null ? null : act.now,
  };
}

/** Inserts what is not there by its key, and returns the id that stands for each row. */
async function insert(
  act: Act<Tables>,
  rows: readonly Row[],
): Promise<{ readonly ids: readonly string[]; readonly fresh: ReadonlySet<string> }> {
  const fresh = new Set<string>();
  for (let at = 0; at < rows.length; at += PER_INSERT) {
    const made = await act.tx
      .insertInto("conversation.message")
      .values(rows.slice(at, at + PER_INSERT))
      .onConflict((conflict) => conflict.column("key").where("key", "is not", null).doNothing())
      .returning("id")
      .execute();
    for (const row of made) fresh.add(row.id);
  }
  const keys = rows.flatMap((row) => (fresh.has(row.id) || row.key === null || row.key === undefined ? [] : [row.key]));
  const before =
    keys.length === 0 ? [] : await act.tx.selectFrom("conversation.message").select(["id", "key"]).where("key", "in", keys).execute();
  const byKey = new Map(before.map((row) => [row.key, row.id]));
  return { ids: rows.map((row) => (fresh.has(row.id) ? row.id : (byKey.get(row.key ?? null) ?? row.id))), fresh };
}

/** One journal entry for each record that messages are about; nothing personal stands in it. */
async function note(act: Act<Tables>, rows: readonly Row[]): Promise<void> {
  const groups = Map.groupBy(rows, (row) => `${row.subject ?? row.id} ${row.template}`);
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const subject =
      first.subject_kind && first.subject ? { kind: first.subject_kind, id: first.subject } : { kind: "message", id: first.id };
    const held = group.filter((row) => row.state === "held").length;
    await act.journal({
      kind: "conversation.queued",
      subject,
      payload: { template: first.template ?? null, queued: group.length - held, held },
    });
  }
}

/**
 * Queues messages in the act's transaction; a job carries them out once it has committed, within the hours people may be written to.
 * A message whose address is missing, or wants no more, is kept as "held" with the reason. Set-valued: eight queries and one for each
 * 25 messages, whatever their number. Nothing is journaled when every key was there before.
 */
export async function sendMessages(anyAct: Act<any>, list: readonly NewMessage[]): Promise<Sending[]> {
  if (list.length === 0) return [];
  const act = anyAct as Act<Tables>;
  const people = await reachOf(
    act.tx,
    list.flatMap((message) => message.person ?? message.known ?? []),
  );
  const addressed = list.map((message) => addressedOf(act, message, people));
  const stopped = await stoppedAmong(
    act.tx,
    addressed.map(({ way }) => way),
  );
  const price = addressed.some(({ way }) => way.channel === "sms") ? ((await partPrice(act.tx, act.today))?.minor ?? null) : null;
  const codes = await giveCodes(act, addressed);
  const rows = addressed.map((one, index) => rowOf({ act, stopped, price }, one, codes[index] ?? null));
  const { ids, fresh } = await insert(act, rows);
  const made = rows.filter((row) => fresh.has(row.id));
  await note(act, made);
  await queueDelivery(act, made);
  return rows.map((row, index) => ({
    id: ids[index] ?? row.id,
    state: row.state,
    channel: row.channel,
    reason: row.reason ?? null,
    code: row.reply_code ?? null,
    again: !fresh.has(row.id),
  }));
}

async function queueDelivery(act: Act<Tables>, rows: readonly Row[]): Promise<void> {
  const queued = rows.filter((row) => row.state === "queued");
  if (queued.length === 0) return;
  const { hours } = await messageRules(act.tx, act.today);
  for (const urgent of [true, false]) {
    const ids = queued.filter((row) => row.urgent === urgent).map((row) => row.id);
    const runAt = urgent ? act.now : allowedFrom(act.now, hours, act.pack.timeZone);
    for (let at = 0; at < ids.length; at += PER_JOB)
      await act.later(DELIVERY_JOB, { messages: ids.slice(at, at + PER_JOB) }, { runAt, key: `deliver:${ids[at]}` });
  }
}

/** Queues one message; see `sendMessages`. */
export async function sendMessage(act: Act<any>, message: NewMessage): Promise<Sending> {
  const [sending] = await sendMessages(act, [message]);
  if (sending === undefined) throw new Error("One message in gives one sending out.");
  return sending;
}
