/** Puts a text of three languages into a place of another, because a value alone would not change with the reader. */
import { patternOf, plainText, type Text } from "#platform/i18n/text.ts";

/** The text with the named places filled in each language. */
export function fillText(text: Text, places: Readonly<Record<string, Text>>): Text {
  const fill = (language: keyof Text): string =>
    Object.entries(places).reduce(
      (pattern, [place, value]) => pattern.replaceAll(`{${place}}`, plainText(patternOf(value, language))[language]),
      text[language],
    );
  return { en: fill("en"), fr: fill("fr"), rw: fill("rw") };
}
