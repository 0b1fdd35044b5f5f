/** The manifest of sessions. */
import { moduleOf } from "#kernel/access/module.ts";
import { coursePaths } from "#modules/courses";
import { registerGathering } from "#kernel/gathering/kinds.ts";
import { demo } from "./demo.ts";
import { dutiesOf, ownDutiesOf } from "./duties.ts";
import { sessionGathering } from "./gathering-kind.ts";
import { jobs, JOBS } from "./jobs.ts";
import { panels } from "./panels.tsx";
import { paths } from "./paths.ts";
import { personalData } from "./personal-data.ts";
import { sessionsDataset } from "./public-sessions.ts";
import { derived, records } from "./records.ts";
import { routes } from "./routes.ts";
import { verbs } from "./rules.ts";
import { stories, w } from "./words-records.ts";

registerGathering(sessionGathering);

export const module = moduleOf({
  name: "sessions",
  title: w.module,
  needs: ["needs", "courses", "plans"],
  routes,
  verbs,
  menu: [
    { text: w.module, href: paths.sessions, position: 30, for: verbs.read },
    { text: w.calendar, href: paths.public, position: 30, under: coursePaths.courses, for: "public" },
  ],
  records,
  stories,
  derived,
  panels,
  jobs,
  timers: [{ job: JOBS.clock, cron: "17 * * * *" }],
  personalData,
  datasets: [sessionsDataset],
  duties: dutiesOf,
  ownDuties: ownDutiesOf,
  demo,
});
