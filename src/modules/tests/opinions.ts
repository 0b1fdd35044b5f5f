/** What an evaluation says about a session: marks, counts of choices and free words, and nothing at all below the smallest number. */
import { eachItem, type Model, type Question, type Translations } from "#kernel/questionnaire/model.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { typeOf } from "#kernel/questionnaire/types.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { opinionsOf, testsOf } from "./queries.ts";
import { DISCLOSURE } from "./rules.ts";
import type { Opinion } from "./schema.ts";

/** One step of a scale or one choice, and how many took it. */
export interface Level {
  readonly name: string;
  readonly label: Translations;
  readonly count: number;
}

/** A question that was answered with marks from `low` to `high`. */
export interface MarkFacts {
  readonly kind: "mark";
  readonly path: string;
  readonly label: Translations;
  readonly low: number;
  readonly high: number;
  readonly answers: number;
  readonly mean: number | null;
  readonly levels: readonly Level[];
}

/** A question that was answered with choices that are no scale. */
export interface ChoiceCounts {
  readonly kind: "choice";
  readonly path: string;
  readonly label: Translations;
  readonly answers: number;
  readonly levels: readonly Level[];
}

/** A question that was answered in free words. */
export interface WordsGiven {
  readonly kind: "words";
  readonly path: string;
  readonly label: Translations;
  readonly texts: readonly { readonly text: string; readonly language: string }[];
}

export type Asked = MarkFacts | ChoiceCounts | WordsGiven;

/** The evaluation of one session. Below the smallest number `questions` is empty and `mean` null. */
export interface Evaluation {
  readonly session: string;
  readonly version: string;
  readonly answers: number;
  readonly shown: boolean;
  readonly smallest: number;
  /** Mean of the marks as a share of their scale, 0 to 1; null without marks. */
  readonly satisfaction: number | null;
  readonly questions: readonly Asked[];
}

function scaleOf(model: Model, question: Question): readonly { readonly name: string; readonly label: Translations }[] | null {
  if (question.type === "range") {
    const { start = "1", end = "10", step = "1" } = question.parameters;
    const count = Math.floor((Number(end) - Number(start)) / Number(step)) + 1;
    return count < 2 || count > 11
      ? null
      : Array.from({ length: count }, (_, at) => ({ name: String(Number(start) + at * Number(step)), label: {} }));
  }
  const list = model.lists[question.list] ?? [];
  const numbered = list.length >= 3 && list.every((choice, at) => Number(choice.name) === Number(list[0]?.name) + at);
  return typeOf(question.type).answer === "one" && numbered ? list : null;
}

function askedIn(model: Model, question: Question, path: string, opinions: readonly Opinion[]): Asked | null {
  const label = question.label;
  const { answer } = typeOf(question.type);
  const given = opinions
    .map((one) => ({ text: (one.answers[path] ?? "").trim(), language: one.language }))
    .filter((one) => one.text !== "");
  const count = (name: string): number => given.filter((one) => one.text.split(" ").includes(name)).length;
  const scale = scaleOf(model, question);
  if (scale !== null) {
    const levels = scale.map((level) => ({ ...level, count: count(level.name) }));
    const answers = levels.reduce((sum, level) => sum + level.count, 0);
    const sum = levels.reduce((total, level) => total + Number(level.name) * level.count, 0);
    const [low, high] = [Number(scale[0]?.name), Number(scale.at(-1)?.name)];
    return { kind: "mark", path, label, low, high, answers, mean: answers === 0 ? null : sum / answers, levels };
  }
  if (answer === "one" || answer === "many") {
    const levels = (model.lists[question.list] ?? []).map(({ name, label: words }) => ({ name, label: words, count: count(name) }));
    return { kind: "choice", path, label, answers: given.length, levels };
  }
  return answer === "text" ? { kind: "words", path, label, texts: given } : null;
}

/** What opinions on one version say, without any limit: whoever shows it asks `evaluationFrom`. */
export function summarise(model: Model, opinions: readonly Opinion[]): readonly Asked[] {
  const asked: Asked[] = [];
  eachItem(model.items, (item, path, ancestors) => {
    if (item.kind !== "question" || ancestors.some((each) => each.kind === "repeat")) return;
    const found = askedIn(model, item, path, opinions);
    if (found !== null) asked.push(found);
  });
  return asked;
}

/** Mean of the marks as a share of their scales. */
export function satisfactionOf(questions: readonly Asked[]): number | null {
  const shares = questions.flatMap((one) =>
    one.kind === "mark" && one.mean !== null ? [(one.mean - one.low) / (one.high - one.low)] : [],
  );
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The evaluation of a session as it may be shown. */
export function evaluationFrom(session: string, version: string, model: Model, opinions: readonly Opinion[], smallest: number): Evaluation {
  const shown = opinions.length >= smallest;
  const questions = shown ? summarise(model, opinions) : [];
  return { session, version, answers: opinions.length, shown, smallest, satisfaction: satisfactionOf(questions), questions };
}

/** The smallest number of answers that is shown, of the rule set in force on a day. */
export async function smallestShown(db: Db<any>, today: Day): Promise<number> {
  return numberOf(await ruleSetFor(db, DISCLOSURE, today), "smallest_cell");
}

/** The evaluations of some sessions; one that asks for none is left out. Three queries, and one for each questionnaire not yet known. */
export async function evaluationOf(db: Db<any>, sessions: readonly string[], today: Day): Promise<ReadonlyMap<string, Evaluation>> {
  const tests = (await testsOf(db, sessions)).filter((test) => test.kind === "evaluation");
  if (tests.length === 0) return new Map();
  const smallest = await smallestShown(db, today);
  const opinions = Map.groupBy(
    await opinionsOf(
      db,
      tests.map((test) => test.id),
    ),
    (one) => one.test,
  );
  const found = new Map<string, Evaluation>();
  for (const test of tests)
    found.set(
      test.session,
      evaluationFrom(test.session, test.version, await modelOf(db, test.version), opinions.get(test.id) ?? [], smallest),
    );
  return found;
}
