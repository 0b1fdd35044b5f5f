/** The tables of the schema "conversation", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";
import type { Json } from "#platform/db/json.ts";

export interface MessageTable {
  id: string;
  direction: string;
  channel: string;
  address: string | null;
  person: string | null;
  shared: Generated<boolean>;
  template: string | null;
  subject_kind: string | null;
  subject: string | null;
  key: string | null;
  reply_kind: string | null;
  reply_code: string | null;
  reply_until: Date | null;
  reply_open: Generated<boolean>;
  answered_at: Date | null;
  in_reply_to: string | null;
  language: string;
  title: string | null;
  heads: Json | null;
  body: string | null;
  link: string | null;
  urgent: Generated<boolean>;
  state: string;
  reason: string | null;
  reason_detail: string | null;
  alphabet: string | null;
  parts: number | null;
  cost_minor: number | null;
  currency: string | null;
  provider_id: string | null;
  attempts: Generated<number>;
  claimed_at: Date | null;
  recorded_at: Generated<Date>;
  settled_at: Date | null;
  erased_at: Date | null;
}

export interface OptOutTable {
  channel: string;
  address: string;
  since: Generated<Date>;
}

export interface ReminderTable {
  duty: string;
  post: string;
  due: string;
  step: number;
  recipient: string;
  person: string | null;
  message: string | null;
  on_day: string;
}

export interface ReminderDayTable {
  day: string;
  began_at: Date;
}

/** The tables of "conversation" by their qualified names. */
export interface ConversationTables {
  "conversation.message": MessageTable;
  "conversation.opt_out": OptOutTable;
  "conversation.reminder": ReminderTable;
  "conversation.reminder_day": ReminderDayTable;
}
