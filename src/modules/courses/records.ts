/** What others link to, search and print here: courses and their versions. */
import { containing } from "#platform/db/like.ts";
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { RecordKind } from "#kernel/access/module.ts";
import { organisationsFor } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import { paths } from "./paths.ts";
import { titlesOf } from "./queries.ts";
import { verbs } from "./rules.ts";
import { wordingIn, type Wording } from "./schema.ts";
import { w } from "./words.ts";

async function ownOrganisations(db: Db<any>, actor: Actor | null, today: Day): Promise<string[]> {
  const within = actor === null ? new Set<string>() : await organisationsFor(db, actor, verbs.read, today);
  return within === "all" ? [] : [...within];
}

/** Courses that anyone may read, and all of them for those who keep them. One query. */
export async function visibleCourses(db: Db<any>, actor: Actor | null, ids: readonly string[], today: Day): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select c.id from courses.course c where c.id = any(${[...ids]}::uuid[]) and (c.organisation = any(${await ownOrganisations(db, actor, today)}::uuid[])
      or exists (select from courses.version v where v.course = c.id and v.published_at is not null))`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Versions that were published once, and all of them for those who keep them. One query. */
export async function visibleVersions(db: Db<any>, actor: Actor | null, ids: readonly string[], today: Day): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select v.id from courses.version v join courses.course c on c.id = v.course where v.id = any(${[...ids]}::uuid[])
      and (v.published_at is not null or c.organisation = any(${await ownOrganisations(db, actor, today)}::uuid[]))`.execute(db);
  return new Set(rows.map((row) => row.id));
}

async function search(db: Db<any>, actor: Actor | null, words: string, limit: number, today: Day): Promise<readonly string[]> {
  const like = containing(words);
  const { rows } = await sql<{ id: string }>`
    select c.id, min(c.code) as code from courses.course c join courses.version v on v.course = c.id
    where c.code ilike ${like} or v.title::text ilike ${like} group by c.id order by 2 limit ${limit * 4}`.execute(db);
  const ids = rows.map((row) => row.id);
  const seen = await visibleCourses(db, actor, ids, today);
  return ids.filter((id) => seen.has(id)).slice(0, limit);
}

async function versionTitles(db: Db<any>, ids: readonly string[], language: Language): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; title: Wording; number: number }>`
    select id, title, number from courses.version where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, `${wordingIn(row.title, language).text} (${row.number})`]));
}

export const records: Readonly<Record<string, RecordKind>> = {
  "courses.course": {
    title: w.course,
    href: paths.course,
    titles: async (db, ids, language) => {
      const titles = await titlesOf(db, ids);
      return new Map([...titles].map(([id, { title }]) => [id, wordingIn(title, language).text]));
    },
    visible: visibleCourses,
    search,
  },
  "courses.version": { title: w.version, href: paths.version, titles: versionTitles, visible: visibleVersions },
};
