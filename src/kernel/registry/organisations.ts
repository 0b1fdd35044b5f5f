/** Reads of organisations: the association, its members, and the tree of territories they govern. */
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";

/** An organisation as lists show it. `parent` is the organisation that governs the territory above its own. */
export interface OrganisationRow {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly tier: string | null;
  readonly contextGroup: string | null;
  readonly sizeClass: string | null;
  readonly parent: string | null;
  readonly parentName: string | null;
}

/** Which organisations are wanted; absent limits do not limit. */
export interface OrganisationQuestion {
  readonly ids?: readonly string[];
  readonly codes?: readonly string[];
  readonly tiers?: readonly string[];
  readonly parent?: string;
  readonly on: Day;
  /** The reader's language, for names that differ; English when absent. */
  readonly language?: Language;
}

/** The name of an organisation in a language, in SQL; an organisation that goes by a short name is called by it. */
export function nameIn(alias: string, language: Language = "en"): RawBuilder<string> {
  return sql<string>`coalesce(${sql.ref(`${alias}.short_name`)}, ${sql.ref(`${alias}.names`)} ->> ${language}, ${sql.ref(`${alias}.name`)})`;
}

/** Organisations on a day with the one above them, by name. One query. */
export async function organisationsOn(db: Db<any>, ask: OrganisationQuestion): Promise<OrganisationRow[]> {
  const { rows } = await sql<OrganisationRow>`
    select o.id, o.code, o.kind, ${nameIn("o", ask.language)} as name, o.tier, o.context_group as "contextGroup", o.size_class as "sizeClass",
      up.id as parent, ${nameIn("up", ask.language)} as "parentName"
    from registry.organisation o
    left join registry.governs g on g.organisation = o.id and g.from_day <= ${ask.on} and (g.to_day is null or g.to_day > ${ask.on})
    left join registry.territory_version v on v.territory = g.territory and v.from_day <= ${ask.on} and (v.to_day is null or v.to_day > ${ask.on})
    left join registry.governs ug on ug.territory = v.parent and ug.from_day <= ${ask.on} and (ug.to_day is null or ug.to_day > ${ask.on})
    left join registry.organisation up on up.id = ug.organisation
    where o.from_day <= ${ask.on} and (o.to_day is null or o.to_day > ${ask.on})
      ${ask.ids === undefined ? sql`` : sql`and o.id = any(${[...ask.ids]}::uuid[])`}
      ${ask.codes === undefined ? sql`` : sql`and o.code = any(${[...ask.codes]}::text[])`}
      ${ask.tiers === undefined ? sql`` : sql`and o.tier = any(${[...ask.tiers]}::text[])`}
      ${ask.parent === undefined ? sql`` : sql`and up.id = ${ask.parent}`}
    order by o.name, o.id`.execute(db);
  return rows;
}

/** The id of this installation's association. Throws when no association was set up. */
export async function associationId(db: Db<any>): Promise<string> {
  const row = await db.selectFrom("registry.organisation").select("id").where("kind", "=", "association").executeTakeFirst();
  if (row === undefined) throw new Error("This installation has no association yet.");
  return row.id;
}

/** A member of the association on a day; shown places that are members through another carry `via`. */
export interface MemberRow extends OrganisationRow {
  readonly via: string | null;
  readonly legalPersonality: boolean;
}

/** The members of the association on a day and the places shown under them. Two queries. */
export async function membersOn(db: Db<any>, on: Day, language?: Language): Promise<MemberRow[]> {
  const { rows } = await sql<{ member: string; via: string | null; legal_personality: boolean }>`
    select member, via, legal_personality from registry.membership
    where from_day <= ${on} and (to_day is null or to_day > ${on})`.execute(db);
  const organisations = await organisationsOn(db, { ids: rows.map((row) => row.member), on, language });
  const byId = new Map(rows.map((row) => [row.member, row]));
  return organisations.map((organisation) => ({
    ...organisation,
    via: byId.get(organisation.id)?.via ?? null,
    legalPersonality: byId.get(organisation.id)?.legal_personality ?? false,
  }));
}
