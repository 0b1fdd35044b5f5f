/** Signing in step by step, signing out, and acting as another of one's posts. */
import type { Act } from "#kernel/access/act.ts";
import { closeSession, openSession, actAs as actAsPost } from "#kernel/access/session.ts";
import { holdingsOf } from "#kernel/registry/posts.ts";
import { checkPassword } from "#platform/auth/password.ts";
import { codeDigits, recoveryCodeOf, stepOfCode } from "#platform/auth/one-time-code.ts";
import type { Keyring } from "#platform/auth/keyring.ts";
import type { Db } from "#platform/db/handle.ts";
import { Problem } from "#platform/problems/problem.ts";
import { firstAssignment } from "./rules.ts";
import { openStep } from "./steps.ts";
import { p } from "./problems.ts";
import { paths } from "./paths.ts";
import { accountByLogin, type AccountRow } from "./queries.ts";
import type { AccountTables, SignInForm } from "./schema.ts";

/** How a person proved who she is. */
export type Method = "password" | "provider" | "passkey";

/** Where the request came from and wants to go. */
export interface Arrival {
  readonly device: string | null;
  /** A path of this site. */
  readonly next: string;
  /** The session of the same browser, which the new one replaces. */
  readonly before: string | null;
}

/** A step forward: signed in with a session's token, or half-way with a step's token. */
export type Passed =
  | { readonly kind: "in"; readonly token: string; readonly to: string }
  | { readonly kind: "code"; readonly step: string };

/**
 * The account of a name and password, or null. A name that nobody has takes as long as one that somebody has.
 * Throws when the password is right and the account closed: its owner may know that, nobody else does.
 */
export async function checkSignIn(act: Act<AccountTables>, form: SignInForm): Promise<AccountRow | null> {
  const account = await accountByLogin(act.tx, form.login);
  const right = await checkPassword(account?.passwordHash ?? null, form.password);
  if (account === undefined || !right || !account.admitted) return null;
  if (account.disabled) throw new Problem(p.accountClosed);
  return account;
}

/** Opens the session of somebody who has proved enough; tells the journal how, never with which name. */
export async function enter(
  act: Act<AccountTables>,
  account: AccountRow,
  how: Method,
  secondFactor: boolean,
  arrival: Arrival,
): Promise<Passed> {
  if (account.disabled || !account.admitted) throw new Problem(p.accountClosed);
  const holdings = await holdingsOf(act.tx as Db<any>, account.person, act.today);
  if (arrival.before !== null) await closeSession(act.tx, arrival.before);
  const token = await openSession(act.tx, account.id, firstAssignment(holdings), act.now, secondFactor, arrival.device);
  await act.tx.updateTable("access.account").set({ signed_in_at: act.now }).where("id", "=", account.id).execute();
  await act.journal({
    kind: "access.signed_in",
    subject: { kind: "account", id: account.id },
    payload: { method: how, second_factor: secondFactor },
  });
  return { kind: "in", token, to: holdings.length > 1 ? paths.actingAs(arrival.next) : arrival.next };
}

/** Goes on after a password or a provider: to the session, or to the code of the phone when the account has one. */
export async function passFirst(
  act: Act<AccountTables>,
  keyring: Keyring,
  account: AccountRow,
  how: "password" | "provider",
  arrival: Arrival,
): Promise<Passed> {
  if (account.disabled || !account.admitted) throw new Problem(p.accountClosed);
  if (account.codeSecret === null) return enter(act, account, how, false, arrival);
  const step = await openStep(act.tx, keyring, { kind: "code", account: account.id, content: { how, next: arrival.next }, now: act.now });
  await act.journal({ kind: "access.first_factor_passed", subject: { kind: "account", id: account.id }, payload: { method: how } });
  return { kind: "code", step };
}

/** What a code turned out to be; null when it is wrong, used or too old. */
export type Proof = "code" | "recovery";

/** Uses up a code of the phone or a recovery code. The update itself refuses a code that another request has just used. */
export async function useCode(act: Act<AccountTables>, keyring: Keyring, account: AccountRow, text: string): Promise<Proof | null> {
  if (account.codeSecret === null) return null;
  const recovery = recoveryCodeOf(text);
  if (recovery !== null) return (await useRecoveryCode(act, keyring, account.id, recovery)) ? "recovery" : null;
  const secret = keyring.unseal("code secret", account.id, account.codeSecret).toString();
  const step = stepOfCode(secret, codeDigits(text), act.now, account.codeLastStep);
  if (step === null) return null;
  const taken = await act.tx
    .updateTable("access.account")
    .set({ totp_last_step: step })
    .where("id", "=", account.id)
    .where((where) => where.or([where("totp_last_step", "is", null), where("totp_last_step", "<", step)]))
    .executeTakeFirstOrThrow();
  return taken.numUpdatedRows === 1n ? "code" : null;
}

async function useRecoveryCode(act: Act<AccountTables>, keyring: Keyring, account: string, code: string): Promise<boolean> {
  const used = await act.tx
    .updateTable("access.recovery_code")
    .set({ used_at: act.now })
    .where("account", "=", account)
    .where("code_hash", "=", keyring.digest("recovery code", `${account} ${code}`))
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  if (used.numUpdatedRows !== 1n) return false;
  await act.journal({ kind: "access.recovery_code_used", subject: { kind: "account", id: account }, payload: {} });
  return true;
}

/** Ends the session of a token. */
export async function signOut(act: Act<AccountTables>, account: string, token: string): Promise<void> {
  await closeSession(act.tx, token);
  await act.journal({ kind: "access.signed_out", subject: { kind: "account", id: account }, payload: {} });
}

/** Acts as one of the person's posts of today from now on, or as herself. Throws for a post she does not hold today. */
export async function chooseActingAs(
  act: Act<AccountTables>,
  who: { readonly account: string; readonly person: string; readonly token: string },
  wish: string,
): Promise<void> {
  const holdings = await holdingsOf(act.tx as Db<any>, who.person, act.today);
  const chosen = wish === "self" ? null : holdings.find((holding) => holding.assignment === wish);
  if (chosen === undefined) throw new Problem(p.notYourPost);
  await actAsPost(act.tx, who.token, chosen?.assignment ?? null);
  await act.journal({
    kind: "access.acting_as",
    subject: { kind: "account", id: who.account },
    member: chosen?.organisation ?? null,
    payload: { post: chosen?.post ?? null, assignment: chosen?.assignment ?? null },
  });
}
