/** What other modules may know of learning profiles: the manifest. */
export { module } from "./module.ts";
