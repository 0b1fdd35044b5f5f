/** The key of a test: which choice is right and what it is worth, and what somebody's answers score against it. */
import { headerKey } from "./capacity.ts";
import { eachItem } from "./model.ts";
import type { Item, Model, Question, Translations } from "./model.ts";
import type { Answered } from "./sitting.ts";
import { typeOf } from "./types.ts";

/** The columns of the survey sheet that make a question part of a test. */
export const SCORE_COLUMNS = ["correct", "points"] as const;
export type ScoreColumn = (typeof SCORE_COLUMNS)[number];

/** One scored question. `correct` are names of choices: one for a single choice, all of them for a multiple one. */
export interface ScoredQuestion {
  readonly path: string;
  readonly label: Translations;
  /** True when several choices must be marked, and no other. */
  readonly many: boolean;
  readonly correct: readonly string[];
  readonly points: number;
  /** Names of all its choices, in order: what a distractor analysis counts. */
  readonly choices: readonly string[];
}

/** What one sitting scored. */
export interface Score {
  /** By question, in order: the choice names given (null: not answered), and the points reached. */
  readonly items: readonly {
    readonly path: string;
    readonly given: readonly string[] | null;
    readonly right: boolean;
    readonly points: number;
  }[];
  readonly points: number;
  readonly most: number;
  /** Whole percent of the points, rounded half up; null when nothing is scored. */
  readonly percent: number | null;
}

/** True for a header of these columns, however it is written. */
export function isScoreColumn(header: string): boolean {
  return SCORE_COLUMNS.includes(headerKey(header) as ScoreColumn);
}

/** What one of the columns says about an item; empty for nothing. */
export function scoreCell(item: Item, column: ScoreColumn): string {
  for (const [header, text] of Object.entries(item.extra)) if (headerKey(header) === column) return text.trim();
  return "";
}

/** The right choices of a question; none when it is not scored. */
export function correctOf(question: Question): string[] {
  return scoreCell(question, "correct")
    .split(/\s+/)
    .filter((name) => name !== "");
}

/** The scored questions of a questionnaire in the order in which they are asked. Points are 1 where none are written. */
export function scoredQuestions(model: Model): ScoredQuestion[] {
  const found: ScoredQuestion[] = [];
  eachItem(model.items, (item, path) => {
    if (item.kind !== "question") return;
    const correct = correctOf(item);
    const { answer } = typeOf(item.type);
    if (correct.length === 0 || (answer !== "one" && answer !== "many")) return;
    const points = Number(scoreCell(item, "points") || "1");
    const choices = (model.lists[item.list] ?? []).map((choice) => choice.name);
    found.push({ path, label: item.label, many: answer === "many", correct, points, choices });
  });
  return found;
}

/** Scores answers by place, as a submitted sitting keeps them. All or nothing for each question; an unanswered one scores nothing. */
export function scoreOf(model: Model, answered: Pick<Answered, "answers">): Score {
  const items = scoredQuestions(model).map(({ path, many, correct, points }) => {
    const text = (answered.answers[path] ?? "").trim();
    const given = text === "" ? null : many ? text.split(/\s+/) : [text];
    const right = given !== null && given.length === correct.length && correct.every((name) => given.includes(name));
    return { path, given, right, points: right ? points : 0, worth: points };
  });
  const points = items.reduce((sum, item) => sum + item.points, 0);
  const most = items.reduce((sum, item) => sum + item.worth, 0);
  return {
    items: items.map(({ worth: _worth, ...item }) => item),
    points,
    most,
    percent: most === 0 ? null : Math.floor((points * 100) / most + 0.5),
  };
}

function itemWithoutKey(item: Item): Item {
  const extra = Object.fromEntries(Object.entries(item.extra).filter(([header]) => !isScoreColumn(header)));
  return item.kind === "question" ? { ...item, extra } : { ...item, extra, items: item.items.map(itemWithoutKey) };
}

/** The questionnaire without its key: what may leave the house to somebody who is being tested. */
export function withoutKey(model: Model): Model {
  return { ...model, items: model.items.map(itemWithoutKey) };
}
