/** Codes, groups and types of post as pages show them: by name, as options, as choices. */
import type { Say } from "#platform/i18n/text.ts";
import type { Choice, Option } from "#platform/ui/forms.tsx";
import { codeOf, codesOf, groupOf, hasCode, postTypeOf } from "./lookup.ts";
import type { Pack } from "./pack.ts";

/** A code’s name; a dash without one; a code that the pack does not know stands as it is. */
export function nameOf(say: Say, pack: Pack, list: string, code: string | null): string {
  if (code === null) return "–";
  return hasCode(pack, list, code) ? say(codeOf(pack, list, code).names) : code;
}

/** The codes of a list as options, in the pack’s order. */
export function optionsOf(say: Say, pack: Pack, list: string): Option[] {
  return codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));
}

/** The codes of a list as choices of radios or boxes. */
export function choicesOf(say: Say, pack: Pack, list: string): Choice[] {
  return codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));
}

/** The name of a target group; one that the pack no longer has stands as its code. */
export function groupName(say: Say, pack: Pack, group: string): string {
  return pack.groups.some((one) => one.code === group) ? say(groupOf(pack, group).names) : group;
}

/** The pack’s target groups, as options or as choices. */
export function groupOptions(say: Say, pack: Pack): { readonly value: string; readonly text: string }[] {
  return pack.groups.map((group) => ({ value: group.code, text: say(group.names) }));
}

/** The names of target groups, one after another. */
export function groupNames(say: Say, pack: Pack, groups: readonly string[]): string {
  return groups.map((group) => groupName(say, pack, group)).join(", ");
}

/** The name of a type of post; a dash without one. */
export function postTypeName(say: Say, pack: Pack, type: string | null): string {
  return type === null ? "–" : say(postTypeOf(pack, type).names);
}
