/** The pure parts of results: known answers for means and intervals, rankings by hand, names taken out of texts. */
import { expect, test } from "vitest";
import { clusterMean, figuresOf, pooledSpread, shownLevel } from "./results-figures.ts";
import { askingOf, chainOf, trendOf } from "./results-change.ts";
import { withoutNames } from "./results-evidence.ts";
import { areaFrom } from "./results-heat.ts";
import { breaksOf, cornerOf } from "./results-map.ts";
import type { FoundNeed, ResultRound } from "./results-queries.ts";
import { ownWeights, rank, unitsOfDomains, unitsOfNeeds, weightsFrom } from "./results-ranked.ts";
import { limitsAlong, sizesTo } from "./results-spread.ts";

test("a mean over organisations of unequal size has the interval of cluster sampling", () => {
  // k = 4, N = 40, Σs = 60: m = 1.5; residuals 0, −5, 5, 0 give var = 4/3 · 50 / 1600, t(3) = 3.18245.
  const interval = clusterMean([
    { n: 10, sum: 15 },
    { n: 10, sum: 10 },
    { n: 10, sum: 20 },
    { n: 10, sum: 15 },
  ]);
  expect(interval?.estimate).toBe(1.5);
  expect(interval?.high).toBeCloseTo(1.5 + 3.182446 * Math.sqrt(((4 / 3) * 50) / 1600), 6);
  expect(clusterMean([{ n: 9, sum: 12 }])).toBeNull();
});

test("levels are rounded once, to the figure that stands on the page", () => {
  const cases: readonly (readonly [number, number])[] = [
    [1.25, 1.3],
    [1.2499999999, 1.3],
    [1.24, 1.2],
    [0.04, 0],
    [-0.25, -0.3],
    [2, 2],
  ];
  for (const [value, shown] of cases) expect(shownLevel(value)).toBe(shown);
});

test("nobody has no figures, and the cause named most often leads", () => {
  const none = { n: 0, gap: 0, gapSquared: 0, current: 0, desired: 0, importance: 0, importanceN: 0, causes: {} };
  expect(figuresOf(none)).toBeNull();
  expect(figuresOf({ ...none, n: 4, gap: 6, current: 8, desired: 14, causes: { money: 1, staffing: 3 } })).toMatchObject({
    gap: 1.5,
    cause: "staffing",
    causeShare: 0.75,
    importance: null,
  });
  // Two groups of gaps 1, 3 and 2, 4: squares 2 + 2 over two degrees of freedom.
  expect(
    pooledSpread([
      { n: 2, gap: 4, gapSquared: 10 },
      { n: 2, gap: 6, gapSquared: 20 },
    ]),
  ).toBeCloseTo(Math.SQRT2, 12);
});

const need = (id: string, over: Partial<FoundNeed>): FoundNeed => ({
  id,
  organisation: `o-${id}`,
  domain: "CMP",
  statement: id,
  language: "en",
  desired: 4,
  current: 2,
  importance: 3,
  reach: 10,
  cost: 100,
  cause: "knowledge_skill",
  causeShare: 0.6,
  respondents: 10,
  state: "accepted",
  contest: null,
  contestAnswer: null,
  refusal: null,
  types: [],
  ...over,
});

const equal = { gap: 1, importance: 1, reach: 1, cost: 1 };

test("places follow gap × importance × reach ÷ cost, and range over every way of weighing", () => {
  // 2·3·10/100 = 0.6; 1·4·30/100 = 1.2; 3·1·10/50 = 0.6.
  const units = unitsOfNeeds([
    need("a", {}),
    need("b", { current: 3, importance: 4, reach: 30 }),
    need("c", { current: 1, importance: 1, cost: 50 }),
  ]);
  const { placed, costCounts } = rank(units, equal, equal, () => null);
  expect(placed.map(({ unit, place, placeEnd }) => [unit.id, place, placeEnd])).toEqual([
    ["b", 1, 1],
    ["a", 2, 3],
    ["c", 2, 3],
  ]);
  expect(costCounts).toBe(true);
  expect(placed.every(({ place, placeEnd, best, worst }) => best <= place && worst >= placeEnd)).toBe(true);
  expect(placed.find(({ unit }) => unit.id === "c")?.best).toBe(1);
});

test("cost counts for nobody while one need has no estimate, and hidden needs keep no place", () => {
  const units = unitsOfNeeds([need("a", { cost: 1_000_000 }), need("b", { cost: null, reach: 5 }), need("few", { respondents: 3 })]);
  const { placed, left, costCounts, costed } = rank(units, equal, equal, (unit) => (unit.respondents < 5 ? "few" : null));
  expect(costCounts).toBe(false);
  expect(costed).toBe(1);
  expect(placed.map(({ unit }) => unit.id)).toEqual(["a", "b"]);
  expect(left).toEqual([expect.objectContaining({ reason: "few" })]);
});

test("needs of one field are weighed by how many answered, and their reach and cost add up", () => {
  const [unit] = unitsOfDomains([need("a", { respondents: 30 }), need("b", { current: 4, respondents: 10, types: ["training"] })]);
  expect(unit).toMatchObject({
    current: 2.5,
    desired: 4,
    reach: 20,
    cost: 200,
    respondents: 40,
    needs: 2,
    answered: 1,
    types: ["training"],
  });
  expect(unitsOfDomains([need("a", {}), need("b", { cost: null })])[0]?.cost).toBeNull();
});

test("weights come out of an address only when they are whole numbers from 0 to 5", () => {
  const own = { gap: 2, importance: 1, reach: 1, cost: 0 };
  expect(weightsFrom(new URLSearchParams("gap=5&importance=9&reach=x&cost=1"), own)).toEqual({ gap: 5, importance: 1, reach: 1, cost: 1 });
  expect(weightsFrom(new URLSearchParams("gap=0&importance=0&reach=0&cost=0"), own)).toEqual(own);
  expect(ownWeights(null)).toEqual(equal);
  expect(ownWeights({ gap: 7, importance: -1, reach: 0, cost: 0.6 })).toEqual({ gap: 5, importance: 0, reach: 0, cost: 1 });
});

test("names of colleagues leave a text, whatever their case and accents; other words stay", () => {
  const names = ["Jean-Bosco Nkurunziza", "Espérance Nyiraneza", "Li Wu"];
  const cases: readonly (readonly [string, string])[] = [
    ["Jean-Bosco Nkurunziza keeps the keys", "[name] keeps the keys"],
    ["ask ESPERANCE, or jean", "ask [name], or [name]"],
    ["Li said the bosses agree", "Li said the bosses agree"],
    ["No computer since 2023", "No computer since 2023"],
  ];
  for (const [text, cleared] of cases) expect(withoutNames(text, names, "[name]")).toBe(cleared);
});

const roundOf = (id: string, previous: string | null): ResultRound => ({
  id,
  title: id,
  language: "en",
  fiscalYearStart: "2025-07-01",
  state: "closed",
  opens: null,
  closes: null,
  replyBy: null,
  previous,
  version: null,
  weights: equal,
});

test("the line over rounds counts only fields asked every time, and stops at a round that follows itself", () => {
  const [a, b] = [roundOf("a", "b"), roundOf("b", "a")];
  const chain = chainOf([a, b], a);
  expect(chain.map(({ id }) => id)).toEqual(["b", "a"]);
  const sums = [
    { round: "b", domain: "CMP", n: 10, gap: 20 },
    { round: "b", domain: "OLD", n: 10, gap: 40 },
    { round: "a", domain: "CMP", n: 20, gap: 20 },
  ];
  expect(trendOf(chain, sums, null, 5).map(({ gap }) => gap)).toEqual([2, 1]);
  expect(trendOf(chain, [{ round: "a", domain: "CMP", n: 4, gap: 4 }], null, 5)).toEqual([]);
});

test("a questionnaire that asks something new and drops something old says which", () => {
  const model = (items: readonly [string, string][]): never =>
    ({
      items: items.map(([domain, item]) => ({
        kind: "question",
        name: `${domain}_${item}`,
        label: { "English (en)": `How well: ${item}?`, "Français (fr)": `Comment : ${item} ?` },
        extra: { capacity_domain: domain, capacity_item: item, capacity_role: "current" },
      })),
    }) as never;
  const asked = askingOf(
    model([
      ["CMP", "answer"],
      ["PRC", "plan"],
    ]),
    model([
      ["CMP", "answer"],
      ["DIG", "file"],
    ]),
    "fr",
  );
  expect(asked).toEqual({
    before: 2,
    after: 2,
    added: [{ domain: "DIG", label: "Comment : file ?" }],
    removed: [{ domain: "PRC", label: "Comment : plan ?" }],
  });
});

test("the map’s steps are round numbers that grow, and its key lies in a free corner", () => {
  expect(breaksOf([15, 22, 30, 36, 42, 45, 49])).toEqual([20, 30, 40, 45]);
  expect(breaksOf([1, 1, 1])).toEqual([1, 2, 3, 4]);
  expect(breaksOf([])).toEqual([1, 2, 3, 4]);
  const tile = (column: number, row: number) => ({ unit: `${column}${row}`, code: "X", column, row });
  expect(cornerOf([tile(1, 1), tile(4, 1), tile(1, 3)])).toEqual({ column: 2, row: 2 });
  expect(cornerOf([tile(1, 1)])).toBeUndefined();
});

test("an area in an address is a kind of place, a province or an organisation, and anything else is everywhere", () => {
  expect(areaFrom("g:rural")).toEqual({ of: "group", group: "rural" });
  expect(areaFrom("p:1")).toEqual({ of: "below", organisation: "1" });
  expect(areaFrom("o:1")).toEqual({ of: "own", organisation: "1" });
  for (const text of ["", "g:", "x:1", "rural"]) expect(areaFrom(text)).toEqual({ of: "all" });
});

test("the limits of turnout narrow with size and never leave 0 to 1", () => {
  const limits = limitsAlong(0.2, sizesTo(200), 0.95);
  expect(limits.every(({ low, high }) => low >= 0 && high <= 1 && low <= 0.2 && high >= 0.2)).toBe(true);
  expect((limits[0]?.high ?? 0) - (limits[0]?.low ?? 0)).toBeGreaterThan((limits.at(-1)?.high ?? 1) - (limits.at(-1)?.low ?? 0));
});
