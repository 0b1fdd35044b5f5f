/** The manifest of courses. */
import { moduleOf } from "#kernel/access/module.ts";
import { coursesTaught } from "./datasets.ts";
import { demo } from "./demo.ts";
import { dutiesOf } from "./duties.ts";
import { jobs, JOBS } from "./jobs.ts";
import { paths } from "./paths.ts";
import { records } from "./records.ts";
import { readRoutes } from "./routes.tsx";
import { writeRoutes } from "./routes-write.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "courses",
  title: w.module,
  needs: ["needs"],
  routes: [...writeRoutes, ...readRoutes],
  verbs,
  menu: [
    { text: w.module, href: paths.courses, position: 20, for: "signed-in" },
    { text: w.module, href: paths.courses, position: 20, for: "public" },
  ],
  records,
  stories: {
    "courses.course.begun": w.storyBegun,
    "courses.version.written": w.storyWritten,
    "courses.version.review_asked": w.storyAsked,
    "courses.version.taken_back": w.storyTaken,
    "courses.version.content_approved": w.storyContentApproved,
    "courses.version.content_returned": w.storyContentReturned,
    "courses.version.legal_approved": w.storyLegalApproved,
    "courses.version.legal_returned": w.storyLegalReturned,
    "courses.version.reopened": w.storyReopened,
    "courses.version.published": w.storyPublished,
    "courses.version.revision_due": w.storyDue,
    "courses.version.confirmed": w.storyConfirmed,
    "courses.version.revised": w.storyRevised,
    "courses.version.dropped": w.storyDropped,
    "courses.version.retired": w.storyRetired,
  },
  jobs,
  timers: [{ job: JOBS.clock, cron: "11 2 * * *" }],
  datasets: [coursesTaught],
  duties: dutiesOf,
  demo,
});
