/** Which wrong answers are chosen, and by whom: a wrong answer that the best choose points to a faulty question. */
import { itemAnalysis, type TestFacts, type TestScores } from "./items.ts";

/** One choice of an item. Shares are of all people; `itemRest` correlates choosing it with the rest of the test. */
export interface ChoiceFacts {
  readonly choice: string;
  readonly right: boolean;
  readonly chosen: number;
  readonly share: number;
  /** Mean total of the other items among those who chose it; null when nobody did. */
  readonly restMean: number | null;
}

/** Choices as letters (or words), with the right one of each item. A blank is “”. */
export interface Choices {
  readonly items: readonly { readonly name: string; readonly key: string }[];
  readonly rows: readonly (readonly string[])[];
}

export interface ChoiceAnalysis {
  readonly test: TestFacts;
  readonly choices: readonly { readonly name: string; readonly options: readonly ChoiceFacts[] }[];
}

/** The points of a test of choices: 1 for the right one. */
export function scored({ items, rows }: Choices): TestScores {
  return {
    items: items.map(({ name }) => ({ name, most: 1 })),
    rows: rows.map((row) => items.map(({ key }, column) => (row[column] === key ? 1 : 0))),
  };
}

/** Item analysis with the choices behind it, in order of how often they were chosen. */
export function choiceAnalysis(choices: Choices): ChoiceAnalysis {
  const scores = scored(choices);
  const totals = scores.rows.map((row) => row.reduce((sum, points) => sum + points, 0));
  return {
    test: itemAnalysis(scores),
    choices: choices.items.map(({ name, key }, column) => {
      const people = Map.groupBy(choices.rows.keys(), (person) => choices.rows[person]?.[column] ?? "");
      const options = new Set([key, ...people.keys()]);
      return {
        name,
        options: [...options]
          .map((choice) => {
            const who = people.get(choice) ?? [];
            const rest = who.map((person) => (totals[person] as number) - (scores.rows[person]?.[column] as number));
            return {
              choice,
              right: choice === key,
              chosen: who.length,
              share: who.length / choices.rows.length,
              restMean: rest.length === 0 ? null : rest.reduce((sum, one) => sum + one, 0) / rest.length,
            };
          })
          .sort((a, b) => b.chosen - a.chosen || (a.choice < b.choice ? -1 : 1)),
      };
    }),
  };
}
