/** How demonstration people answer: by what they know, how hard a question is, and chance; the same every time. */
import type { ScoredQuestion } from "#kernel/questionnaire/score.ts";
import { seeded, type Random } from "#methods/draw/random.ts";

/** What one person answered: choices and points in the order of the questions. */
export interface Answers {
  readonly given: readonly string[];
  readonly earned: readonly number[];
}

/** A question as demonstration people meet it. `trap`: a wrong choice that those who know most take, because the key is in doubt. */
interface Met {
  readonly question: ScoredQuestion;
  readonly hard: number;
  readonly sharp: number;
  readonly trap: string | null;
}

const EASIEST = -1.6;
const HARDEST = 0.8;

/** How hard each question of a test is, the same whenever it is asked; one of a dozen questions has a doubtful key, and one tells nobody apart. */
export function meet(questions: readonly ScoredQuestion[]): readonly Met[] {
  const random = seeded(`questions ${questions.map(({ path, label }) => `${path} ${Object.values(label).join(" ")}`).join("; ")}`);
  const doubtful = random.integer(0, 11);
  const blunt = random.integer(0, questions.length - 1);
  return questions.map((question, index) => ({
    question,
    hard: EASIEST + (HARDEST - EASIEST) * random.uniform(),
    sharp: index === blunt ? 0.05 : 1.5 + random.uniform(),
    trap: index === doubtful ? (question.choices.find((choice) => !question.correct.includes(choice)) ?? null) : null,
  }));
}

function answerOf({ question, hard, sharp, trap }: Met, level: number, random: Random): string {
  const { correct, choices } = question;
  const key = correct.toSorted().join(" ");
  if (random.uniform() < 0.01) return "";
  if (trap !== null && level > 1.2 && random.uniform() < 0.6) return trap;
  const guess = question.many ? 0.05 : 1 / Math.max(2, choices.length);
  const knows = guess + (1 - guess) / (1 + Math.exp(-sharp * (level - hard)));
  if (random.uniform() < knows) return key;
  const wrong = choices.filter((choice) => choice !== key);
  // One wrong answer draws more than the others, as in life.
  return wrong[random.uniform() < 0.6 ? 0 : random.integer(0, wrong.length - 1)] ?? key;
}

/** Answers of somebody who knows so much: 0 is the middle person, 1 one standard deviation above. */
export function answersAt(met: readonly Met[], level: number, random: Random): Answers {
  const given = met.map((one) => answerOf(one, level, random));
  const earned = met.map(({ question }, index) => (given[index] === question.correct.toSorted().join(" ") ? question.points : 0));
  return { given, earned };
}
