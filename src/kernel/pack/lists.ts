/** Reads the code lists of a pack; the list named `list` names all the others. */
import type { Findings } from "./findings.ts";
import type { Code } from "./pack.ts";
import { noOverlap } from "./places.ts";
import { readCsv } from "./read.ts";

/** The list that names the lists. */
export const LIST_OF_LISTS = "list";

function flagsOf(words: readonly string[]): Readonly<Record<string, string | true>> {
  return Object.fromEntries(
    words.map((word) => {
      const equals = word.indexOf("=");
      return equals < 0 ? [word, true as const] : [word.slice(0, equals), word.slice(equals + 1)];
    }),
  );
}

/** Code lists by name, each in the order of the file. */
export function readCodeLists(dir: string, findings: Findings): Record<string, readonly Code[]> {
  const columns = ["list", "code", "en", "fr", "rw", "valid_from", "valid_to", "flags"];
  const rows = readCsv(dir, "code-lists.csv", columns, findings).map((row) => {
    const code: Code = {
      list: row.required("list"),
      code: row.required("code"),
      names: row.text(),
      ...row.validity(),
      flags: flagsOf(row.words("flags")),
    };
    return { place: row.place, key: `${code.list} ${code.code}`, fact: code, row };
  });
  noOverlap(rows, "code", findings);
  const named = new Set(rows.filter(({ fact }) => fact.list === LIST_OF_LISTS).map(({ fact }) => fact.code));
  const lists = Object.groupBy(rows, ({ fact }) => fact.list);
  for (const [list, codes] of Object.entries(lists)) {
    if (list !== LIST_OF_LISTS && !named.has(list)) codes?.[0]?.row.wrong("list", `${list} is not named in list ${LIST_OF_LISTS}`);
  }
  for (const { row, fact } of rows) {
    if (fact.list === LIST_OF_LISTS && lists[fact.code] === undefined) row.wrong("code", `list ${fact.code} is named but has no codes`);
  }
  return Object.fromEntries(Object.entries(lists).map(([list, codes]) => [list, (codes ?? []).map(({ fact }) => fact)]));
}

/** The codes of one list, for checking other files against it. */
export function codesIn(lists: Readonly<Record<string, readonly Code[]>>, list: string): ReadonlySet<string> {
  return new Set((lists[list] ?? []).map((code) => code.code));
}
