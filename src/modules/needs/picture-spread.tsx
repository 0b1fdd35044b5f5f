/** Distributions as pictures: strips without names, and intervals in a group. */
import { IntervalPlot, IntervalSvg, type IntervalProps } from "#platform/ui/charts/interval.tsx";
import { Strip, StripSvg, quartiles, type StripProps } from "#platform/ui/charts/strip.tsx";
import type { About } from "#platform/ui/charts/frame.tsx";
import { codeName, countText, levelText, type Picture, type PictureTable, type Voice } from "./picture.ts";
import { shownLevel } from "./results-figures.ts";
import type { Estimates, SpreadRow } from "./results-spread.ts";
import { w } from "./words-results.ts";

export interface Origin {
  readonly voice: Voice;
  readonly source: string;
  readonly date: string;
  readonly svgHref: string;
}

/** The levels of one kind of district by field. `home` is the name of the reader’s own organisation. */
export function spreadPicture(
  props: Origin & {
    readonly rows: readonly SpreadRow[];
    readonly group: string;
    readonly home: string | null;
    readonly heading?: 2 | 3 | "none";
  },
): Picture | null {
  const { voice, source, date, svgHref, rows, group, home, heading } = props;
  const { say } = voice;
  if (rows.length === 0) return null;
  const widest = rows.map((row) => ({ row, ...quartiles(row.values) })).sort((a, b) => b.high - b.low - (a.high - a.low))[0];
  const title =
    widest === undefined ? say(w.spreadTitle) : say(w.spreadFinding, { field: codeName(voice, "capacity_domain", widest.row.domain) });
  const about: About = {
    title,
    unit: say(w.spreadUnit, { group: codeName(voice, "context_group", group) }),
    source,
    date,
    label: say(w.spreadLabel),
    svgHref,
  };
  const strip: StripProps = {
    say,
    about,
    heading,
    rows: rows.map((row) => ({
      label: codeName(voice, "capacity_domain", row.domain),
      values: row.values,
      own: row.own === null || home === null ? undefined : { value: row.own, label: home },
    })),
    domain: [1, 5],
    scale: [say(w.scaleLow), say(w.scaleMiddle), say(w.scaleHigh)],
    format: (value) => levelText(voice, value),
    words: { median: say(w.middleOne), half: say(w.middleHalf) },
    rowLabel: (row) => say(w.spreadRow, row),
  };
  return { about, html: <Strip {...strip} />, svg: <StripSvg {...strip} />, table: spreadTable(voice, rows) };
}

function spreadTable(voice: Voice, rows: readonly SpreadRow[]): PictureTable {
  const { say } = voice;
  const level = (name: string) => ({ name, kind: "decimal", places: 1 }) as const;
  return {
    columns: [
      { name: say(w.field), kind: "text" },
      { name: say(w.organisations), kind: "integer" },
      level(say(w.quarter)),
      level(say(w.middleOne)),
      level(say(w.threeQuarters)),
      level(say(w.own)),
    ],
    rows: rows.map((row) => {
      const { low, median, high } = quartiles(row.values);
      return [
        codeName(voice, "capacity_domain", row.domain),
        row.values.length,
        shownLevel(low),
        shownLevel(median),
        shownLevel(high),
        row.own === null ? null : shownLevel(row.own),
      ];
    }),
  };
}

/** Gaps of one field with intervals, by name in alphabetical order. Only rows that the reader may see are passed in. */
export function estimatesPicture(
  props: Origin & {
    readonly estimates: Estimates;
    readonly group: string;
    readonly domain: string;
    readonly hrefOf: (organisation: string) => string | undefined;
  },
): Picture {
  const { voice, source, date, svgHref, estimates, group, domain, hrefOf } = props;
  const { say } = voice;
  const field = codeName(voice, "capacity_domain", domain);
  const apart = estimates.rows.filter((row) => row.low > estimates.mean || row.high < estimates.mean).length;
  const title = apart === 0 ? say(w.estimatesAlike, { field }) : say(w.estimatesApart, { field, count: apart });
  const about: About = { title, unit: say(w.estimatesUnit), source, date, label: say(w.estimatesLabel, { field }), svgHref };
  const ends = estimates.rows.flatMap((row) => [row.low, row.high]);
  const plot: IntervalProps = {
    say,
    about,
    domain: [Math.min(0, Math.floor(Math.min(...ends))), Math.max(2, Math.ceil(Math.max(...ends)))],
    groups: [
      {
        title: codeName(voice, "context_group", group),
        reference: estimates.mean,
        rows: estimates.rows.map((row) => ({
          label: row.organisation.name,
          href: hrefOf(row.organisation.id),
          value: row.shrunk,
          low: row.low,
          high: row.high,
          note: say(w.ownMean, {
            mean: levelText(voice, row.gap),
            answers: say(w.answersShort, { count: row.n, shown: countText(voice, row.n) }),
          }),
        })),
      },
    ],
    format: (value) => levelText(voice, value),
    words: { value: say(w.estimate), interval: say(w.interval95), reference: say(w.groupMean) },
    children: <p class="in-small">{say(w.shrunkNote)}</p>,
  };
  return { about, html: <IntervalPlot {...plot} />, svg: <IntervalSvg {...plot} />, table: estimatesTable(voice, estimates, domain) };
}

function estimatesTable(voice: Voice, estimates: Estimates, domain: string): PictureTable {
  const { say } = voice;
  const level = (name: string) => ({ name, kind: "decimal", places: 1 }) as const;
  return {
    columns: [
      { name: say(w.organisation), kind: "text" },
      { name: say(w.field), kind: "text" },
      { name: say(w.respondents), kind: "integer" },
      level(say(w.gap)),
      level(say(w.estimate)),
      level(say(w.lowEnd)),
      level(say(w.highEnd)),
      level(say(w.groupMean)),
    ],
    rows: estimates.rows.map((row) => [
      row.organisation.name,
      codeName(voice, "capacity_domain", domain),
      row.n,
      shownLevel(row.gap),
      shownLevel(row.shrunk),
      shownLevel(row.low),
      shownLevel(row.high),
      shownLevel(estimates.mean),
    ]),
  };
}
