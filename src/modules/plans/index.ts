/** What other modules may know of plans: the manifest, lines by id and by year, lines that run, how far they are, and where they are read. */
export { module } from "./module.ts";
export { LINE as PLAN_LINE, PLAN } from "./kinds.ts";
export { planLinesByIds, planLinesOf, progressOf as planProgressOf, runningPlanLines } from "./queries.ts";
export { paths as planPaths } from "./paths.ts";
export type { PlanLineFacts, PlanState } from "./schema.ts";
