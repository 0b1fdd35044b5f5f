/** What a post asks of whoever holds it, from the groups that courses are for. */
import { postTypesOfGroup } from "#kernel/registry/groups.ts";
import type { Group, Pack } from "#kernel/pack/pack.ts";

/** A course as far as it is asked for. */
export interface Offered {
  readonly code: string;
  readonly groups: readonly string[];
}

/** A type of post at a tier (null: any) and a course that it asks for. */
export interface Requirement {
  readonly postType: string;
  readonly tier: string | null;
  readonly course: string;
}

/** A group that depends on who somebody is says nothing about her post. */
function isPersonal(group: Group): boolean {
  return group.sex !== null || group.ageMax !== null || group.withDisability || group.maxMonthsInPost !== null;
}

/** Every requirement of every course: one entry for each type of post and tier that its groups name. */
export function requirementsOf(pack: Pack, courses: readonly Offered[]): Requirement[] {
  const groups = new Map(pack.groups.map((group) => [group.code, group]));
  const found = courses.flatMap((course) =>
    course.groups.flatMap((code) => {
      const group = groups.get(code);
      const types = group === undefined || isPersonal(group) ? null : postTypesOfGroup(pack, group);
      if (group === undefined || types === null) return [];
      const tiers: readonly (string | null)[] = group.tiers.length === 0 ? [null] : group.tiers;
      return types.flatMap((postType) => tiers.map((tier) => ({ postType, tier, course: course.code })));
    }),
  );
  return [...new Map(found.map((one) => [`${one.postType} ${one.tier ?? ""} ${one.course}`, one])).values()];
}

/** The codes of the courses that a post asks for. */
export function askedOf(requirements: readonly Requirement[], post: { readonly postType: string; readonly tier: string | null }): string[] {
  const codes = requirements.flatMap((one) =>
    one.postType === post.postType && (one.tier === null || one.tier === post.tier) ? [one.course] : [],
  );
  return [...new Set(codes)];
}

/** Where somebody stands with a course. */
export type Standing = "has" | "came" | "lacks";

/** The best that is on record for a course. */
export function standingIn(
  entries: readonly { readonly course: string | null; readonly outcome: "attended" | "competent" }[],
  course: string,
): Standing {
  const here = entries.filter((entry) => entry.course === course);
  return here.some((entry) => entry.outcome === "competent") ? "has" : here.length > 0 ? "came" : "lacks";
}
