/** Which question tells what about which capacity, and what one respondent’s answers say. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadPack } from "#kernel/pack/load.ts";
import { capacityOf, domainsOf, headerKey, itemsOf, ratingsOf } from "./capacity.ts";
import { checkCapacity, isCapacityColumn } from "./capacity-check.ts";
import { checkSheets } from "./check-upload.ts";
import { compareModels } from "./compare.ts";
import { EXAMPLE_FIELDS, exampleSheets } from "./example.ts";
import type { Answered } from "./sitting.ts";

const pack = loadPack(join(import.meta.dirname, "../../../packs/rwanda"));
const { model, report } = checkSheets(pack, exampleSheets(pack));

const answered = (answers: Record<string, string>): Answered => ({
  format: 1,
  language: "en",
  values: {},
  answers,
  aside: {},
  instanceName: "",
});

test("the example is without a finding and rates six capacities in six fields", () => {
  expect(report.problems).toEqual([]);
  expect(domainsOf(model!)).toEqual(EXAMPLE_FIELDS.map((field) => field.domain));
  expect(itemsOf(model!).every((item) => Object.keys(item.paths).length === 8)).toBe(true);
});

test("answers become ratings; a capacity without a present level is left out", () => {
  const [pln] = ratingsOf(
    model!,
    answered({
      "/PLN/PLN_level/PLN_current": "2",
      "/PLN/PLN_level/PLN_desired": "5",
      "/PLN/PLN_level/PLN_importance": "critical",
      "/PLN/PLN_why/PLN_cause": "money",
      "/PLN/PLN_strong/PLN_strength": "no",
    }),
  );
  expect(pln).toEqual({
    domain: "PLN",
    item: "planning_from_figures",
    current: 2,
    desired: 5,
    importance: 4,
    cause: "money",
    evidence: null,
    bottleneck: null,
    confidence: null,
    strength: false,
  });
  expect(ratingsOf(model!, answered({ "/PLN/PLN_level/PLN_desired": "5" }))).toEqual([]);
});

test.each([
  ["6", null],
  ["0", null],
  ["2.5", null],
  ["3", 3],
])("a present level of %s counts as %s", (given, level) => {
  const [rating] = ratingsOf(model!, answered({ "/PLN/PLN_level/PLN_current": given }));
  expect(rating?.current ?? null).toBe(level);
});

test("headers are known however they are written", () => {
  expect([headerKey(" Capacity Domain "), isCapacityColumn("Capacity role"), isCapacityColumn("capacity")]).toEqual([
    "capacity_domain",
    true,
    false,
  ]);
});

test("a question takes field and capacity from the group around it, and never the role", () => {
  const group = model!.items.find((item) => item.name === "PLN")!;
  const level = group.kind === "group" ? group.items[0]! : group;
  expect(capacityOf(level, [group])).toEqual({ capacity_domain: "PLN", capacity_item: "planning_from_figures", capacity_role: "" });
});

test("a workbook without these columns has nothing to check, and a role asked twice is found", () => {
  const sheets = exampleSheets(pack);
  const rows = sheets[0]!.rows;
  const role = rows[0]!.indexOf("capacity_role");
  rows.find((row) => row[1] === "PLN_desired")![role] = "current";
  const twice = checkSheets(pack, sheets).report.problems.map((problem) => [problem.code, problem.severity]);
  expect(twice).toEqual([
    ["capacity.desiredMissing", "warning"],
    ["capacity.roleTwice", "error"],
  ]);
  expect(checkCapacity(pack, { ...model!, items: [] }, sheets)).toEqual([]);
});

test("the same version twice differs in nothing; a changed condition is named", () => {
  expect(compareModels(model!, model!)).toEqual([]);
  const sheets = exampleSheets(pack);
  const rows = sheets[0]!.rows;
  rows.find((row) => row[1] === "PLN_why")![rows[0]!.indexOf("relevant")] = "${PLN_current} < 3";
  const changed = compareModels(model!, checkSheets(pack, sheets).model!);
  expect(changed.map((change) => [change.path, change.aspects])).toEqual([["/PLN/PLN_why", ["relevant"]]]);
});
