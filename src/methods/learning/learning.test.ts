/** Gain and item analysis against published and hand-checked answers. */
import { describe, expect, it } from "vitest";
import { seeded } from "#methods/draw/random.ts";
import { choiceAnalysis } from "./distractors.ts";
import { learningGain, normalisedChange } from "./gain.ts";
import { itemAnalysis } from "./items.ts";

/** Law School Admission Test, section 6: 1,000 people, five items; pattern and how many gave it. Bock & Lieberman (1970), Psychometrika 35, 179–197. */
const LSAT = `00000 3 00001 6 00010 2 00011 11 00100 1 00101 1 00110 3 00111 4 01000 1 01001 8 01011 16 01101 3 01110 2 01111 15
10000 10 10001 29 10010 14 10011 81 10100 3 10101 28 10110 15 10111 80 11000 16 11001 56 11010 21 11011 173 11100 11 11101 61 11110 28 11111 298`;

function lsat(): number[][] {
  const words = LSAT.split(/\s+/);
  return words.flatMap((pattern, index) =>
    index % 2 === 1 ? [] : Array.from({ length: Number(words[index + 1]) }, () => [...pattern].map(Number)),
  );
}

const five = [1, 2, 3, 4, 5].map((number) => ({ name: `Item ${number}`, most: 1 }));

describe("item analysis", () => {
  it("gives the published figures of the law school test: difficulty, item–rest correlation, alpha with and without each item", () => {
    const rows = lsat();
    expect(rows).toHaveLength(1000);
    const facts = itemAnalysis({ items: five, rows });
    expect(facts.items.map((item) => item.difficulty)).toEqual([0.924, 0.709, 0.553, 0.763, 0.87]);
    // R 4, psych::alpha: r.drop and raw alpha if an item is dropped.
    const rest = [0.1128326889, 0.1531781201, 0.1727789433, 0.1444280952, 0.1215964025];
    const without = [0.2753562108, 0.2375839046, 0.2167994629, 0.2459327104, 0.2662944112];
    for (const [index, value] of rest.entries()) expect(facts.items[index]?.itemRest).toBeCloseTo(value, 9);
    for (const [index, value] of without.entries()) expect(facts.items[index]?.alphaWithout).toBeCloseTo(value, 9);
    expect(facts.alpha).toBeCloseTo(0.2949971922, 9);
    expect(facts.sem).toBeCloseTo(0.8690666, 7);
  });

  it("hides D below thirty people and shows it from thirty", () => {
    const rows = Array.from({ length: 30 }, (_, person) => [person < 15 ? 1 : 0, person % 2]);
    const items = five.slice(0, 2);
    expect(itemAnalysis({ items, rows: rows.slice(0, 29) }).items[0]?.discrimination).toBeNull();
    expect(itemAnalysis({ items, rows }).items[0]?.discrimination).not.toBeNull();
  });

  it("gives D = 1 to a question that the best third answer and the others do not, and the same whatever the order of rows", () => {
    const rows = Array.from({ length: 40 }, (_, person) => (person < 20 ? [1, 1, 1] : [0, 0, 0]));
    const items = five.slice(0, 3);
    const facts = itemAnalysis({ items, rows });
    expect(facts.items[0]?.discrimination).toBe(1);
    const mixed = lsat();
    const turned = [...mixed].reverse();
    const facts1 = itemAnalysis({ items: five, rows: mixed });
    const facts2 = itemAnalysis({ items: five, rows: turned });
    for (const [index, item] of facts1.items.entries())
      expect(facts2.items[index]?.discrimination).toBeCloseTo(item.discrimination ?? 0, 12);
  });

  it("takes points as well as right and wrong, and refuses more points than an item has, naming the row", () => {
    const items = [
      { name: "Budget", most: 4 },
      { name: "Tender", most: 2 },
    ];
    const facts = itemAnalysis({
      items,
      rows: [
        [4, 2],
        [2, 1],
        [0, 0],
      ],
    });
    expect(facts.items.map((item) => item.difficulty)).toEqual([0.5, 0.5]);
    expect(facts.alpha).toBeCloseTo(0.888889, 6);
    expect(facts.sem).toBeCloseTo(1, 6);
    expect(() => itemAnalysis({ items, rows: [[5, 2]] })).toThrow("Row 1, Budget: 5 is not between 0 and 4.");
  });

  it("says nothing where nothing varies: one person, one item, everybody right", () => {
    const one = itemAnalysis({ items: five.slice(0, 1), rows: [[1]] });
    expect([one.alpha, one.items[0]?.itemRest, one.totalSd]).toEqual([null, null, null]);
    const all = itemAnalysis({
      items: five.slice(0, 2),
      rows: [
        [1, 1],
        [1, 1],
      ],
    });
    expect([all.alpha, all.items[0]?.itemRest]).toEqual([null, null]);
  });

  it("shows which wrong answer was taken, and that the better half took it: the key is doubtful", () => {
    const items = [
      { name: "Threshold", key: "B" },
      { name: "Deadline", key: "A" },
      { name: "Signature", key: "C" },
    ];
    const rows = [
      ["C", "A", "C"],
      ["C", "A", "C"],
      ["B", "D", "B"],
      ["", "D", "A"],
    ];
    const [threshold] = choiceAnalysis({ items, rows }).choices;
    expect(threshold?.options).toEqual([
      { choice: "C", right: false, chosen: 2, share: 0.5, restMean: 2 },
      { choice: "", right: false, chosen: 1, share: 0.25, restMean: 0 },
      { choice: "B", right: true, chosen: 1, share: 0.25, restMean: 0 },
    ]);
  });
});

describe("learning gain", () => {
  it.each([
    // Marx & Cummings (2007): the five cases of the definition.
    [40, 70, 0.5],
    [70, 40, -3 / 7],
    [55, 55, 0],
    [0, 0, null],
    [100, 100, null],
    [0, 100, 1],
    [100, 0, -1],
  ])("from %i to %i is a normalised change of %s", (pre, post, change) => {
    const found = normalisedChange(pre, post);
    if (change === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(change, 12);
  });

  it("takes the class means of those who sat both tests, and says who was missing", () => {
    const facts = learningGain([
      { person: "Béata", pre: 40, post: 70 },
      { person: "Pacifique", pre: 60, post: 80 },
      { person: "Olivier", pre: 30, post: null },
      { person: "Chantal", pre: null, post: 90 },
    ]);
    // Means 50 and 75: half of what was missing.
    expect([facts.preMean, facts.postMean, facts.gain]).toEqual([50, 75, 0.5]);
    expect([facts.both, facts.preOnly, facts.postOnly]).toEqual([2, 1, 1]);
    expect(facts.attrition).toBeCloseTo(1 / 3, 12);
    expect(facts.meanChange).toBe(0.5);
  });

  it("keeps to class means because the mean of individual gains is biased on a ten-item test: a true 0.40 looks like 0.30", () => {
    const { uniform: random } = seeded("a ten-item test");
    const right = (share: number): number =>
      Array.from({ length: 10 }, (): number => (random() < share ? 10 : 0)).reduce((sum, one) => sum + one, 0);
    const scores = Array.from({ length: 20_000 }, (_, person) => {
      const knows = 0.35 + 0.5 * random();
      return { person: String(person), pre: right(knows), post: right(knows + 0.4 * (1 - knows)) };
    });
    const facts = learningGain(scores);
    const singles = scores.flatMap(({ pre, post }) => (pre === 100 ? [] : [(post - pre) / (100 - pre)]));
    expect(facts.gain).toBeCloseTo(0.4, 1);
    expect(singles.reduce((sum, one) => sum + one, 0) / singles.length).toBeLessThan((facts.gain ?? 0) - 0.05);
  });

  it("refuses a score above 100 and says nothing about an empty class", () => {
    expect(() => learningGain([{ person: "Béata", pre: 101, post: 50 }])).toThrow("0 to 100");
    expect(learningGain([])).toMatchObject({ both: 0, gain: null, attrition: null, meanChange: null, effect: null });
  });
});
