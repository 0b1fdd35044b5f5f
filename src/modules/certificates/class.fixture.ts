/** A class for the tests of certificates: a course without a test, a session of two half-days in Huye that is over, and who was there for how long. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { createGathering, partsOf, setClosed } from "#kernel/gathering/gatherings.ts";
import { expectParticipants } from "#kernel/gathering/participants.ts";
import { recordPresence, type NewPresence } from "#kernel/gathering/presence.ts";
import { newId } from "#platform/db/ids.ts";
import { module as courses } from "#modules/courses";
import { module as needs } from "#modules/needs";
import { module as people } from "#modules/people";
import { module as plans } from "#modules/plans";
import { module as questionnaires } from "#modules/questionnaires";
import { module as sessions } from "#modules/sessions";
import { module as tests } from "#modules/tests";
import type { CastName } from "#test/support/cast.ts";
import type { World } from "#test/support/world.ts";
import { module } from "./module.ts";

export const MODULES = [people, questionnaires, needs, courses, plans, sessions, tests, { ...module, needs: [] }];

/** Minutes of 480 for which each was there; absent people 0. */
export const STAYED = { beata: 480, pacifique: 384, esperance: 360, jeanbosco: 0 } as const satisfies Partial<Record<CastName, number>>;

export interface ClassScene {
  readonly session: string;
  readonly course: string;
  readonly gathering: string;
  readonly enrolments: Readonly<Record<keyof typeof STAYED, string>>;
}

async function courseIn(world: World, act: Act<any>): Promise<string> {
  const [course, version] = [newId(), newId()];
  await sql`insert into courses.course (id, organisation, code, recorded_at) values (${course}, ${world.association}, ${`C${course.slice(0, 8)}`}, ${act.now})`.execute(
    act.tx,
  );
  await sql`
    insert into courses.version (id, course, number, state, title, modality, domain, published_at, recorded_at)
    values (${version}, ${course}, 1, 'published', '{"en": "Complaint handling", "fr": "Traitement des plaintes", "rw": "Gukemura ibibazo by’abaturage"}',
      'short_course', 'CMP', ${act.now}, ${act.now})`.execute(act.tx);
  await sql`insert into courses.module (id, version, position, title, objective, minutes, practical_minutes, method)
    values (${newId()}, ${version}, 1, '{"en": "All of it"}', '{"en": "All of it"}', 480, 240, 'exercise')`.execute(act.tx);
  return course;
}

async function sessionOf(world: World, act: Act<any>, course: string): Promise<{ session: string; gathering: string }> {
  const session = newId();
  const half = (day: string) => ({
    day,
    half: "morning" as const,
    startsAt: new Date(`${day}T08:30:00+02:00`),
    endsAt: new Date(`${day}T12:30:00+02:00`),
  });
  const gathering = await createGathering(act, {
    kind: "sessions.session",
    about: session,
    organisation: world.association,
    mode: "physical",
    place: "Huye",
    territory: null,
    link: null,
    parts: [half("2025-11-11"), half("2025-11-12")],
  });
  await sql`
    insert into sessions.session (id, reference, title, language, course, organisation, gathering, mandate, mandate_language, state, mode, from_day, to_day,
      places, modality, nominations_close, recorded_at)
    values (${session}, ${session.slice(0, 8)}, 'Faster answers to complaints', 'en', ${course}, ${world.association}, ${gathering}, 'Asked for', 'en',
      'delivered', 'physical', '2025-11-11', '2025-11-12', 10, 'short_course', '2025-10-20', ${act.now})`.execute(act.tx);
  return { session, gathering };
}

async function presence(act: Act<any>, scene: Omit<ClassScene, "course">): Promise<void> {
  const parts = await partsOf(act.tx, [scene.gathering]);
  const rows = Object.entries(STAYED).flatMap(([name, minutes]) =>
    parts.flatMap((part, nth): NewPresence[] => {
      const here = Math.max(0, Math.min(240, minutes - nth * 240));
      const participant = scene.enrolments[name as keyof typeof STAYED];
      const common = {
        id: newId(),
        part: part.id,
        participant,
        mode: "physical" as const,
        certainty: "verified" as const,
        source: "",
        device: null,
        voids: null,
        reason: null,
      };
      return here === 0
        ? [{ ...common, kind: "absent", method: "decision", from: part.startsAt, to: null }]
        : [{ ...common, kind: "stayed", method: "paper", from: part.startsAt, to: new Date(part.startsAt.getTime() + here * 60_000) }];
    }),
  );
  await recordPresence(act, scene.gathering, rows);
}

/** Makes the class. Solange took attendance, Olivier taught. `open`: the attendance list is left open. */
export async function classScene(world: World, open = false): Promise<ClassScene> {
  const huye = await world.organisation("Huye");
  const actors = Object.fromEntries(
    await Promise.all((Object.keys(STAYED) as (keyof typeof STAYED)[]).map(async (name) => [name, await world.actor(name)] as const)),
  );
  const olivier = await world.actor("olivier");
  return world.act("solange", async (act) => {
    const course = await courseIn(world, act);
    const { session, gathering } = await sessionOf(world, act, course);
    await sql`insert into sessions.trainer (id, session, person, state, token) values (${newId()}, ${session}, ${olivier.person}, 'confirmed', ${session})`.execute(
      act.tx,
    );
    const enrolments: Record<string, string> = {};
    for (const [name, actor] of Object.entries(actors)) {
      const id = newId();
      enrolments[name] = id;
      await sql`
        insert into sessions.enrolment (id, session, person, post, organisation, entity, learner, state, mode, token, nominated_at)
        values (${id}, ${session}, ${actor.person}, ${actor.post}, ${actor.organisation ?? huye}, ${huye}, 'new', 'confirmed', 'physical', ${id}, ${act.now})`.execute(
        act.tx,
      );
      await expectParticipants(act as never, gathering, [
        { id, person: actor.person, post: actor.post, organisation: huye, mode: "physical" },
      ]);
    }
    const scene = { session, course, gathering, enrolments: enrolments as ClassScene["enrolments"] };
    await presence(act, scene);
    if (!open) await setClosed(act as never, gathering, act.now);
    await act.journal({ kind: "test.class", subject: { kind: "sessions.session", id: session }, payload: {} });
    return scene;
  });
}
