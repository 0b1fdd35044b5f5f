/** Sets up a country pack in an empty database: the association, its members and their posts. A second run adds only what is missing. */
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { contextOf, membershipOn, postTypesAt, tierOf } from "#kernel/pack/lookup.ts";
import type { Pack, Unit } from "#kernel/pack/pack.ts";
import { installRules } from "#kernel/rules/rules.ts";
import { patternOf, type Text } from "#platform/i18n/text.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { addPlaces, associationTier, openPosts, postTypesOfTier, type PostHost } from "./bulk.ts";

/** From when the pack's places and posts are known to this installation; what was before is not claimed. */
export const KNOWN_SINCE: Day = "2006-01-01";

async function addAssociation(act: Act, pack: Pack): Promise<string> {
  const id = newId();
  await act.tx
    .insertInto("registry.organisation")
    .values({
      id,
      kind: "association",
      code: pack.association.code,
      name: pack.association.names.en,
      names: json(reviewed(pack.association.names)),
      short_name: pack.association.code,
      tier: associationTier(pack).code,
      from_day: KNOWN_SINCE,
    })
    .execute();
  return id;
}

/** Units by tier, the highest first, so that every parent is there before its children. */
function unitsByLevel(pack: Pack, today: Day): Unit[][] {
  const living = pack.units.filter((unit) => (unit.validFrom ?? today) <= today && (unit.validTo === null || unit.validTo > today));
  const levels = Map.groupBy(living, (unit) => tierOf(pack, unit.tier).level ?? 0);
  return [...levels].sort(([a], [b]) => a - b).map(([, units]) => units);
}

/** A place's names as they are printed: without the mark for the native reviewer, who finds it in the pack. */
function reviewed(names: Text): Text {
  return { en: patternOf(names, "en"), fr: patternOf(names, "fr"), rw: patternOf(names, "rw") };
}

async function addUnits(act: Act, pack: Pack): Promise<Map<string, { territory: string; organisation: string }>> {
  const places = new Map<string, { territory: string; organisation: string }>();
  for (const units of unitsByLevel(pack, act.today)) {
    const added = await addPlaces(
      act.tx,
      units.map((unit) => {
        const context = contextOf(pack, unit.code);
        return {
          code: unit.code,
          name: unit.names.en,
          names: unit.names.en === unit.names.fr && unit.names.en === unit.names.rw ? null : reviewed(unit.names),
          tier: unit.tier,
          parent: unit.parent === null ? null : (places.get(unit.parent)?.territory ?? null),
          kind: membershipOn(pack, unit.code, act.today)?.isMember === true ? "local_government" : "administration",
          contextGroup: context?.group,
          sizeClass: context?.size,
        };
      }),
      KNOWN_SINCE,
      `pack ${pack.code} ${pack.version}`,
    );
    units.forEach((unit, index) => {
      const place = added[index];
      if (place !== undefined) places.set(unit.code, place);
    });
  }
  return places;
}

async function addMemberships(
  act: Act,
  pack: Pack,
  association: string,
  places: ReadonlyMap<string, { organisation: string }>,
): Promise<void> {
  const rows = pack.members.flatMap((member) => {
    const place = places.get(member.unit);
    if (place === undefined || (!member.isMember && member.memberVia === null)) return [];
    return [
      {
        association,
        member: place.organisation,
        via: member.memberVia === null ? null : (places.get(member.memberVia)?.organisation ?? null),
        legal_personality: member.hasLegalPersonality,
        from_day: member.validFrom ?? KNOWN_SINCE,
        to_day: member.validTo,
      },
    ];
  });
  await act.tx.insertInto("registry.membership").values(rows).execute();
}

/** Installs a pack once. Returns the association's id. */
export async function installPack(act: Act, pack: Pack): Promise<string> {
  await installRules(act.tx, pack);
  const found = await act.tx.selectFrom("registry.organisation").select("id").where("kind", "=", "association").executeTakeFirst();
  if (found !== undefined) return found.id;
  const association = await addAssociation(act, pack);
  const places = await addUnits(act, pack);
  await addMemberships(act, pack, association, places);
  const hosts: PostHost[] = [...places].map(([code, place]) => ({
    organisation: place.organisation,
    types: postTypesAt(pack, code, act.today),
  }));
  hosts.push({ organisation: association, types: postTypesOfTier(pack, associationTier(pack).code) });
  const posts = await openPosts(act.tx, hosts, KNOWN_SINCE);
  await act.journal({
    kind: "registry.pack.installed",
    subject: { kind: "organisation", id: association },
    payload: { pack: pack.code, version: pack.version, places: places.size, posts },
  });
  return association;
}
