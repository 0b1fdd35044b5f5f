/** Signing in and out, and acting as one of one's posts. */
import type { Act } from "#kernel/access/act.ts";
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { SESSION_COOKIE, sessionToken } from "#kernel/access/session.ts";
import { deviceOf } from "#platform/auth/device.ts";
import { localPath } from "#platform/auth/local-path.ts";
import { peerOf } from "#platform/auth/peer.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { checkSignIn, chooseActingAs, enter, passFirst, signOut, useCode, type Arrival, type Passed } from "./actions-sign-in.ts";
import { countTry, forgiveTry, LIMITS } from "./attempts.ts";
import { passkeyScript } from "./passkey-script.ts";
import { paths } from "./paths.ts";
import { accountById } from "./queries.ts";
import { readSignIn, type AccountTables } from "./schema.ts";
import { accountSettings } from "./settings.ts";
import { readStep, STEP_COOKIE, stepToken, takeStep } from "./steps.ts";
import { ActingAsView } from "./views/acting-as.tsx";
import { CodeView } from "./views/code.tsx";
import { SignInView } from "./views/sign-in.tsx";
import { w } from "./words-sign-in.ts";

type Reading = Asked<AccountTables, unknown>;

/** Where to go after signing in: a page of this site that is not part of signing in or out. */
export function nextOf(wish: string | null | undefined): string {
  const path = localPath(wish, paths.today);
  return /^\/(sign-in|sign-out|acting-as|set-password)\b/.test(path) ? paths.today : path;
}

/** What a request says about the browser it comes from. */
export function arrivalOf(r: Reading, next: string): Arrival {
  return { device: deviceOf(r.headers.get("user-agent")), next, before: sessionToken(r.headers) };
}

/** The browser goes on: with its session, or with the cookie of a sign-in that is half done. */
export function proceed(passed: Passed): Reply {
  return passed.kind === "in"
    ? go(passed.to, [
        { name: SESSION_COOKIE, value: passed.token },
        { name: STEP_COOKIE, value: null },
      ])
    : go(paths.signInCode, [{ name: STEP_COOKIE, value: passed.step, maxAgeSeconds: 600 }]);
}

/** The sign-in page, fresh or shown again. */
export async function signInPage(r: Reading, next: string, problems: readonly FieldProblem[] = [], login = ""): Promise<Reply> {
  const { oidc } = accountSettings();
  const view = (
    <SignInView
      shell={r.shell}
      next={next}
      login={login}
      problems={problems}
      passwordSet={r.query.get("password") === "set"}
      provider={oidc?.name ?? null}
      script={await passkeyScript()}
    />
  );
  return show(view, problems.length > 0 ? 422 : 200);
}

async function signIn(r: Writing<AccountTables, unknown>): Promise<Reply> {
  const { aside, keyring } = accountSettings();
  const next = nextOf(r.form.text("next"));
  const form = readSignIn(r.form);
  if (!form.ok) return signInPage(r, next, form.problems, r.form.text("login"));
  const address = peerOf(r.headers);
  await countTry(aside, keyring, LIMITS.passwordByAddress, address, r.now);
  await countTry(aside, keyring, LIMITS.passwordByAccount, form.value.login, r.now);
  const account = await checkSignIn(r.act, form.value);
  if (account === null) return signInPage(r, next, [{ field: "login", text: w.notRight }], r.form.text("login"));
  await forgiveTry(aside, keyring, LIMITS.passwordByAddress, address, r.now, "one");
  await forgiveTry(aside, keyring, LIMITS.passwordByAccount, form.value.login, r.now, "all");
  return proceed(await passFirst(r.act, keyring, account, "password", arrivalOf(r, next)));
}

async function codePage(r: Reading): Promise<Reply> {
  const { aside, keyring } = accountSettings();
  const step = await readStep(aside, keyring, "code", stepToken(r.headers), r.now);
  return step === null ? go(paths.signIn()) : show(<CodeView shell={r.shell} />);
}

async function giveCode(r: Writing<AccountTables, unknown>): Promise<Reply> {
  const { aside, keyring } = accountSettings();
  const again = (text: FieldProblem["text"]): Reply => show(<CodeView shell={r.shell} problems={[{ field: "code", text }]} />, 422);
  const step = await readStep(r.act.tx, keyring, "code", stepToken(r.headers), r.now);
  const account = step?.account ? await accountById(r.act.tx, step.account) : undefined;
  // Nothing is half done: the person starts at the first step, as a page and not as a jump, for nothing was written.
  if (step === null || account === undefined) return signInPage(r, paths.today, [{ field: "login", text: w.stepOver }]);
  if (r.form.text("code") === "") return again(w.codeMissing);
  await countTry(aside, keyring, LIMITS.codeByAccount, account.id, r.now);
  const proof = await useCode(r.act, keyring, account, r.form.text("code"));
  if (proof === null) return again(w.codeWrong);
  await forgiveTry(aside, keyring, LIMITS.codeByAccount, account.id, r.now, "all");
  // The step goes with the act: a second request with the same step finds nothing.
  if ((await takeStep(r.act.tx, keyring, "code", stepToken(r.headers), r.now)) === null) return again(w.codeWrong);
  return proceed(await enter(r.act, account, step.content.how, true, arrivalOf(r, step.content.next)));
}

export const signInRoutes = [
  page<AccountTables, "public">("/sign-in", "public", (r) => {
    const next = nextOf(r.query.get("next"));
    return r.actor === null ? signInPage(r, next) : Promise.resolve(go(next));
  }),
  act<AccountTables, "public">("/sign-in", "public", signIn),
  page<AccountTables, "public">("/sign-in/code", "public", codePage),
  act<AccountTables, "public">("/sign-in/code", "public", giveCode),
  act<AccountTables, "signed-in">("/sign-out", "signed-in", async (r) => {
    await signOut(r.act as Act<AccountTables>, r.actor.account, sessionToken(r.headers) ?? "");
    return go("/", [{ name: SESSION_COOKIE, value: null }]);
  }),
  page<AccountTables, "signed-in">("/acting-as", "signed-in", (r) => {
    const next = nextOf(r.query.get("next"));
    return Promise.resolve(show(<ActingAsView shell={r.shell} next={next} />));
  }),
  act<AccountTables, "signed-in">("/acting-as", "signed-in", async (r) => {
    const back = nextOf(r.query.get("back"));
    const wish = r.form.text("assignment");
    if (wish === "") return show(<ActingAsView shell={r.shell} next={back} problems={[{ field: "assignment", text: w.chooseOne }]} />, 422);
    const { account, person } = r.actor;
    await chooseActingAs(r.act, { account, person, token: sessionToken(r.headers) ?? "" }, wish);
    return go(back);
  }),
];
