/** Signing in with an outside OpenID Connect provider, against the published provider running on this machine. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SESSION_COOKIE } from "#kernel/access/session.ts";
import { keyringOf } from "#platform/auth/keyring.ts";
import { startProvider, type TestProvider } from "#platform/auth/provider.fixture.ts";
import { PASSWORD } from "#test/support/cast.ts";
import { NOW } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { configureAccount, module } from "./index.ts";
import { STEP_COOKIE } from "./steps.ts";
import { visitor, type Seen, type Visitor } from "./visitor.fixture.ts";

const world = useWorld([module]);
const keyring = keyringOf(randomBytes(32));
let provider: TestProvider;

beforeAll(async () => {
  provider = await startProvider("http://localhost:8080/sign-in/provider/return");
  configureAccount({ keyring, oidc: { ...provider, name: "Staff directory" }, aside: world.db });
});
afterAll(() => provider.close());
beforeEach(() => {
  // The provider looks at the real clock; so do the marks of time that it signs. Ours stay the test's.
  world.now = NOW;
});

const arrive = (): Visitor => visitor(() => world.app);

/** The path on our site to which the provider sends the browser back. */
async function throughProvider(browser: Visitor, start: string, who: string): Promise<string> {
  provider.outsider = who;
  const left = await browser.get(start);
  expect(left.status).toBe(303);
  const back = new URL(await provider.walk(left.location ?? ""));
  expect(back.origin).toBe("http://localhost:8080");
  return back.pathname + back.search;
}

async function signInAs(who: string, next = "/today"): Promise<{ browser: Visitor; seen: Seen }> {
  const browser = arrive();
  const path = await throughProvider(browser, `/sign-in/provider?next=${encodeURIComponent(next)}`, who);
  return { browser, seen: await browser.get(path) };
}

async function linked(login: string, who: string): Promise<Visitor> {
  const browser = arrive();
  await browser.signIn(login, PASSWORD);
  const seen = await browser.get(await throughProvider(browser, "/account/provider/link", who));
  expect([seen.status, seen.location]).toEqual([303, "/account?saved"]);
  return browser;
}

describe("signing in with the provider", () => {
  it("the sign-in page offers it by its name", async () => {
    expect((await arrive().get("/sign-in")).text).toContain("Sign in with Staff directory");
  });

  it("Claudine links her account, and from then on the provider’s word opens it, on the page she asked for", async () => {
    const browser = await linked("claudine", "sub-claudine");
    expect((await browser.get("/account")).text).toContain("Linked since");
    const { browser: later, seen } = await signInAs("sub-claudine", "/needs");
    expect([seen.status, seen.location]).toEqual([303, "/needs"]);
    await later.get("/account");
    expect((await later.get("/account")).text).toContain("Claudine Mukamana");
  });

  it("the address sent to the provider carries PKCE, state and nonce, and nothing about the person", async () => {
    const left = new URL((await arrive().get("/sign-in/provider")).location ?? "");
    expect(left.searchParams.get("code_challenge_method")).toBe("S256");
    expect(left.searchParams.get("state")?.length).toBeGreaterThan(30);
    expect(left.searchParams.get("nonce")?.length).toBeGreaterThan(30);
    expect(left.searchParams.get("scope")).toBe("openid");
  });

  it("somebody the provider knows and nobody linked is refused, even when his identifier is Vestine’s e-mail address", async () => {
    const { browser, seen } = await signInAs("vestine@inteko.example");
    expect([seen.status, browser.cookie(SESSION_COOKIE)]).toEqual([403, undefined]);
    expect(seen.text).toContain("no account here is linked");
  });

  it("an account with a code from the phone is asked for it after the provider too", async () => {
    await linked("innocent", "sub-innocent");
    const account = await world.db.selectFrom("access.account").select("id").where("login", "=", "innocent").executeTakeFirstOrThrow();
    const sealed = keyring.seal("code secret", account.id as string, Buffer.from("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    await world.db.updateTable("access.account").set({ totp_secret: sealed }).where("id", "=", account.id).execute();
    const { browser, seen } = await signInAs("sub-innocent");
    expect([seen.location, browser.cookie(SESSION_COOKIE)]).toEqual(["/sign-in/code", undefined]);
  });
});

describe("abuse", () => {
  it("the address the provider sent back works once: a replayed state opens nothing", async () => {
    await linked("olivier", "sub-olivier");
    const browser = arrive();
    const path = await throughProvider(browser, "/sign-in/provider", "sub-olivier");
    const step = browser.cookie(STEP_COOKIE) ?? "";
    expect((await browser.get(path)).status).toBe(303);
    const thief = arrive();
    thief.setCookie(STEP_COOKIE, step);
    const replayed = await thief.get(path);
    expect([replayed.status, thief.cookie(SESSION_COOKIE)]).toEqual([403, undefined]);
  });

  it("another browser cannot finish a sign-in that it did not begin", async () => {
    const path = await throughProvider(arrive(), "/sign-in/provider", "sub-olivier");
    const other = arrive();
    expect((await other.get(path)).status).toBe(403);
    await other.get("/sign-in/provider");
    expect((await other.get(path)).status).toBe(403);
    expect(other.cookie(SESSION_COOKIE)).toBeUndefined();
  });

  it("a changed state, a made-up code and the provider’s own refusal all end in the same sentence", async () => {
    for (const path of ["?code=made-up&state=made-up", "?error=access_denied&state=x", ""]) {
      const browser = arrive();
      await browser.get("/sign-in/provider");
      const seen = await browser.get(`/sign-in/provider/return${path}`);
      expect(seen.status).toBe(403);
      expect(seen.text).toContain("was not completed");
    }
  });

  it("an identity that opens Olivier’s account cannot be linked to Chantal’s as well", async () => {
    const chantal = arrive();
    await chantal.signIn("chantal", PASSWORD);
    const seen = await chantal.get(await throughProvider(chantal, "/account/provider/link", "sub-olivier"));
    expect(seen.status).toBe(409);
  });

  it("a link that Chantal began is not made in the session of somebody else who used the same browser meanwhile", async () => {
    const browser = arrive();
    await browser.signIn("chantal", PASSWORD);
    const path = await throughProvider(browser, "/account/provider/link", "sub-chantal");
    await browser.post("/sign-out");
    await browser.signIn("solange", PASSWORD);
    expect((await browser.get(path)).status).toBe(403);
    const rows = await world.db.selectFrom("access.identity").select("account").where("subject", "=", "sub-chantal").execute();
    expect(rows).toEqual([]);
  });

  it("an address to come back to on another site is never followed", async () => {
    await linked("beata", "sub-beata");
    expect((await signInAs("sub-beata", "//evil.example")).seen.location).toBe("/today");
  });

  it("a closed account stays closed for the provider too", async () => {
    await linked("pacifique", "sub-pacifique");
    await world.db.updateTable("access.account").set({ disabled_at: NOW }).where("login", "=", "pacifique").execute();
    const { browser, seen } = await signInAs("sub-pacifique");
    expect([seen.status, browser.cookie(SESSION_COOKIE)]).toEqual([403, undefined]);
  });

  it("Claudine ends the link and the provider opens nothing any more", async () => {
    const browser = await linked("solange", "sub-solange");
    await browser.get("/account");
    expect((await browser.post("/account/provider/unlink")).status).toBe(303);
    expect((await signInAs("sub-solange")).seen.status).toBe(403);
  });
});

describe("a provider that does not answer", () => {
  it("is named, and the password is offered instead", async () => {
    configureAccount({
      keyring,
      oidc: { issuer: "http://127.0.0.1:9", clientId: "x", clientSecret: "y", name: "Away directory" },
      aside: world.db,
    });
    const seen = await arrive().get("/sign-in/provider");
    expect(seen.status).toBe(503);
    expect(seen.text).toContain("Away directory does not answer");
    configureAccount({ keyring, oidc: null, aside: world.db });
    expect((await arrive().get("/sign-in/provider")).status).toBe(404);
    expect((await arrive().get("/sign-in")).text).not.toContain("/sign-in/provider");
  });
});
