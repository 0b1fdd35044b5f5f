/** Who holds a post, and which of its courses she has: one query for a page of the list, one for the sums. */
import { sql, type RawBuilder } from "kysely";
import type { Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Requirement, Standing } from "./requirements.ts";

/** One holder and one course that her post asks for. */
export interface LackRow {
  readonly person: string;
  readonly name: string;
  readonly post: string;
  readonly postType: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly since: Day;
  readonly course: string;
  readonly standing: Standing;
}

/** What is asked; absent limits do not limit. */
export interface LackQuestion {
  readonly within: Organisations;
  readonly under?: string | undefined;
  readonly course?: string | undefined;
  readonly standing?: Standing | undefined;
  readonly sort: "organisation" | "name" | "since" | "course";
  readonly descending: boolean;
  readonly on: Day;
}

/** How one course stands in an organisation and those below it: holders asked, and of them who has it, who came. */
export interface CourseShare {
  readonly course: string;
  readonly holders: number;
  readonly have: number;
  readonly came: number;
}

const requirementTable = (requirements: readonly Requirement[]): RawBuilder<unknown> => sql`
  unnest(${requirements.map((one) => one.postType)}::text[], ${requirements.map((one) => one.tier)}::text[],
    ${requirements.map((one) => one.course)}::text[]) as r (post_type, tier, course)`;

/** Holders on a day, each with the courses her post asks for and the best that is on record for them. */
const standings = (
  requirements: readonly Requirement[],
  ask: Pick<LackQuestion, "within" | "under" | "on" | "course">,
): RawBuilder<unknown> => sql`
  select distinct on (h.id, r.course) h.id as person, h.full_name as name, h.sort_name, p.id as post, p.post_type as "postType",
    o.id as organisation, o.name as "organisationName", a.from_day as since, r.course,
    case e.best when 2 then 'has' when 1 then 'came' else 'lacks' end as standing
  from registry.assignment a
  join registry.person q on q.id = a.person
  join registry.person h on h.id = coalesce(q.merged_into, q.id)
  join registry.post p on p.id = a.post and p.from_day <= ${ask.on} and (p.to_day is null or p.to_day > ${ask.on})
  join registry.organisation o on o.id = p.organisation
  join ${requirementTable(requirements)} on r.post_type = p.post_type and (r.tier is null or r.tier = o.tier)
  left join lateral (
    select max(case e.outcome when 'competent' then 2 else 1 end) as best
    from portfolio.entry e join registry.person m on m.id = e.person
    where e.course = r.course and coalesce(m.merged_into, m.id) = h.id) e on true
  where a.from_day <= ${ask.on} and (a.to_day is null or a.to_day > ${ask.on})
    ${ask.within === "all" ? sql`` : sql`and p.organisation = any(${[...ask.within]}::uuid[])`}
    ${ask.under === undefined ? sql`` : sql`and p.organisation in (select organisation from registry.below(${ask.under}, ${ask.on}))`}
    ${ask.course === undefined ? sql`` : sql`and r.course = ${ask.course}`}
  order by h.id, r.course, a.acting, a.from_day`;

const ORDER = { organisation: sql`"organisationName"`, name: sql`sort_name`, since: sql`since`, course: sql`course` } as const;

/** A page of the list of who stands how with what her post asks for, and how many there are in all. One query. */
export async function lackPage(
  db: Db<any>,
  requirements: readonly Requirement[],
  ask: LackQuestion,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: readonly LackRow[]; readonly total: number }> {
  if (requirements.length === 0) return { rows: [], total: 0 };
  const direction = ask.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<LackRow & { total: string }>`
    with all_standings as (${standings(requirements, ask)})
    select person, name, post, "postType", organisation, "organisationName", since, course, standing, count(*) over () as total
    from all_standings ${ask.standing === undefined ? sql`` : sql`where standing = ${ask.standing}`}
    order by ${ORDER[ask.sort]} ${direction}, sort_name, course, person limit ${page.limit} offset ${page.offset}`.execute(db);
  return { rows, total: Number(rows[0]?.total ?? 0) };
}

/** How each course stands among the holders that a reader may see, the most often lacked first. One query. */
export async function mostLacked(
  db: Db<any>,
  requirements: readonly Requirement[],
  ask: Pick<LackQuestion, "within" | "under" | "on">,
  limit: number,
): Promise<CourseShare[]> {
  if (requirements.length === 0) return [];
  const { rows } = await sql<CourseShare>`
    with all_standings as (${standings(requirements, ask)})
    select course, count(*)::integer as holders, (count(*) filter (where standing = 'has'))::integer as have,
      (count(*) filter (where standing = 'came'))::integer as came
    from all_standings group by course having count(*) filter (where standing = 'lacks') > 0
    order by count(*) filter (where standing = 'lacks') desc, course limit ${limit}`.execute(db);
  return rows;
}

/** How each course stands among the holders of an organisation and those below it, by code. One query. */
export async function courseShares(
  db: Db<any>,
  requirements: readonly Requirement[],
  organisation: string,
  on: Day,
): Promise<CourseShare[]> {
  if (requirements.length === 0) return [];
  const { rows } = await sql<CourseShare>`
    with all_standings as (${standings(requirements, { within: "all", under: organisation, on })})
    select course, count(*)::integer as holders, (count(*) filter (where standing = 'has'))::integer as have,
      (count(*) filter (where standing = 'came'))::integer as came
    from all_standings group by course order by course`.execute(db);
  return rows;
}

/** Hours of training in a period among those who hold a post under an organisation: people, and minutes in all. One query. */
export async function trainedUnder(
  db: Db<any>,
  organisation: string,
  period: { readonly from: Day; readonly to: Day },
): Promise<{ readonly holders: number; readonly people: number; readonly minutes: number }> {
  const { rows } = await sql<{ holders: number; people: number; minutes: string | null }>`
    with holders as (
      select distinct coalesce(q.merged_into, q.id) as person
      from registry.assignment a join registry.person q on q.id = a.person join registry.post p on p.id = a.post
      where p.organisation in (select organisation from registry.below(${organisation}, ${period.to}))
        and a.from_day <= ${period.to} and (a.to_day is null or a.to_day > ${period.to}))
    select (select count(*) from holders)::integer as holders, count(distinct h.person)::integer as people, sum(e.minutes) as minutes
    from holders h join registry.person m on m.id = h.person or m.merged_into = h.person
    join portfolio.entry e on e.person = m.id and e.to_day between ${period.from} and ${period.to}`.execute(db);
  const [row] = rows;
  return { holders: row?.holders ?? 0, people: row?.people ?? 0, minutes: Number(row?.minutes ?? 0) };
}
