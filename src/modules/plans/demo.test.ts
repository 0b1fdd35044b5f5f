/** The demonstration of plans: last year closed, this year running, next year a draft; every figure can be counted anew. */
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { actWithin, type Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { isIntact, versionsOf } from "#kernel/document/versions.ts";
import { balanceOf, moneyLines } from "#kernel/money/lines.ts";
import { module as courses } from "#modules/courses";
import { module as needs } from "#modules/needs";
import { module as people } from "#modules/people";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { clashesOf } from "./clashes.ts";
import { module } from "./module.ts";
import { linesOfPlan, listPlans, planLinesOf, runningPlanLines, type PlanRow } from "./queries.ts";

const world = useWorld([needs, courses, module]);
let plans: PlanRow[] = [];
let took = 0;

beforeAll(async () => {
  await world.db.deleteFrom("access.account").execute();
  await sql`update registry.assignment set to_day = '2024-03-01'`.execute(world.db);
  const run = (demo: NonNullable<typeof module.demo>): Promise<void> =>
    world.db.transaction().execute((tx) =>
      demo({
        db: tx,
        pack: world.pack,
        today: TODAY,
        now: world.now,
        association: world.association,
        act: (actor: Actor | null, now: Date, work: (act: Act) => Promise<any>) => work(actWithin(tx, { actor, now, pack: world.pack })),
      } as DemoContext),
    );
  for (const one of [people, needs, courses]) await run(one.demo ?? (async () => undefined));
  const before = performance.now();
  await run(module.demo ?? (async () => undefined));
  took = performance.now() - before;
  plans = await listPlans(world.db);
}, 180_000);

test("one plan is a draft, one runs, one is closed", () => {
  expect(plans.map((plan) => [plan.fiscalYearStart, plan.state])).toEqual([
    ["2026-07-01", "draft"],
    ["2025-07-01", "running"],
    ["2024-07-01", "closed"],
  ]);
  expect(took).toBeGreaterThan(0);
});

test("the running plan has 46 lines, about 5,600 places and RWF 780 m, and some of it has no money", async () => {
  const lines = await linesOfPlan(world.db, plans[1]?.id ?? "");
  const { cost, gap } = balanceOf(lines.flatMap((line) => line.money));
  const million = (sums: ReadonlyMap<string, number>): number => Math.round((sums.get("RWF") ?? 0) / 1_000_000);
  expect({ lines: lines.length, places: plans[1]?.places, cost: million(cost), gap: million(gap) }).toMatchObject({ lines: 46 });
  expect(plans[1]?.places).toBeGreaterThan(5200);
  expect(plans[1]?.places).toBeLessThan(6000);
  expect(million(cost)).toBeGreaterThan(700);
  expect(million(cost)).toBeLessThan(860);
  expect(million(gap)).toBeGreaterThan(20);
  expect(await runningPlanLines(world.db, TODAY)).toHaveLength(46);
});

test("last year’s plan has a line for each time a course was held, some of them for needs that the finished round found", async () => {
  const lines = await linesOfPlan(world.db, plans[2]?.id ?? "");
  const held = lines.filter((line) => line.course !== null);
  expect(held.length).toBe(82);
  expect(new Set(held.map((line) => line.title)).size).toBe(held.length);
  const answering = held.filter((line) => line.needs.length > 0);
  expect(answering.length).toBeGreaterThan(4);
  expect(answering.filter((line) => line.mandate === null)).toHaveLength(1);
  const { rows } = await sql<{ state: string }>`
    select distinct r.state from needs.need n join needs.round r on r.id = n.round where n.id = any(${answering.flatMap((line) => line.needs)}::uuid[])`.execute(
    world.db,
  );
  expect(rows).toEqual([{ state: "closed" }]);
  expect(lines.filter((line) => line.state === "dropped")).toHaveLength(1);
  expect(await planLinesOf(world.db, { fiscalYearStart: plans[2]?.fiscalYearStart ?? TODAY })).toHaveLength(lines.length - 1);
});

test("no line stands without a need or a mandate, and no adopted line runs into a time to avoid", async () => {
  for (const plan of plans) {
    const lines = await linesOfPlan(world.db, plan.id);
    expect(lines.filter((line) => line.needs.length === 0 && line.mandate === null)).toEqual([]);
    expect(lines.filter((line) => clashesOf(world.pack.calendar, line, lines, 30).some((clash) => clash.refused))).toEqual([]);
  }
  const running = await linesOfPlan(world.db, plans[1]?.id ?? "");
  expect(running.filter((line) => line.needs.length > 0).length).toBeGreaterThan(12);
});

test("adopted versions are intact, and the closed plan has two, the second from a mid-year revision", async () => {
  for (const plan of plans.slice(1)) expect((await versionsOf(world.db, plan.document ?? "")).every(isIntact)).toBe(true);
  expect((await versionsOf(world.db, plans[2]?.document ?? "")).map((version) => version.state)).toEqual(["in_force", "superseded"]);
});

test("nothing was paid that was not planned, and nothing was received twice", async () => {
  const ids = (await linesOfPlan(world.db, plans[2]?.id ?? "")).map((line) => line.id);
  const money = await moneyLines(world.db, ids);
  expect(money.filter((line) => line.paid > line.minor || line.received > line.minor)).toEqual([]);
  expect(money.some((line) => line.paid > 0)).toBe(true);
});
