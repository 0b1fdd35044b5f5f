/** Signing in with a passkey, and one's own passkeys. */
import { act, page } from "#kernel/access/route.ts";
import { data, download, show, type Reply } from "#platform/http/reply.ts";
import { peerOf } from "#platform/auth/peer.ts";
import { enter } from "./actions-sign-in.ts";
import { countTry, forgiveTry, LIMITS } from "./attempts.ts";
import { passkeyScript, passkeySource } from "./passkey-script.ts";
import { addChallenge, addPasskey, checkPasskey, removePasskey, signInChallenge, type Party, type Place } from "./passkeys.ts";
import { paths } from "./paths.ts";
import { accountById } from "./queries.ts";
import { passkeysOf } from "./queries-own.ts";
import { arrivalOf, nextOf, proceed, signInPage } from "./routes-sign-in.tsx";
import { mustConfirm, ownerOf, renewed, type OwnAsked, type OwnWriting } from "./routes-own.tsx";
import type { AccountTables } from "./schema.ts";
import { accountSettings } from "./settings.ts";
import { PasskeysView } from "./views/passkeys.tsx";
import { w } from "./words-ways.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";

/** Longest name of a device. */
const NAME_MOST = 60;

const partyOf = (r: Pick<OwnAsked, "origin" | "say" | "pack">): Party => ({
  origin: r.origin,
  name: `Inteko ${r.say(r.pack.association.names)}`,
});
const placeOf = (r: Pick<OwnAsked, "now">): Place => ({ aside: accountSettings().aside, keyring: accountSettings().keyring, now: r.now });

async function passkeysPage(r: OwnAsked, problems: readonly FieldProblem[] = [], name?: string): Promise<Reply> {
  const passkeys = await passkeysOf(accountSettings().aside, r.actor.account);
  const view = <PasskeysView shell={r.shell} passkeys={passkeys} script={await passkeyScript()} problems={problems} name={name} />;
  return show(view, problems.length > 0 ? 422 : 200);
}

async function add(r: OwnWriting): Promise<Reply> {
  const asked = await mustConfirm(r, paths.passkeys, 403);
  if (asked !== null) return asked;
  const name = r.form.text("name").slice(0, NAME_MOST);
  if (name === "") return passkeysPage(r, [{ field: "name", text: w.passkeyNameMissing }]);
  const token = await addPasskey(r.act, placeOf(r), partyOf(r), ownerOf(r), name, r.form.text("answer"));
  return token === null ? passkeysPage(r, [{ field: "name", text: w.passkeyRefused }], name) : renewed(paths.passkeys, token);
}

export const passkeyRoutes = [
  page<AccountTables, "public">("/sign-in/passkey.js", "public", async () =>
    download(null, "text/javascript; charset=utf-8", await passkeySource(), 31_536_000),
  ),
  page<AccountTables, "public">("/sign-in/passkey/challenge", "public", async (r) => {
    const { aside, keyring } = accountSettings();
    await countTry(aside, keyring, LIMITS.passkeyByAddress, peerOf(r.headers), r.now);
    return data(await signInChallenge(placeOf(r), partyOf(r)));
  }),
  act<AccountTables, "public">("/sign-in/passkey", "public", async (r) => {
    const next = nextOf(r.form.text("next"));
    const account = await checkPasskey(r.act, placeOf(r), partyOf(r), r.form.text("answer"));
    if (account === null) return signInPage(r, next, [{ field: "login", text: w.passkeySignInRefused }]);
    const { aside, keyring } = accountSettings();
    await forgiveTry(aside, keyring, LIMITS.passkeyByAddress, peerOf(r.headers), r.now, "one");
    // The device has asked for finger, face or PIN: possession and knowledge in one, so no code is asked.
    return proceed(await enter(r.act, account, "passkey", true, arrivalOf(r, next)));
  }),
  page<AccountTables, "signed-in">(
    "/account/passkeys",
    "signed-in",
    async (r) => (await mustConfirm(r, paths.passkeys)) ?? passkeysPage(r),
  ),
  page<AccountTables, "signed-in">("/account/passkeys/challenge", "signed-in", async (r) => {
    const account = await accountById(accountSettings().aside, r.actor.account);
    return account === undefined ? data({}, 404) : data(await addChallenge(placeOf(r), partyOf(r), account));
  }),
  act<AccountTables, "signed-in">("/account/passkeys", "signed-in", add),
  act<AccountTables, "signed-in">("/account/passkeys/remove", "signed-in", async (r) => {
    const asked = await mustConfirm(r, paths.passkeys, 403);
    return asked ?? renewed(paths.passkeys, await removePasskey(r.act, ownerOf(r), r.form.text("passkey")));
  }),
];
