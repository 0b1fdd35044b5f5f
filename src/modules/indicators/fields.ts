/** Reads numbers, days and texts from the forms of indicators, and notes what cannot be taken. */
import { isDay, type Day } from "#kernel/calendar/day.ts";
import type { Form } from "#platform/http/form.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import type { DateParts } from "#platform/ui/forms.tsx";
import { w } from "./words-forms.ts";

export interface Reader {
  readonly form: Form;
  readonly problems: FieldProblem[];
}

export const reading = (form: Form): Reader => ({ form, problems: [] });

export function note(reader: Reader, field: string, text: Text): null {
  reader.problems.push({ field, text });
  return null;
}

/** A text that must not be empty. */
export function textIn(reader: Reader, field: string, missing: Text, longest = 2000): string {
  const text = reader.form.text(field).slice(0, longest);
  if (text === "") note(reader, field, missing);
  return text;
}

/** One of some codes. */
export function codeIn(reader: Reader, field: string, codes: readonly string[], missing: Text): string {
  const code = reader.form.text(field);
  if (!codes.includes(code)) note(reader, field, missing);
  return code;
}

/** A number with a point or a comma; null when empty. Noted when it is none. */
export function numberIn(reader: Reader, field: string, missing: Text | null = null): number | null {
  const text = reader.form
    .text(field)
    .replaceAll(/[\s\u00a0\u202f%]/g, "")
    .replace(",", ".");
  if (text === "") return missing === null ? null : note(reader, field, missing);
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : note(reader, field, w.needNumber);
}

/** The three boxes of a date as typed. */
export const datePartsOf = (form: Form, field: string): DateParts => ({
  day: form.text(`${field}-day`),
  month: form.text(`${field}-month`),
  year: form.text(`${field}-year`),
});

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
