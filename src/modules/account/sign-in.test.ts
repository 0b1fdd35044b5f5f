/** Signing in with a password, signing out, and acting as one of one's posts. */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { SESSION_COOKIE, SESSION_DAYS, SESSION_HOURS } from "#kernel/access/session.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { assign, endHolding, openPost } from "#kernel/registry/holders.ts";
import { keyringOf } from "#platform/auth/keyring.ts";
import { hashPassword } from "#platform/auth/password.ts";
import { json } from "#platform/db/json.ts";
import { openPool } from "#platform/db/pool.ts";
import { newId } from "#platform/db/ids.ts";
import { CAST, PASSWORD } from "#test/support/cast.ts";
import { NOW } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { LIMITS } from "./attempts.ts";
import { configureAccount, DEMO_PASSWORD, module, openDemoAccount } from "./index.ts";
import { visitor, type Visitor } from "./visitor.fixture.ts";

const world = useWorld([module]);
const keyring = keyringOf(randomBytes(32));
beforeAll(() => configureAccount({ keyring, oidc: null, aside: world.db }));

const arrive = (address?: string): Visitor => visitor(() => world.app, address);
const HOUR = 3_600_000;

/** A person with an account of her own, for tests that spoil it. Returns her id and account. */
async function newcomer(login: string): Promise<{ person: string; account: string }> {
  return world.act(null, async (act) => {
    const person = await addPerson(act, { fullName: `Aline ${login}`, language: "en" }, "test");
    const account = newId();
    await act.tx
      .insertInto("access.account")
      .values({ id: account, person, login, password_hash: await hashPassword(PASSWORD) })
      .execute();
    return { person, account };
  });
}

async function postAt(organisation: string, person: string, acting = false): Promise<{ post: string; assignment: string }> {
  const where = await world.organisation(organisation);
  return world.act(null, async (act) => {
    const post = await openPost(act, { organisation: where, postType: "CLR", from: "2010-01-01" });
    return { post, assignment: await assign(act, { post, person, acting, from: "2024-03-01" }) };
  });
}

describe("signing in with a password", () => {
  it("Claudine signs in and lands on the page she asked for, in a session whose token is only in her cookie", async () => {
    const claudine = arrive();
    const answer = await claudine.signIn("Claudine ", PASSWORD, "/needs?gap=3");
    expect([answer.status, answer.location]).toEqual([303, "/needs?gap=3"]);
    const token = claudine.cookie(SESSION_COOKIE) ?? "";
    const { rows } = await sql<{ text: string }>`select row_to_json(s)::text as text from access.session s`.execute(world.db);
    expect(token.length).toBeGreaterThan(40);
    expect(rows.some((row) => row.text.includes(token))).toBe(false);
  });

  it("the journal tells that Vestine signed in and how, and holds no sign-in name", async () => {
    await arrive().signIn("vestine", PASSWORD);
    const { rows } = await sql<{ payload: unknown; text: string }>`
      select payload, row_to_json(e)::text as text from journal.entry e where kind = 'access.signed_in' order by entry desc limit 1`.execute(
      world.db,
    );
    expect(rows[0]?.payload).toEqual({ method: "password", second_factor: false });
    expect(rows[0]?.text).not.toContain("vestine");
  });

  it("Claudine mistypes her password and reads the same page as somebody whose name nobody has", async () => {
    const wrong = await arrive().signIn("claudine", "not her password");
    const unknown = await arrive().signIn("nobody-here", "not her password");
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    const neutral = (text: string): string => text.replaceAll(/claudine|nobody-here/g, "NAME");
    expect(neutral(wrong.text)).toBe(neutral(unknown.text));
    expect(wrong.text).toContain('value="claudine"');
    expect(wrong.text).not.toContain("not her password");
  });

  it("Claudine leaves both fields empty and is told which to fill", async () => {
    const answer = await arrive().signIn("", "");
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#login"');
    expect(answer.text).toContain('href="#password"');
  });

  it("a browser that had a session gets a new one, and the old cookie is worth nothing", async () => {
    const olivier = arrive();
    await olivier.signIn("olivier", PASSWORD);
    const first = olivier.cookie(SESSION_COOKIE) ?? "";
    await olivier.post("/sign-in", { login: "olivier", password: PASSWORD });
    expect(olivier.cookie(SESSION_COOKIE)).not.toBe(first);
    const thief = arrive();
    thief.setCookie(SESSION_COOKIE, first);
    expect((await thief.get("/account")).location).toBe("/sign-in?next=%2Faccount");
  });

  it("Aline’s account is closed: her password no longer opens it, she is told so, and a guess is not", async () => {
    const { account } = await newcomer("closed");
    const aline = arrive();
    await aline.signIn("closed", PASSWORD);
    await world.db.updateTable("access.account").set({ disabled_at: NOW }).where("id", "=", account).execute();
    expect((await aline.get("/account")).status).toBe(303);
    const right = await arrive().signIn("closed", PASSWORD);
    const guess = await arrive().signIn("closed", "some other password");
    expect([right.status, guess.status]).toEqual([403, 422]);
    expect(right.text).toContain("This account is closed");
  });

  it.each([
    ["//evil.example/steal", "/today"],
    ["/\\evil.example", "/today"],
    ["https://evil.example", "/today"],
    ["javascript:alert(1)", "/today"],
    ["/%0d%0aSet-Cookie:x", "/%0d%0aSet-Cookie:x"],
    ["/\t/evil.example", "/today"],
    ["/.//evil.example", "/today"],
    ["/sign-out", "/today"],
    ["/records/5?tab=a#b", "/records/5?tab=a#b"],
  ])("a link to the sign-in page with next=%s leads Solange to %s", async (wish, lands) => {
    expect((await arrive().signIn("solange", PASSWORD, wish)).location).toBe(lands);
  });

  it("a page of another site that sends the sign-in form is refused", async () => {
    const form = { login: "claudine", password: PASSWORD };
    const foreign = await arrive().post("/sign-in", form, { "sec-fetch-site": "cross-site" });
    const origin = await arrive().post("/sign-in", form, { origin: "https://evil.example" });
    expect([foreign.status, origin.status]).toEqual([403, 403]);
  });
});

describe("limits of tries", () => {
  it(`after ${LIMITS.passwordByAccount.most} wrong passwords for one name even the right one waits, and works again in the next quarter of an hour`, async () => {
    await newcomer("tried");
    const statuses: number[] = [];
    for (let round = 0; round < LIMITS.passwordByAccount.most; round++)
      statuses.push((await arrive(`10.1.0.${round}`).post("/sign-in", { login: "tried", password: "wrong" })).status);
    expect(new Set(statuses)).toEqual(new Set([422]));
    const late = await arrive("10.1.1.1").post("/sign-in", { login: "Tried", password: PASSWORD });
    expect(late.status).toBe(429);
    expect(late.text).toMatch(/Wait (one minute|\d+ minutes) and try again/);
    world.now = new Date(NOW.getTime() + 15 * 60_000);
    expect((await arrive("10.1.1.1").signIn("tried", PASSWORD)).status).toBe(303);
    world.now = NOW;
  });

  it("forty colleagues behind one address sign in without being counted, and one guesser there is stopped", async () => {
    const office = (): Visitor => arrive("10.2.0.1");
    for (let round = 0; round < 3; round++) expect((await office().signIn("chantal", PASSWORD)).status).toBe(303);
    const subject = keyring.digest("password-address", "10.2.0.1");
    const row = await world.db.selectFrom("access.attempt").select("attempts").where("subject", "=", subject).executeTakeFirstOrThrow();
    expect(row.attempts).toBe(0);
    await world.db.updateTable("access.attempt").set({ attempts: LIMITS.passwordByAddress.most }).where("subject", "=", subject).execute();
    expect((await office().post("/sign-in", { login: "any", password: "guess" })).status).toBe(429);
    expect((await arrive("10.2.0.2").signIn("chantal", PASSWORD)).status).toBe(303);
  });

  it("at eight o’clock forty people sign in at the same moment, more than there are connections, and all come in", async () => {
    const database = String(world.pool.options.database);
    const own = openPool({ ...inject("server"), database }, 2);
    configureAccount({ keyring, oidc: null, aside: own.db });
    const names = Object.keys(CAST);
    const everybody = Array.from({ length: 40 }, (_, place) =>
      arrive("10.4.0.1").post("/sign-in", { login: names[place % names.length] ?? "", password: PASSWORD }),
    );
    const statuses = (await Promise.all(everybody)).map((answer) => answer.status);
    configureAccount({ keyring, oidc: null, aside: world.db });
    await own.close();
    expect(statuses).toEqual(Array(40).fill(303));
  });

  it("the counters hold neither names nor addresses", async () => {
    await arrive("10.3.0.1").signIn("guessed-name", "wrong password");
    const { rows } = await sql<{ text: string }>`select row_to_json(a)::text as text from access.attempt a`.execute(world.db);
    expect(rows.length).toBeGreaterThan(1);
    for (const { text } of rows) expect(text).not.toMatch(/guessed-name|10\.3\.0\.1/);
  });
});

describe("sessions", () => {
  it("Pacifique’s session ends when he has not used it for half a day", async () => {
    const pacifique = arrive();
    await pacifique.signIn("pacifique", PASSWORD);
    world.now = new Date(NOW.getTime() + (SESSION_HOURS - 1) * HOUR);
    expect((await pacifique.get("/account")).status).toBe(200);
    world.now = new Date(NOW.getTime() + (2 * SESSION_HOURS - 2) * HOUR);
    expect((await pacifique.get("/account")).status).toBe(200);
    world.now = new Date(NOW.getTime() + 3.5 * SESSION_HOURS * HOUR);
    expect((await pacifique.get("/account")).location).toBe("/sign-in?next=%2Faccount");
    world.now = NOW;
  });

  it("a session that is used every few hours still ends after a week", async () => {
    const pacifique = arrive();
    await pacifique.signIn("pacifique", PASSWORD);
    let hours = 0;
    for (; hours < SESSION_DAYS * 24 + 1; hours += 10) {
      world.now = new Date(NOW.getTime() + hours * HOUR);
      if ((await pacifique.get("/account")).status !== 200) break;
    }
    expect(hours).toBe(170);
    world.now = NOW;
  });

  it("Béata signs out, and neither her cookie nor the back button brings her in again", async () => {
    const beata = arrive();
    await beata.signIn("beata", PASSWORD);
    const token = beata.cookie(SESSION_COOKIE) ?? "";
    const answer = await beata.post("/sign-out");
    expect([answer.status, answer.location, beata.cookie(SESSION_COOKIE)]).toEqual([303, "/", undefined]);
    beata.setCookie(SESSION_COOKIE, token);
    expect((await beata.get("/account")).status).toBe(303);
  });

  it("a sign-out without the session’s form token is refused, and she stays signed in", async () => {
    const beata = arrive();
    await beata.signIn("beata", PASSWORD);
    expect((await beata.post("/sign-out", { form_token: "planted" })).status).toBe(403);
    expect((await beata.get("/account")).status).toBe(200);
  });
});

describe("acting as one of one’s posts", () => {
  it("Vestine, who holds one post, acts as it at once; Aline, who holds two, is asked as whom", async () => {
    const { person } = await newcomer("two-posts");
    const [one, two] = [await postAt("Huye", person), await postAt("Musanze", person)];
    const vestine = arrive();
    expect((await vestine.signIn("vestine", PASSWORD, "/needs")).location).toBe("/needs");
    expect((await vestine.get("/account")).text).toContain("<b>District Executive Secretary</b>");
    const aline = arrive();
    expect((await aline.signIn("two-posts", PASSWORD, "/needs")).location).toBe("/acting-as?next=%2Fneeds");
    const asked = await aline.get("/acting-as?next=%2Fneeds");
    for (const assignment of [one.assignment, two.assignment, "self"]) expect(asked.text).toContain(`value="${assignment}"`);
    const chosen = await aline.post("/acting-as?back=%2Fneeds", { assignment: two.assignment });
    expect([chosen.status, chosen.location]).toEqual([303, "/needs"]);
    expect((await aline.get("/account")).text).toMatch(/<b>[^<]+<\/b><span class="in-mint">, Musanze/);
    const entry = await world.db
      .selectFrom("journal.entry")
      .selectAll()
      .where("kind", "=", "access.acting_as")
      .orderBy("entry", "desc")
      .executeTakeFirstOrThrow();
    expect(entry.payload).toEqual({ post: two.post, assignment: two.assignment });
  });

  it("Aline chooses nothing and is asked again", async () => {
    const claudine = arrive();
    await claudine.signIn("claudine", PASSWORD);
    const answer = await claudine.post("/acting-as?back=%2Fneeds", {});
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Choose one");
  });

  it("nobody acts as a post that another person holds, or that does not exist", async () => {
    const jeanbosco = await world.actor("jeanbosco");
    const claudine = arrive();
    await claudine.signIn("claudine", PASSWORD);
    for (const assignment of [jeanbosco.assignment ?? "", newId(), "x' or 1=1"])
      expect((await claudine.post("/acting-as", { assignment })).status).toBe(403);
  });

  it("the day Aline’s assignment ends she no longer acts as it, neither by choosing it nor in a session that had it", async () => {
    const { person } = await newcomer("leaving");
    const { post, assignment } = await postAt("Huye", person);
    const aline = arrive();
    await aline.signIn("leaving", PASSWORD);
    expect((await aline.get("/account")).text).toContain(", Huye");
    await world.act(null, (act) => endHolding(act, { post, acting: false, on: "2025-11-17", reason: "moved" }));
    expect((await aline.get("/account")).text).not.toContain(", Huye");
    expect((await aline.post("/acting-as", { assignment })).status).toBe(403);
  });

  it.each(["//evil.example", "https://evil.example/", "/\\evil.example"])("choosing a post never leads to %s", async (back) => {
    const claudine = arrive();
    await claudine.signIn("claudine", PASSWORD);
    expect((await claudine.post(`/acting-as?back=${encodeURIComponent(back)}`, { assignment: "self" })).location).toBe("/today");
  });
});

describe("demonstration accounts", () => {
  it("a demonstration account planted into a clean installation opens nothing, though its password is known to everybody", async () => {
    const person = await world.act(null, (act) => addPerson(act, { fullName: "Demo Person" }, "test"));
    await world.act(null, (act) => openDemoAccount(act, person, "demo"));
    expect((await arrive().signIn("demo", DEMO_PASSWORD)).status).toBe(422);
  });

  it("in a demonstration it signs in, and loses its session the moment the installation is no demonstration any more", async () => {
    await world.db
      .insertInto("setting.fact")
      .values({ name: "demonstration", value: json({ made: [] }) })
      .execute();
    const demo = arrive();
    expect((await demo.signIn("demo", DEMO_PASSWORD)).status).toBe(303);
    expect((await demo.get("/account")).status).toBe(200);
    await world.db.deleteFrom("setting.fact").where("name", "=", "demonstration").execute();
    expect((await demo.get("/account")).status).toBe(303);
  });
});
