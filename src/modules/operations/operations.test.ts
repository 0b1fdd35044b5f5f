/** Gilbert and the heads of the association run the house: lists, rules between two people, jobs. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { perform } from "#kernel/access/act.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { newId } from "#platform/db/ids.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { module as account } from "#modules/account";
import { ROOT } from "#test/support/fixed.ts";
import { useWorld, type Answer, type Browser } from "#test/support/world.ts";
import { parseValue } from "./changes.ts";
import { configureOperations, module } from "#modules/operations";
import { entriesOf } from "./review.ts";
import { changeFlow } from "./rules.ts";

const modules = [account, module];
const world = useWorld(modules);
const house = houseOf(modules);
let folder: string;
let gilbert: Browser;
let aimable: Browser;
let claudine: Browser;
const idIn = (answer: Answer): string => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(answer.location ?? "")?.[0] ?? "";

const job = (): JobContext => ({
  db: world.db,
  pack: world.pack,
  now: world.now,
  origin: "http://localhost:8080",
  association: world.association,
  house,
  act: (work) => perform(world.db, { actor: null, now: world.now, pack: world.pack }, work),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "inteko-operations-"));
  configureOperations({ root: ROOT, dataFolder: folder, pool: world.pool });
  [gilbert, aimable, claudine] = await Promise.all([world.browser("gilbert"), world.browser("aimable"), world.browser("claudine")]);
});

afterAll(() => rm(folder, { recursive: true }));

describe("code lists", () => {
  it("Gilbert adds a way of learning in three languages; the Kinyarwanda waits for its reviewer, and nobody needs to deploy anything", async () => {
    const bad = await gilbert.post("/admin/codes/modality/new", { code: "Peer Visit", en: "Peer visit", fr: "", rw: "Gusurana" });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain("for example peer_visit");
    expect(bad.text).toContain("Write the word in this language");
    expect(
      (
        await gilbert.post("/admin/codes/modality/new", {
          code: "night_school",
          en: "Night school",
          fr: "Cours du soir",
          rw: "Ishuri rya nijoro",
        })
      ).status,
    ).toBe(303);
    expect(
      (await gilbert.post("/admin/codes/modality/new", { code: "night_school", en: "Again", fr: "Encore", rw: "Nanone" })).text,
    ).toContain("has this code already");
    const page = await gilbert.get("/admin/codes/modality");
    expect(page.text).toMatch(/Ishuri rya nijoro[\s\S]{0,200}To review/);
    expect((await gilbert.get("/admin/review?source=code_list&q=nijoro")).text).toContain("Ishuri rya nijoro");
    expect((await gilbert.get("/admin/codes/modality/file?format=csv")).text).toContain(
      "night_school,Night school,Cours du soir,Ishuri rya nijoro,no,2025-11-17,",
    );
  });

  it("renames it once a native speaker has confirmed the word, and the journal keeps both", async () => {
    await gilbert.post("/admin/codes/modality/code/night_school", {
      en: "Evening classes",
      fr: "Cours du soir",
      rw: "Amasomo ya nimugoroba",
      reviewed: "yes",
    });
    expect((await gilbert.get("/admin/codes/modality")).text).not.toMatch(/Amasomo ya nimugoroba[\s\S]{0,80}To review/);
    const { rows } = await sql<{ said: { before: { en: string }; after: { en: string } } }>`
      select p.content as said from journal.entry e join journal.personal p using (entry) where e.kind = 'operations.code_renamed'`.execute(
      world.db,
    );
    expect([rows[0]?.said.before.en, rows[0]?.said.after.en]).toEqual(["Night school", "Evening classes"]);
  });

  it("ends a code from a day on; the row stays", async () => {
    expect((await gilbert.post("/admin/codes/modality/code/night_school/end", { day: "2025-11-16" })).status).toBe(422);
    expect((await gilbert.post("/admin/codes/modality/code/night_school/end", { day: "2025-12-01" })).status).toBe(303);
    expect((await gilbert.get("/admin/codes/modality")).text).toContain("until 01/12/2025");
    const { rows } = await sql<{ n: number }>`select count(*) as n from rules.code where code = 'night_school'`.execute(world.db);
    expect(rows[0]?.n).toBe(1);
  });

  it.each(["/admin/codes/modality/new", "/admin/codes/modality/code/course", "/admin/codes/modality/code/course/end"])(
    "Aimable, who only looks, cannot write at %s",
    async (path) => {
      expect((await aimable.post(path)).status).toBe(403);
    },
  );

  it("an unknown list or code is not found", async () => {
    expect((await gilbert.get("/admin/codes/no_such_list")).status).toBe(404);
    expect((await gilbert.get("/admin/codes/modality/code/no_such_code")).status).toBe(404);
  });
});

describe("rule changes", () => {
  const change = {
    p_breach_notice_within: "72",
    p_subject_request_within: "20",
    from: "2026-01-01",
    source: "Order of 01/12/2025",
    article: "Article 7",
    reason: "The new order gives twenty days.",
    confirmed: "yes",
  };
  let id: string;

  it("Gilbert must give a source, a reason, figures and a day to come", async () => {
    const wrong = await gilbert.post("/admin/rules/data_protection/propose", {
      ...change,
      p_breach_notice_within: "soon",
      from: "2025-11-17",
      source: "",
      reason: "new",
    });
    expect(wrong.status).toBe(422);
    for (const sentence of [
      "Write a number in figures",
      "what has begun keeps its rule",
      "Write something here",
      "so that the one who decides understands",
    ])
      expect(wrong.text).toContain(sentence);
    const same = await gilbert.post("/admin/rules/priority/propose", {
      p_gap: "1",
      p_importance: "1",
      p_reach: "1",
      p_cost: "1",
      from: "2026-01-01",
      source: "Default of this pack; to be confirmed by the association",
      reason: "No reason at all",
    });
    expect(same.text).toContain("Nothing is different from the version that stands");
  });

  it("one change of a set waits at a time, and is on Aimable’s morning page", async () => {
    const sent = await gilbert.post("/admin/rules/data_protection/propose", change);
    id = idIn(sent);
    expect(sent.status).toBe(303);
    expect((await gilbert.post("/admin/rules/data_protection/propose", change)).status).toBe(409);
    const page = await aimable.get(`/admin/rule-changes/${id}`);
    expect(page.text).toContain("20 days");
    expect(page.text).toContain("Whatever begins on 01/01/2026 or later uses the new values");
    const actor = await world.actor("aimable");
    const question = {
      posts: [{ post: actor.post ?? "", postType: "SGE", organisation: actor.organisation ?? "", roles: actor.roles }],
      today: "2025-11-17",
      pack: world.pack,
      association: world.association,
    };
    expect((await module.duties(world.db, question)).map((duty) => duty.key)).toEqual([`operations.change.${id}`]);
  });

  it("Gilbert cannot approve it, and neither can whoever proposed it from another post", async () => {
    expect((await gilbert.post(`/admin/rule-changes/${id}/settle`, { step: "approve" })).status).toBe(403);
    const own = (await world.actor("aimable")).person;
    await sql`update operations.rule_change set proposed_by = ${own} where id = ${id}`.execute(world.db);
    const refused = await aimable.post(`/admin/rule-changes/${id}/settle`, { step: "approve" });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("another person decides");
    await sql`update operations.rule_change set proposed_by = ${(await world.actor("gilbert")).person} where id = ${id}`.execute(world.db);
    expect((await claudine.post(`/admin/rule-changes/${id}/settle`, { step: "approve" })).status).toBe(403);
  });

  it("Aimable approves: the new version stands from its day, the old one until then", async () => {
    expect((await aimable.post(`/admin/rule-changes/${id}/settle`, { step: "approve", reason: "As the order says" })).status).toBe(303);
    expect((await ruleSetFor(world.db as never, "data_protection", "2025-12-31")).parameters["breach_notice_within"]?.value).toBe(48);
    const later = await ruleSetFor(world.db as never, "data_protection", "2026-01-01");
    expect([later.parameters["breach_notice_within"]?.value, later.article, later.unconfirmed]).toEqual([72, "Article 7", false]);
    expect((await gilbert.get("/admin/rules/data_protection")).text).toContain("01/01/2026");
    expect((await aimable.post(`/admin/rule-changes/${id}/settle`, { step: "refuse" })).status).toBe(409);
    const earlier = await gilbert.post("/admin/rules/data_protection/propose", {
      ...change,
      from: "2025-12-15",
      p_subject_request_within: "10",
    });
    const refused = await aimable.post(`/admin/rule-changes/${idIn(earlier)}/settle`, { step: "approve" });
    expect(refused.text).toContain("A version from 01/01/2026 stands already");
    expect((await gilbert.post(`/admin/rule-changes/${idIn(earlier)}/settle`, { step: "withdraw" })).status).toBe(303);
  });

  it.each([
    ["15", 10, 15],
    ["0,5", 1, 0.5],
    ["fifteen", 10, null],
    ["10, 5, 2", [10, 5], [10, 5, 2]],
    ["ten", [10], null],
    ["yes", false, true],
    ["maybe", false, null],
    ["09-01", "10-31", "09-01"],
    ["13-01", "10-31", null],
  ] as const)("reads %j where %j stood as %j", (text, like, value) => {
    expect(parseValue(text, like)).toEqual(value);
  });

  it.each(["approve", "refuse"] as const)("nobody may %s her own", (step) => {
    expect(changeFlow.steps[step].check?.({ own: true })).not.toBeNull();
    expect(changeFlow.steps[step].check?.({ own: false })).toBeNull();
  });
});

describe("the installation", () => {
  it("Gilbert sees what needs him first, and asks for a backup that the worker makes", async () => {
    const page = await gilbert.get("/admin/installation");
    expect(page.text).toMatch(/Needs a person[\s\S]*No backup has been made yet/);
    expect((await gilbert.post("/admin/installation/backup")).location).toContain("asked");
    await module.jobs["operations.backup"]?.(job(), {});
    expect(await readdir(join(folder, "backups"))).toEqual(["inteko-20251117-0700.tar"]);
    expect((await gilbert.get("/admin/installation")).text).toContain("inteko-20251117-0700.tar");
    expect((await aimable.post("/admin/installation/backup")).status).toBe(403);
    await sql`delete from graphile_worker._private_jobs`.execute(world.db);
  });

  it("shows a job that was given up with its sentence, and lets Gilbert try it again", async () => {
    await world.act(null, async (act) => {
      await enqueue(act.tx, "mail.send", { id: newId() });
      await act.journal({ kind: "test.queued", subject: { kind: "test", id: newId() }, payload: {} });
    });
    await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = ${"The mail server does not answer\n    at somewhere"}`.execute(
      world.db,
    );
    const page = await gilbert.get("/admin/jobs");
    expect(page.text).toContain("Given up after 12 tries");
    expect(page.text).toContain("The mail server does not answer");
    expect(page.text).not.toContain("at somewhere");
    const id = /jobs\/(\d+)\/retry/.exec(page.text)?.[1] ?? "";
    expect((await aimable.post(`/admin/jobs/${id}/retry`)).status).toBe(403);
    expect((await gilbert.post(`/admin/jobs/${id}/retry`)).status).toBe(303);
    const { rows } = await sql<{ attempts: number }>`select attempts from graphile_worker.jobs where id = ${id}`.execute(world.db);
    expect(rows[0]?.attempts).toBe(0);
    expect((await gilbert.post("/admin/jobs/999999/retry")).status).toBe(404);
    await sql`delete from graphile_worker._private_jobs`.execute(world.db);
  });

  it("reads the marked texts out of a catalogue", () => {
    const source = `export const w = defineWords({ a: { en: "One", fr: "Un", rw: "Rimwe" },\n b: {\n en: "Two",\n fr: "Deux",\n rw: "≈Kabiri",\n } });`;
    expect(entriesOf(source, "x/words.ts")).toEqual([
      { source: "program", where: "x/words.ts: b", text: { en: "Two", fr: "Deux", rw: "≈Kabiri" } },
    ]);
  });

  it.each(["/admin", "/admin/codes", "/admin/rules", "/admin/installation", "/admin/jobs", "/admin/review", "/admin/export"])(
    "Claudine is told whom %s is for",
    async (path) => {
      const answer = await claudine.get(path);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain("System administrator");
    },
  );
});
