/** The places of the demonstration: each person with the state her session implies, those who declined, those who wait, and who is expected at the door. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import { expectParticipants } from "#kernel/gathering/participants.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { supervisorsOf } from "#kernel/registry/supervisors.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { Random } from "#methods/draw/random.ts";
import { newId } from "#platform/db/ids.ts";
import type { Holder } from "./demo-holders.ts";
import type { Made } from "./demo-sessions.ts";
import { morningOf } from "./demo-schedule.ts";
import { insertEnrolments, newToken, type EnrolmentRow } from "./enrol.ts";
import type { EnrolmentState, SessionState } from "./flows.ts";
import { ageBandOf, learnerKind } from "./rules.ts";

/** The post that names and the one that approves, by organisation. */
interface Officers {
  readonly hr: ReadonlyMap<string, { person: string; post: string }>;
  readonly head: ReadonlyMap<string, { person: string; post: string }>;
}

async function officersWith(demo: DemoContext, role: "hr_director" | "executive_secretary"): Promise<Officers["hr"]> {
  const types = demo.pack.postTypes.filter((type) => type.roles.includes(role)).map((type) => type.code);
  const { rows } = await sql<{ organisation: string; person: string; post: string }>`
    select distinct on (p.organisation) p.organisation, a.person, p.id as post from registry.post p join registry.assignment a on a.post = p.id and a.to_day is null
    where p.post_type = any(${types}::text[]) order by p.organisation, p.seat, a.acting`.execute(demo.db);
  return new Map(rows.map(({ organisation, ...row }) => [organisation, row]));
}

/** Where a place stands, as its session stands. Past places are confirmed: the attendance list says what came of them. */
function stateFor(session: SessionState, random: Random): EnrolmentState {
  const draw = random.uniform();
  if (session === "cancelled") return "withdrawn";
  if (session === "nominations_open") return draw < 0.45 ? "nominated" : "approved";
  if (session === "confirmed") return draw < 0.1 ? "approved" : draw < 0.5 ? "invited" : draw < 0.95 ? "confirmed" : "declined";
  if (session === "ready") return draw < 0.12 ? "invited" : draw < 0.95 ? "confirmed" : "declined";
  return draw < 0.955 ? "confirmed" : draw < 0.985 ? "declined" : "not_approved";
}

interface Told {
  readonly demo: DemoContext;
  readonly officers: Officers;
  readonly supervisors: ReadonlyMap<string, string>;
  readonly months: number;
  readonly needs: readonly string[];
  readonly bands: readonly string[];
}

const DECIDED: ReadonlySet<EnrolmentState> = new Set(["approved", "not_approved", "invited", "confirmed", "declined", "withdrawn"]);
const INVITED: ReadonlySet<EnrolmentState> = new Set(["invited", "confirmed", "declined", "withdrawn"]);

function rowOf(told: Told, made: Made, holder: Holder, random: Random): EnrolmentRow {
  const { demo } = told;
  const state = stateFor(made.slot.state, random);
  const said = state === "confirmed";
  const at = (before: number): Date => {
    const day = addDays(made.slot.from, -before);
    return morningOf(demo, day < demo.today ? day : addDays(demo.today, -1));
  };
  const hr = told.officers.hr.get(holder.entity);
  const head = DECIDED.has(state) ? told.officers.head.get(holder.entity) : undefined;
  return {
    id: newId(),
    session: made.id,
    person: holder.person,
    post: holder.post,
    post_type: holder.postType,
    organisation: holder.organisation,
    entity: holder.entity,
    tier: holder.tier,
    sex: holder.sex,
    age_band: ageBandOf(demo.pack, holder.birthYear, made.slot.from),
    learner: learnerKind(holder.precision === "day" ? holder.from : null, made.slot.from, addMonths(made.slot.from, -told.months)),
    supervisor: told.supervisors.get(holder.post) ?? null,
    state,
    waiting: false,
    outcome: null,
    mode: made.slot.mode === "online" || (made.slot.mode === "hybrid" && random.uniform() < 0.3) ? "online" : "physical",
    access_needs: said && random.uniform() < 0.05 ? [random.pick(told.needs)] : [],
    disability: null,
    transport_band: said && random.uniform() < 0.8 ? random.pick(told.bands) : null,
    token: newToken(),
    replaces: null,
    nominated_by: hr?.person ?? null,
    nominated_post: hr?.post ?? null,
    decided_by: head?.person ?? null,
    decided_post: head?.post ?? null,
    reason: null,
    reason_language: null,
    nominated_at: at(32),
    decided_at: DECIDED.has(state) ? at(28) : null,
    invited_at: INVITED.has(state) ? at(14) : null,
    reminded_at: null,
    answered_at: said || state === "declined" ? at(11) : null,
    settled_at: null,
  };
}

/** Seats stay empty in coming sessions: names are still being given, in one of them far too few. */
function named(made: Made, today: Day): readonly Holder[] {
  if (made.slot.state !== "nominations_open") return made.slot.state === "planned" ? [] : made.people;
  const share = made.nominationsClose < addDays(today, 9) ? 0.35 : 0.6;
  return made.people.filter((_, index) => index % 20 < share * 20);
}

/** Names people for every session and expects those who were invited. Two queries for each gathering, one statement for 2,000 places. */
export async function enrolDemo(demo: DemoContext, act: Act<any>, made: readonly Made[], random: Random): Promise<void> {
  const posts = [...new Set(made.flatMap((one) => one.people.map((holder) => holder.post)))];
  const told: Told = {
    demo,
    officers: { hr: await officersWith(demo, "hr_director"), head: await officersWith(demo, "executive_secretary") },
    supervisors: await supervisorsOf(demo.db, demo.pack, posts, demo.today),
    months: numberOf(await ruleSetFor(demo.db, "staffing", demo.today), "new_in_post"),
    needs: codesOf(demo.pack, "access_need").map((code) => code.code),
    bands: codesOf(demo.pack, "transport_band").map((code) => code.code),
  };
  const rows = made.map((one) => named(one, demo.today).map((holder) => rowOf(told, one, holder, random)));
  await insertEnrolments(act, rows.flat());
  for (const [index, one] of made.entries())
    await expectParticipants(
      act as never,
      one.gathering,
      (rows[index] ?? []).filter((row) => row.state === "invited" || row.state === "confirmed"),
    );
  await act.journal({
    kind: "sessions.demo.places",
    subject: { kind: "organisation", id: demo.association },
    payload: { places: rows.flat().length },
  });
}
