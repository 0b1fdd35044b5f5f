/** Names of people as sets of words: no fixed order of given and family name, accents and spelling that vary, initials. */

/**
 * The words of a name, lower-case and without accents, in the order written. Apostrophes join (N’Diaye is ndiaye), every
 * other sign parts (Jean-Paul is jean paul). `ignored` are titles and the like, lower-case, from the caller’s word lists.
 */
export function nameTokens(name: string, ignored: readonly string[] = []): string[] {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’ʼ‘`]/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== "" && !ignored.includes(token));
}

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word of the other
 * (optimal string alignment; Damerau 1964).
 */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  let before: number[] = [];
  let above = Array.from({ length: width }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j < width; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** How two words of names relate. */
export type TokenLikeness = "same" | "similar" | "initial" | "different";

/** Whether two words may be one name: the same; one letter apart from four letters on, two from eight on; or an initial of the other. */
export function compareTokens(a: string, b: string): TokenLikeness {
  if (a === b) return "same";
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short) ? "initial" : "different";
  if (short.length < 4 || long.length - short.length > 2) return "different";
  const allowed = short.length >= 8 ? 2 : 1;
  return editDistance(a, b) <= allowed ? "similar" : "different";
}

/** Words of one name set against those of another; the second word of a pair comes from the second name. */
export interface TokenPairs {
  readonly pairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly likeness: Exclude<TokenLikeness, "different">;
  }[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/** Neighbouring words that the other name writes as one: jean paul beside jeanpaul. */
function joinLike(tokens: readonly string[], other: readonly string[]): string[] {
  const joined = [...tokens];
  for (let i = 0; i + 1 < joined.length; i++) {
    const together = `${joined[i]}${joined[i + 1]}`;
    if (other.includes(together) && !tokens.includes(together)) joined.splice(i, 2, together);
  }
  return joined;
}

const order = { same: 0, similar: 1, initial: 2 } as const;

/** Pairs the words of two names, the best likeness first, each word once. Swapping the names swaps the answer and nothing else. */
export function pairTokens(first: readonly string[], second: readonly string[]): TokenPairs {
  const left = joinLike(first, second);
  const right = joinLike(second, first);
  const candidates = left.flatMap((a, i) =>
    right.flatMap((b, j) => {
      const likeness = compareTokens(a, b);
      const [low = "", high = ""] = [a, b].sort();
      return likeness === "different" ? [] : [{ a, b, i, j, likeness, words: `${low} ${high}` }];
    }),
  );
  candidates.sort((x, y) => order[x.likeness] - order[y.likeness] || (x.words < y.words ? -1 : x.words > y.words ? 1 : 0));
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const pairs = candidates.filter(({ i, j }) => {
    if (usedLeft.has(i) || usedRight.has(j)) return false;
    usedLeft.add(i);
    usedRight.add(j);
    return true;
  });
  return {
    pairs: pairs.map(({ a, b, likeness }) => ({ a, b, likeness })),
    onlyA: left.filter((_, i) => !usedLeft.has(i)),
    onlyB: right.filter((_, j) => !usedRight.has(j)),
  };
}

/** The first letter and the next consonants of a word, at most four: vowels, doubled letters and endings are what spellings disagree on. */
export function skeleton(token: string): string {
  const rest = token.slice(1).replaceAll(/[aeiouyhw]/gu, "");
  return (token.slice(0, 1) + rest).replaceAll(/(.)\1+/gu, "$1").slice(0, 4);
}
