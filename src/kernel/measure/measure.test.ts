/** Indicators and figures: what is refused, what replaces what, how sure a total is, and what a file comes to. */
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { useWorld } from "#test/support/world.ts";
import { addStart, claimFigure, correctFigure, defineIndicator, setTarget, verifyFigure, type NewIndicator } from "./actions.ts";
import { progressOf, targetOn, totals, totalsByGroup, weakestOf } from "./figures.ts";
import { checkFigures } from "./import-check.ts";
import { takeFigures } from "./import-take.ts";
import { endsOf, series, targetsOf } from "./queries.ts";
import type { Figure } from "./schema.ts";

const world = useWorld([]);
let huye = "";
let musanze = "";
let vestine = "";

const post = async (name: "vestine" | "jeanbosco" | "chantal"): Promise<string> => (await world.actor(name)).post ?? "";

const made = (code: string, more: Partial<NewIndicator> = {}): NewIndicator => ({
  code,
  names: { en: "Days to a first answer", fr: "Jours", rw: "≈Iminsi" },
  definition: { en: "Median working days", fr: "Médiane", rw: "≈Hagati" },
  kind: "service",
  unit: "days",
  better: "down",
  decimals: 0,
  source: "Register",
  frequency: "monthly",
  domain: "CMP",
  owner: null,
  public: false,
  starts: [{ organisation: huye, owner: vestine, baseline: { from: "2025-04-01", to: "2025-04-30", value: 21, source: "Register" } }],
  ...more,
});

beforeAll(async () => {
  huye = await world.organisation("Huye");
  musanze = await world.organisation("Musanze");
  vestine = await post("vestine");
});

const may = { from: "2025-05-01", to: "2025-05-31", source: "Register" };

describe("an indicator", () => {
  test("is refused without a baseline and an owner in a district, with Olivier’s post as Huye’s owner, and with a code that is taken", async () => {
    const define = (indicator: NewIndicator) => world.act("claudine", (act) => defineIndicator(act, indicator));
    await expect(define(made("NO-1", { starts: [] }))).rejects.toThrow("measure.noStart");
    const [start] = made("NO-2").starts;
    if (start === undefined) throw new Error("no start");
    await expect(define(made("NO-2", { starts: [{ ...start, organisation: null }] }))).rejects.toThrow("measure.noStart");
    await expect(define(made("NO-3", { starts: [{ ...start, owner: await post("chantal") }] }))).rejects.toThrow("measure.ownerElsewhere");
    await define(made("TAKEN"));
    await expect(define(made("TAKEN"))).rejects.toThrow("measure.codeTaken");
  });

  test("Vestine’s figure is claimed once a period, never before the period is over", async () => {
    const id = await world.act("claudine", (act) => defineIndicator(act, made("CLAIM")));
    const claim = (from: string, to: string) =>
      world.act("vestine", (act) => claimFigure(act, { indicator: id, organisation: huye, from, to, value: 12, source: "Register" }));
    await claim(may.from, may.to);
    await expect(claim(may.from, may.to)).rejects.toThrow("measure.periodTaken");
    await expect(claim("2025-11-01", "2025-11-30")).rejects.toThrow("measure.notYet");
    expect((await series(world.db, { indicators: [id] })).map(({ value, certainty }) => [value, certainty])).toEqual([
      [21, "claimed"],
      [12, "claimed"],
    ]);
  });

  test("Vestine does not verify her own figure, not even under another post; Claudine does, once", async () => {
    const id = await world.act("claudine", (act) => defineIndicator(act, made("VERIFY")));
    const figure = await world.act("vestine", (act) => claimFigure(act, { ...may, indicator: id, organisation: huye, value: 12 }));
    await expect(world.act("vestine", (act) => verifyFigure(act, figure))).rejects.toThrow("measure.otherVerifies");
    const other = await post("jeanbosco");
    await expect(world.act("vestine", (act) => verifyFigure({ ...act, author: { ...act.author, post: other } }, figure))).rejects.toThrow(
      "measure.otherVerifies",
    );
    await world.act("claudine", (act) => verifyFigure(act, figure));
    await expect(world.act("claudine", (act) => verifyFigure(act, figure))).rejects.toThrow("measure.verifiedAlready");
    expect((await series(world.db, { indicators: [id] })).at(-1)).toMatchObject({ certainty: "verified", value: 12 });
  });

  test("a correction says why, replaces a verified figure by a claim, and cannot be made twice on the old one", async () => {
    const id = await world.act("claudine", (act) => defineIndicator(act, made("CORRECT")));
    const figure = await world.act("vestine", (act) => claimFigure(act, { ...may, indicator: id, organisation: huye, value: 12 }));
    await world.act("claudine", (act) => verifyFigure(act, figure));
    const to = { value: 13, source: "Register", reason: "One sector was missing" };
    await expect(world.act("vestine", (act) => correctFigure(act, figure, { ...to, reason: " " }))).rejects.toThrow("measure.noReason");
    await world.act("vestine", (act) => correctFigure(act, figure, to));
    await expect(world.act("vestine", (act) => correctFigure(act, figure, to))).rejects.toThrow("measure.noFigure");
    expect((await series(world.db, { indicators: [id] })).at(-1)).toMatchObject({
      value: 13,
      certainty: "claimed",
      replaces: figure,
      reason: to.reason,
    });
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from measure.observation where indicator = ${id}`.execute(world.db);
    expect(rows[0]?.n).toBe(3);
  });

  test("two people entering one period at the same moment leave one figure", async () => {
    const id = await world.act("claudine", (act) => defineIndicator(act, made("RACE")));
    const claim = () => world.act("vestine", (act) => claimFigure(act, { ...may, indicator: id, organisation: huye, value: 12 }));
    const settled = await Promise.allSettled([claim(), claim()]);
    expect(settled.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("ends are the baselines and the newest period that half of the organisations gave", async () => {
    const id = await world.act("claudine", (act) => defineIndicator(act, made("ENDS")));
    const chantal = await post("chantal");
    await world.act("claudine", (act) =>
      addStart(act, id, {
        organisation: musanze,
        owner: chantal,
        baseline: { from: "2025-04-01", to: "2025-04-30", value: 25, source: "Register" },
      }),
    );
    await world.act("vestine", (act) => claimFigure(act, { ...may, indicator: id, organisation: huye, value: 12 }));
    const ends = await endsOf(world.db, { indicators: [id] });
    expect(
      ends
        .map(({ value, end }) => [value, end])
        .toSorted((one, other) => Number(one[0] === 12) - Number(other[0] === 12) || Number(one[0]) - Number(other[0])),
    ).toEqual([
      [21, "baseline"],
      [25, "baseline"],
      [12, "latest"],
    ]);
    await world.act("claudine", (act) =>
      setTarget(act, { indicator: id, organisation: huye, from: "2025-07-01", to: "2026-06-30", value: 7, source: "Plan" }),
    );
    expect((await targetsOf(world.db, [id])).map((one) => one.value)).toEqual([7]);
  });
});

const figure = (organisation: string, value: number, more: Partial<Figure> = {}): Figure => ({
  id: organisation + value,
  indicator: "i",
  organisation,
  from: "2025-05-01",
  to: "2025-05-31",
  value,
  numerator: null,
  denominator: null,
  sex: null,
  tier: null,
  baseline: false,
  certainty: "verified",
  source: "",
  post: null,
  verifiedBy: null,
  verifiedAt: null,
  replaces: null,
  reason: null,
  recordedAt: new Date(0),
  ...more,
});

describe("figures together", () => {
  test("shares come together by their counts, numbers by adding, days by the mean", () => {
    const shares = [figure("Huye", 50, { numerator: 5, denominator: 10 }), figure("Musanze", 90, { numerator: 90, denominator: 100 })];
    expect(totals("percent", shares)[0]?.value).toBeCloseTo((95 / 110) * 100, 10);
    expect(totals("count", [figure("Huye", 4), figure("Musanze", 6)])[0]?.value).toBe(10);
    expect(totals("days", [figure("Huye", 4), figure("Musanze", 6)])[0]?.value).toBe(5);
  });

  test("a total is as sure as its weakest part, and says how many stand behind it", () => {
    expect(totals("days", [figure("Huye", 4), figure("Musanze", 6, { certainty: "claimed" })])[0]).toMatchObject({
      certainty: "claimed",
      parts: 2,
    });
    expect(weakestOf(["verified", "imported"])).toBe("imported");
    expect(() => weakestOf([])).toThrow(RangeError);
  });

  test("where few women are counted, the men of that period are hidden too", () => {
    const hide = (people: number): boolean => people < 5;
    const grouped = totalsByGroup(
      "percent",
      [
        figure("Huye", 50, { sex: "F", numerator: 1, denominator: 2 }),
        figure("Huye", 50, { sex: "M", numerator: 20, denominator: 40 }),
        figure("Huye", 60, { sex: "F", numerator: 6, denominator: 10, from: "2025-06-01", to: "2025-06-30" }),
        figure("Huye", 70, { sex: "M", numerator: 21, denominator: 30, from: "2025-06-01", to: "2025-06-30" }),
      ],
      (one) => one.sex ?? "",
      hide,
    );
    expect(grouped.get("F")?.map((one) => one.value)).toEqual([null, 60]);
    expect(grouped.get("M")?.map((one) => one.value)).toEqual([null, 70]);
  });
});

describe("progress on the way from 20 days in June 2025 to 10 in June 2026", () => {
  const rule = { onTrackFrom: 0.9, watchFrom: 0.6 };
  const at = (value: number | null, target: number | null = 10) =>
    progressOf(
      {
        better: "down",
        baseline: { value: 20, to: "2025-06-30" },
        latest: value === null ? null : { value, to: "2025-12-30" },
        target: target === null ? null : { value: target, to: "2026-06-30" },
      },
      rule,
    );
  test.each([
    [10, "reached"],
    [8, "reached"],
    [15, "on_track"],
    [15.4, "on_track"],
    [16.5, "watch"],
    [18, "off_track"],
    [22, "off_track"],
    [null, "no_figure"],
  ] as const)("%s after half of it is %s", (value, expected) => {
    expect(at(value)).toBe(expected);
  });
  test("without a target there is no verdict, and a target that keeps the baseline allows nothing worse", () => {
    expect(at(15, null)).toBe("no_target");
    expect(at(20, 20)).toBe("reached");
    expect(at(21, 20)).toBe("off_track");
  });
  test("an organisation’s own target comes before the one for all, and the next one before a later", () => {
    const target = (organisation: string | null, to: string, value: number) => ({
      id: to,
      indicator: "i",
      organisation,
      from: "2025-01-01",
      to,
      value,
      source: "",
    });
    const all = [
      target(null, "2026-06-30", 10),
      target("Huye", "2025-06-30", 15),
      target("Huye", "2026-06-30", 8),
      target("Huye", "2027-06-30", 5),
    ];
    expect(targetOn(all, "Huye", "2025-11-17")?.value).toBe(8);
    expect(targetOn(all, "Musanze", "2025-11-17")?.value).toBe(10);
    expect(targetOn(all, null, "2028-01-01")?.value).toBe(10);
  });
});

describe("a file of figures", () => {
  const HEAD = "indicator,organisation,from,to,value,numerator,denominator,sex,tier,source";
  const file = (...lines: string[]) => ({ name: "figures.csv", bytes: Buffer.from([HEAD, ...lines].join("\n")) });
  const check = (brought: ReturnType<typeof file>) => checkFigures(world.db, brought, { within: "all", today: "2025-11-17" });
  let share = "";

  beforeAll(async () => {
    const start = { organisation: huye, owner: vestine, baseline: { from: "2025-04-01", to: "2025-04-30", value: 50, source: "Register" } };
    share = await world.act("claudine", (act) => defineIndicator(act, made("FILE-P", { unit: "percent", better: "up", starts: [start] })));
  });

  test.each([
    ["NOPE,Huye,2025-05-01,2025-05-31,50,,,,,R", "measure.noIndicator"],
    ["FILE-P,Atlantis,2025-05-01,2025-05-31,50,,,,,R", "measure.noOrganisation"],
    ["FILE-P,Huye,May,2025-05-31,50,,,,,R", "measure.noDay"],
    ["FILE-P,Huye,2025-05-31,2025-05-01,50,,,,,R", "measure.endsBefore"],
    ["FILE-P,Huye,2025-11-01,2025-11-30,50,,,,,R", "measure.notOver"],
    ["FILE-P,Huye,2025-05-01,2025-05-31,much,,,,,R", "measure.noNumber"],
    ["FILE-P,Huye,2025-05-01,2025-05-31,120,,,,,R", "measure.noPercent"],
    ["FILE-P,Huye,2025-05-01,2025-05-31,50,9,4,,,R", "measure.partOverWhole"],
    ["FILE-P,Huye,2025-05-01,2025-05-31,50,,,X,,R", "measure.noSex"],
    ["FILE-P,Huye,2025-05-01,2025-05-31,50,,,,XYZ,R", "measure.noTier"],
    ["FILE-P,Huye,2025-04-01,2025-04-30,51,,,,,R", "measure.stands"],
  ])("the row %s is rejected as %s", async (line, code) => {
    const { rejected, good } = await check(file(line));
    expect(good).toEqual([]);
    expect(rejected.flatMap((row) => row.reasons.map((reason) => reason.code))).toContain(code);
  });

  test("days are read as people write them, sexes in words, and a second row for the same period is rejected with the first one’s number", async () => {
    const brought = await check(
      file('file-p,huye,01/06/2025,30/06/2025,"62,5",,,Gore,,R', "FILE-P,Huye,2025-06-01,2025-06-30,62.5,,,F,,R"),
    );
    expect(brought.good).toMatchObject([{ from: "2025-06-01", to: "2025-06-30", value: 62.5, sex: "F", taking: "new" }]);
    expect(brought.rejected).toMatchObject([{ row: 3, reasons: [{ code: "measure.twice", values: { row: 2 } }] }]);
  });

  test("taken twice it is taken once; another value of an imported figure replaces it; a claimed one is left alone", async () => {
    const take = async (...lines: string[]) => {
      const { good } = await check(file(...lines));
      return world.act("claudine", async (act) => {
        await act.journal({ kind: "measure.test", subject: { kind: "measure.indicator", id: share }, member: null, payload: {} });
        return takeFigures(act, good, "figures.csv");
      });
    };
    const july = "FILE-P,Huye,2025-07-01,2025-07-31,70,7,10,,,MIS";
    expect(await take(july)).toEqual({ taken: 1, unchanged: 0 });
    expect(await take(july)).toEqual({ taken: 0, unchanged: 1 });
    expect(await take("FILE-P,Huye,2025-07-01,2025-07-31,80,8,10,,,MIS")).toEqual({ taken: 1, unchanged: 0 });
    expect((await series(world.db, { indicators: [share] })).map(({ value, certainty }) => [value, certainty])).toEqual([
      [50, "claimed"],
      [80, "imported"],
    ]);
  });

  test("Olivier cannot bring figures of Huye", async () => {
    const brought = file("FILE-P,Huye,2025-05-01,2025-05-31,50,,,,,R");
    const { rejected } = await checkFigures(world.db, brought, { within: new Set([musanze]), today: "2025-11-17" });
    expect(rejected[0]?.reasons[0]?.code).toBe("measure.notYours");
  });
});
