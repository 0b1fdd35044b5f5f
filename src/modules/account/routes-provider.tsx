/** Signing in with the outside provider, and linking one's account to it. */
import { perform } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked } from "#kernel/access/route.ts";
import { sessionToken } from "#kernel/access/session.ts";
import { comeBack, depart, ProviderAway, ProviderRefused, type OutsideIdentity } from "#platform/auth/oidc.ts";
import { peerOf } from "#platform/auth/peer.ts";
import { p as http } from "#platform/http/problems.ts";
import { go, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { passFirst } from "./actions-sign-in.ts";
import { countTry, forgiveTry, LIMITS } from "./attempts.ts";
import { accountOfIdentity, linkIdentity, unlinkIdentity } from "./identities.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { arrivalOf, nextOf, proceed } from "./routes-sign-in.tsx";
import { mustConfirm, ownerOf, renewed } from "./routes-own.tsx";
import type { AccountTables } from "./schema.ts";
import { accountSettings, type ProviderSettings } from "./settings.ts";
import { openStep, STEP_COOKIE, stepToken, takeStep, type StepContents } from "./steps.ts";
import { renewSession } from "#kernel/access/session.ts";

type Any = Asked<AccountTables, Actor | null>;

/** The provider. An installation without one has no such pages. */
function provider(): ProviderSettings {
  const { oidc } = accountSettings();
  if (oidc === null) throw new Problem(http.notFound);
  return oidc;
}

/** What the provider's trouble is called to the person. */
function told(error: unknown): unknown {
  if (error instanceof ProviderAway) return new Problem(p.providerAway, { provider: provider().name });
  if (error instanceof ProviderRefused) return new Problem(p.providerFailed, { provider: provider().name });
  return error;
}

/** Sends the browser to the provider. A GET: the content policy keeps forms of ours from leading elsewhere. */
async function leave(r: Any, purpose: "sign-in" | "link", next: string): Promise<Reply> {
  const { aside, keyring } = accountSettings();
  await countTry(aside, keyring, LIMITS.providerByAddress, peerOf(r.headers), r.now);
  try {
    const { address, keep } = await depart(provider(), r.origin + paths.providerReturn);
    const content = { ...keep, next, for: purpose };
    const step = await openStep(aside, keyring, { kind: "provider", account: r.actor?.account ?? null, content, now: r.now });
    return go(address, [{ name: STEP_COOKIE, value: step, maxAgeSeconds: 900 }]);
  } catch (error) {
    throw told(error);
  }
}

/** Who came back, and what for. The step is used up before anything is asked of the provider. */
async function arrive(r: Any): Promise<{ identity: OutsideIdentity; content: StepContents["provider"]; account: string | null }> {
  const { aside, keyring } = accountSettings();
  const settings = provider();
  const step = await takeStep(aside, keyring, "provider", stepToken(r.headers), r.now);
  if (step === null) throw new Problem(p.providerFailed, { provider: settings.name });
  // Behind a reverse proxy our own idea of the address is the public one.
  const address = new URL(r.origin + paths.providerReturn + r.url.search);
  try {
    return { identity: await comeBack(settings, address, step.content), content: step.content, account: step.account };
  } catch (error) {
    throw told(error);
  }
}

/** The provider sends the browser back with a GET, so this page opens its act itself. */
async function comingBack(r: Any): Promise<Reply> {
  const { aside, keyring } = accountSettings();
  const { identity, content, account } = await arrive(r);
  await forgiveTry(aside, keyring, LIMITS.providerByAddress, peerOf(r.headers), r.now, "one");
  return perform(aside, { actor: r.actor, now: r.now, pack: r.pack }, async (writing) => {
    if (content.for === "link") {
      // The same person who left must have come back: a link made in another's session would be another's way in.
      if (r.actor === null || r.actor.account !== account) throw new Problem(p.providerFailed, { provider: provider().name });
      await linkIdentity(writing, r.actor.account, identity, "owner");
      return renewed(`${paths.account}?saved`, await renewSession(writing.tx, sessionToken(r.headers) ?? "", r.now));
    }
    const found = await accountOfIdentity(writing, identity);
    if (found === undefined) throw new Problem(p.notLinked, { provider: provider().name });
    return proceed(await passFirst(writing, keyring, found, "provider", arrivalOf(r, content.next)));
  });
}

// After "is it still you" the person comes back to her account page and presses the link herself: a form that ended
// in a jump to the provider would be stopped by the content policy.
export const providerRoutes = [
  page<AccountTables, "public">("/sign-in/provider", "public", (r) => leave(r, "sign-in", nextOf(r.query.get("next")))),
  page<AccountTables, "public">("/sign-in/provider/return", "public", comingBack),
  page<AccountTables, "signed-in">(
    "/account/provider/link",
    "signed-in",
    async (r) => (await mustConfirm(r, paths.account)) ?? leave(r, "link", paths.account),
  ),
  act<AccountTables, "signed-in">("/account/provider/unlink", "signed-in", async (r) => {
    const asked = await mustConfirm(r, paths.account, 403);
    if (asked !== null) return asked;
    await unlinkIdentity(r.act, r.actor.account, provider().issuer);
    return renewed(`${paths.account}?saved`, await renewSession(r.act.tx, ownerOf(r).token, r.now));
  }),
];
