/** The public face of courses: facts by id, what one learns, what may be taught today, and what a session of a day taught. */
export { module } from "./module.ts";
export { courseOutcomes, coursesByIds, publishedCourses, versionsOnDay } from "./queries.ts";
export { paths as coursePaths } from "./paths.ts";
export type { CourseFacts, CourseState } from "./schema.ts";
