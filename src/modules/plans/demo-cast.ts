/** Who and what the demonstration’s plans are made from: members, needs that are known, courses, partners, and posts that answer for lines. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { actorFor } from "#kernel/access/session.ts";
import { addDays, startOfDay, type Day } from "#kernel/calendar/day.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { organisationCode } from "#kernel/registry/bulk.ts";
import { membersOn, type MemberRow } from "#kernel/registry/organisations.ts";
import { publishedCourses, type CourseFacts } from "#modules/courses";
import { needsByIds, type NeedFacts } from "#modules/needs";
import { newId } from "#platform/db/ids.ts";
import { PARTNERS } from "./demo-activity.ts";
import { NEED } from "./kinds.ts";
import { regionsOf } from "./views/common.tsx";

/** Everything the lines are made from. */
export interface Cast {
  readonly demo: DemoContext;
  readonly members: readonly MemberRow[];
  readonly needs: readonly NeedFacts[];
  readonly courses: readonly CourseFacts[];
  readonly partners: readonly string[];
  readonly responsible: readonly string[];
  readonly posts: Map<string, ReadonlyMap<string, number>>;
}

/** A morning hour of a day in the association’s zone. */
export function morning(demo: DemoContext, day: Day, minutes = 0): Date {
  return new Date(startOfDay(day, demo.pack.timeZone).getTime() + 8 * 3_600_000 + minutes * 60_000);
}

/** Whoever holds a post with a role at an organisation today; null where the post is vacant. */
export async function holderOf(demo: DemoContext, organisation: string, role: Role): Promise<Actor | null> {
  const types = demo.pack.postTypes.filter((type) => type.roles.includes(role)).map((type) => type.code);
  const { rows } = await sql<{ post: string; person: string }>`
    select p.id as post, a.person from registry.post p join registry.assignment a on a.post = p.id and a.to_day is null
    where p.organisation = ${organisation} and p.post_type = any(${types}::text[]) order by p.post_type, p.seat, a.acting limit 1`.execute(
    demo.db,
  );
  const held = rows[0];
  return held === undefined ? null : actorFor(demo.db, demo.pack, held.person, demo.today, held.post);
}

/** Partner organisations, added to the registry once. */
async function partnersOf(demo: DemoContext): Promise<string[]> {
  const tier = demo.pack.tiers.find((one) => one.kind === "outside")?.code ?? null;
  const rows = PARTNERS.map((name, index) => ({
    id: newId(),
    kind: "partner",
    code: `EXT-DEMO-${index + 1}`,
    name,
    tier,
    from_day: addDays(demo.today, -1500),
  }));
  await demo.db
    .insertInto("registry.organisation")
    .values(rows)
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
  const found = await demo.db
    .selectFrom("registry.organisation")
    .select(["id", "code"])
    .where(
      "code",
      "in",
      rows.map((row) => row.code),
    )
    .orderBy("code")
    .execute();
  return found.map((row) => row.id as string);
}

/** Needs that got a response in the finished round, or still wait: what lines may rest on. */
async function knownNeeds(demo: DemoContext): Promise<NeedFacts[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct from_id as id from trace.link where from_kind = ${NEED} and relation = 'answered_by' order by 1`.execute(demo.db);
  const needs = await needsByIds(
    demo.db,
    rows.map((row) => row.id),
  );
  return [...needs.values()].sort((a, b) =>
    a.organisationName < b.organisationName ? -1 : a.organisationName > b.organisationName ? 1 : a.domain < b.domain ? -1 : 1,
  );
}

/** Gathers what lines are made from. */
export async function castOf(demo: DemoContext): Promise<Cast> {
  const types = demo.pack.postTypes
    .filter((type) => type.roles.some((role) => role === "capacity_manager" || role === "training_coordinator"))
    .map((type) => type.code);
  const { rows } = await sql<{ id: string }>`
    select p.id from registry.post p where p.organisation = ${demo.association} and p.post_type = any(${types}::text[]) order by p.post_type, p.seat`.execute(
    demo.db,
  );
  return {
    demo,
    members: await membersOn(demo.db, demo.today),
    needs: await knownNeeds(demo),
    courses: await publishedCourses(demo.db, demo.pack),
    partners: await partnersOf(demo),
    responsible: rows.map((row) => row.id),
    posts: new Map(),
  };
}

/** The region that a member lies in; null for one above regions. */
export function regionOfMember({ demo }: Cast, member: MemberRow): string | null {
  const regions = new Set(regionsOf(demo.pack).map((unit) => unit.code));
  const unit = demo.pack.units.find((one) => organisationCode(one.tier, one.code) === member.code);
  if (unit === undefined) return null;
  return regions.has(unit.code) ? unit.code : unit.parent;
}
