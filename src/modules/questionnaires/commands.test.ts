/** The two commands on files: what they print and how they end. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { loadPack } from "#kernel/pack/load.ts";
import { exampleWorkbook, workbookBytes } from "#kernel/questionnaire/example.ts";
import { NOW, ROOT } from "#test/support/fixed.ts";
import { commands, optionsOf } from "./commands.ts";
import { sheetsOf } from "./testing.fixture.ts";

const pack = loadPack(join(ROOT, "packs/rwanda"));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "inteko-commands-"));
  await writeFile(join(folder, "good.xlsx"), await exampleWorkbook(pack));
  await writeFile(
    join(folder, "bad.xlsx"),
    await workbookBytes(
      sheetsOf([
        ["type", "name", "label"],
        ["integre", "a", "A"],
      ]),
    ),
  );
  await writeFile(
    join(folder, "clock.xlsx"),
    await workbookBytes(
      sheetsOf([
        ["type", "name", "label", "calculation"],
        ["calculate", "day", null, "today()"],
        ["integer", "age", "Age", null],
      ]),
    ),
  );
  await writeFile(join(folder, "answers.json"), JSON.stringify({ LDG: { LDG_level: { LDG_current: 2, LDG_desired: "4" } } }));
  await writeFile(join(folder, "age.json"), JSON.stringify({ age: "41" }));
  await writeFile(join(folder, "list.json"), "[1]");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(name: string, args: readonly string[], json = true): Promise<{ status: number; out: string; said: string }> {
  const command = commands.find((each) => each.name === name) as Command;
  const [printed, complaints]: [string[], string[]] = [[], []];
  const context = {
    args,
    json,
    pack,
    now: NOW,
    print: (text: string) => void printed.push(text),
    complain: (text: string) => void complaints.push(text),
  };
  const status = await command.run(context as unknown as CommandContext);
  return { status, out: printed.join("\n"), said: complaints.join("\n") };
}
const at = (name: string): string => join(folder, name);

test("a good workbook is counted by kind of question and language", async () => {
  const { status, out } = await run("questionnaire check", [at("good.xlsx")]);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    questions: { integer: 1, select_one: 36 },
    languages: ["English (en)", "Français (fr)", "Kinyarwanda (rw)"],
    problems: [],
  });
});

test("a misspelt type is told with its cell, and the command ends with 1", async () => {
  const { status, out } = await run("questionnaire check", [at("bad.xlsx")]);
  expect(status).toBe(1);
  expect(JSON.parse(out).problems).toContainEqual(expect.objectContaining({ sheet: "survey", row: 2, column: "A", code: "typeUnknown" }));
  expect((await run("questionnaire check", [at("bad.xlsx")], false)).out).toContain("survey A2");
});

test("answers are evaluated: what became relevant, and what is missing", async () => {
  const { status, out } = await run("questionnaire answer", [at("good.xlsx"), "--answers", at("answers.json"), "--language", "fr"]);
  expect(status).toBe(1);
  const result = JSON.parse(out);
  expect(result.relevant["/LDG/LDG_why/LDG_cause"]).toBe(true);
  expect(result.relevant["/LDG/LDG_strong/LDG_strength"]).toBe(false);
  expect(result.failures[0]).toEqual({ kind: "required", message: "Choisissez l’importance", path: "/LDG/LDG_level/LDG_importance" });
});

test("the same files give the same bytes, because the clock stands still unless it is set", async () => {
  const twice = [1, 2].map(() => run("questionnaire answer", [at("clock.xlsx"), "--answers", at("age.json")]));
  const [a, b] = await Promise.all(twice);
  expect(a?.out).toBe(b?.out);
  const set = await run("questionnaire answer", [at("clock.xlsx"), "--answers", at("age.json"), "--now=2025-11-17T09:00:00+02:00"]);
  expect(set.status).toBe(0);
  expect(JSON.parse(set.out).values).toEqual({ age: 41, day: "2025-11-17" });
});

test.each([
  ["no file", "questionnaire check", []],
  ["two files", "questionnaire check", ["a", "b"]],
  ["a file that is not there", "questionnaire check", ["/nowhere.xlsx"]],
  ["an unknown option", "questionnaire check", ["a", "--fast", "1"]],
  ["no answers", "questionnaire answer", ["a.xlsx"]],
  ["a clock that cannot be read", "questionnaire answer", ["a.xlsx", "--answers", "b.json", "--now", "noon"]],
])("%s is a mistake of usage", async (_, name, args) => {
  const { status, said } = await run(name, args);
  expect(status).toBe(2);
  expect(said).not.toBe("");
});

test("answers that are a list are refused with a sentence", async () => {
  const { status, said } = await run("questionnaire answer", [at("good.xlsx"), "--answers", at("list.json")]);
  expect([status, said]).toEqual([1, expect.stringContaining("one JSON object")]);
});

test("options are read with and without the equals sign", () => {
  expect(optionsOf(["f.xlsx", "--now=1", "--now", "2"], ["now"])).toEqual({ file: "f.xlsx", options: new Map([["now", ["1", "2"]]]) });
});
