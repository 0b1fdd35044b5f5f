/** Money of a workshop in Huye: lines, entries and balances, each currency by itself. */
import { beforeAll, describe, expect, it, test } from "vitest";
import { newId } from "#platform/db/ids.ts";
import { useWorld } from "#test/support/world.ts";
import { exponentOf, lessThan, moneyText, owing, sumsOf, sumsText } from "./amounts.ts";
import { balanceOf, enterMoney, keepMoneyLines, moneyEntries, moneyLines, type NewLine } from "./lines.ts";

const world = useWorld([]);
const RWF = { currency: { code: "RWF", exponent: 0 } };

describe("amounts", () => {
  test.each([
    ["nothing", [], []],
    [
      "one currency",
      [
        { minor: 5, currency: "RWF" },
        { minor: 7, currency: "RWF" },
      ],
      [["RWF", 12]],
    ],
    [
      "two currencies stay two sums",
      [
        { minor: 5, currency: "RWF" },
        { minor: 250, currency: "EUR" },
        { minor: 1, currency: "RWF" },
      ],
      [
        ["RWF", 6],
        ["EUR", 250],
      ],
    ],
  ] as const)("sums of %s", (_title, amounts, sums) => {
    expect([...sumsOf(amounts)]).toEqual(sums);
  });

  it("francs do not pay euros: a gap in one currency is not closed by means in another", () => {
    const gap = lessThan(sumsOf([{ minor: 100, currency: "RWF" }]), sumsOf([{ minor: 999, currency: "EUR" }]));
    expect([...gap]).toEqual([
      ["RWF", 100],
      ["EUR", -999],
    ]);
    expect([...owing(gap)]).toEqual([["RWF", 100]]);
  });

  it("an amount that a number cannot hold exactly is refused, not rounded", () => {
    expect(() =>
      sumsOf([
        { minor: Number.MAX_SAFE_INTEGER, currency: "RWF" },
        { minor: 1, currency: "RWF" },
      ]),
    ).toThrow(RangeError);
    expect(() => sumsOf([{ minor: 0.5, currency: "RWF" }])).toThrow(RangeError);
  });

  test.each([
    ["RWF", 0],
    ["EUR", 2],
    ["USD", 2],
    ["JPY", 0],
    ["KWD", 3],
  ])("%s has %i minor digits", (currency, digits) => {
    expect(exponentOf(RWF, currency)).toBe(digits);
  });

  it("prints francs and euros as each language writes them", () => {
    expect(moneyText(RWF, "en", { minor: 18_400_000, currency: "RWF" })).toBe("RWF\u00a018,400,000");
    expect(moneyText(RWF, "en", { minor: 125_050, currency: "EUR" })).toBe("EUR\u00a01,250.50");
    expect(
      sumsText(
        RWF,
        "en",
        new Map([
          ["RWF", 5],
          ["EUR", 100],
        ]),
      ),
    ).toBe("RWF\u00a05 + EUR\u00a01.00");
    expect(sumsText(RWF, "en", new Map([["EUR", 0]]))).toBe("RWF\u00a00");
  });
});

const cost = (minor: number, more: Partial<NewLine> = {}): NewLine => ({
  side: "cost",
  item: "venue",
  note: null,
  party: null,
  minor,
  currency: "RWF",
  ...more,
});
const means = (minor: number, more: Partial<NewLine> = {}): NewLine => ({ ...cost(minor, more), side: "funding", item: "own" });
const about = { kind: "trial.workshop", id: newId(), fiscalYearStart: "2025-07-01" };
const keep = (lines: readonly NewLine[], of = about) =>
  world.act("claudine", async (act) => {
    await keepMoneyLines(act, of, lines);
    await act.journal({ kind: "trial.kept", subject: { kind: of.kind, id: of.id }, payload: {} });
  });
const enter = (line: string, kind: "commitment" | "payment" | "receipt", minor: number, day = "2025-11-03") =>
  world.act("claudine", async (act) => {
    await enterMoney(act, { line, kind, minor, day, reference: "PV 12", certainty: "claimed", source: "typed", file: null });
    await act.journal({ kind: "trial.entered", subject: { kind: about.kind, id: about.id }, payload: {} });
  });

describe("a workshop’s lines and entries", () => {
  let lines: Awaited<ReturnType<typeof moneyLines>> = [];
  beforeAll(async () => {
    await keep([cost(400_000), cost(100_000, { item: "meals" }), cost(90_000, { item: "fees", currency: "EUR" }), means(300_000)]);
    lines = await moneyLines(world.db, [about.id]);
  });
  const lineOf = (item: string): string => lines.find((line) => line.item === item)?.id ?? "";

  it("Claudine sees what is without means, in each currency", () => {
    const { cost: all, gap } = balanceOf(lines);
    expect(Object.fromEntries(all)).toEqual({ RWF: 500_000, EUR: 90_000 });
    expect(Object.fromEntries(gap)).toEqual({ RWF: 200_000, EUR: 90_000 });
  });

  it("commitments and payments are kept as entries; a correction is an entry with a minus, and nothing falls below zero", async () => {
    await enter(lineOf("venue"), "commitment", 350_000);
    await enter(lineOf("venue"), "payment", 200_000);
    await enter(lineOf("venue"), "payment", -50_000, "2025-11-10");
    await enter(lineOf("own"), "receipt", 300_000);
    await expect(enter(lineOf("venue"), "payment", -150_001)).rejects.toThrow(/money\.belowZero/);
    const now = balanceOf(await moneyLines(world.db, [about.id]));
    expect([now.committed, now.paid, now.received].map((sums) => Object.fromEntries(sums))).toEqual([
      { RWF: 350_000, EUR: 0 },
      { RWF: 150_000, EUR: 0 },
      { RWF: 300_000 },
    ]);
    const until = balanceOf(await moneyLines(world.db, [about.id], "2025-11-05"));
    expect(until.paid.get("RWF")).toBe(200_000);
    // Two entries of one moment have no order between them.
    const minors = (await moneyEntries(world.db, [lineOf("venue")])).map((entry) => entry.minor);
    expect(minors.toSorted((a, b) => a - b)).toEqual([-50_000, 200_000, 350_000]);
  });

  it("nothing of zero, nothing of tomorrow, no receipt on a cost and no payment on means", async () => {
    await expect(enter(lineOf("venue"), "payment", 0)).rejects.toThrow(/money\.noAmount/);
    await expect(enter(lineOf("venue"), "payment", 1, "2025-11-18")).rejects.toThrow(/money\.future/);
    await expect(enter(lineOf("venue"), "receipt", 1)).rejects.toThrow(/money\.costKinds/);
    await expect(enter(lineOf("own"), "payment", 1)).rejects.toThrow(/money\.fundingKinds/);
    await expect(enter(newId(), "payment", 1)).rejects.toThrow(/money\.noLine/);
  });

  it("a line with entries keeps its id and currency; the others may go", async () => {
    await expect(keep([means(300_000, { id: lineOf("own") })])).rejects.toThrow(/money\.hasEntries/);
    await expect(keep([cost(1, { id: lineOf("venue"), currency: "EUR" }), means(1, { id: lineOf("own") })])).rejects.toThrow(
      /money\.hasEntries/,
    );
    await keep([cost(420_000, { id: lineOf("venue") }), means(420_000, { id: lineOf("own") })]);
    const now = await moneyLines(world.db, [about.id]);
    expect(now.map((line) => [line.id, line.minor, line.paid])).toEqual([
      [lineOf("venue"), 420_000, 150_000],
      [lineOf("own"), 420_000, 0],
    ]);
    expect([...balanceOf(now).gap]).toEqual([["RWF", 0]]);
  });
});
