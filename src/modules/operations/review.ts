/** What people outside the program must still look at: Kinyarwanda for a native reviewer, facts and rules for the association. */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { sql } from "kysely";
import { unconfirmedFacts, unreviewedTexts } from "#kernel/pack/review.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import { UNREVIEWED, type Text } from "#platform/i18n/text.ts";
import type { Tables } from "./schema.ts";

/** One text to review: where it stands and its three versions. */
export interface TextToReview {
  readonly source: "pack" | "program" | "code_list";
  readonly where: string;
  readonly text: Text;
}

const ENTRY = /(\w+): \{\s*en: "((?:[^"\\]|\\.)*)",\s*fr: "((?:[^"\\]|\\.)*)",\s*rw: "((?:[^"\\]|\\.)*)",?\s*\}/g;

/** The entries of one catalogue whose Kinyarwanda is marked, from its source. */
export function entriesOf(source: string, where: string): TextToReview[] {
  return [...source.matchAll(ENTRY)].flatMap(([, name = "", en = "", fr = "", rw = ""]) =>
    rw.startsWith(UNREVIEWED) ? [{ source: "program" as const, where: `${where}: ${name}`, text: { en: JSON.parse(`"${en}"`) as string, fr: JSON.parse(`"${fr}"`) as string, rw } }] : [],
  );
}

let catalogues: { root: string; texts: readonly TextToReview[] } | undefined;

/** The marked texts of the program's own catalogues. They do not change while it runs, so they are read once. */
export function programTexts(root: string): readonly TextToReview[] {
  if (catalogues?.root === root) return catalogues.texts;
  const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(words|problems|roles)[\w-]*\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = files.flatMap((file) => entriesOf(readFileSync(file, "utf8"), relative(root, file)));
  catalogues = { root, texts };
  return texts;
}

/** Codes of this installation whose Kinyarwanda is marked; the pack's own are in its ledger already. */
async function codeTexts(db: Db<Tables>, pack: Pack): Promise<TextToReview[]> {
  const { rows } = await sql<{ list: string; code: string; names: Text }>`
    select list, code, names from rules.code where names ->> 'rw' like ${`${UNREVIEWED}%`} and to_day is null order by list, position, code`.execute(db);
  const shipped = new Set(Object.values(pack.codeLists).flat().map((code) => `${code.list} ${code.code} ${code.names.rw}`));
  return rows.filter((row) => !shipped.has(`${row.list} ${row.code} ${row.names.rw}`)).map((row) => ({ source: "code_list", where: `${row.list}: ${row.code}`, text: row.names }));
}

/** Every text that awaits a native reviewer. `root` is the checkout, or null where sources are not at hand. */
export async function textsToReview(db: Db<Tables>, pack: Pack, root: string | null): Promise<TextToReview[]> {
  const fromPack = unreviewedTexts(pack).map(({ where, what }): TextToReview => ({ source: "pack", where, text: what }));
  return [...fromPack, ...(await codeTexts(db, pack)), ...(root === null ? [] : programTexts(root))];
}

/** One fact to confirm and where it was taken from. */
export interface FactToConfirm {
  readonly where: string;
  readonly source: string;
}

/** Facts of the pack that the association must confirm. */
export function factsToConfirm(pack: Pack): FactToConfirm[] {
  return unconfirmedFacts(pack).map(({ where, what }) => ({ where, source: what }));
}
