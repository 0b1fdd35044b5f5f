/** How demonstration people answer: the same every time, and so that the figures are those of a real class. */
import { expect, test } from "vitest";
import { itemAnalysis } from "#methods/learning/items.ts";
import { seeded } from "#methods/draw/random.ts";
import { answersAt, meet } from "./demo-answers.ts";

const QUESTIONS = Array.from({ length: 10 }, (_, at) => ({
  path: `/q${at}`,
  label: {},
  many: false,
  correct: ["b"],
  points: 1,
  choices: ["a", "b", "c"],
}));

const total = (level: number, seed: string): number => {
  const met = meet(QUESTIONS);
  const random = seeded(seed);
  const people = Array.from({ length: 200 }, () =>
    answersAt(met, level + random.normal(), random).earned.reduce((sum, one) => sum + one, 0),
  );
  return people.reduce((sum, one) => sum + one, 0) / people.length;
};

test("who knows more answers more, guessing alone gives a third, and the same seed gives the same class", () => {
  expect(total(-1.5, "class")).toBeLessThan(total(0.4, "class") - 1.5);
  expect(total(-20, "class")).toBeGreaterThan(2);
  expect(total(-20, "class")).toBeLessThan(5);
  expect(total(0.4, "class")).toBe(total(0.4, "class"));
});

test("the questions of a demonstration test tell people apart as those of a real one do", () => {
  const met = meet(QUESTIONS);
  const random = seeded("class");
  const rows = Array.from({ length: 300 }, () => answersAt(met, 0.4 + random.normal(0, 1.2), random).earned);
  const facts = itemAnalysis({ items: QUESTIONS.map(({ path }) => ({ name: path, most: 1 })), rows });
  expect(facts.alpha).toBeGreaterThan(0.3);
  expect(facts.alpha).toBeLessThan(0.9);
});
