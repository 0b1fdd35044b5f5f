/** What an administrator does to other people's accounts; each act names its reason and is told to the journal. */
import type { Act } from "#kernel/access/act.ts";
import { closeSessions } from "#kernel/access/session.ts";
import type { Keyring } from "#platform/auth/keyring.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { dropCode } from "./actions-own.ts";
import { p } from "./problems.ts";
import type { AccountTables } from "./schema.ts";
import { endSteps, openStep, stepEnd } from "./steps.ts";

/** Throws when an administrator works on her own account: nobody gives herself a way round her own second step. */
function refuseOwn(act: Act<AccountTables>, account: string): void {
  if (act.actor?.account === account) throw new Problem(p.notYourself);
}

/** True when another account has a sign-in name. */
async function isTaken(act: Act<AccountTables>, login: string): Promise<boolean> {
  const held = await act.tx.selectFrom("access.account").select("id").where("login", "=", login).executeTakeFirst();
  return held !== undefined;
}

async function makeLink(act: Act<AccountTables>, keyring: Keyring, account: string, first: boolean): Promise<void> {
  const token = await openStep(act.tx, keyring, { kind: "password", account, content: { first }, now: act.now });
  const until = stepEnd("password", act.now).toISOString();
  await openStep(act.tx, keyring, { kind: "link_shown", account, content: { token, until }, now: act.now });
  await act.journal({ kind: "access.link_made", subject: { kind: "account", id: account }, payload: { first } });
}

/** Opens an account for a person of the register and makes the link for her password; null when the name is taken. `login` is as `loginOf` gives it. */
export async function openAccount(act: Act<AccountTables>, keyring: Keyring, person: string, login: string): Promise<string | null> {
  if (await isTaken(act, login)) return null;
  const id = newId();
  await act.tx.insertInto("access.account").values({ id, person, login, created_at: act.now }).execute();
  await act.journal({ kind: "access.account_opened", subject: { kind: "account", id }, payload: { person } });
  await makeLink(act, keyring, id, true);
  return id;
}

/** Makes a link with which the person chooses a new password; an older link stops working. */
export async function giveLink(act: Act<AccountTables>, keyring: Keyring, account: string): Promise<void> {
  refuseOwn(act, account);
  await makeLink(act, keyring, account, false);
}

/** Closes an account: signed out everywhere, no way in. */
export async function closeAccount(act: Act<AccountTables>, account: string, reason: string): Promise<void> {
  refuseOwn(act, account);
  await act.tx
    .updateTable("access.account")
    .set({ disabled_at: act.now })
    .where("id", "=", account)
    .where("disabled_at", "is", null)
    .execute();
  await endSteps(act.tx, "password", account);
  await endSteps(act.tx, "code", account);
  const ended = await closeSessions(act.tx, account);
  await act.journal({
    kind: "access.account_closed",
    subject: { kind: "account", id: account },
    payload: { sessions_ended: ended },
    personal: { reason },
  });
}

/** Opens a closed account again. */
export async function reopenAccount(act: Act<AccountTables>, account: string, reason: string): Promise<void> {
  refuseOwn(act, account);
  await act.tx.updateTable("access.account").set({ disabled_at: null }).where("id", "=", account).execute();
  await act.journal({ kind: "access.account_reopened", subject: { kind: "account", id: account }, payload: {}, personal: { reason } });
}

/** Takes the second step off an account whose owner has lost phone and recovery codes. */
export async function resetCode(act: Act<AccountTables>, account: string, reason: string): Promise<void> {
  refuseOwn(act, account);
  await dropCode(act, account);
  const ended = await closeSessions(act.tx, account);
  await act.journal({
    kind: "access.second_factor_reset",
    subject: { kind: "account", id: account },
    payload: { sessions_ended: ended },
    personal: { reason },
  });
}
