/** What is behind a figure as pictures: how often each level was given, and how often each cause was named. */
import { Bars, BarsSvg, type BarsProps } from "#platform/ui/charts/bars.tsx";
import { formatPercent } from "#platform/ui/format.ts";
import type { Origin } from "./picture-spread.tsx";
import { type Picture, codeName, countText } from "./picture.ts";
import type { LevelCounts } from "./results-queries.ts";
import { w } from "./words-results.ts";

/** Shares of ratings by present level, 1 to 5; null when there are none. */
export function levelPicture({ voice, source, date, svgHref }: Origin, counts: LevelCounts): Picture | null {
  const { say, language } = voice;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const most = counts.indexOf(Math.max(...counts)) + 1;
  const nameOf = (level: number): string => codeName(voice, "capacity_level", String(level));
  const title = say(w.levelsTitle, { level: most, name: nameOf(most) });
  const about = { title, unit: say(w.levelsUnit), source, date, label: title, svgHref };
  const bars: BarsProps = {
    say,
    about,
    rows: counts.map((count, index) => ({ label: `${index + 1} ${nameOf(index + 1)}`, value: count / total })),
    format: (value) => formatPercent(value, language),
    heads: [say(w.levelHead), say(w.shareOfRatings)],
    heading: 2,
  };
  const columns = [
    { name: say(w.levelHead), kind: "text" },
    { name: say(w.shareOfRatings), kind: "text" },
  ] as const;
  return {
    about,
    html: <Bars {...bars} />,
    svg: <BarsSvg {...bars} />,
    table: { columns, rows: bars.rows.map((row) => [row.label, bars.format(row.value)]) },
  };
}

/** How often each cause was named, most often first; null when none was. */
export function causePicture(
  { voice, source, date, svgHref }: Origin,
  causes: Readonly<Record<string, number>>,
  { unit, heading }: { readonly unit: string; readonly heading: 2 | 3 },
): Picture | null {
  const { say } = voice;
  const named = Object.entries(causes)
    .filter(([, count]) => count > 0)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const first = named[0];
  if (first === undefined) return null;
  // Of causes named equally often none is named most often.
  const title = named[1]?.[1] === first[1] ? say(w.causesHeading) : say(w.causesTitle, { cause: codeName(voice, "gap_cause", first[0]) });
  const about = { title, unit, source, date, label: title, svgHref };
  const bars: BarsProps = {
    say,
    about,
    rows: named.map(([cause, count]) => ({ label: codeName(voice, "gap_cause", cause), value: count })),
    format: (value) => countText(voice, value),
    heads: [say(w.causeHead), say(w.namedHead)],
    heading,
  };
  const columns = [
    { name: say(w.causeHead), kind: "text" },
    { name: say(w.namedHead), kind: "integer" },
  ] as const;
  return {
    about,
    html: <Bars {...bars} />,
    svg: <BarsSvg {...bars} />,
    table: { columns, rows: bars.rows.map((row) => [row.label, row.value]) },
  };
}
