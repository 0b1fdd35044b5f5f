/** What a comparison is made of, against small invented figures whose answers can be worked out by hand. */
import { describe, expect, test } from "vitest";
import type { Day } from "#kernel/calendar/day.ts";
import { addDays, addMonths } from "#kernel/calendar/day.ts";
import type { Figure } from "#kernel/measure/schema.ts";
import { comparedFrom, gradeFor, isCompared, ownChange, type Comparison, type Rules, type Uncompared } from "./impact.ts";
import { reachedFirst, sidesOf, type Kind, type Trained } from "./sides.ts";

const RULES: Rules = { cohort: 60, until: 280, fewest: 3, periods: 2 };

const trained = (organisation: string, from: Day, days = 2): Trained => ({ organisation, from, to: addDays(from, days - 1) });
const kind = (id: string, contextGroup: string | null = "rural", via: string | null = null): Kind => ({ id, contextGroup, via });
const rural = (...ids: string[]): Kind[] => ids.map((id) => kind(id));

/** Monthly figures of an organisation from January 2025 on. */
const monthly = (organisation: string, values: readonly number[], certainty = "claimed"): Figure[] =>
  values.map((value, index) => {
    const from = addMonths("2025-01-01", index);
    return { organisation, value, certainty, from, to: addDays(addMonths(from, 1), -1), sex: null, tier: null } as Figure;
  });

const asked = (found: Comparison | Uncompared): Comparison => {
  if (!isCompared(found)) throw new Error(`no comparison: ${found.why}`);
  return found;
};
const refused = (found: Comparison | Uncompared): Uncompared => {
  if (isCompared(found)) throw new Error("there is a comparison");
  return found;
};

describe("who was reached first", () => {
  test("Huye came in March and again in June: March counts, in whichever order the sessions were written down", () => {
    const twice = [trained("huye", "2025-06-02"), trained("huye", "2025-03-03")];
    for (const order of [twice, twice.toReversed()]) expect(reachedFirst(order, rural("huye"))).toEqual([trained("huye", "2025-03-03")]);
  });

  test("the City of Kigali keeps the figures of its districts, so it is reached when Gasabo is, and not set beside the trained", () => {
    const members = [kind("kigali", "urban"), kind("gasabo", "urban", "kigali"), kind("kicukiro", "urban", "kigali")];
    const came = [trained("kicukiro", "2025-05-05"), trained("gasabo", "2025-03-03")];
    expect(reachedFirst(came, members).find((one) => one.organisation === "kigali")?.from).toBe("2025-03-03");
  });
});

describe("the two sides", () => {
  const sides = (first: readonly Trained[], members: readonly Kind[], rules = RULES) =>
    sidesOf(reachedFirst(first, members), members, rules);

  test("Huye and Nyanza are trained together, Gisagara 60 days later still counts with them, Ruhango on day 61 does not", () => {
    const first = [
      trained("huye", "2025-03-03"),
      trained("nyanza", "2025-03-10"),
      trained("gisagara", "2025-05-02"),
      trained("ruhango", "2025-05-03"),
    ];
    const found = sides(first, rural("huye", "nyanza", "gisagara", "ruhango", "burera", "rulindo", "gakenke"));
    expect(found.treated.map((one) => one.organisation)).toEqual(["huye", "nyanza", "gisagara"]);
    expect(found.leftOut).toBe(1);
    expect(found.like).toEqual(["burera", "rulindo", "gakenke"]);
    expect(found.horizon).toBe(addDays("2025-05-03", 280));
  });

  test("rural districts are set beside rural ones only; one of no known kind is beside nobody", () => {
    const members = [...rural("huye", "burera"), kind("gasabo", "urban"), kind("unknown", null)];
    const found = sides([trained("huye", "2025-03-03")], members);
    expect(found.like).toEqual(["burera"]);
  });

  test("Gasabo was trained with the rural districts and no urban one is left: it stands on neither side, and this is counted", () => {
    const members = [...rural("huye", "burera", "rulindo"), kind("gasabo", "urban"), kind("kicukiro", "urban")];
    const found = sides([trained("huye", "2025-03-03"), trained("gasabo", "2025-03-03"), trained("kicukiro", "2025-03-04")], members);
    expect(found.treated.map((one) => one.organisation)).toEqual(["huye"]);
    expect(found.unmatched).toBe(2);
    expect(found.like).toEqual(["burera", "rulindo"]);
  });

  test("where everybody else is trained in July, the comparison ends on the eve of the first of them", () => {
    const members = rural("huye", "nyanza", "gisagara", "burera", "rulindo", "gakenke");
    const first = ["huye", "nyanza", "gisagara"].map((id) => trained(id, "2025-03-03"));
    const later = [trained("burera", "2025-07-01"), trained("rulindo", "2025-07-08"), trained("gakenke", "2025-07-15")];
    const found = sides([...first, ...later], members);
    expect(found).toMatchObject({ horizon: "2025-06-30", like: ["burera", "rulindo", "gakenke"], leftOut: 0 });
  });

  test("with enough never trained, the later ones are left out and the whole time is looked at", () => {
    const members = rural("huye", "burera", "rulindo", "gakenke", "musanze");
    const found = sides([trained("huye", "2025-03-03"), trained("musanze", "2025-07-01")], members);
    expect(found).toMatchObject({ horizon: addDays("2025-03-04", 280), like: ["burera", "rulindo", "gakenke"], leftOut: 1 });
  });

  test("nobody was trained, or only somebody who is no member: there are no sides", () => {
    expect(sides([], rural("burera"))).toMatchObject({ treated: [], like: [] });
    expect(sides([trained("elsewhere", "2025-03-03")], rural("burera"))).toMatchObject({ treated: [], like: [] });
  });
});

/** Three trained in a session of 10 and 11 April 2025, three like them that were not. */
const FIRST = ["huye", "nyanza", "gisagara"].map((id) => trained(id, "2025-04-10"));
const MEMBERS = rural("huye", "nyanza", "gisagara", "burera", "rulindo", "gakenke");
/** April stands at 90 to show that the month of the session counts on no side. */
const FIGURES = [
  ...monthly("huye", [20, 22, 21, 90, 12, 10, 11], "verified"),
  ...monthly("nyanza", [30, 30, 30, 90, 22, 22, 22]),
  ...monthly("gisagara", [25, 25, 25, 90, 13, 13, 13]),
  ...monthly("burera", [20, 20, 20, 90, 19, 19, 19]),
  ...monthly("rulindo", [24, 26, 25, 90, 24, 24, 24]),
  ...monthly("gakenke", [31, 31, 31, 90, 27, 29, 28]),
];

describe("a comparison", () => {
  // Changes are −10, −8, −12 where people came and −1, −1, −3 elsewhere: means −10 and −5/3, difference −25/3.
  const found = asked(comparedFrom(FIRST, MEMBERS, FIGURES, RULES));

  test("the difference is that of the mean changes, and the month of the session is on neither side", () => {
    expect(found.change.treated).toBeCloseTo(-10, 10);
    expect(found.change.compared).toBeCloseTo(-5 / 3, 10);
    expect(found.difference.estimate).toBeCloseTo(-25 / 3, 10);
    expect(found.span).toEqual({ from: "2025-04-10", to: "2025-04-11" });
  });

  test("six districts leave four degrees of freedom, however many months each has", () => {
    // Residuals 0, 2, −2 and 2/3, 2/3, −4/3; White’s variance of a difference of two means is Σe²/n² a side, times n/(n − 2).
    const se = Math.sqrt((6 / 4) * (8 / 9 + 24 / 9 / 9));
    expect(found.difference.df).toBe(4);
    expect(found.difference.se).toBeCloseTo(se, 10);
    expect(found.difference.high - found.difference.low).toBeCloseTo(2 * 2.7764451 * se, 5);
  });

  test("it says who stood where and how much of it is verified", () => {
    expect(found.treated).toEqual(["huye", "nyanza", "gisagara"]);
    expect(found.compared).toEqual(["burera", "rulindo", "gakenke"]);
    expect([found.verified, found.figures]).toEqual([7, 42]);
  });

  test("it is called a contribution, never an effect: nobody drew lots", () => {
    expect(found.claim).toBe("contribution");
    expect(gradeFor(found, null, false)).toBe("A");
  });

  test("the same figures in another order give the same answer", () => {
    const turned = asked(comparedFrom(FIRST.toReversed(), MEMBERS.toReversed(), FIGURES.toReversed(), RULES));
    expect(turned.difference.estimate).toBeCloseTo(found.difference.estimate, 10);
    expect(turned.difference.se).toBeCloseTo(found.difference.se, 10);
  });

  test("trends before that ran apart are told: Huye and her like were falling already", () => {
    const falling = FIGURES.map((one) =>
      ["huye", "nyanza", "gisagara"].includes(one.organisation ?? "") && one.to < "2025-04-01"
        ? { ...one, value: one.value - 10 * Number(one.from.slice(5, 7)) }
        : one,
    );
    expect(found.parallel?.alike).toBe(true);
    expect(asked(comparedFrom(FIRST, MEMBERS, falling, RULES)).parallel?.alike).toBe(false);
  });

  test("figures after those compared with were trained too are not looked at", () => {
    const later = ["burera", "rulindo", "gakenke"].map((id) => trained(id, "2025-07-01"));
    const cut = asked(comparedFrom([...FIRST, ...later], MEMBERS, FIGURES, RULES));
    expect(cut.horizon).toBe("2025-06-30");
    expect(cut.figures).toBe(36);
    // Without July: changes −10, −8, −12 and −1, −1, −3 as before, because July lies at the mean of May and June everywhere.
    expect(cut.difference.estimate).toBeCloseTo(-25 / 3, 10);
  });
});

describe("no comparison", () => {
  const without = (...ids: string[]): Figure[] => FIGURES.filter((one) => !ids.includes(one.organisation ?? ""));

  test("everybody was trained: it says how many, and that nobody of the kind was left", () => {
    const all = MEMBERS.map((member) => trained(member.id, "2025-04-10"));
    expect(refused(comparedFrom(all, MEMBERS, FIGURES, RULES))).toMatchObject({ why: "too_few_like", trained: 6, like: 0, fewest: 3 });
  });

  test("only two districts were trained", () => {
    expect(refused(comparedFrom(FIRST.slice(0, 2), MEMBERS, FIGURES, RULES))).toMatchObject({ why: "too_few_trained", trained: 2 });
  });

  test("a district without any figure counts on no side", () => {
    const found = refused(comparedFrom(FIRST, MEMBERS, without("gakenke"), RULES));
    expect(found).toMatchObject({ why: "too_few_like", trained: 3, like: 2 });
  });

  test("one month before the session is too few", () => {
    const late = FIGURES.filter((one) => one.from >= "2025-03-01");
    expect(refused(comparedFrom(FIRST, MEMBERS, late, RULES))).toMatchObject({ why: "too_few_periods", periods: 2, alone: null });
  });

  test("urban districts cannot be set beside rural ones, however many there are", () => {
    const members = [...rural("huye", "nyanza", "gisagara"), ...["burera", "rulindo", "gakenke"].map((id) => kind(id, "urban"))];
    expect(refused(comparedFrom(FIRST, members, FIGURES, RULES))).toMatchObject({ why: "too_few_like", like: 0 });
  });

  test("there is before and after alone, over the districts that came: −10 on average, Student’s interval of three, grade B", () => {
    const all = MEMBERS.map((member) => trained(member.id, "2025-04-10"));
    const few = refused(comparedFrom(all.slice(0, 3), MEMBERS.slice(0, 3), FIGURES, RULES));
    expect(few.alone?.organisations).toBe(3);
    expect(few.alone?.change.estimate).toBeCloseTo(-10, 10);
    // t(2) = 4.3026527, standard deviation 2 over √3.
    expect((few.alone?.change.high ?? 0) + 10).toBeCloseTo((4.3026527 * 2) / Math.sqrt(3), 5);
    expect(gradeFor(few, null, false)).toBe("B");
    expect(gradeFor({ ...few, alone: null }, null, true)).toBe("C");
    expect(gradeFor({ ...few, alone: null }, null, false)).toBe("D");
  });
});

describe("one district’s own change", () => {
  const huye = monthly("huye", [20, 22, 90, 12, 10]);
  test("Huye fell by ten between before and after its own session, the month of it left out", () => {
    const own = ownChange(huye, { from: "2025-03-15", to: "2025-03-20" });
    expect(own?.estimate).toBeCloseTo(-10, 10);
    // Welch: two and two with variance 2 each, so se = √2 and two degrees of freedom; t(2) = 4.3026527.
    expect(own?.se).toBeCloseTo(Math.SQRT2, 10);
    expect((own?.high ?? 0) + 10).toBeCloseTo(4.3026527 * Math.SQRT2, 5);
  });
  test("one month after is too few to say", () => {
    expect(ownChange(huye.slice(0, 4), { from: "2025-03-15", to: "2025-03-20" })).toBeNull();
  });
});
