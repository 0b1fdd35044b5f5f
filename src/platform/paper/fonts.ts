/** The faces a PDF is set in: Noto Sans, whose files hold Latin in two parts; each character finds the part that has it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const resolve = createRequire(import.meta.url).resolve;

export type Weight = "regular" | "bold" | "italic" | "boldItalic";

const style: Readonly<Record<Weight, string>> = {
  regular: "400-normal",
  bold: "700-normal",
  italic: "400-italic",
  boldItalic: "700-italic",
};

const cache = new Map<string, Buffer>();

/** The bytes of one face; `part` is the half of the Latin letters it holds. */
export function fontFile(weight: Weight, part: "latin" | "latin-ext"): Buffer {
  const file = `@fontsource/noto-sans/files/noto-sans-${part}-${style[weight]}.woff`;
  const kept = cache.get(file) ?? readFileSync(resolve(file));
  cache.set(file, kept);
  return kept;
}

/** Signs that neither part has, and what stands for them on paper. */
const standIns: Readonly<Record<string, string>> = {
  "\u202f": "\u00a0",
  "\u2009": "\u00a0",
  "\u2011": "-",
  "→": "–",
  "≈": "~",
  "≥": ">=",
  "≤": "<=",
  "✓": "x",
};

// The ranges of the two files as their package declares them.
const inFirst = (code: number): boolean =>
  code <= 0xff || [0x131, 0x152, 0x153, 0x2c6, 0x2da, 0x2dc, 0x20ac, 0x2122, 0x2212].includes(code) || (code >= 0x2000 && code <= 0x206f);
const inSecond = (code: number): boolean =>
  (code >= 0x100 && code <= 0x2ba) || (code >= 0x1e00 && code <= 0x1eff) || (code >= 0x20a0 && code <= 0x20c0);

/** Characters of a text with the part of the face that draws each; a sign in neither becomes “?”. */
export function drawable(text: string): readonly { readonly text: string; readonly part: "latin" | "latin-ext" }[] {
  const runs: { text: string; part: "latin" | "latin-ext" }[] = [];
  for (const raw of text.normalize("NFC")) {
    const sign = standIns[raw] ?? raw;
    const code = sign.codePointAt(0) ?? 0;
    const part = inFirst(code) || !inSecond(code) ? "latin" : "latin-ext";
    const shown = inFirst(code) || inSecond(code) ? sign : "?";
    const last = runs.at(-1);
    if (last?.part === part) last.text += shown;
    else runs.push({ text: shown, part });
  }
  return runs;
}
