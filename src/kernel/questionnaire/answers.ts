/** Reads answers as forms send them and writes them as the form keeps them: one text per question, in the form XForms gives its type. */
import type { Text, Values } from "#platform/i18n/text.ts";
import { pointsOf } from "./expression/geography.ts";
import { dateText, momentOf, timeOf, utcOfDate } from "./expression/time.ts";
import type { Question } from "./model.ts";
import { typeOf } from "./types.ts";
import { w } from "./words.ts";

/** One answer as it arrives: the text of a form field, or what a JSON client has. Several choices are an array or one text with spaces. */
export type GivenAnswer = string | number | boolean | null | readonly (string | number)[];

/**
 * Answers in the shape of the form: a group is an object under its name, a repeat an array of objects under its name, a question its answer.
 * `{ "village": "Kabeza", "household": [{ "age": 14 }, { "age": "41" }], "house": { "roof": "tiles" } }`
 */
export interface Answers {
  readonly [name: string]: GivenAnswer | Answers | readonly Answers[] | undefined;
}

/** An answer read: its text for the form, and what is wrong with it. A wrong answer keeps the text that was given. */
export interface ReadAnswer {
  readonly text: string;
  readonly problem: { readonly text: Text; readonly values: Values } | null;
}

function good(text: string): ReadAnswer {
  return { text, problem: null };
}

function wrong(text: Text, given: string, more: Values = {}): ReadAnswer {
  return { text: given, problem: { text, values: { given, ...more } } };
}

const INTEGER = /^[+-]?\d{1,15}$/;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const WITH_COMMA = /^[+-]?\d+,\d+$/;
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

function comma(given: string): ReadAnswer {
  return wrong(w.comma, given, { meant: given.replace(",", ".") });
}

function integer(given: string): ReadAnswer {
  if (INTEGER.test(given)) return good(String(Number(given)));
  return wrong(w.integer, given);
}

function decimal(given: string, question: Question): ReadAnswer {
  if (WITH_COMMA.test(given)) return comma(given);
  if (!DECIMAL.test(given)) return wrong(w.decimal, given);
  const text = given.replace(/^\+/, "");
  return question.type === "range" ? onScale(text, question) : good(text);
}

/** True steps of a scale are compared with a tolerance, since 0.1 + 0.2 is not 0.3 in binary. */
function onScale(given: string, question: Question): ReadAnswer {
  const { start = "1", end = "10", step = "1" } = question.parameters;
  const low = Math.min(Number(start), Number(end));
  const high = Math.max(Number(start), Number(end));
  const value = Number(given);
  const steps = (value - Number(start)) / Number(step);
  const fits = value >= low && value <= high && Math.abs(steps - Math.round(steps)) < 1e-9;
  return fits ? good(given) : wrong(w.range, given, { start, end, step });
}

/** `YYYY-MM-DD` of an ISO or day/month/year date; null where it is none. */
function isoDate(given: string): string | null {
  const found = DAY_FIRST.exec(given);
  if (found !== null) {
    const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
    return Number.isNaN(utcOfDate(year, month, day)) ? null : dateText({ year, month, day });
  }
  const moment = momentOf(given);
  return moment === null || given.includes("T") ? null : dateText(moment);
}

function date(given: string): ReadAnswer {
  const iso = isoDate(given);
  return iso === null ? wrong(w.date, given) : good(iso);
}

function time(given: string): ReadAnswer {
  const padded = /^\d:/.test(given) ? `0${given}` : given;
  return timeOf(padded) === null ? wrong(w.time, given) : good(padded);
}

function dateTime(given: string): ReadAnswer {
  const [day = "", clock, more] = given.split(/[T ]+/);
  const iso = isoDate(day);
  const moment = clock === undefined ? null : time(clock);
  if (iso === null || moment === null || moment.problem !== null || more !== undefined) {
    return wrong(w.dateTime, given);
  }
  return good(`${iso}T${moment.text}`);
}

function place(given: string): ReadAnswer {
  const points = given.includes(";") ? null : pointsOf(given);
  return points?.length === 1 ? good(given) : wrong(w.place, given);
}

function line(given: string): ReadAnswer {
  return (pointsOf(given)?.length ?? 0) >= 2 ? good(given) : wrong(w.line, given);
}

function outline(given: string): ReadAnswer {
  const points = pointsOf(given) ?? [];
  const [first, last] = [points[0], points.at(-1)];
  const closed = first?.latitude === last?.latitude && first?.longitude === last?.longitude;
  return points.length >= 4 && closed ? good(given) : wrong(w.outline, given);
}

const AGREED = new Set(["ok", "true", "yes", "on", "1"]);

function readText(question: Question, given: string): ReadAnswer {
  switch (typeOf(question.type).answer) {
    case "integer":
      return integer(given);
    case "decimal":
      return decimal(given, question);
    case "date":
      return date(given);
    case "time":
      return time(given);
    case "dateTime":
      return dateTime(given);
    case "geopoint":
      return place(given);
    case "geotrace":
      return line(given);
    case "geoshape":
      return outline(given);
    case "acknowledge":
      return good(AGREED.has(given.toLowerCase()) ? "OK" : "");
    case "many":
    case "rank":
      return good(given.split(/\s+/).join(" "));
    default:
      return good(given);
  }
}

/** Reads one answer by the type of its question. Dates may be ISO 8601 or day/month/year; decimals take a point; an empty text is no answer. */
export function readAnswer(question: Question, given: unknown): ReadAnswer {
  if (given === null || given === undefined) return good("");
  let text: string;
  if (typeof given === "string") text = given;
  else if (typeof given === "number" || typeof given === "boolean") text = String(given);
  else if (Array.isArray(given) && given.every((item) => ["string", "number"].includes(typeof item))) {
    text = given.join(" ");
  } else return { text: "", problem: { text: w.unreadable, values: {} } };
  const trimmed = text.trim();
  if (trimmed === "") return good("");
  const isProse = ["text", "barcode", "hidden", "note"].includes(question.type);
  return isProse ? good(text) : readText(question, trimmed);
}

/** An answer as a result shows it: numbers for numeric types, an array for several choices, else text. */
export function shownAnswer(question: Question, text: string): string | number | string[] {
  switch (typeOf(question.type).answer) {
    case "integer":
      return INTEGER.test(text) ? Number(text) : text;
    case "decimal":
      return DECIMAL.test(text) ? Number(text) : text;
    case "many":
    case "rank":
      return text === "" ? [] : text.split(" ");
    default:
      return text;
  }
}
