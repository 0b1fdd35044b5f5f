/** Béata asks about her data and Dative answers: requests, erasure, retention, the inventory, and who may. */
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { houseOf } from "#kernel/access/house.ts";
import type { JobContext, Module, PersonalData } from "#kernel/access/module.ts";
import { perform } from "#kernel/access/act.ts";
import { sealPending } from "#kernel/seal/sequence.ts";
import { verifyJournal } from "#kernel/seal/verify.ts";
import { verifierOf } from "#methods/proofs/note.ts";
import { module as account } from "#modules/account";
import { useWorld, type Answer, type Browser } from "#test/support/world.ts";
import { module } from "#modules/privacy";
import { findGaps } from "./inventory.ts";
import { retain } from "./retention.ts";

/** A module that holds a telephone number of each person, for erasing and expiring. */
const contacts: PersonalData = {
  table: "registry.contact",
  columns: ["kind", "value", "shared", "from_day", "to_day"],
  purpose: "contact",
  title: { en: "Contact", fr: "Contact", rw: "Aho abarizwa" },
  collect: async (db, person) =>
    (await sql<Record<string, unknown>>`select kind, value from registry.contact where person = ${person}`.execute(db)).rows,
  erase: async (tx, person) => Number((await sql`delete from registry.contact where person = ${person}`.execute(tx)).numAffectedRows ?? 0),
  expire: async (tx, before) => Number((await sql`delete from registry.contact where to_day < ${before}`.execute(tx)).numAffectedRows ?? 0),
};
const posts: PersonalData = {
  table: "registry.assignment",
  columns: ["post", "from_day", "to_day", "acting"],
  purpose: "post_holding",
  title: { en: "Posts held", fr: "Postes occupés", rw: "Imyanya" },
  collect: async (db, person) =>
    (await sql<Record<string, unknown>>`select from_day from registry.assignment where person = ${person}`.execute(db)).rows,
};
const register: Module = {
  ...module,
  name: "register",
  routes: [],
  verbs: {},
  menu: [],
  records: {},
  jobs: {},
  timers: [],
  commands: [],
  personalData: [contacts, posts],
  duties: () => Promise.resolve([]),
};
const modules = [account, register, module];
const world = useWorld(modules);
const house = houseOf(modules);

let dative: Browser;
let beata: Browser;
let claudine: Browser;
const idIn = (answer: Answer): string => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(answer.location ?? "")?.[0] ?? "";

/** Some days later, when everybody has signed in again; afterwards it is Monday morning as before. */
async function later(moment: string, work: (dative: Browser) => Promise<void>): Promise<void> {
  const before = world.now;
  world.now = new Date(moment);
  try {
    await work(await world.browser("dative"));
  } finally {
    world.now = before;
    // Signing in later ended the sessions of Monday.
    dative = await world.browser("dative");
  }
}

beforeAll(async () => {
  dative = await world.browser("dative");
  beata = await world.browser("beata");
  claudine = await world.browser("claudine");
});

const jobContext = (): JobContext => ({
  db: world.db,
  pack: world.pack,
  now: world.now,
  origin: "http://localhost:8080",
  association: world.association,
  house,
  act: (work) => perform(world.db, { actor: null, now: world.now, pack: world.pack }, work),
});

describe("a person's own data", () => {
  it("Béata reads on her phone what is held about her and why, and downloads it", async () => {
    const mine = await beata.get("/account/my-data");
    expect(mine.status).toBe(200);
    expect(mine.text).toContain("Reaching a person in her work");
    expect((await beata.get("/account/my-data/everything")).text).toContain("beata@inteko.example");
    const file = JSON.parse((await beata.get("/account/my-data/everything.json")).text) as { held: { table: string; rows: unknown[] }[] };
    expect(file.held.find((one) => one.table === "registry.contact")?.rows).toEqual([{ kind: "email", value: "beata@inteko.example" }]);
  });

  it("Béata asks to have something corrected and is told the last day of the answer; Claudine cannot see it", async () => {
    const empty = await beata.post("/account/my-data/ask", { kind: "", wish: "" });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain("Choose what you ask for");
    const sent = await beata.post("/account/my-data/ask", { kind: "rectification", wish: "My telephone number is the one of my sister." });
    expect(sent.status).toBe(303);
    const shown = await beata.get(sent.location ?? "");
    expect(shown.text).toContain("You get an answer by 17/12/2025.");
    expect((await claudine.get(sent.location ?? "")).status).toBe(404);
    expect((await claudine.post(`${sent.location ?? ""}/withdraw`)).status).toBe(404);
    expect((await (await world.browser(null)).get("/account/my-data")).location).toContain("/sign-in");
  });

  it("Béata withdraws a request she sent by mistake, once", async () => {
    const sent = await beata.post("/account/my-data/ask", { kind: "objection", wish: "Sent by mistake" });
    expect((await beata.post(`${sent.location ?? ""}/withdraw`)).status).toBe(303);
    expect((await beata.post(`${sent.location ?? ""}/withdraw`)).status).toBe(409);
  });

  it("Dative answers with reasons, and Béata reads them", async () => {
    const sent = await beata.post("/account/my-data/ask", { kind: "access", wish: "What do you have about me?" });
    const id = idIn(sent);
    const page = await dative.get(`/privacy-console/requests/${id}`);
    expect(page.text).toContain("proved by signing in");
    expect((await dative.get(`/privacy-console/requests/${id}/data`)).text).toContain("beata@inteko.example");
    const zip = await dative.get(`/privacy-console/requests/${id}/data.zip`);
    expect(zip.headers.get("content-type")).toBe("application/zip");
    expect((await dative.post(`/privacy-console/requests/${id}/answer`, { decision: "granted", answer: "ok" })).status).toBe(422);
    expect(
      (
        await dative.post(`/privacy-console/requests/${id}/answer`, {
          decision: "granted",
          answer: "Here is everything that we hold about you, as a file.",
        })
      ).status,
    ).toBe(303);
    expect((await beata.get(`/account/my-data/requests/${id}`)).text).toContain("Here is everything that we hold");
    // What was answered is not a door that stays open.
    expect((await dative.get(`/privacy-console/requests/${id}/data`)).status).toBe(404);
  });
});

describe("a request on paper", () => {
  let id: string;

  it("Dative records it; while she waits for proof of identity the clock stands", async () => {
    const form = {
      kind: "erasure",
      requester: "Béata Kamikazi",
      reach: "comes back on Friday",
      received: "2025-11-10",
      wish: "Forget my old number",
      language: "rw",
    };
    expect((await dative.post("/privacy-console/requests/new", { ...form, received: "2026-01-01" })).text).toContain(
      "not later than today",
    );
    const made = await dative.post("/privacy-console/requests/new", form);
    id = idIn(made);
    expect((await dative.get(`/privacy-console/requests/${id}`)).text).toContain("10/12/2025");
    await dative.post(`/privacy-console/requests/${id}/wait`);
    expect((await dative.get(`/privacy-console/requests/${id}`)).text).toContain("the clock stands");
    await later("2025-11-21T08:00:00Z", async (friday) => {
      const search = await friday.get(`/privacy-console/requests/${id}?q=Kamikazi`);
      const person = (await world.actor("beata")).person;
      expect(search.text).toContain(person);
      expect((await friday.post(`/privacy-console/requests/${id}/check`, { q: "Kamikazi", person, how: "" })).status).toBe(422);
      await friday.post(`/privacy-console/requests/${id}/check`, { q: "Kamikazi", person, how: "came with her identity card" });
      expect((await friday.get(`/privacy-console/requests/${id}`)).text).toContain("14/12/2025");
    });
  });

  it("cannot be answered “granted” before anything was erased", async () => {
    await later("2025-11-21T09:00:00Z", async (friday) => {
      const early = await friday.post(`/privacy-console/requests/${id}/answer`, {
        decision: "granted",
        answer: "We have erased everything we could.",
      });
      expect(early.status).toBe(422);
      expect(early.text).toContain("Nothing was erased yet");
    });
  });

  it("shows what would go and what the law keeps, then erases exactly that, and the journal stays provable", async () => {
    const person = (await world.actor("beata")).person;
    await world.act("claudine", (act) =>
      act.journal({
        kind: "test.noted",
        subject: { kind: "person", id: person },
        payload: {},
        personal: { note: "limps since the accident" },
      }),
    );
    const ask = await dative.get(`/privacy-console/requests/${id}/erase`);
    expect(ask.text).toMatch(/>Contact<[\s\S]*one row goes/);
    expect(ask.text).toMatch(/>Posts held<[\s\S]*stays: Public duty/);
    expect((await world.db.selectFrom("registry.contact").select("id").where("person", "=", person).execute()).length).toBe(1);
    expect((await dative.post(`/privacy-console/requests/${id}/erase`)).status).toBe(303);
    expect((await world.db.selectFrom("registry.contact").select("id").where("person", "=", person).execute()).length).toBe(0);
    expect((await world.db.selectFrom("access.account").select("id").where("person", "=", person).execute()).length).toBe(0);
    const { rows } = await sql<{ n: number }>`select count(*) as n from journal.personal where content::text like '%limps%'`.execute(
      world.db,
    );
    expect(rows[0]?.n).toBe(0);
    const told = await world.db
      .selectFrom("journal.entry")
      .select(["payload", "commitment"])
      .where("kind", "=", "privacy.person_erased")
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(told.payload)).not.toContain("beata@");
    const key = { name: "inteko/test", seed: new Uint8Array(32).fill(3) };
    await sealPending(world.db, key, () => world.now);
    expect((await verifyJournal(world.db, [verifierOf(key)])).tampering).toEqual([]);
    await later("2025-11-21T10:00:00Z", async (friday) => {
      expect(
        (
          await friday.post(`/privacy-console/requests/${id}/answer`, {
            decision: "granted",
            answer: "We have erased your number and your account.",
          })
        ).status,
      ).toBe(303);
    });
  });
});

describe("retention", () => {
  it("Dative counts what may no longer be kept without erasing it, then erases it in the background, once", async () => {
    await sql`update registry.contact set to_day = '2024-01-01' where value = 'pacifique@inteko.example'`.execute(world.db);
    const counted = await dative.post("/privacy-console/retention");
    const page = await dative.get(counted.location ?? "");
    expect(page.text).toContain("Erase this row for good");
    const left = async (): Promise<number> =>
      (await sql<{ n: number }>`select count(*) as n from registry.contact where value = 'pacifique@inteko.example'`.execute(world.db))
        .rows[0]?.n ?? 0;
    expect(await left()).toBe(1);
    await dative.post(`${counted.location ?? ""}/start`);
    const run = idIn(counted);
    await retain(jobContext(), { run });
    await retain(jobContext(), { run });
    expect(await left()).toBe(0);
    expect((await dative.get(counted.location ?? "")).text).toContain("Done");
    expect((await dative.post(`${counted.location ?? ""}/start`)).status).toBe(409);
  });
});

describe("the inventory", () => {
  it("finds the column about people that nobody declared, planted in a new table", async () => {
    expect((await dative.get("/privacy-console/inventory")).text).toContain("Reaching a person in her work");
    await sql`create table files.planted (id uuid primary key, person uuid references registry.person (id), shoe_size int)`.execute(
      world.db,
    );
    const gaps = await findGaps(world.db, world.pack, house.personalData);
    expect(gaps.find((gap) => gap.table === "files.planted")).toEqual({
      table: "files.planted",
      columns: ["shoe_size"],
      reason: "undeclared",
    });
    const wrong = await findGaps(world.db, world.pack, [{ ...contacts, columns: ["no_such_column"], purpose: "no_such_purpose" }]);
    expect(wrong.filter((gap) => gap.table === "registry.contact").map((gap) => gap.reason)).toEqual([
      "undeclared",
      "unknown_purpose",
      "unknown_column",
    ]);
    await sql`drop table files.planted`.execute(world.db);
  });
});

describe("who may", () => {
  it.each([
    ["GET", "/privacy-console"],
    ["GET", "/privacy-console/inventory"],
    ["GET", "/privacy-console/requests"],
    ["POST", "/privacy-console/requests/new"],
    ["POST", "/privacy-console/requests/6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f10/wait"],
    ["POST", "/privacy-console/requests/6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f10/check"],
    ["POST", "/privacy-console/requests/6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f10/answer"],
    ["POST", "/privacy-console/requests/6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f10/withdraw"],
    ["POST", "/privacy-console/requests/6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f10/erase"],
    ["POST", "/privacy-console/retention"],
    ["GET", "/privacy-console/breaches"],
    ["POST", "/privacy-console/breaches/6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f10/assess"],
    ["POST", "/privacy-console/breaches/6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f10/notify"],
    ["POST", "/privacy-console/breaches/6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f10/tellPeople"],
    ["POST", "/privacy-console/breaches/6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f10/closeBreach"],
    ["GET", "/privacy-console/exceptional-access"],
  ])("Claudine is told whom %s %s is for", async (method, path) => {
    const answer = method === "GET" ? await claudine.get(path) : await claudine.post(path);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("Data protection officer");
  });

  it("Dative’s morning page lists what waits for her, and Gilbert’s does not", async () => {
    const question = async (name: "dative" | "gilbert") => {
      const actor = await world.actor(name);
      return {
        posts: [{ post: actor.post ?? "", postType: actor.postType ?? "", organisation: actor.organisation ?? "", roles: actor.roles }],
        today: "2025-11-17",
        pack: world.pack,
        association: world.association,
      };
    };
    const own = await module.duties(world.db, await question("dative"));
    expect(own.some((duty) => duty.key.startsWith("privacy.request."))).toBe(true);
    expect(await module.duties(world.db, await question("gilbert"))).toEqual([]);
  });

  it("an officer of Huye sees the requests of Huye and not those of Musanze", async () => {
    const olivier = await world.browser("olivier");
    const jeanbosco = await world.browser("jeanbosco");
    const there = idIn(await olivier.post("/account/my-data/ask", { kind: "access", wish: "Mine, in Musanze" }));
    const here = idIn(await jeanbosco.post("/account/my-data/ask", { kind: "access", wish: "Mine, in Huye" }));
    // Vestine's post becomes the officer's for this test: same person, same organisation.
    await sql`update registry.post set post_type = 'DPD', seat = 9 where id = ${(await world.actor("vestine")).post}`.execute(world.db);
    const officer = await world.browser("vestine");
    expect((await officer.get(`/privacy-console/requests/${here}`)).status).toBe(200);
    expect((await officer.get(`/privacy-console/requests/${there}`)).status).toBe(404);
    expect((await officer.get("/privacy-console/requests")).text).not.toContain("Musanze");
    expect((await officer.get("/privacy-console/inventory")).status).toBe(403);
    expect(
      (await officer.post(`/privacy-console/requests/${there}/answer`, { decision: "refused", answer: "This is not for me to decide." }))
        .status,
    ).toBe(404);
  });
});
