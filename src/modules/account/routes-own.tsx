/** One's own account: language, password, the code from the phone, sessions. */
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { isConfirmed, SESSION_COOKIE, sessionsOf, sessionToken } from "#kernel/access/session.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { codeAddress, newCodeSecret } from "#platform/auth/one-time-code.ts";
import { checkPassword } from "#platform/auth/password.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { isLanguage } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import {
  changePassword,
  chooseLanguage,
  confirmOwner,
  endOtherSessions,
  hideRecoveryCodes,
  renewRecoveryCodes,
  turnCodeOff,
  turnCodeOn,
  type Owner,
} from "./actions-own.ts";
import { countTry, forgiveTry, LIMITS } from "./attempts.ts";
import { paths } from "./paths.ts";
import { accountById } from "./queries.ts";
import { ownAccount } from "./queries-own.ts";
import { nextOf } from "./routes-sign-in.tsx";
import { passwordProblems } from "./rules.ts";
import type { AccountTables } from "./schema.ts";
import { accountSettings } from "./settings.ts";
import { openStep, stepOf } from "./steps.ts";
import { AccountView } from "./views/account.tsx";
import { CodeOffView, CodeOnView, CodeSetupView, RecoveryCodesView } from "./views/code-setup.tsx";
import { ConfirmView, LanguageView, PasswordView, SessionsView } from "./views/own-forms.tsx";
import { w } from "./words-account.ts";
import { w as ws } from "./words-sign-in.ts";

export type OwnAsked = Asked<AccountTables, Actor>;
export type OwnWriting = Writing<AccountTables, Actor>;

/** Whose account the request is about: always the asker's own. */
export function ownerOf(r: OwnAsked): Owner {
  return { account: r.actor.account, person: r.actor.person, token: sessionToken(r.headers) ?? "" };
}

/** On to a page with the session's new token. */
export function renewed(to: string, token: string): Reply {
  return go(to, [{ name: SESSION_COOKIE, value: token }]);
}

/** Null when the person proved lately that it is she; else the page that asks her, after which she comes back to `next`. */
export async function mustConfirm(r: OwnAsked, next: string, status = 200): Promise<Reply | null> {
  const { aside } = accountSettings();
  if (await isConfirmed(aside, ownerOf(r).token, r.now)) return null;
  const account = await accountById(aside, r.actor.account);
  return show(<ConfirmView shell={r.shell} next={next} hasPassword={account?.passwordHash != null} />, status);
}

/** True when the text is the asker's password; counts the try. */
async function isOwnPassword(r: OwnWriting, text: string): Promise<boolean> {
  const { aside, keyring } = accountSettings();
  const account = await accountById(r.act.tx, r.actor.account, true);
  if (account === undefined || account.passwordHash === null) return false;
  await countTry(aside, keyring, LIMITS.passwordByAccount, account.login, r.now);
  if (!(await checkPassword(account.passwordHash, text))) return false;
  await forgiveTry(aside, keyring, LIMITS.passwordByAccount, account.login, r.now, "all");
  return true;
}

async function confirm(r: OwnWriting): Promise<Reply> {
  const next = nextOf(r.form.text("next"));
  if (await isOwnPassword(r, r.form.text("now"))) return renewed(next, await confirmOwner(r.act, ownerOf(r)));
  return show(<ConfirmView shell={r.shell} next={next} hasPassword problems={[{ field: "now", text: w.nowWrong }]} />, 422);
}

async function savePassword(r: OwnWriting): Promise<Reply> {
  const account = await accountById(r.act.tx, r.actor.account);
  const hasPassword = account?.passwordHash != null;
  const asked = hasPassword ? null : await mustConfirm(r, paths.password, 403);
  if (asked !== null) return asked;
  const password = r.form.text("password");
  const wished = passwordProblems(password, r.form.text("again"), [account?.login ?? "", r.actor.name]);
  const wrong: FieldProblem[] = !hasPassword || (await isOwnPassword(r, r.form.text("now"))) ? [] : [{ field: "now", text: w.nowWrong }];
  const problems = [...wrong, ...wished];
  if (problems.length > 0) return show(<PasswordView shell={r.shell} hasPassword={hasPassword} problems={problems} />, 422);
  return renewed(`${paths.account}?saved`, await changePassword(r.act, ownerOf(r), password));
}

/** The page of the code: what stands when it is on, else the drawing and the first code. */
async function codePage(r: OwnAsked, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const { aside, keyring } = accountSettings();
  const own = await ownAccount(aside, r.actor.account, null, r.now);
  if (own.codeOn) return show(<CodeOnView shell={r.shell} left={own.recoveryLeft} />);
  const asked = await mustConfirm(r, paths.code);
  if (asked !== null) return asked;
  let secret = (await stepOf(aside, keyring, "code_setup", r.actor.account, r.now))?.content.secret;
  if (secret === undefined) {
    secret = newCodeSecret();
    await openStep(aside, keyring, { kind: "code_setup", account: r.actor.account, content: { secret }, now: r.now });
  }
  const address = codeAddress(secret, `Inteko ${r.say(r.pack.association.names)}`, own.login);
  return show(<CodeSetupView shell={r.shell} secret={secret} address={address} problems={problems} />, problems.length > 0 ? 422 : 200);
}

async function turnOn(r: OwnWriting): Promise<Reply> {
  const asked = await mustConfirm(r, paths.code, 403);
  if (asked !== null) return asked;
  const { aside, keyring } = accountSettings();
  const account = await accountById(r.act.tx, r.actor.account, true);
  const step = await stepOf(aside, keyring, "code_setup", r.actor.account, r.now);
  if (step === null || account === undefined || account.codeSecret !== null) return codePage(r, [{ field: "code", text: ws.stepOver }]);
  if (r.form.text("code") === "") return codePage(r, [{ field: "code", text: ws.codeMissing }]);
  await countTry(aside, keyring, LIMITS.codeByAccount, r.actor.account, r.now);
  const token = await turnCodeOn(r.act, keyring, ownerOf(r), step.content.secret, r.form.text("code"));
  return token === null ? codePage(r, [{ field: "code", text: ws.codeWrong }]) : renewed(paths.recoveryCodes, token);
}

async function recoveryPage(r: OwnAsked): Promise<Reply> {
  const { aside, keyring } = accountSettings();
  const step = await stepOf(aside, keyring, "recovery_codes", r.actor.account, r.now);
  return step === null ? go(paths.code) : show(<RecoveryCodesView shell={r.shell} codes={step.content.codes} />);
}

const codeRoutes = [
  page<AccountTables, "signed-in">("/account/code", "signed-in", (r) => codePage(r)),
  act<AccountTables, "signed-in">("/account/code", "signed-in", turnOn),
  page<AccountTables, "signed-in">(
    "/account/code/off",
    "signed-in",
    async (r) => (await mustConfirm(r, paths.codeOff)) ?? show(<CodeOffView shell={r.shell} />),
  ),
  act<AccountTables, "signed-in">("/account/code/off", "signed-in", async (r) => {
    const asked = await mustConfirm(r, paths.codeOff, 403);
    return asked ?? renewed(`${paths.account}?saved`, await turnCodeOff(r.act, ownerOf(r)));
  }),
  page<AccountTables, "signed-in">("/account/recovery-codes", "signed-in", recoveryPage),
  act<AccountTables, "signed-in">("/account/recovery-codes", "signed-in", async (r) => {
    const asked = await mustConfirm(r, paths.code, 403);
    if (asked !== null) return asked;
    await renewRecoveryCodes(r.act, accountSettings().keyring, ownerOf(r));
    return go(paths.recoveryCodes);
  }),
  act<AccountTables, "signed-in">("/account/recovery-codes/kept", "signed-in", async (r) => {
    await hideRecoveryCodes(r.act, ownerOf(r));
    return go(paths.code);
  }),
];

export const ownRoutes = [
  page<AccountTables, "signed-in">("/account", "signed-in", async (r) => {
    const { aside, oidc } = accountSettings();
    const own = await ownAccount(aside, r.actor.account, oidc?.issuer ?? null, r.now);
    return show(<AccountView shell={r.shell} own={own} provider={oidc?.name ?? null} saved={r.query.has("saved")} />);
  }),
  page<AccountTables, "signed-in">("/account/confirm", "signed-in", async (r) => {
    const next = nextOf(r.query.get("next"));
    return (await mustConfirm(r, next)) ?? go(next);
  }),
  act<AccountTables, "signed-in">("/account/confirm", "signed-in", confirm),
  page<AccountTables, "signed-in">("/account/language", "signed-in", async (r) => {
    const own = await ownAccount(accountSettings().aside, r.actor.account, null, r.now);
    return show(<LanguageView shell={r.shell} language={own.language} />);
  }),
  act<AccountTables, "signed-in">("/account/language", "signed-in", async (r) => {
    const language = r.form.text("language");
    if (!isLanguage(language)) return show(<LanguageView shell={r.shell} language={r.language} />, 422);
    await chooseLanguage(r.act, ownerOf(r), language);
    return go(`${paths.account}?saved`);
  }),
  page<AccountTables, "signed-in">("/account/password", "signed-in", async (r) => {
    const account = await accountById(accountSettings().aside, r.actor.account);
    const hasPassword = account?.passwordHash != null;
    const asked = hasPassword ? null : await mustConfirm(r, paths.password);
    return asked ?? show(<PasswordView shell={r.shell} hasPassword={hasPassword} />);
  }),
  act<AccountTables, "signed-in">("/account/password", "signed-in", savePassword),
  page<AccountTables, "signed-in">("/account/sessions", "signed-in", async (r) => {
    const sessions = await sessionsOf(accountSettings().aside as never, r.actor.account, ownerOf(r).token, r.now);
    return show(<SessionsView shell={r.shell} sessions={sessions} />);
  }),
  act<AccountTables, "signed-in">("/account/sessions/end", "signed-in", async (r) =>
    renewed(paths.sessions, await endOtherSessions(r.act, ownerOf(r))),
  ),
  ...codeRoutes,
];
