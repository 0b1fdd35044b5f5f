/** The public face of achievements: who was reached, in the one place where it is counted. */
export { module } from "./module.ts";
export { reachedPeople, reachOf, type Reach } from "./reach.ts";
export { figuresOf, type Figures } from "./figures.ts";
export { planOn, wholeOf, type Plan, type Scope } from "./scope.ts";
export { paths as achievementPaths } from "./paths.ts";
