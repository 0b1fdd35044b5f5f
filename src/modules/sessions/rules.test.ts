/** The decisions about sessions that need no database, as tables of cases. */
import { describe, expect, it } from "vitest";
import { join } from "node:path";
import { loadPack } from "#kernel/pack/load.ts";
import { ruleSetOn } from "#kernel/pack/lookup.ts";
import { ROOT } from "#test/support/fixed.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { partsFor } from "./actions-session.ts";
import { stateFor } from "./demo-schedule.ts";
import { personalData } from "./personal-data.ts";
import { groupsOfPostType } from "./candidates.ts";
import { calendarOf } from "./events.ts";
import { enrolmentFlow, sessionFlow, type EnrolmentSituation, type Situation } from "./flows.ts";
import { ageBandOf, fewestNames, learnerKind, verbs, wantsSeparateApproval } from "./rules.ts";

const pack = await loadPack(join(ROOT, "packs/rwanda"));

describe("people as they were then", () => {
  it.each([
    [2001, "2025-11-17", "16_24"],
    [1990, "2025-11-17", "25_35"],
    [1966, "2025-11-17", "36_59"],
    [1965, "2025-11-17", "60_plus"],
    [null, "2025-11-17", null],
  ])("Somebody born in %s stands in the age band of %s as %s", (born, on, band) => {
    expect(ageBandOf(pack, born, on)).toBe(band);
  });

  it.each([
    ["2025-08-01", "new"],
    ["2025-05-17", "returning"],
    ["2024-01-01", "returning"],
    [null, "returning"],
  ])("Whoever came to the post on %s is %s to a session in November", (since, kind) => {
    expect(learnerKind(since, "2025-11-17", "2025-05-17")).toBe(kind);
  });
});

describe("who is kept apart", () => {
  it("No role that runs sessions approves names, whatever becomes of the list of roles", () => {
    expect(Object.keys(verbs.approve.roles).filter((role) => role in verbs.run.roles)).toEqual([]);
  });

  const fine: EnrolmentSituation = { ownNomination: false, separate: true, conducts: false, waiting: false, sessionOpen: true };
  it.each([
    ["another person of the organisation", fine, true],
    ["whoever named her", { ...fine, ownNomination: true }, false],
    ["whoever named her, where the rule set allows it", { ...fine, ownNomination: true, separate: false }, true],
    ["a trainer of the session", { ...fine, conducts: true }, false],
    ["anybody, while she waits for a seat", { ...fine, waiting: true }, false],
    ["anybody, once the session has begun", { ...fine, sessionOpen: false }, false],
  ] as const)("Béata may be approved by %s: %#", (_who, situation, allowed) => {
    expect(enrolmentFlow.steps.approve.check?.(situation) === null).toBe(allowed);
  });
});

describe("what a session waits for", () => {
  const standing: Situation = {
    today: "2025-11-17",
    from: "2026-01-20",
    to: "2026-01-21",
    nominationsClose: "2025-12-24",
    groups: 1,
    seats: 10,
    places: 20,
    placeMissing: false,
    linkMissing: false,
    trainers: 1,
    trainersConfirmed: 1,
    approved: 10,
    toApprove: 0,
    toInvite: 0,
    undecided: 0,
    followUpUntil: "2026-07-20",
  };
  it.each([
    ["openNominations", {}, true],
    ["openNominations", { groups: 0 }, false],
    ["openNominations", { seats: 0 }, false],
    ["openNominations", { seats: 21 }, false],
    ["openNominations", { nominationsClose: "2025-11-16" }, false],
    ["confirm", { approved: 0 }, false],
    ["makeReady", {}, true],
    ["makeReady", { trainersConfirmed: 0 }, false],
    ["makeReady", { placeMissing: true }, false],
    ["makeReady", { linkMissing: true }, false],
    ["makeReady", { toInvite: 3 }, false],
    ["start", {}, false],
    ["start", { today: "2026-01-20" }, true],
    ["deliver", { today: "2026-01-20" }, false],
    ["deliver", { today: "2026-01-21" }, true],
    ["evaluate", { undecided: 1 }, false],
    ["close", { today: "2026-07-19" }, false],
    ["close", { today: "2026-07-20" }, true],
  ] as const)("%s with %j is allowed: %s", (step, change, allowed) => {
    expect((sessionFlow.steps[step].check?.({ ...standing, ...change }) ?? null) === null).toBe(allowed);
  });

  it("Below 60 in 100 of the places there are too few names, and somebody else approves, as the pack says", () => {
    const rules = ruleSetOn(pack, "training", "2025-11-17");
    expect([fewestNames(rules, 40), fewestNames(rules, 25)]).toEqual([24, 15]);
    expect(wantsSeparateApproval(rules)).toBe(true);
  });
});

describe("days and groups", () => {
  it("A session from Thursday to Monday meets on working days only, morning and afternoon, in Kigali’s time", () => {
    const parts = partsFor(pack, { from: "2025-11-20", to: "2025-11-24", halves: "both" });
    expect(parts.map((part) => `${part.day} ${part.half}`)).toEqual([
      "2025-11-20 morning",
      "2025-11-20 afternoon",
      "2025-11-21 morning",
      "2025-11-21 afternoon",
      "2025-11-24 morning",
      "2025-11-24 afternoon",
    ]);
    expect(parts[0]?.startsAt.toISOString()).toBe("2025-11-20T06:30:00.000Z");
  });

  it("A seat of a mayor is replaced from the mayors, not from the sector executive secretaries of the same session", () => {
    expect(groupsOfPostType(pack, ["mayors", "sector_executive_secretaries"], "MAY")).toEqual(["mayors"]);
    expect(groupsOfPostType(pack, ["mayors", "sector_executive_secretaries"], "ACC")).toEqual([]);
  });

  it("A cancelled session is cancelled in the phone’s calendar too", () => {
    const event = {
      id: "a",
      title: "Minutes",
      from: "2026-01-20",
      to: "2026-01-21",
      place: "Huye",
      cancelled: true,
      url: "https://inteko.example",
    };
    const file = calendarOf("Sessions", [event], new Date("2025-11-17T07:00:00Z"));
    expect(file).toContain("STATUS:CANCELLED");
    expect(file).toContain("DTEND;VALUE=DATE:20260122");
  });
});

describe("personal data", () => {
  it("The columns of two declarations about one table do not overlap, so that each is erased once", () => {
    const all = personalData.flatMap((one) => one.columns.map((column) => `${one.table}.${column}`));
    expect(all.length).toBe(new Set(all).size);
  });
});

describe("the demonstration", () => {
  it.each([
    ["2025-01-15", "2025-01-16", "closed"],
    ["2025-09-01", "2025-09-02", "follow_up"],
    ["2025-11-03", "2025-11-04", "evaluated"],
    ["2025-11-12", "2025-11-13", "delivered"],
    ["2025-11-17", "2025-11-18", "running"],
    ["2025-11-20", "2025-11-21", "ready"],
    ["2025-12-03", "2025-12-04", "confirmed"],
    ["2026-01-08", "2026-01-09", "nominations_open"],
    ["2026-03-02", "2026-03-03", "planned"],
  ])("On 17 November 2025 a session from %s to %s is %s", (from, to, state) => {
    expect(stateFor({ today: "2025-11-17", pack } as DemoContext, from, to, false)).toBe(state);
  });
});
