/** Administering accounts: who may, inviting by a one-time link, closing, helping somebody who lost her phone. */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addPerson } from "#kernel/registry/people.ts";
import { keyringOf } from "#platform/auth/keyring.ts";
import { newId } from "#platform/db/ids.ts";
import { readCsv } from "#platform/tabular/csv.ts";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import { CAST, PASSWORD } from "#test/support/cast.ts";
import { NOW } from "#test/support/fixed.ts";
import { useWorld, type Browser } from "#test/support/world.ts";
import { configureAccount, module } from "./index.ts";
import { personalData } from "./personal-data.ts";
import { visitor } from "./visitor.fixture.ts";

const world = useWorld([module]);
const keyring = keyringOf(randomBytes(32));
const oidc = { issuer: "https://staff.example", clientId: "inteko", clientSecret: "secret", name: "Staff directory" };
beforeAll(() => configureAccount({ keyring, oidc, aside: world.db }));
beforeEach(() => {
  world.now = NOW;
});

const arrive = () => visitor(() => world.app);
const accountOf = async (login: string): Promise<string> =>
  (await world.db.selectFrom("access.account").select("id").where("login", "=", login).executeTakeFirstOrThrow()).id as string;
const personNamed = (fullName: string): Promise<string> => world.act(null, (act) => addPerson(act, { fullName, language: "en" }, "test"));

/** Invites a person as Gilbert and returns the link's path. */
async function invited(gilbert: Browser, name: string, login: string): Promise<{ path: string; account: string }> {
  const person = await personNamed(name);
  const made = await gilbert.post(`/admin/accounts/new/${person}`, { login });
  expect(made.status).toBe(303);
  const page = await gilbert.get(made.location ?? "");
  const path = /http:\/\/localhost:8080(\/set-password\/[^<"]+)/.exec(page.text)?.[1] ?? "";
  return { path, account: made.location?.split("/")[3] ?? "" };
}

describe("who may administer accounts", () => {
  const paths = (id: string): string[] => [
    "/admin/accounts",
    "/admin/accounts/file",
    "/admin/accounts/new",
    `/admin/accounts/${id}`,
    `/admin/accounts/${id}/link`,
    `/admin/accounts/${id}/disable`,
  ];

  it("Gilbert, the system administrator, opens every page; the Secretary General and a district’s HR director none", async () => {
    const id = await accountOf("claudine");
    const gilbert = await world.browser("gilbert");
    for (const path of paths(id)) expect((await gilbert.get(path)).status).toBe(200);
    for (const name of ["aimable", "jeanbosco", "dative"] as const) {
      const browser = await world.browser(name);
      for (const path of paths(id)) expect((await browser.get(path)).status).toBe(403);
      for (const path of [
        `/admin/accounts/${id}/disable`,
        `/admin/accounts/${id}/link`,
        `/admin/accounts/${id}/code`,
        `/admin/accounts/${id}/provider`,
      ])
        expect((await browser.post(path, { reason: "because", identifier: "x" })).status).toBe(403);
    }
  });

  it("an account that does not exist is not found", async () => {
    const gilbert = await world.browser("gilbert");
    for (const path of paths(newId()).slice(3)) expect((await gilbert.get(path)).status).toBe(404);
    expect((await gilbert.get("/admin/accounts/not-an-id")).status).toBe(404);
  });

  it("Gilbert cannot close his own account, take off his own code or make himself a link", async () => {
    const gilbert = await world.browser("gilbert");
    const id = await accountOf("gilbert");
    for (const act of ["disable", "enable", "code", "link", "provider"])
      expect((await gilbert.post(`/admin/accounts/${id}/${act}`, { reason: "because", identifier: "x" })).status).toBe(403);
  });

  it("no address of the module carries a sign-in name", async () => {
    const gilbert = await world.browser("gilbert");
    const page = await gilbert.get("/admin/accounts");
    for (const [, href = ""] of page.text.matchAll(/href="([^"]+)"/g))
      for (const login of Object.keys(CAST)) expect(href).not.toContain(login);
  });
});

describe("the list", () => {
  const names = (text: string): string[] =>
    [...text.matchAll(/href="\/admin\/accounts\/[0-9a-f-]{36}">([^<]+)</g)].map((match) => match[1] ?? "");

  it("finds Espérance without her accent, filters by state, and says how many of how many", async () => {
    const gilbert = await world.browser("gilbert");
    const page = await gilbert.get("/admin/accounts?q=esperance");
    expect(names(page.text)).toEqual(["Espérance Nyiraneza"]);
    expect(page.text).toMatch(/1 of \d+ accounts/);
    expect(names((await gilbert.get("/admin/accounts?q=huye")).text)).toContain("Vestine Mukandayisenga");
    expect((await gilbert.get("/admin/accounts?state=closed&q=esperance")).text).toContain("None does.");
    expect((await gilbert.get("/admin/accounts?q=%25")).text).toContain("None does.");
  });

  it("sorts both ways, and an unknown order, state or page does no harm", async () => {
    const gilbert = await world.browser("gilbert");
    const up = names((await gilbert.get("/admin/accounts?sort=name")).text);
    const down = names((await gilbert.get("/admin/accounts?sort=name-down")).text);
    expect(up.length).toBeGreaterThan(10);
    expect(down).toEqual([...up].toReversed());
    expect((await gilbert.get("/admin/accounts?sort=password_hash&state=%27&page=-5&code=x")).status).toBe(200);
    expect((await gilbert.get("/admin/accounts?page=900")).status).toBe(200);
  });

  it("downloads the same rows as CSV and XLSX", async () => {
    const gilbert = await world.browser("gilbert");
    const csv = await gilbert.get("/admin/accounts/file?format=csv&q=huye");
    const read = await readCsv(Buffer.from(csv.text));
    expect(read.ok && read.rows.length).toBeGreaterThan(5);
    expect(csv.text).toContain("District Executive Secretary, Huye");
    const gilbertSession = await world.app.request("http://localhost:8080/admin/accounts/file?format=xlsx&q=huye", {
      headers: { cookie: await cookieOf("gilbert") },
    });
    const book = await readWorkbook(new Uint8Array(await gilbertSession.arrayBuffer()));
    expect(book.ok && book.sheets[0]?.rows.length).toBe(read.ok ? read.rows.length : -1);
  });

  it("holds no password, key or secret", async () => {
    const gilbert = await world.browser("gilbert");
    for (const path of ["/admin/accounts", `/admin/accounts/${await accountOf("vestine")}`, "/admin/accounts/file"])
      expect((await gilbert.get(path)).text).not.toMatch(/argon2|totp_secret/);
  });
});

async function cookieOf(login: string): Promise<string> {
  const browser = arrive();
  await browser.signIn(login, PASSWORD);
  return `inteko_session=${browser.cookie("inteko_session")}`;
}

describe("inviting by a one-time link", () => {
  const password = "imisozi itatu n’umugezi";

  it("Thérèse opens the link, chooses a password, signs in; the link is then worth nothing", async () => {
    const gilbert = await world.browser("gilbert");
    const { path } = await invited(gilbert, "Thérèse Uwase", "therese");
    const therese = arrive();
    const page = await therese.get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain("therese");
    expect((await therese.get(path)).status).toBe(200);
    const set = await therese.post(path, { password, again: password });
    expect([set.status, set.location]).toEqual([303, "/sign-in?password=set"]);
    expect((await therese.get("/sign-in?password=set")).text).toContain("Your password is set");
    expect((await therese.signIn("therese", password)).status).toBe(303);
    const late = arrive();
    expect((await late.get(path)).status).toBe(410);
    expect((await late.post(path, { password, again: password })).status).toBe(410);
  });

  it("the link is over after two days, and a newer one ends the older", async () => {
    const gilbert = await world.browser("gilbert");
    const { path, account } = await invited(gilbert, "Yves Mugisha", "yves");
    const again = await gilbert.post(`/admin/accounts/${account}/link`);
    expect(again.status).toBe(303);
    expect((await arrive().get(path)).status).toBe(410);
    const newer = /http:\/\/localhost:8080(\/set-password\/[^<"]+)/.exec((await gilbert.get(again.location ?? "")).text)?.[1] ?? "";
    expect((await arrive().get(newer)).status).toBe(200);
    world.now = new Date(NOW.getTime() + 48 * 3_600_000 + 1);
    expect((await arrive().get(newer)).status).toBe(410);
  });

  it("a weak password at the link is told what to change, and a made-up link is refused", async () => {
    const gilbert = await world.browser("gilbert");
    const { path } = await invited(gilbert, "Diane Keza", "diane");
    const weak = await arrive().post(path, { password: "short", again: "short" });
    expect([weak.status, weak.text.includes("at least 12 characters")]).toEqual([422, true]);
    expect((await arrive().get("/set-password/made-up")).status).toBe(410);
  });

  it("two browsers with the same link at the same moment: one sets the password", async () => {
    const gilbert = await world.browser("gilbert");
    const { path } = await invited(gilbert, "Alice Umutoni", "alice");
    const answers = await Promise.all([arrive(), arrive()].map((browser) => browser.post(path, { password, again: password })));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 410]);
  });

  it("a name that is taken or badly shaped is told so, and somebody with an account is not offered again", async () => {
    const gilbert = await world.browser("gilbert");
    const person = await personNamed("Marie Ishimwe");
    const at = `/admin/accounts/new/${person}`;
    expect((await gilbert.post(at, { login: "Claudine" })).text).toContain("Another account has this name");
    for (const login of ["", "x", "two words", "<b>", "a".repeat(81)]) expect((await gilbert.post(at, { login })).status).toBe(422);
    expect((await gilbert.get("/admin/accounts/new?q=ishimwe")).text).toContain("Marie Ishimwe");
    expect((await gilbert.post(at, { login: "marie@inteko.example" })).status).toBe(303);
    expect((await gilbert.get("/admin/accounts/new?q=ishimwe")).text).toContain("Nobody of this name");
    expect((await gilbert.post(at, { login: "marie2" })).status).toBe(404);
  });

  it("the link stands in no journal entry and in no row of the database", async () => {
    const gilbert = await world.browser("gilbert");
    const { path } = await invited(gilbert, "Jean Habyara", "jean");
    const token = path.split("/").at(-1) ?? "";
    const { rows } = await sql<{ text: string }>`
      select row_to_json(s)::text as text from access.step s union all select row_to_json(e)::text from journal.entry e
      union all select row_to_json(p)::text from journal.personal p`.execute(world.db);
    for (const { text } of rows) expect(text.includes(token) || text.includes(Buffer.from(token).toString("hex"))).toBe(false);
  });
});

describe("closing, opening again and helping", () => {
  it("Gilbert closes Olivier’s account with a reason: his session ends at once; opened again, his password works as before", async () => {
    const [gilbert, olivier, id] = [await world.browser("gilbert"), arrive(), await accountOf("olivier")];
    await olivier.signIn("olivier", PASSWORD);
    expect((await gilbert.post(`/admin/accounts/${id}/disable`, { reason: "" })).status).toBe(422);
    expect((await gilbert.post(`/admin/accounts/${id}/disable`, { reason: "Left the district" })).status).toBe(303);
    expect((await olivier.get("/account")).status).toBe(303);
    expect((await gilbert.post(`/admin/accounts/${id}/link`)).status).toBe(403);
    expect((await gilbert.post(`/admin/accounts/${id}/enable`, { reason: "Came back" })).status).toBe(303);
    expect((await arrive().signIn("olivier", PASSWORD)).status).toBe(303);
    const { rows } = await sql<{ payload: unknown; content: unknown }>`
      select e.payload, p.content from journal.entry e join journal.personal p on p.entry = e.entry where e.kind = 'access.account_closed'`.execute(
      world.db,
    );
    expect(rows).toEqual([{ payload: { sessions_ended: 1 }, content: { reason: "Left the district" } }]);
  });

  it("Béata lost her phone: with a reason her code is taken off and every session ends", async () => {
    const [gilbert, id] = [await world.browser("gilbert"), await accountOf("beata")];
    await world.db
      .updateTable("access.account")
      .set({ totp_secret: keyring.seal("code secret", id, Buffer.from("GEZDGNBVGY3TQOJQ")) })
      .where("id", "=", id)
      .execute();
    expect((await arrive().signIn("beata", PASSWORD)).location).toBe("/sign-in/code");
    expect((await gilbert.post(`/admin/accounts/${id}/code`, { reason: "Phone lost, known by voice" })).status).toBe(303);
    expect((await arrive().signIn("beata", PASSWORD)).location).toBe("/today");
  });

  it("Gilbert links Chantal to the provider by her identifier, never by an e-mail address", async () => {
    const [gilbert, id] = [await world.browser("gilbert"), await accountOf("chantal")];
    expect((await gilbert.post(`/admin/accounts/${id}/provider`, { identifier: "chantal@inteko.example" })).status).toBe(422);
    expect((await gilbert.post(`/admin/accounts/${id}/provider`, { identifier: "staff-0042" })).status).toBe(303);
    expect((await gilbert.get(`/admin/accounts/${id}`)).text).toContain("Linked");
  });
});

describe("what is kept about a person", () => {
  it("Solange is shown her account and sessions without hashes or keys, and everything goes on her demand", async () => {
    await arrive().signIn("solange", PASSWORD);
    const { person } = await world.db
      .selectFrom("access.account")
      .select("person")
      .where("login", "=", "solange")
      .executeTakeFirstOrThrow();
    const collected = await Promise.all(personalData.map((held) => held.collect(world.db, person)));
    expect(collected.flat()).toHaveLength(2);
    expect(JSON.stringify(collected)).toContain("solange");
    expect(JSON.stringify(collected)).not.toMatch(/argon2|hash|public_key/);
    const erased = await world.db.transaction().execute(async (tx) => {
      let sum = 0;
      for (const held of personalData) sum += (await held.erase?.(tx, person)) ?? 0;
      return sum;
    });
    expect(erased).toBe(2);
    expect((await arrive().signIn("solange", PASSWORD)).status).toBe(422);
  });

  it("an account that nobody has used since the day the rule names goes; one used since stays", async () => {
    await world.db
      .updateTable("access.account")
      .set({ created_at: new Date("2024-01-01"), signed_in_at: new Date("2024-06-01") })
      .where("login", "=", "aimable")
      .execute();
    await world.db
      .updateTable("access.account")
      .set({ created_at: new Date("2024-01-01"), signed_in_at: NOW })
      .where("login", "=", "dative")
      .execute();
    const held = personalData.find((one) => one.table === "access.account");
    const gone = await world.db.transaction().execute((tx) => held?.expire?.(tx, "2024-11-17") ?? Promise.resolve(0));
    expect(gone).toBe(1);
    await expect(accountOf("aimable")).rejects.toThrow();
    expect(await accountOf("dative")).toBeTruthy();
  });

  it("every purpose is one of the country’s list, and every column exists", async () => {
    for (const held of personalData) {
      expect(world.pack.retention.map((purpose) => purpose.code)).toContain(held.purpose);
      await sql`select ${sql.join(held.columns.map((column) => sql.ref(column)))} from ${sql.table(held.table)} limit 0`.execute(world.db);
    }
  });
});
