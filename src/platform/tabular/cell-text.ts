/** The text of a cell in the one form that imports and exports share: ISO dates, plain numbers, clean letters. */
import type { Cell } from "./workbook.ts";

/** Digits a spreadsheet keeps of a number; those beyond are lost when it saves. */
const KEPT_DIGITS = 15;
const DAY = 86_400_000;
/** Excel keeps a time of day as a date on this day. */
const TIME_DAY = Date.UTC(1899, 11, 30);

/** Text of a cell: "" for an empty one, dates ISO 8601, numbers in full without exponent, text trimmed and composed (NFC). */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cleanText(cell);
  if (typeof cell === "number") return numberText(cell);
  if (typeof cell === "boolean") return String(cell);
  return dateText(cell);
}

/** Trims, composes accents, and turns the hard and zero-width spaces of word processors into ordinary or no space. */
export function cleanText(text: string): string {
  // Plain ASCII needs no more; almost every cell is.
  if (!/[^ -~]/.test(text)) return text.trim();
  return text
    .normalize("NFC")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[\u200b\ufeff]/g, "")
    .trim();
}

/** A number with the 15 digits a spreadsheet shows: 0.1 + 0.2 → 0.3. */
function numberText(value: number): string {
  return plainNumber(Number.isSafeInteger(value) ? value : Number(value.toPrecision(KEPT_DIGITS)));
}

/** A number in full, never in exponent form: 1e-7 → 0.0000001. */
export function plainNumber(value: number): string {
  const shown = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(shown);
  if (match === null) return shown;
  const [, sign = "", first = "", rest = "", exponent = "0"] = match;
  const places = Number(exponent);
  if (places < 0) return `${sign}0.${"0".repeat(-places - 1)}${first}${rest}`;
  return sign + first + rest.padEnd(places, "0");
}

/** A wall-clock date kept in UTC: the day alone at midnight, the time alone on Excel's day zero, otherwise both to the minute or second. */
export function dateText(date: Date): string {
  const time = date.getTime();
  if (Number.isNaN(time)) return "";
  const [day = "", clock = ""] = date.toISOString().split("T");
  const shownClock = clock.slice(0, clock.startsWith(":00", 5) ? 5 : 8);
  if (time >= TIME_DAY && time < TIME_DAY + DAY) return shownClock;
  return time % DAY === 0 ? day : `${day}T${shownClock}`;
}

/** True when a spreadsheet has lost digits of a long number: 16-digit identity numbers become 1.19978E+15 or end in zeros. */
export function isShortened(cell: Cell | undefined): boolean {
  if (typeof cell === "number") return Math.abs(cell) >= 10 ** KEPT_DIGITS;
  return typeof cell === "string" && /^\s*[+-]?\d([.,]\d+)?E\+\d{1,3}\s*$/.test(cell);
}
