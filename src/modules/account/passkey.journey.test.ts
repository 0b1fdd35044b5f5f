/** Passkeys in a real browser with a virtual authenticator (W3C Web Authentication §11): added, used, refused, removed. */
import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keyringOf } from "#platform/auth/keyring.ts";
import { launchChromium } from "#platform/ui/testing/browser.ts";
import { PASSWORD } from "#test/support/cast.ts";
import { NOW } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { configureAccount, module } from "./index.ts";
import { passkeySource } from "./passkey-script.ts";
import { proxyTo } from "./proxied.fixture.ts";
import { visitor } from "./visitor.fixture.ts";

const HOME = "http://localhost:8080";
const world = useWorld([module]);
let browser: Browser;
let way: Awaited<ReturnType<typeof proxyTo>>;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  configureAccount({ keyring: keyringOf(randomBytes(32)), oidc: null, aside: world.db });
  way = await proxyTo(() => world.app);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await way?.close();
});
beforeEach(async () => {
  world.now = NOW;
  context = await browser.newContext({ proxy: way.proxy, locale: "en-GB" });
  page = await context.newPage();
});
afterEach(() => context.close());

interface Device {
  readonly session: CDPSession;
  readonly id: string;
}

/** Gives the page a phone that knows its owner by her finger; `knows` false: it does not recognise her. */
async function device(on: Page, knows = true): Promise<Device> {
  const session = await on.context().newCDPSession(on);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: knows,
      automaticPresenceSimulation: true,
    },
  });
  return { session, id: authenticatorId };
}

async function signIn(login: string): Promise<void> {
  await page.goto(`${HOME}/sign-in?next=%2Faccount%2Fpasskeys`);
  await page.getByLabel("Sign-in name").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`${HOME}/account/passkeys`);
}

async function addPasskey(name: string): Promise<void> {
  await page.getByLabel("A name for this device").fill(name);
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.getByRole("button", { name: "Add a passkey" }).click(),
  ]);
}

/** Adds a passkey for a person, signs her out, and goes to the sign-in page. */
async function withPasskey(login: string): Promise<void> {
  await signIn(login);
  await addPasskey("my phone");
  await page.getByRole("rowheader", { name: "my phone" }).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto(`${HOME}/sign-in?next=%2Faccount`);
}

const pressPasskey = (): Promise<void> => page.getByRole("button", { name: "Sign in with a passkey" }).click();

describe("passkeys", () => {
  it("Claudine adds her phone, signs out, and signs in with it alone: no name, no password", async () => {
    await device(page);
    await withPasskey("claudine");
    await pressPasskey();
    await page.waitForURL(`${HOME}/account`);
    expect(await page.locator("main").textContent()).toContain("Claudine Mukamana");
    const key = await world.db.selectFrom("access.passkey").selectAll().executeTakeFirstOrThrow();
    expect([key.name, key.used_at]).toEqual(["my phone", NOW]);
    const entry = await world.db
      .selectFrom("journal.entry")
      .select("payload")
      .where("kind", "=", "access.signed_in")
      .orderBy("entry", "desc")
      .executeTakeFirstOrThrow();
    expect(entry.payload).toEqual({ method: "passkey", second_factor: true });
  });

  it("the same answer of the device does not open the account a second time", async () => {
    await device(page);
    await withPasskey("vestine");
    const sent = page.waitForRequest((request) => request.url().endsWith("/sign-in/passkey") && request.method() === "POST");
    await pressPasskey();
    const answer = new URLSearchParams((await sent).postData() ?? "").get("answer") ?? "";
    await page.waitForURL(`${HOME}/account`);
    expect(JSON.parse(answer)).toHaveProperty("response.signature");
    const thief = visitor(() => world.app);
    const replayed = await thief.post("/sign-in/passkey", { answer });
    expect([replayed.status, thief.cookie("inteko_session")]).toEqual([422, undefined]);
  });

  it("a phone that does not recognise its owner does not sign her in; she reads what to do", async () => {
    const phone = await device(page);
    await withPasskey("olivier");
    await phone.session.send("WebAuthn.setUserVerified", { authenticatorId: phone.id, isUserVerified: false });
    await pressPasskey();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("Sign in with your password");
    expect((await context.cookies()).some((cookie) => cookie.name === "inteko_session")).toBe(false);
  });

  it("a passkey that its owner removed opens nothing any more", async () => {
    await device(page);
    await withPasskey("solange");
    await pressPasskey();
    await page.waitForURL(`${HOME}/account`);
    await page.goto(`${HOME}/account/passkeys`);
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("You have none yet.").waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(`${HOME}/sign-in`);
    await pressPasskey();
    await page.getByRole("alert").waitFor();
  });

  it("the account’s only way in is not removed", async () => {
    await device(page);
    await withPasskey("chantal");
    await world.db.updateTable("access.account").set({ password_hash: null }).where("login", "=", "chantal").execute();
    await pressPasskey();
    await page.waitForURL(`${HOME}/account`);
    await page.goto(`${HOME}/account/passkeys`);
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("your only way to sign in").waitFor();
    expect(await world.db.selectFrom("access.passkey").select("id").where("name", "=", "my phone").execute()).not.toHaveLength(0);
  });

  it("a second passkey of the same device is refused, with the name kept", async () => {
    await device(page);
    await signIn("jeanbosco");
    await addPasskey("my phone");
    await page.getByRole("rowheader", { name: "my phone" }).waitFor();
    await addPasskey("my phone again");
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("A name for this device").inputValue()).toBe("my phone again");
  });

  it("without a device that knows passkeys Claudine still signs in with her password", async () => {
    await page.addInitScript("delete globalThis.PublicKeyCredential");
    await page.goto(`${HOME}/sign-in`);
    expect(await page.getByRole("button", { name: "Sign in with a passkey" }).isVisible()).toBe(false);
    await signIn("pacifique");
    expect(await page.getByText("This browser cannot make passkeys").isVisible()).toBe(true);
  });

  it("an answer in no known shape is refused like a wrong one", async () => {
    for (const answer of ["", "{}", "null", "[]", '{"id":"x","response":{}}', '{"id":"x","response":{"clientDataJSON":"e30"}}'])
      expect((await visitor(() => world.app).post("/sign-in/passkey", { answer })).status).toBe(422);
  });

  it("the browser’s part weighs less than 6 kB compressed", async () => {
    expect(gzipSync(await passkeySource()).length).toBeLessThan(6000);
  });
});
