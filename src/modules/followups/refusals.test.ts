/** Nobody asks about, types or answers a task who may not: every verb and every act, for a trainer of another session and a monitoring officer. */
import { beforeAll, describe, expect, it } from "vitest";
import { readingsOf } from "#kernel/commitment/readings.ts";
import { enrolmentsByIds } from "#modules/sessions";
import { monitoringOfficer, trainerElsewhere } from "#test/support/bystanders.ts";
import type { CastName } from "#test/support/cast.ts";
import { NOW } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { writeTask } from "./actions.ts";
import { askDue } from "./ask-work.ts";
import { module } from "./module.ts";
import { paths } from "./paths.ts";
import { tasksWhere } from "./queries.ts";
import { verbs } from "./rules.ts";
import { jobContext, MODULES, workScene, type WorkScene } from "./work.fixture.ts";

const world = useWorld(MODULES);
let scene: WorkScene;
let people: Readonly<Record<"trainer" | "monitor", CastName>>;
let [task, reading] = ["", ""];

beforeAll(async () => {
  scene = await workScene(world);
  const beata = (await enrolmentsByIds(world.db, [scene.enrolments.beata])).get(scene.enrolments.beata);
  if (beata === undefined) throw new Error("not enrolled");
  const written = {
    what: "I answer within five days.",
    success: null,
    due: "2026-02-01",
    verifier: scene.supervisor,
    language: "en",
  } as const;
  task = await world.act("beata", (act) => writeTask(act, beata, written));
  world.now = new Date("2026-02-11T08:00:00Z");
  await askDue(jobContext(world));
  world.now = NOW;
  reading = (await readingsOf(world.db, [task])).find((one) => one.side === "verifier" && one.step === "first")?.id ?? "";
  people = { monitor: await monitoringOfficer(world), trainer: await trainerElsewhere(world, (await workScene(world)).session) };
});

type Form = Readonly<Record<string, string>>;
const TYPED: Form = { what: "Somebody else’s task", when: "90", verifier: "none" };
const pacifique = () => paths.type(scene.session, scene.enrolments.pacifique);

/** Every way to use a verb or to write, and what Gilbert, who teaches elsewhere, and Dative, who monitors, are answered. */
const USES: readonly (readonly [keyof typeof verbs | "own", "get" | "post", string, () => string, Form, number, number])[] = [
  ["read", "get", "rates", () => paths.followups(), {}, 403, 200],
  ["read", "get", "rates as a file", () => `${paths.file}?format=csv`, {}, 403, 200],
  ["read", "get", "rates as a picture", () => paths.picture, {}, 403, 404],
  ["read", "get", "a session’s tasks", () => paths.session(scene.session), {}, 404, 200],
  ["read", "get", "them as a file", () => `${paths.sessionFile(scene.session)}?format=csv`, {}, 404, 200],
  ["read", "get", "them as a picture", () => paths.sessionPicture(scene.session), {}, 404, 200],
  ["read", "get", "Béata’s task", () => paths.task(task), {}, 404, 200],
  ["ask", "post", "asking learners", () => paths.askTasks(scene.session), {}, 403, 403],
  ["ask", "post", "asking supervisors", () => paths.askSupervisors(scene.session), {}, 403, 403],
  ["own", "get", "the form for Pacifique’s paper", pacifique, {}, 404, 404],
  ["own", "post", "typing Pacifique’s paper in", pacifique, TYPED, 404, 404],
  ["own", "get", "Béata’s form", () => paths.mineWrite(scene.enrolments.beata), {}, 404, 404],
  ["own", "post", "writing Béata’s task", () => paths.mineWrite(scene.enrolments.beata), { page: "check", ...TYPED }, 404, 404],
  ["own", "post", "showing that it is done", () => paths.evidence(task), { text: "Seen" }, 404, 404],
  ["own", "get", "the question to Vestine", () => paths.answer(task, reading), {}, 404, 404],
  ["own", "post", "answering for Vestine", () => paths.answer(task, reading), { answer: "yes" }, 404, 404],
];

describe("a trainer of another session and a monitoring officer", () => {
  it.each(USES)("%s, %s: %s", async (_, method, __, path, form, forTrainer, forMonitor) => {
    const [trainer, monitor] = [await world.browser(people.trainer), await world.browser(people.monitor)];
    expect((await trainer[method](path(), form)).status).toBe(forTrainer);
    expect((await monitor[method](path(), form)).status).toBe(forMonitor);
  });

  it("leave everything as it was", async () => {
    const tasks = await tasksWhere(world.db, "2025-11-17", { sessions: [scene.session], written: true });
    expect(tasks.map((one) => one.id)).toEqual([task]);
    expect((await readingsOf(world.db, [task])).filter((one) => one.answer !== null)).toEqual([]);
  });

  it("are asked about every verb, and about everything that writes without a personal link", () => {
    expect(Object.keys(verbs).filter((verb) => !USES.some(([used]) => used === verb))).toEqual([]);
    const links = new Set([paths.write(":token"), paths.question(":token")]);
    const written = USES.filter(([, method]) => method === "post");
    expect(module.routes.filter((route) => route.method === "POST" && !links.has(route.path))).toHaveLength(written.length);
  });
});
