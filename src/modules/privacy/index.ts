/** Personal data: the officer's console, a person's own page, and exceptional access for modules that hold confidential records. */
export { breakGlass, glassBroken } from "./glass.ts";
export { module } from "./module.ts";
export { paths as privacyPaths } from "./paths.ts";
