/** What other modules may know of plans: the manifest, lines by id, lines that run, how far they are, and where they are read. */
export { module } from "./module.ts";
export { LINE as PLAN_LINE, PLAN } from "./kinds.ts";
export { planLinesByIds, progressOf as planProgressOf, runningPlanLines } from "./queries.ts";
export { paths as planPaths } from "./paths.ts";
export type { PlanLineFacts, PlanState } from "./schema.ts";
