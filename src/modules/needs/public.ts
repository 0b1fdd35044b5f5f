/** Needs as other modules read them: plans, courses and mentoring start from these. */
import { sql } from "kysely";
import type { Db } from "#platform/db/handle.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { OWED } from "./flows.ts";
import { everyNeed, listNeeds, WITHHELD } from "./queries-needs.ts";
import { isTrainable } from "./rules.ts";
import type { Need } from "./schema.ts";

/** What a need is about, how wide it is and how sure; levels 1 to 5. */
export type NeedFacts = Pick<
  Need,
  | "id"
  | "round"
  | "organisation"
  | "organisationName"
  | "kind"
  | "domain"
  | "statement"
  | "desired"
  | "current"
  | "importance"
  | "reach"
  | "cause"
  | "postTypes"
  | "certainty"
  | "state"
>;

/** Some needs by id, in one query; an id without a need is left out. */
export async function needsByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, NeedFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await listNeeds(
    db,
    { within: "all", sharedOnly: false, ids },
    { sort: "raised", descending: true, offset: 0, limit: ids.length },
  );
  return new Map(rows.map((need) => [need.id, need]));
}

/** Needs that are owed a response; `trainableOnly` leaves out those whose cause no course can cure. Withheld ones are never among them. */
export async function openNeeds(
  db: Db<any>,
  pack: Pack,
  ask: { readonly organisations?: readonly string[]; readonly domains?: readonly string[]; readonly trainableOnly?: boolean },
): Promise<NeedFacts[]> {
  const found: NeedFacts[] = [];
  const within = ask.organisations === undefined ? "all" : new Set(ask.organisations);
  for await (const need of everyNeed(db, { within, sharedOnly: true, state: "waiting", ...(ask.domains && { domains: ask.domains }) }))
    if (ask.trainableOnly !== true || isTrainable(pack, need.cause)) found.push(need);
  return found;
}

/** How many needs wait for a response, and of how many organisations. */
export interface NeedCount {
  readonly needs: number;
  readonly organisations: number;
}

/** The needs that training can cure and `openNeeds` would list, counted by domain; a domain without any is left out. One query. */
export async function openNeedCounts(db: Db<any>, pack: Pack, domains: readonly string[]): Promise<ReadonlyMap<string, NeedCount>> {
  const causes = codesOf(pack, "gap_cause").flatMap(({ code }) => (isTrainable(pack, code) ? [code] : []));
  const { rows } = await sql<NeedCount & { domain: string }>`
    select n.domain, count(*)::int as needs, count(distinct n.organisation)::int as organisations from needs.need n
    where n.domain = any(${[...domains]}::text[]) and n.state = any(${[...OWED]}::text[]) and not ${WITHHELD}
      and (n.cause is null or n.cause = any(${causes}::text[]))
    group by n.domain`.execute(db);
  return new Map(rows.map(({ domain, ...count }) => [domain, count]));
}
