/** `inteko items`: how good the questions of a test are, from a file of points or of the letters that were chosen. */
import { readFile } from "node:fs/promises";
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { choiceAnalysis, type ChoiceFacts } from "#methods/learning/distractors.ts";
import { FEWEST_FOR_D, itemAnalysis, type TestFacts } from "#methods/learning/items.ts";
import { canonicalJson } from "#methods/proofs/canonical.ts";
import { testReasons } from "./command-reasons.ts";
import { choiceIn, findingLine, holdsLetters, isUsable, pointsIn, tableIn, type Finding, type TestTable } from "./command-table.ts";

const USAGE = "items FILE.csv [--key FILE|LETTERS] [--json]";

interface Options {
  readonly file: string;
  readonly key: string | null;
}

function optionsOf(args: readonly string[]): Options | null {
  const files: string[] = [];
  let key: string | null = null;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg === "--key") {
      key = args[at + 1] ?? "";
      at += 1;
    } else if (arg.startsWith("--")) return null;
    else files.push(arg);
  }
  const [file] = files;
  return file === undefined || files.length > 1 || key === "" ? null : { file, key };
}

/** The right letters, one an item: a text such as `ABDC` or `A,B,D,C`, or a file with the same, or with item names above or beside them. */
async function keyFrom(given: string, items: readonly string[]): Promise<readonly string[] | null> {
  const text = await readFile(given, "utf8").catch(() => given);
  const rows = text
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .map((line) => line.split(/[,;\t]/u).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const [first = [], second] = rows;
  if (rows.length === 2 && second !== undefined && items.every((item) => first.includes(item)))
    return items.map((item) => choiceIn(second[first.indexOf(item)] ?? ""));
  const pairs = new Map(rows.map((cells) => [cells[0] ?? "", cells[1] ?? ""]));
  if (items.every((item) => pairs.has(item))) return items.map((item) => choiceIn(pairs.get(item) ?? ""));
  const letters = rows.length === 1 && first.length === 1 ? [...(first[0] ?? "")].filter((letter) => letter !== " ") : rows.flat();
  return letters.length === items.length ? letters.map(choiceIn) : null;
}

/** What the command found. Choices are there when the file holds letters; `test` is null without a key. */
interface Found {
  readonly people: number;
  readonly most: readonly number[] | null;
  readonly key: readonly string[] | null;
  readonly test: TestFacts | null;
  readonly choices: readonly { readonly name: string; readonly options: readonly ChoiceFacts[] }[] | null;
  readonly findings: readonly Finding[];
}

function fromPoints(table: TestTable): Found {
  const { most, lines, findings } = pointsIn(table);
  const items = table.items.map((name, index) => ({ name, most: most[index] ?? 1 }));
  const test = lines.length === 0 ? null : itemAnalysis({ items, rows: lines.map((line) => line.points) });
  return { people: lines.length, most, key: null, test, choices: null, findings: [...table.findings, ...findings] };
}

function fromLetters(table: TestTable, key: readonly string[] | null): Found {
  const rows = table.lines.map((line) => line.cells.map(choiceIn));
  const { test, choices } = choiceAnalysis({ items: table.items.map((name, index) => ({ name, key: key?.[index] ?? "" })), rows });
  const shown = key === null ? choices.map((one) => ({ ...one, options: one.options.filter((option) => option.chosen > 0) })) : choices;
  return { people: rows.length, most: null, key, test: key === null ? null : test, choices: shown, findings: table.findings };
}

/** The analysis of a table, with the key of the option when there is one; a text when the key does not fit. */
async function analyse(table: TestTable, option: string | null): Promise<Found | string> {
  if (option === null && table.key === null && !holdsLetters(table)) return fromPoints(table);
  const key = option === null ? (table.key?.map(choiceIn) ?? null) : await keyFrom(option, table.items);
  if (option !== null && key === null)
    return `The key does not fit: it must name one right answer for each of the ${table.items.length} items.`;
  const gap = key?.indexOf("") ?? -1;
  return gap >= 0 ? `The key has no answer for the item “${table.items[gap]}”.` : fromLetters(table, key);
}

const reasonsIn = ({ test, people }: Found) =>
  testReasons(test, people === 0 ? "No row can be used." : "There is no key, so only choices are counted.");

/** JSON for programs: every null says why in `reasons`; wrong choices are the distractors. */
function resultOf(table: TestTable, found: Found) {
  const { test, choices, key, most } = found;
  return {
    people: found.people,
    mean: test?.totalMean ?? null,
    sd: test?.totalSd ?? null,
    alpha: test?.alpha ?? null,
    sem: test?.sem ?? null,
    discriminationShown: test?.enough ?? false,
    fewestForDiscrimination: FEWEST_FOR_D,
    scored: test !== null,
    items: table.items.map((name, index) => {
      const facts = test?.items[index];
      const options = choices?.[index]?.options;
      return {
        name,
        most: test === null ? null : (most?.[index] ?? 1),
        difficulty: facts?.difficulty ?? null,
        correctedItemTotal: facts?.itemRest ?? null,
        discrimination: facts?.discrimination ?? null,
        alphaWithout: facts?.alphaWithout ?? null,
        ...(options !== undefined && {
          key: key?.[index] ?? null,
          choices: options.map(({ choice, right, chosen, share, restMean }) => ({
            choice,
            right: key === null ? null : right,
            chosen,
            share,
            restMean: key === null ? null : restMean,
          })),
          distractors:
            key === null ? null : options.filter((option) => !option.right && option.choice !== "").map((option) => option.choice),
        }),
      };
    }),
    reasons: reasonsIn(found),
    rejected: found.findings,
  };
}

const shown = (value: number | null | undefined, places = 3): string =>
  value === null || value === undefined ? "–" : value.toFixed(places);

function printTest(context: CommandContext, table: TestTable, test: TestFacts): void {
  const wide = Math.max(4, ...table.items.map((name) => name.length));
  context.print(
    `Mean ${shown(test.totalMean, 2)}, standard deviation ${shown(test.totalSd, 2)}, alpha ${shown(test.alpha)}, SEM ${shown(test.sem, 2)}.`,
  );
  if (!test.enough) context.print(`D is not shown below ${FEWEST_FOR_D} people: its upper and lower groups would be a handful.`);
  context.print(`${"item".padEnd(wide)}  difficulty  item-rest r       D  alpha without`);
  for (const one of test.items)
    context.print(
      `${one.name.padEnd(wide)}  ${shown(one.difficulty).padStart(10)}  ${shown(one.itemRest).padStart(11)}  ${shown(one.discrimination).padStart(6)}  ${shown(one.alphaWithout).padStart(13)}`,
    );
}

function printFound(context: CommandContext, table: TestTable, found: Found): void {
  context.print(
    `${found.people} ${found.people === 1 ? "person" : "people"}, ${table.items.length} ${table.items.length === 1 ? "item" : "items"}.`,
  );
  if (found.test !== null) printTest(context, table, found.test);
  else if (found.choices !== null)
    context.print("There is no key, so only choices are counted: give one with --key, or as a row whose first cell is “key”.");
  if (found.test !== null)
    for (const { value, item, reason } of reasonsIn(found)) if (item === undefined) context.print(`${value} cannot be told. ${reason}`);
  for (const { name, options } of found.choices ?? [])
    context.print(
      `${name}: ${options.map((one) => `${one.choice === "" ? "blank" : one.choice}${one.right && found.key !== null ? "*" : ""} ${one.chosen} (${(one.share * 100).toFixed(0)}%)`).join(", ")}`,
    );
  for (const finding of found.findings) context.complain(findingLine(finding));
}

function refuse(context: CommandContext, findings: readonly Finding[]): 1 {
  if (context.json) context.print(canonicalJson({ rejected: findings }));
  else for (const finding of findings) context.complain(findingLine(finding));
  return 1;
}

async function run(context: CommandContext): Promise<0 | 1 | 2> {
  const options = optionsOf(context.args);
  if (options === null) {
    context.complain(`Usage: inteko ${USAGE}`);
    return 2;
  }
  const table = await tableIn(options.file);
  if (!isUsable(table)) return refuse(context, table.findings);
  if (table.lines.length === 0)
    return refuse(context, [...table.findings, { row: null, column: null, reason: "No row holds a person’s answers." }]);
  const found = await analyse(table, options.key);
  if (typeof found === "string") return refuse(context, [{ row: null, column: null, reason: found }]);
  if (context.json) context.print(canonicalJson(resultOf(table, found)));
  else printFound(context, table, found);
  return found.findings.length > 0 ? 1 : 0;
}

export const itemsCommand: Command = {
  name: "items",
  usage: USAGE,
  summary: "analyse the questions of a test: difficulty, item-rest r, D, alpha, SEM and distractors",
  database: false,
  run,
};
