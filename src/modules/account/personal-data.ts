/** What signing in keeps about a person: shown to her, erased on her demand, and dropped when she has long been away. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text } from "#platform/i18n/text.ts";
import { w } from "./words.ts";

type Collected = Readonly<Record<string, unknown>>;

/** The rows of one table that hang on a person's account. Hashes and keys are not hers to read, and open nothing for her. */
function hangingOn(table: string, columns: readonly string[], title: Text): PersonalData {
  return {
    table,
    columns,
    purpose: "account",
    title,
    collect: async (db: Db<any>, person) => {
      const list = sql.join(columns.map((column) => sql.ref(`t.${column}`)));
      const { rows } = await sql<Collected>`
        select ${list} from ${sql.table(table)} t join access.account a on a.id = t.account where a.person = ${person}`.execute(db);
      return rows;
    },
    erase: async (tx, person) => {
      const gone =
        await sql`delete from ${sql.table(table)} t using access.account a where a.id = t.account and a.person = ${person}`.execute(tx);
      return Number(gone.numAffectedRows ?? 0);
    },
  };
}

const account: PersonalData = {
  table: "access.account",
  columns: ["login", "created_at", "signed_in_at", "password_set_at"],
  purpose: "account",
  title: w.account,
  collect: async (db, person) => {
    const { rows } = await sql<Collected>`
      select login, created_at, signed_in_at, password_set_at, totp_secret is not null as second_factor
      from access.account where person = ${person}`.execute(db);
    return rows;
  },
  // Sessions, passkeys, links and codes go with the account.
  erase: async (tx, person) => Number((await sql`delete from access.account where person = ${person}`.execute(tx)).numAffectedRows ?? 0),
  expire: async (tx, before) => {
    const gone = await sql`delete from access.account where coalesce(signed_in_at, created_at) < ${before}::date`.execute(tx);
    return Number(gone.numAffectedRows ?? 0);
  },
};

export const personalData: readonly PersonalData[] = [
  hangingOn("access.session", ["device", "created_at", "seen_at"], w.sessions),
  hangingOn("access.passkey", ["name", "created_at", "used_at"], w.passkeys),
  hangingOn("access.identity", ["issuer", "linked_at"], w.identities),
  account,
];
