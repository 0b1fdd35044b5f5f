/** The manifest of achievements. */
import { moduleOf } from "#kernel/access/module.ts";
import { commands } from "./commands.ts";
import { achievements } from "./datasets.ts";
import { makeDemo } from "./demo.ts";
import { duties } from "./duties.ts";
import { takeConfirmed } from "./jobs.ts";
import { TAKE_JOB } from "./past-lists.ts";
import { paths } from "./paths.ts";
import { personalData } from "./personal.ts";
import { derived, records } from "./records.ts";
import { behindRoutes } from "./routes-behind.tsx";
import { listRoutes } from "./routes-lists.tsx";
import { pageRoutes } from "./routes-page.tsx";
import { publicRoutes } from "./routes-public.tsx";
import { reportRoutes } from "./routes-reports.tsx";
import { storyRoutes } from "./routes-stories.tsx";
import { verbs } from "./rules.ts";
import { w as list } from "./words-list.ts";
import { w as report } from "./words-report.ts";
import { w as story } from "./words-story.ts";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "achievements",
  title: w.title,
  needs: ["people", "plans", "sessions", "tests", "followups", "inductions"],
  routes: [...pageRoutes, ...behindRoutes, ...reportRoutes, ...storyRoutes, ...listRoutes, ...publicRoutes],
  verbs,
  menu: [
    { text: w.title, href: paths.page, position: 60, for: verbs.read },
    { text: report.publicTitle, href: paths.published, position: 30, for: "public" },
  ],
  records,
  derived,
  stories: {
    "achievements.report.begun": report.storyBegun,
    "publication.frozen": report.storyFrozen,
    "publication.released": report.storyReleased,
    "publication.dropped": report.storyDropped,
    "publication.withdrawn": report.storyWithdrawn,
    "achievements.story.told": story.told,
    "achievements.story.withdrawn": story.consentTakenBack,
    "achievements.list.checked": list.storyChecked,
    "achievements.list.confirmed": list.storyChecked,
    "achievements.list.taken": list.storyTaken,
    "achievements.list.dropped": list.storyDropped,
  },
  jobs: { [TAKE_JOB]: takeConfirmed },
  personalData,
  datasets: [achievements],
  commands,
  duties,
  demo: makeDemo,
});
