/** The manifest of tests. */
import { moduleOf } from "#kernel/access/module.ts";
import { registerPurpose } from "#kernel/questionnaire/purpose.ts";
import { gainCommand } from "./command-gain.ts";
import { itemsCommand } from "./command-items.ts";
import { demo } from "./demo.ts";
import { dutiesOf, ownDutiesOf } from "./duties.ts";
import { CLOCK, jobs } from "./jobs.ts";
import { panels } from "./panels.tsx";
import { paths } from "./paths.ts";
import { personalData } from "./personal-data.ts";
import { purposes } from "./purpose.ts";
import { records } from "./records.ts";
import { listRoutes } from "./routes-list.tsx";
import { ownRoutes } from "./routes-own.tsx";
import { sessionRoutes } from "./routes-session.tsx";
import { writeRoutes } from "./routes-write.tsx";
import { verbs } from "./rules.ts";
import { stories, w } from "./words.ts";
import { w as own } from "./words-answer.ts";

for (const purpose of purposes) registerPurpose(purpose);

export const module = moduleOf({
  name: "tests",
  title: w.module,
  needs: ["courses", "sessions"],
  routes: [...listRoutes, ...writeRoutes, ...sessionRoutes, ...ownRoutes],
  verbs,
  menu: [
    { text: w.module, href: paths.tests, position: 32, under: "/sessions", for: verbs.run },
    { text: own.mineTitle, href: paths.mine, position: 58, own: true, for: "signed-in" },
  ],
  records,
  stories,
  panels,
  jobs,
  timers: [{ job: CLOCK, cron: "37 * * * *" }],
  personalData,
  commands: [itemsCommand, gainCommand],
  duties: dutiesOf,
  ownDuties: ownDutiesOf,
  demo,
});
