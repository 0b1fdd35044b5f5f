/** Languages in their own names: nobody looks for hers in the words of another. */
import type { Language } from "./text.ts";

export const OWN_NAMES: Readonly<Record<Language, string>> = { rw: "Kinyarwanda", en: "English", fr: "Français" };

/** A language in its own name; another than ours by its code. */
export function ownName(code: string): string {
  return Object.hasOwn(OWN_NAMES, code) ? OWN_NAMES[code as Language] : code;
}
