/** Reads for what comes in: who writes from an address, and which questions are open there. */
import { sql } from "kysely";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { Channel } from "./address.ts";
import type { AskedMessage } from "./replies.ts";

/** A question that still takes an answer. */
export interface OpenQuestion extends AskedMessage {
  readonly kind: string;
  readonly title: string;
  readonly language: Language;
}

interface QuestionRow {
  id: string;
  template: string | null;
  subject_kind: string | null;
  subject: string | null;
  person: string | null;
  reply_kind: string;
  reply_code: string;
  recorded_at: Date;
  answered_at: Date | null;
  title: string | null;
  language: Language;
}

/** The questions open at an address, the newest first. A question that has not left yet is not open. One query. */
export async function openQuestions(db: Db<any>, channel: Channel, address: string, now: Date): Promise<OpenQuestion[]> {
  const { rows } = await sql<QuestionRow>`
    select id, template, subject_kind, subject, person, reply_kind, reply_code, recorded_at, answered_at, title, language
    from conversation.message
    where channel = ${channel} and address = ${address} and reply_open and reply_until > ${now} and state in ('queued', 'sent', 'kept')
    order by recorded_at desc, id limit 50`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    template: row.template ?? "",
    subject: row.subject_kind !== null && row.subject !== null ? { kind: row.subject_kind, id: row.subject } : null,
    person: row.person,
    code: row.reply_code,
    askedAt: row.recorded_at,
    answeredBefore: row.answered_at !== null,
    kind: row.reply_kind,
    title: row.title ?? row.reply_code,
    language: row.language,
  }));
}

/** Who writes: the one person with this address; nobody certain when several have it. */
export interface Sender {
  readonly person: string | null;
  readonly language: Language;
  readonly shared: boolean;
}

/** The ways in which a telephone number may have been written down. */
function writings(pack: Pack, channel: Channel, address: string): string[] {
  const { prefix } = pack.phone;
  if (channel === "email" || !address.startsWith(prefix)) return [address];
  const national = address.slice(prefix.length);
  return [address, address.slice(1), `0${national}`, national];
}

/** The sender behind an address: by the contacts people have now, else by the message that was last sent there. Two queries. */
export async function senderOf(db: Db<any>, channel: Channel, address: string, pack: Pack): Promise<Sender> {
  const kind = channel === "email" ? "email" : "phone";
  const { rows } = await sql<{ person: string; language: Language; shared: boolean }>`
    select distinct p.id as person, p.language, c.shared
    from registry.contact c
    join registry.person q on q.id = c.person
    join registry.person p on p.id = coalesce(q.merged_into, q.id)
    where c.kind = ${kind} and c.to_day is null
      and c.value in (${sql.join([...new Set([...writings(pack, channel, address), ...(channel === "email" ? [address.toLowerCase()] : [])])])})
    limit 3`.execute(db);
  const people = new Set(rows.map((row) => row.person));
  const shared = people.size > 1 || rows.some((row) => row.shared);
  const [first] = rows;
  if (first !== undefined) return { person: shared ? null : first.person, language: first.language, shared };
  const last = await db
    .selectFrom("conversation.message")
    .select(["person", "language", "shared"])
    .where("channel", "=", channel)
    .where("address", "=", address)
    .where("direction", "=", "out")
    .orderBy("recorded_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    person: last?.shared ? null : (last?.person ?? null),
    language: (last?.language as Language | undefined) ?? pack.noticeLanguage,
    shared: last?.shared ?? false,
  };
}
