/** One's own account: password, the code from the phone, recovery codes, sessions, the link of the administrator. */
import { randomBytes } from "node:crypto";
import { generateSync } from "otplib";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CONFIRMED_MINUTES, SESSION_COOKIE } from "#kernel/access/session.ts";
import { keyringOf } from "#platform/auth/keyring.ts";
import { PASSWORD } from "#test/support/cast.ts";
import { NOW } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { LIMITS } from "./attempts.ts";
import { configureAccount, DEMO_PASSWORD, module } from "./index.ts";
import { passwordProblems } from "./rules.ts";
import { visitor, type Visitor } from "./visitor.fixture.ts";

const world = useWorld([module]);
beforeAll(() => configureAccount({ keyring: keyringOf(randomBytes(32)), oidc: null, aside: world.db }));
beforeEach(() => {
  world.now = NOW;
});

const arrive = (): Visitor => visitor(() => world.app);
const codeAt = (secret: string, at: Date): string => generateSync({ strategy: "totp", secret, epoch: Math.floor(at.getTime() / 1000) });
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const kinds = async (): Promise<string[]> =>
  (await world.db.selectFrom("journal.entry").select("kind").orderBy("entry").execute()).map((row) => row.kind as string);

async function signedIn(login: string): Promise<Visitor> {
  const browser = arrive();
  await browser.signIn(login, PASSWORD);
  await browser.get("/account");
  return browser;
}

/** Turns the code on as its owner does: reads the key from the page and writes the first code. */
async function turnOn(browser: Visitor): Promise<{ secret: string; codes: string[] }> {
  const page = await browser.get("/account/code");
  const secret = (/<b translate="no">([A-Z2-7 ]+)<\/b>/.exec(page.text)?.[1] ?? "").replaceAll(" ", "");
  const on = await browser.post("/account/code", { code: codeAt(secret, world.now) });
  expect([on.status, on.location]).toEqual([303, "/account/recovery-codes"]);
  const shown = await browser.get("/account/recovery-codes");
  return { secret, codes: [...shown.text.matchAll(/<code>([^<]+)<\/code>/g)].map((match) => match[1] ?? "") };
}

describe("the account page", () => {
  it("Vestine sees her name, her post, her ways to sign in, and where she is signed in", async () => {
    const page = await (await signedIn("vestine")).get("/account");
    for (const text of [
      "Vestine Mukandayisenga",
      "District Executive Secretary, Huye, since 03/02/2024",
      "Only here",
      'href="/account/password"',
    ])
      expect(page.text).toContain(text);
  });

  it("a visitor is sent to sign in and back, whatever page of the account was asked for", async () => {
    for (const path of [
      "/account",
      "/account/code",
      "/account/passkeys",
      "/account/sessions",
      "/account/recovery-codes",
      "/account/password",
    ])
      expect((await arrive().get(path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  it("Vestine chooses Kinyarwanda for the messages to her", async () => {
    const vestine = await signedIn("vestine");
    expect((await vestine.post("/account/language", { language: "rw" })).status).toBe(303);
    expect((await vestine.get("/account")).text).toContain("Kinyarwanda");
    expect((await vestine.post("/account/language", { language: "xx" })).status).toBe(422);
  });
});

describe("changing the password", () => {
  const fresh = "imisozi itatu n’umugezi";

  it("Olivier changes it: his other session ends, this one gets a new token, the old password opens nothing", async () => {
    const [desk, phone] = [await signedIn("olivier"), await signedIn("olivier")];
    const before = desk.cookie(SESSION_COOKIE);
    const answer = await desk.post("/account/password", { now: PASSWORD, password: fresh, again: fresh });
    expect(answer.location).toBe("/account?saved");
    expect(desk.cookie(SESSION_COOKIE)).not.toBe(before);
    expect((await desk.get("/account")).status).toBe(200);
    expect((await phone.get("/account")).status).toBe(303);
    expect((await arrive().signIn("olivier", PASSWORD)).status).toBe(422);
    expect((await arrive().signIn("olivier", fresh)).status).toBe(303);
  });

  it("somebody at an unlocked screen, who does not know the password, cannot change it", async () => {
    const chantal = await signedIn("chantal");
    const answer = await chantal.post("/account/password", { now: "guess", password: fresh, again: fresh });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("This is not your password");
    expect((await arrive().signIn("chantal", PASSWORD)).status).toBe(303);
  });

  it.each([
    ["short", "short", "Write at least 12 characters"],
    ["Password1234", "Password1234", "Many people know this password"],
    [DEMO_PASSWORD, DEMO_PASSWORD, "Many people know this password"],
    ["aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa", "Many people know this password"],
    ["chantaluwimana1", "chantaluwimana1", "without your name"],
    ["three hills and a river", "three hills and a lake", "The two passwords differ"],
  ])("Chantal wishes %s and %s and is told: %s", async (password, again, told) => {
    const answer = await (await signedIn("chantal")).post("/account/password", { now: PASSWORD, password, again });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(told);
  });

  it("a long phrase with a name in it will do", () => {
    const phrase = "chantal walks over three hills";
    expect(passwordProblems(phrase, phrase, ["chantal", "Chantal Uwimana"])).toEqual([]);
  });
});

describe("the code from the phone", () => {
  it("Innocent turns it on, signs in with password and code, and each code works once", async () => {
    const [innocent, other] = [await signedIn("innocent"), await signedIn("innocent")];
    const { secret, codes } = await turnOn(innocent);
    expect(codes).toHaveLength(10);
    expect((await other.get("/account")).status).toBe(303);
    const again = arrive();
    world.now = later(60);
    expect((await again.signIn("innocent", PASSWORD, "/needs")).location).toBe("/sign-in/code");
    expect(again.cookie(SESSION_COOKIE)).toBeUndefined();
    expect((await again.get("/account")).status).toBe(303);
    const code = codeAt(secret, world.now);
    expect((await again.post("/sign-in/code", { code: `${code.slice(0, 3)} ${code.slice(3)}` })).location).toBe("/needs");
    const replay = arrive();
    await replay.signIn("innocent", PASSWORD);
    const refused = await replay.post("/sign-in/code", { code });
    expect([refused.status, replay.cookie(SESSION_COOKIE)]).toEqual([422, undefined]);
    world.now = later(120);
    expect((await replay.post("/sign-in/code", { code: codeAt(secret, later(120)) })).status).toBe(303);
  });

  it("two requests with the same code at the same moment: one signs in", async () => {
    const { secret } = await turnOn(await signedIn("esperance"));
    world.now = later(90);
    const browsers = [arrive(), arrive()];
    for (const browser of browsers) await browser.signIn("esperance", PASSWORD);
    const answers = await Promise.all(browsers.map((browser) => browser.post("/sign-in/code", { code: codeAt(secret, world.now) })));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 422]);
  });

  it("a recovery code signs in once, and is asked for without spaces or small letters mattering", async () => {
    const { codes } = await turnOn(await signedIn("beata"));
    const code = codes[3] ?? "";
    const first = arrive();
    await first.signIn("beata", PASSWORD);
    expect((await first.post("/sign-in/code", { code: code.toLowerCase().replaceAll("-", " ") })).status).toBe(303);
    expect((await first.get("/account")).text).toContain("9 recovery codes left");
    const second = arrive();
    await second.signIn("beata", PASSWORD);
    expect((await second.post("/sign-in/code", { code })).status).toBe(422);
  });

  it(`somebody who knows the password may guess ${LIMITS.codeByAccount.most} codes and then waits`, async () => {
    await turnOn(await signedIn("pacifique"));
    const guesser = arrive();
    await guesser.signIn("pacifique", PASSWORD);
    const statuses: number[] = [];
    for (let round = 0; round <= LIMITS.codeByAccount.most; round++)
      statuses.push((await guesser.post("/sign-in/code", { code: "000000" })).status);
    // Its owner's own right code, just before, was forgiven or counts as one of the five.
    expect(statuses.slice(0, LIMITS.codeByAccount.most - 1)).toEqual(Array(LIMITS.codeByAccount.most - 1).fill(422));
    expect(statuses.at(-1)).toBe(429);
  });

  it("half a sign-in is over after ten minutes, and a made-up step opens nothing", async () => {
    const { secret } = await turnOn(await signedIn("aimable"));
    const slow = arrive();
    await slow.signIn("aimable", PASSWORD);
    world.now = later(601);
    expect((await slow.get("/sign-in/code")).location).toBe("/sign-in");
    expect((await slow.post("/sign-in/code", { code: codeAt(secret, world.now) })).status).toBe(422);
    const forger = arrive();
    forger.setCookie("inteko_step", "made-up");
    expect((await forger.post("/sign-in/code", { code: codeAt(secret, world.now) })).status).toBe(422);
  });

  it("what lies in the database does not give the secret, the step or a recovery code away", async () => {
    const { secret, codes } = await turnOn(await signedIn("solange"));
    const { rows } = await sql<{ text: string }>`
      select row_to_json(a)::text as text from access.account a
      union all select row_to_json(c)::text from access.recovery_code c
      union all select row_to_json(s)::text from access.step s
      union all select row_to_json(e)::text from journal.entry e`.execute(world.db);
    const hex = (text: string): string => Buffer.from(text).toString("hex");
    for (const { text } of rows)
      for (const told of [secret, codes[0] ?? ""]) expect(text.includes(told) || text.includes(hex(told))).toBe(false);
  });

  it("the recovery codes are gone once Dative says that she has kept them", async () => {
    const dative = await signedIn("dative");
    await turnOn(dative);
    expect((await dative.post("/account/recovery-codes/kept")).location).toBe("/account/code");
    expect((await dative.get("/account/recovery-codes")).location).toBe("/account/code");
  });

  it("Jean-Bosco turns it off and the password alone is enough again", async () => {
    const jeanbosco = await signedIn("jeanbosco");
    await turnOn(jeanbosco);
    expect((await jeanbosco.post("/account/code/off")).status).toBe(303);
    expect((await arrive().signIn("jeanbosco", PASSWORD)).location).toBe("/today");
    expect(await kinds()).toEqual(expect.arrayContaining(["access.second_factor_on", "access.second_factor_off"]));
  });

  it("a wrong first code does not turn it on", async () => {
    const claudine = await signedIn("claudine");
    await claudine.get("/account/code");
    const answer = await claudine.post("/account/code", { code: "123456" });
    expect(answer.status).toBe(422);
    expect((await arrive().signIn("claudine", PASSWORD)).location).toBe("/today");
  });
});

describe("is it still you", () => {
  it(`${CONFIRMED_MINUTES} minutes after signing in, ways to sign in change only after the password was given again`, async () => {
    const claudine = await signedIn("claudine");
    world.now = later(CONFIRMED_MINUTES * 60 + 1);
    const asked = await claudine.get("/account/code");
    expect(asked.text).toContain("Is it still you?");
    expect((await claudine.post("/account/code/off")).status).toBe(403);
    expect((await claudine.post("/account/passkeys", { name: "x", answer: "{}" })).status).toBe(403);
    await claudine.get("/account/code");
    expect((await claudine.post("/account/confirm", { now: "wrong", next: "/account/code" })).status).toBe(422);
    const before = claudine.cookie(SESSION_COOKIE);
    expect((await claudine.post("/account/confirm", { now: PASSWORD, next: "//evil.example" })).location).toBe("/today");
    expect(claudine.cookie(SESSION_COOKIE)).not.toBe(before);
    expect((await claudine.get("/account/code")).text).toContain("<svg");
  });
});

describe("sessions", () => {
  it("Gilbert sees his sessions by device and ends the others", async () => {
    const phone = arrive();
    await phone.get("/sign-in");
    await phone.post(
      "/sign-in",
      { login: "gilbert", password: PASSWORD },
      { "user-agent": "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36" },
    );
    const desk = await signedIn("gilbert");
    const page = await desk.get("/account/sessions");
    expect(page.text).toContain("Chrome, Android");
    expect(page.text).toContain("this one");
    expect((await desk.post("/account/sessions/end")).status).toBe(303);
    expect((await phone.get("/account")).status).toBe(303);
    expect((await desk.get("/account/sessions")).text).toContain("You are signed in only here.");
  });
});
