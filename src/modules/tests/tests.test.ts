/** Taking tests and reading what they show, as the people of one class and those who conduct it do. */
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { startLink } from "#kernel/questionnaire/sitting.ts";
import { useWorld } from "#test/support/world.ts";
import { gainOf, testResultsOf } from "./figures.ts";
import { evaluationOf } from "./opinions.ts";
import { paths } from "./paths.ts";
import { classScene, MODULES, putResults, tick, type ClassScene } from "./scene.fixture.ts";

const world = useWorld(MODULES);
let scene: ClassScene;

const MONDAY = new Date("2025-11-17T07:00:00.000Z");
const AFTER_NOON = new Date("2025-11-17T11:30:00.000Z");
const TUESDAY = new Date("2025-11-18T10:00:00.000Z");
const WEEK_AFTER = new Date("2025-11-26T10:00:00.000Z");

beforeAll(async () => {
  scene = await classScene(world);
});

/** The links of the class, as the reminders carry them. */
async function tokenOf(name: string): Promise<string> {
  const { rows } = await sql<{ token: string }>`select token from tests.link where enrolment = ${scene.enrolments[name]}`.execute(world.db);
  return rows[0]?.token ?? "";
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(world.db);
  return rows[0]?.n ?? 0;
}

test("the clock opens the four tests of a running session once, with the pass mark of the rules", async () => {
  const { rows } = await sql<{ kind: string; mark: number | null }>`select kind, pass_mark as mark from tests.test order by kind`.execute(
    world.db,
  );
  expect(rows).toEqual([
    { kind: "evaluation", mark: null },
    { kind: "post", mark: 60 },
    { kind: "pre", mark: null },
    { kind: "retake", mark: 60 },
  ]);
  await tick(world);
  expect(await count("tests.test")).toBe(4);
});

test("Pacifique takes the test before on his phone and reads his result at once", async () => {
  const pacifique = await world.browser("pacifique");
  expect((await pacifique.get(paths.mine)).text).toContain("One waits for you.");
  const begun = await pacifique.post(startLink("tests.pre", scene.tests.pre));
  expect(begun.status).toBe(303);
  const sitting = begun.location?.split("/").at(-1) ?? "";
  let place = (await pacifique.get(begun.location ?? "")).location ?? "";
  for (const [name, choice] of [
    ["q1", "a"],
    ["q2", "c"],
    ["q3", "a"],
    ["q4", "b"],
  ] as const) {
    const sent = await pacifique.post(place, { [`/${name}`]: choice, [`/${name}~was`]: "", shown: `/${name}`, place: `/${name}` });
    place = sent.location ?? "";
  }
  await pacifique.post(`/answer/${sitting}/submit`);
  const { rows } = await sql<{ points: number; most: number; given: string[]; earned: number[] }>`
    select points, most, given, earned from tests.result where enrolment = ${scene.enrolments["Pacifique"]}`.execute(world.db);
  expect(rows).toEqual([{ points: 4, most: 5, given: ["a", "c", "a", "b"], earned: [1, 0, 1, 2] }]);
  expect((await pacifique.get(paths.mine)).text).toContain("At the start 4 of 5");
  expect((await pacifique.post(`/answer/${sitting}/withdraw`)).status).not.toBe(303);
});

test("Olivier, who teaches, reminds those who lack the test before, and Alice answers through her own link", async () => {
  const olivier = await world.browser("olivier");
  const page = await olivier.get(paths.session(scene.session));
  expect(page.text).toContain("6 people are missing");
  expect((await olivier.post(paths.remind(scene.session, "pre"))).location).toContain("reminded=6");
  const alice = await world.browser(null);
  const link = paths.link(await tokenOf("Alice"));
  expect((await alice.get(link)).text).toContain("Alice Umutoni, this page is yours alone");
  const answer = paths.linkAnswer(await tokenOf("Alice"), scene.tests.pre);
  expect((await alice.get(answer)).text).toContain("Who signs the minutes?");
  const inFrench = await alice.post(`${answer}?lang=fr`, { "/q1": "a", "/q2": "b", other_language: "fr" });
  expect(inFrench.status).toBe(200);
  expect(inFrench.text).toContain('<html lang="fr"');
  expect(inFrench.text.match(/ checked/gu)).toHaveLength(2);
  const incomplete = await alice.post(answer, { "/q1": "a" });
  expect(incomplete.status).toBe(422);
  expect(incomplete.text).toContain("What makes them hold in an appeal?: ");
  expect((await alice.post(answer, { "/q1": "a", "/q2": "b", "/q3": "b", "/q4": "c" })).location).toBe(`${link}?sent=test`);
  expect((await alice.get(`${link}?sent=test`)).text).toContain("At the start 1 of 5");
  expect((await alice.post(answer, { "/q1": "a", "/q2": "a", "/q3": "a", "/q4": "b" })).status).toBe(409);
});

test("after the first half-day the test before is closed, and the sentence says until when it was open", async () => {
  world.now = AFTER_NOON;
  const bernard = await world.browser(null);
  const sent = await bernard.post(paths.linkAnswer(await tokenOf("Bernard"), scene.tests.pre), {
    "/q1": "a",
    "/q2": "b",
    "/q3": "b",
    "/q4": "c",
  });
  expect(sent.status).toBe(409);
  expect(sent.text).toContain("could be sent in until 13:00");
  world.now = MONDAY;
});

test("Olivier types Bernard’s paper in with its true day, gaps and all, takes it back and types it in again", async () => {
  const olivier = await world.browser("olivier");
  const address = paths.paper(scene.session, scene.tests.pre, scene.enrolments["Bernard"] ?? "");
  expect((await olivier.get(address)).text).toContain("Test before of Bernard Mugisha");
  const wrong = await olivier.post(address, { happened: "31/12/2031", "/q1": "a" });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain("The day must lie between");
  expect((await olivier.post(address, { happened: "17/11/2025", "/q1": "a" })).status).toBe(303);
  const { rows } = await sql<{ id: string; points: number; given: string[] }>`
    select id, points, given from tests.result where enrolment = ${scene.enrolments["Bernard"]}`.execute(world.db);
  expect(rows[0]).toMatchObject({ points: 1, given: ["a", "", "", ""] });
  expect((await olivier.post(paths.takeBack(rows[0]?.id ?? ""))).location).toContain("done=back");
  expect((await olivier.post(address, { happened: "17/11/2025", "/q1": "a", "/q2": "a" })).status).toBe(303);
  expect(
    (await sql<{ points: number }>`select points from tests.result where enrolment = ${scene.enrolments["Bernard"]}`.execute(world.db))
      .rows,
  ).toEqual([{ points: 2 }]);
});

test("what a person sent in herself is not taken back, by nobody", async () => {
  const { rows } = await sql<{ id: string }>`select id from tests.result where enrolment = ${scene.enrolments["Alice"]}`.execute(world.db);
  expect((await (await world.browser("olivier")).post(paths.takeBack(rows[0]?.id ?? ""))).status).toBe(409);
});

test("the test after opens on the last day, and only who failed it may take it once more", async () => {
  const alice = await world.browser(null);
  const post = paths.linkAnswer(await tokenOf("Alice"), scene.tests.post);
  const retake = paths.linkAnswer(await tokenOf("Alice"), scene.tests.retake);
  expect((await alice.get(post)).text).toContain("It opens on 18/11/2025");
  world.now = TUESDAY;
  expect((await alice.post(retake, { "/q1": "a", "/q2": "a", "/q3": "a", "/q4": "b" })).status).toBe(409);
  await alice.post(post, { "/q1": "a", "/q2": "a", "/q3": "b", "/q4": "c" });
  const before = (await testResultsOf(world.db as never, [scene.session])).find((one) => one.enrolment === scene.enrolments["Alice"]);
  expect(before).toMatchObject({ pre: 20, post: 40, passed: false });
  expect((await alice.post(retake, { "/q1": "a", "/q2": "a", "/q3": "a", "/q4": "b" })).status).toBe(303);
  const after = (await testResultsOf(world.db as never, [scene.session])).find((one) => one.enrolment === scene.enrolments["Alice"]);
  expect(after).toMatchObject({ pre: 20, post: 100, passed: true });
  // The gain is counted from the first test after: a second try says nothing about the course.
  expect((await gainOf(world.db as never, [scene.session])).get(scene.session)).toMatchObject({
    both: 1,
    preMean: 20,
    postMean: 40,
    gain: 0.25,
  });
});

test("Solange reads the gain, the questions and the names; nobody reads D of a handful", async () => {
  await putResults(world, scene, "pre", { Cecile: ["a", "b", "b", "c"], Damas: ["b", "b", "b", "a"] });
  await putResults(world, scene, "post", {
    Pacifique: ["a", "a", "a", "b"],
    Bernard: ["a", "a", "c", "b"],
    Cecile: ["a", "b", "a", "b"],
    Emma: ["b", "b", "b", "c"],
  });
  const solange = await world.browser("solange");
  const page = (await solange.get(paths.session(scene.session))).text;
  expect(page).toContain("4 of 7 sat both tests");
  expect(page).toContain("One person who began has no test after");
  expect(page).toContain("One person sat the test after without the one before.");
  expect(page).toContain("Cecile Uwase");
  const questions = (await solange.get(paths.items(scene.session))).text;
  expect(questions).toContain("D is not shown");
  expect(questions).toContain("Who signs the minutes?");
  const drawing = await solange.get(paths.picture(scene.session));
  expect(drawing.text).toMatch(/^<svg xmlns/);
  for (const what of ["results", "questions", "choices", "marks"])
    expect((await solange.get(`${paths.file(scene.session, what)}?format=json`)).status).toBe(200);
  expect(JSON.parse((await solange.get(`${paths.file(scene.session, "results")}?format=json`)).text)).toHaveLength(7);
  expect((await solange.get(paths.tests)).status).toBe(200);
  expect((await solange.get(`${paths.items(scene.session, "pre", "course")}`)).text).toContain("answered 4 questions");
});

test("evaluations are shown from five on, without names, and none can be told from another", async () => {
  const answer = async (name: string, mark: string, change = ""): Promise<number> => {
    const browser = await world.browser(null);
    return (await browser.post(paths.linkAnswer(await tokenOf(name), scene.tests.evaluation), { "/useful": mark, "/change": change }))
      .status;
  };
  const solange = await world.browser("solange");
  for (const [name, mark] of [
    ["Alice", "5"],
    ["Bernard", "4"],
    ["Cecile", "4"],
  ] as const)
    expect(await answer(name, mark)).toBe(303);
  await (await world.browser("olivier")).post(paths.opinionPaper(scene.session), { "/useful": "2" });
  expect((await solange.get(paths.evaluation(scene.session))).text).toContain("From 5 answers on");
  expect((await evaluationOf(world.db as never, [scene.session], "2025-11-18")).get(scene.session)).toMatchObject({
    answers: 4,
    shown: false,
    questions: [],
    satisfaction: null,
  });
  expect((await solange.get(paths.evaluationPicture(scene.session))).status).toBe(404);
  expect(await answer("Damas", "5", "More time for cases.")).toBe(303);
  expect(await answer("Damas", "1")).toBe(409);
  const shown = (await solange.get(paths.evaluation(scene.session))).text;
  expect(shown).toContain("5 of 7 gave an evaluation");
  expect(shown).toContain("More time for cases.");
  expect((await evaluationOf(world.db as never, [scene.session], "2025-11-18")).get(scene.session)?.satisfaction).toBeCloseTo(0.75, 12);
  const { rows } = await sql<Record<string, unknown>>`select * from tests.opinion`.execute(world.db);
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(["answers", "id", "language", "source", "test"]);
  const { rows: written } = await sql<{ writes: number }>`select count(distinct xmin::text)::int as writes from tests.opinion`.execute(
    world.db,
  );
  expect(written[0]?.writes).toBe(1);
});

test.each([
  ["Innocent, the mayor, who reads no results", "innocent"],
  ["Chantal of Musanze, none of whose people is in the class", "chantal"],
  ["Pacifique, who takes part himself", "pacifique"],
] as const)("%s is told that there are no such tests", async (_, login) => {
  const browser = await world.browser(login);
  for (const address of [
    paths.session(scene.session),
    paths.items(scene.session),
    paths.evaluation(scene.session),
    paths.picture(scene.session),
    `${paths.file(scene.session, "results")}?format=csv`,
  ])
    expect((await browser.get(address)).status, address).toBe(404);
  expect((await browser.post(paths.remind(scene.session, "post"))).status).toBe(404);
});

test("without the right to read results the list is refused, and signed out everything is", async () => {
  expect((await (await world.browser("innocent")).get(paths.tests)).status).toBe(403);
  expect((await (await world.browser(null)).get(paths.session(scene.session))).status).not.toBe(200);
  expect((await (await world.browser(null)).get(paths.link("nobody"))).status).toBe(404);
});

test("Jean-Bosco sees his own people’s results and can neither remind nor read what was written", async () => {
  const jeanbosco = await world.browser("jeanbosco");
  const page = await jeanbosco.get(paths.session(scene.session));
  expect(page.status).toBe(200);
  expect(page.text).toContain("Cecile Uwase");
  expect(page.text).not.toContain(paths.remind(scene.session, "post"));
  expect((await jeanbosco.get(paths.evaluation(scene.session))).text).not.toContain("More time for cases.");
  expect((await jeanbosco.post(paths.remind(scene.session, "post"))).status).toBe(404);
});

test("Solange owes those who lack the test after until it closes; Pacifique has nothing open when he has taken it", async () => {
  const { module } = await import("./module.ts");
  const solange = await world.actor("solange");
  const posts = [
    { post: solange.post ?? "", postType: solange.postType ?? "", organisation: solange.organisation ?? "", roles: solange.roles },
  ];
  const ask = { posts, pack: world.pack, association: world.association };
  const owed = await module.duties(world.db as never, { ...ask, today: "2025-11-18" });
  expect(owed.map((duty) => duty.due)).toEqual(["2025-11-25"]);
  const own = await module.ownDuties?.(world.db as never, {
    person: (await world.actor("pacifique")).person,
    today: "2025-11-18",
    pack: world.pack,
  });
  expect(own?.map((duty) => duty.key)).toEqual([`tests.evaluation:${scene.enrolments["Pacifique"]}`]);
});

test("a week after, the test after is closed", async () => {
  world.now = WEEK_AFTER;
  const felix = await world.browser(null);
  const page = await felix.get(paths.linkAnswer(await tokenOf("Felix"), scene.tests.post));
  expect(page.status).toBe(409);
  expect(page.text).toContain("It was open until 25/11/2025");
  world.now = MONDAY;
});

test("Alice is handed her results; erased, they lead to nobody and the class keeps its pairs", async () => {
  const { module } = await import("./module.ts");
  const { rows } = await sql<{ person: string }>`select person from sessions.enrolment where id = ${scene.enrolments["Alice"]}`.execute(
    world.db,
  );
  const person = rows[0]?.person ?? "";
  const [results] = module.personalData;
  expect(await results?.collect(world.db as never, person)).toHaveLength(3);
  const erased = await world.db.transaction().execute(async (tx) => results?.erase?.(tx as never, person));
  expect(erased).toBe(3);
  expect(await results?.collect(world.db as never, person)).toEqual([]);
  const { rows: pairs } = await sql<{ n: number }>`
    select count(*)::int as n from (select enrolment from tests.result group by enrolment having count(*) = 3) p`.execute(world.db);
  expect(pairs[0]?.n).toBe(1);
});
