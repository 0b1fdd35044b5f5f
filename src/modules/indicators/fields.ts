/** Reads numbers, days and texts from the forms of indicators, and notes what cannot be taken. */
import { type Reader, decimalFrom, note, datePartsOf } from "#kernel/access/fields.ts";
import { isDay, type Day } from "#kernel/calendar/day.ts";
import type { Text } from "#platform/i18n/text.ts";
import { w } from "./words-forms.ts";

/** A number with a point or a comma; null when empty. Noted when it is none. */
export function numberIn(reader: Reader, field: string, missing: Text | null = null): number | null {
  const text = reader.form.text(field);
  if (text === "") return missing === null ? null : note(reader, field, missing);
  return decimalFrom(text) ?? note(reader, field, w.needNumber);
}

/** A day in three boxes that passes a test. */
export function dayIn(reader: Reader, field: string, fits: (day: Day) => boolean, missing: Text): Day | null {
  const { day, month, year } = datePartsOf(reader.form, field);
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isDay(text) && fits(text) ? text : note(reader, `${field}-day`, missing);
}

/** A figure as a form gives it: a part of a whole, or the value itself. */
export interface GivenFigure {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Reads the fields `${prefix}part`, `${prefix}whole` and `${prefix}value`; shares are computed, never typed twice. Null when nothing or nothing usable was given. */
export function figureIn(reader: Reader, unit: string, prefix: string, needed: boolean): GivenFigure | null {
  const [part, whole] = [numberIn(reader, `${prefix}part`), numberIn(reader, `${prefix}whole`)];
  if (unit === "percent" && (part !== null || whole !== null)) {
    if (part === null || whole === null || whole <= 0 || part < 0 || part > whole) return note(reader, `${prefix}part`, w.needWhole);
    return { value: (part / whole) * 100, numerator: part, denominator: whole };
  }
  const value = numberIn(reader, `${prefix}value`, needed ? w.needNumber : null);
  if (value === null) return null;
  if (unit === "percent" && (value < 0 || value > 100)) return note(reader, `${prefix}value`, w.needPercent);
  return { value, numerator: null, denominator: whole };
}
