/** What other modules may know of follow-ups: how the tasks of sessions stand. */
export { module } from "./module.ts";
export { applicationOf } from "./queries.ts";
export { paths as followupPaths } from "./paths.ts";
export { APPLICATION, TASK, type Application } from "./schema.ts";
