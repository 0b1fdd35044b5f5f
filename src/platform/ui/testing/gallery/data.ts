/** Invented figures of the gallery, the same on every run. */
import type { Tile } from "#platform/ui/charts/tile-map.tsx";

const NAMES =
  "Alo Beri Cyika Dore Efura Fumba Gasha Hindiro Isano Jali Kamuhira Lemera Musaveyoro Nyarukenge Ombe Pangura Rusigari Shara Tumbakata Ubuto Vunga Wisumo Yove Zaza Akaje Bihe Cyato Dusenyi Ejo Fure".split(
    " ",
  );

const PLACES = "31 41 51 61 12 22 32 42 52 62 13 23 33 43 53 63 73 24 34 44 54 64 74 15 25 35 16 26 36 46".split(" ");

/** A small generator (Park and Miller's minimal standard), so that nothing is typed in by hand. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Thirty tiles with values from 0 to `most`. */
export function tilesOf(most: number, seed: number): Tile[] {
  const random = randomOf(seed);
  return NAMES.map((name, index) => {
    const [column, row] = [...(PLACES[index] ?? "11")].map(Number);
    return {
      code: name.slice(0, 3).toUpperCase(),
      name,
      column: column ?? 1,
      row: row ?? 1,
      value: Math.floor(random() * (most + 1)),
      href: `/place/${index}`,
      outlined: [8, 13, 14].includes(index),
    };
  });
}

/** Thirty levels around a middle, between 1 and 5. */
export function levelsOf(middle: number, seed: number): number[] {
  const random = randomOf(seed);
  return NAMES.map(() => Math.min(5, Math.max(1, middle + (random() + random() + random() - 1.5) * 1.4)));
}
