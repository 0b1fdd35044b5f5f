/** A page of a questionnaire as it is put to one person: each question with its words, its open choices and the answer so far. The same on the server and on a phone. */
import type { Text, Values } from "#platform/i18n/text.ts";
import { fill } from "./evaluate.ts";
import type { Failure } from "./evaluate.ts";
import { inLanguage, languageCode } from "./model.ts";
import type { Question, Translations } from "./model.ts";
import { openPages } from "./pages.ts";
import type { OpenPage } from "./pages.ts";
import { itemsByPath, plainPath } from "./project.ts";
import { givenAt } from "./state.ts";
import type { Standing } from "./state.ts";
import { fileChoices } from "./attached-tables.ts";
import type { AttachedTable } from "./attached-tables.ts";
import { hasChoices, typeOf } from "./types.ts";

/** The control that a question is answered with. */
export type Control =
  | "line"
  | "lines"
  | "integer"
  | "decimal"
  | "scale"
  | "date"
  | "time"
  | "moment"
  | "one"
  | "list"
  | "many"
  | "rank"
  | "tick"
  | "place"
  | "shape"
  | "file"
  | "note"
  | "shown";

/** A choice that is open. */
export interface AskedChoice {
  readonly name: string;
  readonly label: string;
}

/** A question put to a person. */
export interface Asked {
  /** Its place in order, `/household[2]/age`. */
  readonly path: string;
  /** The place that its answer is filed under, `/household[k7f2]/age`: the name of its field. */
  readonly filed: string;
  readonly question: Question;
  readonly control: Control;
  readonly label: string;
  readonly hint: string;
  /** As it was given, or computed, or by default; empty for none. */
  readonly value: string;
  readonly required: boolean;
  readonly choices: readonly AskedChoice[];
  /** True when the choices are numbered levels, each with its words. */
  readonly levels: boolean;
  /** Limits of a scale. */
  readonly scale: { readonly start: number; readonly end: number; readonly step: number } | null;
  readonly failure: Failure | null;
}

/** A page put to a person. `number` of `count` counts the pages that are open now. */
export interface AskedPage {
  readonly page: OpenPage;
  readonly number: number;
  readonly count: number;
  readonly heading: string;
  /** The words of the next group around it, such as the field that “What stands in the way” is about; empty for none. */
  readonly caption: string;
  /** The code of the language that the questions are in. */
  readonly language: string;
  readonly questions: readonly Asked[];
}

/** More choices than these are offered in a list that opens. */
const MOST_ROWS = 15;
/** More steps than these are typed, not ticked. */
const MOST_STEPS = 11;

function scaleOf(question: Question): Asked["scale"] {
  if (question.type !== "range") return null;
  const { start = "1", end = "10", step = "1" } = question.parameters;
  return { start: Number(start), end: Number(end), step: Number(step) };
}

const SIMPLE: Partial<Record<string, Control>> = {
  integer: "integer",
  decimal: "decimal",
  date: "date",
  time: "time",
  dateTime: "moment",
  many: "many",
  rank: "rank",
  geopoint: "place",
  geotrace: "shape",
  geoshape: "shape",
  file: "file",
  acknowledge: "tick",
  none: "note",
};

function controlOf(question: Question, choices: number): Control {
  const { answer } = typeOf(question.type);
  const scale = scaleOf(question);
  if (answer !== "none" && (question.readonly === "true()" || question.calculation !== "")) return "shown";
  if (scale !== null) return Math.abs(scale.end - scale.start) / scale.step < MOST_STEPS ? "scale" : "decimal";
  if (answer === "one")
    return choices > MOST_ROWS || question.appearance.some((word) => word === "minimal" || word === "autocomplete") ? "list" : "one";
  return SIMPLE[answer] ?? (question.appearance.includes("multiline") ? "lines" : "line");
}

/** The text of an item in the language of a standing, with the answers put in. */
export function textIn(standing: Standing, path: string, texts: Translations): string {
  return fill(standing.evaluation, path, inLanguage(texts, standing.language, standing.model.defaultLanguage));
}

/** The open choices of a select in the order to show them. */
export function choicesOf(
  standing: Standing,
  path: string,
  question: Question,
  tables: Readonly<Record<string, AttachedTable>> = {},
): AskedChoice[] {
  if (!hasChoices(question.type)) return [];
  const rows =
    question.file === ""
      ? (standing.model.lists[question.list] ?? [])
      : fileChoices(tables[question.file.replace(/\.csv$/i, "")] ?? [], question.parameters);
  const byName = new Map(rows.map((choice) => [choice.name, choice]));
  return (standing.evaluation.choices[path] ?? []).flatMap((name) => {
    const choice = byName.get(name);
    return choice === undefined ? [] : [{ name, label: textIn(standing, path, choice.label) || name }];
  });
}

/** One to nine, then words: the levels of a scale. Choices named 0 and 1 are no levels. */
function areLevels(choices: readonly AskedChoice[]): boolean {
  return choices.length >= 3 && choices.every((choice, index) => choice.name === String(index + 1) && choice.label !== choice.name);
}

/** A question put to a person. */
export function askedOf(standing: Standing, path: string, tables: Readonly<Record<string, AttachedTable>> = {}): Asked | null {
  const question = itemsByPath(standing.model).get(plainPath(path));
  if (question?.kind !== "question") return null;
  const choices = choicesOf(standing, path, question, tables);
  const guidance = textIn(standing, path, question.guidance);
  const given = givenAt(standing, path);
  return {
    path,
    filed: standing.projection.filed(path),
    question,
    control: controlOf(question, choices.length),
    label: textIn(standing, path, question.label) || question.name,
    hint: [textIn(standing, path, question.hint), guidance].filter((text) => text !== "").join(" "),
    value: given !== "" || wasGiven(standing, path) ? given : valueAt(standing, path),
    required: question.required === "true()",
    choices,
    levels: areLevels(choices),
    scale: scaleOf(question),
    failure: standing.evaluation.failures.find((failure) => failure.path === path) ?? null,
  };
}

function wasGiven(standing: Standing, path: string): boolean {
  return standing.newest.has(standing.projection.filed(path));
}

/** The evaluated value at a place as text: a default or a calculation where nothing was given. */
export function valueAt(standing: Standing, path: string): string {
  let here: unknown = standing.evaluation.values;
  for (const part of path.slice(1).split("/")) {
    const [, name = part, place] = /^([^[]+)(?:\[(\d+)\])?$/.exec(part) ?? [];
    here = typeof here === "object" && here !== null ? (here as Record<string, unknown>)[name] : undefined;
    if (place !== undefined) here = Array.isArray(here) ? here[Number(place) - 1] : undefined;
  }
  if (here === undefined || here === null) return "";
  return Array.isArray(here) ? here.join(" ") : typeof here === "object" ? "" : String(here);
}

/** The words of the groups around a page, the nearest first. */
function headingsOf(standing: Standing, heading: string): string[] {
  const words: string[] = [];
  for (let path = heading; path !== ""; path = path.slice(0, path.lastIndexOf("/"))) {
    const item = itemsByPath(standing.model).get(plainPath(path));
    const text = item === undefined ? "" : textIn(standing, path, item.label);
    if (text !== "" && text !== words.at(-1)) words.push(text);
  }
  return words;
}

/** The heading of a page: the nearest group around it that has words; and the next one around that. Empty for none. */
export function headingOf(standing: Standing, path: string): { readonly heading: string; readonly caption: string } {
  const [heading = "", caption = ""] = headingsOf(standing, path);
  return { heading, caption };
}

/** The pages open to these answers. */
export function pagesFor(standing: Standing): OpenPage[] {
  return openPages(standing.model, standing.evaluation);
}

/** The page whose answers are filed under `filed`, else the one of that key; null when neither is open. */
export function findPage(standing: Standing, key: string, filed = ""): OpenPage | null {
  const pages = pagesFor(standing);
  const byPlace =
    filed === ""
      ? undefined
      : pages.find((page) => standing.projection.filed(page.key) === filed && page.key.endsWith(key.slice(key.lastIndexOf("/"))));
  return byPlace ?? pages.find((page) => page.key === key) ?? null;
}

/** A page put to a person. */
export function askPage(standing: Standing, page: OpenPage, tables: Readonly<Record<string, AttachedTable>> = {}): AskedPage {
  const pages = pagesFor(standing);
  const questions = page.items.map((path) => askedOf(standing, path, tables)).filter((asked) => asked !== null);
  return {
    page,
    number: pages.findIndex((each) => each.key === page.key) + 1,
    count: pages.length,
    ...headingOf(standing, page.heading),
    language: languageCode(standing.language),
    questions,
  };
}

/** The sentence of a failure: the author’s own in the language asked in, else ours. */
export function failureText(standing: Standing, failure: Failure, say: (text: Text, values?: Values) => string): string {
  const own = failure.message?.[standing.language] ?? failure.message?.[standing.model.defaultLanguage];
  return own ?? say(failure.text, failure.values);
}

/** One answered question for reading: its words and the words of its answer. */
export interface ReadAnswer {
  readonly path: string;
  readonly question: Question;
  readonly label: string;
  /** Words of choices instead of their names; empty when nothing was answered. */
  readonly answer: string;
}

/** The words of an answer. */
export function wordsOf(
  standing: Standing,
  path: string,
  question: Question,
  value: string,
  tables: Readonly<Record<string, AttachedTable>> = {},
): string {
  if (value === "") return "";
  const labels = new Map(choicesOf(standing, path, question, tables).map((choice) => [choice.name, choice.label]));
  const { answer } = typeOf(question.type);
  const named = (name: string): string => labels.get(name) ?? name;
  if (answer === "one") return named(value);
  if (answer === "many") return value.split(" ").map(named).join("\n");
  if (answer === "rank")
    return value
      .split(" ")
      .map((name, place) => `${place + 1}. ${named(name)}`)
      .join("\n");
  if (answer === "acknowledge") return "OK";
  if (answer === "date") return dayFirst(value);
  if (answer === "dateTime") return `${dayFirst(value.slice(0, 10))} ${value.slice(11, 16)}`;
  return value;
}

/** An ISO date as people write it; anything else as it stands. */
export function dayFirst(value: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return found === null ? value : `${found[3]}/${found[2]}/${found[1]}`;
}
