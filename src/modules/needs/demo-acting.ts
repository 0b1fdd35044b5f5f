/** Who acts in the demonstration and when: the holder of a post with a role, on a morning. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { actorFor, rolesOf } from "#kernel/access/session.ts";
import { startOfDay, type Day } from "#kernel/calendar/day.ts";
import type { Role } from "#kernel/pack/roles.ts";

/** Somebody who acts in the demonstration, with the moment. */
export interface Acting {
  readonly actor: Actor;
  readonly at: Date;
}

/** A morning hour of a day in the association’s zone. */
export function morning(demo: DemoContext, day: Day, minutes = 0): Date {
  return new Date(startOfDay(day, demo.pack.timeZone).getTime() + 8 * 3_600_000 + minutes * 60_000);
}

/** Whoever holds a post with a role at an organisation today, acting on another day; null where the post is vacant. */
export async function actingAs(demo: DemoContext, organisation: string, role: Role, day: Day, minutes = 0): Promise<Acting | null> {
  const types = demo.pack.postTypes.filter((type) => type.roles.includes(role)).map((type) => type.code);
  const { rows } = await sql<{ post: string; person: string }>`
    select p.id as post, a.person from registry.post p join registry.assignment a on a.post = p.id and a.to_day is null
    where p.organisation = ${organisation} and p.post_type = any(${types}::text[]) order by p.post_type, p.seat, a.acting limit 1`.execute(
    demo.db,
  );
  const held = rows[0];
  if (held === undefined) return null;
  // Her reach is that of today: an invented holder may have come to the post after the day that the story needs her on.
  return { actor: await actorFor(demo.db, demo.pack, held.person, demo.today, held.post), at: morning(demo, day, minutes) };
}

/** Whoever held a post with a role on a day of the past, by the newest holding that began before it; for posts that nobody holds today. */
export async function actedThen(demo: DemoContext, organisation: string, role: Role, day: Day, minutes = 0): Promise<Acting | null> {
  const types = demo.pack.postTypes.filter((type) => type.roles.includes(role)).map((type) => type.code);
  const { rows } = await sql<{ post: string; postType: string; person: string }>`
    select p.id as post, p.post_type as "postType", a.person from registry.post p join registry.assignment a on a.post = p.id
    where p.organisation = ${organisation} and p.post_type = any(${types}::text[]) and a.from_day <= ${day}
    order by a.to_day is null desc, a.to_day desc, a.from_day desc, p.id limit 1`.execute(demo.db);
  const held = rows[0];
  if (held === undefined) return null;
  const { post, postType, person } = held;
  const nobodyNow = { account: "", name: "", assignment: null, organisationName: null, roles: rolesOf(demo.pack, postType) };
  return { actor: { ...nobodyNow, person, post, postType, organisation }, at: morning(demo, day, minutes) };
}
