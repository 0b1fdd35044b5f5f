/** The five steps of a map of counts: none, then quarters of the areas that have any. */
import { quantile } from "d3-array";
import type { Breaks } from "./colour.ts";

/** Breaks between the steps; without any count they are 1, 2, 3, 4. */
export function quarterBreaks(counts: readonly number[]): Breaks {
  const some = counts.filter((count) => count > 0);
  const rising = [1];
  for (const share of [0.25, 0.5, 0.75]) {
    const before = rising.at(-1) ?? 0;
    rising.push(Math.max(Math.ceil(quantile(some, share) ?? 0), before + 1));
  }
  return rising as unknown as Breaks;
}

/** The steps in words: “0”, “1–12”, …, “58+”. */
export function stepWords(breaks: Breaks, format: (value: number) => string): [string, string, string, string, string] {
  const [a, b, c, d] = breaks;
  const span = (from: number, to: number): string => (from >= to ? format(from) : `${format(from)}–${format(to)}`);
  return ["0", span(a, b - 1), span(b, c - 1), span(c, d - 1), `${format(d)}+`];
}
