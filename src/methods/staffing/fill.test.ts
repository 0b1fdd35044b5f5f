/** Days, fill rate, vacancy days and long acting: tables of cases. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cover, coveredSince, daysBetween, daysIn, holds, yearsBetween } from "./dates.ts";
import { actingOver, fillRate, vacancyDays } from "./fill.ts";
import type { Assignment, EstablishedPost } from "./posts.ts";

const post = (name: string, from = "2020-01-01", to: string | null = null): EstablishedPost => ({
  post: name,
  from,
  to,
});
const holder = (at: string, person: string, from: string | null, to: string | null = null): Assignment => ({
  post: at,
  person,
  from,
  to,
  acting: false,
});
const acting = (at: string, person: string, from: string | null, to: string | null = null): Assignment => ({
  ...holder(at, person, from, to),
  acting: true,
});

describe("days", () => {
  test.each([
    ["2026-02-28", "2026-03-01", 1],
    ["2024-02-28", "2024-03-01", 2],
    ["2025-07-01", "2026-07-01", 365],
    ["2026-07-01", "2026-07-01", 0],
    ["2026-07-02", "2026-07-01", -1],
  ])("from %s to %s are counted", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test.each([
    ["2020-07-01", "2025-06-30", 4],
    ["2020-07-01", "2025-07-01", 5],
    ["2020-02-29", "2021-02-28", 0],
    ["2020-02-29", "2021-03-01", 1],
  ])("from %s to %s are whole years", (from, to, years) => {
    expect(yearsBetween(from, to)).toBe(years);
  });

  test("that the calendar does not have are refused", () => {
    for (const day of ["2026-02-30", "2026-13-01", "26-01-01", "2026-1-1", ""]) {
      expect(() => daysBetween(day, "2026-01-01"), day).toThrow(RangeError);
    }
    expect(() => fillRate([post("DES", "2026-02-02", "2026-02-01")], [], "2026-01-01")).toThrow("DES");
  });

  test("of a span include the first and not the last", () => {
    const span = { from: "2026-07-01", to: "2026-08-01" };
    expect(["2026-06-30", "2026-07-01", "2026-07-31", "2026-08-01"].map((day) => holds(span, day))).toEqual([false, true, true, false]);
  });

  test("covered by spans are the same counted one by one", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
    const span = fc
      .tuple(fc.option(day), fc.option(day))
      .map(([a, b]) => (a !== null && b !== null && b < a ? { from: b, to: a } : { from: a, to: b }));
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const period = { from: "2026-02-05", to: "2026-02-25" };
        let counted = 0;
        for (let n = 5; n < 25; n++) {
          const at = `2026-02-${String(n).padStart(2, "0")}`;
          if (spans.some((one) => holds(one, at))) counted += 1;
        }
        expect(daysIn(cover(spans, period))).toBe(counted);
      }),
    );
  });

  test("are chained back over touching spans, not over gaps", () => {
    const spans = [
      { from: "2026-01-01", to: "2026-02-01" },
      { from: "2026-02-01", to: "2026-03-01" },
      { from: "2026-03-02", to: null },
    ];
    expect(coveredSince(spans, "2026-02-15")).toBe("2026-01-01");
    expect(coveredSince(spans, "2026-03-05")).toBe("2026-03-02");
    expect(coveredSince(spans, "2026-03-01")).toBeNull();
    expect(coveredSince([{ from: null, to: "2026-01-01" }, ...spans], "2026-02-15")).toBe("unknown");
  });
});

describe("the fill rate of a district on 1 July 2026", () => {
  const cases: [string, EstablishedPost[], Assignment[], Partial<ReturnType<typeof fillRate>>][] = [
    ["without posts", [], [], { posts: 0, rate: null }],
    ["with a holder", [post("DES")], [holder("DES", "Claudine", "2024-01-01")], { substantive: 1, vacant: 0, rate: 1 }],
    ["with an acting holder only", [post("DES")], [acting("DES", "Eric", "2026-05-01")], { actingOnly: 1, substantive: 0, rate: 0 }],
    [
      "with a holder on leave and another acting",
      [post("DES")],
      [holder("DES", "Claudine", "2024-01-01"), acting("DES", "Eric", "2026-05-01")],
      { substantive: 1, actingOnly: 0, rate: 1 },
    ],
    [
      "where Diane leaves that very day",
      [post("DES")],
      [holder("DES", "Diane", "2024-01-01", "2026-07-01")],
      { substantive: 0, vacant: 1 },
    ],
    [
      "where Patrick follows Diane that very day",
      [post("DES")],
      [holder("DES", "Diane", "2024-01-01", "2026-07-01"), holder("DES", "Patrick", "2026-07-01")],
      { substantive: 1, vacant: 0, doublyHeld: [] },
    ],
    [
      "where the handover overlaps",
      [post("DES")],
      [holder("DES", "Diane", "2024-01-01", "2026-07-05"), holder("DES", "Patrick", "2026-07-01")],
      { substantive: 1, doublyHeld: ["DES"] },
    ],
    ["where nobody knows since when Aline holds it", [post("DES")], [holder("DES", "Aline", null)], { substantive: 1, unknownStart: 1 }],
    [
      "where Aline left before, since when unknown",
      [post("DES")],
      [holder("DES", "Aline", null, "2026-06-30")],
      { substantive: 0, unknownStart: 0 },
    ],
    [
      "where the post was abolished that day",
      [post("DES", "2020-01-01", "2026-07-01")],
      [holder("DES", "Claudine", "2024-01-01")],
      { posts: 0, rate: null },
    ],
    ["where the post begins the day after", [post("DES", "2026-07-02")], [], { posts: 0 }],
    ["where somebody sits in a post that does not exist", [post("DES")], [holder("Driver", "Paul", "2024-01-01")], { posts: 1, vacant: 1 }],
    [
      "with three posts of four filled",
      [post("a"), post("b"), post("c"), post("d")],
      [holder("a", "A", "2024-01-01"), holder("b", "B", "2024-01-01"), holder("c", "C", "2024-01-01")],
      { rate: 0.75, vacant: 1 },
    ],
  ];
  test.each(cases)("%s", (_, posts, assignments, expected) => {
    expect(fillRate(posts, assignments, "2026-07-01")).toMatchObject(expected);
  });
});

describe("vacancy days of the fiscal year 2025/26", () => {
  const year = { from: "2025-07-01", to: "2026-07-01" };
  const cases: [string, EstablishedPost[], Assignment[], { vacantDays: number; actedDays: number }, string | null][] = [
    ["a post never filled", [post("DES")], [], { vacantDays: 365, actedDays: 0 }, "2020-01-01"],
    ["a post filled throughout", [post("DES")], [holder("DES", "Claudine", "2024-01-01")], { vacantDays: 0, actedDays: 0 }, null],
    [
      "a change on the same day",
      [post("DES")],
      [holder("DES", "Diane", "2024-01-01", "2026-01-01"), holder("DES", "Patrick", "2026-01-01")],
      { vacantDays: 0, actedDays: 0 },
      null,
    ],
    [
      "a month between two holders, acted for ten days",
      [post("DES")],
      [
        holder("DES", "Diane", "2024-01-01", "2026-01-01"),
        acting("DES", "Eric", "2026-01-05", "2026-01-15"),
        holder("DES", "Patrick", "2026-02-01"),
      ],
      { vacantDays: 31, actedDays: 10 },
      null,
    ],
    [
      "acting beside a holder",
      [post("DES")],
      [holder("DES", "Diane", "2024-01-01", "2026-06-01"), acting("DES", "Eric", "2026-05-01")],
      { vacantDays: 30, actedDays: 30 },
      "2026-06-01",
    ],
    [
      "vacant since before the year",
      [post("DES")],
      [holder("DES", "Diane", "2024-01-01", "2025-03-01")],
      { vacantDays: 365, actedDays: 0 },
      "2025-03-01",
    ],
    ["a post made in the year, vacant since", [post("DES", "2026-06-21")], [], { vacantDays: 10, actedDays: 0 }, "2026-06-21"],
    ["a post abolished in the year", [post("DES", "2020-01-01", "2025-07-11")], [], { vacantDays: 10, actedDays: 0 }, null],
    [
      "a holder without a known first day",
      [post("DES")],
      [holder("DES", "Aline", null, "2026-06-01")],
      { vacantDays: 30, actedDays: 0 },
      "2026-06-01",
    ],
    [
      "somebody appointed for no day at all",
      [post("DES")],
      [holder("DES", "Paul", "2026-01-01", "2026-01-01")],
      { vacantDays: 365, actedDays: 0 },
      "2026-01-01",
    ],
  ];
  test.each(cases)("%s", (_, posts, assignments, expected, since) => {
    const result = vacancyDays(posts, assignments, year);
    expect(result).toMatchObject(expected);
    expect(result.byPost[0]?.vacantSince).toBe(since);
  });

  test("add up over posts, and leave out posts outside the year", () => {
    const posts = [post("a"), post("b", "2026-06-21"), post("old", "2020-01-01", "2025-01-01")];
    const result = vacancyDays(posts, [holder("a", "A", "2026-01-01")], year);
    expect(result).toMatchObject({ postDays: 375, vacantDays: 184 + 10 });
    expect(result.byPost.map((row) => row.post)).toEqual(["a", "b"]);
  });
});

describe("acting for more than 90 days on 1 July 2026", () => {
  const cases: [string, Assignment[], { post: string; persons: string[]; days: number | null }[]][] = [
    ["90 days are not more", [acting("DES", "Eric", "2026-04-02")], []],
    ["91 days are", [acting("DES", "Eric", "2026-04-01")], [{ post: "DES", persons: ["Eric"], days: 91 }]],
    [
      "a renewal goes on counting",
      [acting("DES", "Eric", "2026-01-01", "2026-04-01"), acting("DES", "Eric", "2026-04-01")],
      [{ post: "DES", persons: ["Eric"], days: 181 }],
    ],
    [
      "so does another acting person",
      [acting("DES", "Eric", "2026-01-01", "2026-06-01"), acting("DES", "Diane", "2026-05-20")],
      [{ post: "DES", persons: ["Diane"], days: 181 }],
    ],
    ["a day without anybody starts anew", [acting("DES", "Eric", "2026-01-01", "2026-06-01"), acting("DES", "Eric", "2026-06-02")], []],
    ["it ended the day before", [acting("DES", "Eric", "2026-01-01", "2026-07-01")], []],
    [
      "beside a holder on leave",
      [holder("DES", "Claudine", "2020-01-01"), acting("DES", "Eric", "2026-01-01")],
      [{ post: "DES", persons: ["Eric"], days: 181 }],
    ],
    [
      "unknown beginnings come first",
      [acting("DES", "Eric", "2020-01-01"), acting("HR", "Aline", null)],
      [
        { post: "HR", persons: ["Aline"], days: null },
        { post: "DES", persons: ["Eric"], days: 2373 },
      ],
    ],
    ["a substantive holder is not acting", [holder("DES", "Claudine", "2020-01-01")], []],
  ];
  test.each(cases)("%s", (_, assignments, expected) => {
    expect(actingOver(assignments, "2026-07-01")).toMatchObject(expected);
    expect(actingOver(assignments, "2026-07-01")).toHaveLength(expected.length);
  });
});
