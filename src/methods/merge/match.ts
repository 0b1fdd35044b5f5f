/** Suggests which records on several lists may be one person, with the reasons; it never merges anything. */
import { frequenciesOf, usualWeights, weigh } from "./evidence.ts";
import type { EvidenceWeights, Frequencies, PersonRecord, Prepared, Reason } from "./evidence.ts";
import { nameTokens, skeleton } from "./names.ts";

/** What the caller decides; thresholds are in bits of evidence. */
export interface MatchOptions {
  /** Suggest from this many bits on. */
  readonly threshold: number;
  /** Call it strong from this many bits on. */
  readonly strong: number;
  /** Also look for the same person twice on one list; otherwise only across lists. */
  readonly withinLists?: boolean;
  /** Titles and other words, lower-case, that are no part of a name. */
  readonly ignored?: readonly string[];
  readonly weights?: EvidenceWeights;
}

/** Two records that may be one person; `score` is the sum of the reasons’ bits. `a` is the one whose list and id come first. */
export interface Suggestion {
  readonly a: PersonRecord;
  readonly b: PersonRecord;
  readonly score: number;
  readonly strength: "possible" | "strong";
  readonly reasons: readonly Reason[];
}

/** Blocks larger than this are left out: what so many share is weak evidence, and other facts bring true pairs together. */
const largestBlock = 150;
/** A word on at most this many records brings them together by itself. */
const rareWord = 12;

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The keys under which a record is filed; two records are compared when they share one. */
function blocksOf(prepared: Prepared, { count }: Frequencies): string[] {
  const { record, tokens } = prepared;
  const words = [...new Set(tokens)].filter((token) => token.length > 1);
  const bones = [...new Set(words.map(skeleton))].sort();
  const keys = (record.phones ?? []).map((phone) => `phone ${phone}`);
  for (const [i, first] of bones.entries()) {
    for (const second of bones.slice(i + 1)) keys.push(`pair ${first} ${second}`);
    if (record.entity) keys.push(`place ${first} ${record.entity}`);
  }
  if (bones.length === 1) keys.push(`only ${bones[0]}`);
  for (const word of words) {
    if ((count.get(`name ${word}`) ?? 0) <= rareWord) keys.push(`rare ${word}`);
  }
  return keys;
}

/** Every pair of places (smaller first) that shares a block, once. */
function candidatePairs(all: readonly Prepared[], frequencies: Frequencies, withinLists: boolean): Set<number> {
  const blocks = new Map<string, number[]>();
  for (const [i, prepared] of all.entries()) {
    for (const key of blocksOf(prepared, frequencies)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [i]);
      else block.push(i);
    }
  }
  const pairs = new Set<number>();
  for (const block of blocks.values()) {
    if (block.length > largestBlock) continue;
    for (const [k, i] of block.entries()) {
      for (const j of block.slice(k + 1)) {
        if (withinLists || all[i]?.record.list !== all[j]?.record.list) pairs.add(i * all.length + j);
      }
    }
  }
  return pairs;
}

function checkIds(all: readonly Prepared[]): void {
  for (const [i, { record }] of all.entries()) {
    const before = all[i - 1]?.record;
    if (before && before.id === record.id && before.list === record.list) {
      throw new RangeError(`${record.id} stands twice on the list ${record.list}`);
    }
  }
}

/**
 * Pairs of records with at least `threshold` bits of evidence for being one person, the strongest first (record linkage
 * after Fellegi and Sunter, J. Am. Stat. Assoc. 64, 1969, with frequency-based weights after Winkler 1989). The answer does
 * not depend on the order of the records. Throws RangeError when an id stands twice on one list.
 */
export function suggestMatches(records: readonly PersonRecord[], options: MatchOptions): Suggestion[] {
  const { threshold, strong, withinLists = false, ignored = [], weights = usualWeights } = options;
  const all = records
    .map((record): Prepared => ({ record, tokens: nameTokens(record.name, ignored) }))
    .sort((x, y) => text(x.record.list, y.record.list) || text(x.record.id, y.record.id));
  checkIds(all);
  const frequencies = frequenciesOf(all);
  const suggestions: Suggestion[] = [];
  for (const pair of candidatePairs(all, frequencies, withinLists)) {
    const a = all[Math.floor(pair / all.length)] as Prepared;
    const b = all[pair % all.length] as Prepared;
    const reasons = weigh(a, b, { frequencies, weights });
    const score = Math.round(reasons.reduce((sum, { bits }) => sum + bits, 0) * 100) / 100;
    if (score < threshold) continue;
    const strength = score >= strong ? "strong" : "possible";
    suggestions.push({ a: a.record, b: b.record, score, strength, reasons });
  }
  return suggestions.sort(
    (x, y) => y.score - x.score || text(x.a.list, y.a.list) || text(x.a.id, y.a.id) || text(x.b.list, y.b.list) || text(x.b.id, y.b.id),
  );
}
