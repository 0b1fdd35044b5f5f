/** The texts that reach the phone are said there as on the server: the app carries a smaller formatter. */
import { IntlMessageFormat as Large } from "intl-messageformat";
import { expect, test } from "vitest";
import { IntlMessageFormat as Small } from "#platform/i18n/small-format.ts";
import { LANGUAGES, patternOf } from "#platform/i18n/text.ts";
import { w as a } from "../words-answer.ts";
import { w } from "../words-offline.ts";

/** A value for every place of a pattern. */
function valuesOf(pattern: string, count: number): Record<string, number> {
  return Object.fromEntries([...pattern.matchAll(/\{(\w+)/g)].map((match) => [match[1] ?? "", count]));
}

test.each(Object.entries({ ...a, ...w }))("“%s” is said alike by the small formatter", (_, text) => {
  for (const language of LANGUAGES)
    for (const count of [0, 1, 2, 1000]) {
      const pattern = patternOf(text, language);
      const values = valuesOf(pattern, count);
      expect(new Small(pattern, language === "fr" ? "fr-FR" : "en-GB").format(values)).toBe(
        String(new Large(pattern, language === "fr" ? "fr-FR" : "en-GB").format(values)),
      );
    }
});
