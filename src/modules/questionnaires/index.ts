/** The public face of questionnaires: where a respondent starts and where the library is. Storing and answering are kernel functions. */
export { module } from "./module.ts";
export { paths as questionnairePaths } from "./paths.ts";
