/** Reads for a person's own account page. */
import { sql } from "kysely";
import type { Db } from "#platform/db/handle.ts";
import type { AccountTables } from "./schema.ts";

/** One's own account as its page shows it. */
export interface OwnAccount {
  readonly login: string;
  readonly language: string;
  readonly hasPassword: boolean;
  readonly passwordSetAt: Date | null;
  readonly codeOn: boolean;
  readonly recoveryLeft: number;
  readonly passkeys: number;
  readonly sessions: number;
  readonly linkedAt: Date | null;
}

/** One's own account with the counts beside it, in one query. `issuer` names the provider that may be linked. */
export async function ownAccount(db: Db<AccountTables>, account: string, issuer: string | null, now: Date): Promise<OwnAccount> {
  const { rows } = await sql<OwnAccount>`
    select a.login, p.language, a.password_hash is not null as "hasPassword", a.password_set_at as "passwordSetAt",
      a.totp_secret is not null as "codeOn",
      (select count(*) from access.recovery_code c where c.account = a.id and c.used_at is null) as "recoveryLeft",
      (select count(*) from access.passkey k where k.account = a.id) as passkeys,
      (select count(*) from access.session s where s.account = a.id and s.expires_at > ${now}) as sessions,
      (select linked_at from access.identity i where i.account = a.id and i.issuer = ${issuer} order by linked_at limit 1) as "linkedAt"
    from access.account a join registry.person p on p.id = a.person where a.id = ${account}`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error("A signed-in person has no account.");
  return row;
}

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** A person's passkeys, oldest first. */
export async function passkeysOf(db: Db<AccountTables>, account: string): Promise<OwnPasskey[]> {
  const { rows } = await sql<OwnPasskey>`
    select id, name, created_at as "createdAt", used_at as "usedAt" from access.passkey
    where account = ${account} order by created_at, id`.execute(db);
  return rows;
}

/** How many ways to sign in an account has beside a password: its passkeys and linked identities. */
export async function waysBeside(
  db: Db<AccountTables>,
  account: string,
): Promise<{ readonly passkeys: number; readonly identities: number }> {
  const { rows } = await sql<{ passkeys: number; identities: number }>`
    select (select count(*) from access.passkey where account = ${account}) as passkeys,
      (select count(*) from access.identity where account = ${account}) as identities`.execute(db);
  return rows[0] ?? { passkeys: 0, identities: 0 };
}
