/** The journal: how anyone checks it, and the list of its entries. */
export { module } from "./module.ts";
