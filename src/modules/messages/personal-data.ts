/** What messages hold about a person: shown to her, erased on her demand, and emptied when their time is over. */
import { sql, type RawBuilder } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import { w } from "./words.ts";

type Collected = Readonly<Record<string, unknown>>;

/** Empties messages: that one was sent, when and at what cost stays, for the accounts and the journal. */
async function empty(tx: Tx<any>, limit: RawBuilder<unknown>): Promise<number> {
  const gone = await sql`
    update conversation.message set address = null, person = null, title = null, heads = null, body = null, link = null, key = null, provider_id = null,
      reply_open = false, erased_at = now(),
      state = case when state = 'queued' then 'held' when state = 'not_understood' then 'dealt_with' else state end
    where erased_at is null and ${limit}`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
}

/** The addresses a person has now or was written to at; a telephone that others use too is not hers to empty. */
const addressesOf = (person: string): RawBuilder<unknown> => sql`
  select distinct channel, address from conversation.message where person = ${person} and address is not null and not shared`;

const messages: PersonalData = {
  table: "conversation.message",
  columns: ["channel", "address", "direction", "title", "body", "recorded_at"],
  purpose: "message",
  title: w.title,
  collect: async (db: Db<any>, person) => {
    const { rows } = await sql<Collected>`
      select direction, channel, address, title, body, language, state, recorded_at, settled_at from conversation.message
      where person = ${person} or (channel, address) in (${addressesOf(person)}) order by recorded_at`.execute(db);
    return rows;
  },
  erase: async (tx, person) => empty(tx, sql`(person = ${person} or (channel, address) in (${addressesOf(person)}))`),
  expire: (tx, before) => empty(tx, sql`recorded_at < ${before}::date`),
};

const optOuts: PersonalData = {
  table: "conversation.opt_out",
  columns: ["channel", "address", "since"],
  purpose: "message",
  title: w.optOuts,
  collect: async (db, person) => {
    const { rows } = await sql<Collected>`
      select channel, address, since from conversation.opt_out where (channel, address) in (${addressesOf(person)})`.execute(db);
    return rows;
  },
  // Erasing the wish for no messages would let them begin again.
};

const reminders: PersonalData = {
  table: "conversation.reminder",
  columns: ["duty", "due", "on_day"],
  purpose: "message",
  title: w.reminders,
  collect: async (db, person) => {
    const { rows } =
      await sql<Collected>`select duty, due, step, on_day from conversation.reminder where person = ${person} order by on_day`.execute(db);
    return rows;
  },
  // The step stays, so that its post is not reminded twice; who held the post goes.
  erase: async (tx, person) =>
    Number((await sql`update conversation.reminder set person = null where person = ${person}`.execute(tx)).numAffectedRows ?? 0),
  expire: async (tx, before) =>
    Number((await sql`delete from conversation.reminder where on_day < ${before}`.execute(tx)).numAffectedRows ?? 0),
};

export const personalData: readonly PersonalData[] = [messages, optOuts, reminders];
