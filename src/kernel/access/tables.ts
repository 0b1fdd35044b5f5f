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
  password_set_at: Date | null;
  signed_in_at: Date | null;
}

export interface AttemptTable {
  scope: string;
  subject: string;
  window_start: Date;
  attempts: number;
}

export interface IdentityTable {
  issuer: string;
  subject: string;
  account: string;
  linked_at: Generated<Date>;
}

export interface PasskeyTable {
  id: string;
  account: string;
  name: string;
  public_key: Buffer;
  sign_count: number;
  transports: string[];
  created_at: Generated<Date>;
  used_at: Date | null;
}

export interface RecoveryCodeTable {
  account: string;
  code_hash: string;
  used_at: Date | null;
}

export interface SessionTable {
  token_hash: Buffer;
  account: string;
  assignment: string | null;
  created_at: Generated<Date>;
  seen_at: Generated<Date>;
  expires_at: Date;
  second_factor: Generated<boolean>;
  device: string | null;
  confirmed_at: Generated<Date>;
}

export interface StepTable {
  token_hash: Buffer;
  kind: string;
  account: string | null;
  sealed: Buffer;
  expires_at: Date;
}

/** The tables of "access" by their qualified names. */
export interface AccessTables {
  "access.account": AccountTable;
  "access.attempt": AttemptTable;
  "access.identity": IdentityTable;
  "access.passkey": PasskeyTable;
  "access.recovery_code": RecoveryCodeTable;
  "access.session": SessionTable;
  "access.step": StepTable;
}
