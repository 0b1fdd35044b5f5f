/** Which offices are public: whoever holds them is named on the portal. */
import type { Pack, PostType } from "#kernel/pack/pack.ts";
import type { Role } from "#kernel/pack/roles.ts";

const PUBLIC: ReadonlySet<Role> = new Set<Role>([
  "secretary_general",
  "deputy_secretary_general",
  "executive_committee_member",
  "mayor",
  "vice_mayor",
  "executive_secretary",
  "council_president",
  "governor",
  "sector_executive_secretary",
  "information_officer",
]);

/** True for an office whose holder is named to everyone. */
export function isPublicOffice(type: PostType): boolean {
  return type.isHead || type.roles.some((role) => PUBLIC.has(role));
}

/** The codes of all public offices of a pack. */
export function publicOffices(pack: Pack): string[] {
  return pack.postTypes.filter(isPublicOffice).map((type) => type.code);
}

/** Heads first, then in the pack's own order. */
export function officeOrder(pack: Pack): (a: string, b: string) => number {
  const place = new Map(pack.postTypes.map((type, index) => [type.code, (type.isHead ? 0 : 1000) + index]));
  return (a, b) => (place.get(a) ?? 9999) - (place.get(b) ?? 9999);
}
