/** What anyone may take of courses as open data: every course that is taught now. */
import type { Dataset } from "#kernel/access/module.ts";
import { patternOf } from "#platform/i18n/text.ts";
import { publishedCourses } from "./queries.ts";
import { w } from "./words.ts";

export const coursesTaught: Dataset = {
  name: "courses",
  title: w.dataset,
  columns: [
    { name: "code", title: w.code },
    { name: "title_rw", title: w.title },
    { name: "title_en", title: w.title },
    { name: "title_fr", title: w.title },
    { name: "modality", title: w.modality },
    { name: "domain", title: w.domain },
    { name: "groups", title: w.groupCodes },
    { name: "languages", title: w.languageCodes },
    { name: "hours", title: w.hours },
  ],
  rows: async (db, pack) => {
    const courses = await publishedCourses(db, pack);
    return courses.map((course) => ({
      code: course.code,
      title_rw: patternOf(course.title, "rw"),
      title_en: patternOf(course.title, "en"),
      title_fr: patternOf(course.title, "fr"),
      modality: course.modality,
      domain: course.domain,
      groups: course.groups.join(" "),
      languages: course.languages.join(" "),
      hours: course.hours,
    }));
  },
};
