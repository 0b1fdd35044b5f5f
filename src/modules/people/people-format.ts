/** Small sentences that several pages of this module share. */
import { formatPartial } from "#kernel/calendar/partial.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { comparable } from "#platform/tabular/headers.ts";
import { LANGUAGES, patternOf, type Say } from "#platform/i18n/text.ts";
import { w } from "./words.ts";

/** The name of a post: its type, and its seat where the type has several. */
export function postName(pack: Pack, say: Say, post: { readonly postType: string; readonly seat?: number }): string {
  const type = pack.postTypes.find((one) => one.code === post.postType);
  if (type === undefined) return post.postType;
  const several = type.seats !== 1 && post.seat !== undefined;
  return several ? `${say(type.names)}, ${say(w.seat, { n: post.seat ?? 1 })}` : say(type.names);
}

/** The types of post whose name in any language, or whose code, answers search words. */
export function typesNamed(pack: Pack, words: string): string[] {
  const wanted = comparable(words);
  if (wanted === "") return [];
  return pack.postTypes
    .filter(
      (type) =>
        type.code.toLowerCase() === wanted || LANGUAGES.some((language) => comparable(patternOf(type.names, language)).includes(wanted)),
    )
    .map((type) => type.code);
}

/** Post types in the order of their names as they are said. */
export function typeOrder(pack: Pack, say: Say): string[] {
  return pack.postTypes
    .map((type) => ({ code: type.code, name: say(type.names) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((type) => type.code);
}

/** A day known to the year, month or day, in figures. */
export function dayText(day: Day, precision: "year" | "month" | "day" = "day"): string {
  return formatPartial({ start: day, precision });
}

/** The name of a type of post. */
export function typeName(pack: Pack, say: Say, postType: string): string {
  return say(postTypeOf(pack, postType).names);
}

/** Tiers in the order in which their bodies are listed: the association, then the territories from the highest down, then the others. */
export function tierOrder(pack: Pack): string[] {
  const rank = (kind: string): number => ["association", "territory", "service", "outside"].indexOf(kind);
  return pack.tiers.toSorted((a, b) => rank(a.kind) - rank(b.kind) || (a.level ?? 0) - (b.level ?? 0)).map((tier) => tier.code);
}

/** The name of a tier, or nothing for a body without one. */
export function tierName(pack: Pack, say: Say, tier: string | null): string {
  const found = pack.tiers.find((one) => one.code === tier);
  return found === undefined ? "" : say(found.names);
}
