/** A picture of results: what it says, how it is drawn on a page and as a file, and the same figures as a table to take away. */
import type { VNode } from "preact";
import type { Language, Say, Text } from "#platform/i18n/text.ts";
import { codeOf, hasCode, postTypeOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { About } from "#platform/ui/charts/frame.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import type { Value } from "#platform/tabular/write.ts";
import type { XlsxColumn } from "#platform/tabular/write-xlsx.ts";
import { PROTECTS } from "#platform/ui/charts/heat-map.tsx";
import { shownLevel } from "./results-figures.ts";
import type { Hidden } from "./results-tally.ts";
import { w } from "./words-results.ts";

/** The figures of a picture, as they are shown: one row a line of the file. */
export interface PictureTable {
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly (readonly Value[])[];
}

/** A picture. `svg` is null when there is nothing to draw. */
export interface Picture {
  readonly about: About;
  readonly html: VNode;
  readonly svg: VNode | null;
  readonly table: PictureTable;
}

/** What words and figures are made with. */
export interface Voice {
  readonly say: Say;
  readonly language: Language;
  readonly pack: Pack;
}

/** A text in one language; a name that the pack has not supplied in Kinyarwanda yet is said in English. */
function named(voice: Voice, names: Text): string {
  const text = voice.say(names);
  return text === "—" ? names.en : text;
}

/** The name of a code, or the code itself where a list no longer has it. */
export function codeName({ say, language, pack }: Voice, list: string, code: string): string {
  return hasCode(pack, list, code) ? named({ say, language, pack }, codeOf(pack, list, code).names) : code;
}

/** The name of a type of post. */
export function postName(voice: Voice, code: string): string {
  return voice.pack.postTypes.some((type) => type.code === code) ? named(voice, postTypeOf(voice.pack, code).names) : code;
}

/** A level or gap as pages write it. */
export function levelText({ language }: Voice, value: number): string {
  return formatNumber(shownLevel(value), language, 1);
}

/** A count as pages write it. */
export function countText({ language }: Voice, value: number): string {
  return formatNumber(value, language);
}

/** What stands in the place of a hidden figure: “<5” where so few answered, a star where it only protects such a figure. */
export function hiddenMark(because: Hidden, floor: number): string {
  return because === "few" ? `<${floor}` : PROTECTS;
}

/** The same in words, for notes of tables and files. */
export function hiddenWords({ say }: Pick<Voice, "say">, because: Hidden, floor: number): string {
  return because === "few" ? say(w.hiddenFew, { floor }) : say(w.hiddenProtects);
}

/** Cuts a list into pieces of nearly equal length, none longer than `most`. */
export function evenly<T>(list: readonly T[], most: number): T[][] {
  const pieces = Math.max(1, Math.ceil(list.length / most));
  return Array.from({ length: pieces }, (_, index) =>
    list.slice(Math.ceil((index * list.length) / pieces), Math.ceil(((index + 1) * list.length) / pieces)),
  );
}
