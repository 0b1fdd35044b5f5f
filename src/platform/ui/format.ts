/** Dates, numbers and money as people in each language write them. */
import type { Language } from "#platform/i18n/text.ts";

/** Between thousands in French, and before `%` and tall punctuation: a narrow space that does not break. */
export const NARROW = "\u202f";

/** A day as `yyyy-mm-dd` or a moment; a day is never moved by a time zone. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `28/11/2025` in every language. Takes `yyyy-mm-dd`; throws `RangeError` on anything else. */
export function formatDate(day: Day): string {
  const parts = DAY.exec(day);
  if (parts === null) throw new RangeError(`not a day: ${day}`);
  return `${parts[3]}/${parts[2]}/${parts[1]}`;
}

/** The days that something lasts: `17/11/2025 – 18/11/2025`, or one day alone. */
export function formatDays(from: Day, to: Day): string {
  return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
}

const WEEKDAYS = Object.fromEntries(
  (["rw", "en", "fr"] as const).map((lang) => [lang, new Intl.DateTimeFormat(lang, { weekday: "long", timeZone: "UTC" })]),
) as Record<Language, Intl.DateTimeFormat>;

/** `Monday 17/11/2025`; Kinyarwanda and French weekdays as CLDR writes them, with a capital at the head of a sentence. */
export function formatWeekday(day: Day, lang: Language): string {
  const name = WEEKDAYS[lang].format(new Date(`${day}T00:00:00Z`));
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${formatDate(day)}`;
}

/** A date known only to the year or month: `2025`, `11/2025`, or the full day. Takes `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
export function formatPartialDate(day: string): string {
  if (/^\d{4}$/.test(day)) return day;
  const month = /^(\d{4})-(\d{2})$/.exec(day);
  return month === null ? formatDate(day) : `${month[2]}/${month[1]}`;
}

/** The parts of a moment on the clock of one IANA time zone, such as `Africa/Kigali`. */
function clockOf(moment: Date, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return Object.fromEntries(format.formatToParts(moment).map((part) => [part.type, part.value]));
}

/** `28/11/2025 17:05` on the clock of one time zone. Throws `RangeError` on an invalid moment or zone. */
export function formatDateTime(moment: Date, timeZone: string): string {
  const at = clockOf(moment, timeZone);
  return `${at.day}/${at.month}/${at.year} ${at.hour}:${at.minute}`;
}

/** `17:05` on the clock of one time zone. */
export function formatTime(moment: Date, timeZone: string): string {
  const at = clockOf(moment, timeZone);
  return `${at.hour}:${at.minute}`;
}

/** The day (`yyyy-mm-dd`) on which a moment falls in one time zone. */
export function dayOf(moment: Date, timeZone: string): Day {
  const at = clockOf(moment, timeZone);
  return `${at.year}-${at.month}-${at.day}`;
}

const MARKS: Record<Language, { readonly group: string; readonly point: string; readonly percent: string }> = {
  en: { group: ",", point: ".", percent: "%" },
  fr: { group: NARROW, point: ",", percent: `${NARROW}%` },
  // Kinyarwanda offices write figures as in English (1,234.5); no percent space.
  rw: { group: ",", point: ".", percent: "%" },
};

const MINUS = "\u2212";

/** Groups the digits of a whole number written as text. */
function grouped(digits: string, mark: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, mark);
}

/** Puts sign, groups and decimals of a decimal numeral together. */
function assembled(numeral: string, lang: Language): string {
  const marks = MARKS[lang];
  const negative = numeral.startsWith("-") && /[1-9]/.test(numeral);
  const [whole = "0", fraction] = numeral.replace("-", "").split(".");
  const text = grouped(whole, marks.group) + (fraction ? marks.point + fraction : "");
  return negative ? MINUS + text : text;
}

/** `1,234.5` (en, rw) or `1 234,5` (fr). `decimals` fixes the places; without it whole numbers have none and others at most two. */
export function formatNumber(value: number | bigint, lang: Language, decimals?: number): string {
  if (typeof value === "bigint") return assembled(value.toString(), lang);
  if (!Number.isFinite(value)) throw new RangeError(`not a number to show: ${value}`);
  const fixed = decimals === undefined ? String(Number(value.toFixed(2))) : value.toFixed(decimals);
  return assembled(fixed.includes("e") ? BigInt(Math.round(value)).toString() : fixed, lang);
}

/** A share between 0 and 1 as `39%` (en, rw) or `39 %` (fr). */
export function formatPercent(share: number, lang: Language, decimals = 0): string {
  return formatNumber(share * 100, lang, decimals) + MARKS[lang].percent;
}

/** An amount in minor units of an ISO 4217 currency; `exponent` is the number of minor digits (RWF 0, EUR 2). */
export interface Money {
  readonly minor: number | bigint;
  readonly currency: string;
  readonly exponent: number;
}

/**
 * `RWF 18,400,000` (en, rw) or `18 400 000 FRW` (fr: the label follows). `label` is how the language names the currency; its code when absent.
 * Throws `RangeError` when the minor units are not whole.
 */
export function formatMoney(money: Money, lang: Language, label: string = money.currency): string {
  const amount = assembled(decimalOf(money), lang);
  return lang === "fr" ? `${amount}\u00a0${label}` : `${label}\u00a0${amount}`;
}

/** An amount rounded to millions for running text: `RWF 18.4 m`, `18,4 M FRW`. Amounts below a million are given in full. */
export function formatMoneyShort(money: Money, lang: Language, label: string = money.currency): string {
  const value = Number(decimalOf(money));
  const units: readonly [number, string, string][] = [
    [1e9, "bn", "Md"],
    [1e6, "m", "M"],
  ];
  const unit = units.find(([size]) => Math.abs(value) >= size);
  if (unit === undefined) return formatMoney(money, lang, label);
  const amount = assembled(String(Number((value / unit[0]).toFixed(1))), lang);
  return lang === "fr" ? `${amount}${NARROW}${unit[2]}\u00a0${label}` : `${label}\u00a0${amount}\u00a0${unit[1]}`;
}

/** The decimal numeral of an amount, without floating point. */
function decimalOf({ minor, exponent }: Money): string {
  if (typeof minor === "number" && !Number.isSafeInteger(minor)) throw new RangeError(`not whole minor units: ${minor}`);
  const text = minor.toString();
  const negative = text.startsWith("-");
  const digits = (negative ? text.slice(1) : text).padStart(exponent + 1, "0");
  const whole = exponent === 0 ? digits : digits.slice(0, -exponent);
  const fraction = exponent === 0 ? "" : `.${digits.slice(-exponent)}`;
  return `${negative ? "-" : ""}${whole}${fraction}`;
}

/** `2025/2026` for a fiscal year's range of days; a year that begins and ends in one calendar year is `2025`. The last day belongs to the range. */
export function fiscalYearLabel(range: { readonly from: Day; readonly to: Day }): string {
  const first = formatDate(range.from).slice(6);
  const last = formatDate(range.to).slice(6);
  return first === last ? first : `${first}/${last}`;
}

/** `12.5 kB` for a file's size in bytes. */
export function formatBytes(bytes: number, lang: Language): string {
  const units = ["B", "kB", "MB", "GB"];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const name = lang === "fr" ? units[unit]?.replace("B", "o") : units[unit];
  return `${formatNumber(Number(size.toFixed(1)), lang)}\u00a0${name}`;
}
