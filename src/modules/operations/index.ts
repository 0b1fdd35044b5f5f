/** Running the installation: administration pages, backups, exports, doctor. */
export { module } from "./module.ts";
export { configureOperations } from "./settings.ts";
