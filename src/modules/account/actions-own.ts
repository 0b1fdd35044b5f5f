/** What a person changes about her own account; every change of a way to sign in gives her session a new token. */
import type { Act } from "#kernel/access/act.ts";
import { closeSessions, renewSession } from "#kernel/access/session.ts";
import { newRecoveryCodes, recoveryCodeOf, stepOfCode, codeDigits } from "#platform/auth/one-time-code.ts";
import { hashPassword } from "#platform/auth/password.ts";
import type { Keyring } from "#platform/auth/keyring.ts";
import type { Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { waysBeside } from "./queries-own.ts";
import type { AccountTables } from "./schema.ts";
import { endSteps, openStep } from "./steps.ts";

/** Whose account, and the token of the session she asks from. */
export interface Owner {
  readonly account: string;
  readonly person: string;
  readonly token: string;
}

const subjectOf = (account: string): { kind: "account"; id: string } => ({ kind: "account", id: account });

/** Chooses the language of messages. */
export async function chooseLanguage(act: Act<AccountTables>, owner: Owner, language: Language): Promise<void> {
  await act.tx.updateTable("registry.person").set({ language }).where("id", "=", owner.person).execute();
  await act.journal({ kind: "access.language_chosen", subject: subjectOf(owner.account), payload: { language } });
}

/** Notes that the person has just proved that it is she; returns the session's new token. */
export async function confirmOwner(act: Act<AccountTables>, owner: Owner): Promise<string> {
  await act.journal({ kind: "access.confirmed", subject: subjectOf(owner.account), payload: { method: "password" } });
  return renewSession(act.tx, owner.token, act.now);
}

/** Replaces the password, ends every other session and every open password link; returns the session's new token. */
export async function changePassword(act: Act<AccountTables>, owner: Owner, password: string): Promise<string> {
  await act.tx
    .updateTable("access.account")
    .set({ password_hash: await hashPassword(password), password_set_at: act.now })
    .where("id", "=", owner.account)
    .execute();
  await endSteps(act.tx, "password", owner.account);
  await endSteps(act.tx, "code", owner.account);
  const ended = await closeSessions(act.tx, owner.account, owner.token);
  await act.journal({ kind: "access.password_changed", subject: subjectOf(owner.account), payload: { sessions_ended: ended } });
  return renewSession(act.tx, owner.token, act.now);
}

/** Sets a password by a one-time link: ends every session, for whoever held one must prove himself anew. */
export async function setPassword(act: Act<AccountTables>, account: string, password: string): Promise<void> {
  await act.tx
    .updateTable("access.account")
    .set({ password_hash: await hashPassword(password), password_set_at: act.now })
    .where("id", "=", account)
    .execute();
  await endSteps(act.tx, "code", account);
  await endSteps(act.tx, "link_shown", account);
  const ended = await closeSessions(act.tx, account);
  await act.journal({ kind: "access.password_set", subject: subjectOf(account), payload: { by: "link", sessions_ended: ended } });
}

/** Ends every session but this one. */
export async function endOtherSessions(act: Act<AccountTables>, owner: Owner): Promise<string> {
  const ended = await closeSessions(act.tx, owner.account, owner.token);
  await act.journal({ kind: "access.sessions_ended", subject: subjectOf(owner.account), payload: { ended } });
  return renewSession(act.tx, owner.token, act.now);
}

async function replaceRecoveryCodes(act: Act<AccountTables>, keyring: Keyring, account: string): Promise<void> {
  const codes = newRecoveryCodes();
  const hashed = codes.map((code) => ({ account, code_hash: keyring.digest("recovery code", `${account} ${recoveryCodeOf(code) ?? ""}`) }));
  await act.tx.deleteFrom("access.recovery_code").where("account", "=", account).execute();
  await act.tx.insertInto("access.recovery_code").values(hashed).execute();
  await openStep(act.tx, keyring, { kind: "recovery_codes", account, content: { codes }, now: act.now });
}

/**
 * Turns the code on when the first code of the shown secret is right: keeps the secret sealed, makes recovery codes, ends the
 * sessions that never proved a code. Returns the session's new token, or null when the code is wrong.
 */
export async function turnCodeOn(
  act: Act<AccountTables>,
  keyring: Keyring,
  owner: Owner,
  secret: string,
  text: string,
): Promise<string | null> {
  const step = stepOfCode(secret, codeDigits(text), act.now, null);
  if (step === null) return null;
  await act.tx
    .updateTable("access.account")
    .set({ totp_secret: keyring.seal("code secret", owner.account, Buffer.from(secret)), totp_last_step: step })
    .where("id", "=", owner.account)
    .execute();
  await replaceRecoveryCodes(act, keyring, owner.account);
  await endSteps(act.tx, "code_setup", owner.account);
  const ended = await closeSessions(act.tx, owner.account, owner.token);
  await act.journal({ kind: "access.second_factor_on", subject: subjectOf(owner.account), payload: { sessions_ended: ended } });
  return renewSession(act.tx, owner.token, act.now, { secondFactor: true });
}

/** Takes the code and its recovery codes off an account. */
export async function dropCode(act: Act<AccountTables>, account: string): Promise<void> {
  await act.tx.updateTable("access.account").set({ totp_secret: null, totp_last_step: null }).where("id", "=", account).execute();
  await act.tx.deleteFrom("access.recovery_code").where("account", "=", account).execute();
  await endSteps(act.tx, "recovery_codes", account);
}

/** Turns the code off; returns the session's new token. */
export async function turnCodeOff(act: Act<AccountTables>, owner: Owner): Promise<string> {
  await dropCode(act, owner.account);
  await act.journal({ kind: "access.second_factor_off", subject: subjectOf(owner.account), payload: {} });
  return renewSession(act.tx, owner.token, act.now);
}

/** Makes new recovery codes; the old ones stop working. */
export async function renewRecoveryCodes(act: Act<AccountTables>, keyring: Keyring, owner: Owner): Promise<void> {
  await replaceRecoveryCodes(act, keyring, owner.account);
  await act.journal({ kind: "access.recovery_codes_made", subject: subjectOf(owner.account), payload: {} });
}

/** The person has kept her recovery codes: they are not shown again. */
export async function hideRecoveryCodes(act: Act<AccountTables>, owner: Owner): Promise<void> {
  await endSteps(act.tx, "recovery_codes", owner.account);
  await act.journal({ kind: "access.recovery_codes_kept", subject: subjectOf(owner.account), payload: {} });
}

/** Throws when an account without a password would lose its last way in. */
export async function keepOneWayIn(act: Act<AccountTables>, account: string): Promise<void> {
  const row = await act.tx
    .selectFrom("access.account")
    .select("password_hash")
    .where("id", "=", account)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  if (row.password_hash !== null) return;
  const ways = await waysBeside(act.tx, account);
  if (ways.passkeys + ways.identities <= 1) throw new Problem(p.lastWayIn);
}
