/** What other modules may know of needs: the manifest, needs by id and owed, and adding a response to one. */
export { module } from "./module.ts";
export { NEED, RESPONSE } from "./kinds.ts";
export { addResponse, type NewResponse } from "./actions-response.ts";
export { needsByIds, openNeedCounts, openNeeds, type NeedCount, type NeedFacts } from "./public.ts";
export { isTrainable } from "./rules.ts";
export { publicNeeds, type PublicNeed, type PublicNeeds } from "./results-public.ts";
