/** Turnover and tenure: tables of cases, and that comings and goings balance. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "./dates.ts";
import type { Assignment } from "./posts.ts";
import { tenure, turnover } from "./turnover.ts";

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

describe("turnover of the fiscal year 2025/26", () => {
  const year = { from: "2025-07-01", to: "2026-07-01" };
  const stay = holder("stay", "Claudine", "2020-01-01");
  const cases: [string, Assignment[], { leavers: number; joiners: number }][] = [
    ["nobody moves", [stay], { leavers: 0, joiners: 0 }],
    ["Diane’s last day is 30 June 2026", [stay, holder("x", "Diane", "2020-01-01", "2026-07-01")], { leavers: 1, joiners: 0 }],
    ["Diane’s last day was 30 June 2025", [stay, holder("x", "Diane", "2020-01-01", "2025-07-01")], { leavers: 0, joiners: 0 }],
    ["Patrick’s first day is 1 July 2025", [stay, holder("x", "Patrick", "2025-07-01")], { leavers: 0, joiners: 1 }],
    ["Patrick’s first day is 1 July 2026", [stay, holder("x", "Patrick", "2026-07-01")], { leavers: 0, joiners: 0 }],
    [
      "Eric moves to another post the same day",
      [holder("a", "Eric", "2020-01-01", "2026-01-01"), holder("b", "Eric", "2026-01-01")],
      { leavers: 0, joiners: 0 },
    ],
    [
      "Eric leaves and comes back a month later",
      [holder("a", "Eric", "2020-01-01", "2026-01-01"), holder("a", "Eric", "2026-02-01")],
      { leavers: 1, joiners: 1 },
    ],
    ["Eric stops acting", [stay, acting("b", "Claudine", "2025-01-01", "2026-01-01")], { leavers: 0, joiners: 0 }],
    ["Aline’s first day is unknown", [holder("a", "Aline", null, "2026-01-01")], { leavers: 1, joiners: 0 }],
    [
      "two posts at once, one ends",
      [holder("a", "Eric", "2020-01-01"), holder("b", "Eric", "2020-01-01", "2026-01-01")],
      { leavers: 0, joiners: 0 },
    ],
  ];
  test.each(cases)("%s", (_, assignments, expected) => {
    expect(turnover(assignments, year)).toMatchObject(expected);
  });

  test("divides by the headcount averaged over days", () => {
    const quarter = { from: "2026-01-01", to: "2026-04-11" };
    const staff = [stay, holder("x", "Diane", "2020-01-01", "2026-02-20"), holder("y", "Eric", null)];
    // 100 + 50 + 100 person-days in 100 days.
    expect(turnover(staff, quarter)).toEqual({
      leavers: 1,
      joiners: 0,
      averageHeadcount: 2.5,
      rate: 0.4,
      unknownStart: 1,
    });
    expect(turnover([], quarter)).toMatchObject({ averageHeadcount: 0, rate: null });
    expect(() => turnover([], { from: "2026-01-01", to: "2026-01-01" })).toThrow(RangeError);
  });

  test("balances: those who stay into the year + joiners − leavers = those who stay beyond it", () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
    const one = fc.record({
      person: fc.constantFrom("a", "b", "c", "d"),
      at: fc.constantFrom("x", "y", "z"),
      from: day,
      days: fc.integer({ min: 0, max: 900 }),
      open: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (list) => {
        const staff = list.map(({ person, at, from, days, open }) =>
          holder(at, person, from, open ? null : new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)),
        );
        const staying = (before: string, on: string) => {
          const present = (day: string) => new Set(staff.filter((a) => holds(a, day)).map(({ person }) => person));
          const later = present(on);
          return [...present(before)].filter((person) => later.has(person)).length;
        };
        const { leavers, joiners } = turnover(staff, year);
        const atStart = staying("2025-06-30", "2025-07-01");
        expect(atStart + joiners - leavers).toBe(staying("2026-06-30", "2026-07-01"));
      }),
    );
  });
});

describe("tenure on 1 July 2026", () => {
  test("counts completed years in the post held, renewals included, and sets unknown starts apart", () => {
    const staff = [
      holder("a", "Claudine", "2026-01-01"),
      holder("b", "Diane", "2023-07-01"),
      holder("c", "Eric", "2023-07-02"),
      holder("d", "Patrick", "2015-01-01", "2020-01-01"),
      holder("d", "Patrick", "2020-01-01"),
      holder("e", "Aline", null),
      holder("f", "Paul", "2020-01-01", "2026-07-01"),
      acting("g", "Eric", "2010-01-01"),
    ];
    expect(tenure(staff, "2026-07-01", [1, 3, 5])).toEqual({
      known: 4,
      unknownStart: 1,
      medianDays: (1095 + 1096) / 2,
      bands: [
        { fromYears: 0, toYears: 1, count: 1 },
        { fromYears: 1, toYears: 3, count: 1 },
        { fromYears: 3, toYears: 5, count: 1 },
        { fromYears: 5, toYears: null, count: 1 },
      ],
    });
  });

  test("of nobody has no median, and bands must rise", () => {
    expect(tenure([], "2026-07-01", [1])).toMatchObject({ known: 0, medianDays: null });
    expect(() => tenure([], "2026-07-01", [3, 1])).toThrow(RangeError);
    expect(() => tenure([], "2026-07-01", [0])).toThrow(RangeError);
  });
});
