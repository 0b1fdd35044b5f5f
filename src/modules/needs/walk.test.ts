/** One round from its design to its close, as the people who take part in it. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { JobContext } from "#kernel/access/module.ts";
import { houseOf } from "#kernel/access/house.ts";
import { perform } from "#kernel/access/act.ts";
import { chainOf } from "#kernel/trace/links.ts";
import { isIntact, sheetsByIds } from "#kernel/signature/sheet.ts";
import { useWorld } from "#test/support/world.ts";
import { dutiesOf } from "./duties.ts";
import { JOBS, jobs } from "./jobs.ts";
import { module } from "./module.ts";
import { paths } from "./paths.ts";
import { roundOf } from "./queries.ts";
import { verbs } from "./rules.ts";
import { answer, designed, holders, whoIs } from "./rounds.fixture.ts";

const world = useWorld([module]);

const context = (): JobContext => ({
  db: world.db,
  pack: world.pack,
  now: world.now,
  origin: "http://localhost",
  association: world.association,
  house: houseOf([module]),
  act: (work) => perform(world.db, { actor: null, now: world.now, pack: world.pack }, work),
});
const clock = async (day: string): Promise<void> => {
  world.now = new Date(`${day}T07:00:00.000Z`);
  await jobs[JOBS.clock]?.(context(), {});
};
const stateOf = async (id: string): Promise<string> => (await roundOf(world.db, id))?.state ?? "";
const needsOf = async (id: string) =>
  (
    await sql<{ id: string; domain: string; state: string; organisation: string; current: number; cause: string; respondents: number }>`
    select id, domain, state, organisation, current::float8 as current, cause, respondents from needs.need where round = ${id} order by domain`.execute(
      world.db,
    )
  ).rows;

test("Claudine takes a round from its design to its close, and Huye accepts one need and contests another", async () => {
  let claudine = await world.browser("claudine");
  const huye = await world.organisation("Huye");

  // Designed, and launched to exactly the posts that the page before showed.
  const id = await designed(world, { organisations: [huye], title: "Capacity needs of Huye" });
  const preview = await claudine.get(paths.launch(id));
  expect(preview.text).toContain("Who will be invited");
  expect(preview.text).toContain("Sector Executive Secretary");
  expect((await claudine.post(paths.launch(id))).location).toBe(paths.round(id));
  const invited = await world.db.selectFrom("needs.invitation").select("post").where("round", "=", id).execute();
  expect(preview.text).toContain(`Launch: invite ${invited.length} posts`);
  expect(invited.map((row) => row.post)).toContain((await whoIs(world, "beata")).post);

  // It opens by itself on its day.
  await clock("2025-11-17");
  expect(await stateOf(id)).toBe("open");

  // Pacifique, Vestine, Jean-Bosco, Béata and four more answer: procurement is short, complaints lack staff, the rest is fine.
  const saying = { current: { PRC: 2, CMP: 2 }, desired: 4, cause: "knowledge_skill" } as const;
  const others = await holders(world, huye, "SES", 4);
  for (const who of [
    ...(await Promise.all((["pacifique", "vestine", "jeanbosco", "beata"] as const).map((name) => whoIs(world, name)))),
    ...others,
  ])
    await answer(world, id, who, saying);
  await sql`update needs.cell set causes = '{"staffing": 8}' where round = ${id} and domain = 'CMP'`.execute(world.db);

  // After the last day the clock closes the answers.
  await clock("2025-11-29");
  expect(await stateOf(id)).toBe("validation");

  // A new day, a new sign-in. Claudine cannot finish before Huye had its time.
  claudine = await world.browser("claudine");
  const vestine = await world.browser("vestine");
  const early = await claudine.post(paths.step(id, "finishModeration"));
  expect(early.status).toBe(409);
  expect(early.text).toContain("One organisation has until");

  // Jean-Bosco confirms, Claudine adds a document check and moderates with a reason.
  const jeanbosco = await world.browser("jeanbosco");
  expect((await jeanbosco.post(paths.validate(id, huye), { note: "Two sector posts were vacant in November" })).location).toBe(
    paths.organisation(id, huye),
  );
  const evidence = {
    method: "document_check",
    source: "document",
    about: "*",
    "held-day": "28",
    "held-month": "11",
    "held-year": "2025",
    people: "2",
    women: "1",
    agreed: "yes",
    "now-PRC": "3",
    "wanted-PRC": "4",
  };
  expect((await claudine.post(paths.evidence(id, huye), evidence)).location).toBe(paths.organisation(id, huye));
  const beside = await claudine.get(paths.organisation(id, huye));
  expect(beside.text).toContain("Differ by 1.0");
  expect(
    (await claudine.post(paths.moderate(id, huye, "PRC"), { level: "2.5", reason: "The tender files of the year show a plan in use" }))
      .location,
  ).toBe(paths.organisation(id, huye));

  // Huye sees no level before the results are shared.
  expect((await vestine.get(paths.organisation(id, huye))).text).toContain("The levels appear here on the day");
  expect((await claudine.post(paths.step(id, "finishModeration"))).location).toBe(paths.round(id));
  const found = await needsOf(id);
  expect(found.map((need) => [need.domain, need.current, need.cause, need.state])).toEqual([
    ["CMP", 2, "staffing", "found"],
    ["PRC", 2.5, "knowledge_skill", "found"],
  ]);
  expect((await vestine.get(paths.need(found[0]?.id ?? ""))).status).toBe(404);

  expect((await claudine.post(paths.step(id, "share"))).location).toBe(paths.round(id));
  expect((await vestine.get(paths.organisation(id, huye))).text).toContain("Respondents said 2.0; moderated to 2.5.");

  // Vestine signs: one need accepted, one contested with her words.
  const [complaints, procurement] = found.map((need) => need.id) as [string, string];
  const missing = await vestine.post(paths.reply(id, huye), { [`reply-${complaints}`]: "accept", [`reply-${procurement}`]: "contest" });
  expect(missing.status).toBe(422);
  expect(missing.text).toContain("Say what is not right about this need");
  const signed = await vestine.post(paths.reply(id, huye), {
    [`reply-${complaints}`]: "accept",
    [`reply-${procurement}`]: "contest",
    [`contest-${procurement}`]: "The plan was revised in October, after the answers",
  });
  expect(signed.location).toBe(paths.organisation(id, huye));
  expect((await needsOf(id)).map((need) => need.state)).toEqual(["accepted", "contested"]);
  const { sheet } = await world.db.selectFrom("needs.participation").select("sheet").where("round", "=", id).executeTakeFirstOrThrow();
  const kept = (await sheetsByIds(world.db, [sheet])).get(sheet);
  expect(kept?.closedAt).not.toBeNull();
  expect(kept !== undefined && isIntact(kept)).toBe(true);

  // Everyone has replied, so planning may begin before the window ends; closing may not.
  expect((await claudine.post(paths.step(id, "plan"))).location).toBe(paths.round(id));
  const tooEarly = await claudine.post(paths.step(id, "finish"));
  expect(tooEarly.status).toBe(409);
  expect(tooEarly.text).toContain(
    "One of 2 needs has neither a response nor a stated refusal, and one objection waits for the association’s answer.",
  );

  // A course for a lack of staff is refused, with what can help instead; advocacy is not.
  const owner = (await whoIs(world, "vestine")).post;
  const course = await claudine.post(paths.respond(complaints), {
    type: "training",
    what: "Three days",
    owner,
    "due-day": "1",
    "due-month": "3",
    "due-year": "2026",
  });
  expect(course.status).toBe(422);
  expect(course.text).toContain("A course will not close this gap");
  expect(course.text).toContain("Staffing");
  const advocacy = await claudine.post(paths.respond(complaints), {
    type: "advocacy",
    what: "Ask for two posts of complaint officer",
    addressee: "Ministry of Local Government",
    estimate: "18,400,000",
    owner,
    "due-day": "1",
    "due-month": "3",
    "due-year": "2026",
  });
  expect(advocacy.location).toBe(paths.need(complaints));
  const page = await claudine.get(paths.need(complaints));
  expect(page.text).toContain("RWF\u00a018,400,000");
  expect(page.text).toContain("Has a response");

  // The objection is answered and kept beside the need; the need gets a stated refusal; the round closes.
  await claudine.post(paths.answerContest(procurement), {
    outcome: "keep",
    answer: "The answers were given before the revision; both are printed",
  });
  expect((await claudine.get(paths.need(procurement))).text).toContain("The plan was revised in October");
  expect((await claudine.post(paths.refuse(procurement), { reason: "The district plans this itself from its own budget" })).location).toBe(
    paths.need(procurement),
  );
  expect((await claudine.post(paths.step(id, "finish"))).location).toBe(paths.round(id));
  expect(await stateOf(id)).toBe("closed");

  // The chain is walked both ways: from the response back to the round and the sittings.
  const links = await chainOf(world.db, complaints, 1);
  expect(links.filter((link) => link.relation === "found" && link.from.id === id)).toHaveLength(1);
  expect(links.filter((link) => link.relation === "answered")).toHaveLength(8);
  expect(links.filter((link) => link.relation === "answered_by")).toHaveLength(1);
});

test("the morning page of a silent District Executive Secretary, and what her silence becomes", async () => {
  world.now = new Date("2025-11-17T07:00:00.000Z");
  const musanze = await world.organisation("Musanze");
  const id = await designed(world, { organisations: [musanze], title: "Needs of Musanze" });
  await (await world.browser("claudine")).post(paths.launch(id));
  await clock("2025-11-18");
  for (const who of [await whoIs(world, "chantal"), await whoIs(world, "olivier"), ...(await holders(world, musanze, "SES", 4))])
    await answer(world, id, who, { current: 2, desired: 4 });
  await (await world.browser("claudine")).post(paths.step(id, "close"));
  await clock("2025-12-20");
  const claudine = await world.browser("claudine");
  await claudine.post(paths.step(id, "finishModeration"));
  await claudine.post(paths.step(id, "share"));
  const chantal = await world.actor("chantal");
  const asking = {
    posts: [{ post: chantal.post ?? "", postType: "DES", organisation: musanze, roles: chantal.roles }],
    today: "2025-12-20",
    pack: world.pack,
    association: world.association,
  };
  const duty = (await dutiesOf(world.db, asking)).find((one) => one.key.startsWith("needs.reply"));
  expect(duty).toMatchObject({ post: chantal.post, href: paths.reply(id, musanze) });
  const round = await roundOf(world.db, id);
  expect(duty?.due).toBe(round?.replyBy);
  // Ten working days later, and the day after, the clock moves on.
  await clock(round?.replyBy ?? "");
  expect(await stateOf(id)).toBe("shared");
  await clock("2026-01-20");
  expect(await stateOf(id)).toBe("planning");
  expect(new Set((await needsOf(id)).map((need) => need.state))).toEqual(new Set(["no_reply"]));
  const page = await (await world.browser("claudine")).get(paths.organisation(id, musanze));
  expect(page.text).toContain("did not reply by");
  // Its needs are owed a response all the same: after ninety days Claudine is told so, in words.
  world.now = new Date("2026-04-21T07:00:00.000Z");
  const manager = await world.actor("claudine");
  const owed = await dutiesOf(world.db, {
    posts: [{ post: manager.post ?? "", postType: "CBM", organisation: world.association, roles: manager.roles }],
    today: "2026-04-21",
    pack: world.pack,
    association: world.association,
  });
  const waited = owed.find((one) => one.key.startsWith("needs.waited"));
  expect(waited?.title.values).toEqual({ count: 6, days: 90 });
  expect((await (await world.browser("claudine")).get(`${paths.needs}?waited=90`)).text).toContain("6 needs have waited 90 days or more");
  expect(verbs.refuse.roles.executive_secretary).toBeUndefined();
});
