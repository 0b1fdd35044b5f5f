/** Turns one row of the survey sheet into a group, a repeat or a question, and reports what is wrong with the row itself. */
import { languageCode } from "#kernel/questionnaire/model.ts";
import type { Item, Question, Translations } from "#kernel/questionnaire/model.ts";
import { functionOf } from "#kernel/questionnaire/expression/functions.ts";
import { parseExpression } from "#kernel/questionnaire/expression/parser.ts";
import { ExpressionProblem } from "#kernel/questionnaire/expression/problem.ts";
import { typeOf, UNRECORDED } from "#kernel/questionnaire/types.ts";
import { isKnownAppearance } from "#kernel/questionnaire/appearances.ts";
import { readParameters } from "./parameters.ts";
import type { Report } from "./report.ts";
import type { Row } from "./table.ts";
import type { TypeCell } from "./type-names.ts";
import { writtenIn } from "./words.ts";

/** XML names, which is what answers are filed under; letters of any language. */
const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const YES = new Set(["yes", "true", "true()"]);
const NO = new Set(["no", "false", "false()"]);

/** The text of an expression cell with the curly quotes of word processors made straight. */
export function expressionOf(text: string): string {
  return text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
}

/** An expression cell that also takes yes and no. */
function condition(text: string): string {
  const word = text.toLowerCase();
  if (YES.has(word)) return "true()";
  return NO.has(word) ? "" : expressionOf(text);
}

/** The name of an item, reported when it is missing or unusable. Notes and groups may go without: they are named after their row. */
export function nameOf(row: Row, kind: "group" | "repeat" | "note" | "question", report: Report): string {
  const name = row.text("name");
  if (name === "") {
    if (kind === "note" || kind === "group") return `generated_${kind}_name_${row.row}`;
    report.error("nameMissing", row.cell("name"), { type: row.text("type") });
    return `unnamed_${row.row}`;
  }
  if (!NAME.test(name)) report.error("nameInvalid", row.cell("name"), { name });
  return name;
}

function appearanceOf(row: Row, report: Report): string[] {
  const text = row.text("appearance");
  // An appearance that starts another program is one word with brackets and spaces inside.
  const words = /^(?:ex:|intent:|search\(|printer:)/.test(text) ? [text] : text.split(/\s+/);
  const kept = words.filter((word) => word !== "");
  for (const word of kept) {
    if (!isKnownAppearance(word)) report.warning("appearanceUnknown", row.cell("appearance"), { name: word });
    if (word.startsWith("search(")) report.error("searchUnsupported", row.cell("appearance"));
    if (/^(?:ex|intent):/.test(word)) report.warning("appearanceExternal", row.cell("appearance"));
  }
  return kept;
}

function common(row: Row, name: string, report: Report) {
  return {
    name,
    origin: { sheet: row.table.name, row: row.row },
    label: row.translations("label"),
    hint: row.translations("hint"),
    media: row.media(),
    appearance: appearanceOf(row, report),
    relevant: condition(row.text("relevant")) || (NO.has(row.text("relevant").toLowerCase()) ? "false()" : ""),
    extra: row.others((column) => !column.known),
  };
}

/** A group or repeat with the items inside it. */
export function sectionOf(row: Row, what: "group" | "repeat", name: string, items: readonly Item[], report: Report): Item {
  const shared = common(row, name, report);
  if (what === "group") {
    if (row.text("repeat_count") !== "") report.warning("countOutsideRepeat", row.cell("repeat_count"));
    return { kind: "group", ...shared, items };
  }
  return { kind: "repeat", ...shared, count: expressionOf(row.text("repeat_count")), items };
}

/** Answers in which a hyphen is no minus: `2026-01-02`, `-1.94 30.06`. */
const HYPHENATED = new Set(["date", "dateTime", "time", "geopoint", "geotrace", "geoshape"]);
/** A minus between two numbers; one right before a figure is its sign, or the text is a range such as 2024-2026. */
const ARITHMETIC = /[+*]|\bdiv\b|\bmod\b|-\s/;

/** Arithmetic on plain numbers: `1 + 1`, `7 div 2`; not `+250`, `2024-2026`, `Kigali - Huye`. */
function isArithmetic(text: string, type: string): boolean {
  if (HYPHENATED.has(typeOf(type).answer) || !ARITHMETIC.test(text) || /[A-Za-z]/.test(text.replaceAll(/\b(div|mod)\b/g, ""))) return false;
  try {
    parseExpression(text);
    return true;
  } catch (problem) {
    if (problem instanceof ExpressionProblem) return false;
    throw problem;
  }
}

/** True when a default is to be computed: it names a question, calls a known function or is arithmetic. */
function isComputed(text: string, type: string): boolean {
  if (text.includes("${") || isArithmetic(text, type)) return true;
  return [...text.matchAll(/([A-Za-z][\w:-]*)\s*\(/g)].some(([, name = ""]) => functionOf(name) !== undefined);
}

function bothConstraints(own: string, brought: string): string {
  if (own === "" || brought === "") return own || brought;
  return `(${brought}) and (${own})`;
}

function hintOf(row: Row, brought: TypeCell & { kind: "question" }): Translations {
  const own = row.translations("hint");
  const { plainLanguage } = row.table;
  if (Object.keys(own).length > 0 || brought.hint === null) return own;
  const { text, limit } = brought.hint;
  return { [plainLanguage]: writtenIn(text, languageCode(plainLanguage), limit) };
}

/** A question. */
export function questionOf(row: Row, type: TypeCell & { kind: "question" }, name: string, report: Report): Question {
  const text = row.text("default");
  const question: Question = {
    kind: "question",
    ...common(row, name, report),
    hint: hintOf(row, type),
    type: type.type,
    list: type.list,
    file: type.file,
    parameters: readParameters(row, type.type, report),
    constraint: bothConstraints(condition(row.text("constraint")), type.constraint),
    constraintMessage: row.translations("constraint_message"),
    required: condition(row.text("required")),
    requiredMessage: row.translations("required_message"),
    readonly: condition(row.text("readonly")),
    calculation: expressionOf(row.text("calculation")),
    choiceFilter: expressionOf(row.text("choice_filter")),
    default: isComputed(text, type.type) ? expressionOf(text) : text,
    defaultComputed: isComputed(text, type.type),
    trigger: [...row.text("trigger").matchAll(/\$\{\s*([^}]+?)\s*\}/g)].map(([, ref = ""]) => ref),
    guidance: row.translations("guidance_hint"),
    saveTo: row.text("save_to"),
  };
  checkQuestion(question, row, report);
  return question;
}

function checkQuestion(question: Question, row: Row, report: Report): void {
  const { type } = question;
  const texts = [question.label, question.hint, question.guidance, ...Object.values(question.media)];
  const silent = texts.every((text) => Object.keys(text).length === 0);
  // A question with a calculation and no text is a calculation under another name: nobody is asked.
  if (typeOf(type).shown && silent && question.calculation === "") {
    report.error("labelMissing", row.cell("label"), { name: question.name });
  }
  const computes = question.calculation !== "" || question.defaultComputed || question.trigger.length > 0;
  if (type === "calculate" && !computes) {
    report.error("calculationMissing", row.cell("calculation"), { name: question.name });
  }
  if (UNRECORDED.has(type)) report.warning("notRecorded", row.cell("type"), { type });
  if (question.trigger.length > 0) report.warning("triggerAlways", row.cell("trigger"));
  if (row.text("trigger") !== "" && question.trigger.length === 0) {
    report.error("triggerUnreadable", row.cell("trigger"));
  }
  const chooses = question.list !== "" || question.file !== "";
  if (question.choiceFilter !== "" && !chooses) report.warning("filterWithoutChoices", row.cell("choice_filter"));
  checkMessages(question, row, report);
}

function checkMessages(question: Question, row: Row, report: Report): void {
  const said = (texts: Translations): boolean => Object.keys(texts).length > 0;
  if (said(question.constraintMessage) && question.constraint === "") {
    report.warning("messageWithoutRule", row.cell("constraint_message"));
  }
  if (said(question.requiredMessage) && question.required === "") {
    report.warning("messageWithoutRule", row.cell("required_message"));
  }
}

/** Languages with their codes, for texts that the engine itself puts into a form. */
export function codedLanguages(languages: readonly string[]): [string, string][] {
  return languages.map((language) => [language, languageCode(language)]);
}
