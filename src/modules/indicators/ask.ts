/** What several handlers ask: the actor’s reach, the indicator, the place it is read for, and who may do what there. */
import { within, type Request } from "#kernel/access/asked.ts";
import type { Asked } from "#kernel/access/route.ts";
import { holds, reachOf, type Organisations, type Verb } from "#kernel/access/verb.ts";
import { p as measureProblems } from "#kernel/measure/problems.ts";
import { figuresByIds, indicatorsByIds, ownersOf } from "#kernel/measure/queries.ts";
import type { Figure, Indicator, Owner } from "#kernel/measure/schema.ts";
import { organisationsOn, type OrganisationRow } from "#kernel/registry/organisations.ts";
import { isId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { seesAll, verbs } from "./rules.ts";

/** The indicator of the path. */
export async function theIndicator(r: Asked<any, any>): Promise<Indicator> {
  const id = r.params["id"];
  const found = isId(id) ? (await indicatorsByIds(r.db, [id])).get(id) : undefined;
  if (found === undefined) throw new Problem(measureProblems.noIndicator);
  return found;
}

/** For whom an indicator is read: one organisation, or all together (null). `places` are those the reader may choose. */
export interface Place {
  readonly organisation: OrganisationRow | null;
  readonly places: readonly OrganisationRow[];
  readonly owners: readonly Owner[];
  readonly within: Organisations;
}

/** The place that the address asks for. A reader of one organisation gets hers; another’s is as if it were not there. */
export async function placeOf(r: Request, indicator: Indicator): Promise<Place> {
  const reach = await within(r, verbs.read);
  const owners = await ownersOf(r.db, { indicators: [indicator.id] });
  const reachable = owners.filter((owner) => holds(reach, owner.organisation));
  const ids = reachable.map((owner) => owner.organisation);
  const places = ids.length === 0 ? [] : await organisationsOn(r.db, { ids, on: r.today, language: r.language });
  const asked = r.query.get("place") ?? "";
  const own = seesAll(r.actor) ? null : (places.find((place) => place.id === r.actor.organisation) ?? null);
  if (asked === "" || asked === "all") return { organisation: asked === "all" ? null : own, places, owners, within: reach };
  const organisation = places.find((place) => place.id === asked);
  if (organisation === undefined) throw new Problem(measureProblems.noIndicator);
  return { organisation, places, owners, within: reach };
}

/** The standing figure of the path, of the indicator of the path and within the reach of a verb. */
export async function theFigure(r: Request, verb: Verb): Promise<Figure> {
  const id = r.params["figureId"];
  const found = isId(id) ? (await figuresByIds(r.db, [id])).get(id) : undefined;
  if (found === undefined || !found.stands || found.indicator !== r.params["id"]) throw new Problem(measureProblems.noFigure);
  const reach = await within(r, verb);
  if (found.organisation === null ? reach !== "all" : !holds(reach, found.organisation)) throw new Problem(measureProblems.noFigure);
  return found;
}

/** True when the actor may correct a figure: the association’s officer, or the post that owns it in its organisation. */
export function mayCorrect(r: Request, figure: Pick<Figure, "organisation">, owners: readonly Owner[]): boolean {
  if (reachOf(r.actor, verbs.correct) === "all") return true;
  return owners.some((owner) => owner.organisation === figure.organisation && owner.post === r.actor.post);
}

/** True when the actor could verify a figure: within her reach, and not her own. The act checks again, by person too. */
export function mayVerify(r: Request, figure: Figure, reach: Organisations): boolean {
  if (figure.certainty === "verified" || figure.post === r.actor.post) return false;
  return figure.organisation === null ? reach === "all" : holds(reach, figure.organisation);
}
