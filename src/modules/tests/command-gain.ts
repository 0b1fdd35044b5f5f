/** `inteko gain`: what a class learned, from the files of two tests. */
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { learningGain, type Gain, type Scores } from "#methods/learning/gain.ts";
import { canonicalJson } from "#methods/proofs/canonical.ts";
import { gainReasons } from "./command-reasons.ts";
import { choiceIn, findingLine, holdsLetters, isUsable, pointsIn, tableIn, type Finding, type TestTable } from "./command-table.ts";

const USAGE = "gain PRE.csv POST.csv [--json]";

/** One test in percent by person, and what was wrong with its file. */
interface Percents {
  readonly scores: ReadonlyMap<string, number>;
  readonly findings: readonly (Finding & { readonly test: Side })[];
}

type Side = "pre" | "post";

/** Letters become points by the key that stands in the file. */
function marked(table: TestTable): TestTable | null {
  if (!holdsLetters(table)) return table;
  const { key } = table;
  if (key === null) return null;
  const lines = table.lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell, at) => (choiceIn(cell) === choiceIn(key[at] ?? "") ? "1" : "0")),
  }));
  return { ...table, lines, most: table.items.map(() => "1") };
}

/** Items that both files have are out of the same points, else the easier test would count for more. */
function mostOf(tables: readonly TestTable[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const table of tables) {
    const own = pointsIn(table).most;
    for (const [index, name] of table.items.entries()) most.set(name, Math.max(most.get(name) ?? 0, own[index] ?? 1));
  }
  return most;
}

function percentsOf(table: TestTable, side: Side, most: ReadonlyMap<string, number>): Percents {
  const { lines, findings } = pointsIn(table);
  // One column alone is a score in percent, unless a row says the most that could be had.
  const percent = table.items.length === 1 && table.most === null;
  const all = percent ? 100 : table.items.reduce((sum, name) => sum + (most.get(name) ?? 1), 0);
  const scores = new Map<string, number>();
  const outside: Finding[] = [];
  for (const line of lines) {
    const points = line.points.reduce((sum, one) => sum + one, 0);
    if (points > all)
      outside.push({ row: line.row, column: `${table.places[0]} (${table.items[0]})`, reason: `${points} is more than 100 percent.` });
    else scores.set(table.named ? line.id : `row ${line.row}`, (points * 100) / all);
  }
  return { scores, findings: [...table.findings, ...findings, ...outside].map((finding) => ({ ...finding, test: side })) };
}

function printGain(context: CommandContext, gain: Gain, scores: readonly Scores[], matched: string): void {
  const shown = (value: number | null, places: number): string => (value === null ? "–" : value.toFixed(places));
  context.print(`${gain.both} people sat both tests${matched === "row" ? ", matched row by row because the files name nobody" : ""}.`);
  context.print(
    gain.attrition === null
      ? "Nobody sat the first test."
      : `${gain.preOnly} sat only the first (attrition ${(gain.attrition * 100).toFixed(1)}%), ${gain.postOnly} only the second; they do not count.`,
  );
  context.print(`Mean before ${shown(gain.preMean, 2)}%, after ${shown(gain.postMean, 2)}%.`);
  context.print(
    `Gain of the class <g> ${shown(gain.gain, 3)}, effect ${shown(gain.effect, 3)}, mean normalised change ${shown(gain.meanChange, 3)}.`,
  );
  for (const { value, person, reason } of gainReasons(gain)) if (person === undefined) context.print(`${value} cannot be told. ${reason}`);
  const known = new Map(scores.map((score) => [score.person, score]));
  for (const { person, change } of gain.changes) {
    const score = known.get(person);
    context.print(`${person}: ${shown(score?.pre ?? null, 1)} -> ${shown(score?.post ?? null, 1)}, change ${shown(change, 3)}`);
  }
}

function refuse(context: CommandContext, findings: readonly (Finding & { readonly test: Side })[]): 1 {
  if (context.json) context.print(canonicalJson({ rejected: findings }));
  else for (const finding of findings) context.complain(`${finding.test}: ${findingLine(finding)}`);
  return 1;
}

const unfit = (test: Side, reason: string) => [{ test, row: null, column: null, reason }] as const;

async function run(context: CommandContext): Promise<0 | 1 | 2> {
  const [preFile, postFile, ...more] = context.args;
  if (preFile === undefined || postFile === undefined || more.length > 0 || context.args.some((arg) => arg.startsWith("--"))) {
    context.complain(`Usage: inteko ${USAGE}`);
    return 2;
  }
  const tables: TestTable[] = [];
  for (const [side, file] of [
    ["pre", preFile],
    ["post", postFile],
  ] as const) {
    const table = await tableIn(file);
    if (!isUsable(table))
      return refuse(
        context,
        table.findings.map((finding) => ({ ...finding, test: side })),
      );
    const scored = marked(table);
    if (scored === null) return refuse(context, unfit(side, "The file holds letters without a key: add a row whose first cell is “key”."));
    tables.push(scored);
  }
  const [pre, post] = tables as [TestTable, TestTable];
  if (pre.named !== post.named)
    return refuse(context, unfit(pre.named ? "post" : "pre", "The first column names nobody, so the two files cannot be matched."));
  if (!pre.named && pre.lines.length !== post.lines.length)
    return refuse(context, unfit("post", "The files name nobody and have different numbers of rows, so they cannot be matched."));
  const most = mostOf([pre, post]);
  const [before, after] = [percentsOf(pre, "pre", most), percentsOf(post, "post", most)];
  const people = [...new Set([...before.scores.keys(), ...after.scores.keys()])];
  const scores = people.map((person) => ({ person, pre: before.scores.get(person) ?? null, post: after.scores.get(person) ?? null }));
  const gain = learningGain(scores);
  const rejected = [...before.findings, ...after.findings];
  const matched = pre.named ? "name" : "row";
  if (context.json) context.print(canonicalJson({ ...gain, matched, scores, reasons: gainReasons(gain), rejected }));
  else {
    printGain(context, gain, scores, matched);
    refuse(context, rejected);
  }
  return rejected.length > 0 ? 1 : 0;
}

export const gainCommand: Command = {
  name: "gain",
  usage: USAGE,
  summary: "compare two tests of a class: gain of the means, change of each person, attrition",
  database: false,
  run,
};
