/** The public face of courses: facts by id, what may be taught today, and what a session of a day taught. */
export { module } from "./module.ts";
export { coursesByIds, publishedCourses, versionsOnDay } from "./queries.ts";
export { paths as coursePaths } from "./paths.ts";
export type { CourseFacts, CourseState } from "./schema.ts";
