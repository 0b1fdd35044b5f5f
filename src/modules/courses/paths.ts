/** Addresses of courses: the catalogue, a course, its versions and the pages that write them. */
import type { Aspect, CoursePart } from "./schema.ts";

const version = (id: string): string => `/courses/versions/${id}`;

export const paths = {
  courses: "/courses",
  csv: "/courses/files/courses.csv",
  xlsx: "/courses/files/courses.xlsx",
  feed: "/courses/files/courses.json",
  newCourse: "/courses/new",
  course: (id: string): string => `/courses/${id}`,
  courseJson: (id: string): string => `/courses/${id}/course.json`,
  version,
  part: (id: string, part: CoursePart | ":part"): string => `${version(id)}/parts/${part}`,
  newModule: (id: string): string => `${version(id)}/modules/new`,
  module: (id: string, module: string): string => `${version(id)}/modules/${module}`,
  moduleStep: (id: string, module: string, step: string): string => `${version(id)}/modules/${module}/${step}`,
  materials: (id: string): string => `${version(id)}/materials`,
  removeMaterial: (id: string, material: string): string => `${version(id)}/materials/${material}/remove`,
  material: (id: string, material: string): string => `${version(id)}/materials/${material}`,
  review: (id: string, aspect: Aspect | ":aspect"): string => `${version(id)}/reviews/${aspect}`,
  end: (id: string, step: string): string => `${version(id)}/end/${step}`,
  step: (id: string, step: string): string => `${version(id)}/steps/${step}`,
} as const;
