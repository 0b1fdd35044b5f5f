/** The tables of the schema "access", written from the database by tools/tables.ts; edit the migrations instead. */
import type { Generated } from "kysely";

export interface AccountTable {
  id: string;
  person: string;
  login: string;
  password_hash: string | null;
  totp_secret: Buffer | null;
  totp_last_step: number | null;
  demonstration: Generated<boolean>;
  disabled_at: Date | null;
  created_at: Generated<Date>;
}

export interface AttemptTable {
  scope: string;
  subject: string;
  window_start: Date;
  attempts: number;
}

export interface SessionTable {
  token_hash: Buffer;
  account: string;
  assignment: string | null;
  created_at: Generated<Date>;
  seen_at: Generated<Date>;
  expires_at: Date;
  second_factor: Generated<boolean>;
}

/** The tables of "access" by their qualified names. */
export interface AccessTables {
  "access.account": AccountTable;
  "access.attempt": AttemptTable;
  "access.session": SessionTable;
}
