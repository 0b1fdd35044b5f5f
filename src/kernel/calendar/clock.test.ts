import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueAt, isLate, isPaused, lateBy, pauseClock, resumeClock, startClock, stepsReached, stopClock } from "./clock.ts";
import type { Allowance, Clock } from "./clock.ts";
import { plain, summery } from "./plain.fixture.ts";

/** A wall clock in Kigali, two hours ahead of UTC. */
const at = (local: string) => new Date(`${local.replace(" ", "T")}:00+02:00`);
const wd = (amount: number): Allowance => ({ amount, unit: "working_days" });
const clockFrom = (local: string, ...pauses: [string, string | null][]): Clock =>
  pauses.reduce(
    (clock, [from, to]) => {
      const paused = pauseClock(clock, at(from), "waiting for the resident");
      return to === null ? paused : resumeClock(paused, at(to));
    },
    startClock(at(local)),
  );

describe("Béata sees when her answer falls due", () => {
  test.each<[string, Clock, Allowance, string | null]>([
    ["three working days from Monday", clockFrom("2025-11-17 09:00"), wd(3), "2025-11-20"],
    ["received on Friday evening", clockFrom("2025-11-14 18:30"), wd(3), "2025-11-19"],
    ["received on Sunday", clockFrom("2025-11-16 10:00"), wd(3), "2025-11-19"],
    ["just before midnight still counts as that day", clockFrom("2025-11-17 23:59"), wd(1), "2025-11-18"],
    ["over Easter and 7 April 2026", clockFrom("2026-04-02 09:00"), wd(3), "2026-04-10"],
    ["two calendar days over a weekend", clockFrom("2025-11-14 09:00"), { amount: 2, unit: "days" }, "2025-11-16"],
    ["the same day", clockFrom("2025-11-17 09:00"), { amount: 0, unit: "days" }, "2025-11-17"],
    ["ninety days", clockFrom("2025-10-31 09:00"), { amount: 90, unit: "days" }, "2026-01-29"],
    ["six months from 31 August", clockFrom("2025-08-31 09:00"), { amount: 6, unit: "months" }, "2026-02-28"],
    ["six months over a leap day", clockFrom("2023-08-31 09:00"), { amount: 6, unit: "months" }, "2024-02-29"],
    ["paused for two whole days", clockFrom("2025-11-17 09:00", ["2025-11-18 08:00", "2025-11-20 08:00"]), wd(3), "2025-11-24"],
    ["paused and resumed within one day", clockFrom("2025-11-17 09:00", ["2025-11-18 08:00", "2025-11-18 15:00"]), wd(3), "2025-11-20"],
    ["paused over a weekend loses nothing", clockFrom("2025-11-14 09:00", ["2025-11-15 08:00", "2025-11-16 15:00"]), wd(1), "2025-11-17"],
    [
      "paused twice",
      clockFrom("2025-11-17 09:00", ["2025-11-18 08:00", "2025-11-19 08:00"], ["2025-11-20 08:00", "2025-11-21 08:00"]),
      wd(3),
      "2025-11-24",
    ],
    ["still paused", clockFrom("2025-11-17 09:00", ["2025-11-18 08:00", null]), wd(3), null],
    ["paused only after it was due", clockFrom("2025-11-10 09:00", ["2025-11-18 08:00", null]), wd(3), "2025-11-13"],
    [
      "months and a pause of ten days",
      clockFrom("2025-09-01 09:00", ["2025-09-05 08:00", "2025-09-15 08:00"]),
      { amount: 1, unit: "months" },
      "2025-10-11",
    ],
  ])("%s", (_what, clock, allowance, day) => {
    expect(dueAt(clock, allowance, plain)?.day ?? null).toBe(day);
  });

  test("a day in time ends at midnight in the pack’s zone, also in the week the clocks change", () => {
    expect(dueAt(clockFrom("2025-11-17 09:00"), wd(3), plain)?.at).toBe("2025-11-20T22:00:00.000Z");
    const spring = startClock(new Date("2025-03-28T10:00:00Z"));
    expect(dueAt(spring, { amount: 2, unit: "days" }, summery)).toEqual({
      day: "2025-03-30",
      at: "2025-03-30T22:00:00.000Z",
    });
    const autumn = startClock(new Date("2025-10-24T10:00:00Z"));
    expect(dueAt(autumn, { amount: 2, unit: "days" }, summery)).toEqual({
      day: "2025-10-26",
      at: "2025-10-26T23:00:00.000Z",
    });
  });

  test.each<[string, Clock, string | null]>([
    ["a full day and night", clockFrom("2025-11-14 16:20"), "2025-11-15T14:20:00.000Z"],
    ["with two hours of waiting", clockFrom("2025-11-14 16:20", ["2025-11-14 20:00", "2025-11-14 22:00"]), "2025-11-15T16:20:00.000Z"],
    ["while waiting", clockFrom("2025-11-14 16:20", ["2025-11-14 20:00", null]), null],
    ["a pause after the end changes nothing", clockFrom("2025-11-14 16:20", ["2025-11-16 20:00", null]), "2025-11-15T14:20:00.000Z"],
  ])("twenty-four hours are hours by the clock: %s", (_what, clock, expected) => {
    expect(dueAt(clock, { amount: 24, unit: "hours" }, plain)?.at ?? null).toBe(expected);
  });

  test("twenty-four hours stay twenty-four in the night summer time begins", () => {
    const clock = startClock(new Date("2025-03-29T20:00:00Z"));
    expect(dueAt(clock, { amount: 24, unit: "hours" }, summery)?.at).toBe("2025-03-30T20:00:00.000Z");
  });

  test("whatever the pauses, a longer one never brings the due day forward", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 20 }), (first, length, more, amount) => {
        const hours = (n: number) => new Date(Date.parse("2025-11-17T07:00:00Z") + n * 3_600_000);
        const paused = pauseClock(startClock(hours(0)), hours(first), "waiting");
        const short = dueAt(resumeClock(paused, hours(first + length)), wd(amount), plain);
        const long = dueAt(resumeClock(paused, hours(first + length + more)), wd(amount), plain);
        expect((short?.at ?? "") <= (long?.at ?? "")).toBe(true);
      }),
    );
  });
});

describe("Vestine sees how late something is", () => {
  const clock = clockFrom("2025-11-10 09:00"); // three working days: Thursday 13 November
  test.each<[string, Clock, string, Allowance, boolean]>([
    ["in time on the due day at 23:59", clock, "2025-11-13 23:59", wd(0), false],
    ["one working day late on Friday", clock, "2025-11-14 00:00", wd(1), true],
    ["still one on Sunday", clock, "2025-11-16 12:00", wd(1), true],
    ["two on Monday", clock, "2025-11-17 08:00", wd(2), true],
    ["stopped in time stays in time", stopClock(clock, at("2025-11-12 09:00")), "2025-11-30 09:00", wd(0), false],
    ["stopped late stays as late as it was", stopClock(clock, at("2025-11-17 09:00")), "2025-11-30 09:00", wd(2), true],
    ["waiting for somebody is not late", clockFrom("2025-11-10 09:00", ["2025-11-11 09:00", null]), "2025-11-30 09:00", wd(0), false],
  ])("%s", (_what, each, now, expected, late) => {
    expect(lateBy(each, wd(3), plain, at(now))).toEqual(expected);
    expect(isLate(each, wd(3), plain, at(now))).toBe(late);
  });

  test("hours late are begun hours and months late are days", () => {
    const hours: Allowance = { amount: 24, unit: "hours" };
    expect(lateBy(clock, hours, plain, at("2025-11-11 09:00"))).toEqual({
      amount: 1,
      unit: "hours",
    });
    expect(lateBy(clock, hours, plain, at("2025-11-11 10:30"))).toEqual({
      amount: 2,
      unit: "hours",
    });
    expect(lateBy(clock, { amount: 1, unit: "months" }, plain, at("2025-12-12 09:00"))).toEqual({
      amount: 2,
      unit: "days",
    });
  });
});

describe("A ladder reminds before and escalates after", () => {
  const steps = [
    { afterWorkingDays: -1, to: "owner" },
    { afterWorkingDays: 0, to: "owner" },
    { afterWorkingDays: 1, to: "supervisor" },
    { afterWorkingDays: 5, to: "head" },
  ];
  const clock = clockFrom("2025-11-10 09:00");
  test.each<[string, Clock, string, number]>([
    ["nothing two days before", clock, "2025-11-11 09:00", 0],
    ["a reminder the day before", clock, "2025-11-12 09:00", 1],
    ["another on the day", clock, "2025-11-13 09:00", 2],
    ["the supervisor on Friday", clock, "2025-11-14 09:00", 3],
    ["not yet the head on Wednesday", clock, "2025-11-19 09:00", 3],
    ["the head after five working days", clock, "2025-11-20 09:00", 4],
    ["nobody once it is answered", stopClock(clock, at("2025-11-18 09:00")), "2025-11-20 09:00", 0],
    ["nobody while it waits", pauseClock(clock, at("2025-11-18 09:00"), "waiting"), "2025-11-20 09:00", 0],
  ])("%s", (_what, each, now, count) => {
    expect(stepsReached(each, wd(3), steps, plain, at(now))).toEqual(steps.slice(0, count));
  });
});

describe("A clock refuses what makes no sense", () => {
  const clock = startClock(at("2025-11-17 09:00"));
  const paused = pauseClock(clock, at("2025-11-18 09:00"), "waiting");
  test.each<[string, () => unknown, string]>([
    ["a second pause", () => pauseClock(paused, at("2025-11-19 09:00"), "again"), "paused already"],
    ["resuming what runs", () => resumeClock(clock, at("2025-11-19 09:00")), "not paused"],
    ["going back in time", () => resumeClock(paused, at("2025-11-17 10:00")), "cannot go back"],
    ["anything after it stopped", () => pauseClock(stopClock(clock, at("2025-11-19 09:00")), at("2025-11-20 09:00"), "x"), "stopped"],
  ])("%s", (_what, act, message) => {
    expect(act).toThrow(message);
  });

  test("stopping ends an open pause, and the clock that was given stays as it was", () => {
    const stopped = stopClock(paused, at("2025-11-20 09:00"));
    expect(stopped.pauses[0]?.to).toBe("2025-11-20T07:00:00.000Z");
    expect([isPaused(clock), isPaused(paused), isPaused(stopped)]).toEqual([false, true, false]);
    expect(JSON.parse(JSON.stringify(paused))).toEqual(paused);
  });
});
