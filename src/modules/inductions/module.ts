/** The manifest of inductions. */
import { moduleOf } from "#kernel/access/module.ts";
import { inductionsByTier } from "./datasets.ts";
import { dutiesOf } from "./duties.ts";
import { JOBS, jobs } from "./jobs.ts";
import { paths } from "./paths.ts";
import { personalData } from "./personal-data.ts";
import { records } from "./records.ts";
import { routes } from "./routes.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "inductions",
  title: w.module,
  routes,
  verbs,
  menu: [{ text: w.module, href: paths.inductions, position: 35, under: "/sessions", for: verbs.read }],
  records,
  jobs,
  timers: [{ job: JOBS.refresh, cron: "*/5 * * * *" }],
  personalData,
  datasets: [inductionsByTier],
  duties: dutiesOf,
});
