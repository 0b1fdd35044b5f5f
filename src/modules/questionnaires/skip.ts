/** Says in words when a question is asked, for people who read it on paper. */
import { parseExpression } from "#kernel/questionnaire/expression/parser.ts";
import type { Expression } from "#kernel/questionnaire/expression/syntax.ts";
import { inLanguage } from "#kernel/questionnaire/model.ts";
import type { Model, Question } from "#kernel/questionnaire/model.ts";
import type { Say, Text } from "#platform/i18n/text.ts";
import { w } from "./words-paper.ts";

/** What the words need: the number that each question has on the paper, and the questions by name. */
export interface PaperNumbers {
  readonly model: Model;
  /** The model’s language of the paper. */
  readonly language: string;
  readonly say: Say;
  readonly numberOf: ReadonlyMap<string, string>;
  readonly questions: ReadonlyMap<string, Question>;
}

const COMPARISONS: Readonly<Record<string, Text>> = {
  "=": w.ifEqual,
  "!=": w.ifDifferent,
  ">": w.ifMore,
  "<": w.ifLess,
  ">=": w.ifAtLeast,
  "<=": w.ifAtMost,
};

/** The words of a value: a question’s number, a figure or a text; null for anything that has no plain words. */
function valueOf(paper: PaperNumbers, value: Expression): string | null {
  if (value.kind === "number") return String(value.value);
  if (value.kind === "text") return value.value === "" ? null : `“${value.value}”`;
  const number = value.kind === "reference" ? paper.numberOf.get(value.name) : undefined;
  return number === undefined ? null : paper.say(w.answerTo, { number });
}

/** “You chose … at question …”, where one side is a select and the other the name of one of its choices. */
function chosen(paper: PaperNumbers, select: Expression, name: Expression, text: Text): string | null {
  if (select.kind !== "reference" || (name.kind !== "text" && name.kind !== "number")) return null;
  const question = paper.questions.get(select.name);
  const number = paper.numberOf.get(select.name);
  if (question === undefined || number === undefined) return null;
  const choice = (paper.model.lists[question.list] ?? []).find((each) => each.name === String(name.value));
  if (choice === undefined) return null;
  return paper.say(text, { choice: inLanguage(choice.label, paper.language, paper.model.defaultLanguage) || choice.name, number });
}

function compared(paper: PaperNumbers, left: Expression, operator: string, right: Expression): string | null {
  if (operator === "=" || operator === "!=") {
    const isEmpty = [left, right].some((side) => side.kind === "text" && side.value === "");
    const reference = [left, right].find((side) => side.kind === "reference");
    const number = reference?.kind === "reference" ? paper.numberOf.get(reference.name) : undefined;
    if (isEmpty && number !== undefined) return paper.say(operator === "=" ? w.ifEmpty : w.ifAnswered, { number });
    const text = operator === "=" ? w.ifChosen : w.ifNotChosen;
    const words = chosen(paper, left, right, text) ?? chosen(paper, right, left, text);
    if (words !== null) return words;
  }
  const text = COMPARISONS[operator];
  const [a, b] = [valueOf(paper, left), valueOf(paper, right)];
  return text === undefined || a === null || b === null ? null : paper.say(text, { left: a, right: b });
}

function wordsOf(paper: PaperNumbers, condition: Expression): string | null {
  if (condition.kind === "call") {
    const [first, second] = condition.args;
    if (condition.name === "selected" && first !== undefined && second !== undefined) return chosen(paper, first, second, w.ifChosen);
    if (condition.name !== "not" || first === undefined) return null;
    if (first.kind === "call" && first.name === "selected" && first.args[0] !== undefined && first.args[1] !== undefined) {
      return chosen(paper, first.args[0], first.args[1], w.ifNotChosen);
    }
    const what = wordsOf(paper, first);
    return what === null ? null : paper.say(w.not, { what });
  }
  if (condition.kind !== "binary") return null;
  const { operator, left, right } = condition;
  if (operator !== "and" && operator !== "or") return compared(paper, left, operator, right);
  const [a, b] = [wordsOf(paper, left), wordsOf(paper, right)];
  return a === null || b === null ? null : paper.say(operator === "and" ? w.and : w.or, { left: a, right: b });
}

/** “Only if you chose “Yes” at question 3.” A condition without plain words is printed as it is, with the numbers of its questions. */
export function onlyIf(paper: PaperNumbers, relevant: string): string {
  const words = wordsOf(paper, parseExpression(relevant));
  if (words !== null) return paper.say(w.onlyIf, { condition: words });
  const formula = relevant.replaceAll(/\$\{\s*([^}]*?)\s*\}/g, (_, name: string) => `[${paper.numberOf.get(name) ?? name}]`);
  return paper.say(w.onlyIf, { condition: paper.say(w.byFormula, { formula }) });
}
