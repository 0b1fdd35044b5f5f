/** What other modules may know of certificates. */
export { module } from "./module.ts";
export { certificatesOf } from "./queries.ts";
export { paths as certificatePaths } from "./paths.ts";
export { CERTIFICATE, type Certificate } from "./schema.ts";
