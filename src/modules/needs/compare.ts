/** Puts the sources of each field side by side and says where they disagree; no input or output. */
import type { SourceCell } from "./queries-answers.ts";

/** One field with its sources. `current` is null where too few people answered to show it. */
export interface Comparison {
  readonly domain: string;
  readonly cells: readonly { readonly source: string; readonly respondents: number; readonly current: number | null }[];
  readonly desired: number | null;
  /** Highest minus lowest shown level; null when only one source can be shown. */
  readonly spread: number | null;
  readonly disagrees: boolean;
}

/** From this difference of levels on, sources disagree. */
const DISAGREEMENT = 1;

/** Levels are compared to a hundredth, as they are kept: 3.2 − 2.2 must not fall short of one. */
const hundredths = (level: number): number => Math.round(level * 100);

/** The sources of one organisation by field. A field that the pictures of results hide loses every figure that its own answers could be worked out from. What fewer than `fewest` respondents said themselves is hidden; records of other sources are not about respondents. */
export function compareSources(
  cells: readonly SourceCell[],
  fewest: number,
  hides: (domain: string) => boolean = () => false,
): Comparison[] {
  return [...Map.groupBy(cells, (cell) => cell.domain)].map(([domain, list]) => {
    const isShown = (cell: SourceCell): boolean => cell.source !== "self" || (cell.respondents >= fewest && !hides(domain));
    const shown = list.filter(isShown);
    const levels = shown.map((cell) => hundredths(cell.current));
    const spread = levels.length < 2 ? null : (Math.max(...levels) - Math.min(...levels)) / 100;
    return {
      domain,
      cells: list.map((cell) => ({ source: cell.source, respondents: cell.respondents, current: isShown(cell) ? cell.current : null })),
      desired: hides(domain) ? null : ((shown.find((cell) => cell.source === "self") ?? shown[0])?.desired ?? null),
      spread,
      disagrees: spread !== null && spread >= DISAGREEMENT,
    };
  });
}
