/** The public face of attendance: where the lists are. Presence itself is read with kernel/gathering. */
export { module } from "./module.ts";
export { paths as attendancePaths } from "./paths.ts";
