/** Kinds of records that links and names are told by: our own, and those of needs that lines answer. */
export const PLAN = "plans.plan";
export const LINE = "plans.line";
export { NEED, RESPONSE } from "#modules/needs";
