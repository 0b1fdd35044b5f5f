/** Reads the attendance file of a call: Zoom, Teams, Google Meet, or any table with names and times. No database. */
import type { Day } from "#kernel/calendar/day.ts";
import { startOfDay } from "#kernel/calendar/day.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { utf16Of } from "#platform/tabular/sniff.ts";
import type { TableProblem } from "#platform/tabular/workbook.ts";
import { readTable, type TableRow } from "#platform/tabular/table.ts";
import { w } from "./words-call.ts";

/** One line of the file, as it came. Times are moments; `to` is null when the file does not say when she left. */
export interface LogLine {
  readonly number: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly from: Date | null;
  readonly to: Date | null;
  /** Why the line counts for nobody; null when it can be used. */
  readonly problem: { readonly text: Text; readonly values: Values } | null;
}

/** The days and the clock that a file is read by. */
export interface CallTimes {
  /** The days on which the meeting is held; times without a day are on `day`. */
  readonly days: readonly Day[];
  readonly day: Day;
  /** When the first half-day of `day` begins, for files that say only for how long. */
  readonly begins: Date;
  readonly timeZone: string;
}

export type CallLog =
  | { readonly ok: true; readonly lines: readonly LogLine[] }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

// Column names as Zoom, Teams and Meet write them in English and French exports.
const COLUMNS = {
  name: {
    name: w.colName,
    aliases: [
      "Name (Original Name)",
      "Full Name",
      "Participant",
      "Participants",
      "Participant name",
      "Display name",
      "Nom (nom d’origine)",
      "Nom du participant",
      "Nom d’utilisateur",
    ],
  },
  first: { name: w.colFirst, aliases: ["Given name"] },
  last: { name: w.colLast, aliases: ["Surname", "Family name", "Nom"] },
  email: { name: w.colEmail, aliases: ["User Email", "E-mail", "Email", "Email address", "Adresse e-mail", "E-mail de l’utilisateur"] },
  phone: { name: w.colPhone, aliases: ["Phone", "Phone number", "Numéro de téléphone"] },
  join: {
    name: w.colJoin,
    aliases: [
      "Join Time",
      "First Join",
      "First join time",
      "Time joined",
      "Joined",
      "Start time",
      "Timestamp",
      "Heure d’arrivée",
      "Heure de connexion",
      "Première connexion",
    ],
  },
  leave: {
    name: w.colLeave,
    aliases: [
      "Leave Time",
      "Last Leave",
      "Last leave time",
      "Time exited",
      "Left",
      "End time",
      "Heure de départ",
      "Heure de sortie",
      "Dernier départ",
    ],
  },
  duration: {
    name: w.colDuration,
    aliases: [
      "Duration (Minutes)",
      "Total Duration (Minutes)",
      "In-Meeting Duration",
      "Attendance duration",
      "Minutes",
      "Durée (minutes)",
      "Durée totale (minutes)",
      "Durée de la réunion",
    ],
  },
  action: { name: w.colAction, aliases: ["User Action", "Action de l’utilisateur"] },
} as const;
type Key = keyof typeof COLUMNS;

const MINUTE = 60_000;
// What other programs put between figures and AM: narrow and non-breaking spaces, marks of direction.
const plain = (text: string): string =>
  text
    .replaceAll(/[\u00a0\u202f\u2009]/g, " ")
    .replaceAll(/[\u200e\u200f]/g, "")
    .trim();

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function clockOf(hour: string, minute: string, second: string | undefined, half: string | undefined): Clock | null {
  const hours = Number(hour);
  const noon = half?.toLowerCase().replaceAll(".", "");
  if (noon !== undefined && (hours < 1 || hours > 12)) return null;
  const value = {
    hour: noon === undefined ? hours : (hours % 12) + (noon === "pm" ? 12 : 0),
    minute: Number(minute),
    second: Number(second ?? 0),
  };
  return value.hour < 24 && value.minute < 60 && value.second < 60 ? value : null;
}

const TIME = String.raw`(\d{1,2})[:h](\d{2})(?::(\d{2}))?(?:\.\d+)? ?([AaPp]\.?[Mm]\.?)?`;
const ONLY_TIME = new RegExp(`^${TIME}$`);
const ISO = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})[T ,]+${TIME} ?(Z|UTC|[+-]\\d{2}:?\\d{2})?$`);
const DAY_TIME = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2}|\\d{4}),? +(?:à |at )?${TIME}$`);

/** A moment on the clock of the place. */
function momentAt(day: Day, clock: Clock, timeZone: string): Date {
  const from = startOfDay(day, timeZone).getTime();
  return new Date(from + (clock.hour * 3600 + clock.minute * 60 + clock.second) * 1000);
}

const two = (part: string): string => part.padStart(2, "0");
const yearOf = (part: string): string => (part.length === 2 ? `20${part}` : part);

function offsetMinutes(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  return match === null ? 0 : (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

/** Every way to read a time; a date of slashes has two. Which of them the file means is decided over the whole file. */
function readings(raw: string, times: CallTimes): { readonly monthFirst: Date | null; readonly dayFirst: Date | null } {
  const text = plain(raw);
  const time = ONLY_TIME.exec(text);
  if (time !== null) {
    const clock = clockOf(time[1] ?? "", time[2] ?? "", time[3], time[4]);
    const at = clock === null ? null : momentAt(times.day, clock, times.timeZone);
    return { monthFirst: at, dayFirst: at };
  }
  const iso = ISO.exec(text);
  if (iso !== null) {
    const clock = clockOf(iso[4] ?? "", iso[5] ?? "", iso[6], iso[7]);
    const day = `${iso[1]}-${iso[2]}-${iso[3]}`;
    const zone = iso[8];
    const at =
      clock === null
        ? null
        : zone === undefined
          ? momentAt(day, clock, times.timeZone)
          : new Date(
              Date.parse(`${day}T${two(String(clock.hour))}:${two(String(clock.minute))}:${two(String(clock.second))}Z`) -
                offsetMinutes(zone) * MINUTE,
            );
    return { monthFirst: at, dayFirst: at };
  }
  const dated = DAY_TIME.exec(text);
  if (dated === null) return { monthFirst: null, dayFirst: null };
  const [, one = "", other = "", year = ""] = dated;
  const clock = clockOf(dated[4] ?? "", dated[5] ?? "", dated[6], dated[7]);
  const on = (month: string, day: string): Date | null =>
    clock === null || Number(month) > 12 || Number(month) < 1 || Number(day) > 31
      ? null
      : momentAt(`${yearOf(year)}-${two(month)}-${two(day)}`, clock, times.timeZone);
  return { monthFirst: on(one, other), dayFirst: on(other, one) };
}

function within(at: Date | null, times: CallTimes): boolean {
  if (at === null || Number.isNaN(at.getTime())) return false;
  return times.days.some((day) => {
    const from = startOfDay(day, times.timeZone).getTime();
    return at.getTime() >= from && at.getTime() < from + 24 * 60 * MINUTE;
  });
}

/** Minutes of `181`, `3h 1m 22s`, `1 hr 2 min`, `01:02:33`; null for anything else. In milliseconds. */
export function durationOf(raw: string): number | null {
  const text = plain(raw).toLowerCase();
  if (/^\d+([.,]\d+)?$/.test(text)) return Math.round(Number(text.replace(",", ".")) * MINUTE);
  const clock = /^(\d+):(\d{2}):(\d{2})$/.exec(text);
  if (clock !== null) return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000;
  const parts =
    /^(?:(\d+) ?(?:h|hr|hrs|hours?|heures?))? ?(?:(\d+) ?(?:m|mn|min|mins|minutes?))? ?(?:(\d+) ?(?:s|sec|secs|seconds?|secondes?))?$/.exec(
      text,
    );
  if (parts === null || text === "") return null;
  return (Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)) * 1000;
}

/** Teams writes several tables into one file; the one with every coming and going is the last, after its heading. */
function oneTable(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly before: number } {
  const wide = utf16Of(bytes);
  if (wide === undefined && bytes[0] === 0x50 && bytes[1] === 0x4b) return { bytes, before: 0 };
  const text = new TextDecoder(wide ?? "utf-8").decode(bytes);
  const lines = text.split(/\r?\n/);
  const heading = (number: string): number => lines.findIndex((line) => new RegExp(`^"?${number}\\. ?\\p{L}`, "u").test(line.trim()));
  const start = heading("3") >= 0 ? heading("3") : heading("2");
  if (start < 0) return wide === undefined ? { bytes, before: 0 } : { bytes: new TextEncoder().encode(text), before: 0 };
  const after = lines.slice(start + 1);
  const end = after.findIndex((line) => /^"?[3-9]\. ?\p{L}/u.test(line.trim()));
  const table = end < 0 ? after : after.slice(0, end);
  const blank = table.findIndex((line) => line.trim() !== "");
  return { bytes: new TextEncoder().encode(table.slice(Math.max(0, blank)).join("\n")), before: start + 1 + Math.max(0, blank) };
}

const problemLine = (number: number, name: string, text: Text, values: Values = {}): LogLine => ({
  number,
  name,
  email: "",
  phone: "",
  from: null,
  to: null,
  problem: { text, values },
});

function lineOf(row: TableRow<Key>, number: number, times: CallTimes, pick: "monthFirst" | "dayFirst"): LogLine {
  const { first, last, email, phone, join, leave, duration } = row.cells;
  const name = row.cells.name !== "" ? row.cells.name : `${first} ${last}`.trim();
  if (name === "" && email === "") return problemLine(number, "", w.noName);
  const read = (text: string): Date | null => (text === "" ? null : readings(text, times)[pick]);
  for (const text of [join, leave])
    if (text !== "" && !within(read(text), times)) return problemLine(number, name, w.noTime, { value: text });
  const lasted = durationOf(duration);
  if (join === "" && lasted === null) return problemLine(number, name, w.noTimes);
  const from = read(join) ?? times.begins;
  const to = read(leave) ?? (lasted === null ? null : new Date(from.getTime() + lasted));
  if (to !== null && to < from) return problemLine(number, name, w.backwards);
  return { number, name, email: email.toLowerCase(), phone, from, to, problem: null };
}

/** Older Teams files have a line for each coming and each going: the next line of the same name closes the one before. */
function joinedPairs(lines: readonly LogLine[], leaving: readonly boolean[]): LogLine[] {
  const open = new Map<string, number>();
  const out: LogLine[] = [];
  for (const [index, line] of lines.entries()) {
    const leaves = leaving[index] ?? false;
    const at = open.get(line.name);
    const before = at === undefined ? undefined : out[at];
    if (leaves && at !== undefined && before !== undefined) {
      out[at] = { ...before, to: line.from };
      open.delete(line.name);
    } else if (!leaves) {
      open.set(line.name, out.length);
      out.push(line);
    } else out.push(line.problem === null ? problemLine(line.number, line.name, w.noTimes) : line);
  }
  return out;
}

/** Reads a file by its content. Whole-file problems are those of the table; a bad line says why and is kept. */
export async function readCallLog(bytes: Uint8Array, filename: string, times: CallTimes): Promise<CallLog> {
  const cut = oneTable(bytes);
  const table = await readTable(cut.bytes, filename, { columns: COLUMNS, rows: 20_000 });
  if (table.problems.length > 0) return { ok: false, problems: table.problems };
  const stamps = table.rows.flatMap((row) => [row.cells.join, row.cells.leave]).filter((text) => text !== "");
  const hits = (pick: "monthFirst" | "dayFirst"): number => stamps.filter((text) => within(readings(text, times)[pick], times)).length;
  const pick = hits("dayFirst") >= hits("monthFirst") ? "dayFirst" : "monthFirst";
  const read = table.rows.map((row) => lineOf(row, row.row + cut.before, times, pick));
  const byActions = table.rows.some((row) => row.cells.action !== "");
  const leaves = table.rows.map((row) => /^(left|leave|a quitté|départ)/i.test(row.cells.action));
  const good = byActions ? joinedPairs(read, leaves) : read;
  const bad = table.rejected.map((row) =>
    problemLine(row.row + cut.before, row.source.find((cell) => cell !== "") ?? "", w.notRow, { reason: row.reasons[0]?.code ?? "" }),
  );
  return { ok: true, lines: [...good, ...bad].toSorted((a, b) => a.number - b.number) };
}
