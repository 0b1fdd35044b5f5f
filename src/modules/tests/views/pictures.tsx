/** The pictures of tests: the class before and after, and the marks of an evaluation, on the page and as files. */
import type { VNode } from "preact";
import type { Gain } from "#methods/learning/gain.ts";
import { inLanguage } from "#kernel/questionnaire/model.ts";
import { AMOUNT, INK, PAPER, REST } from "#platform/ui/charts/colour.ts";
import { type About, at, Frame, percentAt } from "#platform/ui/charts/frame.tsx";
import { FIELD, RowsSvg } from "#platform/ui/charts/rows-svg.tsx";
import { Strip, StripSvg, type StripProps } from "#platform/ui/charts/strip.tsx";
import type { Language, Say } from "#platform/i18n/text.ts";
import { formatDate, formatNumber, formatPercent } from "#platform/ui/format.ts";
import type { SessionFacts } from "#modules/sessions";
import type { Evaluation, MarkFacts } from "../opinions.ts";
import { paths } from "../paths.ts";
import { percentOf, type Result } from "../schema.ts";
import { w } from "../words.ts";
import { w as asked } from "../words-questions.ts";

/** Who speaks to whom. */
export interface Voice {
  readonly say: Say;
  readonly language: Language;
}

/** A percent from 0 to 100 as people write it. */
export const percentText = (value: number, language: Language): string => formatPercent(value / 100, language);

/** The class before and after, one stroke a person who sat both; null while nobody has. */
export function gainPicture(voice: Voice, session: SessionFacts, gain: Gain, results: readonly Result[]): StripProps | null {
  const { say, language } = voice;
  if (gain.preMean === null || gain.postMean === null) return null;
  const both = new Set(gain.changes.map((one) => one.person));
  const values = (kind: Result["kind"]): number[] => results.filter((one) => one.kind === kind && both.has(one.enrolment)).map(percentOf);
  const said = { pre: percentText(gain.preMean, language), post: percentText(gain.postMean, language), both: gain.both };
  const about: About = {
    title: say(w.pictureTitle, said),
    unit: say(w.pictureUnit),
    source: say(w.source),
    date: formatDate(session.to),
    label: say(w.pictureLabel, said),
    svgHref: paths.picture(session.id),
  };
  return {
    say,
    about,
    rows: [
      { label: say(w.before), values: values("pre") },
      { label: say(w.after), values: values("post") },
    ],
    domain: [0, 100],
    scale: [percentText(0, language), percentText(50, language), percentText(100, language)],
    format: (value) => percentText(value, language),
    words: { median: say(w.middle), half: say(w.half) },
    rowLabel: (row) => say(w.stripRow, row),
    heading: 3,
  };
}

export const GainPicture = (props: StripProps): VNode => <Strip {...props} />;
export const gainDrawing = (props: StripProps): VNode => <StripSvg {...props} />;

/** The words of a question in the reader’s language. */
export const labelIn = (label: Readonly<Record<string, string>>, language: Language): string => {
  const own = Object.keys(label).find((name) => name === language || name.endsWith(`(${language})`));
  return own === undefined ? inLanguage(label, language, Object.keys(label)[0] ?? language) : (label[own] ?? "");
};

/** From the lowest mark, in the lightest tint, to the highest, in the darkest. */
function tintOf(index: number, count: number): string {
  const tints = [REST, AMOUNT[1], AMOUNT[2], AMOUNT[3], AMOUNT[4]];
  return tints[Math.round((index * (tints.length - 1)) / Math.max(1, count - 1))] ?? REST;
}

interface SegmentsProps {
  readonly of: MarkFacts;
  /** A share from 0 to 1 as a place in the drawing: percent on a page, units in a file. */
  readonly place: (share: number) => string | number;
}

/** One bar cut by mark, each part with its count where there is room for it. */
function Segments({ of, place }: SegmentsProps): VNode {
  let from = 0;
  return (
    <>
      {of.levels.map((level, index) => {
        const share = of.answers === 0 ? 0 : level.count / of.answers;
        const begin = from;
        from += share;
        if (level.count === 0) return null;
        return (
          <>
            <rect x={place(begin)} y="0" width={place(share)} height="24" fill={tintOf(index, of.levels.length)} stroke={PAPER} />
            {share > 0.08 && (
              <text x={place(begin + share / 2)} y="17" font-size="13" text-anchor="middle" fill={index >= 3 ? PAPER : INK}>
                {level.count}
              </text>
            )}
          </>
        );
      })}
    </>
  );
}

/** The marks of an evaluation. */
export function marksOf(evaluation: Evaluation): readonly MarkFacts[] {
  return evaluation.questions.filter((one): one is MarkFacts => one.kind === "mark");
}

function aboutMarks({ say }: Voice, session: SessionFacts, evaluation: Evaluation): About {
  const marks = marksOf(evaluation);
  return {
    title: say(asked.marks),
    unit: say(asked.marksUnit, { low: marks[0]?.low ?? 1, high: marks[0]?.high ?? 5 }),
    source: say(asked.marksSource),
    date: formatDate(session.to),
    label: say(asked.marksLabel, { answers: evaluation.answers, questions: marks.length }),
    svgHref: paths.evaluationPicture(session.id),
  };
}

export interface MarksProps {
  readonly voice: Voice;
  readonly session: SessionFacts;
  readonly evaluation: Evaluation;
  /** What the other sessions of the course say, by question. */
  readonly others: (path: string) => string;
}

/** Each question with its mean and how the marks spread. */
export function MarksPicture({ voice, session, evaluation, others }: MarksProps): VNode {
  const { say, language } = voice;
  const marks = marksOf(evaluation);
  const meanText = (one: MarkFacts): string =>
    one.mean === null ? "–" : say(asked.meanOf, { mean: formatNumber(one.mean, language, 1), high: one.high });
  const names = [...new Set(marks.flatMap((one) => one.levels.map((level) => level.name)))];
  const figures = {
    head: [say(asked.question), ...names, say(asked.mean)],
    rows: marks.map((one) => [
      labelIn(one.label, language),
      ...names.map((name) => String(one.levels.find((level) => level.name === name)?.count ?? 0)),
      meanText(one),
    ]),
  };
  return (
    <Frame say={say} about={aboutMarks(voice, session, evaluation)} heading="none" figures={figures}>
      <ul class="govuk-list">
        {marks.map((one) => (
          <li>
            <b>{labelIn(one.label, language)}</b> {meanText(one)} <span class="in-small">({others(one.path)})</span>
            <br />
            <svg width="100%" height="26" role="img" aria-label={`${labelIn(one.label, language)}: ${meanText(one)}`}>
              <Segments of={one} place={percentAt} />
            </svg>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** The marks as one drawing for a file. */
export function marksDrawing(
  voice: Voice,
  session: SessionFacts,
  evaluation: Evaluation,
): { readonly about: About; readonly drawing: VNode } {
  const about = aboutMarks(voice, session, evaluation);
  const rows = marksOf(evaluation).map((one) => ({
    label: clipped(labelIn(one.label, voice.language)),
    note: one.mean === null ? "–" : voice.say(asked.meanOf, { mean: formatNumber(one.mean, voice.language, 1), high: one.high }),
    marks: <Segments of={one} place={(share) => at(share * FIELD)} />,
  }));
  return { about, drawing: <RowsSvg label={about.label} rows={rows} /> };
}

/** As much of a label as stands beside a drawing. */
const clipped = (label: string): string => (label.length <= 40 ? label : `${label.slice(0, 39).trimEnd()}…`);
