/** Learners of a finished session for the tests of follow-ups: Béata of Ngoma in Huye, whose work Vestine’s post sees, and Pacifique. */
import { sql } from "kysely";
import { actWithin, type Act } from "#kernel/access/act.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { createGathering } from "#kernel/gathering/gatherings.ts";
import { newId } from "#platform/db/ids.ts";
import { module as courses } from "#modules/courses";
import { module as needs } from "#modules/needs";
import { module as people } from "#modules/people";
import { module as plans } from "#modules/plans";
import { module as questionnaires } from "#modules/questionnaires";
import { module as sessions } from "#modules/sessions";
import type { CastName } from "#test/support/cast.ts";
import type { World } from "#test/support/world.ts";
import { module } from "./module.ts";

export const MODULES = [people, questionnaires, needs, courses, plans, sessions, { ...module, needs: [] }];
export const ORIGIN = "https://inteko.example";

export interface WorkScene {
  readonly session: string;
  readonly enrolments: Readonly<Record<"beata" | "pacifique", string>>;
  /** The post that sees their work: the District Executive Secretary of Huye. */
  readonly supervisor: string;
}

async function course(world: World, act: Act<any>): Promise<string> {
  const [id, version] = [newId(), newId()];
  await sql`insert into courses.course (id, organisation, code, recorded_at) values (${id}, ${world.association}, ${`W${id.slice(0, 8)}`}, ${act.now})`.execute(
    act.tx,
  );
  await sql`
    insert into courses.version (id, course, number, state, title, modality, domain, published_at, recorded_at)
    values (${version}, ${id}, 1, 'published', '{"en": "Complaint handling"}', 'short_course', 'CMP', ${act.now}, ${act.now})`.execute(
    act.tx,
  );
  return id;
}

/** A session that ended on a day; both learners were found competent. */
export async function workScene(world: World, ended = "2025-11-12"): Promise<WorkScene> {
  const huye = await world.organisation("Huye");
  const vestine = await world.actor("vestine");
  const olivier = await world.actor("olivier");
  const learners = { beata: await world.actor("beata"), pacifique: await world.actor("pacifique") };
  return world.act("solange", async (act) => {
    const session = newId();
    const half = {
      day: ended,
      half: "morning" as const,
      startsAt: new Date(`${ended}T08:30:00+02:00`),
      endsAt: new Date(`${ended}T12:30:00+02:00`),
    };
    const gathering = await createGathering(act, {
      kind: "sessions.session",
      about: session,
      organisation: world.association,
      mode: "physical",
      place: "Huye",
      territory: null,
      link: null,
      parts: [half],
    });
    await sql`
      insert into sessions.session (id, reference, title, language, course, organisation, gathering, mandate, mandate_language, state, mode, from_day, to_day,
        places, modality, nominations_close, recorded_at)
      values (${session}, ${session.slice(0, 8)}, 'Faster answers to complaints', 'en', ${await course(world, act)}, ${world.association}, ${gathering},
        'Asked for', 'en', 'delivered', 'physical', ${ended}, ${ended}, 10, 'short_course', ${ended}, ${act.now})`.execute(act.tx);
    await sql`insert into sessions.trainer (id, session, person, state, token) values (${newId()}, ${session}, ${olivier.person}, 'confirmed', ${session})`.execute(
      act.tx,
    );
    const enrolments: Record<string, string> = {};
    for (const [name, actor] of Object.entries(learners)) {
      const id = newId();
      enrolments[name] = id;
      await sql`
        insert into sessions.enrolment (id, session, person, post, organisation, entity, learner, supervisor, state, outcome, mode, token, nominated_at)
        values (${id}, ${session}, ${actor.person}, ${actor.post}, ${actor.organisation ?? huye}, ${huye}, 'new', ${vestine.post}, 'competent', 'competent',
          'physical', ${id}, ${act.now})`.execute(act.tx);
    }
    await act.journal({ kind: "test.work", subject: { kind: "sessions.session", id: session }, payload: {} });
    return { session, enrolments: enrolments as WorkScene["enrolments"], supervisor: vestine.post ?? "" };
  });
}

/** What jobs are given, at the world’s moment. */
export function jobContext(world: World): JobContext {
  return {
    db: world.db,
    pack: world.pack,
    now: world.now,
    origin: ORIGIN,
    association: world.association,
    house: houseOf(MODULES),
    act: (work) => world.db.transaction().execute((tx) => work(actWithin(tx, { actor: null, now: world.now, pack: world.pack }))),
  };
}

/** The personal links written to somebody, the newest first; `task`: only of questions about it. */
export async function linksTo(world: World, name: CastName, template: string, task: string | null = null): Promise<readonly string[]> {
  const { person } = await world.actor(name);
  const { rows } = await sql<{ link: string }>`
    select link from conversation.message where person = ${person} and template = ${template} and link is not null
      and (${task}::uuid is null or subject in (select id from commitment.reading where commitment = ${task}::uuid))
    order by recorded_at desc, id`.execute(world.db);
  return rows.map((row) => row.link.replace(ORIGIN, ""));
}

/** How many messages of a kind are about a record. */
export async function messagesAbout(world: World, template: string, subject: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from conversation.message where template = ${template} and subject = ${subject}`.execute(world.db);
  return rows[0]?.count ?? 0;
}
