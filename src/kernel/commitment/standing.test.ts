/** What answers make of a commitment, and what a text message says. */
import { describe, expect, it } from "vitest";
import { differs, standingOf, stateAfter, type Answer, type Answered } from "./standing.ts";
import { answerIn } from "./typed.ts";

const said = (answer: Answer | null, due = "2026-02-10"): Answered => ({ due, side: "self", answer });
const seen = (answer: Answer | null, due = "2026-02-10"): Answered => ({ due, side: "verifier", answer });

describe("how a commitment stands", () => {
  it.each([
    ["nobody has answered", [said(null), seen(null)], "waiting", "open"],
    ["Béata says yes, Vestine nothing", [said("yes"), seen(null)], "claimed", "done"],
    ["Vestine says yes, Béata nothing", [said(null), seen("yes")], "verified", "verified"],
    ["Béata says yes, Vestine no: Vestine’s word stands", [said("yes"), seen("no")], "not_applied", "not_verified"],
    ["Béata says no, Vestine yes", [said("no"), seen("yes")], "verified", "verified"],
    ["Vestine says partly", [said("yes"), seen("partly")], "partly", "done"],
    ["both say partly", [said("partly"), seen("partly")], "partly", "doing"],
    ["Béata says no", [said("no"), seen(null)], "not_applied", "open"],
    ["seen in February and no longer in May", [seen("yes"), seen("no", "2026-05-10")], "not_applied", "not_verified"],
    ["an unanswered May leaves February standing", [seen("yes"), seen(null, "2026-05-10")], "verified", "verified"],
    ["rows in any order", [seen("no", "2026-05-10"), seen("yes")], "not_applied", "not_verified"],
  ] as const)("%s", (_, readings, standing, state) => {
    expect(standingOf(readings)).toBe(standing);
    expect(stateAfter(readings)).toBe(state);
  });

  it("the two sides differ only when one says yes and the other no of the same step", () => {
    const pair = (a: Answer | null, b: Answer | null, step = "first") => [
      { ...said(a), step: "first" },
      { ...seen(b), step },
    ];
    expect(differs(pair("yes", "no"))).toBe(true);
    expect(differs(pair("no", "yes"))).toBe(true);
    expect(differs(pair("yes", "partly"))).toBe(false);
    expect(differs(pair("yes", null))).toBe(false);
    expect(differs(pair("yes", "no", "second"))).toBe(false);
  });
});

describe("an answer typed on a telephone", () => {
  it.each([
    ["1", "yes"],
    [" 2 ", "partly"],
    ["3.", "no"],
    ["Yego", "yes"],
    ["OUI", "yes"],
    ["oya", "no"],
    ["En partie", "partly"],
    ["igice", "partly"],
    ["partly", "partly"],
    ["1 murakoze", "yes"],
    ["2 only", "partly"],
    ["4", null],
    ["", null],
    ["we will see what becomes of it", null],
    ["no problem", null],
  ] as const)("“%s” is %s", (text, answer) => {
    expect(answerIn(text)).toBe(answer);
  });
});
