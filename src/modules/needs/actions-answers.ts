/** Takes submitted answers into the sums of a round, and takes them out again when they are withdrawn. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { ratingsOf } from "#kernel/questionnaire/capacity.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import type { Answered, Sitting } from "#kernel/questionnaire/sitting.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import { theRound } from "./queries.ts";
import { ratingsFrom, sharesOf, type Rating, type Share } from "./tally.ts";
import { p } from "./problems.ts";

/** Where sums are kept: one cell a field below this. */
export interface CellPlace {
  readonly round: string;
  readonly member: string;
  readonly organisation: string;
  readonly postType: string;
  readonly source: string;
}

/** Adds what one respondent or record says to the sums, or takes it away with `sign` −1. One statement; a cell without respondents goes. */
export async function addToCells(act: Act, at: CellPlace, shares: readonly Share[], sign: 1 | -1): Promise<void> {
  if (shares.length === 0) return;
  const column = <V>(pick: (share: Share) => V): V[] => shares.map(pick);
  const signed = (pick: (share: Share) => number): number[] => shares.map((share) => sign * pick(share));
  await sql`
    insert into needs.cell as c (round, member, organisation, post_type, source, domain, respondents, sum_gap, sum_gap_squared,
      sum_current, sum_desired, sum_importance, importance_respondents, causes)
    select ${at.round}::uuid, ${at.member}::uuid, ${at.organisation}::uuid, ${at.postType}, ${at.source}, g.* from unnest(
      ${column((s) => s.domain)}::text[], ${shares.map(() => sign)}::int[], ${signed((s) => s.gap)}::float8[], ${signed((s) => s.gap * s.gap)}::float8[],
      ${signed((s) => s.current)}::float8[], ${signed((s) => s.desired)}::float8[], ${signed((s) => s.importance ?? 0)}::float8[],
      ${signed((s) => (s.importance === null ? 0 : 1))}::int[],
      ${shares.map((s) => json(Object.fromEntries(Object.entries(s.causes).map(([cause, count]) => [cause, sign * count]))))}::jsonb[]) as g
    on conflict (round, organisation, post_type, domain, source) do update set
      respondents = c.respondents + excluded.respondents,
      sum_gap = c.sum_gap + excluded.sum_gap,
      sum_gap_squared = c.sum_gap_squared + excluded.sum_gap_squared,
      sum_current = c.sum_current + excluded.sum_current,
      sum_desired = c.sum_desired + excluded.sum_desired,
      sum_importance = c.sum_importance + excluded.sum_importance,
      importance_respondents = c.importance_respondents + excluded.importance_respondents,
      causes = (select coalesce(jsonb_object_agg(key, total), '{}') from (
        select key, sum(value::int) as total
        from (select * from jsonb_each_text(c.causes) union all select * from jsonb_each_text(excluded.causes)) as both_counts
        group by key having sum(value::int) <> 0) as totals)`.execute(act.tx);
  if (sign === -1)
    await sql`delete from needs.cell where round = ${at.round} and organisation = ${at.organisation} and post_type = ${at.postType}
      and source = ${at.source} and respondents = 0`.execute(act.tx);
}

/** A rating’s respondent: a sitting, or a record of evidence. */
export interface RatedBy extends CellPlace {
  readonly sitting: string | null;
  readonly interview: string | null;
  readonly sex: string | null;
  readonly yearsInPost: number | null;
}

/** Writes ratings row by row into one statement, and their sums. */
export async function rate(act: Act, by: RatedBy, ratings: readonly Rating[]): Promise<void> {
  if (ratings.length === 0) return;
  await act.tx
    .insertInto("needs.rating")
    .values(
      ratings.map((rating) => ({
        year: act.now.getUTCFullYear(),
        member: by.member,
        round: by.round,
        id: newId(),
        organisation: by.organisation,
        source: by.source,
        sitting: by.sitting,
        interview: by.interview,
        post_type: by.postType,
        sex: by.sex,
        years_in_post: by.yearsInPost,
        domain: rating.domain,
        item: rating.item,
        desired: rating.desired,
        current: rating.current,
        importance: rating.importance,
        cause: rating.cause,
        strength: rating.strength,
        bottleneck: rating.bottleneck,
        evidence: rating.evidence,
        confidence: rating.confidence,
      })),
    )
    .execute();
  await addToCells(act, by, sharesOf(ratings), 1);
}

interface Invitation {
  organisation: string;
  post_type: string;
  sitting: string | null;
}

/** Locks the invitation of a post: two answers from one post wait for each other here. */
async function lockInvitation(act: Act, round: string, post: string | null): Promise<Invitation> {
  const { rows } = await sql<Invitation>`
    select organisation, post_type, sitting from needs.invitation where round = ${round} and post = ${post}::uuid for update`.execute(
    act.tx,
  );
  const found = rows[0];
  if (found === undefined) throw new Problem(p.notInvited);
  return found;
}

/** True when a person holds a post today. A paper that somebody typed in has no person. */
async function holdsPost(act: Act, sitting: Sitting): Promise<boolean> {
  if (sitting.person === null) return true;
  const { rows } = await sql`
    select from registry.assignment a join registry.person h on h.id = a.person
    where a.post = ${sitting.post}::uuid and ${sitting.person} in (h.id, h.merged_into) and a.from_day <= ${act.today} and (a.to_day is null or a.to_day > ${act.today})`.execute(
    act.tx,
  );
  return rows.length > 0;
}

/**
 * Counts a submitted sitting: its capacity answers become ratings and sums. Called again with the same sitting it does nothing.
 * Throws when the round is not open, the post is not invited, has answered, or is held by somebody else now.
 */
export async function countAnswers(act: Act, sitting: Sitting, answered: Answered): Promise<void> {
  const round = await theRound(act.tx, sitting.purpose, "share");
  const invitation = await lockInvitation(act, round.id, sitting.post);
  if (invitation.sitting === sitting.id) return;
  if (round.state !== "open") throw new Problem(p.notOpen);
  if (invitation.sitting !== null) throw new Problem(p.answeredAlready);
  if (!(await holdsPost(act, sitting))) throw new Problem(p.postChanged);
  const model = await modelOf(act.tx, sitting.version);
  const ratings = ratingsFrom(ratingsOf(model, answered), round.desired);
  await rate(
    act,
    { ...placeOf(sitting, invitation), sitting: sitting.id, interview: null, sex: sitting.sex, yearsInPost: sitting.yearsInPost },
    ratings,
  );
  await sql`update needs.invitation set sitting = ${sitting.id} where round = ${round.id} and post = ${sitting.post}::uuid`.execute(act.tx);
}

function placeOf(sitting: Sitting, invitation: Invitation): CellPlace {
  return {
    round: sitting.purpose,
    member: sitting.member,
    organisation: invitation.organisation,
    postType: invitation.post_type,
    source: "self",
  };
}

interface StoredRating {
  domain: string;
  item: string;
  desired: number;
  current: number;
  importance: number | null;
  cause: string | null;
}

/** Takes withdrawn answers out of the sums; the post may answer anew while the round is open. */
export async function uncountAnswers(act: Act, sitting: Sitting): Promise<void> {
  const round = await theRound(act.tx, sitting.purpose, "share");
  if (round.state !== "open") throw new Problem(p.notOpen);
  const invitation = await lockInvitation(act, round.id, sitting.post);
  if (invitation.sitting !== sitting.id) return;
  const { rows } = await sql<StoredRating>`
    delete from needs.rating where year = ${sitting.submittedAt?.getUTCFullYear() ?? sitting.year} and member = ${sitting.member} and round = ${round.id} and sitting = ${sitting.id}
    returning domain, item, desired, current, importance, cause`.execute(act.tx);
  const ratings = rows.map((row): Rating => ({ ...row, strength: false, bottleneck: null, evidence: null, confidence: null }));
  await addToCells(act, placeOf(sitting, invitation), sharesOf(ratings), -1);
  await sql`update needs.invitation set sitting = null where round = ${round.id} and post = ${sitting.post}::uuid`.execute(act.tx);
}
