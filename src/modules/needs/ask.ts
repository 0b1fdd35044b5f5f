/** What several handlers ask: the actor’s reach, the record when it is within it, history as sentences, and list pages. */
import { param, within, type Request } from "#kernel/access/asked.ts";
import { holds, type Organisations, type Verb } from "#kernel/access/verb.ts";
import { Problem } from "#platform/problems/problem.ts";
import { theNeed } from "./queries-needs.ts";
import { isConcerned, theParticipation, theRound } from "./queries.ts";
import { visibleNeeds } from "./records.ts";
import type { Need, Participation, Round } from "./schema.ts";
import { followsAll, isWithheldFrom, ownResultsVisible, verbs } from "./rules.ts";
import { p } from "./problems.ts";

/** The round of the path, when it concerns an organisation that the actor reads; otherwise there is no such round. */
export async function readRound(r: Request): Promise<{ readonly round: Round; readonly within: Organisations }> {
  const round = await theRound(r.db, param(r, "id"));
  const reach = await within(r, verbs.read);
  if (!(await isConcerned(r.db, round.id, reach))) throw new Problem(p.noRound);
  return { round, within: reach };
}

/** The organisation of the path in its round, within the reach of a verb. */
export async function readPart(r: Request, verb: Verb): Promise<{ readonly round: Round; readonly part: Participation }> {
  const organisation = param(r, "organisationId");
  const reach = await within(r, verb);
  if (!holds(reach, organisation)) throw new Problem(p.noOrganisation);
  const round = await theRound(r.db, param(r, "id"));
  return { round, part: await theParticipation(r.db, round.id, organisation) };
}

/** True when an organisation keeps its result to itself and the reader is not of it. */
export function isWithheld(r: Request, round: Round, part: Participation): boolean {
  return isWithheldFrom(r.actor, round, part);
}

/** Levels are seen by the association at once, by the organisation from the day they are shared; by nobody else, and withheld ones by their own. */
export function levelsVisible(r: Request, round: Round, part: Participation): boolean {
  return !isWithheld(r, round, part) && (followsAll(r.actor) || ownResultsVisible(round.state));
}

/** The need of the path when the actor may see it. Owners of responses see the needs that theirs answer. */
export async function readNeed(r: Request): Promise<Need> {
  const id = param(r, "id");
  if (!(await visibleNeeds(r.db, r.actor, [id], r.today)).has(id)) throw new Problem(p.noNeed);
  return theNeed(r.db, id);
}
