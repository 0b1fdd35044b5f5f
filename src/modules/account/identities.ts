/** Sign-ins at the outside provider that are linked to accounts here. */
import type { Act } from "#kernel/access/act.ts";
import type { OutsideIdentity } from "#platform/auth/oidc.ts";
import { Problem } from "#platform/problems/problem.ts";
import { keepOneWayIn } from "./actions-own.ts";
import { p } from "./problems.ts";
import { accountById, type AccountRow } from "./queries.ts";
import type { AccountTables } from "./schema.ts";

/** The account linked to an identity, or undefined. Nothing but issuer and subject is compared. */
export async function accountOfIdentity(act: Act<AccountTables>, identity: OutsideIdentity): Promise<AccountRow | undefined> {
  const row = await act.tx
    .selectFrom("access.identity")
    .select("account")
    .where("issuer", "=", identity.issuer)
    .where("subject", "=", identity.subject)
    .executeTakeFirst();
  return row === undefined ? undefined : accountById(act.tx, row.account);
}

/** Links an identity to an account. Throws when it opens another account already. */
export async function linkIdentity(
  act: Act<AccountTables>,
  account: string,
  identity: OutsideIdentity,
  by: "owner" | "administrator",
): Promise<void> {
  const held = await accountOfIdentity(act, identity);
  if (held !== undefined && held.id !== account) throw new Problem(p.linkedElsewhere);
  await act.tx
    .insertInto("access.identity")
    .values({ ...identity, account, linked_at: act.now })
    .onConflict((conflict) => conflict.columns(["issuer", "subject"]).doNothing())
    .execute();
  await act.journal({
    kind: "access.identity_linked",
    subject: { kind: "account", id: account },
    payload: { by, issuer: identity.issuer },
  });
}

/** Ends the links of an account with a provider. Throws when that was its only way in. */
export async function unlinkIdentity(act: Act<AccountTables>, account: string, issuer: string): Promise<void> {
  await keepOneWayIn(act, account);
  await act.tx.deleteFrom("access.identity").where("account", "=", account).where("issuer", "=", issuer).execute();
  await act.journal({ kind: "access.identity_unlinked", subject: { kind: "account", id: account }, payload: { issuer } });
}
