/** The demonstration is the same invented people every time, and looks like a country at work. */
import { describe, expect, it } from "vitest";
import { sql } from "kysely";
import { actWithin, type Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { seeded } from "#methods/draw/random.ts";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { demo } from "./demo.ts";
import { DEMO_SIGN_INS } from "./demo-cast.ts";
import { drawPost, termStart } from "./demo-people.ts";
import { module } from "./module.ts";

const world = useWorld([module]);

describe("drawing", () => {
  it("the same seed draws the same people", () => {
    const type = world.pack.postTypes.find((one) => one.code === "DFN");
    if (type === undefined) throw new Error("the pack has no director of finance");
    const draw = () => Array.from({ length: 20 }, (_, index) => drawPost(seeded("x").fork(String(index)), type, TODAY));
    expect(draw()).toEqual(draw());
  });

  it.each([
    ["2025-11-17", "2021-11-20"],
    ["2026-11-21", "2021-11-20"],
    ["2027-08-01", "2026-11-20"],
    ["2022-01-15", "2016-11-20"],
  ])("on %s the running term began on %s", (day, began) => {
    expect(termStart(day)).toBe(began);
  });
});

describe("the whole demonstration", () => {
  it("fills posts in seconds, leaves some vacant and some in acting hands, keeps those who left, and finds doubles", async () => {
    await world.db.deleteFrom("access.account").execute();
    await sql`update registry.assignment set to_day = '2024-03-01'`.execute(world.db);
    await world.db.transaction().execute((tx) =>
      demo({
        db: tx,
        pack: world.pack,
        today: TODAY,
        now: world.now,
        association: world.association,
        act: (actor: Actor | null, now: Date, work: (act: Act) => Promise<any>) => work(actWithin(tx, { actor, now, pack: world.pack })),
      } as DemoContext),
    );
    const { rows } = await sql<Record<string, number>>`
      select (select count(*)::int from registry.assignment where to_day is null and not acting) as held,
        (select count(*)::int from registry.assignment where to_day is null and acting) as acting,
        (select count(*)::int from registry.assignment where to_day is not null and reason_left is not null) as past,
        (select count(*)::int from registry.qualification) as qualified,
        (select count(*)::int from people.match where state = 'open') as doubles,
        (select count(*)::int from registry.contact where value not like '+25078800%' and value not like '%@inteko.example') as strange,
        (select count(*)::int from registry.post where not funded) as unfunded`.execute(world.db);
    const [row] = rows;
    for (const [name, least] of Object.entries({ held: 5000, acting: 100, past: 1500, qualified: 5000, doubles: 8, unfunded: 50 }))
      expect([name, (row?.[name] ?? 0) >= least]).toEqual([name, true]);
    expect(row?.["strange"]).toBe(0);
  });

  it("everybody who signs in found a post, a cell’s secretary too", async () => {
    const { rows } = await sql<{ login: string }>`
      select c.login from access.account c join registry.assignment a on a.person = c.person and a.to_day is null where c.demonstration`.execute(
      world.db,
    );
    expect(rows.map((row) => row.login).sort()).toEqual(DEMO_SIGN_INS.map((one) => one.login).sort());
  });

  it("one handover waits for its file, one is closed with reservations", async () => {
    const { rows } = await sql<{
      state: string;
      outcome: string | null;
    }>`select state, outcome from people.handover order by state`.execute(world.db);
    expect(rows).toEqual([
      { state: "closed", outcome: "with_reservations" },
      { state: "compiled", outcome: null },
    ]);
  });
});
