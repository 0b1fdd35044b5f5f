/** Demonstration people sit their tests question by question: the same rows that answering on a page leaves, hundreds in a few statements. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { newEvents } from "#kernel/questionnaire/events.ts";
import { scoreOf } from "#kernel/questionnaire/score.ts";
import { answeredOf, standingOf } from "#kernel/questionnaire/state.ts";
import type { Model } from "#kernel/questionnaire/model.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { newId } from "#platform/db/ids.ts";
import { appendAll, type NewEntry } from "#platform/journal/append.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { EnrolmentFacts, SessionFacts } from "#modules/sessions";
import { titleOf } from "./purpose.ts";
import { purposeKind, RESULT, type ScoredKind, type Test } from "./schema.ts";

/** One test that one person sat, with what she chose by question. */
export interface Through {
  readonly test: Test & { readonly kind: ScoredKind };
  readonly session: SessionFacts;
  readonly enrolment: EnrolmentFacts;
  readonly given: ReadonlyMap<string, string>;
  readonly day: Day;
}

interface Known {
  readonly member: string;
  readonly sex: string | null;
  readonly years: number | null;
}

/** What a sitting keeps of each person: the member that her organisation belongs to, her sex and her whole years in the post. One query. */
async function knownOf(act: Act<any>, list: readonly Through[]): Promise<ReadonlyMap<string, Known>> {
  const people = list.map(({ enrolment: { id, organisation, person, post } }) => ({ id, organisation, person, post }));
  const { rows } = await sql<Known & { id: string }>`
    with recursive asked as (
      select * from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as a (id uuid, organisation uuid, person uuid, post uuid)
    ), up (organisation, territory, step) as (
      select distinct a.organisation, g.territory, 0 from asked a join registry.governs g on g.organisation = a.organisation
      where g.from_day <= ${act.today} and (g.to_day is null or g.to_day > ${act.today})
      union
      select up.organisation, v.parent, up.step + 1 from up join registry.territory_version v on v.territory = up.territory
      where v.parent is not null and v.from_day <= ${act.today} and (v.to_day is null or v.to_day > ${act.today})
    ), member as (
      select distinct on (up.organisation) up.organisation, m.member from up
      join registry.governs g on g.territory = up.territory join registry.membership m on m.member = g.organisation
      where m.from_day <= ${act.today} and (m.to_day is null or m.to_day > ${act.today}) order by up.organisation, up.step
    )
    select a.id, coalesce(m.member, a.organisation) as member, h.sex,
      (select extract(year from age(${act.today}::date, min(s.from_day)))::int from registry.assignment s where s.person = a.person and s.post = a.post
        and s.from_day <= ${act.today} and (s.to_day is null or s.to_day > ${act.today})) as years
    from asked a join registry.person h on h.id = a.person left join member m on m.organisation = a.organisation`.execute(act.tx);
  return new Map(rows.map(({ id, ...known }) => [id, known]));
}

interface Rows {
  readonly sitting: Record<string, unknown>;
  readonly answers: readonly Record<string, unknown>[];
  readonly result: Record<string, unknown>;
  readonly entries: readonly NewEntry[];
}

const LANGUAGE = "en";

/** Everything that one sitting leaves, in the order in which it is done: begun, answered, sent in, scored. */
function rowsOf(act: Act<any>, one: Through, known: Known, model: Model): Rows {
  const { test, session, enrolment, given, day } = one;
  const { member } = known;
  const [id, result] = [newId(), newId()];
  const at = act.now.toISOString();
  const year = act.now.getUTCFullYear();
  const events = newEvents(given, at);
  const answered = answeredOf(standingOf(model, events, { sitting: id, language: LANGUAGE, now: at, tables: {} }));
  const score = scoreOf(model, answered);
  const subject = { kind: "questionnaire.sitting", id };
  const { organisation } = enrolment;
  const purpose = { version: test.version, purpose: test.id };
  return {
    sitting: {
      id,
      year,
      member,
      version: test.version,
      purpose_kind: purposeKind(test.kind),
      purpose: test.id,
      organisation,
      post: enrolment.post,
      post_type: enrolment.postType,
      person: enrolment.person,
      sex: enrolment.sex ?? known.sex,
      years_in_post: known.years,
      channel: "web",
      state: "submitted",
      language: answered.language || LANGUAGE,
      title: titleOf(test, session),
      happened_on: day,
      happened_precision: "day",
      started_at: at,
      submitted_at: at,
      answered,
    },
    answers: events.map(({ event, path, value }) => ({ year, member, sitting: id, event, path, value, answered_at: at, received_at: at })),
    result: {
      id: result,
      test: test.id,
      session: session.id,
      kind: test.kind,
      enrolment: enrolment.id,
      sitting: id,
      given: score.items.map((item) => (item.given ?? []).toSorted().join(" ")),
      earned: score.items.map((item) => item.points),
      points: score.points,
      most: score.most,
      happened_on: day,
      source: "web",
      post: act.author.post,
      recorded_at: at,
    },
    entries: [
      {
        kind: "questionnaire.sitting.started",
        subject,
        member,
        payload: { ...purpose, purpose_kind: purposeKind(test.kind), channel: "web", organisation },
      },
      { kind: "questionnaire.sitting.saved", subject, member, payload: { answers: events.length } },
      { kind: "questionnaire.sitting.submitted", subject, member, payload: { ...purpose, answers: Object.keys(answered.answers).length } },
      {
        kind: "tests.result.recorded",
        subject: { kind: RESULT, id: result },
        member: enrolment.entity,
        payload: { session: session.id, kind: test.kind, channel: "web" },
      },
    ],
  };
}

/** Keeps what some people sat, in one act. Six statements and one for each questionnaire. */
export async function sitAll(act: Act<any>, list: readonly Through[]): Promise<void> {
  const models = new Map<string, Model>();
  for (const { test } of list) if (!models.has(test.version)) models.set(test.version, await modelOf(act.tx as never, test.version));
  const known = await knownOf(act, list);
  const rows = list.flatMap((one) => {
    const [model, facts] = [models.get(one.test.version), known.get(one.enrolment.id)];
    return model === undefined || facts === undefined ? [] : [rowsOf(act, one, facts, model)];
  });
  await sql`
    insert into questionnaire.sitting
    select * from jsonb_populate_recordset(null::questionnaire.sitting, ${JSON.stringify(rows.map((one) => one.sitting))}::jsonb)`.execute(
    act.tx,
  );
  await sql`
    insert into questionnaire.answer (year, member, sitting, event, path, value, answered_at, received_at)
    select year, member, sitting, event, path, value, answered_at, received_at
    from jsonb_populate_recordset(null::questionnaire.answer, ${JSON.stringify(rows.flatMap((one) => one.answers))}::jsonb)`.execute(
    act.tx,
  );
  await sql`
    insert into tests.result
    select * from jsonb_populate_recordset(null::tests.result, ${JSON.stringify(rows.map((one) => one.result))}::jsonb)`.execute(act.tx);
  await appendAll(
    act.tx,
    act.author,
    rows.flatMap((one) => one.entries),
    act.now,
  );
}
