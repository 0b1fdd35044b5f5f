/** Enrolments written in one statement, with post, organisation, age band and supervisor as they are on the day. */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { addMonths, type Day } from "#kernel/calendar/day.ts";
import type { GroupMember } from "#kernel/registry/groups.ts";
import { supervisorsOf } from "#kernel/registry/supervisors.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { newId } from "#platform/db/ids.ts";
import type { EnrolmentState } from "./flows.ts";
import { ageBandOf, learnerKind } from "./rules.ts";

/** A row of `sessions.enrolment`, as it is inserted. */
export interface EnrolmentRow {
  readonly id: string;
  readonly session: string;
  readonly person: string;
  readonly post: string | null;
  readonly post_type: string | null;
  readonly organisation: string;
  readonly entity: string;
  readonly tier: string | null;
  readonly sex: "F" | "M" | null;
  readonly age_band: string | null;
  readonly learner: "new" | "returning";
  readonly supervisor: string | null;
  readonly state: EnrolmentState;
  readonly waiting: boolean;
  readonly outcome: null;
  readonly mode: "physical" | "online";
  readonly access_needs: readonly string[];
  readonly disability: string | null;
  readonly transport_band: string | null;
  readonly token: string;
  readonly replaces: string | null;
  readonly nominated_by: string | null;
  readonly nominated_post: string | null;
  readonly decided_by: string | null;
  readonly decided_post: string | null;
  readonly reason: null;
  readonly reason_language: null;
  readonly nominated_at: Date;
  readonly decided_at: Date | null;
  readonly invited_at: Date | null;
  readonly reminded_at: Date | null;
  readonly answered_at: Date | null;
  readonly settled_at: null;
}

/** A token for a personal link: 128 random bits. */
export const newToken = (): string => randomBytes(16).toString("base64url");

/** Rows of one statement. */
const AT_ONCE = 2000;

/** Inserts enrolments, thousands in one statement. */
export async function insertEnrolments(act: Act<any>, rows: readonly EnrolmentRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await sql`
      insert into sessions.enrolment
      select * from jsonb_populate_recordset(null::sessions.enrolment, ${JSON.stringify(rows.slice(at, at + AT_ONCE))}::jsonb)`.execute(
      act.tx,
    );
}

/** How a new enrolment begins. */
export interface Beginning {
  readonly session: { readonly id: string; readonly from: Day; readonly mode: "physical" | "online" | "hybrid" };
  readonly entity: string;
  readonly state: EnrolmentState;
  readonly replaces?: string | null;
  /** Who named and who approved, when it is not the actor now. */
  readonly named?: { readonly person: string | null; readonly post: string | null };
  readonly decided?: { readonly person: string | null; readonly post: string | null };
  /** Of these many members, in order, the first take seats and the others wait. */
  readonly free: number;
}

interface Born {
  id: string;
  birth_year: number | null;
  tier: string | null;
  organisation: string;
}

/** Enrolment rows of some members of a group. Three queries, whatever their number. */
export async function rowsFor(act: Act<any>, members: readonly GroupMember[], begin: Beginning): Promise<EnrolmentRow[]> {
  const { rows } = await sql<Born>`
    select h.id, h.birth_year, o.tier, o.id as organisation
    from unnest(${members.map((member) => member.person)}::uuid[], ${members.map((member) => member.organisation)}::uuid[]) as g (person, organisation)
    join registry.person h on h.id = g.person join registry.organisation o on o.id = g.organisation`.execute(act.tx);
  const born = new Map(rows.map((row) => [row.id, row]));
  const supervisors = await supervisorsOf(
    act.tx as never,
    act.pack,
    members.map((member) => member.post),
    act.today,
  );
  const months = numberOf(await ruleSetFor(act.tx as never, "staffing", act.today), "new_in_post");
  return members.map((member, index) => ({
    id: newId(),
    session: begin.session.id,
    person: member.person,
    post: member.post,
    post_type: member.postType,
    organisation: member.organisation,
    entity: begin.entity,
    tier: born.get(member.person)?.tier ?? null,
    sex: member.sex,
    age_band: ageBandOf(act.pack, born.get(member.person)?.birth_year ?? null, begin.session.from),
    learner: learnerKind(member.since, begin.session.from, addMonths(begin.session.from, -months)),
    supervisor: supervisors.get(member.post) ?? null,
    state: begin.state,
    waiting: index >= begin.free,
    outcome: null,
    mode: begin.session.mode === "online" ? "online" : "physical",
    access_needs: [],
    disability: null,
    transport_band: null,
    token: newToken(),
    replaces: begin.replaces ?? null,
    nominated_by: begin.named === undefined ? act.author.person : begin.named.person,
    nominated_post: begin.named === undefined ? act.author.post : begin.named.post,
    decided_by: begin.decided?.person ?? null,
    decided_post: begin.decided?.post ?? null,
    reason: null,
    reason_language: null,
    nominated_at: act.now,
    decided_at: begin.decided === undefined ? null : act.now,
    invited_at: begin.state === "invited" ? act.now : null,
    reminded_at: null,
    answered_at: null,
    settled_at: null,
  }));
}
