/** The manifest of needs assessment. */
import { moduleOf } from "#kernel/access/module.ts";
import { registerPurpose } from "#kernel/questionnaire/purpose.ts";
import { needsByDomain, personalData } from "./datasets.ts";
import { demo } from "./demo.ts";
import { dutiesOf } from "./duties.ts";
import { jobs, JOBS } from "./jobs.ts";
import { paths } from "./paths.ts";
import { roundPurpose } from "./purpose.ts";
import { records } from "./records.ts";
import { routes } from "./routes.ts";
import { resultVerbs } from "./results-scope.ts";
import { verbs } from "./rules.ts";
import { stories, w } from "./words-duties.ts";

registerPurpose(roundPurpose);

export const module = moduleOf({
  name: "needs",
  title: w.module,
  routes,
  verbs: { ...verbs, ...resultVerbs },
  menu: [{ text: w.module, href: paths.needs, position: 10, for: verbs.read }],
  records,
  stories,
  jobs,
  timers: [{ job: JOBS.clock, cron: "7 * * * *" }],
  personalData: [personalData],
  datasets: [needsByDomain],
  duties: dutiesOf,
  demo,
});
