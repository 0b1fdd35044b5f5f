/** A class for the tests of this module: a course with a test of four questions and an evaluation, a session in Huye, six people in it. */
import { sql } from "kysely";
import { actWithin, type Act } from "#kernel/access/act.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { createGathering } from "#kernel/gathering/gatherings.ts";
import { workbookBytes } from "#kernel/questionnaire/example.ts";
import { importInstrument, publishVersion } from "#kernel/questionnaire/store.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { newId } from "#platform/db/ids.ts";
import type { Cell, Sheet } from "#platform/tabular/workbook.ts";
import { module as courses } from "#modules/courses";
import { module as needs } from "#modules/needs";
import { module as people } from "#modules/people";
import { module as plans } from "#modules/plans";
import { module as questionnaires } from "#modules/questionnaires";
import { module as sessions } from "#modules/sessions";
import type { CastName } from "#test/support/cast.ts";
import type { World } from "#test/support/world.ts";
import { CLOCK, jobs } from "./jobs.ts";
import { module } from "./module.ts";

export const MODULES = [people, questionnaires, needs, courses, plans, sessions, module];
export const ORIGIN = "https://inteko.example";

/** What the scene holds; enrolments by the name of the person. */
export interface ClassScene {
  readonly session: string;
  readonly tests: Readonly<Record<"pre" | "post" | "retake" | "evaluation", string>>;
  readonly enrolments: Readonly<Record<string, string>>;
  readonly trainer: CastName;
}

const sheet = (name: string, rows: Cell[][]): Sheet => ({ name, rows, merged: [], formulas: [] });

/** Four questions on minutes; “a” is right in the first three, “b” in the fourth, which is worth two points. */
const TEST: Sheet[] = [
  sheet("survey", [
    ["type", "name", "label", "required", "correct", "points"],
    ["select_one abc", "q1", "Who signs the minutes?", "yes", "a", "1"],
    ["select_one abc", "q2", "When are they read?", "yes", "a", "1"],
    ["select_one abc", "q3", "Who may correct them?", "yes", "a", "1"],
    ["select_one abc", "q4", "What makes them hold in an appeal?", "yes", "b", "2"],
  ]),
  sheet("choices", [
    ["list_name", "name", "label"],
    ["abc", "a", "Answer A"],
    ["abc", "b", "Answer B"],
    ["abc", "c", "Answer C"],
  ]),
  sheet("settings", [
    ["form_title", "form_id", "version", "default_language"],
    ["Minutes", "minutes_test", "1", "English (en)"],
  ]),
];

const EVALUATION: Sheet[] = [
  sheet("survey", [
    ["type", "name", "label", "required"],
    ["select_one mark", "useful", "How useful was it?", "yes"],
    ["text", "change", "What should change?", null],
  ]),
  sheet("choices", [["list_name", "name", "label"], ...[1, 2, 3, 4, 5].map((mark): Cell[] => ["mark", String(mark), `Mark ${mark}`])]),
  sheet("settings", [
    ["form_title", "form_id", "version", "default_language"],
    ["Evaluation", "evaluation", "1", "English (en)"],
  ]),
];

async function keep(act: Act<any>, organisation: string, code: string, sheets: Sheet[]): Promise<string> {
  const bytes = await workbookBytes(sheets);
  const { version } = await importInstrument(act, { organisation, code, title: code, language: "en", bytes, fileName: `${code}.xlsx` });
  await publishVersion(act, version);
  return version;
}

/** A course in force with its questionnaires. */
async function courseIn(world: World, act: Act<any>): Promise<string> {
  const [test, evaluation] = [
    await keep(act, world.association, "minutes-test", TEST),
    await keep(act, world.association, "evaluation", EVALUATION),
  ];
  const [course, version] = [newId(), newId()];
  await sql`insert into courses.course (id, organisation, code, recorded_at) values (${course}, ${world.association}, 'MIN', ${act.now})`.execute(
    act.tx,
  );
  await sql`
    insert into courses.version (id, course, number, state, title, modality, domain, pre_test, post_test, evaluation, published_at, recorded_at)
    values (${version}, ${course}, 1, 'published', '{"en": "Minutes"}', 'short_course', 'DEC', ${test}, ${test}, ${evaluation}, ${act.now}, ${act.now})`.execute(
    act.tx,
  );
  return course;
}

const NAMES = ["Alice Umutoni", "Bernard Mugisha", "Cecile Uwase", "Damas Habineza", "Emma Ingabire", "Felix Kagabo"];

async function enrol(act: Act<any>, session: string, person: string, organisation: string): Promise<string> {
  const id = newId();
  await sql`
    insert into sessions.enrolment (id, session, person, organisation, entity, learner, state, mode, token, nominated_at)
    values (${id}, ${session}, ${person}, ${organisation}, ${organisation}, 'new', 'confirmed', 'physical', ${id}, ${act.now})`.execute(
    act.tx,
  );
  return id;
}

/** Makes the class; the session lasts from 17 to 18 November 2025 and Olivier teaches it. Pacifique of Huye takes part with an account. */
export async function classScene(world: World, state = "running"): Promise<ClassScene> {
  const huye = await world.organisation("Huye");
  const [pacifique, olivier] = [await world.actor("pacifique"), await world.actor("olivier")];
  const made = await world.act("claudine", async (act) => {
    const course = await courseIn(world, act);
    const session = newId();
    const half = (day: string, from: string, to: string, name: "morning" | "afternoon") => ({
      day,
      half: name,
      startsAt: new Date(`${day}T${from}:00+02:00`),
      endsAt: new Date(`${day}T${to}:00+02:00`),
    });
    const gathering = await createGathering(act, {
      kind: "sessions.session",
      about: session,
      organisation: world.association,
      mode: "physical",
      place: "Huye",
      territory: null,
      link: null,
      parts: [half("2025-11-17", "08:30", "12:30", "morning"), half("2025-11-18", "08:30", "12:30", "morning")],
    });
    await sql`
      insert into sessions.session (id, reference, title, language, course, organisation, gathering, mandate, mandate_language, state, mode, from_day,
        to_day, places, modality, nominations_close, recorded_at)
      values (${session}, ${session.slice(0, 8)}, 'Minutes that hold in an appeal', 'en', ${course}, ${world.association}, ${gathering}, 'Asked for', 'en',
        ${state}, 'physical', '2025-11-17', '2025-11-18', 10, 'short_course', '2025-10-27', ${act.now})`.execute(act.tx);
    await sql`insert into sessions.trainer (id, session, person, state, token) values (${newId()}, ${session}, ${olivier.person}, 'confirmed', ${session})`.execute(
      act.tx,
    );
    const enrolments: Record<string, string> = { Pacifique: await enrol(act, session, pacifique.person, huye) };
    for (const name of NAMES) {
      const email = `${name.split(" ")[0]?.toLowerCase()}@inteko.example`;
      const person = await addPerson(act, { fullName: name, sex: "F", email }, "test");
      enrolments[name.split(" ")[0] ?? ""] = await enrol(act, session, person, huye);
    }
    return { session, enrolments };
  });
  await tick(world);
  const { rows } = await sql<{ id: string; kind: string }>`select id, kind from tests.test where session = ${made.session}`.execute(
    world.db,
  );
  const tests = Object.fromEntries(rows.map((row) => [row.kind, row.id])) as ClassScene["tests"];
  return { ...made, tests, trainer: "olivier" };
}

/** Runs the clock of this module at the world’s moment. */
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
  await jobs[CLOCK]?.(context, {});
}

/** Puts people’s scores in as papers do not: straight rows, for figures that need a whole class. */
export async function putResults(
  world: World,
  scene: ClassScene,
  kind: "pre" | "post",
  scores: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const key = ["a", "a", "a", "b"];
  for (const [name, given] of Object.entries(scores)) {
    const earned = given.map((choice, index): number => (choice === key[index] ? (index === 3 ? 2 : 1) : 0));
    await sql`
      insert into tests.result (id, test, session, kind, enrolment, given, earned, points, most, happened_on, source, recorded_at)
      values (${newId()}, ${scene.tests[kind]}, ${scene.session}, ${kind}, ${scene.enrolments[name]}, ${[...given]}::text[],
        ${earned}::int[], ${earned.reduce((sum, one) => sum + one, 0)}, 5, '2025-11-17', 'web', ${world.now})`.execute(world.db);
  }
}
