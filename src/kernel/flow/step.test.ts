/** Steps of a record as acts, told of a road repair that a sector asks its district for. */
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { perform, type Act } from "#kernel/access/act.ts";
import { defineVerbs } from "#kernel/access/verb.ts";
import { newId } from "#platform/db/ids.ts";
import { plainText } from "#platform/i18n/text.ts";
import { useWorld } from "#test/support/world.ts";
import { defineFlow } from "./flow.ts";
import { stepsOf } from "./step.ts";

const world = useWorld([]);

const verbs = defineVerbs("repair", {
  decide: { title: plainText("Decide"), roles: { executive_secretary: "below", mayor: "below" } },
});

type State = "asked" | "granted" | "done";

interface Repair {
  readonly id: string;
  readonly organisation: string;
  readonly state: State;
  readonly metres: number;
}

const flow = defineFlow<State, "measure" | "grant" | "finish", { readonly metres: number }>({
  kind: "repair",
  start: "asked",
  states: {
    asked: { title: plainText("Asked"), tone: "info" },
    granted: { title: plainText("Granted"), tone: "good" },
    done: { title: plainText("Done"), tone: "rest", final: true },
  },
  steps: {
    measure: { from: ["asked"], verb: verbs.decide },
    grant: {
      from: ["asked"],
      to: "granted",
      verb: verbs.decide,
      check: ({ metres }) => (metres > 0 ? null : { text: plainText("Measure the road first.") }),
    },
    finish: { from: ["granted"], to: "done", verb: verbs.decide },
  },
});

const steps = stepsOf({
  flow,
  table: "trial.repair",
  read: async (act, id) =>
    (await sql<Repair>`select id, organisation, state, metres from trial.repair where id = ${id}`.execute(act.tx)).rows[0],
  facts: (_act, _actor, repair: Repair) => Promise.resolve({ metres: repair.metres }),
  organisation: (repair) => repair.organisation,
  member: (repair) => repair.organisation,
});

const measure = (act: Act, id: string, metres: number) =>
  steps.step(act, id, "measure", () => ({ set: { metres }, entry: { kind: "repair.measured", payload: { metres } } }));
const grant = (act: Act, id: string) =>
  steps.step(act, id, "grant", (repair, to) => ({ entry: { kind: `repair.${to}`, payload: { metres: repair.metres } } }));

async function asked(): Promise<string> {
  const id = newId();
  await sql`insert into trial.repair values (${id}, ${await world.organisation("Huye")}, 'asked', 0)`.execute(world.db);
  return id;
}

const repairOf = async (id: string) =>
  (await sql<Repair>`select state, metres from trial.repair where id = ${id}`.execute(world.db)).rows[0];

const entriesOf = async (id: string) =>
  (
    await sql<{ kind: string; member: string; payload: unknown }>`
      select kind, member, payload from journal.entry where subject = ${id} and subject_kind = 'repair' order by entry`.execute(world.db)
  ).rows;

beforeAll(async () => {
  await sql`create schema trial`.execute(world.db);
  await sql`create table trial.repair (id uuid primary key, organisation uuid not null, state text not null, metres integer not null)`.execute(
    world.db,
  );
});

describe("a road repair in Huye", () => {
  it("Vestine measures, which leaves it asked, then grants it; each step stands in Huye’s journal", async () => {
    const id = await asked();
    await world.act("vestine", (act) => measure(act, id, 400));
    expect(await repairOf(id)).toEqual({ state: "asked", metres: 400 });
    await world.act("vestine", (act) => grant(act, id));
    expect(await repairOf(id)).toEqual({ state: "granted", metres: 400 });
    const member = await world.organisation("Huye");
    expect(await entriesOf(id)).toEqual([
      { kind: "repair.measured", member, payload: { metres: 400 } },
      { kind: "repair.granted", member, payload: { metres: 400 } },
    ]);
  });

  it("before it is measured Vestine is told to measure first, and nothing is written", async () => {
    const id = await asked();
    await expect(world.act("vestine", (act) => grant(act, id))).rejects.toMatchObject({
      kind: { text: plainText("Measure the road first.") },
    });
    expect([await repairOf(id), await entriesOf(id)]).toEqual([{ state: "asked", metres: 0 }, []]);
  });

  it("Pacifique has no such verb, Chantal’s district does not reach Huye, and of no repair at all there is none", async () => {
    const id = await asked();
    await expect(world.act("pacifique", (act) => measure(act, id, 1))).rejects.toThrow(/flow\.notYours/);
    await expect(world.act("chantal", (act) => measure(act, id, 1))).rejects.toThrow(/flow\.notFound/);
    await expect(world.act("vestine", (act) => measure(act, newId(), 1))).rejects.toThrow(/flow\.notFound/);
    expect(await repairOf(id)).toEqual({ state: "asked", metres: 0 });
  });

  it("when Vestine and Innocent grant at once, the second waits and is told that it changed", async () => {
    const id = await asked();
    await world.act("vestine", (act) => measure(act, id, 400));
    const [vestine, innocent] = [await world.actor("vestine"), await world.actor("innocent")];
    const as = (actor: typeof vestine) => perform(world.db, { actor, now: world.now, pack: world.pack }, (act) => grant(act, id));
    const results = await Promise.allSettled([as(vestine), as(innocent)]);
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(String(results.find((one) => one.status === "rejected")?.reason)).toContain("flow.notNow");
    expect((await entriesOf(id)).map((entry) => entry.kind)).toEqual(["repair.measured", "repair.granted"]);
  });

  it("the system needs no role, but the right state", async () => {
    const id = await asked();
    const finish = () => world.act(null, (act) => steps.step(act, id, "finish", () => ({ entry: { kind: "repair.done" } })));
    await expect(finish()).rejects.toThrow(/flow\.notNow/);
    await world.act(null, (act) => grant(act, id));
    await finish();
    expect((await repairOf(id))?.state).toBe("done");
  });
});
