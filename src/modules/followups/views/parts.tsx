/** Parts that several pages about tasks share: how one stands, the row of marks, what stood in the way. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Standing } from "#kernel/commitment/standing.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { Bars, type BarsProps } from "#platform/ui/charts/bars.tsx";
import type { UnitRowProps } from "#platform/ui/charts/unit-row.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { StatusTag, type MarkName, type Tone } from "#platform/ui/marks.tsx";
import type { Application } from "../schema.ts";
import { w } from "../words.ts";
import { w as answers } from "../words-answers.ts";

type Spoken = Pick<Shell, "say" | "language" | "pack">;

const TAG: Readonly<
  Record<Standing, { readonly tone: Tone; readonly mark: MarkName; readonly text: (typeof answers)[keyof typeof answers] }>
> = {
  verified: { tone: "good", mark: "verified", text: answers.verified },
  claimed: { tone: "info", mark: "claimed", text: answers.claimed },
  partly: { tone: "watch", mark: "watch", text: answers.partlyDone },
  not_applied: { tone: "watch", mark: "watch", text: answers.not_applied },
  waiting: { tone: "rest", mark: "nothing", text: answers.waiting },
};

/** How a task stands: mark, colour and word. */
export function StandingTag({ shell, standing }: { readonly shell: Pick<Shell, "say">; readonly standing: Standing }): VNode {
  const { tone, mark, text } = TAG[standing];
  return (
    <StatusTag tone={tone} mark={mark}>
      {shell.say(text)}
    </StatusTag>
  );
}

/** The word for how a task stands. */
export const standingText = (standing: Standing) => TAG[standing].text;

/** The most tasks that are drawn one by one; above it, bars. */
export const MOST_UNITS = 40;

/** One mark a task: what a supervisor has seen, what she says herself, and what is not to be seen yet. */
export function unitsOf(shell: Spoken, sum: Application, svgHref: string, today: string): UnitRowProps {
  const { say } = shell;
  return {
    say,
    about: {
      title: say(w.question),
      unit: say(w.unit),
      source: say(w.source),
      date: formatDate(today),
      label: say(w.label, { ...sum }),
      svgHref,
    },
    counts: [
      { of: "verified", count: sum.verified, words: say(w.verified, { count: sum.verified }) },
      { of: "claimed", count: sum.claimed, words: say(w.claimed, { count: sum.claimed }) },
      {
        of: "nothing",
        count: sum.partly + sum.notApplied + sum.waiting,
        words: say(w.others, { partly: sum.partly, no: sum.notApplied, waiting: sum.waiting }),
      },
    ],
  };
}

/** The same as bars, for sessions with many tasks. */
export function standingBars(shell: Spoken, sum: Application, svgHref: string, today: string): BarsProps {
  const { say, language } = shell;
  const { about } = unitsOf(shell, sum, svgHref, today);
  return {
    say,
    about,
    heads: [say(w.stands), say(w.tasks)],
    format: (value) => formatNumber(value, language),
    rows: [
      { label: say(answers.verified), value: sum.verified, of: "verified" as const },
      { label: say(answers.claimed), value: sum.claimed, of: "claimed" as const },
      { label: say(answers.partlyDone), value: sum.partly },
      { label: say(answers.not_applied), value: sum.notApplied },
      { label: say(answers.waiting), value: sum.waiting },
    ],
  };
}

/** What stood in the way, most often named first. */
export function Barriers({
  shell,
  barriers,
  today,
  svgHref,
}: {
  readonly shell: Spoken;
  readonly barriers: readonly { readonly code: string; readonly count: number }[];
  readonly today: string;
  readonly svgHref: string;
}): VNode {
  return <Bars {...barrierBars(shell, barriers, today, svgHref)} />;
}

/** The bars of what stood in the way. */
export function barrierBars(
  shell: Spoken,
  barriers: readonly { readonly code: string; readonly count: number }[],
  today: string,
  svgHref: string,
): BarsProps {
  const { say, language, pack } = shell;
  const names = new Map(codesOf(pack, "work_barrier").map((code) => [code.code, say(code.names)]));
  const rows = barriers.map(({ code, count }) => ({ label: names.get(code) ?? code, value: count }));
  const label = rows.map((row) => `${row.label}: ${row.value}`).join(", ");
  return {
    say,
    about: { title: say(w.barriers), unit: say(w.barriersUnit), source: say(w.source), date: formatDate(today), label, svgHref },
    rows,
    format: (value) => formatNumber(value, language),
    heads: [say(w.barriers), say(w.tasks)],
  };
}
