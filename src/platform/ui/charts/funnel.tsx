/** How many went on from step to step: a list with bars, never a cone. */
import type { VNode } from "preact";
import type { Language, Say } from "#platform/i18n/text.ts";
import { formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Certainty, type Sureness } from "#platform/ui/marks.tsx";
import type { Content } from "#platform/ui/markup.ts";
import { type About, Frame, percentAt } from "./frame.tsx";
import { RowsSvg } from "./rows-svg.tsx";

export interface FunnelStep {
  readonly value: number;
  /** “enrolled”, “attended”. */
  readonly word: string;
  readonly of: Sureness;
  /** A sentence for the share of the step before: `(share) => "93% of those enrolled"`. Not used by the first step. */
  readonly shareText?: (share: string) => string;
  /** Instead of a share: “1,685 women, 39%”. */
  readonly note?: string;
  readonly href?: string;
}

export interface FunnelProps {
  readonly say: Say;
  readonly lang: Language;
  readonly about: About;
  readonly steps: readonly FunnelStep[];
  readonly heading?: 2 | 3 | 4 | "none";
  readonly links?: Content;
}

/** The share of one number in another; nothing of nothing is nothing. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The small line of a step: its note, and its share of the step before. */
function detailOf({ lang, steps }: FunnelProps, index: number): string {
  const step = steps[index];
  const before = steps[index - 1];
  if (step === undefined) return "";
  const part = before && step.shareText ? step.shareText(formatPercent(share(step.value, before.value), lang)) : "";
  return [step.note ?? "", part].filter((text) => text !== "").join(" · ");
}

/** Each figure with its share of the step before; the bar is its share of the first. */
export function Funnel(props: FunnelProps): VNode {
  const { say, lang, about, steps, heading, links } = props;
  const first = steps[0]?.value ?? 0;
  return (
    <Frame say={say} about={about} heading={heading} links={links}>
      <ol class="in-funnel">
        {steps.map((step, index) => (
          <li>
            <div>
              <p>
                <b>{formatNumber(step.value, lang)}</b> <span>{step.word}</span>
              </p>
              <p class="in-small">
                <span>{detailOf(props, index)}</span> <Certainty say={say} of={step.of} />
              </p>
            </div>
            <svg aria-hidden="true">
              <rect class="bg" width="100%" height="16" />
              <rect
                class={step.of === "claimed" || step.of === "nothing" ? "fh" : "fg"}
                width={percentAt(share(step.value, first))}
                height="16"
              />
            </svg>
          </li>
        ))}
      </ol>
    </Frame>
  );
}

/** The same funnel as one drawing, for a file. */
export function FunnelSvg(props: FunnelProps): VNode {
  const first = props.steps[0]?.value ?? 0;
  const rows = props.steps.map((step, index) => ({
    label: `${formatNumber(step.value, props.lang)} ${step.word}`,
    note: detailOf(props, index),
    bar: share(step.value, first),
  }));
  return <RowsSvg label={props.about.label} rows={rows} />;
}
