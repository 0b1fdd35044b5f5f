/** The public face of inductions: coverage of a period, the people who are late, the list behind a number, and the join to sessions. */
export { module } from "./module.ts";
export { inductionCoverage, inductionLate } from "./public.ts";
export { inductionHref } from "./paths.ts";
export { configureInductions, type Enrolment, type InductionSources } from "./sources.ts";
export type { InductionCoverage, NewPerson } from "./schema.ts";
