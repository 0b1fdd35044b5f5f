/** What codes are called: districts, tiers, kinds of activity, programmes, fiscal years; “none” has its own words in each. */
import { organisationsOn } from "#kernel/registry/organisations.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import { LANGUAGES, patternOf, type Language, type Text } from "#platform/i18n/text.ts";
import { NONE } from "./scope.ts";
import { w } from "./words.ts";

/** A name in each language as it is printed; no pattern. */
export type Names = Readonly<Record<Language, string>>;

/** A catalogue’s text as plain names. */
export const namesOf = (text: Text): Names =>
  Object.fromEntries(LANGUAGES.map((language) => [language, patternOf(text, language)])) as Names;

/** The same name in every language. */
export const sameName = (name: string): Names => ({ en: name, fr: name, rw: name });

/** What a scope can be split by. */
export type Facet = "district" | "tier" | "modality" | "programme" | "year";

/** Names of codes. Districts are read at once; the rest stands in the pack. */
export interface Namer {
  name(facet: Facet, code: string): Names;
}

const NOTHING: Readonly<Record<Facet, Text>> = {
  district: w.noPlace,
  tier: w.noTier,
  modality: w.noModality,
  programme: w.noProgramme,
  year: w.before,
};

/** Names for some districts and everything the pack names. Three queries at most. */
export async function namerFor(db: Db<any>, pack: Pack, districts: readonly string[], today: Day): Promise<Namer> {
  const ids = districts.filter((id) => id !== NONE);
  const asked = await Promise.all(LANGUAGES.map((language) => (ids.length === 0 ? [] : organisationsOn(db, { ids, on: today, language }))));
  const places = new Map<string, Names>();
  for (const id of ids) {
    const entries = LANGUAGES.map((language, index) => [language, asked[index]?.find((row) => row.id === id)?.name ?? id]);
    places.set(id, Object.fromEntries(entries) as Names);
  }
  const modalities = new Map((pack.codeLists["modality"] ?? []).map((code) => [code.code, namesOf(code.names)]));
  const tiers = new Map(pack.tiers.map((tier) => [tier.code, namesOf(tier.names)]));
  return {
    name(facet, code) {
      if (code === NONE) return namesOf(NOTHING[facet]);
      if (facet === "district") return places.get(code) ?? sameName(code);
      if (facet === "tier") return tiers.get(code) ?? sameName(code);
      if (facet === "modality") return modalities.get(code) ?? sameName(code);
      return sameName(facet === "year" ? fiscalYearOf(pack.calendar, code).label : code);
    },
  };
}
