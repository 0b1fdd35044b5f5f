/** Finds out how a text table is written: its encoding and the character between its cells. */
import { isUtf8 } from "node:buffer";
import { utf16Of } from "./sniff.ts";

/** Encodings that are read; Windows-1252 stands for Latin-1 too, as browsers have it (WHATWG Encoding). */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Separators that are recognised; between equals the earlier wins, because commas also stand in prose and decimals. */
const DELIMITERS = ["\t", ";", "|", ","] as const;
/** The character between two cells. */
export type Delimiter = (typeof DELIMITERS)[number];

/** How sure we are of the encoding: `guessed` by elimination, `broken` when some bytes fit no letter. */
export interface EncodingFinding {
  readonly encoding: Encoding;
  readonly doubt: "none" | "guessed" | "broken";
}

/** Records that are compared to find the separator. */
const COMPARED = 50;

/**
 * The encoding of a text. UTF-16 by its mark or its zeros; UTF-8 when every byte fits; otherwise the byte sequences decide:
 * accented letters in UTF-8 form valid sequences that Latin text almost never forms by chance.
 */
export function findEncoding(bytes: Uint8Array): EncodingFinding {
  const wide = utf16Of(bytes);
  if (wide !== undefined) return { encoding: wide, doubt: "none" };
  if (isUtf8(bytes)) return { encoding: "utf-8", doubt: "none" };
  const { sequences, strays } = countLetters(bytes);
  if (sequences > strays) return { encoding: "utf-8", doubt: "broken" };
  return { encoding: "windows-1252", doubt: "guessed" };
}

/** Counts UTF-8 sequences of several bytes, and bytes above 127 that belong to none. */
function countLetters(bytes: Uint8Array): { sequences: number; strays: number } {
  let sequences = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead >= 0xc2 && lead <= 0xf4 && isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length) {
      sequences += 1;
      at += length - 1;
    } else {
      strays += 1;
    }
  }
  return { sequences, strays };
}

/** The part of a beginning that surely ends between two characters, so that a cut letter is not mistaken for a broken one. */
export function wholeCharacters(head: Uint8Array): Uint8Array {
  let end = head.length;
  while (end > 0 && (head[end - 1] ?? 0) >= 0x80) end -= 1;
  return end > 0 ? head.subarray(0, end) : head;
}

/** A first line `sep=;`, which Excel understands and hides: its separator and its length. */
export function declaredDelimiter(text: string): { delimiter: Delimiter; length: number } | undefined {
  const match = /^sep=([,;|\t])(\r\n|\r|\n)/i.exec(text);
  return match === null ? undefined : { delimiter: match[1] as Delimiter, length: match[0].length };
}

/**
 * The separator by which most records have the same number of cells; the first record, usually the header, weighs more.
 * A table of one column has none: then the comma.
 */
export function findDelimiter(text: string): Delimiter {
  const counts = countDelimiters(text);
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(counts.map((count) => count[delimiter]));
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

type DelimiterCount = Record<Delimiter, number>;

/** Separators outside quotation marks in each of the first records that are not blank. */
function countDelimiters(text: string): DelimiterCount[] {
  const counts: DelimiterCount[] = [];
  let count: DelimiterCount = { ",": 0, ";": 0, "\t": 0, "|": 0 };
  let quoted = false;
  let filled = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === "\n" || character === "\r")) {
      if (filled && counts.push(count) === COMPARED) return counts;
      count = { ",": 0, ";": 0, "\t": 0, "|": 0 };
      filled = false;
      continue;
    }
    filled = true;
    if (!quoted && character in count) count[character as Delimiter] += 1;
  }
  if (filled && (counts.length === 0 || text.length < 60_000)) counts.push(count);
  return counts;
}

function scoreOf(counts: readonly number[]): number {
  const byCount = new Map<number, number>();
  for (const count of counts) if (count > 0) byCount.set(count, (byCount.get(count) ?? 0) + 1);
  let score = 0;
  for (const [count, lines] of byCount) {
    const share = lines / counts.length;
    const weight = counts[0] === count ? 1.5 : 1;
    score = Math.max(score, share * share * Math.log2(1 + count) * weight);
  }
  return score;
}
