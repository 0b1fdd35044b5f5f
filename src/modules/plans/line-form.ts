/** Reads one part of a line's form into what the line says; what cannot be taken is noted with what to do. */
import { codesOf, hasCode } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { exponentOf } from "#kernel/money/amounts.ts";
import type { NewLine } from "#kernel/money/lines.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { NeedFacts } from "#modules/needs";
import { codeIn, codesIn, dayIn, moneyIn, note, textIn, type Reader, wholeIn } from "#kernel/access/fields.ts";
import { untrainable } from "./rules.ts";
import { MODES, type LineContent, type Mode, type Seat } from "./schema.ts";
import { MEANS_ROWS, type Part } from "./views/line-form-props.ts";
import { w } from "./words-form.ts";
import { w as planWords } from "./words-plan.ts";

/** What may be chosen besides the pack's codes. */
export interface Choices {
  readonly needs: readonly NeedFacts[];
  readonly courses: readonly string[];
  readonly indicators: readonly string[];
  readonly responsible: readonly string[];
  readonly organisations: readonly string[];
  readonly parties: readonly string[];
  readonly regions: readonly string[];
  readonly language: Language;
}

const orNull = (text: string): string | null => (text === "" ? null : text);
const codes = (pack: Pack, list: string): string[] => codesOf(pack, list).map((code) => code.code);

function readWhat(reader: Reader, pack: Pack, before: LineContent, choices: Choices): LineContent {
  const title = textIn(reader, "title", planWords.sayTitle, 200);
  const modality = codeIn(reader, "modality", codes(pack, "modality"), w.chooseModality);
  const ids = new Set(
    codesIn(
      reader,
      "needs",
      choices.needs.map((need) => need.id),
    ),
  );
  const needs = choices.needs.filter((need) => ids.has(need.id));
  const mandate = orNull(textIn(reader, "mandate", null, 500));
  if (needs.length === 0 && mandate === null) note(reader, choices.needs.length > 0 ? "needs" : "mandate", w.chooseNeeds);
  const wrong = modality === "" ? [] : untrainable(pack, modality, needs);
  if (wrong.length > 0) note(reader, "modality", w.notCourse, { count: wrong.length });
  const domain = reader.form.text("domain");
  return {
    ...before,
    title,
    language: before.title === title ? before.language : choices.language,
    modality,
    mode: (codeIn(reader, "mode", MODES, null) || "physical") as Mode,
    course: orNull(codeIn(reader, "course", choices.courses, null)),
    domain: hasCode(pack, "capacity_domain", domain) ? domain : null,
    groups: codesIn(
      reader,
      "groups",
      pack.groups.map((group) => group.code),
    ),
    needs: needs.map((need) => need.id),
    mandate,
    change: textIn(reader, "change", null, 500),
    indicator: orNull(codeIn(reader, "indicator", choices.indicators, null)),
    indicatorWords: orNull(textIn(reader, "indicatorWords", null, 200)),
    responsible: orNull(codeIn(reader, "responsible", choices.responsible, null)),
  };
}

function readWhen(reader: Reader, before: LineContent, choices: Choices): LineContent {
  const from = dayIn(reader, "from", null);
  const to = dayIn(reader, "to", null) ?? from;
  if (from !== null && to !== null && to < from) note(reader, "to-day", w.toFirst);
  return {
    ...before,
    from,
    to,
    clashReason: orNull(textIn(reader, "clashReason", null, 500)),
    region: orNull(codeIn(reader, "region", choices.regions, null)),
    venue: orNull(textIn(reader, "venue", null, 200)),
    provider: orNull(textIn(reader, "provider", null, 200)),
  };
}

function readSeats(reader: Reader, before: LineContent, choices: Choices): LineContent {
  const seats = choices.organisations.flatMap((organisation): Seat[] => {
    const places = wholeIn(reader, `seat-${organisation}`, { low: 0, high: 100_000 }, null);
    return places === null || places === 0 ? [] : [{ organisation, places }];
  });
  return { ...before, seats };
}

/** Cost lines keep their id by their kind and means by their place, so that what was entered against them stays with them. */
function readMoney(reader: Reader, pack: Pack, before: LineContent, choices: Choices): LineContent {
  const own = pack.currency.code;
  const known = before.money.filter((line) => line.side === "funding");
  const costs = codes(pack, "cost_kind").flatMap((kind): NewLine[] => {
    const minor = moneyIn(reader, `cost-${kind}`, pack.currency.exponent);
    const id = before.money.find((line) => line.side === "cost" && line.item === kind && line.currency === own)?.id;
    return minor === null || minor === 0
      ? []
      : [{ ...(id !== undefined && { id }), side: "cost", item: kind, note: null, party: null, minor, currency: own }];
  });
  const foreign = before.money.filter((line) => line.side === "cost" && line.currency !== own);
  const means = Array.from({ length: MEANS_ROWS }, (_, index) => index).flatMap((index): NewLine[] => {
    const currency = /^[A-Z]{3}$/.test(reader.form.text(`means-${index}-currency`)) ? reader.form.text(`means-${index}-currency`) : own;
    const minor = moneyIn(reader, `means-${index}-amount`, exponentOf(pack, currency));
    if (minor === null || minor === 0) return [];
    const item = codeIn(reader, `means-${index}-source`, codes(pack, "funding_source"), w.chooseKind);
    const party = orNull(codeIn(reader, `means-${index}-party`, choices.parties, null));
    const id = known[index]?.id;
    return [{ ...(id !== undefined && { id }), side: "funding", item, note: null, party, minor, currency }];
  });
  return { ...before, money: [...costs, ...foreign, ...means, ...known.slice(MEANS_ROWS)] };
}

/** What the line says once this part is taken in. Use it only when the reader noted nothing. */
export function readPart(reader: Reader, part: Part, pack: Pack, before: LineContent, choices: Choices): LineContent {
  switch (part) {
    case "what":
      return readWhat(reader, pack, before, choices);
    case "when":
      return readWhen(reader, before, choices);
    case "seats":
      return readSeats(reader, before, choices);
    case "money":
      return readMoney(reader, pack, before, choices);
  }
}

/** What a part's fields show of a line. */
export function valuesOf(pack: Pack, content: LineContent): Record<string, string> {
  const digits = (minor: number, currency: string): string => {
    const exponent = exponentOf(pack, currency);
    return exponent === 0 ? String(minor) : (minor / 10 ** exponent).toFixed(exponent);
  };
  const values: Record<string, string> = {
    title: content.title,
    modality: content.modality,
    mode: content.mode,
    course: content.course ?? "",
    domain: content.domain ?? "",
    mandate: content.mandate ?? "",
    change: content.change,
    indicator: content.indicator ?? "",
    indicatorWords: content.indicatorWords ?? "",
    responsible: content.responsible ?? "",
    clashReason: content.clashReason ?? "",
    region: content.region ?? "",
    venue: content.venue ?? "",
    provider: content.provider ?? "",
    wanted: "",
  };
  for (const { organisation, places } of content.seats) values[`seat-${organisation}`] = String(places);
  for (const line of content.money)
    if (line.side === "cost" && line.currency === pack.currency.code) values[`cost-${line.item}`] = digits(line.minor, line.currency);
  content.money
    .filter((line) => line.side === "funding")
    .slice(0, MEANS_ROWS)
    .forEach((line, index) => {
      values[`means-${index}-source`] = line.item;
      values[`means-${index}-party`] = line.party ?? "";
      values[`means-${index}-amount`] = digits(line.minor, line.currency);
      values[`means-${index}-currency`] = line.currency;
    });
  return values;
}
