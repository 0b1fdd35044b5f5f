/** What several handlers ask: the list of the path as far as the actor may take or read it, and a half-day of it. */
import { param, type Request } from "#kernel/access/asked.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { openList } from "./queries.ts";
import { partNow } from "./rules.ts";
import type { OpenList } from "./schema.ts";

/** What is wrong with a form, by field. */
export type Errors = readonly { readonly field: string; readonly text: string }[];

/** The list of the path, whose attendance the actor may take. */
export const taking = (r: Request): Promise<OpenList> => openList(r.db, r.actor, param(r, "id"), "mayRecord", r.today);

/** A list that the actor may read or take. */
export async function readable(r: Request): Promise<OpenList> {
  try {
    return await openList(r.db, r.actor, param(r, "id"), "mayRead", r.today);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return taking(r);
  }
}

/** A half-day by its id, otherwise the one that a door is about now. */
export function partAsked(list: OpenList, id: string | null, now: Date): Part {
  const part = list.parts.find((each) => each.id === id) ?? partNow(list.parts, now);
  if (part === undefined) throw new Problem(p.notFound);
  return part;
}
