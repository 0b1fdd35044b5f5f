/** The public face of the module: what other modules and the composition root may use. */
export { module } from "./module.ts";
export { configurePeople, type DutiesOf, type Learned, type PeopleSources } from "./sources.ts";
export { DEMO_SIGN_INS, type DemoSignIn } from "./demo-cast.ts";
export { paths } from "./paths.ts";
export { postName } from "./people-format.ts";
export { findMatches, mergeCertain } from "./matches.ts";
export { indexOrganisations, organisationsNamed, postTypesMeant, type KnownOrganisation, type OrganisationIndex } from "./people-check.ts";
export { knownOrganisations } from "./people-import.ts";
export { readPhone } from "./schema.ts";
export { fileOf, printFindings, refuseFile, reportOf } from "./commands.ts";
export { unknownFinding, type Finding } from "./findings.ts";
