/** Nobody but who runs or teaches a session does anything about its tests: every verb and every page, for two people who come close. */
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { monitoringOfficer, trainerElsewhere } from "#test/support/bystanders.ts";
import type { CastName } from "#test/support/cast.ts";
import { useWorld } from "#test/support/world.ts";
import { paths } from "./paths.ts";
import { putResults, classScene, MODULES, type ClassScene } from "./scene.fixture.ts";
import { module } from "./module.ts";
import { verbs } from "./rules.ts";

const world = useWorld(MODULES);
let scene: ClassScene;
let people: Readonly<Record<"trainer" | "monitor", CastName>>;
let result = "";

beforeAll(async () => {
  scene = await classScene(world);
  await putResults(world, scene, "pre", { Alice: ["a", "a", "a", "b"] });
  const { rows } = await sql<{ id: string }>`update tests.result set source = 'paper' returning id`.execute(world.db);
  result = rows[0]?.id ?? "";
  // The course of the second class has another code and its own questionnaires.
  await sql`update courses.course set code = 'OLD'`.execute(world.db);
  await sql`update questionnaire.instrument set code = code || '-old'`.execute(world.db);
  people = { monitor: await monitoringOfficer(world), trainer: await trainerElsewhere(world, (await classScene(world)).session) };
});

const alice = () => scene.enrolments["Alice"] ?? "";

/** Every way to use a verb, and what Gilbert, who teaches elsewhere, and Dative, who monitors, are answered. */
const USES: readonly (readonly [keyof typeof verbs, "get" | "post", string, () => string, number, number])[] = [
  ["read", "get", "the list", () => paths.tests, 403, 200],
  ["read", "get", "its file", () => `${paths.files}?format=csv`, 403, 200],
  ["read", "get", "a session’s tests", () => paths.session(scene.session), 404, 200],
  ["read", "get", "its questions with the right answers", () => paths.items(scene.session), 404, 200],
  ["read", "get", "its evaluation", () => paths.evaluation(scene.session), 404, 200],
  ["read", "get", "its results as a file", () => `${paths.file(scene.session, "results")}?format=csv`, 404, 200],
  ["read", "get", "the picture of what was learned", () => paths.picture(scene.session), 404, 404],
  ["read", "get", "the picture of the evaluation", () => paths.evaluationPicture(scene.session), 404, 404],
  ["run", "post", "opening its tests", () => paths.open(scene.session), 404, 404],
  ["run", "post", "reminding those who lack one", () => paths.remind(scene.session, "pre"), 404, 404],
  ["run", "get", "a form for Alice’s paper", () => paths.paper(scene.session, scene.tests.pre, alice()), 404, 404],
  ["run", "post", "typing Alice’s paper in", () => paths.paper(scene.session, scene.tests.pre, alice()), 404, 404],
  ["run", "post", "taking Alice’s paper back", () => paths.takeBack(result), 404, 404],
  ["run", "get", "a form for an evaluation on paper", () => paths.opinionPaper(scene.session), 404, 404],
  ["run", "post", "typing an evaluation in", () => paths.opinionPaper(scene.session), 404, 404],
];

describe("a trainer of another session and a monitoring officer", () => {
  it.each(USES)("%s, %s: %s", async (_, method, __, path, forTrainer, forMonitor) => {
    const [trainer, monitor] = [await world.browser(people.trainer), await world.browser(people.monitor)];
    expect((await trainer[method](path())).status).toBe(forTrainer);
    expect((await monitor[method](path())).status).toBe(forMonitor);
  });

  it("leave everything as it was", async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from tests.result`.execute(world.db);
    expect(rows[0]?.n).toBe(1);
    const { rows: opinions } = await sql`select from tests.opinion`.execute(world.db);
    expect(opinions).toEqual([]);
  });

  it("are asked about every verb and every page of the module that is not somebody’s own", () => {
    expect(Object.keys(verbs).filter((verb) => !USES.some(([used]) => used === verb))).toEqual([]);
    const own = (path: string): boolean => path.startsWith("/my") || path.startsWith("/tests/records/");
    const asked = USES.filter(([, method]) => method === "post").length;
    expect(module.routes.filter((route) => route.method === "POST" && !own(route.path))).toHaveLength(asked);
  });
});
