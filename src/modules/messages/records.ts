/** Messages as records that the journal and the morning page name: by channel and day, never by what they say or to whom. */
import { sql } from "kysely";
import type { RecordKind } from "#kernel/access/module.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { speak } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { paths } from "./paths.ts";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

export const messageRecord: RecordKind = {
  title: w.message,
  href: paths.message,
  titles: async (db, ids, language) => {
    const { rows } = await sql<{ id: string; direction: string; channel: string; day: string }>`
      select id, direction, channel, recorded_at::date as day from conversation.message where id = any(${[...ids]}::uuid[])`.execute(db);
    const say = speak(language);
    const kindOf = (row: { direction: string; channel: string }) =>
      row.channel === "sms" ? (row.direction === "in" ? w.smsIn : w.smsOut) : row.direction === "in" ? w.mailIn : w.mailOut;
    return new Map(rows.map((row) => [row.id, say(kindOf(row), { day: formatDate(row.day) })]));
  },
  visible: (_db, actor, ids) => Promise.resolve(new Set(reachOf(actor, verbs.read) === "all" ? ids : [])),
};
