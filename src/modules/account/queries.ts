/** Reads of one account. */
import { sql } from "kysely";
import type { Db } from "#platform/db/handle.ts";
import type { AccountTables } from "./schema.ts";

/** An account as signing in needs it. */
export interface AccountRow {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly login: string;
  readonly passwordHash: string | null;
  readonly codeSecret: Buffer | null;
  readonly codeLastStep: number | null;
  readonly disabled: boolean;
  /** False for a demonstration account where no demonstration is. */
  readonly admitted: boolean;
}

const columns = sql`
  a.id, a.person, p.full_name as name, a.login, a.password_hash as "passwordHash",
  a.totp_secret as "codeSecret", a.totp_last_step as "codeLastStep", a.disabled_at is not null as disabled,
  (not a.demonstration or exists (select 1 from setting.fact where name = 'demonstration')) as admitted`;

/** The account of a sign-in name (as `loginOf` gives it), or undefined. */
export async function accountByLogin(db: Db<AccountTables>, login: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    select ${columns} from access.account a join registry.person p on p.id = a.person where lower(a.login) = ${login}`.execute(db);
  return rows[0];
}

/** The account of an id, or undefined. With `lock` two changes of one account wait for each other. */
export async function accountById(db: Db<AccountTables>, id: string, lock = false): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    select ${columns} from access.account a join registry.person p on p.id = a.person
    where a.id = ${id} ${lock ? sql`for no key update of a` : sql``}`.execute(db);
  return rows[0];
}
