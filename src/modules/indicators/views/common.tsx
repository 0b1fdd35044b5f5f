/** Small parts that several pages of indicators share. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Progress, Total } from "#kernel/measure/figures.ts";
import type { Indicator } from "#kernel/measure/schema.ts";
import type { Say } from "#platform/i18n/text.ts";
import { Certainty, StatusTag } from "#platform/ui/marks.tsx";
import { PROGRESS, valueText } from "../format.ts";

export interface ViewProps {
  readonly shell: Shell;
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
