/** Reads of courses: facts for other modules, lists, and one version with everything it holds. */
import { containing } from "#platform/db/like.ts";
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import {
  textOf,
  type CourseFacts,
  type CourseMaterial,
  type CourseModule,
  type CourseState,
  type CourseVersion,
  type Review,
  type Wording,
} from "./schema.ts";

const VERSION = sql`
  v.id as version, v.course, v.number, c.code, c.organisation, v.state, v.title, v.summary, v.outcomes, v.prerequisites, v.modality, v.domain,
  v.other_domains as "otherDomains", v.programme, v.languages, v.target_groups as groups, v.assessment, v.pass_mark as "passMark",
  v.attendance_minimum as "attendanceMinimum", v.pre_test as "preTest", v.post_test as "postTest", v.evaluation, v.asked_at as "askedAt",
  v.published_at as "publishedAt", v.revision_on as "revisionOn", v.ended_at as "endedAt", v.reason, v.reason_language as "reasonLanguage",
  t.minutes, t.practical as "practicalMinutes", round(t.minutes / 60.0, 1)::float8 as hours`;

const TIMES = sql`left join lateral (
  select coalesce(sum(m.minutes), 0)::int as minutes, coalesce(sum(m.practical_minutes), 0)::int as practical from courses.module m where m.version = v.id) t on true`;

/** The version that a course is known by: the one in force, else the newest. */
const KNOWN = sql`from courses.course c join lateral (
  select * from courses.version x where x.course = c.id
  order by (x.state in ('published', 'revision_due')) desc, x.number desc limit 1) v on true ${TIMES}`;

/** A version as what other modules know of its course. */
export function factsOf({ course, ...version }: CourseVersion): CourseFacts {
  return {
    id: course,
    version: version.version,
    number: version.number,
    code: version.code,
    title: textOf(version.title),
    modality: version.modality,
    domain: version.domain,
    state: version.state,
    hours: version.hours,
    passMark: version.passMark,
    attendanceMinimum: version.attendanceMinimum,
    languages: version.languages,
    groups: version.groups,
    preTest: version.preTest,
    postTest: version.postTest,
    evaluation: version.evaluation,
    programme: version.programme,
  };
}

/** Some courses by id, as the version in force has them; an id without a course is left out. One query. */
export async function coursesByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, CourseFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<CourseVersion>`select ${VERSION} ${KNOWN} where c.id = any(${[...new Set(ids)]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.course, factsOf(row)]));
}

/** Every course that may be taught today, by code; one whose revision is due still may. One query. */
export async function publishedCourses(db: Db<any>, _pack: Pack): Promise<readonly CourseFacts[]> {
  const { rows } =
    await sql<CourseVersion>`select ${VERSION} ${KNOWN} where v.state in ('published', 'revision_due') order by c.code`.execute(db);
  return rows.map(factsOf);
}

/** What one can do after some courses, one thing a line, as the version in force says it. One query. */
export async function courseOutcomes(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, Wording>> {
  const { rows } = await sql<{ id: string; outcomes: Wording }>`
    select c.id, v.outcomes ${KNOWN} where c.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.outcomes]));
}

/** The versions that were in force on a day, by course: what a session of that day taught. One query. */
export async function versionsOnDay(
  db: Db<any>,
  courses: readonly string[],
  day: Day,
  zone: string,
): Promise<ReadonlyMap<string, CourseFacts>> {
  if (courses.length === 0) return new Map();
  const { rows } = await sql<CourseVersion>`
    select distinct on (v.course) ${VERSION} from courses.course c join courses.version v on v.course = c.id ${TIMES}
    where c.id = any(${[...new Set(courses)]}::uuid[]) and (v.published_at at time zone ${zone})::date <= ${day}::date
    order by v.course, v.number desc`.execute(db);
  return new Map(rows.map((row) => [row.course, factsOf(row)]));
}

/** Which courses are wanted. */
export interface CourseFilter {
  /** Only what anyone may see. */
  readonly publicOnly: boolean;
  readonly state?: CourseState | null;
  readonly group?: string | null;
  readonly domain?: string | null;
  readonly language?: Language | null;
  readonly modality?: string | null;
  readonly search?: string | null;
}

export const COURSE_SORTS = ["code", "title", "hours", "practical", "published"] as const;
export type CourseSort = (typeof COURSE_SORTS)[number];

const conditions = (ask: CourseFilter): RawBuilder<unknown> => sql`true
  ${ask.publicOnly ? sql`and v.state in ('published', 'revision_due')` : sql``}
  ${ask.state ? sql`and v.state = ${ask.state}` : sql``}
  ${ask.group ? sql`and ${ask.group} = any(v.target_groups)` : sql``}
  ${ask.domain ? sql`and (v.domain = ${ask.domain} or ${ask.domain} = any(v.other_domains))` : sql``}
  ${ask.language ? sql`and ${ask.language} = any(v.languages)` : sql``}
  ${ask.modality ? sql`and v.modality = ${ask.modality}` : sql``}
  ${ask.search ? sql`and (c.code ilike ${containing(ask.search)} or v.title::text ilike ${containing(ask.search)} or v.summary::text ilike ${containing(ask.search)})` : sql``}`;

const orderBy = (sort: CourseSort, language: Language): RawBuilder<unknown> =>
  ({
    code: sql`c.code`,
    title: sql`lower(ltrim(coalesce(nullif(v.title ->> ${language}, ''), v.title ->> 'en'), '≈'))`,
    hours: sql`t.minutes`,
    practical: sql`t.practical::float8 / nullif(t.minutes, 0)`,
    published: sql`v.published_at`,
  })[sort];

/** One page of courses in an order, and how many there are. Two queries. */
export async function listCourses(
  db: Db<any>,
  ask: CourseFilter,
  page: {
    readonly sort: CourseSort;
    readonly descending: boolean;
    readonly language: Language;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ readonly rows: CourseVersion[]; readonly total: number }> {
  const direction = page.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<CourseVersion>`
    select ${VERSION} ${KNOWN} where ${conditions(ask)}
    order by ${orderBy(page.sort, page.language)} ${direction}, c.code limit ${page.limit} offset ${page.offset}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total ${KNOWN} where ${conditions(ask)}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** The versions of a course, newest first. One query. */
export async function versionsOf(db: Db<any>, course: string): Promise<CourseVersion[]> {
  const { rows } = await sql<CourseVersion>`
    select ${VERSION} from courses.course c join courses.version v on v.course = c.id ${TIMES} where c.id = ${course} order by v.number desc`.execute(
    db,
  );
  return rows;
}

/** One version by its id; undefined when there is none. */
export async function findVersion(db: Db<any>, version: string): Promise<CourseVersion | undefined> {
  const { rows } = await sql<CourseVersion>`
    select ${VERSION} from courses.course c join courses.version v on v.course = c.id ${TIMES} where v.id = ${version}`.execute(db);
  return rows[0];
}

/** The version that a course is known by. Throws when there is no such course. */
export async function theCourse(db: Db<any>, course: string): Promise<CourseVersion> {
  const { rows } = await sql<CourseVersion>`select ${VERSION} ${KNOWN} where c.id = ${course}`.execute(db);
  const found = rows[0];
  if (found === undefined) throw new Problem(p.noCourse);
  return found;
}

/** The modules of a version in order. */
export async function modulesOf(db: Db<any>, version: string): Promise<CourseModule[]> {
  const { rows } = await sql<CourseModule>`
    select id, position, title, objective, minutes, practical_minutes as "practicalMinutes", method
    from courses.module where version = ${version} order by position`.execute(db);
  return rows;
}

/** The materials of a version by language and title. */
export async function materialsOf(db: Db<any>, version: string): Promise<CourseMaterial[]> {
  const { rows } = await sql<CourseMaterial>`
    select m.id, m.title, m.language, m.licence, m.author, m.file, f.name as "fileName", b.size
    from courses.material m join files.file f on f.id = m.file join files.blob b on b.hash = f.hash
    where m.version = ${version} order by m.language, m.title, m.id`.execute(db);
  return rows;
}

/** Every review of a version, the newest round first. */
export async function reviewsOf(db: Db<any>, version: string): Promise<Review[]> {
  const { rows } = await sql<Review>`
    select aspect, decision, note, language, post, round, recorded_at as at from courses.review where version = ${version} order by round desc, aspect`.execute(
    db,
  );
  return rows;
}

/** How many modules each version has. One query. */
export async function moduleCount(db: Db<any>, version: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from courses.module where version = ${version}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Titles of courses by id, for links and search. One query. */
export async function titlesOf(
  db: Db<any>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: Wording; readonly code: string }>> {
  const { rows } = await sql<{ id: string; title: Wording; code: string }>`
    select c.id, v.title, c.code ${KNOWN} where c.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, title, code }) => [id, { title, code }]));
}
