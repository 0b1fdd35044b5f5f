/** Writes many answers of demonstration respondents at once: whole sittings with their answers, the ratings they make, and the sums. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { addDays, daysBetween, startOfDay, type Day } from "#kernel/calendar/day.ts";
import { itemsOf, ratingsOf, type CapacityItem } from "#kernel/questionnaire/capacity.ts";
import type { Answered } from "#kernel/questionnaire/sitting.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import type { Model } from "#kernel/questionnaire/model.ts";
import { seeded, type Random } from "#methods/draw/random.ts";
import { newId } from "#platform/db/ids.ts";
import { BOTTLENECKS, CAUSES, GAPS } from "./demo-story.ts";
import { ROUND_KIND } from "./purpose.ts";
import type { Round } from "./schema.ts";
import { ratingsFrom, sharesOf, type Rating, type Share } from "./tally.ts";

/** A post of a round with whoever held it when she answers. */
export interface Respondent {
  readonly post: string;
  readonly postType: string;
  readonly organisation: string;
  readonly place: string;
  readonly person: string;
  readonly sex: string | null;
  readonly years: number;
  readonly language: string;
}

interface MadeSitting extends Respondent {
  readonly id: string;
  readonly started: Date;
  readonly submitted: Date;
  readonly answered: Answered;
  readonly ratings: readonly Rating[];
}

/** The holders on a day of the posts that a round invites, in a fixed order; people who sign in to the demonstration answer for themselves. */
export async function respondentsOf(demo: DemoContext, round: string, on: Day): Promise<Respondent[]> {
  const { rows } = await sql<Respondent>`
    select i.post, i.post_type as "postType", i.organisation, u.code as place, h.id as person, h.sex, h.language,
      greatest(0, extract(year from age(${on}::date, a.from_day)))::int as years
    from needs.invitation i
    join registry.post p on p.id = i.post join registry.organisation o on o.id = p.organisation
    join registry.organisation u on u.id = i.organisation
    join lateral (select * from registry.assignment a where a.post = i.post and a.from_day <= ${on} and (a.to_day is null or a.to_day > ${on})
      order by a.acting, a.from_day desc limit 1) a on true
    join registry.person h on h.id = a.person
    where i.round = ${round} and not exists (select from access.account c where c.person = h.id)
    order by u.code, i.post_type, o.code, p.seat`.execute(demo.db);
  // One person answers once: an acting holder of two invited posts stands in the list twice.
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.person) && seen.add(row.person));
}

const clamp = (level: number): number => Math.max(1, Math.min(5, Math.round(level)));

function pick(random: Random, weighted: readonly (readonly [string, number])[], favour: number): string {
  const [first = ["knowledge_skill", 1] as const, ...rest] = weighted;
  const all = [[first[0], first[1] * favour] as const, ...rest];
  let at = random.uniform() * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [cause, weight] of all) if ((at -= weight) < 0) return cause;
  return first[0];
}

/** What one respondent says about one capacity, at the places where the questionnaire asks. */
function sayOf(
  random: Random,
  item: CapacityItem,
  who: Respondent,
  place: { readonly shift: number; readonly favour: number },
): [string, string][] {
  const gaps = GAPS[item.domain] ?? { "*": 0.8 };
  const wanted = random.uniform() < 0.75 ? 4 : random.uniform() < 0.5 ? 5 : 3;
  const current = clamp(wanted - (gaps[who.postType] ?? gaps["*"] ?? 0.8) - place.shift + random.normal(0, 0.75));
  const said: [string | undefined, string][] = [
    [item.paths.current, String(current)],
    [item.paths.desired, String(wanted)],
    [item.paths.importance, random.pick(["medium", "high", "high", "high", "critical"])],
  ];
  if (wanted > current) {
    said.push(
      [item.paths.cause, pick(random, CAUSES[item.domain] ?? [["knowledge_skill", 1]], place.favour)],
      [item.paths.confidence, random.pick(["medium", "high"])],
    );
    const texts = BOTTLENECKS[item.domain] ?? [];
    if (texts.length > 0 && random.uniform() < 0.2) said.push([item.paths.bottleneck, random.pick(texts)]);
  }
  if (current >= 4) said.push([item.paths.strength, random.uniform() < 0.4 ? "yes" : "no"]);
  return said.flatMap(([path, text]) => (path === undefined ? [] : [[path, text] as [string, string]]));
}

/** Flat places as the nested values of a submission. */
function nested(answers: Readonly<Record<string, string>>): Answered["values"] {
  const values: Record<string, unknown> = {};
  for (const [path, text] of Object.entries(answers)) {
    const steps = path.split("/").slice(1);
    let at = values;
    for (const step of steps.slice(0, -1)) at = (at[step] ??= {}) as Record<string, unknown>;
    at[steps.at(-1) ?? ""] = text;
  }
  return values as Answered["values"];
}

function sittingOf(
  random: Random,
  model: Model,
  round: Round,
  who: Respondent,
  place: { shift: number; favour: number },
  window: { from: Day; to: Day },
  timeZone: string,
): MadeSitting {
  const items = itemsOf(model);
  const answers = Object.fromEntries(items.flatMap((item) => sayOf(random, item, who, place)));
  const answered: Answered = { format: 1, language: who.language, values: nested(answers), answers, aside: {}, instanceName: "" };
  const day = addDays(window.from, random.integer(0, daysBetween(window.from, window.to)));
  const started = new Date(startOfDay(day, timeZone).getTime() + random.integer(7 * 60, 17 * 60) * 60_000);
  return {
    ...who,
    id: newId(),
    started,
    submitted: new Date(started.getTime() + random.integer(7, 26) * 60_000),
    answered,
    ratings: ratingsFrom(ratingsOf(model, answered), round.desired),
  };
}

async function writeSittings(act: Act, round: Round, made: readonly MadeSitting[]): Promise<void> {
  const rows = made.map((one) => ({
    id: one.id,
    year: one.submitted.getUTCFullYear(),
    member: one.organisation,
    post: one.post,
    post_type: one.postType,
    person: one.person,
    sex: one.sex,
    years_in_post: one.years,
    language: one.language,
    happened_on: one.submitted.toISOString().slice(0, 10),
    started_at: one.started,
    submitted_at: one.submitted,
    answered: one.answered,
  }));
  await sql`
    insert into questionnaire.sitting (year, member, id, version, purpose_kind, purpose, organisation, post, post_type, person, channel, state, language, title,
      sex, years_in_post, happened_on, started_at, submitted_at, answered)
    select year, member, id, ${round.version}::uuid, ${ROUND_KIND}, ${round.id}::uuid, member, post, post_type, person, 'web', 'submitted', language, ${round.title},
      sex, years_in_post, happened_on, started_at, submitted_at, answered
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, year smallint, member uuid, post uuid, post_type text, person uuid, sex text, years_in_post smallint,
      language text, happened_on date, started_at timestamptz, submitted_at timestamptz, answered jsonb)`.execute(act.tx);
  await sql`
    update needs.invitation i set sitting = g.id from unnest(${made.map((one) => one.post)}::uuid[], ${made.map((one) => one.id)}::uuid[]) as g (post, id)
    where i.round = ${round.id} and i.post = g.post`.execute(act.tx);
}

async function writeRatings(act: Act, round: Round, made: readonly MadeSitting[]): Promise<void> {
  const rows = made.flatMap((one) =>
    one.ratings.map((rating) => ({
      ...rating,
      year: one.submitted.getUTCFullYear(),
      member: one.organisation,
      id: newId(),
      sitting: one.id,
      post_type: one.postType,
      sex: one.sex,
      years_in_post: one.years,
    })),
  );
  await sql`
    insert into needs.rating (year, member, round, id, organisation, source, sitting, post_type, sex, years_in_post, domain, item, desired, current, importance, cause,
      strength, bottleneck, evidence, confidence)
    select year, member, ${round.id}::uuid, id, member, 'self', sitting, post_type, sex, years_in_post, domain, item, desired, current, importance, cause,
      strength, bottleneck, evidence, confidence
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (year smallint, member uuid, id uuid, sitting uuid, post_type text, sex text, years_in_post smallint,
      domain text, item text, desired smallint, current smallint, importance smallint, cause text, strength boolean, bottleneck text, evidence text, confidence text)`.execute(
    act.tx,
  );
}

interface Cell {
  organisation: string;
  member: string;
  post_type: string;
  domain: string;
  respondents: number;
  sum_gap: number;
  sum_gap_squared: number;
  sum_current: number;
  sum_desired: number;
  sum_importance: number;
  importance_respondents: number;
  causes: Record<string, number>;
}

/** Adds what one respondent says of one field to its cell. */
function addShare(cell: Cell, share: Share): void {
  cell.respondents += 1;
  cell.sum_gap += share.gap;
  cell.sum_gap_squared += share.gap * share.gap;
  cell.sum_current += share.current;
  cell.sum_desired += share.desired;
  cell.sum_importance += share.importance ?? 0;
  cell.importance_respondents += share.importance === null ? 0 : 1;
  for (const [cause, count] of Object.entries(share.causes)) cell.causes[cause] = (cell.causes[cause] ?? 0) + count;
}

/** Makes the sums of a round’s own statements anew from its ratings, by the same shares as when answers are counted one after the other. */
export async function countAnew(act: Act, round: string): Promise<void> {
  const { rows } = await sql<Rating & { sitting: string; organisation: string; member: string; post_type: string }>`
    select sitting, organisation, member, post_type, domain, item, desired, current, importance, cause from needs.rating
    where round = ${round} and source = 'self' order by organisation, post_type, domain, sitting, item`.execute(act.tx);
  const cells = new Map<string, Cell>();
  for (const list of Map.groupBy(rows, (row) => `${row.sitting} ${row.organisation} ${row.post_type}`).values()) {
    const [first] = list;
    if (first === undefined) continue;
    const { organisation, member, post_type } = first;
    for (const share of sharesOf(list)) {
      const key = `${organisation} ${post_type} ${share.domain}`;
      const empty = {
        respondents: 0,
        sum_gap: 0,
        sum_gap_squared: 0,
        sum_current: 0,
        sum_desired: 0,
        sum_importance: 0,
        importance_respondents: 0,
      };
      const cell = cells.get(key) ?? { organisation, member, post_type, domain: share.domain, ...empty, causes: {} };
      addShare(cell, share);
      cells.set(key, cell);
    }
  }
  await sql`delete from needs.cell where round = ${round} and source = 'self'`.execute(act.tx);
  await sql`
    insert into needs.cell (round, member, organisation, post_type, domain, source, respondents, sum_gap, sum_gap_squared, sum_current, sum_desired,
      sum_importance, importance_respondents, causes)
    select ${round}::uuid, member, organisation, post_type, domain, 'self', respondents, sum_gap, sum_gap_squared, sum_current, sum_desired,
      sum_importance, importance_respondents, causes
    from jsonb_to_recordset(${JSON.stringify([...cells.values()])}::jsonb) as g (member uuid, organisation uuid, post_type text, domain text, respondents int,
      sum_gap float8, sum_gap_squared float8, sum_current float8, sum_desired float8, sum_importance float8, importance_respondents int, causes jsonb)`.execute(
    act.tx,
  );
}

/** Journals each sitting as its respondent’s own act, in the order in which they were sent in. */
async function journalSittings(demo: DemoContext, round: Round, made: readonly MadeSitting[]): Promise<void> {
  const author = (one: MadeSitting) => ({
    account: "",
    person: one.person,
    name: "",
    assignment: null,
    post: one.post,
    postType: one.postType,
    organisation: one.organisation,
    organisationName: null,
    roles: [],
  });
  for (const one of made.toSorted((a, b) => a.submitted.getTime() - b.submitted.getTime()))
    await demo.act(author(one), one.submitted, (act) =>
      act.journal({
        kind: "questionnaire.sitting.submitted",
        subject: { kind: "questionnaire.sitting", id: one.id },
        member: one.organisation,
        payload: { version: round.version, purpose: round.id, answers: Object.keys(one.answered.answers).length },
      }),
    );
}

/** A share of the round’s posts answers within a window of days. Districts differ a little, in level and in the cause they see. Returns how many answered. */
export async function answerRound(
  demo: DemoContext,
  round: Round,
  ask: { readonly seed: string; readonly share: number; readonly window: { readonly from: Day; readonly to: Day } },
): Promise<number> {
  const random = seeded(ask.seed);
  const model = await modelOf(demo.db, round.version ?? "");
  const places = new Map<string, { shift: number; favour: number }>();
  const placeOf = (place: string): { shift: number; favour: number } => {
    const known = places.get(place) ?? { shift: random.normal(0, 0.3), favour: random.pick([0.5, 1, 1, 1.6]) };
    places.set(place, known);
    return known;
  };
  const made = (await respondentsOf(demo, round.id, ask.window.from)).flatMap((who) => {
    const place = placeOf(who.place);
    return random.uniform() < ask.share ? [sittingOf(random, model, round, who, place, ask.window, demo.pack.timeZone)] : [];
  });
  await demo.act(null, demo.now, async (act) => {
    await writeSittings(act, round, made);
    await writeRatings(act, round, made);
    await countAnew(act, round.id);
    // What was just written in bulk has no statistics yet: without them the steps that follow would be planned for empty tables.
    await sql`analyze needs.invitation, needs.rating, needs.cell, questionnaire.sitting`.execute(act.tx);
  });
  await journalSittings(demo, round, made);
  return made.length;
}
