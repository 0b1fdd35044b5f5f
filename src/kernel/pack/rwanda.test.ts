import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { holidayOn, isWorkingDay } from "#kernel/calendar/calendar.ts";
import { speak } from "#platform/i18n/text.ts";
import { loadPack } from "./load.ts";
import {
  allowanceOn,
  codesOf,
  contextOf,
  groupOf,
  membershipOn,
  membersOn,
  numberOn,
  postTypeOf,
  postTypesAt,
  postTypesWith,
  tierOf,
  tileOf,
  unitOf,
} from "./lookup.ts";
import { unconfirmedFacts, unreviewedTexts } from "./review.ts";
import { ROLES } from "./roles.ts";
import { roleNames } from "./words.ts";

const pack = loadPack(fileURLToPath(new URL("../../../packs/rwanda", import.meta.url)));
const day = "2025-11-17";

describe("Claudine of the association finds her country in the pack", () => {
  test("28 members, of which one is the City of Kigali, and 31 places", () => {
    expect(membersOn(pack, day)).toHaveLength(28);
    expect(membersOn(pack, "2018-01-01")).toHaveLength(31);
    expect(pack.members.filter((member) => member.validTo === null)).toHaveLength(31);
    expect(membershipOn(pack, "12", day)).toMatchObject({
      isMember: false,
      memberVia: "1",
      hasLegalPersonality: false,
    });
  });

  test.each([
    ["PRV", 4],
    ["CIT", 1],
    ["DIS", 30],
    ["SEC", 416],
    ["CEL", 0],
    ["VIL", 0],
  ])("tier %s has %i units; cells and villages are imported", (tier, count) => {
    expect(pack.units.filter((unit) => unit.tier === tier)).toHaveLength(count);
  });

  test("all thirty districts stand on the tile map and have a context that is still to be confirmed", () => {
    const districts = pack.units.filter((unit) => unit.tier === "DIS");
    expect(districts.filter((unit) => tileOf(pack, unit.code) === undefined)).toEqual([]);
    expect(districts.map((unit) => contextOf(pack, unit.code)?.unconfirmed)).toEqual(districts.map(() => true));
    expect(tileOf(pack, "24")).toMatchObject({ code: "HUY", column: 3, row: 6 });
    expect(unitOf(pack, "2409").parent).toBe("24");
  });

  test("Huye has seventeen councillors and a mayor; Gasabo has an administrator and neither", () => {
    expect(postTypesAt(pack, "24", day).find((type) => type.code === "CLR")?.seats).toBe(17);
    const gasabo = postTypesAt(pack, "12", day).map((type) => type.code);
    expect(gasabo).toContain("DEA");
    expect(gasabo).not.toContain("CLR");
    expect(gasabo).not.toContain("MAY");
    const unitsWithPosts = pack.units.filter((unit) => postTypesAt(pack, unit.code, day).length > 0);
    expect(unitsWithPosts.filter((unit) => !postTypesAt(pack, unit.code, day).some((type) => type.isHead))).toEqual([]);
  });

  test("every role is carried by some post", () => {
    expect(ROLES.filter((role) => postTypesWith(pack, role).length === 0)).toEqual([]);
  });

  test("the groups the association trains are there", () => {
    expect(groupOf(pack, "district_councillors").postTypes).toEqual(["CLR", "CCR"]);
    expect(groupOf(pack, "jadf_permanent_secretaries").postTypes).toEqual(["JPS"]);
    expect(groupOf(pack, "new_staff").maxMonthsInPost).toBe(6);
    expect(groupOf(pack, "women_leaders").sex).toBe("F");
  });

  test("there are 22 fields of capacity and 8 causes, of which only lack of knowledge calls for a course", () => {
    expect(codesOf(pack, "capacity_domain", day)).toHaveLength(22);
    const causes = codesOf(pack, "gap_cause", day);
    expect(causes.filter((code) => code.flags["knowledge_skill"]).map((code) => code.code)).toEqual(["knowledge_skill"]);
    expect(causes).toHaveLength(8);
  });

  test.each([
    ["needs_round", "minimum_respondents", 5],
    ["needs_round", "response_within", 90],
    ["handover", "file_within", 5],
    ["handover", "ceremony_within", 10],
    ["handover", "induction_within", 60],
    ["staffing", "acting_longer_than", 90],
    ["disclosure", "smallest_cell", 5],
    ["induction", "new_staff_within", 6],
    ["data_protection", "breach_notice_within", 48],
    ["information_request", "standard_within", 3],
    ["information_request", "extension", 14],
  ])("rule %s.%s is %i", (set, parameter, value) => {
    expect(numberOn(pack, set, parameter, day)).toBe(value);
  });

  test("a journalist has two days and a life at stake twenty-four hours", () => {
    expect(allowanceOn(pack, "information_request", "journalist_within", day)).toEqual({
      amount: 2,
      unit: "days",
    });
    expect(allowanceOn(pack, "information_request", "life_liberty_within", day)).toEqual({
      amount: 24,
      unit: "hours",
    });
  });
});

describe("Holidays of the Presidential Order of 2017, as they fall", () => {
  test.each([
    ["2026-04-03", "good_friday"],
    ["2026-04-06", "easter_monday"],
    ["2026-08-07", "umuganura"],
    ["2025-08-01", "umuganura"],
    ["2026-02-02", "heroes"], // 1 February 2026 is a Sunday
    ["2022-01-03", "new_year"], // Saturday and Sunday share one day
    ["2022-12-27", "christmas"], // Monday the 26th is a holiday already
    ["2023-04-11", "good_friday"], // fell on 7 April, a holiday of its own
  ])("%s is %s", (date, code) => {
    expect(holidayOn(pack.calendar, date)?.code).toBe(code);
  });

  test.each([
    ["2022-01-04", "1 and 2 January fell on one weekend and only Monday the 3rd made up for them"],
    ["2024-04-08", "7 April was a Sunday and never moves"],
    ["2018-04-09", "7 April was a Saturday and never moves"],
  ])("%s is worked: %s", (date) => {
    expect(isWorkingDay(pack.calendar, date)).toBe(true);
  });

  test("Eid follows the announced calendar and is marked unconfirmed", () => {
    expect(holidayOn(pack.calendar, "2026-03-20")).toMatchObject({
      code: "eid_al_fitr",
      unconfirmed: true,
    });
  });

  test("the Eid dates of the pack lie within a day of the Umm al-Qura calendar", () => {
    const islamic = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", {
      timeZone: "UTC",
      month: "numeric",
      day: "numeric",
    });
    const expected: Record<string, string> = { eid_al_fitr: "10/1", eid_al_adha: "12/10" };
    const checked = pack.calendar.holidayRules.flatMap((rule) =>
      rule.kind === "dated" ? rule.days.map(({ day: on }) => [rule.code, on]) : [],
    );
    expect(checked.length).toBeGreaterThan(10);
    for (const [code, on] of checked as [string, string][]) {
      const around = [-1, 0, 1].map((n) => islamic.format(new Date(Date.parse(on) + n * 86_400_000)).split(" ")[0]);
      expect(around, `${code} ${on}`).toContain(expected[code]);
    }
  });
});

describe("Jeannette, a native reader, gets the list of what she must look at", () => {
  test("every marked text is listed with its place and no mark is printed", () => {
    const texts = unreviewedTexts(pack);
    expect(texts.find(({ where }) => where === "postTypes[CAS].names")?.what.rw).toBe("≈Council affairs specialist");
    expect(texts.some(({ where }) => where === "postTypes[MAY].names")).toBe(false);
    const say = speak("rw");
    expect(texts.filter(({ what }) => say(what).includes("≈") || say(what).includes("—"))).toEqual([]);
  });

  test("unconfirmed facts are listed with their source", () => {
    const facts = unconfirmedFacts(pack);
    expect(facts.find(({ where }) => where === "calendar.weekendHoliday")?.what).toContain("54/01");
    expect(facts.some(({ where }) => where === "ruleSets[recruitment].parameters.pass_average")).toBe(true);
    expect(facts.find(({ where }) => where === "ruleSets[needs_round].parameters.need_gap")?.what).toContain(
      "to be confirmed by the association",
    );
  });

  test("French keeps a narrow space before a colon and no text has a straight apostrophe", () => {
    const bad: string[] = [];
    const look = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const { en, fr, rw } = value as Record<string, unknown>;
      if (typeof fr === "string" && / [:;?!%]/.test(fr)) bad.push(fr);
      for (const text of [en, fr, rw]) if (typeof text === "string" && text.includes("'")) bad.push(text);
      Object.values(value).forEach(look);
    };
    look([pack, roleNames]);
    expect(bad).toEqual([]);
  });

  test("tiers carry singular and plural", () => {
    expect([tierOf(pack, "DIS").names.rw, tierOf(pack, "DIS").plural.rw]).toEqual(["Akarere", "Uturere"]);
    expect(postTypeOf(pack, "MAY").names.rw).toBe("Umuyobozi w’Akarere (Meya)");
  });
});
