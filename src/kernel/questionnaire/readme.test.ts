/** The README’s tables say what the code supports, neither more nor less. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { APPEARANCES } from "./appearances.ts";
import { functionNames, refusedFunctionNames } from "./expression/functions.ts";
import { TYPES } from "./types.ts";

function names(list: Iterable<string>): string {
  return [...list].map((name) => `\`${name}\``).join(" ");
}

function tables(): string {
  const byAnswer = Map.groupBy(Object.entries(TYPES), ([, type]) => type.answer);
  const types = [...byAnswer].map(([answer, list]) => `| ${answer} | ${names(list.map(([name]) => name))} |`);
  return [
    "## Question types by kind of answer",
    "",
    "| answer | types |",
    "| --- | --- |",
    ...types,
    "",
    "Besides: `begin group`, `begin repeat`, `begin loop over`, `or_other`. Refused: `include`, `cascading_select`, `xml-external`, choices from answers, from GeoJSON or XML, or by `search()`.",
    "",
    "## Functions",
    "",
    names(functionNames()),
    "",
    `Refused by name: ${names(refusedFunctionNames())}`,
    "",
    "## Appearances",
    "",
    `Kept, and known: ${names([...APPEARANCES].toSorted())} and the varying \`w1\`…, \`columns-2\`, \`ex:…\`. Pages obey \`field-list\` and \`table-list\`; the others are for the view.`,
    "",
  ].join("\n");
}

test("the tables in the README are those of the code", () => {
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  expect(readme.slice(readme.indexOf("## Question types"))).toBe(tables());
});
