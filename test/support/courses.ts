/** Published courses for tests that are about something else. */
import { sql } from "kysely";
import { newId } from "#platform/db/ids.ts";
import type { World } from "./world.ts";

/** A course as a test needs it. */
export interface TestCourse {
  readonly code: string;
  readonly title: string;
  readonly groups: readonly string[];
}

/** Keeps courses as published, without their reviews; their ids by code. */
export async function makeCourses(world: World, courses: readonly TestCourse[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { code, title, groups } of courses) {
    const id = newId();
    await sql`insert into courses.course (id, organisation, code, recorded_at) values (${id}, ${world.association}, ${code}, ${world.now})`.execute(
      world.db,
    );
    await sql`
      insert into courses.version (id, course, number, state, title, modality, domain, languages, target_groups, published_at, recorded_at)
      values (${newId()}, ${id}, 1, 'published', ${JSON.stringify({ en: title, fr: title, rw: title })}::jsonb, 'short_course', 'LDG', '{en}',
        ${[...groups]}::text[], ${world.now}, ${world.now})`.execute(world.db);
    ids.set(code, id);
  }
  return ids;
}
