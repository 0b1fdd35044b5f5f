/** Says one text in the reader's language: the three versions stand side by side and a missing one does not compile. */
import { IntlMessageFormat } from "intl-messageformat";

/** The three languages of the product, in the order in which they are offered. */
export const LANGUAGES = ["rw", "en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in all three languages, each an ICU MessageFormat pattern. `≈` before a Kinyarwanda text marks it for a native reviewer. */
export interface Text {
  readonly en: string;
  readonly fr: string;
  readonly rw: string;
}

/** Values for the `{name}` places of a pattern. */
export type Values = Readonly<Record<string, string | number>>;

/** Says a text in one language. Throws when the pattern names a value that was not given. */
export type Say = (text: Text, values?: Values) => string;

/** A catalogue: one folder's texts by a short name. */
export type Words = Readonly<Record<string, Text>>;

/** The mark of a Kinyarwanda text that no native reviewer has confirmed; it is never printed. */
export const UNREVIEWED = "≈";

/** Declares a folder's catalogue; the type keeps each name, so a misspelt one does not compile. */
export function defineWords<const W extends Words>(words: W): W {
  return words;
}

/** Node's number formats for Kinyarwanda fall back to English; the association writes numbers as in English. */
const LOCALE: Record<Language, string> = { en: "en-GB", fr: "fr-FR", rw: "en-GB" };
const compiled = new Map<string, IntlMessageFormat>();

/** The pattern of a text in one language, without the reviewer's mark. */
export function patternOf(text: Text, language: Language): string {
  const pattern = text[language];
  return pattern.startsWith(UNREVIEWED) ? pattern.slice(UNREVIEWED.length).trimStart() : pattern;
}

function formatOf(pattern: string, language: Language): IntlMessageFormat {
  const key = `${language}\n${pattern}`;
  let format = compiled.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(pattern, LOCALE[language]);
    compiled.set(key, format);
  }
  return format;
}

/** The speaker of one language. Patterns without places are returned as they stand, so that a hot page does not parse them. */
export function speak(language: Language): Say {
  return (text, values) => {
    const pattern = patternOf(text, language);
    if (!pattern.includes("{")) return pattern;
    return String(formatOf(pattern, language).format(values));
  };
}

/** True for one of the three languages. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

/** The reader's language: the first of the wished ones that we speak, from an Accept-Language header; Kinyarwanda counts as wished when nothing else is. */
export function languageOf(acceptLanguage: string | undefined, fallback: Language): Language {
  for (const part of (acceptLanguage ?? "").split(",")) {
    const code = part.trim().slice(0, 2).toLowerCase();
    if (isLanguage(code)) return code;
  }
  return fallback;
}

/** A text that is the same in every language: names of places, codes. */
export function plainText(value: string): Text {
  const escaped = value.replaceAll("{", "'{'").replaceAll("}", "'}'");
  return { en: escaped, fr: escaped, rw: escaped };
}
