/** Small parts that several pages of indicators share. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Progress, Total } from "#kernel/measure/figures.ts";
import type { Indicator } from "#kernel/measure/schema.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Say } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import type { Choice, Option, SummaryError } from "#platform/ui/forms.tsx";
import { Certainty, StatusTag } from "#platform/ui/marks.tsx";
import { PROGRESS, valueText } from "../format.ts";

export interface ViewProps {
  readonly shell: Shell;
}

/** The problems of a form as its summary, and by field. */
export interface Wrong {
  readonly errors: readonly SummaryError[];
  at(field: string): string | undefined;
}

export function wrongOf(say: Say, problems: readonly FieldProblem[]): Wrong {
  const byField = new Map(problems.map((problem) => [problem.field, say(problem.text, problem.values)]));
  return {
    errors: problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` })),
    at: (field) => byField.get(field),
  };
}

export const ProgressTag = ({ say, progress }: { readonly say: Say; readonly progress: Progress }): VNode => (
  <StatusTag tone={PROGRESS[progress].tone}>{say(PROGRESS[progress].word)}</StatusTag>
);

/** A total’s value with its lozenge; a dash where there is none. */
export function Value({ shell, indicator, total }: ViewProps & { readonly indicator: Indicator; readonly total: Total | null }): VNode {
  if (total === null || total.value === null) return <>–</>;
  return (
    <>
      <b>{valueText(indicator, total.value, shell.language)}</b> <Certainty say={shell.say} of={total.certainty} />
    </>
  );
}

export function optionsOf(say: Say, pack: Pack, list: string): Option[] {
  return codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));
}

export function choicesOf(say: Say, pack: Pack, list: string): Choice[] {
  return codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));
}
