/** The meaning of every figure, as a release freezes it. */
import { LANGUAGES, speak, type Text } from "#platform/i18n/text.ts";
import type { Definition } from "#kernel/publication/releases.ts";
import { w } from "./words-definitions.ts";

/** A text with its values said, in every language. */
function said(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const entries = LANGUAGES.map((language) => [language, speak(language)(text, values)]);
  return Object.fromEntries(entries) as unknown as Text;
}

/** What the figures of a page or report mean. `planSource` is where the targets stand, `floor` the smallest number printed. */
export function definitionsOf(planSource: string, floor: number): Definition[] {
  const one = (code: string, name: Text, meaning: Text, source = ""): Definition => ({
    code,
    name: said(name, {}),
    meaning: said(meaning, { floor }),
    source,
  });
  return [
    one("people", w.people, w.peopleMeans, planSource),
    one("certainty", w.certainty, w.certaintyMeans),
    one("place", w.place, w.placeMeans),
    one("entries", w.participations, w.participationsMeans),
    one("sessions", w.sessions, w.sessionsMeans),
    one("competent", w.competent, w.competentMeans),
    one("applied", w.applied, w.appliedMeans),
    one("gain", w.gain, w.gainMeans),
    one("paid", w.paid, w.paidMeans),
    one("inducted", w.inducted, w.inductedMeans, planSource),
    one("hidden", w.hidden, w.hiddenMeans),
  ];
}
