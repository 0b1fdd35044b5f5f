/** Telling doubles apart: pairs that may be one person, with reasons; a person decides, and can part them again. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { mergePeople } from "#kernel/registry/people.ts";
import { suggestMatches } from "#methods/merge/match.ts";
import type { PersonRecord, Reason } from "#methods/merge/evidence.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";

export const MATCH_STATES = ["open", "later", "merged", "not_same"] as const;
export type MatchState = (typeof MATCH_STATES)[number];

/** From so many bits of evidence on a pair is suggested; from so many on it is called likely. */
export const THRESHOLD = 10;
export const STRONG = 16;

/** Every person who is not merged, as the method needs her: contacts and what she holds or held last, or what an imported list says of her. One query. */
async function records(db: Db<any>): Promise<PersonRecord[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    phones: string[] | null;
    entity: string | null;
    post: string | null;
    birth_year: number | null;
    sex: string | null;
  }>`
    with phone as (
      select person, array_agg(value) as phones from registry.contact where kind = 'phone' and to_day is null and not shared group by person
    ), last as (
      select distinct on (a.person) a.person, p.post_type, o.name from registry.assignment a join registry.post p on p.id = a.post join registry.organisation o on o.id = p.organisation
      order by a.person, a.to_day is null desc, a.from_day desc
    ), listed as (
      select distinct on (e.person) e.person, e.post_type, o.name from portfolio.entry e left join registry.organisation o on o.id = e.organisation
      where e.certainty = 'imported' order by e.person, e.to_day desc, e.id
    )
    select h.id, h.full_name as name, c.phones, coalesce(x.name, y.name) as entity, coalesce(x.post_type, y.post_type) as post, h.birth_year, h.sex
    from registry.person h left join phone c on c.person = h.id left join last x on x.person = h.id
    left join listed y on y.person = h.id and x.person is null
    where h.merged_into is null`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    list: "registry",
    name: row.name,
    phones: row.phones ?? [],
    entity: row.entity ?? undefined,
    post: row.post ?? undefined,
    birthYear: row.birth_year ?? undefined,
    sex: row.sex ?? undefined,
  }));
}

/** Looks for doubles of some people among all, and keeps what is new; pairs that were decided stay decided. Returns how many are new. */
export async function findMatches(act: Act<any>, people: ReadonlySet<string>): Promise<number> {
  if (people.size === 0) return 0;
  const options = { threshold: THRESHOLD, strong: STRONG };
  // Two lists, so that only pairs with one of these people are weighed; then these people among themselves.
  const all = (await records(act.tx)).map((one) => ({ ...one, list: people.has(one.id) ? "new" : "registry" }));
  const among = all.filter((one) => one.list === "new");
  const found = [...suggestMatches(all, options), ...suggestMatches(among, { ...options, withinLists: true })];
  const rows = found.map((one) => {
    const [first, second] = one.a.id < one.b.id ? [one.a.id, one.b.id] : [one.b.id, one.a.id];
    return { id: newId(), one: first, other: second, strength: one.strength, bits: one.score, reasons: one.reasons };
  });
  const { numAffectedRows } = await sql`
    insert into people.match (id, one, other, strength, bits, reasons, found_at)
    select id, one, other, strength, bits, reasons, ${act.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, one uuid, other uuid, strength text, bits numeric, reasons jsonb)
    on conflict (one, other) do nothing`.execute(act.tx);
  return Number(numAffectedRows ?? 0);
}

/** True when reasons leave no doubt: the whole name and her own telephone agree, or the whole name, organisation and post; and nothing speaks against it. */
export function leavesNoDoubt(reasons: readonly Reason[]): boolean {
  const says = (code: Reason["code"]): boolean => reasons.some((reason) => reason.code === code);
  const against = reasons.some((reason) => reason.bits < 0);
  const halfName = says("name-similar") || says("name-initial") || !says("name-same");
  return !against && !halfName && (says("phone-same") || (says("entity-same") && says("post-same")));
}

/**
 * Joins the open pairs of some newly listed people that leave no doubt; whoever was known before is kept, and every pair can be parted
 * again. Pairs with any doubt stay for a person to decide. Returns how many were joined.
 */
export async function mergeCertain(act: Act<any>, listed: ReadonlySet<string>): Promise<number> {
  const { rows } = await sql<{ id: string; one: string; other: string; reasons: readonly Reason[] }>`
    select id, one, other, reasons from people.match
    where state = 'open' and strength = 'strong' and (one = any(${[...listed]}::uuid[]) or other = any(${[...listed]}::uuid[]))
    order by bits desc, id`.execute(act.tx);
  const gone = new Set<string>();
  let joined = 0;
  for (const pair of rows) {
    if (!leavesNoDoubt(pair.reasons) || gone.has(pair.one) || gone.has(pair.other)) continue;
    const keep = listed.has(pair.one) && !listed.has(pair.other) ? pair.other : pair.one;
    await decideMatch(act, pair.id, { kind: "merge", keep });
    gone.add(keep === pair.one ? pair.other : pair.one);
    joined += 1;
  }
  return joined;
}

/** A suggested pair with what was decided. */
export interface Match {
  readonly id: string;
  readonly one: string;
  readonly oneName: string;
  readonly other: string;
  readonly otherName: string;
  readonly strength: "possible" | "strong";
  readonly bits: string;
  readonly reasons: readonly Reason[];
  readonly state: MatchState;
  readonly kept: string | null;
  readonly decidedAt: Date | null;
}

const SELECT = sql`
  select m.id, m.one, a.full_name as "oneName", m.other, b.full_name as "otherName", m.strength, m.bits, m.reasons, m.state, m.kept, m.decided_at as "decidedAt"
  from people.match m join registry.person a on a.id = m.one join registry.person b on b.id = m.other`;

/** Pairs whose two people both hold or held a post in some organisations. */
const inReach = (within: readonly string[] | null) =>
  within === null
    ? sql`true`
    : sql`2 = (select count(distinct a.person) from registry.assignment a join registry.post p on p.id = a.post
        where a.person in (m.one, m.other) and p.organisation = any(${within}::uuid[]))`;

/** What a list of pairs is sorted by. */
export const MATCH_SORTS = ["strength", "pair"] as const;
export type MatchSort = (typeof MATCH_SORTS)[number];

/** Pairs in a state in an order, and how many. Two queries. */
export async function matchPage(
  db: Db<any>,
  within: ReadonlySet<string> | "all",
  ask: {
    readonly state: MatchState;
    readonly sort: MatchSort;
    readonly descending: boolean;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly rows: Match[]; readonly total: number }> {
  const where = sql`where m.state = ${ask.state} and ${inReach(within === "all" ? null : [...within])}`;
  const by = ask.sort === "pair" ? sql`a.sort_name` : sql`m.bits`;
  const { rows } = await sql<Match>`${SELECT} ${where}
    order by ${by} ${ask.descending ? sql`desc` : sql`asc`}, m.id limit ${ask.limit} offset ${ask.offset}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::integer as total from people.match m ${where}`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** One pair within reach, or null. */
export async function matchById(db: Db<any>, within: ReadonlySet<string> | "all", id: string): Promise<Match | null> {
  const { rows } = await sql<Match>`${SELECT} where m.id = ${id} and ${inReach(within === "all" ? null : [...within])}`.execute(db);
  return rows[0] ?? null;
}

/** What a person decides about a pair. */
export type Decision = { readonly kind: "merge"; readonly keep: string } | { readonly kind: "not_same" | "later" };

/** Decides a pair. A merge copies nothing: reads follow the mark on the double. */
export async function decideMatch(act: Act<any>, id: string, decision: Decision): Promise<void> {
  const { rows } = await sql<{ one: string; other: string; state: MatchState; reasons: readonly Reason[] }>`
    select one, other, state, reasons from people.match where id = ${id} for update`.execute(act.tx);
  const [match] = rows;
  if (match === undefined) throw new Problem(p.noMatch);
  if (match.state !== "open" && match.state !== "later") throw new Problem(p.matchDecided);
  const kept = decision.kind === "merge" ? (decision.keep === match.other ? match.other : match.one) : null;
  if (kept !== null) {
    const { rows: merged } = await sql<{
      id: string;
    }>`select id from registry.person where id in (${match.one}, ${match.other}) and merged_into is not null for update`.execute(act.tx);
    if (merged.length > 0) throw new Problem(p.matchDecided);
    await mergePeople(
      act,
      kept,
      kept === match.one ? match.other : match.one,
      match.reasons.filter((one) => one.bits > 0).map((one) => one.code),
    );
  }
  await act.tx
    .updateTable("people.match")
    .set({
      state: decision.kind === "merge" ? "merged" : decision.kind,
      kept,
      decided_by: act.author.person,
      decided_by_post: act.author.post,
      decided_at: act.now,
    })
    .where("id", "=", id)
    .execute();
  if (kept === null)
    await act.journal({
      kind: `people.match.${decision.kind}`,
      subject: { kind: "person", id: match.one },
      payload: { match: id, other: match.other },
    });
}

/** After a double was parted from its person, the pair waits for a decision again. */
export async function reopenMatches(act: Act<any>, double: string): Promise<void> {
  await sql`update people.match set state = 'open', kept = null, decided_at = null where (one = ${double} or other = ${double}) and state = 'merged'`.execute(
    act.tx,
  );
}
