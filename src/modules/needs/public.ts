/** Needs as other modules read them: plans, courses and mentoring start from these. */
import type { Db } from "#platform/db/handle.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { everyNeed, listNeeds } from "./queries-needs.ts";
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
