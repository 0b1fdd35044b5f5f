/** Change between rounds as pictures: intervals of change by field, and the line over all rounds. */
import { IntervalPlot, IntervalSvg, type IntervalProps } from "#platform/ui/charts/interval.tsx";
import { Trend, TrendSvg, type TrendProps } from "#platform/ui/charts/trend.tsx";
import type { About } from "#platform/ui/charts/frame.tsx";
import { codeName, countText, levelText, type Picture, type PictureTable, type Voice } from "./picture.ts";
import type { Origin } from "./picture-spread.tsx";
import { shownLevel } from "./results-figures.ts";
import type { DomainChange } from "./results-change.ts";
import { w } from "./words-results.ts";

/** Fields that moved for certain: their interval leaves zero out. */
function movedFor(changes: readonly DomainChange[], direction: "closed" | "opened"): DomainChange[] {
  return changes.filter(({ change: { change } }) => change !== null && (direction === "closed" ? change.high < 0 : change.low > 0));
}

function aboutOf({ voice, source, date, svgHref }: Origin, changes: readonly DomainChange[]): About {
  const { say } = voice;
  const [closed, opened] = [movedFor(changes, "closed").length, movedFor(changes, "opened").length];
  const title = closed + opened === 0 ? say(w.changeNone) : say(w.changeFinding, { closed, opened });
  return { title, unit: say(w.changeUnit), source, date, label: say(w.changeLabel), svgHref };
}

function tableOf(voice: Voice, changes: readonly DomainChange[]): PictureTable {
  const { say } = voice;
  const level = (name: string) => ({ name, kind: "decimal", places: 1 }) as const;
  const whole = (name: string) => ({ name, kind: "integer" }) as const;
  return {
    columns: [
      { name: say(w.field), kind: "text" },
      level(say(w.gapBefore)),
      whole(say(w.respondentsBefore)),
      level(say(w.gapAfter)),
      whole(say(w.respondentsAfter)),
      level(say(w.change)),
      level(say(w.lowEnd)),
      level(say(w.highEnd)),
      whole(say(w.inBoth)),
      whole(say(w.onlyBefore)),
      whole(say(w.onlyAfter)),
    ],
    rows: changes.map(({ domain, before, after, change }) => [
      codeName(voice, "capacity_domain", domain),
      before === null ? null : shownLevel(before.gap),
      before?.n ?? null,
      after === null ? null : shownLevel(after.gap),
      after?.n ?? null,
      change.change === null ? null : shownLevel(change.change.estimate),
      change.change === null ? null : shownLevel(change.change.low),
      change.change === null ? null : shownLevel(change.change.high),
      change.pairs,
      change.onlyBefore.length,
      change.onlyAfter.length,
    ]),
  };
}

/** The change of every field. Null when no field has two organisations in both rounds. */
export function changePicture(origin: Origin, changes: readonly DomainChange[]): Picture | null {
  const { voice } = origin;
  const { say } = voice;
  const measured = changes.filter(({ change }) => change.change !== null);
  if (measured.length === 0) return null;
  const about = aboutOf(origin, changes);
  const ends = measured.flatMap(({ change: { change } }) => (change === null ? [] : [Math.abs(change.low), Math.abs(change.high)]));
  const reach = Math.max(1, Math.ceil(Math.min(4, Math.max(...ends)) * 2) / 2);
  const plot: IntervalProps = {
    say,
    about,
    domain: [-reach, reach],
    groups: [
      {
        title: say(w.changeAxis),
        reference: 0,
        rows: measured.flatMap(({ domain, before, after, change }) => {
          if (change.change === null) return [];
          const { estimate, low, high } = change.change;
          const note = say(w.changeNote, {
            before: countText(voice, before?.n ?? 0),
            after: countText(voice, after?.n ?? 0),
            pairs: change.pairs,
          });
          return [{ label: codeName(voice, "capacity_domain", domain), value: estimate, low, high, note }];
        }),
      },
    ],
    format: (value) => levelText(voice, value),
    words: { value: say(w.change), interval: say(w.interval95), reference: say(w.noChange) },
    children: <p class="in-small">{say(w.contributed)}</p>,
  };
  return { about, html: <IntervalPlot {...plot} />, svg: <IntervalSvg {...plot} />, table: tableOf(voice, changes) };
}

/** One round of the line. */
export interface TrendRound {
  /** Grows with time: the first day of the fiscal year as a number of days. */
  readonly at: number;
  readonly name: string;
  readonly gap: number;
  readonly n: number;
}

/** The mean gap over the rounds; null below two. */
export function trendPicture(origin: Origin, points: readonly TrendRound[], field: string | null): Picture | null {
  const { voice, source, date, svgHref } = origin;
  const { say } = voice;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const values = { from: levelText(voice, first.gap), to: levelText(voice, last.gap), rounds: points.length };
  const title = field === null ? say(w.trendFinding, values) : say(w.trendFindingField, { ...values, field });
  const about: About = { title, unit: say(w.trendUnit), source, date, label: title, svgHref };
  const trend: TrendProps = {
    say,
    about,
    points: points.map(({ at, name, gap }) => ({ at, name, value: gap, of: "claimed" })),
    format: (value) => levelText(voice, value),
    heads: [say(w.round), say(w.gap)],
    children: <p class="in-small">{say(w.trendNote)}</p>,
  };
  return {
    about,
    html: <Trend {...trend} />,
    svg: <TrendSvg {...trend} />,
    table: {
      columns: [
        { name: say(w.round), kind: "text" },
        { name: say(w.gap), kind: "decimal", places: 1 },
        { name: say(w.respondents), kind: "integer" },
      ],
      rows: points.map(({ name, gap, n }) => [name, shownLevel(gap), n]),
    },
  };
}
