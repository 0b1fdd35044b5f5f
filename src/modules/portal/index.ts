/** The public portal. */
export { module } from "./module.ts";
