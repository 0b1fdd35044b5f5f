/** Reads of rounds and of where each organisation stands in them. */
import { sql, type RawBuilder } from "kysely";
import type { Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { Problem } from "#platform/problems/problem.ts";
import { OWED, type RoundFacts, type RoundState } from "./flows.ts";
import { missingParts, type Participation, type Round } from "./schema.ts";
import { WITHHELD } from "./queries-needs.ts";
import { p } from "./problems.ts";

const ROUND = sql`
  r.id, r.title, r.language, r.fiscal_year_start as "fiscalYearStart", r.kind, r.scope, r.purpose, r.whom, r.what, r.organisations,
  r.methods, r.groups, r.version, r.previous, r.state, r.opens, r.closes, r.validate_by as "validateBy", r.reply_by as "replyBy", r.due,
  r.weights, r.need_gap::float8 as "needGap", r.share_consent as "shareConsent", r.desired, r.closed_at as "closedAt"`;

/** A round by its id; with `lock` held until the act ends. */
export async function roundOf(db: Db<any>, id: string, lock?: "update" | "share"): Promise<Round | null> {
  const held = lock === undefined ? sql`` : lock === "update" ? sql`for update` : sql`for share`;
  const { rows } = await sql<Round>`select ${ROUND} from needs.round r where r.id = ${id} ${held}`.execute(db);
  return rows[0] ?? null;
}

/** A round that must exist. */
export async function theRound(db: Db<any>, id: string, lock?: "update" | "share"): Promise<Round> {
  const round = await roundOf(db, id, lock);
  if (round === null) throw new Problem(p.noRound);
  return round;
}

/** The condition that a round concerns one of some organisations; before the launch it concerns the association alone. */
function concerns(organisations: Organisations): RawBuilder<unknown> {
  if (organisations === "all") return sql`true`;
  return sql`exists (select from needs.participation p where p.round = r.id and p.organisation = any(${[...organisations]}::uuid[]))`;
}

/** A round in the list of rounds. */
export interface RoundRow extends Round {
  readonly taking: number;
  readonly invited: number;
  readonly answered: number;
  readonly needs: number;
}

/** Which rounds are wanted. */
export interface RoundFilter {
  readonly within: Organisations;
  readonly state: string | null;
  readonly fiscalYearStart: Day | null;
  readonly kind: string | null;
}

const roundConditions = (ask: RoundFilter): RawBuilder<unknown> => sql`${concerns(ask.within)}
  ${ask.state === null ? sql`` : sql`and r.state = ${ask.state}`}
  ${ask.fiscalYearStart === null ? sql`` : sql`and r.fiscal_year_start = ${ask.fiscalYearStart}`}
  ${ask.kind === null ? sql`` : sql`and r.kind = ${ask.kind}`}`;

/** What a list of rounds is sorted by. */
export const ROUND_SORTS = ["year", "title", "due"] as const;
export type RoundSort = (typeof ROUND_SORTS)[number];

const ROUND_ORDER = { year: sql`r.fiscal_year_start`, title: sql`lower(r.title)`, due: sql`r.due` };

/** One page of rounds, newest first unless another order is asked for, and how many there are. Two queries; the counts of a member are its own. */
export async function listRounds(
  db: Db<any>,
  ask: RoundFilter,
  page: { readonly offset: number; readonly limit: number; readonly sort?: RoundSort; readonly descending?: boolean },
): Promise<{ rows: RoundRow[]; total: number }> {
  const direction = (page.descending ?? page.sort === undefined) ? sql`desc nulls last` : sql`asc nulls last`;
  const own = ask.within === "all" ? sql`` : sql`and x.organisation = any(${[...ask.within]}::uuid[])`;
  const seen = ask.within === "all" ? sql`` : sql`and x.state <> 'found'`;
  const { rows } = await sql<RoundRow>`
    select ${ROUND},
      (select count(*) from needs.participation x where x.round = r.id ${own})::int as taking,
      (select coalesce(sum(x.invited), 0) from needs.participation x where x.round = r.id ${own})::int as invited,
      (select count(*) from needs.invitation x where x.round = r.id and x.sitting is not null ${own})::int as answered,
      (select count(*) from needs.need x where x.round = r.id ${own} ${seen})::int as needs
    from needs.round r where ${roundConditions(ask)}
    order by ${ROUND_ORDER[page.sort ?? "year"]} ${direction}, r.created_at desc, r.id limit ${page.limit} offset ${page.offset}`.execute(
    db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total from needs.round r where ${roundConditions(ask)}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** Rounds that can be copied or compared with: titles by newest. At most 100. */
export async function earlierRounds(
  db: Db<any>,
  except: string | null,
): Promise<{ id: string; title: string; fiscalYearStart: Day; state: RoundState }[]> {
  const { rows } = await sql<{ id: string; title: string; fiscalYearStart: Day; state: RoundState }>`
    select id, title, fiscal_year_start as "fiscalYearStart", state from needs.round
    where id is distinct from ${except}::uuid order by fiscal_year_start desc, created_at desc limit 100`.execute(db);
  return rows;
}

/** True when a round concerns one of these organisations. */
export async function isConcerned(db: Db<any>, round: string, within: Organisations): Promise<boolean> {
  const { rows } = await sql`select from needs.round r where r.id = ${round} and ${concerns(within)}`.execute(db);
  return rows.length > 0;
}

const PARTICIPATION = sql`
  p.round, p.organisation, o.name, p.state, p.invited, p.consent, p.validated_at as "validatedAt", p.validated_by as "validatedBy", p.validation_note as "validationNote",
  p.validation_language as "validationLanguage", p.shared_at as "sharedAt", p.replied_at as "repliedAt", p.reply, p.reply_language as "replyLanguage",
  p.paper_signed_on as "paperSignedOn", p.sheet,
  (select count(*) from needs.invitation i where i.round = p.round and i.organisation = p.organisation and i.sitting is not null)::int as answered`;

/** The organisations of a round within reach, by name. One query. */
export async function participations(db: Db<any>, round: string, within: Organisations): Promise<Participation[]> {
  const { rows } = await sql<Participation>`
    select ${PARTICIPATION} from needs.participation p join registry.organisation o on o.id = p.organisation
    where p.round = ${round} ${within === "all" ? sql`` : sql`and p.organisation = any(${[...within]}::uuid[])`}
    order by o.name, o.id`.execute(db);
  return rows;
}

/** Where one organisation stands in a round; a refusal of “not found” when it takes no part. */
export async function theParticipation(db: Db<any>, round: string, organisation: string, lock = false): Promise<Participation> {
  const { rows } = await sql<Participation>`
    select ${PARTICIPATION} from needs.participation p join registry.organisation o on o.id = p.organisation
    where p.round = ${round} and p.organisation = ${organisation} ${lock ? sql`for update of p` : sql``}`.execute(db);
  const found = rows[0];
  if (found === undefined) throw new Problem(p.noOrganisation);
  return found;
}

/** What the steps of a round are decided on. One query. `invitable` is what a launch would invite, for a round still being designed. */
export async function roundFacts(db: Db<any>, round: Round, today: Day, invitable = 0): Promise<RoundFacts> {
  const { rows } = await sql<Omit<RoundFacts, "missing" | "today" | "validateBy" | "replyBy">>`
    select
      (select coalesce(sum(invited), 0) from needs.participation where round = r.id)::int as invited,
      (select count(*) from needs.invitation where round = r.id and sitting is not null)::int as answered,
      (select count(*) from needs.participation where round = r.id and state = 'invited')::int as unvalidated,
      (select count(*) from needs.participation where round = r.id and state = 'shared')::int as silent,
      (select count(*) from needs.need where round = r.id)::int as needs,
      (select count(*) from needs.need n where n.round = r.id and n.state = any(${[...OWED]}::text[]) and not ${WITHHELD})::int as waiting,
      (select count(*) from needs.need n where n.round = r.id and n.state = 'contested' and not ${WITHHELD})::int as contested
    from needs.round r where r.id = ${round.id}`.execute(db);
  const counted = rows[0];
  if (counted === undefined) throw new Problem(p.noRound);
  return {
    ...counted,
    invited: round.state === "designed" ? invitable : counted.invited,
    missing: missingParts(round),
    validateBy: round.validateBy,
    replyBy: round.replyBy,
    today,
  };
}

/** Days of a round’s history from the journal, newest first: its own entries, and those of its needs and organisations when asked. */
export interface HistoryEntry {
  readonly entry: number;
  readonly at: Date;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly postType: string | null;
  readonly organisationName: string | null;
}
