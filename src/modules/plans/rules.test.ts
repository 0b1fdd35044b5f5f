/** Decisions about plans that need no database: clashes with the year, shared seats, what a line lacks, what a revision changes. */
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import fc from "fast-check";
import { loadPack } from "#kernel/pack/load.ts";
import { ROOT } from "#test/support/fixed.ts";
import { clashesOf, type Dated } from "./clashes.ts";
import { contentOf, differences, EMPTY, frozenPlan, frozenRevision } from "./content.ts";
import { wholeFrom } from "#kernel/access/fields.ts";
import { executionOf, isDelivered, lacksOf, responseTypeOf, untrainable } from "./rules.ts";
import { shareSeats } from "./seats.ts";
import type { Line, LineContent, Plan } from "./schema.ts";

const pack = loadPack(join(ROOT, "packs/rwanda"));
const dated = (from: string | null, to: string | null, more: Partial<Dated> = {}): Dated => ({
  id: "a",
  number: 1,
  title: "Tenders",
  groups: ["mayors"],
  from,
  to,
  ...more,
});

describe("clashes with the year", () => {
  test.each<[string, Dated, readonly (readonly [string, boolean])[]]>([
    ["a free week in October clashes with nothing", dated("2025-10-13", "2025-10-15"), []],
    ["a line without days clashes with nothing", dated(null, null), []],
    ["the commemoration week is certain and refused", dated("2026-04-08", "2026-04-09"), [["window", true]]],
    [
      "the evaluation of performance contracts is only expected: it may be crossed with a reason",
      dated("2025-08-20", "2025-08-21"),
      [["window", false]],
    ],
    ["a weekend has no working day and is refused", dated("2025-10-18", "2025-10-19"), [["no_working_day", true]]],
    [
      "the year-end holidays hold a certain window and holidays",
      dated("2025-12-24", "2025-12-26"),
      [
        ["window", true],
        ["holiday", false],
        ["holiday", false],
      ],
    ],
  ])("%s", (_title, line, expected) => {
    expect(clashesOf(pack.calendar, line, [], 30).map((clash) => [clash.kind, clash.refused])).toEqual(expected);
  });

  it("two lines for the mayors in one week clash; for others, or a week later, they do not", () => {
    const other = (more: Partial<Dated>) => dated("2025-10-14", "2025-10-16", { id: "b", number: 7, ...more });
    const clash = (line: Dated) => clashesOf(pack.calendar, dated("2025-10-13", "2025-10-15"), [line], 30);
    expect(clash(other({}))).toMatchObject([{ kind: "same_people", number: 7, groups: ["mayors"], refused: false }]);
    expect(clash(other({ groups: ["accountants"] }))).toEqual([]);
    expect(clash(other({ from: "2025-10-20", to: "2025-10-21" }))).toEqual([]);
    expect(clash(other({ id: "a" }))).toEqual([]);
  });

  it("coaching over five months is looked at on its first and last day only", () => {
    expect(clashesOf(pack.calendar, dated("2026-01-12", "2026-05-29"), [], 30)).toEqual([]);
    expect(clashesOf(pack.calendar, dated("2026-01-12", "2026-04-08"), [], 30)).toMatchObject([{ kind: "window", refused: true }]);
  });
});

describe("seats shared by posts", () => {
  test.each<[string, Record<string, number>, number | null, Record<string, number>]>([
    ["no wish: a place for each post", { huye: 14, musanze: 15 }, null, { huye: 14, musanze: 15 }],
    ["more places than posts: a place for each post", { huye: 2, musanze: 1 }, 9, { huye: 2, musanze: 1 }],
    ["ten places over 14 and 6 posts", { huye: 14, musanze: 6 }, 10, { huye: 7, musanze: 3 }],
    ["the largest remainder gets the last place", { a: 5, b: 3, c: 1 }, 4, { a: 2, b: 1, c: 1 }],
    ["a tie goes to the first by name", { a: 1, b: 1 }, 1, { a: 1 }],
    ["no posts, no places", { huye: 0 }, 5, {}],
  ])("%s", (_title, posts, wanted, seats) => {
    expect(Object.fromEntries(shareSeats(new Map(Object.entries(posts)), wanted))).toEqual(seats);
  });

  it("never gives more places than wished or than there are posts, and differs from the quota by less than one", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 500 }), { maxKeys: 31 }),
        fc.integer({ min: 1, max: 4000 }),
        (posts, wanted) => {
          const given = shareSeats(new Map(Object.entries(posts)), wanted);
          const all = Object.values(posts).reduce((sum, one) => sum + one, 0);
          expect([...given.values()].reduce((sum, one) => sum + one, 0)).toBe(Math.min(all, wanted));
          for (const [id, places] of given) {
            expect(places).toBeLessThanOrEqual(posts[id] ?? 0);
            if (wanted < all) expect(Math.abs(places - (wanted * (posts[id] ?? 0)) / all)).toBeLessThan(1);
          }
        },
      ),
    );
  });
});

const content: LineContent = {
  ...EMPTY,
  title: "Tenders",
  language: "en",
  modality: "short_course",
  mandate: "Law",
  seats: [{ organisation: "huye", places: 3 }],
};
const lineOf = (more: Partial<Line> = {}): Line => ({
  ...content,
  id: "l1",
  plan: "p",
  number: 1,
  state: "planned",
  settledOn: null,
  settlement: null,
  seats: new Map([["huye", 3]]),
  places: 3,
  money: [],
  ...more,
});
const plan = { fiscalYearStart: "2025-07-01", title: "Plan", language: "en", purpose: "" } as Plan;

describe("what a line lacks", () => {
  it("an empty line lacks everything, a full one nothing; means are not asked for", () => {
    expect(lacksOf(lineOf({ mandate: null, places: 0 }))).toEqual([
      "basis",
      "groups",
      "days",
      "places",
      "cost",
      "change",
      "indicator",
      "responsible",
    ]);
    const full = lineOf({
      groups: ["mayors"],
      from: "2025-10-13",
      to: "2025-10-14",
      change: "x",
      indicatorWords: "y",
      responsible: "post",
      money: [{ side: "cost" }] as never,
    });
    expect(lacksOf(full)).toEqual([]);
  });
});

describe("courses and causes", () => {
  const needs = [{ cause: "knowledge_skill" }, { cause: "staffing" }, { cause: null }];
  test.each([
    ["short_course", 1],
    ["e_learning", 1],
    ["mentorship", 0],
    ["manual", 0],
  ])("%s leaves %i of three needs unanswered", (modality, count) => {
    expect(untrainable(pack, modality, needs)).toHaveLength(count);
  });
  test.each([
    ["short_course", "training"],
    ["mentorship", "mentor"],
    ["embedded_adviser", "adviser"],
    ["manual", "manual"],
    ["technical_forum", "exchange"],
  ])("%s answers as %s", (modality, type) => {
    expect(responseTypeOf(pack, modality)).toBe(type);
  });
});

describe("what was delivered", () => {
  it("a line is delivered when people took part or the manager said so, not when a session is only planned", () => {
    expect(isDelivered({ state: "planned" }, { events: 2, held: 0, people: 0 })).toBe(false);
    expect(isDelivered({ state: "planned" }, { events: 2, held: 1, people: 12 })).toBe(true);
    expect(isDelivered({ state: "done" }, undefined)).toBe(true);
  });
  it("dropped lines count neither as planned nor as delivered", () => {
    const lines = [lineOf(), lineOf({ id: "l2", state: "dropped" }), lineOf({ id: "l3", state: "done" })];
    expect(executionOf(lines, new Map([["l1", { events: 1, held: 1, people: 2 }]]))).toEqual({
      lines: 2,
      delivered: 2,
      places: 6,
      people: 2,
    });
  });
});

describe("what a revision changes", () => {
  it("names the fields that differ, and none when only the order of seats does", () => {
    const before = {
      ...content,
      seats: [
        { organisation: "a", places: 1 },
        { organisation: "b", places: 2 },
      ],
    };
    expect(differences(before, { ...before, seats: [...before.seats].reverse() })).toEqual([]);
    expect(differences(before, { ...before, venue: "Hall", seats: [] })).toEqual(["venue", "seats"]);
  });
  it("a frozen revision leaves dropped lines out, changes others and puts new ones last", () => {
    const lines = [lineOf(), lineOf({ id: "l2", number: 2 })];
    const change = (more: object) => ({ id: "c", version: 2, reason: "r", language: "en", content: null, ...more }) as never;
    const frozen = frozenRevision(plan, lines, [
      change({ kind: "drop", line: "l1" }),
      change({ kind: "change", line: "l2", content: { ...contentOf(lines[1] as Line), title: "New name" } }),
      change({ kind: "add", line: "l9", content: { ...content, title: "Added" } }),
    ]) as { lines: { number: number; title: string }[] };
    expect(frozen.lines.map((line) => [line.number, line.title])).toEqual([
      [2, "New name"],
      [3, "Added"],
    ]);
    expect((frozenPlan(plan, lines) as { lines: unknown[] }).lines).toHaveLength(2);
  });
});

test.each([
  ["1 250 000", 1_250_000],
  ["1,250,000", 1_250_000],
  ["−5", null],
  ["12.5", null],
  ["", null],
])("%s is read as %s", (text, value) => {
  expect(wholeFrom(text)).toBe(value);
});
