/** Reads every text of the product from its sources: catalogues by file and key, and flow tables. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { Flow } from "#kernel/flow/flow.ts";
import { UNREVIEWED, type Text } from "#platform/i18n/text.ts";

/** A text and where it stands: `w.title`, `verbs.read.title`. */
export interface PlacedText {
  readonly file: string;
  readonly key: string;
  readonly text: Text;
}

/** A flow table and where it stands. */
export interface PlacedFlow {
  readonly file: string;
  readonly flow: Flow<string, string, never>;
}

/** A file that holds nothing but texts: `words*.ts`, `*-words.ts`, `problems.ts`. */
export const isCatalogue = (file: string): boolean => /(^|\/)(words[a-z-]*|[a-z-]+-words|problems)\.ts$/.test(file);

const isTest = (file: string): boolean => /\.test\.tsx?$|\.fixture\.tsx?$|\.sample\.ts$|\/testing\//.test(file);

/** The TypeScript sources of the product without tests, sorted, by their path from the checkout. */
export function sourcesOf(root: string): string[] {
  const files = readdirSync(join(root, "src"), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => !isTest(file))
    .sort();
  if (files.length === 0) throw new Error(`No source was found below ${root}.`);
  return files;
}

/** True for an object with a text in each of the three languages and nothing else in their places. */
function isText(value: object): value is Text {
  const { en, fr, rw } = value as Partial<Text>;
  return typeof en === "string" && typeof fr === "string" && typeof rw === "string";
}

/** Every text inside a value, each with the way to it. A value met twice, such as a verb in a flow, counts once. */
export function textsIn(value: unknown, key: string, seen: Set<object> = new Set()): { readonly key: string; readonly text: Text }[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  if (isText(value)) return [{ key, text: value }];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, key === "" ? name : `${key}.${name}`, seen));
}

const load = (root: string, file: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ pathToFileURL(join(root, file)).href) as Promise<Record<string, unknown>>;

async function textsOf(root: string, file: string): Promise<PlacedText[]> {
  const exported = await load(root, file);
  return Object.keys(exported)
    .sort()
    .flatMap((name) => textsIn(exported[name], name))
    .map((found) => ({ file, ...found }));
}

/** Every text of the catalogues. */
export async function catalogueTexts(root: string): Promise<PlacedText[]> {
  const lists = await Promise.all(
    sourcesOf(root)
      .filter(isCatalogue)
      .map((file) => textsOf(root, file)),
  );
  return lists.flat();
}

const FLAGGED = new RegExp(`"${UNREVIEWED}((?:[^"\\\\]|\\\\.)+)"`, "g");
const ENGLISH = /\ben:\s*"((?:[^"\\]|\\.)*)"/g;

/** The flagged texts of a file that is no catalogue, each with the English written before it and the name that both stand under. */
function flaggedLines(
  file: string,
  source: string,
): { readonly file: string; readonly key: string; readonly en: string; readonly rw: string }[] {
  return [...source.matchAll(FLAGGED)].map((match) => {
    const before = source.slice(Math.max(0, match.index - 600), match.index);
    const names = [...before.matchAll(/(\w+)(?::| =)\s*(?:\{|text\()/g)];
    const english = [...before.matchAll(ENGLISH)].at(-1)?.[1] ?? "";
    return { file, key: names.at(-1)?.[1] ?? "", en: english, rw: UNREVIEWED + (match[1] ?? "") };
  });
}

/** Kinyarwanda that a native speaker has still to read: where it stands, and the English it should say, where that is known. */
export async function unreviewed(
  root: string,
): Promise<{ readonly file: string; readonly key: string; readonly en: string; readonly rw: string }[]> {
  const known = (await catalogueTexts(root))
    .filter(({ text }) => text.rw.startsWith(UNREVIEWED))
    .map(({ file, key, text }) => ({ file, key, en: text.en, rw: text.rw }));
  const elsewhere = sourcesOf(root)
    .filter((file) => !isCatalogue(file))
    .flatMap((file) => flaggedLines(file, readFileSync(join(root, file), "utf8")));
  return [...known, ...elsewhere];
}

/** Every flow table of the product. */
export async function flowsOf(root: string): Promise<PlacedFlow[]> {
  const files = sourcesOf(root).filter(
    (file) => file.endsWith(".ts") && /\bdefineFlow[<(]/.test(readFileSync(join(root, file), "utf8")) && file !== "src/kernel/flow/flow.ts",
  );
  const lists = await Promise.all(
    files.map(async (file) => {
      const values = Object.values(await load(root, file)) as Partial<Flow<string, string, never>>[];
      const flows = values.filter(
        (value) => typeof value === "object" && value !== null && "states" in value && "steps" in value && "start" in value,
      );
      return flows.map((flow) => ({ file, flow: flow as Flow<string, string, never> }));
    }),
  );
  return lists.flat().sort((a, b) => (a.flow.kind < b.flow.kind ? -1 : 1));
}
