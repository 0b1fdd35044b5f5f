/** Adds many territories, organisations and posts at once: a country is loaded in seconds, not row by row. */
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack, PostType, Tier } from "#kernel/pack/pack.ts";
import { tierOf } from "#kernel/pack/lookup.ts";
import type { Tx } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { RegistryTables } from "./tables.ts";

/** A place to add, with the organisation that governs it. Parents come before their children or exist already. */
export interface NewPlace {
  readonly code: string;
  readonly name: string;
  /** The name in the three languages, where they differ. */
  readonly names?: Text | null;
  readonly tier: string;
  /** The territory above it. */
  readonly parent: string | null;
  readonly kind: "local_government" | "administration";
  readonly contextGroup?: string | null;
  readonly sizeClass?: string | null;
  readonly population?: number | null;
  readonly households?: number | null;
}

/** What a new place became. */
export interface AddedPlace {
  readonly territory: string;
  readonly organisation: string;
}

/** The official code of an organisation that governs a territory: tier and code, because tiers number their units separately. */
export function organisationCode(tier: string, code: string): string {
  return `${tier}-${code}`;
}

/** Adds places in one set of statements, in the order given. */
export async function addPlaces(tx: Tx<RegistryTables>, places: readonly NewPlace[], from: Day, source: string): Promise<AddedPlace[]> {
  const added = places.map(() => ({ territory: newId(), organisation: newId() }));
  const column = <V>(pick: (place: NewPlace) => V): V[] => places.map(pick);
  await sql`
    with given as (
      select * from unnest(
        ${added.map((ids) => ids.territory)}::uuid[], ${added.map((ids) => ids.organisation)}::uuid[],
        ${column((p) => p.code)}::text[], ${column((p) => p.name)}::text[], ${column((p) => p.tier)}::text[],
        ${column((p) => p.parent)}::uuid[], ${column((p) => p.kind)}::text[],
        ${column((p) => p.contextGroup ?? null)}::text[], ${column((p) => p.sizeClass ?? null)}::text[],
        ${column((p) => p.population ?? null)}::integer[], ${column((p) => p.households ?? null)}::integer[],
        ${column((p) => organisationCode(p.tier, p.code))}::text[],
        ${column((p) => (p.names == null ? null : JSON.stringify(p.names)))}::jsonb[])
      as g (territory, organisation, code, name, tier, parent, kind, context_group, size_class, population, households, organisation_code, names)
    ), territories as (
      insert into registry.territory (id, tier) select territory, tier from given
    ), organisations as (
      insert into registry.organisation (id, kind, code, name, names, tier, context_group, size_class, from_day)
      select organisation, kind, organisation_code, name, names, tier, context_group, size_class, ${from}::date from given
    ), versions as (
      insert into registry.territory_version (territory, from_day, code, name, parent, population, households, source)
      select territory, ${from}::date, code, name, parent, population, households, ${source} from given
    )
    insert into registry.governs (organisation, territory, from_day)
    select organisation, territory, ${from}::date from given`.execute(tx);
  return added;
}

/** An organisation for which posts are opened. */
export interface PostHost {
  readonly organisation: string;
  readonly types: readonly PostType[];
}

/** Opens the posts of organisations, one for each seat; types whose number of seats differs from body to body are opened one by one on a page. */
export async function openPosts(tx: Tx<RegistryTables>, hosts: readonly PostHost[], from: Day): Promise<number> {
  const rows = hosts.flatMap((host) =>
    host.types.flatMap((type) =>
      Array.from({ length: type.seats ?? 0 }, (_, seat) => ({
        id: newId(),
        organisation: host.organisation,
        type: type.code,
        seat: seat + 1,
      })),
    ),
  );
  for (let at = 0; at < rows.length; at += 20_000) {
    const part = rows.slice(at, at + 20_000);
    await sql`
      insert into registry.post (id, organisation, post_type, seat, from_day)
      select id, organisation, post_type, seat, ${from}::date from unnest(
        ${part.map((row) => row.id)}::uuid[], ${part.map((row) => row.organisation)}::uuid[],
        ${part.map((row) => row.type)}::text[], ${part.map((row) => row.seat)}::smallint[]) as g (id, organisation, post_type, seat)
      on conflict (organisation, post_type, seat) do nothing`.execute(tx);
  }
  return rows.length;
}

/** The types of post that bodies of a tier have by default, for units the pack does not list by name. */
export function postTypesOfTier(pack: Pack, tier: string): readonly PostType[] {
  return pack.postTypes.filter((type) => type.tiers.includes(tier) && type.legalPersonality !== true);
}

/** The tier of the association's own organisation. */
export function associationTier(pack: Pack): Tier {
  const tier = pack.tiers.find((candidate) => candidate.kind === "association");
  if (tier === undefined) throw new Error(`Pack ${pack.code} names no tier for the association.`);
  return tierOf(pack, tier.code);
}
