/** A session for the tests of this module: sector executive secretaries, two seats for Huye and one for Musanze, in January. */
import { sql } from "kysely";
import { module as courses } from "#modules/courses";
import { module as needs } from "#modules/needs";
import { module as plans } from "#modules/plans";
import { addPerson } from "#kernel/registry/people.ts";
import { assign } from "#kernel/registry/holders.ts";
import { actWithin } from "#kernel/access/act.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { World } from "#test/support/world.ts";
import { createSession, type NewSession } from "./actions-session.ts";
import { jobs, JOBS } from "./jobs.ts";
import { module } from "./module.ts";
import { takeStep } from "./steps.ts";

export const MODULES = [needs, courses, plans, module];
export const ORIGIN = "https://inteko.example";

/** What the scene holds. */
export interface Scene {
  readonly session: string;
  readonly huye: string;
  readonly musanze: string;
}

const COURSE = "6b1f9a52-0c1e-4c6e-9d3b-2f6f0a1e7c11";

/** Solange plans the session; nominations are open unless told. */
export async function sceneOf(world: World, change: Partial<NewSession> = {}, open = true): Promise<Scene> {
  const [huye, musanze] = [await world.organisation("Huye"), await world.organisation("Musanze")];
  const session = await world.act("solange", (act) =>
    createSession(act, {
      title: "Minutes that hold in an appeal",
      language: "en",
      course: COURSE,
      organisation: world.association,
      planLine: null,
      mandate: "Asked for by the sectors after the last round.",
      dates: { from: "2026-01-20", to: "2026-01-21", halves: "both" },
      mode: "physical",
      places: 10,
      groups: ["sector_executive_secretaries"],
      seats: new Map([
        [huye, 2],
        [musanze, 1],
      ]),
      modality: "short_course",
      domain: "DEC",
      programme: null,
      ...change,
    }),
  );
  if (open) await world.act("solange", (act) => takeStep(act, session, "openNominations", { origin: ORIGIN }));
  return { session, huye, musanze };
}

/** The assignment by which somebody of the cast holds her post. */
export async function assignmentOf(world: World, login: string): Promise<{ assignment: string; person: string; post: string }> {
  const { rows } = await sql<{ assignment: string; person: string; post: string }>`
    select a.id as assignment, a.person, a.post from access.account c join registry.assignment a on a.person = c.person where c.login = ${login}`.execute(
    world.db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`Nobody signs in as ${login}.`);
  return row;
}

/** Puts a new person into a post of a type somewhere below an organisation, where nobody holds it yet. */
export async function newHolder(
  world: World,
  name: string,
  type: string,
  under: string,
  from = "2025-02-01",
): Promise<{ assignment: string; person: string; post: string }> {
  const { rows } = await sql<{ id: string }>`
    select p.id from registry.below(${under}, '2025-11-17') b join registry.post p on p.organisation = b.organisation
    where p.post_type = ${type} and not exists (select from registry.assignment a where a.post = p.id) order by p.id limit 1`.execute(
    world.db,
  );
  const post = rows[0]?.id ?? "";
  return world.act(null, async (act) => {
    const person = await addPerson(
      act,
      { fullName: name, sex: "F", email: `${name.split(" ")[0]?.toLowerCase() ?? ""}@inteko.example` },
      "test",
    );
    return { person, post, assignment: await assign(act, { post, person, acting: false, from }) };
  });
}

/** Runs the clock of this module at the world's moment. */
export async function tick(world: World): Promise<void> {
  const context: JobContext = {
    db: world.db,
    pack: world.pack,
    now: world.now,
    origin: ORIGIN,
    association: world.association,
    house: houseOf(MODULES),
    act: (work) => world.db.transaction().execute((tx) => work(actWithin(tx, { actor: null, now: world.now, pack: world.pack }))),
  };
  await jobs[JOBS.clock]?.(context, {});
}
