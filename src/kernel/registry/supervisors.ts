/** Who supervises a post: the post of the type that the pack names, at the same body or the nearest one above it. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";

/** The supervising post of each post on a day; a post that answers to nobody here is left out. One query. */
export async function supervisorsOf(db: Db<any>, pack: Pack, posts: readonly string[], on: Day): Promise<ReadonlyMap<string, string>> {
  const named = pack.postTypes.filter((type) => type.supervisor !== null);
  if (posts.length === 0 || named.length === 0) return new Map();
  const { rows } = await sql<{ post: string; supervisor: string }>`
    with recursive wanted as (
      select p.id as post, p.organisation, t.supervisor_type
      from registry.post p
      join unnest(${named.map((type) => type.code)}::text[], ${named.map((type) => type.supervisor)}::text[]) as t (post_type, supervisor_type) on t.post_type = p.post_type
      where p.id = any(${[...posts]}::uuid[])
    ), up (post, territory, depth) as (
      select w.post, g.territory, 0 from wanted w
      join registry.governs g on g.organisation = w.organisation and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
      union all
      select u.post, v.parent, u.depth + 1 from up u
      join registry.territory_version v on v.territory = u.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
      where v.parent is not null
    ), host as (
      select post, organisation, 0 as depth from wanted
      union
      select u.post, g.organisation, u.depth from up u
      join registry.governs g on g.territory = u.territory and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
    )
    select distinct on (h.post) h.post, s.id as supervisor
    from host h join wanted w on w.post = h.post
    join registry.post s on s.organisation = h.organisation and s.post_type = w.supervisor_type and s.id <> h.post
      and s.from_day <= ${on} and (s.to_day is null or s.to_day > ${on})
    order by h.post, h.depth, s.seat`.execute(db);
  return new Map(rows.map((row) => [row.post, row.supervisor]));
}

/** The posts that answer to one post on a day: its own body's, and those of bodies below it whose nearest such superior it is. Two queries. */
export async function reportsOf(
  db: Db<any>,
  pack: Pack,
  post: { readonly id: string; readonly postType: string; readonly organisation: string },
  on: Day,
): Promise<string[]> {
  const types = pack.postTypes.filter((type) => type.supervisor === post.postType).map((type) => type.code);
  if (types.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select p.id from registry.below(${post.organisation}, ${on}) b join registry.post p on p.organisation = b.organisation
    where p.post_type = any(${types}::text[]) and p.from_day <= ${on} and (p.to_day is null or p.to_day > ${on})`.execute(db);
  const candidates = rows.map((row) => row.id);
  const supervisors = await supervisorsOf(db, pack, candidates, on);
  return candidates.filter((id) => supervisors.get(id) === post.id);
}
