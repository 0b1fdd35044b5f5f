/** Outcomes, exceptions and certificates are decided by nobody who may not: every verb, for a trainer of another session and a monitoring officer. */
import { beforeAll, describe, expect, it } from "vitest";
import { monitoringOfficer, trainerElsewhere } from "#test/support/bystanders.ts";
import type { CastName } from "#test/support/cast.ts";
import { useWorld } from "#test/support/world.ts";
import { classScene, MODULES, type ClassScene } from "./class.fixture.ts";
import { module } from "./module.ts";
import { outcomesOf, seenHash } from "./outcomes.ts";
import { paths } from "./paths.ts";
import { certificatesOf, exceptionsOf } from "./queries.ts";
import { verbs } from "./rules.ts";

const world = useWorld(MODULES);
let scene: ClassScene;
let people: Readonly<Record<"trainer" | "monitor", CastName>>;
let [certificate, exception] = ["", ""];

beforeAll(async () => {
  scene = await classScene(world);
  const solange = await world.browser("solange");
  const outcomes = (await outcomesOf(world.db, [scene.session])).get(scene.session);
  await solange.post(paths.decide(scene.session), { seen: outcomes === undefined ? "" : seenHash(outcomes) });
  await solange.post(paths.except(scene.session, scene.enrolments.esperance), { reason: "Called to a landslide." });
  certificate = (await certificatesOf(world.db, { sessions: [scene.session] }))[0]?.id ?? "";
  exception = (await exceptionsOf(world.db, [scene.session]))[0]?.id ?? "";
  people = { monitor: await monitoringOfficer(world), trainer: await trainerElsewhere(world, (await classScene(world)).session) };
});

type Form = Readonly<Record<string, string>>;

/** Every way to use a verb, and what Gilbert, who teaches elsewhere, and Dative, who monitors, are answered. */
const USES: readonly (readonly [keyof typeof verbs, "get" | "post", string, () => string, Form, number, number])[] = [
  ["read", "get", "the list", () => paths.certificates(), {}, 403, 200],
  ["read", "get", "its file", () => `${paths.file}?format=csv`, {}, 403, 200],
  ["read", "get", "a session’s outcomes", () => paths.session(scene.session), {}, 403, 200],
  ["read", "get", "them as a file", () => `${paths.sessionFile(scene.session)}?format=csv`, {}, 403, 200],
  ["read", "get", "all certificates of a session", () => paths.sessionPdf(scene.session), {}, 403, 200],
  ["read", "get", "somebody’s certificate", () => paths.certificate(certificate), {}, 404, 200],
  ["read", "get", "its paper", () => paths.pdf(certificate), {}, 404, 200],
  ["decide", "post", "deciding", () => paths.decide(scene.session), { seen: "" }, 403, 403],
  ["except", "get", "the form for an exception", () => paths.except(scene.session, scene.enrolments.jeanbosco), {}, 403, 403],
  ["except", "post", "asking", () => paths.except(scene.session, scene.enrolments.jeanbosco), { reason: "Please" }, 403, 403],
  ["grant", "get", "the request", () => paths.exception(exception), {}, 404, 404],
  ["grant", "post", "granting", () => paths.exception(exception), { step: "grant", answer: "Yes" }, 403, 403],
  ["refuse", "post", "refusing", () => paths.exception(exception), { step: "refuse", answer: "No" }, 403, 403],
  ["withdraw", "get", "the form for withdrawing", () => paths.withdraw(certificate), {}, 403, 403],
  ["withdraw", "post", "withdrawing", () => paths.withdraw(certificate), { why: "wrong_name" }, 403, 403],
];

describe("a trainer of another session and a monitoring officer", () => {
  it.each(USES)("%s, %s: %s", async (_, method, __, path, form, forTrainer, forMonitor) => {
    const [trainer, monitor] = [await world.browser(people.trainer), await world.browser(people.monitor)];
    expect((await trainer[method](path(), form)).status).toBe(forTrainer);
    expect((await monitor[method](path(), form)).status).toBe(forMonitor);
  });

  it("leave everything as it was", async () => {
    expect((await certificatesOf(world.db, { sessions: [scene.session] })).map((one) => one.state)).toEqual(["valid", "valid"]);
    expect((await exceptionsOf(world.db, [scene.session])).map((one) => one.state)).toEqual(["asked"]);
  });

  it("are asked about every verb, and about everything that writes", () => {
    expect(Object.keys(verbs).filter((verb) => !USES.some(([used]) => used === verb))).toEqual([]);
    const written = new Set(USES.filter(([, method]) => method === "post").map(([, , , path]) => path()));
    expect(module.routes.filter((route) => route.method === "POST")).toHaveLength(written.size);
  });
});
