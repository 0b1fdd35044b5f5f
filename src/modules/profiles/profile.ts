/** Reads what pages and panels of a learning profile show: a person’s entries, and what her posts ask for. */
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked } from "#kernel/access/route.ts";
import { entriesOf, type Entry } from "#kernel/portfolio/portfolio.ts";
import { holdingsOf } from "#kernel/registry/posts.ts";
import { publishedCourses, type CourseFacts } from "#modules/courses";
import { postName } from "#modules/people";
import { askedOf, requirementsOf, type Requirement } from "./requirements.ts";

export type Visit = Asked<any, Actor | null>;

/** Published courses by code, and what posts they are asked of. */
export async function offered(
  r: Visit,
): Promise<{ readonly courses: ReadonlyMap<string, CourseFacts>; readonly requirements: readonly Requirement[] }> {
  const courses = await publishedCourses(r.db, r.pack);
  return { courses: new Map(courses.map((course) => [course.code, course])), requirements: requirementsOf(r.pack, courses) };
}

/** What one post asks for. */
export interface PostAsks {
  readonly post: string;
  readonly name: string;
  readonly courses: readonly CourseFacts[];
}

/** A post with its type, seat and organisation’s tier. */
export interface AskingPost {
  readonly post: string;
  readonly postType: string;
  readonly seat: number;
  readonly organisationName: string;
  readonly tier: string | null;
}

/** What some posts ask for, each under its name. */
export async function asksOf(r: Visit, posts: readonly AskingPost[]): Promise<PostAsks[]> {
  const { courses, requirements } = await offered(r);
  return posts.map((post) => ({
    post: post.post,
    name: `${postName(r.pack, r.say, post)}, ${post.organisationName}`,
    courses: askedOf(requirements, post).flatMap((code) => courses.get(code) ?? []),
  }));
}

/** A person’s portfolio, where its records may be opened, and the posts she holds today. */
export interface PersonLearning {
  readonly entries: readonly Entry[];
  readonly hrefs: ReadonlyMap<string, string>;
  readonly posts: readonly string[];
}

export async function learningOf(r: Visit, person: string): Promise<PersonLearning> {
  const [entries, holdings] = await Promise.all([entriesOf(r.db, [person]), holdingsOf(r.db, person, r.today)]);
  const names = await r.house.name(
    r.db,
    r.actor,
    entries.map((entry) => entry.about),
    r.language,
    r.today,
  );
  return {
    entries,
    hrefs: new Map([...names].flatMap(([id, named]) => (named.href === null ? [] : [[id, named.href]]))),
    posts: holdings.map((holding) => holding.post),
  };
}
