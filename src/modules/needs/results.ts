/** What the module’s manifest and its public face take from the pictures of results. */
export { resultRoutes } from "./results-routes.tsx";
export { resultVerbs } from "./results-scope.ts";
export { publicNeeds, type PublicNeed, type PublicNeeds } from "./results-public.ts";
