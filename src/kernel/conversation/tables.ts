/** The tables of the schema "conversation", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";

export interface MessageTable {
  id: string;
  direction: string;
  channel: string;
  address: string;
  person: string | null;
  subject_kind: string | null;
  subject: string | null;
  reply_code: string | null;
  in_reply_to: string | null;
  language: string;
  title: string | null;
  body: string;
  state: string;
  failure: string | null;
  cost_minor: number | null;
  currency: string | null;
  recorded_at: Generated<Date>;
  settled_at: Date | null;
}

export interface OptOutTable {
  channel: string;
  address: string;
  since: Generated<Date>;
}

/** The tables of "conversation" by their qualified names. */
export interface ConversationTables {
  "conversation.message": MessageTable;
  "conversation.opt_out": OptOutTable;
}
