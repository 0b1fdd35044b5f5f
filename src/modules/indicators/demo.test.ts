/** What the demonstration of indicators promises, counted from its records: one figure moved, one did not, and each says how sure it is. */
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { actWithin, type Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { aliasesOf, indicatorsWhere, ownersOf, series } from "#kernel/measure/queries.ts";
import type { Figure, Indicator } from "#kernel/measure/schema.ts";
import { module as attendance } from "#modules/attendance";
import { module as certificates } from "#modules/certificates";
import { module as courses } from "#modules/courses";
import { module as needs } from "#modules/needs";
import { module as people } from "#modules/people";
import { module as plans } from "#modules/plans";
import { module as sessions } from "#modules/sessions";
import { module as tests } from "#modules/tests";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { compare, isCompared } from "./impact.ts";
import { module } from "./module.ts";
import { comparedBy, needsMeasured } from "./queries.ts";
import { standings } from "./standing.ts";

const world = useWorld([needs, courses, plans, sessions, attendance, tests, certificates, module]);
let indicators: readonly Indicator[] = [];
let figures: readonly Figure[] = [];

const byCode = (code: string): Indicator => {
  const found = indicators.find((one) => one.code === code);
  if (found === undefined) throw new Error(`the demonstration has no ${code}`);
  return found;
};

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
  for (const one of [people, needs, courses, plans, sessions, attendance, tests, certificates, module])
    await run(one.demo ?? (async () => undefined));
  indicators = await indicatorsWhere(world.db);
  figures = await series(world.db, { indicators: indicators.map((one) => one.id), groups: "all" });
}, 300_000);

describe("the figures", () => {
  test("there are imported, claimed and verified ones, and each is one of the three", () => {
    const sure = Map.groupBy(figures, (one) => one.certainty);
    expect([...sure.keys()].toSorted()).toEqual(["claimed", "imported", "verified"]);
    for (const [, some] of sure) expect(some.length).toBeGreaterThan(50);
  });

  test("nobody verified a figure of her own post, and only verified ones name who did", async () => {
    const { rows } = await sql<{ wrong: number }>`
      select count(*)::int as wrong from measure.observation
      where (certainty = 'verified') <> (verified_by is not null) or verified_by = post`.execute(world.db);
    expect(rows[0]?.wrong).toBe(0);
  });

  test("none is of a period that is not over, and none was written down before its period ended", () => {
    expect(figures.filter((one) => one.to >= TODAY)).toEqual([]);
    expect(figures.filter((one) => !one.baseline && one.recordedAt.toISOString().slice(0, 10) < one.to)).toEqual([]);
  });

  test("a share is what its counts say, and women and men add up to the whole", () => {
    const key = (one: Figure): string => `${one.indicator} ${one.organisation ?? ""} ${one.to}`;
    const counted = figures.filter((one) => one.denominator !== null);
    for (const one of counted) expect(one.value).toBeCloseTo(((one.numerator ?? 0) / (one.denominator ?? 1)) * 100, 3);
    const parts = Map.groupBy(
      counted.filter((one) => one.sex !== null),
      key,
    );
    const wholes = new Map(counted.filter((one) => one.sex === null && one.tier === null).map((one) => [key(one), one]));
    expect(parts.size).toBeGreaterThan(100);
    for (const [of, both] of parts) {
      const sum = (pick: (figure: Figure) => number | null): number => both.reduce((total, one) => total + (pick(one) ?? 0), 0);
      expect([sum((one) => one.numerator), sum((one) => one.denominator)]).toEqual([
        wholes.get(of)?.numerator,
        wholes.get(of)?.denominator,
      ]);
    }
  });
});

describe("the indicators", () => {
  test("each has a baseline and an owning post in every organisation that has figures of it", async () => {
    const owners = await ownersOf(world.db, { indicators: indicators.map((one) => one.id) });
    const owned = new Set(owners.map((one) => `${one.indicator} ${one.organisation}`));
    const begun = new Set(figures.filter((one) => one.baseline).map((one) => `${one.indicator} ${one.organisation ?? ""}`));
    const told = new Set(figures.map((one) => `${one.indicator} ${one.organisation ?? ""}`));
    expect([...told].filter((one) => !owned.has(one) || !begun.has(one))).toEqual([]);
    expect(told.size).toBeGreaterThan(200);
  });

  test("each is read against a target and measures a need; partners’ names are kept for some", async () => {
    const all = await standings(world.db, indicators, { today: TODAY });
    expect([...all.values()].filter((one) => one.target === null || one.latest === null)).toEqual([]);
    const measured = await needsMeasured(
      world.db,
      indicators.map((one) => one.id),
    );
    expect(measured.size).toBeGreaterThan(indicators.length / 2);
    expect(new Set((await aliasesOf(world.db, {})).map((one) => one.frame)).size).toBe(2);
  });
});

describe("one moved and one did not", () => {
  const change = async (code: string): Promise<number> => {
    const { baseline, latest } = (await standings(world.db, [byCode(code)], { today: TODAY })).get(byCode(code).id) ?? {};
    return (latest?.value ?? Number.NaN) - (baseline?.value ?? Number.NaN);
  };
  const found = async (code: string) =>
    compare(world.db, byCode(code), (await comparedBy(world.db, [byCode(code).id])).get(byCode(code).id) ?? null, TODAY);

  test("days to a first answer fell by more than five, and more where people came to the course", async () => {
    expect(await change("CMP-DAYS")).toBeLessThan(-5);
    const comparison = await found("CMP-DAYS");
    const moved = isCompared(comparison) ? comparison.difference : comparison.alone?.change;
    expect(moved?.high).toBeLessThan(0);
  });

  test("days from tender notice to award did not move with their course: the range holds zero, whichever way it could be looked at", async () => {
    expect(Math.abs(await change("PRC-DAYS"))).toBeLessThan(5);
    const comparison = await found("PRC-DAYS");
    const moved = isCompared(comparison) ? comparison.difference : comparison.alone?.change;
    expect(moved?.low).toBeLessThan(0);
    if (!isCompared(comparison))
      expect([comparison.fewest, comparison.why]).toEqual([3, expect.stringMatching(/^too_few_(like|periods)$/)]);
  });
});
