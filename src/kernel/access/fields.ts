/** Reads dates, numbers and texts from forms, and says in words what to do when one cannot be taken. */
import { isDay, type Day } from "#kernel/calendar/day.ts";
import type { Form } from "#platform/http/form.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { DateParts } from "#platform/ui/forms.tsx";
import { w } from "./words-fields.ts";

/** A form with the problems found so far. Readers return what they can and note what they cannot. */
export interface Reader {
  readonly form: Form;
  readonly problems: FieldProblem[];
}

/** Starts reading a form. */
export function reading(form: Form): Reader {
  return { form, problems: [] };
}

/** Notes a problem of a field; null, so that a reader can return it. */
export function note(reader: Reader, field: string, text: Text, values?: FieldProblem["values"]): null {
  reader.problems.push({ field, text, ...(values && { values }) });
  return null;
}

/** A text; noted when it is empty and `missing` says what to do. */
export function textIn(reader: Reader, field: string, missing: Text | null, longest = 2000): string {
  const text = reader.form.text(field);
  if (text === "" && missing !== null) note(reader, field, missing);
  else if (text.length > longest) note(reader, field, w.tooLong, { longest });
  return text;
}

/** One of some codes; empty when it is none of them, noted when `missing` says what to do. */
export function codeIn(reader: Reader, field: string, codes: readonly string[], missing: Text | null): string {
  const code = reader.form.text(field);
  if (codes.includes(code)) return code;
  if (missing !== null) note(reader, field, missing);
  return "";
}

/** Any of some codes; what is not among them is left out. */
export function codesIn(reader: Reader, field: string, codes: readonly string[]): string[] {
  const given = new Set(reader.form.all(field));
  return codes.filter((code) => given.has(code));
}

/** The three boxes of a date as typed, for showing them again. */
export function datePartsOf(form: Form, field: string): DateParts {
  return { day: form.text(`${field}-day`), month: form.text(`${field}-month`), year: form.text(`${field}-year`) };
}

/** A day in three boxes; null when all are empty, noted when they make no date. */
export function dayIn(reader: Reader, field: string, missing: Text | null): Day | null {
  const { day, month, year } = datePartsOf(reader.form, field);
  if (day === "" && month === "" && year === "") {
    if (missing !== null) note(reader, `${field}-day`, missing);
    return null;
  }
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (isDay(text)) return text;
  note(reader, `${field}-day`, w.noDate);
  return null;
}

/** A day as the three boxes show it. */
export function partsOfDay(day: Day | null): DateParts {
  if (day === null) return {};
  return { year: day.slice(0, 4), month: String(Number(day.slice(5, 7))), day: String(Number(day.slice(8, 10))) };
}

/** A whole number people typed, with any of the spaces, commas and points they group by, and a minus where one is allowed: `1 250 000`. Null: none. */
export function wholeFrom(text: string, signed = false): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, "").replaceAll(/[.,](?=\d{3}(?:\D|$))/g, "");
  const sign = signed && /^[-\u2212]/.test(plain) ? -1 : 1;
  const digits = sign === -1 ? plain.slice(1) : plain;
  return /^\d{1,15}$/.test(digits) ? sign * Number(digits) : null;
}

/** A decimal with a point or a comma. Null: not a number. */
export function decimalFrom(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f%]/g, "").replace(",", ".");
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}

/** A whole number within bounds; null when empty and not needed. */
export function wholeIn(
  reader: Reader,
  field: string,
  bounds: { readonly low: number; readonly high: number },
  missing: Text | null,
): number | null {
  const text = reader.form.text(field);
  if (text === "") {
    if (missing !== null) note(reader, field, missing);
    return null;
  }
  const value = wholeFrom(text);
  if (value !== null && value >= bounds.low && value <= bounds.high) return value;
  note(reader, field, w.noWhole, { low: bounds.low, high: bounds.high });
  return null;
}

/** An amount in minor units of a currency with so many minor digits; null when empty or noted. */
export function moneyIn(reader: Reader, field: string, exponent: number, signed = false): number | null {
  const text = reader.form.text(field);
  if (text === "") return null;
  const match = exponent === 0 ? null : new RegExp(`^([-\\d\\s,.\u2212\u00a0\u202f]*?\\d)(?:[.,](\\d{1,${exponent}}))?$`).exec(text);
  const whole = wholeFrom(exponent === 0 ? text : (match?.[1] ?? ""), signed);
  if (whole === null) {
    note(reader, field, w.noMoney);
    return null;
  }
  const rest = Number((match?.[2] ?? "").padEnd(exponent, "0") || "0");
  return whole * 10 ** exponent + (whole < 0 ? -rest : rest);
}
