import { describe, expect, test } from "vitest";
import { holidaysOf, isWorkingDay } from "#kernel/calendar/calendar.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { PackError, sayProblem } from "./findings.ts";
import { islandFiles, islandPack, loadFiles } from "./island.fixture.ts";
import { allowanceOn, codesOf, membersOn, postTypesAt, unitOf } from "./lookup.ts";

/** Loads the invented pack with one file changed and returns what is said about it. */
function said(file: string, change: (content: string) => string): readonly string[] {
  const files = islandFiles();
  const before = files[file] as string;
  const after = change(before);
  expect(after, "the planted mistake must change the file").not.toBe(before);
  files[file] = after;
  try {
    loadFiles(files);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.problems.map(sayProblem);
  }
}

const swap = (from: string, to: string) => (content: string) => content.replace(from, to);

describe("Amina loads the pack of an invented country and nothing in the code misses Rwanda", () => {
  const pack = islandPack();

  test("tiers, weekend, fiscal year and money are the islands’ own", () => {
    expect(pack.tiers.map((tier) => tier.code)).toEqual(["ISL", "COM", "QUA", "ALM"]);
    expect(pack.currency).toEqual({ code: "TND", exponent: 3 });
    expect(isWorkingDay(pack.calendar, "2025-11-16")).toBe(true); // a Sunday
    expect(isWorkingDay(pack.calendar, "2025-11-14")).toBe(false); // a Friday
    expect(fiscalYearOf(pack.calendar, "2025-11-16").label).toBe("2025");
    expect(holidaysOf(pack.calendar, 2025).map((holiday) => holiday.day)).toEqual(["2025-03-04", "2025-09-29", "2025-10-06"]);
  });

  test("an island that gave up its legal personality has a warden instead of a chief", () => {
    expect(membersOn(pack, "2019-12-31")).toHaveLength(2);
    expect(membersOn(pack, "2020-01-01").map((member) => member.unit)).toEqual(["M1"]);
    expect(postTypesAt(pack, "M2", "2019-12-31").map((type) => type.code)).toEqual(["CHI", "TRE"]);
    expect(postTypesAt(pack, "M2", "2020-01-01").map((type) => type.code)).toEqual(["WAR", "TRE"]);
  });

  test("a rule changes on its day and a code that is out of force is no longer offered", () => {
    expect(allowanceOn(pack, "handover", "file_within", "2025-06-30").amount).toBe(5);
    expect(allowanceOn(pack, "handover", "file_within", "2025-07-01").amount).toBe(3);
    expect(codesOf(pack, "context_group", "2025-01-01").map((code) => code.code)).toEqual(["port"]);
    expect(codesOf(pack, "size_class")[0]?.flags).toEqual({ min: "1", max: "900" });
  });

  test("a Kinyarwanda term nobody has supplied is the English one, marked for review", () => {
    expect(pack.tiers[1]?.names.rw).toBe("≈Commune");
    expect(unitOf(pack, "M1").names).toEqual({
      en: "North Island",
      fr: "Île du Nord",
      rw: "North Island",
    });
  });

  test("nobody can change a loaded pack", () => {
    expect(() => Object.assign(pack.tiers[0] as object, { code: "X" })).toThrow(TypeError);
    expect(() => (pack.calendar.workingWeek as number[]).push(5)).toThrow(TypeError);
  });
});

describe("Amina plants a mistake in one file and is told the file, the row, the column and what is wrong", () => {
  test.each([
    ["a code used twice", "tiers.csv", swap("QUA,", "COM,"), "tiers.csv, row 4, column code: COM is already used in row 3"],
    ["a missing French name", "tiers.csv", swap("Commune,Commune,", "Commune,,"), "tiers.csv, row 3, column fr: is empty"],
    [
      "a straight apostrophe",
      "tiers.csv",
      swap("État insulaire", "L'État"),
      "tiers.csv, row 2, column fr: has a straight apostrophe; write ’ instead",
    ],
    [
      "a mark for review in the middle",
      "tiers.csv",
      swap("≈Igihugu", "Igihugu≈"),
      "tiers.csv, row 2, column rw: has ≈ inside; the mark stands first",
    ],
    [
      "a territory without level",
      "tiers.csv",
      swap("territory,1", "territory,"),
      "tiers.csv, row 3, column level: a territory has a level and no other tier has one",
    ],
    ["an unknown parent", "units.csv", swap("QUA,M1", "QUA,M9"), "units.csv, row 5, column parent_code: there is no unit M9"],
    [
      "a parent below its child",
      "units.csv",
      swap("COM,M,", "COM,M11,"),
      "units.csv, row 3, column parent_code: Harbour is no unit above tier COM",
    ],
    [
      "dates the wrong way round",
      "units.csv",
      swap("QUA,M1,,", "QUA,M1,2021-01-01,2020-01-01"),
      "units.csv, row 5, column valid_to: 2020-01-01 must lie after 2021-01-01; it is the first day on which the fact no longer holds",
    ],
    [
      "a date that does not exist",
      "units.csv",
      swap("QUA,M1,,", "QUA,M1,2021-02-30,"),
      'units.csv, row 5, column valid_from: "2021-02-30" is no date; a date is written yyyy-mm-dd',
    ],
    [
      "two memberships at one time",
      "members.csv",
      swap("no,M1,no,2020-01-01", "no,M1,no,2019-01-01"),
      "members.csv, row 4, column valid_from: M2 is already given for this time in row 3",
    ],
    [
      "a member through itself",
      "members.csv",
      swap("M1,yes,,", "M1,yes,M2,"),
      "members.csv, row 2, column member_via: a member in its own right takes part through nobody",
    ],
    [
      "a context outside the list",
      "contexts.csv",
      swap("port", "desert"),
      "contexts.csv, row 2, column context_group: desert is no code of list context_group",
    ],
    [
      "two tiles on one square",
      "tiles.csv",
      swap("SOU,1,2", "SOU,1,1"),
      "tiles.csv, row 3, column row: The square in column 1 of row 1 is already used in row 2",
    ],
    [
      "a post type with an unknown tier",
      "post-types.csv",
      swap("CHI,Chief of the commune,Chef de la commune,—,COM", "CHI,Chief of the commune,Chef de la commune,—,TOWN"),
      "post-types.csv, row 2, column tiers: TOWN is no tier of tiers.csv",
    ],
    [
      "an unknown role",
      "post-types.csv",
      swap("mayor learner", "queen learner"),
      "post-types.csv, row 2, column roles: queen is no role; the roles are listed in roles.ts",
    ],
    [
      "an unknown supervisor",
      "post-types.csv",
      swap(",CHI,finance", ",QQQ,finance"),
      "post-types.csv, row 4, column supervisor: there is no post type QQQ",
    ],
    [
      "a supervisor below",
      "post-types.csv",
      swap(",CHI,finance", ",ELD,finance"),
      "post-types.csv, row 4, column supervisor: ELD exists only below TRE and cannot supervise it",
    ],
    [
      "a circle of supervisors",
      "post-types.csv",
      swap("4,,mayor", "4,TRE,mayor"),
      "post-types.csv, row 2, column supervisor: CHI would end up supervising itself",
    ],
    [
      "two heads of one body",
      "post-types.csv",
      swap("COM,no,1,appointed,yes", "COM,any,1,appointed,yes"),
      "post-types.csv, row 3, column head: The head of tier COM with legal personality is already used in row 2",
    ],
    [
      "no seat",
      "post-types.csv",
      swap("any,2,appointed", "any,0,appointed"),
      "post-types.csv, row 4, column seats: must be 1 or more, or empty when it differs",
    ],
    ["a missing column", "post-types.csv", swap("seats,", "chairs,"), "post-types.csv, row 1, column seats: this column is missing"],
    [
      "a group of nobody",
      "groups.json",
      swap('"postTypes":["CHI"],', ""),
      "groups.json, groups[0], column postTypes: a group names post types, tiers or roles",
    ],
    [
      "a group of an unknown post type",
      "groups.json",
      swap('["CHI"]', '["ZZZ"]'),
      "groups.json, groups[0], column postTypes: there is no post type ZZZ",
    ],
    [
      "a list without a name",
      "code-lists.csv",
      swap("retention_start,closed", "starts,closed"),
      "code-lists.csv, row 11, column list: starts is not named in list list",
    ],
    [
      "a code twice at one time",
      "code-lists.csv",
      swap("context_group,inland", "context_group,port"),
      "code-lists.csv, row 8, column code: context_group port is already given for this time in row 7",
    ],
    [
      "an impossible date of the year",
      "holidays.json",
      swap('"month":3,"date":4', '"month":2,"date":30'),
      "holidays.json, holidays[0], column date: must be a whole number from 1 to 29",
    ],
    [
      "a moved holiday that is none",
      "holidays.json",
      swap('"except":[]', '"except":["carnival"]'),
      "holidays.json, weekendHoliday, column except: there is no holiday carnival",
    ],
    [
      "a working week of nothing",
      "calendar.json",
      swap("[7,1,2,3,4]", "[]"),
      "calendar.json, column workingWeek: must list the worked weekdays, 1 for Monday to 7 for Sunday",
    ],
    [
      "two rule sets at one time",
      "rules.json",
      swap('"validTo":"2025-07-01"', '"validTo":"2025-07-02"'),
      "rules.json, ruleSets[1], column validFrom: handover is already given for this time in ruleSets[0]",
    ],
    [
      "a step to nobody",
      "rules.json",
      swap('"secretary_general"', '"king"'),
      "rules.json, ruleSets[1].steps[1], column to: king is neither owner, supervisor, head nor a role",
    ],
    [
      "a value that does not fit its unit",
      "rules.json",
      swap('"value":5', '"value":"five"'),
      'rules.json, ruleSets[0].parameters[0], column value: "five" does not fit the unit working_days',
    ],
    [
      "a duty of an unknown role",
      "duties.json",
      swap("finance_officer", "banker"),
      "duties.json, duties[0], column owner: banker is no role; the roles are listed in roles.ts",
    ],
    [
      "a purpose without legal basis",
      "retention.json",
      swap('"consent"', '"habit"'),
      "retention.json, purposes[0], column basis: habit is no code of list legal_basis",
    ],
    [
      "an unknown time zone",
      "pack.json",
      swap("Europe/Lisbon", "Marama/Harbour"),
      'pack.json, column timeZone: "Marama/Harbour" is no time zone of the IANA list',
    ],
    [
      "a pattern that cannot be read",
      "pack.json",
      swap("^[A-Z]", "^[A-Z"),
      /^pack\.json, nationalId, column pattern: is no regular expression/,
    ],
    ["a name in two languages only", "words.json", swap('"fr":"island (fr)",', ""), "words.json, terms[0].names, column fr: is empty"],
    ["a file that is no JSON", "duties.json", swap("{", "["), /^duties\.json: is not JSON/],
  ] as const)("%s in %s", (_what, file, change, sentence) => {
    const sentences = said(file, change);
    if (typeof sentence === "string") expect(sentences).toContain(sentence);
    else expect(sentences).toContainEqual(expect.stringMatching(sentence));
  });

  test("three mistakes in three files are told at once", () => {
    const files = islandFiles();
    delete files["tiles.csv"];
    files["units.csv"] = (files["units.csv"] as string).replace("QUA,M1", "QUA,M9");
    files["groups.json"] = (files["groups.json"] as string).replace('"F"', '"X"');
    expect(() => loadFiles(files)).toThrow(
      "The country pack has 3 problems:\n" +
        "units.csv, row 5, column parent_code: there is no unit M9\n" +
        "tiles.csv: this file is missing from the pack\n" +
        'groups.json, groups[0], column sex: "X" is none of F, M',
    );
  });
});
