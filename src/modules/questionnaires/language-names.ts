/** Languages in their own names. */

const NAMES: Readonly<Record<string, string>> = { en: "English", fr: "Français", rw: "Kinyarwanda" };

/** A language in its own name; another than ours by its code. */
export function languageName(code: string): string {
  return NAMES[code] ?? code;
}
