/** Signing in with a password, signing out, and acting as one of one's posts. */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { keyringOf } from "#platform/auth/keyring.ts";
import { hashPassword } from "#platform/auth/password.ts";
import { SESSION_COOKIE } from "#kernel/access/session.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { assign, endHolding, openPost } from "#kernel/registry/holders.ts";
import { newId } from "#platform/db/ids.ts";
import { PASSWORD } from "#test/support/cast.ts";
import { NOW } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { configureAccount, DEMO_PASSWORD, module } from "./index.ts";
import { visitor } from "./visitor.fixture.ts";

const world = useWorld([module]);
beforeAll(() => configureAccount({ keyring: keyringOf(randomBytes(32)), oidc: null, aside: world.db }));

const arrive = (address?: string) => visitor(() => world.app, address);
const journalKinds = async (): Promise<string[]> =>
  (await world.db.selectFrom("journal.entry").select("kind").where("kind", "like", "access.%").orderBy("entry").execute()).map((row) => row.kind as string);

describe("signing in with a password", () => {
  it("Claudine signs in and lands on the page she asked for, in a session whose token is only in her cookie", async () => {
    const claudine = arrive();
    const answer = await claudine.signIn("Claudine ", PASSWORD, "/needs?gap=3");
    expect(answer.status).toBe(303);
    expect(answer.location).toBe("/needs?gap=3");
    const token = claudine.cookie(SESSION_COOKIE) ?? "";
    const { rows } = await sql<{ text: string }>`select row_to_json(s)::text as text from access.session s`.execute(world.db);
    expect(token.length).toBeGreaterThan(40);
    expect(rows.some((row) => row.text.includes(token))).toBe(false);
  });

  it("the journal tells that somebody signed in and how, and holds no sign-in name", async () => {
    await arrive().signIn("vestine", PASSWORD);
    const { rows } = await sql<{ payload: unknown; text: string }>`
      select payload, row_to_json(e)::text as text from journal.entry e where kind = 'access.signed_in' order by entry desc limit 1`.execute(world.db);
    expect(rows[0]?.payload).toEqual({ method: "password", second_factor: false });
    expect(rows[0]?.text).not.toContain("vestine");
  });

  it("Claudine mistypes her password and reads the same sentence as somebody whose name nobody has", async () => {
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
    await olivier.signIn("olivier", PASSWORD);
    await olivier.post("/sign-in", { login: "olivier", password: PASSWORD });
    expect(olivier.cookie(SESSION_COOKIE)).not.toBe(first);
    const thief = arrive();
    thief.setCookie(SESSION_COOKIE, first);
    expect((await thief.get("/acting-as")).location).toBe("/sign-in?next=%2Facting-as");
  });
});
