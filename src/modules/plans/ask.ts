/** What several handlers ask: the plan when the reader may see it, whether a post may do something to it, and its history as sentences. */
import { param, type Request } from "#kernel/access/asked.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { holds, organisationsFor, reachOf, type Verb } from "#kernel/access/verb.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { isId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { SHOWN_TO_MEMBERS } from "./flows.ts";
import { theLine, thePlan } from "./queries.ts";
import type { Line, Plan } from "./schema.ts";
import { followsDrafts, verbs } from "./verbs.ts";
import { p } from "./problems.ts";

/** True when a reader sees a plan: the association from its beginning, members and organs once it is open for comments. */
export function sees(actor: Actor | null, plan: Pick<Plan, "state">): boolean {
  if (reachOf(actor, verbs.read) === null) return false;
  return followsDrafts(actor) || SHOWN_TO_MEMBERS.includes(plan.state);
}

/** The plan of the path, when the reader sees it; otherwise there is no such plan. */
export async function readPlan(r: Request, id = param(r, "id")): Promise<Plan> {
  if (!isId(id)) throw new Problem(p.noPlan);
  const plan = await thePlan(r.db, id);
  if (!sees(r.actor, plan)) throw new Problem(p.noPlan);
  return plan;
}

/** The line of the path with its plan, when the reader sees that. */
export async function readLine(r: Request): Promise<{ readonly line: Line; readonly plan: Plan }> {
  const id = param(r, "lineId");
  if (!isId(id)) throw new Problem(p.noLine);
  const line = await theLine(r.db, id);
  const plan = await thePlan(r.db, line.plan);
  if (!sees(r.actor, plan)) throw new Problem(p.noLine);
  return { line, plan };
}

/** True when the actor's reach with a verb holds the plan. */
export async function may(r: Request, verb: Verb, plan: Plan): Promise<boolean> {
  if (reachOf(r.actor, verb) === null) return false;
  return holds(await organisationsFor(r.db, r.actor, verb, r.today), plan.organisation);
}

/** Refuses a plan outside the actor's reach for a verb, as if it were not there. */
export async function mustReach(r: Request, verb: Verb, plan: Plan): Promise<void> {
  if (!(await may(r, verb, plan))) throw new Problem(flowProblems.notFound);
}
