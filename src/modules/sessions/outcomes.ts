/** What came of a session for each person: who attended, who is competent, who applied it; each written to her portfolio as well. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { presenceOf } from "#kernel/gathering/presence.ts";
import { coursesByIds } from "#modules/courses";
import { dropEntries, keepEntries, type NewEntry } from "#kernel/portfolio/portfolio.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { EnrolmentState, SessionState } from "./flows.ts";
import { p } from "./problems.ts";
import { ENROLMENT, SESSION, type Outcome } from "./schema.ts";

/** What was decided about one person. Minutes are those she was present; read from the attendance list unless told. */
export interface Decided {
  readonly enrolment: string;
  readonly outcome: Outcome;
  readonly minutes?: number | null;
}

/** Whether one person came; minutes as above. */
export interface Came {
  readonly enrolment: string;
  readonly attended: boolean;
  readonly minutes?: number | null;
}

const HELD: ReadonlySet<SessionState> = new Set(["running", "delivered", "evaluated", "follow_up", "closed"]);
/** States from which attendance and outcomes are decided, and decided again when the list was corrected. */
const DECIDABLE: readonly EnrolmentState[] = ["invited", "confirmed", "attended", "absent", "competent", "attended_only", "applied"];

interface HeldSession {
  id: string;
  reference: string;
  course: string;
  /** Under which a portfolio knows the course again. */
  courseCode: string | null;
  title: string;
  language: string;
  organisation: string;
  state: SessionState;
  gathering: string;
  from_day: string;
  to_day: string;
  modality: string;
  domain: string | null;
  programme: string | null;
}

async function heldSession(act: Act<any>, id: string): Promise<HeldSession> {
  const session = (await act.tx
    .selectFrom("sessions.session")
    .select(["id", "reference", "course", "title", "language", "organisation", "state", "gathering", "from_day", "to_day"])
    .select(["modality", "domain", "programme"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()) as Omit<HeldSession, "courseCode"> | undefined;
  if (session === undefined) throw new Problem(p.noSession);
  if (!HELD.has(session.state)) throw new Problem(p.notHeld);
  const course = (await coursesByIds(act.tx, [session.course])).get(session.course);
  return { ...session, courseCode: course?.code ?? null };
}

interface Settled {
  id: string;
  person: string;
  post: string | null;
  post_type: string | null;
  organisation: string;
  tier: string | null;
  age_band: string | null;
  state: EnrolmentState;
}

interface NewState {
  readonly enrolment: string;
  readonly state: EnrolmentState;
  readonly outcome: Outcome | null;
}

/** Sets states in one statement. Who has applied it stays so. Throws when one of them is not in the session. */
async function settle(act: Act<any>, session: string, states: readonly NewState[]): Promise<Settled[]> {
  const { rows } = await sql<Settled>`
    update sessions.enrolment e
    set state = case when e.state = 'applied' and g.state <> 'absent' then e.state else g.state end, outcome = g.outcome, settled_at = ${act.now}
    from unnest(${states.map((each) => each.enrolment)}::uuid[], ${states.map((each) => each.state)}::text[],
      ${states.map((each) => each.outcome)}::text[]) as g (id, state, outcome)
    where e.id = g.id and e.session = ${session} and e.state = any(${[...DECIDABLE]}::text[])
    returning e.id, e.person, e.post, e.post_type, e.organisation, e.tier, e.age_band, e.state`.execute(act.tx);
  if (rows.length !== new Set(states.map((each) => each.enrolment)).size) throw new Problem(p.notEnrolled);
  return rows;
}

type Minutes = ReadonlyMap<string, number | null>;

async function minutesOf(
  act: Act<any>,
  session: HeldSession,
  told: readonly { readonly enrolment: string; readonly minutes?: number | null }[],
): Promise<Minutes> {
  if (told.every((each) => each.minutes !== undefined)) return new Map(told.map((each) => [each.enrolment, each.minutes ?? null]));
  const present = await presenceOf(act.tx as never, session.gathering);
  return new Map(present.map((each) => [each.participant, each.minutes]));
}

function entryOf(session: HeldSession, row: Settled, minutes: Minutes, outcome: "attended" | "competent"): NewEntry {
  return {
    id: row.id,
    person: row.person,
    kind: ENROLMENT,
    about: { kind: SESSION, id: session.id },
    course: session.courseCode,
    title: session.title,
    language: session.language,
    modality: session.modality,
    domain: session.domain,
    programme: session.programme,
    post: row.post,
    postType: row.post_type,
    organisation: row.organisation,
    tier: row.tier,
    ageBand: row.age_band,
    from: session.from_day,
    to: session.to_day,
    minutes: minutes.get(row.id) ?? null,
    outcome,
    certainty: "verified",
    source: session.reference,
  };
}

async function write(
  act: Act<any>,
  session: HeldSession,
  states: readonly NewState[],
  minutes: Minutes,
): Promise<Readonly<Record<string, number>>> {
  const rows = await settle(act, session.id, states);
  const decided = new Map(states.map((each) => [each.enrolment, each.state]));
  const gone = rows.filter((row) => decided.get(row.id) === "absent").map((row) => row.id);
  if (gone.length > 0) await dropEntries(act, gone);
  const here = rows.filter((row) => decided.get(row.id) !== "absent");
  await keepEntries(
    act,
    here.map((row) => entryOf(session, row, minutes, decided.get(row.id) === "competent" ? "competent" : "attended")),
  );
  const counts: Record<string, number> = {};
  for (const state of decided.values()) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/**
 * Writes who attended, when the attendance list is closed: `attended` or `absent`, with an entry in the portfolio of those who came.
 * Whose outcome was decided before keeps nothing of it. Whoever calls it has checked that the actor may. At most seven queries.
 */
export async function markAttendance(act: Act<any>, id: string, came: readonly Came[]): Promise<void> {
  const session = await heldSession(act, id);
  const states = came.map((each): NewState => ({
    enrolment: each.enrolment,
    state: each.attended ? "attended" : "absent",
    outcome: each.attended ? null : "absent",
  }));
  const counts = await write(act, session, states, await minutesOf(act, session, came));
  await act.journal({
    kind: "sessions.attendance.marked",
    subject: { kind: SESSION, id },
    member: session.organisation,
    payload: { attended: counts["attended"] ?? 0, absent: counts["absent"] ?? 0 },
  });
}

/**
 * Decides outcomes of a session that was held, all in one set: states move, portfolios are written, the journal is told once. May be
 * called again: a test passed later makes somebody competent. Whoever calls it has checked that the actor may. At most seven queries.
 */
export async function decideOutcomes(act: Act<any>, id: string, outcomes: readonly Decided[]): Promise<void> {
  const session = await heldSession(act, id);
  const states = outcomes.map((each): NewState => ({ enrolment: each.enrolment, state: each.outcome, outcome: each.outcome }));
  const counts = await write(act, session, states, await minutesOf(act, session, outcomes));
  await act.journal({
    kind: "sessions.outcomes.decided",
    subject: { kind: SESSION, id },
    member: session.organisation,
    payload: { competent: counts["competent"] ?? 0, attended_only: counts["attended_only"] ?? 0, absent: counts["absent"] ?? 0 },
  });
}

/** Notes that people applied at work what they learned, after their tasks were verified. Throws when one of them was not there. Two queries. */
export async function enrolmentsApplied(act: Act<any>, enrolments: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; session: string; entity: string }>`
    update sessions.enrolment set state = 'applied'
    where id = any(${[...enrolments]}::uuid[]) and state in ('attended', 'attended_only', 'competent', 'applied')
    returning id, session, entity`.execute(act.tx);
  if (rows.length !== new Set(enrolments).size) throw new Problem(p.notThere);
  const [only] = rows;
  if (only === undefined) return;
  const one = rows.length === 1;
  await act.journal({
    kind: "sessions.enrolment.applied",
    subject: one ? { kind: ENROLMENT, id: only.id } : { kind: SESSION, id: only.session },
    member: one ? only.entity : null,
    payload: { people: rows.length },
  });
}

/** Notes that one person applied at work what she learned. */
export async function enrolmentApplied(act: Act<any>, enrolment: string): Promise<void> {
  await enrolmentsApplied(act, [enrolment]);
}
