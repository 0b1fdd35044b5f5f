/** What other modules may know of indicators: the manifest, where their pages are, where they stand, and linking one to a need. */
export { module } from "./module.ts";
export { measureNeed } from "./actions.ts";
export { paths as indicatorPaths } from "./paths.ts";
export { standings, type Standing } from "./standing.ts";
export { publicIndicators, type PublicIndicator } from "./public-figures.ts";
