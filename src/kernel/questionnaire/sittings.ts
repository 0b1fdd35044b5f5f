/** Writes and reads of sittings: started once a person and purpose, answered by appending, submitted as a whole, taken back while it is open. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Precision } from "#kernel/calendar/partial.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import { purposeOf } from "./purpose.ts";
import { p } from "./problems.ts";
import type { Answered, Channel, Sitting } from "./sitting.ts";

export type { Answered, Sitting } from "./sitting.ts";

/** A sitting to begin. With a person it is hers: a second one for the same purpose is the first one again. */
export interface NewSitting {
  /** The id a phone gave it; a new one when absent. */
  readonly id?: string;
  readonly purposeKind: string;
  readonly purpose: string;
  readonly version: string;
  readonly organisation: string;
  readonly title: string;
  readonly channel: Channel;
  readonly language?: string;
  readonly post?: string | null;
  readonly postType?: string | null;
  readonly person?: string | null;
  readonly sex?: string | null;
  readonly yearsInPost?: number | null;
  /** When it was answered, where that is not now. */
  readonly happenedOn?: string;
  readonly happenedPrecision?: Precision;
  readonly enteredBy?: string | null;
}

const COLUMNS = sql`
  s.id, s.year, s.member, s.version, s.purpose_kind as "purposeKind", s.purpose, s.organisation, s.post, s.post_type as "postType",
  s.person, s.sex, s.years_in_post as "yearsInPost", s.channel, s.state, s.language, s.title, s.happened_on as "happenedOn",
  s.happened_precision as "happenedPrecision", s.entered_by as "enteredBy", s.started_at as "startedAt", s.submitted_at as "submittedAt",
  s.answered`;

/** The member that an organisation belongs to on a day: itself, or the nearest above it; the organisation itself where there is none. */
async function memberOf(act: Act, organisation: string): Promise<string> {
  const { rows } = await sql<{ member: string }>`
    with recursive up (territory, step) as (
      select territory, 0 from registry.governs
      where organisation = ${organisation} and from_day <= ${act.today} and (to_day is null or to_day > ${act.today})
      union
      select v.parent, up.step + 1 from up join registry.territory_version v on v.territory = up.territory
      where v.parent is not null and v.from_day <= ${act.today} and (v.to_day is null or v.to_day > ${act.today})
    )
    select m.member from up
    join registry.governs g on g.territory = up.territory
    join registry.membership m on m.member = g.organisation
    where m.from_day <= ${act.today} and (m.to_day is null or m.to_day > ${act.today})
    order by up.step limit 1`.execute(act.tx);
  return rows[0]?.member ?? organisation;
}

/** Sex and whole years in the post of a person, as the registry knows them on that day. */
async function traitsOf(act: Act, person: string, post: string | null): Promise<{ sex: string | null; years: number | null }> {
  const { rows } = await sql<{ sex: string | null; years: number | null }>`
    select h.sex, extract(year from age(${act.today}::date, a.since))::int as years
    from registry.person h
    left join lateral (select min(from_day) as since from registry.assignment
      where person = h.id and post = ${post} and from_day <= ${act.today} and (to_day is null or to_day > ${act.today})) a on true
    where h.id = ${person}`.execute(act.tx);
  return rows[0] ?? { sex: null, years: null };
}

/** Starts a sitting, or returns the one that this person has for the purpose already. */
export async function startSitting(act: Act, wanted: NewSitting): Promise<Sitting> {
  const person = wanted.person ?? null;
  const member = await memberOf(act, wanted.organisation);
  const known = person === null ? null : await traitsOf(act, person, wanted.post ?? null);
  const id = wanted.id ?? newId();
  const inserted = await act.tx
    .insertInto("questionnaire.sitting")
    .values({
      id,
      year: act.now.getUTCFullYear(),
      member,
      version: wanted.version,
      purpose_kind: wanted.purposeKind,
      purpose: wanted.purpose,
      organisation: wanted.organisation,
      post: wanted.post ?? null,
      post_type: wanted.postType ?? null,
      person,
      sex: wanted.sex ?? known?.sex ?? null,
      years_in_post: wanted.yearsInPost ?? known?.years ?? null,
      channel: wanted.channel,
      state: "open",
      language: wanted.language ?? "rw",
      title: wanted.title,
      happened_on: wanted.happenedOn ?? act.today,
      happened_precision: wanted.happenedPrecision ?? "day",
      entered_by: wanted.enteredBy ?? null,
      started_at: act.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted === undefined) return existing(act, wanted, id);
  await act.journal({
    kind: "questionnaire.sitting.started",
    subject: { kind: "questionnaire.sitting", id },
    member,
    payload: {
      version: wanted.version,
      purpose_kind: wanted.purposeKind,
      purpose: wanted.purpose,
      channel: wanted.channel,
      organisation: wanted.organisation,
    },
  });
  const made = await sittingOf(act.tx, id);
  if (made === null) throw new Problem(p.noSitting);
  return made;
}

/** The sitting that stood in the way of a new one. */
async function existing(act: Act, wanted: NewSitting, id: string): Promise<Sitting> {
  const { rows } = await sql<Sitting>`
    select ${COLUMNS} from questionnaire.sitting s
    where s.purpose = ${wanted.purpose}
      and (s.id = ${id} or (s.person = ${wanted.person ?? null}::uuid and s.state <> 'withdrawn'))
    order by s.id <> ${id} limit 1`.execute(act.tx);
  const found = rows[0];
  // The id of somebody else's sitting is not told from one that does not exist.
  if (found === undefined || found.person !== (wanted.person ?? null)) throw new Problem(p.noSitting);
  return found;
}

/** A sitting by its id. */
export async function sittingOf(db: Db<any>, id: string): Promise<Sitting | null> {
  const { rows } = await sql<Sitting>`select ${COLUMNS} from questionnaire.sitting s where s.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** A sitting by its id, held until the act ends: two devices that save at once wait for each other here. */
export async function lockSitting(act: Act, id: string): Promise<Sitting> {
  const { rows } = await sql<Sitting>`select ${COLUMNS} from questionnaire.sitting s where s.id = ${id} for update`.execute(act.tx);
  const found = rows[0];
  if (found === undefined) throw new Problem(p.noSitting);
  return found;
}

/** The sittings of a person, newest first; also those she began in posts she has left. */
export async function sittingsOfPerson(db: Db<any>, person: string): Promise<Sitting[]> {
  const { rows } = await sql<Sitting>`
    select ${COLUMNS} from questionnaire.sitting s join registry.person h on h.id = s.person
    where h.id = ${person} or h.merged_into = ${person}
    order by s.started_at desc, s.id limit 200`.execute(db);
  return rows;
}

/** Keeps the evaluated answers and hands them to the purpose. The caller has checked that nothing is missing. */
export async function closeSitting(act: Act, sitting: Sitting, answered: Answered): Promise<Sitting> {
  if (sitting.state !== "open") throw new Problem(p.notOpen);
  await act.tx
    .updateTable("questionnaire.sitting")
    .set({ state: "submitted", submitted_at: act.now, answered: json(answered), language: answered.language || sitting.language })
    .where("id", "=", sitting.id)
    .execute();
  await act.journal({
    kind: "questionnaire.sitting.submitted",
    subject: { kind: "questionnaire.sitting", id: sitting.id },
    member: sitting.member,
    payload: { version: sitting.version, purpose: sitting.purpose, answers: Object.keys(answered.answers).length },
  });
  const closed: Sitting = { ...sitting, state: "submitted", submittedAt: act.now, answered };
  await purposeOf(sitting.purposeKind)?.submitted(act, closed, answered);
  return closed;
}

/** Takes submitted answers back: they stay readable for the respondent and are not counted any more. */
export async function withdrawSitting(act: Act, sitting: Sitting): Promise<void> {
  if (sitting.state !== "submitted") throw new Problem(p.notSubmitted);
  await act.tx.updateTable("questionnaire.sitting").set({ state: "withdrawn" }).where("id", "=", sitting.id).execute();
  await act.journal({
    kind: "questionnaire.sitting.withdrawn",
    subject: { kind: "questionnaire.sitting", id: sitting.id },
    member: sitting.member,
    payload: { version: sitting.version, purpose: sitting.purpose },
  });
  await purposeOf(sitting.purposeKind)?.withdrawn?.(act, { ...sitting, state: "withdrawn" });
}
