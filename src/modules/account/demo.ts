/** Accounts of demonstration people: one known password, worth nothing where no demonstration is. */
import type { Act } from "#kernel/access/act.ts";
import { hashPassword } from "#platform/auth/password.ts";
import { newId } from "#platform/db/ids.ts";
import { DEMO_PASSWORD } from "./demo-password.ts";
import { loginOf, type AccountTables } from "./schema.ts";

let hashed: Promise<string> | undefined;

/** Gives a demonstration person an account; returns its id. The password is hashed once for all of them. */
export async function openDemoAccount(act: Act<AccountTables>, person: string, login: string): Promise<string> {
  hashed ??= hashPassword(DEMO_PASSWORD);
  const id = newId();
  await act.tx
    .insertInto("access.account")
    .values({
      id,
      person,
      login: loginOf(login),
      password_hash: await hashed,
      password_set_at: act.now,
      demonstration: true,
      created_at: act.now,
    })
    .execute();
  await act.journal({ kind: "access.account_opened", subject: { kind: "account", id }, payload: { person, demonstration: true } });
  return id;
}
