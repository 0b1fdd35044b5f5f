/** Random numbers that depend on nothing but a seed text, the same on every machine: for bootstraps, simulations and demonstration data, never for secrets. */

/** A stream of random draws. The order of calls matters: the same calls after the same seed give the same answers. */
export interface Random {
  /** A number in [0, 1) with 53 random bits. */
  uniform(): number;
  /** A whole number from `low` to `high`, both included, each equally likely. Throws RangeError unless low ≤ high and both are whole. */
  integer(low: number, high: number): number;
  /** One of the list, each equally likely. Throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T;
  /** The list in random order (Fisher–Yates), as a new list. */
  shuffle<T>(list: readonly T[]): T[];
  /** `count` different members of the list in random order. Throws RangeError when the list is too short. */
  sample<T>(list: readonly T[], count: number): T[];
  /** A normally distributed number. */
  normal(mean?: number, standardDeviation?: number): number;
  /** An independent stream named by a label: what one part draws does not shift what another does. Takes nothing from this stream. */
  fork(label: string): Random;
}

const rotate = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0;

/** MurmurHash3 (Appleby 2011, x86 32-bit) of some bytes: spreads a seed text over a word of the generator's state. */
export function murmur3(bytes: Uint8Array, seed: number): number {
  let hash = seed >>> 0;
  const blocks = bytes.length & ~3;
  const mixed = (block: number): number => Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let i = 0; i < blocks; i += 4) {
    hash = rotate((hash ^ mixed(view.getUint32(i, true))) >>> 0, 13);
    hash = (Math.imul(hash, 5) + 0xe6546b64) >>> 0;
  }
  let tail = 0;
  for (let i = bytes.length - 1; i >= blocks; i--) tail = (tail << 8) | (bytes[i] ?? 0);
  if (bytes.length > blocks) hash ^= mixed(tail);
  hash ^= bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The next 32-bit words of xoshiro128** 1.1 (Blackman and Vigna 2018) from a state of four words, not all zero. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const word = Math.imul(rotate(Math.imul(b, 5) >>> 0, 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return word;
  };
}

/** True with probability exp(−p) for 0 ≤ p ≤ 1, by comparing uniforms only (von Neumann 1951). */
function happensExp(p: number, uniform: () => number): boolean {
  let previous = p;
  let steps = 0;
  for (;;) {
    const next = uniform();
    if (next >= previous) return steps % 2 === 0;
    previous = next;
    steps += 1;
  }
}

/**
 * A standard normal number by Karney’s exact algorithm (ACM Trans. Math. Softw. 42, 2016, algorithm N). It only compares,
 * multiplies and divides, so that no platform’s logarithm or cosine can change the answer.
 */
function standardNormal(uniform: () => number): number {
  for (;;) {
    let k = 0;
    while (happensExp(0.5, uniform)) k += 1;
    let kept = true;
    for (let i = 0; kept && i < k * (k - 1); i++) kept = happensExp(0.5, uniform);
    if (!kept) continue;
    const x = uniform();
    for (let i = 0; kept && i <= k; i++) {
      kept = happensExp((x * (2 * k + x)) / (2 * k + 2), uniform);
    }
    if (kept) return uniform() < 0.5 ? k + x : -(k + x);
  }
}

function checkWhole(low: number, high: number): void {
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || low > high) {
    throw new RangeError(`no whole number from ${low} to ${high}`);
  }
}

/** A stream of random draws from a seed text, by xoshiro128** seeded with four MurmurHash3 words of the text's UTF-8. */
export function seeded(seed: string): Random {
  const bytes = new TextEncoder().encode(seed);
  const next = xoshiro128([1, 2, 3, 4].map((i) => murmur3(bytes, i)) as [number, number, number, number]);
  const uniform = (): number => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
  const integer = (low: number, high: number): number => {
    checkWhole(low, high);
    const span = high - low + 1;
    if (!Number.isSafeInteger(span)) throw new RangeError("the range is too wide");
    // Draws above the last whole multiple are thrown away, or small numbers would come up more often.
    const limit = 2 ** 53 - (2 ** 53 % span);
    for (;;) {
      const draw = uniform() * 2 ** 53;
      if (draw < limit) return low + (draw % span);
    }
  };
  const sample = <T>(list: readonly T[], count: number): T[] => {
    checkWhole(0, count);
    if (count > list.length) throw new RangeError(`no ${count} members in a list of ${list.length}`);
    const drawn = [...list];
    for (let i = 0; i < Math.min(count, list.length - 1); i++) {
      const j = integer(i, list.length - 1);
      [drawn[i], drawn[j]] = [drawn[j] as T, drawn[i] as T];
    }
    return drawn.slice(0, count);
  };
  return {
    uniform,
    integer,
    sample,
    pick: (list) => {
      if (list.length === 0) throw new RangeError("nothing to pick from");
      return list[integer(0, list.length - 1)] as (typeof list)[number];
    },
    shuffle: (list) => sample(list, list.length),
    normal: (mean = 0, standardDeviation = 1) => mean + standardDeviation * standardNormal(uniform),
    fork: (label) => seeded(`${seed.length}:${seed}/${label}`),
  };
}
