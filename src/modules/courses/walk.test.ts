/** A course goes its way: begun, written in steps, reviewed by two posts, published, revised, retired. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { useWorld } from "#test/support/world.ts";
import { askReview, publish, revise, review, takeBack } from "./actions.ts";
import { completeDraft } from "./courses.fixture.ts";
import { dutiesOf } from "./duties.ts";
import { coursesByIds, publishedCourses, module, versionsOnDay } from "./index.ts";
import { jobs, JOBS } from "./jobs.ts";
import { paths } from "./paths.ts";
import { findVersion, modulesOf } from "./queries.ts";
import { module as needs } from "#modules/needs";
import { module as questionnaires } from "#modules/questionnaires";

const world = useWorld([questionnaires, needs, module]);

const versionOf = async (id: string) => {
  const found = await findVersion(world.db, id);
  if (found === undefined) throw new Error("no such version");
  return found;
};
const approve = (aspect: "content" | "legal") => ({ aspect, decision: "approved", note: "", language: "en" }) as const;

/** A course that is taught; returns its version. */
async function taught(code: string): Promise<string> {
  const id = await world.act("solange", (act) => completeDraft(act, code));
  await world.act("solange", (act) => askReview(act, id));
  await world.act("claudine", (act) => review(act, id, approve("content")));
  await world.act("aimable", (act) => review(act, id, approve("legal")));
  await world.act("claudine", (act) => publish(act, id));
  return id;
}

test("Solange begins a course, writes it in steps, and is told what is missing until it is complete", async () => {
  const solange = await world.browser("solange");
  expect((await solange.post(paths.newCourse, { code: "prc", title: "", modality: "", domain: "PRC" })).status).toBe(422);
  const begun = await solange.post(paths.newCourse, { code: "prc-201", title: "Buying", modality: "short_course", domain: "PRC" });
  expect(begun.status).toBe(303);
  const id = begun.location?.split("/").at(-1) ?? "";
  const page = await solange.get(paths.version(id));
  expect(page.text).toContain("6 parts are still missing");
  const title = {
    "title-rw": "Amasoko",
    "title-en": "Buying",
    "title-fr": "Acheter",
    "summary-en": "How to buy.",
    modality: "short_course",
    domain: "PRC",
    otherDomains: ["INT"],
    programme: "",
  };
  expect((await solange.post(paths.part(id, "title"), { ...title, "title-fr": "" })).status).toBe(422);
  expect((await solange.post(paths.part(id, "title"), { ...title, "title-en": "Buying {x}" })).status).toBe(422);
  const saved = await solange.post(paths.part(id, "title"), title);
  expect(saved.location).toBe(paths.part(id, "people"));
  expect((await solange.post(paths.part(id, "people"), { groups: ["procurement_officers"], languages: ["en", "rw"] })).status).toBe(303);
  expect((await solange.post(paths.part(id, "outcomes"), { "outcomes-en": "Checks a bid" })).status).toBe(303);
  const module = { "title-en": "The plan", minutes: "90", practicalMinutes: "60", method: "exercise" };
  expect((await solange.post(paths.newModule(id), { ...module, practicalMinutes: "91" })).status).toBe(422);
  expect((await solange.post(paths.newModule(id), module)).status).toBe(303);
  expect((await solange.post(paths.part(id, "pass"), { assessment: "attendance", passMark: "", attendanceMinimum: "101" })).status).toBe(
    422,
  );
  expect((await solange.post(paths.part(id, "pass"), { assessment: "attendance", passMark: "", attendanceMinimum: "90" })).status).toBe(
    303,
  );
  expect((await solange.get(paths.version(id))).text).toContain("One part is still missing");
  expect((await solange.post(paths.step(id, "ask"))).status).toBe(409);
  expect(await versionOf(id)).toMatchObject({ state: "draft", askedAt: null, minutes: 90, practicalMinutes: 60, otherDomains: ["INT"] });
});

test("a test without right answers is not taken for a test, and an upload must be something one can open", async () => {
  const id = await world.act("solange", (act) => completeDraft(act, "PRC-202"));
  const { rows } = await sql<{ code: string; id: string }>`
    select i.code, v.id from questionnaire.version v join questionnaire.instrument i on i.id = v.instrument`.execute(world.db);
  const version = (code: string): string => rows.find((row) => row.code === code)?.id ?? "";
  const solange = await world.browser("solange");
  const tests = { preTest: "", postTest: version("needs"), evaluation: version("evaluation") };
  const refused = await solange.post(paths.part(id, "tests"), tests);
  expect([refused.status, refused.text.includes("has no right answers")]).toEqual([422, true]);
  expect((await solange.post(paths.part(id, "tests"), { ...tests, postTest: version("test-pro") })).status).toBe(303);
  const material = { title: "Checklist", language: "en", licence: "cc_by", author: "RALGA" };
  const bytes = (text: string): Blob => new Blob([text]);
  expect((await solange.post(paths.materials(id), { ...material, file: bytes("<html><script>1</script></html>") })).status).toBe(422);
  expect((await solange.post(paths.materials(id), { ...material, file: bytes("Look at the notice first.\n") })).status).toBe(303);
  const page = await solange.get(paths.version(id));
  const href = /href="(\/courses\/versions\/[^"]+\/materials\/[^"]+)"/.exec(page.text)?.[1] ?? "";
  expect(await (await solange.get(href)).text).toContain("Look at the notice first.");
  expect((await (await world.browser(null)).get(href)).status).toBe(404);
});

test("content and law are reviewed by two posts; a return opens the draft, and both look again", async () => {
  const id = await world.act("solange", (act) => completeDraft(act, "PRC-203"));
  await expect(world.act("aimable", (act) => review(act, id, approve("legal")))).rejects.toThrow(/flow\.refused/);
  await world.act("solange", (act) => askReview(act, id));
  const solange = await world.browser("solange");
  expect((await solange.post(paths.part(id, "outcomes"), { "outcomes-en": "Other" })).status).toBe(409);
  await world.act("claudine", (act) => review(act, id, approve("content")));
  await expect(world.act("claudine", (act) => review(act, id, approve("content")))).rejects.toThrow(/flow\.refused/);
  const aimable = await world.browser("aimable");
  expect((await aimable.post(paths.review(id, "legal"), { decision: "returned", note: "" })).status).toBe(422);
  expect((await aimable.post(paths.review(id, "legal"), { decision: "returned", note: "The order was replaced." })).status).toBe(303);
  expect(await versionOf(id)).toMatchObject({ state: "draft", askedAt: null });
  expect((await solange.get(paths.version(id))).text).toContain("The order was replaced.");
  await world.act("solange", (act) => askReview(act, id));
  await world.act("aimable", (act) => review(act, id, approve("legal")));
  expect((await versionOf(id)).state).toBe("draft");
  await world.act("claudine", (act) => review(act, id, approve("content")));
  expect((await versionOf(id)).state).toBe("reviewed");
});

test("one post with both rights still gives only one of the two reviews", async () => {
  const id = await world.act("solange", (act) => completeDraft(act, "PRC-204"));
  await world.act("solange", (act) => askReview(act, id));
  const aimable = await world.actor("aimable");
  const both = { ...aimable, roles: [...aimable.roles, "deputy_secretary_general" as const] };
  const { perform } = await import("#kernel/access/act.ts");
  const as = (aspect: "content" | "legal") =>
    perform(world.db, { actor: both, now: world.now, pack: world.pack }, (act) => review(act, id, approve(aspect)));
  await as("legal");
  await expect(as("content")).rejects.toMatchObject({ kind: { text: { en: expect.stringContaining("two different posts") } } });
});

test("what is taken back from the reviewers loses the approval it had", async () => {
  const id = await world.act("solange", (act) => completeDraft(act, "PRC-205"));
  await world.act("solange", (act) => askReview(act, id));
  await world.act("claudine", (act) => review(act, id, approve("content")));
  await world.act("solange", (act) => takeBack(act, id));
  await world.act("solange", (act) => askReview(act, id));
  await world.act("aimable", (act) => review(act, id, approve("legal")));
  expect((await versionOf(id)).state).toBe("draft");
});

test("a second version replaces the first, which stays as what a past session taught", async () => {
  const first = await taught("PRC-206");
  const { course } = await versionOf(first);
  expect(await versionOf(first)).toMatchObject({ state: "published", revisionOn: "2027-11-17" });
  const second = await world.act("solange", (act) => revise(act, first));
  await expect(world.act("solange", (act) => revise(act, first))).rejects.toThrow(/flow\.refused/);
  expect((await coursesByIds(world.db, [course])).get(course)).toMatchObject({ version: first, state: "published", hours: 2.5 });
  const [plan] = await modulesOf(world.db, second);
  const solange = await world.browser("solange");
  await solange.post(paths.moduleStep(second, plan?.id ?? "", "remove"));
  expect((await modulesOf(world.db, second)).map((module) => [module.position, module.title.en])).toEqual([[1, "The bids"]]);
  await world.act("solange", (act) => askReview(act, second));
  await world.act("claudine", (act) => review(act, second, approve("content")));
  await world.act("aimable", (act) => review(act, second, approve("legal")));
  await sql`update courses.version set published_at = '2024-03-01' where id = ${first}`.execute(world.db);
  await world.act("claudine", (act) => publish(act, second));
  expect([(await versionOf(first)).state, (await versionOf(second)).state]).toEqual(["retired", "published"]);
  const facts = (day: string) => versionsOnDay(world.db, [course], day, world.pack.timeZone);
  expect((await facts("2024-06-01")).get(course)).toMatchObject({ version: first, hours: 2.5 });
  expect((await facts("2025-11-17")).get(course)).toMatchObject({ version: second, hours: 1 });
  expect((await facts("2023-01-01")).size).toBe(0);
  const visitor = await world.browser(null);
  expect((await visitor.get(paths.version(first))).text).toContain("This is version 1");
  expect((await publishedCourses(world.db, world.pack)).filter((one) => one.id === course)).toHaveLength(1);
});

test("when its day comes a course is due for revision, once; Claudine confirms it or retires it with a reason", async () => {
  const id = await taught("PRC-207");
  const { course } = await versionOf(id);
  await sql`update courses.version set revision_on = '2025-11-01' where id = ${id}`.execute(world.db);
  const act = (work: Parameters<typeof world.act>[1]) => world.act(null, work);
  const run = () => jobs[JOBS.clock]?.({ db: world.db, pack: world.pack, now: world.now, act } as never, {});
  await run();
  await run();
  expect((await versionOf(id)).state).toBe("revision_due");
  const { rows } = await sql`select from journal.entry where subject = ${id} and kind = 'courses.version.revision_due'`.execute(world.db);
  expect(rows).toHaveLength(1);
  const claudine = await world.browser("claudine");
  expect((await claudine.post(paths.step(id, "confirm"))).status).toBe(303);
  expect(await versionOf(id)).toMatchObject({ state: "published", revisionOn: "2027-11-17" });
  expect((await claudine.post(paths.end(id, "retire"), { reason: "" })).status).toBe(422);
  expect((await claudine.post(paths.end(id, "retire"), { reason: "The system it teaches was switched off." })).status).toBe(303);
  expect((await claudine.get(paths.course(course))).text).toContain("The system it teaches was switched off.");
});

test("the morning pages say who reviews, who mends, who publishes and what is due", async () => {
  const posts = async (...names: ("claudine" | "aimable" | "solange" | "jeanbosco")[]) =>
    Promise.all(
      names.map(async (name) => {
        const actor = await world.actor(name);
        return { post: actor.post ?? "", postType: actor.postType ?? "", organisation: actor.organisation ?? "", roles: actor.roles };
      }),
    );
  const owed = async (version: string, ...names: Parameters<typeof posts>) => {
    const duties = await dutiesOf(world.db, {
      posts: await posts(...names),
      today: "2025-11-17",
      pack: world.pack,
      association: world.association,
    });
    return duties.filter((duty) => duty.record.id === version).map((duty) => [duty.key.split(":")[0], duty.due]);
  };
  const id = await world.act("solange", (act) => completeDraft(act, "PRC-208"));
  expect(await owed(id, "claudine", "aimable", "solange")).toEqual([]);
  await world.act("solange", (act) => askReview(act, id));
  expect(await owed(id, "aimable")).toEqual([["courses.review_legal", "2025-12-01"]]);
  expect(await owed(id, "claudine")).toEqual([["courses.review_content", "2025-12-01"]]);
  expect(await owed(id, "jeanbosco")).toEqual([]);
  await world.act("aimable", (act) => review(act, id, { aspect: "legal", decision: "returned", note: "Mend it.", language: "en" }));
  expect((await owed(id, "solange")).map(([kind]) => kind)).toEqual(["courses.mend"]);
  await world.act("solange", (act) => askReview(act, id));
  await world.act("aimable", (act) => review(act, id, approve("legal")));
  await world.act("claudine", (act) => review(act, id, approve("content")));
  expect((await owed(id, "claudine", "solange")).map(([kind]) => kind)).toEqual(["courses.publish"]);
  await world.act("claudine", (act) => publish(act, id));
  await sql`update courses.version set state = 'revision_due', revision_on = '2025-11-02' where id = ${id}`.execute(world.db);
  expect(await owed(id, "claudine", "solange")).toEqual([["courses.revise", "2025-11-02"]]);
});
