/** The morning page and search. */
export { module } from "./module.ts";
