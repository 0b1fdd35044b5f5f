/** What other modules may know of the chain: its manifest. */
export { module } from "./module.ts";
