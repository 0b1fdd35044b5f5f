/** What people outside the program must still look at: Kinyarwanda for a native reviewer, facts and rules for the association. */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { unconfirmedFacts, unreviewedTexts } from "#kernel/pack/review.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { UNREVIEWED, type Text } from "#platform/i18n/text.ts";

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
    rw.startsWith(UNREVIEWED)
      ? [
          {
            source: "program" as const,
            where: `${where}: ${name}`,
            text: { en: JSON.parse(`"${en}"`) as string, fr: JSON.parse(`"${fr}"`) as string, rw },
          },
        ]
      : [],
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

/** Every text that awaits a native reviewer. `pack` is the pack as this installation keeps it, with its own codes; `root` the checkout, or null without sources. */
export function textsToReview(pack: Pack, root: string | null): TextToReview[] {
  const ofPack = unreviewedTexts(pack).map(({ where, what }): TextToReview => ({
    source: where.startsWith("codeLists.") ? "code_list" : "pack",
    where,
    text: what,
  }));
  return [...ofPack, ...(root === null ? [] : programTexts(root))];
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
