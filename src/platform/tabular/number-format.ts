/** What a spreadsheet's number format makes of a number: a number, a date, or a code with leading zeros. */

/** `zeros` is the number of digits of a code shown with leading zeros, such as a telephone number kept as a number. */
export type FormatKind = "number" | "date" | { readonly zeros: number };

const DAY = 86_400_000;
/** Serial 0 of the 1900 system. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
/** Days from the 1900 system's serial 0 to the 1904 system's. */
const DAYS_TO_1904 = 1462;
/** Serial of 31 December 9999, the last day a spreadsheet can show. */
const LAST_SERIAL = 2_958_465;

/** Formats that need no code in the file: dates and times, also of the East Asian editions (ECMA-376 part 1, 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Judges a number format by its id and, when the file gives one, its code. A duration such as [h]:mm stays a number of days. */
export function formatKind(id: number, code: string | undefined): FormatKind {
  if (code === undefined) return isBuiltInDate(id) && id !== 46 ? "date" : "number";
  const section = (code.split(";")[0] ?? "").trim();
  if (/^0{2,}$/.test(section)) return { zeros: section.length };
  if (/\[(h+|m+|s+)\]/i.test(section)) return "number";
  const bare = section
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/[_*]./g, "")
    .replace(/\[[^\]]*\]/g, "");
  return !/general/i.test(bare) && /[dmyhs]/i.test(bare) ? "date" : "number";
}

/**
 * The wall-clock date of a serial number, in UTC, or undefined outside the years 1900 to 9999.
 * Serials below 60 are one day later than the epoch says, because the 1900 system counts a 29 February 1900 that never was.
 */
export function dateOfSerial(serial: number, date1904: boolean): Date | undefined {
  const days = date1904 ? serial + DAYS_TO_1904 : serial;
  if (!(days >= 0) || days >= LAST_SERIAL + 1) return undefined;
  const counted = !date1904 && days >= 1 && days < 60 ? days + 1 : days;
  return new Date(EPOCH_1900 + Math.round(counted * DAY));
}

/** The serial number (1900 system) of a wall-clock date kept in UTC, or undefined before March 1900 and after 9999, where serials are disputed. */
export function serialOfDate(date: Date): number | undefined {
  const serial = (date.getTime() - EPOCH_1900) / DAY;
  return serial >= 61 && serial < LAST_SERIAL + 1 ? serial : undefined;
}
