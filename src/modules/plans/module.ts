/** The manifest of plans. */
import { moduleOf } from "#kernel/access/module.ts";
import { coursePaths } from "#modules/courses";
import { calendarData } from "./datasets.ts";
import { demo } from "./demo.ts";
import { dutiesOf } from "./duties.ts";
import { jobs, JOBS } from "./jobs.ts";
import { paths } from "./paths.ts";
import { records } from "./records.ts";
import { formRoutes } from "./routes-form.tsx";
import { lineRoutes } from "./routes-lines.tsx";
import { moreRoutes } from "./routes-more.tsx";
import { planRoutes } from "./routes-plan.tsx";
import { poolRoutes } from "./routes-pool.tsx";
import { publicRoutes } from "./routes-public.tsx";
import { stepRoutes } from "./routes-steps.tsx";
import { wordingRoutes } from "./routes-wordings.tsx";
import { verbs } from "./verbs.ts";
import { w as form } from "./words-form.ts";
import { w } from "./words-plan.ts";
import { stories } from "./words-story.ts";

export const module = moduleOf({
  name: "plans",
  title: w.module,
  needs: ["needs", "courses"],
  routes: [...planRoutes, ...stepRoutes, ...lineRoutes, ...formRoutes, ...poolRoutes, ...moreRoutes, ...wordingRoutes, ...publicRoutes],
  verbs,
  menu: [
    { text: w.module, href: paths.plans, position: 12, for: verbs.read },
    { text: form.calendar, href: paths.calendar, position: 25, under: coursePaths.courses, for: "public" },
  ],
  records,
  stories,
  jobs,
  timers: [{ job: JOBS.clock, cron: "11 * * * *" }],
  // Nobody's data is kept here: comments and decisions name posts, and what was written beside them lies in the journal's erasable part.
  datasets: [calendarData],
  duties: dutiesOf,
  demo,
});
