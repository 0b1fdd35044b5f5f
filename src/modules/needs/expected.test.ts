/** What is expected of whom about one organisation in a round, state by state. */
import { describe, expect, test } from "vitest";
import { expectedNow, type ExpectationFacts } from "./expected.ts";

const facts = (own: {
  readonly round?: Partial<ExpectationFacts["round"]>;
  readonly part?: Partial<ExpectationFacts["part"]>;
  readonly needs?: ExpectationFacts["needs"];
  readonly responses?: ExpectationFacts["responses"];
  readonly today?: string;
}): ExpectationFacts => ({
  round: {
    state: "open",
    opens: "2025-11-17",
    closes: "2025-11-28",
    validateBy: "2025-12-12",
    replyBy: "2026-01-09",
    due: "2026-01-20",
    ...own.round,
  },
  part: { name: "Huye", state: "invited", invited: 35, answered: 26, ...own.part },
  needs: own.needs ?? [],
  responses: own.responses ?? [],
  contestBy: "2026-01-15",
  today: own.today ?? "2025-11-20",
});
const SHARED = { state: "shared" } as const;

describe("who is waited for, in Huye", () => {
  test.each([
    ["nobody before it opens", { round: { state: "launched" } }, null, null, "info"],
    ["nine posts while it is open, followed on the page of coverage", {}, "coverage", null, "info"],
    ["nobody once all have answered", { part: { answered: 35 } }, null, null, "good"],
    ["Jean-Bosco or Vestine to confirm", { round: { state: "validation" } }, "validate", "hr_director", "watch"],
    ["Jean-Bosco still, when it is late", { round: { state: "validation" }, today: "2025-12-13" }, "validate", "hr_director", "late"],
    [
      "Claudine to moderate once confirmed",
      { round: { state: "validation" }, part: { state: "validated" } },
      "moderate",
      "capacity_manager",
      "watch",
    ],
    ["Claudine to share", { round: { state: "moderated" }, part: { state: "moderated" } }, "share", "capacity_manager", "watch"],
    ["Vestine to reply", { round: SHARED, part: SHARED, needs: [{ state: "shared" }] }, "reply", "executive_secretary", "watch"],
    [
      "Claudine to answer what Vestine contests",
      { round: SHARED, part: { state: "contested" }, needs: [{ state: "contested" }] },
      "answerContest",
      "capacity_manager",
      "watch",
    ],
    [
      "nobody when Vestine has accepted and others reply",
      { round: SHARED, part: { state: "accepted" }, needs: [{ state: "accepted" }] },
      null,
      null,
      "good",
    ],
    [
      "Claudine to respond",
      { round: { state: "planning" }, part: { state: "accepted" }, needs: [{ state: "accepted" }] },
      "respond",
      "capacity_manager",
      "watch",
    ],
    [
      "nobody when every need is answered",
      { round: { state: "planning" }, part: { state: "accepted" }, needs: [{ state: "responded" }] },
      null,
      null,
      "good",
    ],
    [
      "nobody of a closed round whose responses go on",
      { round: { state: "closed" }, responses: [{ state: "planned", due: "2026-03-01" }] },
      null,
      null,
      "info",
    ],
    [
      "nobody of a closed round with nothing left",
      { round: { state: "closed" }, responses: [{ state: "done", due: "2026-03-01" }] },
      null,
      null,
      "good",
    ],
    ["nobody of a cancelled round", { round: { state: "cancelled" } }, null, null, "rest"],
  ] as [string, Parameters<typeof facts>[0], string | null, string | null, string][])("%s", (_, own, step, role, tone) => {
    const expected = expectedNow(facts(own));
    expect([expected.step, expected.by?.roles[0] ?? null, expected.tone]).toEqual([step, role, tone]);
  });

  test("of running responses the next day is named", () => {
    const responses = [
      { state: "running", due: "2026-05-01" },
      { state: "planned", due: "2026-03-01" },
      { state: "done", due: "2026-01-01" },
    ] as const;
    expect(expectedNow(facts({ round: { state: "closed" }, responses })).values).toEqual({ count: 2, day: "01/03/2026" });
  });
});
