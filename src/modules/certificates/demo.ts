/** Demonstration of certificates: outcomes of every session that was held, decided by the rule on a day after it, and the papers issued. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { actorFor } from "#kernel/access/session.ts";
import { addDays, startOfDay } from "#kernel/calendar/day.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { newId } from "#platform/db/ids.ts";
import { decideOutcomes, SESSION, sessionsWhere } from "#modules/sessions";
import { certificateRows, insertCertificates, signatoryOn } from "./actions.ts";
import { decidable, outcomesOf, type Outcomes } from "./outcomes.ts";

async function holderWith(demo: DemoContext, role: Role): Promise<Actor | null> {
  const types = demo.pack.postTypes.filter((type) => type.roles.includes(role)).map((type) => type.code);
  const { rows } = await sql<{ post: string; person: string }>`
    select p.id as post, a.person from registry.post p join registry.assignment a on a.post = p.id and a.to_day is null
    where p.organisation = ${demo.association} and p.post_type = any(${types}::text[]) order by p.post_type, p.seat, a.acting limit 1`.execute(
    demo.db,
  );
  const [held] = rows;
  return held === undefined ? null : actorFor(demo.db, demo.pack, held.person, demo.today, held.post);
}

/** Days after the last day on which outcomes are decided; sessions of the last days still wait. */
const DECIDED_AFTER = 6;

async function decideOne(demo: DemoContext, act: Act<any>, outcomes: Outcomes): Promise<void> {
  const rows = decidable(outcomes);
  if (rows.length === 0) return;
  const { session, course } = outcomes;
  await decideOutcomes(
    act,
    session.id,
    rows.map((row) => ({ enrolment: row.enrolment.id, outcome: row.suggestion.outcome ?? "attended_only", minutes: row.known.minutes })),
  );
  const passed = rows.filter((row) => row.suggestion.outcome === "competent");
  const on = addDays(session.to, DECIDED_AFTER);
  const signatory = await signatoryOn(act, session.organisation, on);
  const people = passed.map(({ enrolment }) => ({ enrolment: enrolment.id, person: enrolment.person, name: enrolment.personName }));
  await insertCertificates(act, certificateRows(act, { session, course, signatory, on }, people));
  if (passed.length > 0)
    await act.journal({
      kind: "certificates.issued",
      subject: { kind: SESSION, id: session.id },
      member: demo.association,
      payload: { certificates: passed.length },
    });
}

/** One certificate in a few hundred was printed with a wrong name, and one exception waits: so that both can be seen. */
async function unusual(demo: DemoContext, act: Act<any>, waiting: Outcomes | undefined): Promise<void> {
  const row = waiting?.rows.find((one) => one.suggestion.because === "too_little" && one.exception === null);
  if (row === undefined) return;
  await sql`insert into certificates.exception (id, session, enrolment, reason, language, state, asked_post, asked_person, asked_at)
    values (${newId()}, ${row.enrolment.session}, ${row.enrolment.id},
      'Called to a landslide in her sector on the second morning; she made up the practical part with the trainer on the last evening.',
      'en', 'asked', ${act.author.post}, ${act.author.person}, ${act.now})`.execute(act.tx);
  await act.journal({
    kind: "certificates.exception.asked",
    subject: { kind: SESSION, id: row.enrolment.session },
    member: demo.association,
    payload: { enrolment: row.enrolment.id },
  });
}

/** The whole demonstration of this module. Sessions of the last days are left to be decided: that is the coordinator’s work of the day. */
export async function demo(demo: DemoContext): Promise<void> {
  const coordinator = await holderWith(demo, "training_coordinator");
  const states = ["delivered", "evaluated", "follow_up", "closed"] as const;
  const sessions = await sessionsWhere(demo.db, { states, to: demo.today, limit: 500, offset: 0 });
  if (coordinator === null || sessions.length === 0) return;
  const all = await outcomesOf(
    demo.db,
    sessions.map((session) => session.id),
  );
  for (const session of sessions) {
    const outcomes = all.get(session.id);
    const on = addDays(session.to, DECIDED_AFTER);
    if (outcomes === undefined || on >= demo.today) continue;
    const at = new Date(startOfDay(on, demo.pack.timeZone).getTime() + 9 * 3_600_000);
    await demo.act(coordinator, at, (act: Act) => decideOne(demo, act, outcomes));
  }
  const latest = sessions.findLast((session) => addDays(session.to, DECIDED_AFTER) >= demo.today);
  const at = new Date(startOfDay(demo.today, demo.pack.timeZone).getTime() - 15 * 3_600_000);
  await demo.act(coordinator, at, async (act: Act) => {
    await unusual(demo, act, latest === undefined ? undefined : all.get(latest.id));
    await act.journal({
      kind: "certificates.demo",
      subject: { kind: "organisation", id: demo.association },
      payload: { sessions: sessions.length },
    });
  });
}
