/** Setting a password by the one-time link that an administrator gave. */
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { peerOf } from "#platform/auth/peer.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { setPassword } from "./actions-own.ts";
import { countTry, forgiveTry, LIMITS } from "./attempts.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { accountById, type AccountRow } from "./queries.ts";
import { passwordProblems } from "./rules.ts";
import type { AccountTables } from "./schema.ts";
import { accountSettings } from "./settings.ts";
import { readStep, takeStep } from "./steps.ts";
import { SetPasswordView } from "./views/set-password.tsx";

type Reading = Asked<AccountTables, unknown>;

/** The account of the link. Looking at the page does not use the link up: messengers open links to draw previews. */
async function accountOfLink(r: Reading): Promise<AccountRow> {
  const { aside, keyring } = accountSettings();
  await countTry(aside, keyring, LIMITS.linkByAddress, peerOf(r.headers), r.now);
  const step = await readStep(aside, keyring, "password", r.params["token"] ?? null, r.now);
  const account = step?.account ? await accountById(aside, step.account) : undefined;
  if (account === undefined || account.disabled) throw new Problem(p.linkOver);
  await forgiveTry(aside, keyring, LIMITS.linkByAddress, peerOf(r.headers), r.now, "one");
  return account;
}

function view(r: Reading, account: AccountRow, problems: readonly FieldProblem[] = []): Reply {
  const props = { shell: r.shell, action: paths.setPassword(r.params["token"] ?? ""), login: account.login, name: account.name };
  return show(<SetPasswordView {...props} problems={problems} />, problems.length > 0 ? 422 : 200);
}

async function save(r: Writing<AccountTables, unknown>): Promise<Reply> {
  const account = await accountOfLink(r);
  const password = r.form.text("password");
  const problems = passwordProblems(password, r.form.text("again"), [account.login, account.name]);
  if (problems.length > 0) return view(r, account, problems);
  // Used up in the act itself: of two browsers with the same link one sets the password.
  if ((await takeStep(r.act.tx, accountSettings().keyring, "password", r.params["token"] ?? null, r.now)) === null)
    throw new Problem(p.linkOver);
  await setPassword(r.act, account.id, password);
  return go(`${paths.signIn()}?password=set`);
}

export const setPasswordRoutes = [
  page<AccountTables, "public">("/set-password/:token", "public", async (r) => view(r, await accountOfLink(r))),
  act<AccountTables, "public">("/set-password/:token", "public", save),
];
