/** The table of who owes an induction is always what holdings and portfolios say, however they changed: against a plain calculation. */
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { houseOf } from "#kernel/access/house.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import { dropEntries } from "#kernel/portfolio/portfolio.ts";
import { mergePeople, partPeople } from "#kernel/registry/people.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import { useWorld } from "#test/support/world.ts";
import { begin, inducted } from "./inductions.fixture.ts";
import { JOBS, jobs } from "./jobs.ts";
import { inductionCoverage, module } from "./index.ts";
import { refreshOwed } from "./owed.ts";
import { people } from "./queries.ts";
import { owingOf, type Owing } from "./rules.ts";

const world = useWorld([module]);
const TODAY = "2025-11-17";
const SEED = Number(process.env["INTEKO_SEED"] ?? 20251117);
let huye = "";
let owing: ReadonlyMap<string, Owing>;

beforeAll(async () => {
  huye = await world.organisation("Huye");
  owing = new Map(owingOf(world.pack, await ruleSetFor(world.db, "induction", TODAY)).map((one) => [one.postType, one]));
});

interface Holding {
  person: string;
  assignment: string;
  post_type: string;
  since: Day;
  year_only: boolean;
  left_on: Day | null;
}

/** Every holding that owes, by the words of the README alone, without any of the product’s SQL. */
async function plainly(db: Db<any> = world.db): Promise<Record<string, unknown>[]> {
  const { rows: held } = await sql<Holding>`
    select coalesce(q.merged_into, q.id) as person, a.id as assignment, p.post_type, a.from_day as since, a.from_precision = 'year' as year_only, a.to_day as left_on
    from registry.assignment a join registry.person q on q.id = a.person join registry.post p on p.id = a.post where not a.acting`.execute(
    db,
  );
  const { rows: took } = await sql<{ person: string; to_day: Day; certainty: string }>`
    select coalesce(q.merged_into, q.id) as person, e.to_day, e.certainty from portfolio.entry e join registry.person q on q.id = e.person
    where e.modality = 'induction' and e.certainty <> 'claimed'`.execute(db);
  return held.flatMap((one) => {
    const rule = owing.get(one.post_type);
    const goesOn = held.some(
      (other) =>
        other.person === one.person &&
        other.post_type === one.post_type &&
        other.since < one.since &&
        (other.left_on === null || other.left_on >= addDays(one.since, -90)),
    );
    if (rule === undefined || one.year_only || goesOn) return [];
    const due = addDays(addMonths(one.since, rule.months), rule.days);
    const met = took
      .filter((entry) => entry.person === one.person && entry.to_day >= one.since)
      .toSorted((a, b) => (a.certainty === b.certainty ? (a.to_day < b.to_day ? -1 : 1) : a.certainty === "verified" ? -1 : 1))[0];
    const counted = met !== undefined || one.left_on === null || one.left_on > due;
    const { person, assignment, since, left_on } = one;
    return [{ person, assignment, since, left_on, due, inducted_on: met?.to_day ?? null, certainty: met?.certainty ?? null, counted }];
  });
}

const byAssignment = (rows: readonly Record<string, unknown>[]) =>
  rows.toSorted((a, b) => (String(a["assignment"]) < String(b["assignment"]) ? -1 : 1));

async function kept(db: Db<any> = world.db): Promise<Record<string, unknown>[]> {
  await refreshOwed(db, world.pack, TODAY);
  const { rows } = await sql<Record<string, unknown>>`
    select person, assignment, since, left_on, due, inducted_on, certainty, counted from inductions.owed`.execute(db);
  return rows;
}

/** Who is counted in a period: the newest of each person’s holdings due in it, when that one counts. */
async function countedPlainly(from: Day, to: Day): Promise<number> {
  const inPeriod = (await plainly()).filter((row) => String(row["due"]) >= from && String(row["due"]) <= to);
  const newest = [...Map.groupBy(inPeriod, (row) => row["person"]).values()].map(
    (rows) => rows.toSorted((a, b) => (`${a["since"]} ${a["assignment"]}` < `${b["since"]} ${b["assignment"]}` ? 1 : -1))[0],
  );
  return newest.filter((row) => row?.["counted"] === true).length;
}

const TYPES = ["PRO", "ACC", "CLR", "MAY", "GOV"] as const;
const day = fc.integer({ min: 0, max: 1400 }).map((n) => addDays("2022-01-10", n));
const which = fc.nat({ max: 7 });

type Step =
  | {
      readonly do: "begin";
      readonly who: number;
      readonly type: string;
      readonly day: Day;
      readonly days: number | null;
      readonly plain: boolean;
    }
  | { readonly do: "end"; readonly who: number; readonly days: number }
  | {
      readonly do: "induct";
      readonly who: number;
      readonly day: Day;
      readonly certainty: "verified" | "imported" | "claimed";
      readonly modality: string;
    }
  | { readonly do: "drop" | "part" | "look" | "move" | "leave"; readonly who: number }
  | { readonly do: "merge"; readonly who: number; readonly into: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("begin" as const),
      who: which,
      type: fc.constantFrom(...TYPES),
      day,
      days: fc.option(fc.integer({ min: 0, max: 500 })),
      plain: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("end" as const), who: which, days: fc.integer({ min: 0, max: 400 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("induct" as const),
      who: which,
      day,
      certainty: fc.constantFrom("verified", "imported", "claimed"),
      modality: fc.constantFrom("induction", "induction", "short_course"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("drop" as const, "part" as const, "look" as const, "move" as const, "leave" as const),
      who: which,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("merge" as const), who: which, into: which }) },
);

/** Takes one step; what no rule of the registry allows is left out. */
async function take(ids: readonly string[], one: Step): Promise<void> {
  const person = ids[one.who] ?? "";
  const note = { kind: "test.step", subject: { kind: "person", id: person }, payload: {} };
  const run = async (query: ReturnType<typeof sql>) => void (await query.execute(world.db));
  switch (one.do) {
    case "begin": {
      const until = one.days === null ? undefined : addDays(one.day, one.days);
      await world.act(null, (act) =>
        begin(
          act,
          {
            name: "",
            postType: one.type,
            organisation: huye,
            since: one.day,
            ...(until && { until }),
            ...(!one.plain && { acting: true }),
          },
          person,
        ),
      );
      return;
    }
    case "end":
      return run(sql`update registry.assignment set to_day = from_day + ${one.days}::int where person = ${person} and to_day is null`);
    case "induct":
      return world.act(null, (act) => inducted(act, person, one.day, one.certainty, one.modality));
    case "drop": {
      const { rows } = await sql<{ id: string }>`select id from portfolio.entry where person = ${person} order by id limit 1`.execute(
        world.db,
      );
      if (rows[0] === undefined) return;
      const { id } = rows[0];
      return world.act(null, async (act) => {
        await dropEntries(act, [id]);
        await act.journal(note);
      });
    }
    case "merge": {
      const { rows } = await sql<{ free: boolean }>`
        select not exists (select from registry.person where id = any(${[person, ids[one.into] ?? ""]}::uuid[]) and merged_into is not null) as free`.execute(
        world.db,
      );
      if (one.who !== one.into && rows[0]?.free) await world.act(null, (act) => mergePeople(act, ids[one.into] ?? "", person, ["test"]));
      return;
    }
    case "part":
      return world.act(null, (act) => partPeople(act, person));
    case "move":
      return run(
        sql`update registry.post set post_type = 'ACC' where post_type = 'PRO' and id in (select post from registry.assignment where person = ${person})`,
      );
    case "leave":
      return run(
        sql`delete from registry.assignment where id = (select id from registry.assignment where person = ${person} order by id limit 1)`,
      );
    case "look":
      await inductionCoverage(world.db, world.pack, { from: "2022-01-01", to: TODAY }, TODAY);
  }
}

describe("the table", () => {
  test(
    `after any walk of holdings, inductions, merges and corrections it is what they say (seed ${SEED})`,
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), day, async (steps, from) => {
          const ids: string[] = [];
          for (let n = 0; n < 8; n++)
            ids.push(
              await world.act(null, (act) => begin(act, { name: `Walker ${n}`, postType: "GOV", organisation: huye, since: "2021-01-01" })),
            );
          for (const one of steps) await take(ids, one);
          expect(byAssignment(await kept())).toEqual(byAssignment(await plainly()));
          const period = { from, to: addDays(from, 300) };
          const page = { sort: "due", descending: false, offset: 0, limit: 1, language: "en" } as const;
          const { total } = await people(world.db, world.pack, { ...period, within: "all" }, page, TODAY);
          expect(total).toBe(await countedPlainly(period.from, period.to));
        }),
        { seed: SEED, numRuns: 12, endOnFailure: true },
      );
    },
  );

  test("a change that nobody noted is seen by this test", async () => {
    const undo = new Error("undo");
    const tried = world.db.transaction().execute(async (tx) => {
      await refreshOwed(tx, world.pack, TODAY);
      await sql`alter table registry.assignment disable trigger inductions_now`.execute(tx);
      await sql`alter table registry.assignment disable trigger inductions_before`.execute(tx);
      await sql`update registry.assignment set from_day = from_day - 1 where not acting`.execute(tx);
      expect(byAssignment(await kept(tx))).not.toEqual(byAssignment(await plainly(tx)));
      throw undo;
    });
    await expect(tried).rejects.toBe(undo);
  });

  test("other rules make it anew; the clock does so before anybody looks", async () => {
    await kept();
    await sql`update inductions.renewed set rules = '{}'`.execute(world.db);
    await sql`update inductions.owed set due = '1999-01-01'`.execute(world.db);
    const context: JobContext = {
      db: world.db,
      pack: world.pack,
      now: new Date(`${TODAY}T07:00:00Z`),
      origin: "",
      association: world.association,
      house: houseOf([module]),
      act: (work) => world.act(null, work),
    };
    await jobs[JOBS.refresh]?.(context, {});
    const { rows } = await sql<{ wrong: number }>`select count(*)::int as wrong from inductions.owed where due = '1999-01-01'`.execute(
      world.db,
    );
    expect(rows[0]?.wrong).toBe(0);
    expect(byAssignment(await kept())).toEqual(byAssignment(await plainly()));
  });

  test("what an act undoes leaves no trace, and two who look at once see the same", async () => {
    const { rows: before } = await sql<{ n: number }>`select count(*)::int as n from inductions.touched`.execute(world.db);
    const undone = world.act(null, async (act) => {
      await begin(act, { name: "Never", postType: "PRO", organisation: huye, since: "2025-01-01" });
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    const { rows: after } = await sql<{ n: number }>`select count(*)::int as n from inductions.touched`.execute(world.db);
    expect(after).toEqual(before);
    await world.act(null, (act) => begin(act, { name: "Ingabire of Huye", postType: "PRO", organisation: huye, since: "2025-01-02" }));
    const period = { from: "2022-01-01", to: TODAY };
    const seen = await Promise.all([1, 2, 3].map(() => inductionCoverage(world.db, world.pack, period, TODAY)));
    expect(seen).toEqual([seen[0], seen[0], seen[0]]);
    expect(byAssignment(await kept())).toEqual(byAssignment(await plainly()));
  });
});
