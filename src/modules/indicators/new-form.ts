/** Reads a new indicator from the forms of its steps, and the beginning of one in an organisation. */
import { addDays, type Day } from "#kernel/calendar/day.ts";
import type { Start } from "#kernel/measure/actions.ts";
import { INDICATOR_KINDS, type Indicator, type IndicatorKind } from "#kernel/measure/schema.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import type { Db } from "#platform/db/handle.ts";
import { LANGUAGES, type Language, type Text } from "#platform/i18n/text.ts";
import { codeIn, note, textIn, type Reader } from "#kernel/access/fields.ts";
import { dayIn, figureIn } from "./fields.ts";
import { monthsOf, periodAt } from "./rules.ts";
import { w } from "./words-forms.ts";

/** The fields of the first step, carried along hidden. */
export const FIRST_STEP = [
  "code",
  ...LANGUAGES.map((language) => `name-${language}`),
  ...LANGUAGES.map((language) => `definition-${language}`),
  "kind",
  "unit",
  "better",
  "frequency",
  "domain",
  "usual",
] as const;

const CODE = /^[A-Z0-9][A-Z0-9-]{1,23}$/;

const codes = (pack: Pack, list: string): string[] => codesOf(pack, list).map((code) => code.code);

/** A text that people write is no pattern: braces would be read as places for values. */
const plain = (text: string): string => text.replaceAll(/[{}]/g, "");

/** A text in three languages; one that is missing is filled by the first that is there. When all are, that of the reader’s language is asked for: it stands first in the form. */
function textsIn(reader: Reader, field: string, language: Language, missing: Text): Text {
  const given = LANGUAGES.map((language) => plain(reader.form.text(`${field}-${language}`)));
  const first = given.find((text) => text !== "");
  if (first === undefined) note(reader, `${field}-${language}`, missing);
  const [rw, en, fr] = given.map((text) => text || (first ?? ""));
  return { rw: rw ?? "", en: en ?? "", fr: fr ?? "" };
}

/** The indicator of the first step. Kinds of the association’s own targets are made elsewhere. */
export function readNew(reader: Reader, pack: Pack, language: Language): Omit<Indicator, "id" | "state"> {
  const code = reader.form.text("code").toUpperCase();
  if (!CODE.test(code)) note(reader, "code", w.needCode);
  const unit = codeIn(reader, "unit", codes(pack, "indicator_unit"), w.chooseUnit);
  return {
    code,
    names: textsIn(reader, "name", language, w.needName),
    definition: textsIn(reader, "definition", language, w.needDefinition),
    kind: codeIn(
      reader,
      "kind",
      INDICATOR_KINDS.filter((kind) => kind !== "strategic"),
      w.chooseKind,
    ) as IndicatorKind,
    unit,
    better: codeIn(reader, "better", ["up", "down"], w.chooseBetter) as "up" | "down",
    decimals: unit === "count" ? 0 : 1,
    frequency: codeIn(reader, "frequency", codes(pack, "indicator_frequency"), w.chooseFrequency),
    domain: reader.form.text("domain") === "" ? null : codeIn(reader, "domain", codes(pack, "capacity_domain"), w.choose),
    source: textIn(reader, "usual", w.needSource, 200),
    owner: null,
    public: false,
  };
}

/** The organisation, its owning post and its baseline. Null when something is missing; the reader says what. */
export async function readStart(
  db: Db<any>,
  reader: Reader,
  indicator: Pick<Indicator, "unit" | "frequency">,
  at: { readonly pack: Pack; readonly today: Day; readonly members: readonly string[] },
): Promise<(Start & { readonly organisation: string }) | null> {
  const organisation = codeIn(reader, "organisation", at.members, w.needOrganisation);
  const type = reader.form.text("owner");
  const posts =
    organisation === "" || reader.problems.some((one) => one.field === "organisation")
      ? []
      : await postsOn(db, { organisations: [organisation], postTypes: [type], on: at.today });
  const [owner] = posts;
  if (owner === undefined) note(reader, "owner", w.needOwner);
  const given = figureIn(reader, indicator.unit, "", true);
  const day = dayIn(reader, "until", (one) => one < at.today, w.needPastDay);
  const source = textIn(reader, "source", w.needSource, 300);
  if (reader.problems.length > 0 || owner === undefined || given === null || day === null) return null;
  const period = periodAt(day, monthsOf(at.pack, indicator.frequency), at.pack.calendar.fiscalYearStartMonth);
  const to = period.to < at.today ? period.to : addDays(at.today, -1);
  return { organisation, owner: owner.post, baseline: { ...given, from: period.from, to, source } };
}
