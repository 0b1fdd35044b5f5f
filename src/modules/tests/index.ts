/** The public face of tests: scores and gain by session, evaluations as they may be shown, and where they stand. */
export { module } from "./module.ts";
export { gainOf, testResultsOf, type TestResult } from "./figures.ts";
export { evaluationOf, type Evaluation } from "./opinions.ts";
export { paths as testPaths } from "./paths.ts";
