/** The manifest of follow-ups. */
import { moduleOf } from "#kernel/access/module.ts";
import { applicationDataset } from "./datasets.ts";
import { demo } from "./demo.ts";
import { dutiesOf, ownDutiesOf } from "./duties.ts";
import { JOBS, jobs } from "./jobs.ts";
import { panels } from "./panels.tsx";
import { paths } from "./paths.ts";
import { personalData } from "./personal-data.ts";
import { derived, records } from "./records.ts";
import { routes } from "./routes.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";
import { w as rates } from "./words-rates.ts";

export const module = moduleOf({
  name: "followups",
  title: w.module,
  needs: ["courses", "sessions"],
  routes,
  verbs,
  menu: [
    { text: w.module, href: paths.followups(), position: 34, under: "/sessions", for: verbs.read },
    { text: w.mine, href: paths.mine, position: 57, own: true, for: "signed-in" },
  ],
  records,
  stories: {
    "followups.asked": rates.storyAsked,
    "followups.task.written": rates.storyWritten,
    "followups.task.typed": rates.storyTyped,
    "followups.answered.self": rates.storySelf,
    "followups.answered.supervisor": rates.storySeen,
    "followups.evidence.added": rates.storyEvidence,
    "followups.questions.put": rates.storyPut,
    "followups.supervisors.asked": rates.storySupervisors,
  },
  panels,
  derived,
  jobs,
  timers: [{ job: JOBS.daily, cron: "37 * * * *" }],
  personalData,
  datasets: [applicationDataset],
  duties: dutiesOf,
  ownDuties: ownDutiesOf,
  demo,
});
