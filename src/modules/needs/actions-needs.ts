/** Writes needs and strengths when moderation ends: one set of reads, one set of writes, whatever the number of organisations. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { codeOf } from "#kernel/pack/lookup.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { numberOf } from "#kernel/rules/rules.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { patternOf, type Language } from "#platform/i18n/text.ts";
import { findingOf, type FieldFacts, type Finding, type Lines } from "./findings.ts";
import { addCounts, moderationsOf } from "./queries-answers.ts";
import type { Round } from "./schema.ts";

interface CellRow {
  organisation: string;
  domain: string;
  source: string;
  postType: string;
  respondents: number;
  current: number;
  desired: number;
  gap: number;
  importance: number;
  importanceRespondents: number;
  causes: Record<string, number>;
}

async function cellsOf(act: Act, round: string): Promise<CellRow[]> {
  const { rows } = await sql<CellRow>`
    select organisation, domain, source, post_type as "postType", respondents, sum_current as current, sum_desired as desired, sum_gap as gap,
      sum_importance as importance, importance_respondents as "importanceRespondents", causes
    from needs.cell where round = ${round} order by organisation, domain, source, post_type`.execute(act.tx);
  return rows;
}

const sum = (cells: readonly CellRow[], pick: (cell: CellRow) => number): number => cells.reduce((total, cell) => total + pick(cell), 0);

function meansOf(cells: readonly CellRow[]): NonNullable<FieldFacts["self"]> {
  const respondents = sum(cells, (cell) => cell.respondents);
  const rated = sum(cells, (cell) => cell.importanceRespondents);
  return {
    respondents,
    current: sum(cells, (cell) => cell.current) / respondents,
    desired: sum(cells, (cell) => cell.desired) / respondents,
    importance: rated === 0 ? null : sum(cells, (cell) => cell.importance) / rated,
  };
}

function factsOf(domain: string, cells: readonly CellRow[], moderated: number | null): FieldFacts {
  const self = cells.filter((cell) => cell.source === "self");
  const others = Map.groupBy(
    cells.filter((cell) => cell.source !== "self"),
    (cell) => cell.source,
  );
  return {
    domain,
    self: self.length === 0 ? null : meansOf(self),
    others: [...others]
      .map(([source, list]) => ({ source, ...meansOf(list) }))
      .map(({ respondents, ...means }) => ({ ...means, records: respondents })),
    moderated,
    causes: addCounts(cells.map((cell) => cell.causes)),
    byPost: self.map((cell) => ({ postType: cell.postType, gap: cell.gap / cell.respondents, respondents: cell.respondents })),
  };
}

/** A finding with the organisation it is about. */
export interface Found extends Finding {
  readonly organisation: string;
}

/** What a round found, by organisation and field. Fields with too little to go by are left out. Two queries. */
export async function findingsOf(act: Act, round: Round, rules: RuleSet): Promise<Found[]> {
  const lines: Lines = {
    needGap: round.needGap,
    bottleneckGap: numberOf(rules, "bottleneck_gap"),
    strengthLevel: numberOf(rules, "strength_level"),
    minimumRespondents: numberOf(rules, "minimum_respondents"),
  };
  const cells = Map.groupBy(await cellsOf(act, round.id), (cell) => `${cell.organisation} ${cell.domain}`);
  const moderated = new Map(
    (await moderationsOf(act.tx, round.id, "all")).map((one) => [`${one.organisation} ${one.domain}`, one.current]),
  );
  return [...cells].flatMap(([key, list]) => {
    const [organisation = "", domain = ""] = key.split(" ");
    const finding = findingOf(factsOf(domain, list, moderated.get(key) ?? null), lines);
    return finding === null ? [] : [{ ...finding, organisation }];
  });
}

async function writeStrengths(act: Act, round: string, found: readonly Found[]): Promise<void> {
  const strong = found.filter((one) => one.standing === "strength");
  if (strong.length === 0) return;
  await sql`
    insert into needs.strength (round, organisation, domain, current, respondents, named)
    select ${round}::uuid, g.organisation, g.domain, g.current, g.respondents,
      (select count(*) from needs.rating t where t.round = ${round} and t.organisation = g.organisation and t.domain = g.domain and t.strength)
    from unnest(${strong.map((one) => one.organisation)}::uuid[], ${strong.map((one) => one.domain)}::text[],
      ${strong.map((one) => one.current)}::numeric[], ${strong.map((one) => one.respondents)}::int[]) as g (organisation, domain, current, respondents)`.execute(
    act.tx,
  );
}

/** How many posts of the concerned types the round invited in each organisation: whom a response would reach. */
async function reachOf(act: Act, round: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ organisation: string; postType: string; posts: number }>`
    select organisation, post_type as "postType", count(*)::int as posts from needs.invitation where round = ${round} group by 1, 2`.execute(
    act.tx,
  );
  return new Map(rows.map((row) => [`${row.organisation} ${row.postType}`, row.posts]));
}

/** Turns what a round found into needs, still hidden from their organisations, and links them to the round and to the sittings behind them. */
export async function findNeeds(act: Act, round: Round, rules: RuleSet): Promise<number> {
  const found = await findingsOf(act, round, rules);
  await writeStrengths(act, round.id, found);
  const posts = await reachOf(act, round.id);
  const language = round.language as Language;
  const needs = found
    .filter((one) => one.standing === "need")
    .map((one) => ({
      id: newId(),
      round: round.id,
      organisation: one.organisation,
      kind: "gap",
      domain: one.domain,
      statement: patternOf(codeOf(act.pack, "capacity_domain", one.domain).names, language),
      language,
      desired: String(one.desired),
      current: String(one.current),
      importance: one.importance === null ? null : one.importance.toFixed(2),
      reach: one.postTypes.reduce((total, type) => total + (posts.get(`${one.organisation} ${type}`) ?? 0), 0),
      cause: one.cause,
      cause_share: one.causeShare,
      causes: json({}),
      bottleneck: one.bottleneck,
      post_types: [...one.postTypes],
      respondents: one.respondents,
      certainty: one.certainty,
      state: "found",
      raised_by: act.author.post,
      raised_at: act.now,
    }));
  for (let at = 0; at < needs.length; at += 500)
    await act.tx
      .insertInto("needs.need")
      .values(needs.slice(at, at + 500))
      .execute();
  for (const need of needs)
    await act.journal({
      kind: "needs.need.found",
      subject: { kind: "needs.need", id: need.id },
      member: need.organisation,
      payload: {
        round: round.id,
        domain: need.domain,
        current: need.current,
        desired: need.desired,
        cause: need.cause,
        respondents: need.respondents,
      },
    });
  await linkNeeds(act, round.id);
  return needs.length;
}

/** Links a round to its needs, and each need to the sittings that speak of its field: two statements. */
async function linkNeeds(act: Act, round: string): Promise<void> {
  await sql`
    insert into trace.link (id, relation, from_kind, from_id, to_kind, to_id, proved, made_at)
    select gen_random_uuid(), 'found', 'needs.round', n.round, 'needs.need', n.id, true, ${act.now} from needs.need n where n.round = ${round}
    on conflict (from_id, to_id, relation) do nothing`.execute(act.tx);
  await sql`
    insert into trace.link (id, relation, from_kind, from_id, to_kind, to_id, proved, made_at)
    select distinct on (t.sitting, n.id) gen_random_uuid(), 'answered', 'questionnaire.sitting', t.sitting, 'needs.need', n.id, true, ${act.now}::timestamptz
    from needs.need n join needs.rating t on t.round = n.round and t.organisation = n.organisation and t.domain = n.domain
    where n.round = ${round} and t.sitting is not null
    on conflict (from_id, to_id, relation) do nothing`.execute(act.tx);
}
