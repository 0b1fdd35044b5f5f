/** The rule that decides certificates, as a table of cases. */
import { describe, expect, it } from "vitest";
import { exceptionFlow, suggest, type Known } from "./rules.ts";
import { typedNumber } from "./verify.ts";

const all: Known = {
  minutes: 480,
  offered: 480,
  attendanceMinimum: 80,
  passMark: 60,
  tested: true,
  score: 72,
  passed: true,
  excepted: false,
};

describe("the outcome that the rule suggests", () => {
  it.each([
    ["Béata came all the time and passed", {}, "competent", "passed"],
    ["Béata came exactly 80 % and passed", { minutes: 384 }, "competent", "passed"],
    ["Espérance came one minute less than 80 %", { minutes: 383 }, "attended_only", "too_little"],
    ["Jean-Bosco was not there", { minutes: 0 }, "absent", "absent"],
    ["Pacifique’s test has no result yet", { score: null, passed: null }, null, "no_result"],
    ["Pacifique did not pass", { score: 45, passed: false }, "attended_only", "not_passed"],
    ["Too little attendance stands before a missing result", { minutes: 100, score: null, passed: null }, "attended_only", "too_little"],
    ["A course without a test asks for attendance alone", { tested: false, score: null, passed: null }, "competent", "attended_enough"],
    ["An exception makes Espérance competent", { minutes: 200, excepted: true }, "competent", "excepted"],
    ["No exception brings Jean-Bosco into the room", { minutes: 0, excepted: true }, "absent", "absent"],
    ["Nothing was offered: nobody was there", { minutes: 0, offered: 0 }, "absent", "absent"],
  ] as const)("%s", (_, change, outcome, because) => {
    expect(suggest({ ...all, ...change })).toEqual({ outcome, because });
  });
});

describe("who may grant an exception", () => {
  const nobody = { askedByActor: false, tookAttendance: false, ownOutcome: false };
  it.each([
    ["Aimable, who had nothing to do with it", nobody, null],
    ["Claudine, who asked for it herself", { ...nobody, askedByActor: true }, "You asked"],
    ["whoever stood at the door", { ...nobody, tookAttendance: true }, "You took attendance"],
    ["the person it is about", { ...nobody, ownOutcome: true }, "about yourself"],
  ] as const)("%s", (_, facts, why) => {
    const refusal = exceptionFlow.steps.grant.check?.(facts) ?? null;
    if (why === null) expect(refusal).toBeNull();
    else expect(refusal?.text.en).toContain(why);
  });
});

describe("checking numbers", () => {
  it("reads a number as people type it", () => {
    expect(typedNumber(" 2025 ralga abc–defg ")).toBe("2025-RALGA-ABC-DEFG");
  });
});
