/** From answers filed by keys that never move to answers in order, and the way back. */
import { describe, expect, test } from "vitest";
import { checkWorkbook } from "./workbook.ts";
import { newestOf, type AnswerEvent } from "./merge.ts";
import type { Model } from "./model.ts";
import { isAnswerPath, project, stepsOf } from "./project.ts";

function modelOf(...rows: readonly (readonly (string | null)[])[]): Model {
  const { model } = checkWorkbook([
    { name: "survey", rows: [["type", "name", "label", "repeat_count"], ...rows.map((row) => [...row])], merged: [], formulas: [] },
  ]);
  if (model === null) throw new Error("The test’s workbook has errors.");
  return model;
}

const FREE = modelOf(
  ["text", "village", "Village"],
  ["begin_group", "g", "G"],
  ["begin_repeat", "staff", "Staff"],
  ["text", "who", "Who"],
  ["begin_repeat", "task", "Task"],
  ["text", "what", "What"],
  ["end_repeat", null, null],
  ["end_repeat", null, null],
  ["end_group", null, null],
);
const COUNTED = modelOf(["integer", "n", "N"], ["begin_repeat", "row", "Row", "${n}"], ["text", "x", "X"], ["end_repeat", null, null]);

let minute = 0;
const given = (path: string, value: string | null): AnswerEvent => ({
  event: `e${(minute += 1)}`,
  path,
  value,
  answeredAt: new Date(Date.UTC(2025, 10, 17, 7, minute)).toISOString(),
  device: "",
});

describe("projecting", () => {
  test("entries stand in the order in which they were added, whatever their keys", () => {
    const newest = newestOf([
      given("/g/staff[kz]", "+"),
      given("/g/staff[ka]", "+"),
      given("/g/staff[kz]/who", "first"),
      given("/g/staff[ka]/who", "second"),
    ]);
    const { answers, filed, keysOf } = project(FREE, newest);
    expect(answers).toEqual({ g: { staff: [{ who: "first" }, { who: "second" }] } });
    expect(keysOf("/g/staff")).toEqual(["kz", "ka"]);
    expect(filed("/g/staff[2]/who")).toBe("/g/staff[ka]/who");
  });

  test("an entry that was removed leaves its place to the next, and its answers stay filed", () => {
    const newest = newestOf([
      given("/g/staff[ka]", "+"),
      given("/g/staff[kb]", "+"),
      given("/g/staff[kb]/who", "kept"),
      given("/g/staff[ka]/who", "gone"),
      given("/g/staff[ka]", null),
    ]);
    const { answers, filed } = project(FREE, newest);
    expect(answers).toEqual({ g: { staff: [{ who: "kept" }] } });
    expect(filed("/g/staff[1]/who")).toBe("/g/staff[kb]/who");
    expect(newest.get("/g/staff[ka]/who")?.value).toBe("gone");
  });

  test("entries inside entries keep their own keys", () => {
    const newest = newestOf([given("/g/staff[ka]", "+"), given("/g/staff[ka]/task[kx]", "+"), given("/g/staff[ka]/task[ky]/what", "b")]);
    const { answers, filed } = project(FREE, newest);
    expect(answers).toEqual({ g: { staff: [{ task: [{}, { what: "b" }] }] } });
    expect(filed("/g/staff[1]/task[2]/what")).toBe("/g/staff[ka]/task[ky]/what");
  });

  test("a counted repeat is filed by number, also where nothing was answered yet", () => {
    const { answers, filed } = project(COUNTED, newestOf([given("/n", "3"), given("/row[2]/x", "b")]));
    expect(answers).toEqual({ n: "3", row: [{}, { x: "b" }] });
    expect(filed("/row[3]/x")).toBe("/row[3]/x");
  });

  test("answers taken back, and those to questions of another version, are left out", () => {
    expect(project(FREE, newestOf([given("/village", "Kabeza"), given("/village", null), given("/district", "Huye")])).answers).toEqual({});
  });
});

describe("paths", () => {
  test.each([
    ["/village", true],
    ["/g/staff[ka]", true],
    ["/g/staff[ka]/who", true],
    ["/g/staff/who", false],
    ["/g", false],
    ["/village[1]", false],
    ["/nothing", false],
    ["village", false],
    ["/g/staff[ka/who", false],
    ["/g/staff[k a]/who", false],
    ["/__proto__", false],
  ])("%s can be answered: %s", (path, expected) => {
    expect(isAnswerPath(FREE, path)).toBe(expected);
  });

  test("a path that is none has no steps", () => {
    expect(stepsOf("/a//b")).toBeNull();
    expect(stepsOf("/a[k1]/b")).toEqual([
      { name: "a", key: "k1" },
      { name: "b", key: null },
    ]);
  });
});
