/** A chain of records, each as full as its figure is sure; a line is solid when the link is proved, dotted when it is not. */
import type { VNode } from "preact";
import { Link } from "#platform/ui/link.tsx";
import { Mark, type MarkName, StatusTag, type Sureness, type Tone } from "#platform/ui/marks.tsx";
import { classes } from "#platform/ui/markup.ts";
import { INK, INK_2, LAKE } from "./colour.ts";
import { MarkAt, TextLines, wrapped } from "./frame.tsx";

export interface ChainStep {
  /** The step's name: it stands there also when the record is still missing. */
  readonly kind: string;
  readonly title: string;
  readonly href?: string;
  /** “13 of 22”. */
  readonly value?: string;
  readonly detail?: string;
  /** `nothing` draws the dotted lozenge of a step that is only planned. */
  readonly of: Sureness;
  /** The link from this step to the next is on record. */
  readonly proved: boolean;
  readonly tag?: { readonly tone: Tone; readonly text: string; readonly mark?: MarkName };
}

export interface ChainProps {
  /** Two to eight; across on a desk, down on a phone. */
  readonly steps: readonly ChainStep[];
  /** The chain in one sentence. */
  readonly label: string;
}

/** The chain as a list of links. */
export function Chain({ steps, label }: ChainProps): VNode {
  return (
    <ol class={`in-chain in-n${steps.length}`} aria-label={label}>
      {steps.map((step) => (
        <li class={classes(!step.proved && "in-open")}>
          <Mark name={step.of} class="in-node" />
          <p class="in-chain__kind">{step.kind}</p>
          <h3>{step.href === undefined ? step.title : <Link href={step.href}>{step.title}</Link>}</h3>
          <p class="in-chain__value">{step.value}</p>
          <p class="in-small">{step.detail}</p>
          <p class="in-tagrow">
            {step.tag && (
              <StatusTag tone={step.tag.tone} mark={step.tag.mark}>
                {step.tag.text}
              </StatusTag>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The same chain as one drawing, for a file. */
export function ChainSvg({ steps, label }: ChainProps): VNode {
  const width = 150;
  return (
    <svg viewBox={`0 0 ${steps.length * width + 8} 170`} role="img" aria-label={label}>
      {steps.map((step, index) => (
        <g transform={`translate(${8 + index * width} 0)`}>
          {index < steps.length - 1 && (
            <path d={`M40 22h${width - 44}`} stroke={LAKE} stroke-width="4" stroke-dasharray={step.proved ? undefined : "4 5"} />
          )}
          <MarkAt name={step.of} x={18} y={22} size={36} />
          <text y="62" font-size="12" font-weight="700" fill={LAKE}>
            {step.kind}
          </text>
          <TextLines lines={wrapped(step.title, 19).slice(0, 3)} x={0} y={80} size={13} weight={700} />
          <text y="136" font-size="16" font-weight="800" fill={INK}>
            {step.value}
          </text>
          <TextLines
            lines={wrapped([step.detail, step.tag?.text].filter(Boolean).join(". "), 24).slice(0, 2)}
            x={0}
            y={152}
            size={11}
            fill={INK_2}
          />
        </g>
      ))}
    </svg>
  );
}
