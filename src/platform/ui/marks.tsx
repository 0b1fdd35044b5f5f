/** Marks: lozenges for how sure a figure is, other shapes for how a thing stands; always beside a word. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { type Attributes, type Content, classes } from "./markup.ts";
import { w } from "./words.ts";

/** How sure a figure is, least to most: the fuller the lozenge, the surer the number. */
export type Sureness = "nothing" | "claimed" | "imported" | "verified";

/** How a thing stands. `rest` is planned, dropped or closed. */
export type Tone = "good" | "info" | "watch" | "late" | "rest";

/** Every mark by name. `sealed` is the full lozenge of a journal entry. */
export type MarkName = Sureness | Tone | "sealed" | "error" | "phone" | "bar";

const DIAMOND = "m10 1.8 8.2 8.2-8.2 8.2L1.8 10z";

/** The drawings, each on a 20 × 20 field; the ring serves both `info` and `rest`, whose words and tints differ. */
export const MARKS: Readonly<Record<MarkName, VNode>> = {
  verified: (
    <>
      <path fill="currentColor" d="m10 0 10 10-10 10L0 10z" />
      <path d="m5.8 10.2 3 3 5.4-6" fill="none" stroke="#fff" stroke-width="2.2" />
    </>
  ),
  claimed: <path d={DIAMOND} fill="#fff" stroke="currentColor" stroke-width="2.4" />,
  imported: (
    <>
      <path d={DIAMOND} fill="#fff" stroke="currentColor" stroke-width="2.4" />
      <path d="M10 1v18L1 10z" fill="currentColor" />
    </>
  ),
  nothing: <path d={DIAMOND} fill="#fff" stroke="currentColor" stroke-width="2" stroke-dasharray="2.6 2.6" />,
  sealed: <path fill="currentColor" d="m10 0 10 10-10 10L0 10z" />,
  good: (
    <>
      <circle cx="10" cy="10" r="10" fill="currentColor" />
      <path d="m5.5 10.3 3.2 3.2 5.8-6.5" fill="none" stroke="#fff" stroke-width="2.2" />
    </>
  ),
  info: <circle cx="10" cy="10" r="8.5" fill="#fff" stroke="currentColor" stroke-width="2.4" />,
  rest: <circle cx="10" cy="10" r="8.5" fill="#fff" stroke="currentColor" stroke-width="2.4" />,
  watch: (
    <>
      <path d="M10 1 20 19H0z" fill="currentColor" />
      <path d="M10 7v6m0 1.6V17" stroke="#fff" stroke-width="2.2" />
    </>
  ),
  late: (
    <>
      <path d="M1 1h18v18H1z" fill="currentColor" />
      <path d="M10 4.5V11l4 3" fill="none" stroke="#fff" stroke-width="2.2" />
    </>
  ),
  error: (
    <>
      <path d="M6 0h8l6 6v8l-6 6H6l-6-6V6z" fill="currentColor" />
      <path d="M10 4.5v7m0 2V16" stroke="#fff" stroke-width="2.4" />
    </>
  ),
  phone: <path d="M4 2h4l1.5 5L7 8.5a9 9 0 0 0 4.5 4.5L13 10.5l5 1.5v4q0 2-2 2A14 14 0 0 1 2 4q0-2 2-2" fill="currentColor" />,
  bar: <path d="M10 0v20" stroke="currentColor" stroke-width="5" />,
};

/** The prefix of a symbol's id inside a page. */
export const SYMBOL = "m-";

/** The drawings a page uses, once, for `<use>`. `renderPage` puts it in by itself with only the marks that occur. */
export function Sprite({ names }: { readonly names: readonly MarkName[] }): VNode {
  return (
    <svg class="in-sprite" width="0" height="0" aria-hidden="true">
      {names.map((name) => (
        <symbol id={SYMBOL + name} viewBox="0 0 20 20">
          {MARKS[name]}
        </symbol>
      ))}
    </svg>
  );
}

export interface MarkProps {
  readonly name: MarkName;
  /** Colour of the mark: a tone, the brand's lake, or the text's own colour when absent. */
  readonly colour?: Tone | "lake";
  readonly size?: "big";
  readonly class?: string;
}

/** One mark. It is hidden from screen readers, because a word always stands beside it. */
export function Mark({ name, colour, size, class: className }: MarkProps): VNode {
  return (
    <svg class={classes("in-mk", colour && `in-c-${colour}`, size && `in-mk--${size}`, className)} aria-hidden="true">
      <use href={`#${SYMBOL}${name}`} />
    </svg>
  );
}

/** A lozenge in the brand's colour, as full as the figure is sure. */
export function Lozenge({ of, size }: { readonly of: Sureness; readonly size?: "big" }): VNode {
  return <Mark name={of} colour="lake" size={size} />;
}

const SURE_WORD = { claimed: w.claimed, imported: w.imported, verified: w.verified, nothing: w.nothingYet };

export interface CertaintyProps {
  readonly say: Say;
  readonly of: Sureness;
  /** For imported figures: the system they come from and the date, already formatted. */
  readonly from?: { readonly source: string; readonly date: string };
  /** Replaces the word, for a sum that is as sure as its weakest part: “12 of 14 verified”. */
  readonly text?: string;
}

/** The mark and word after a figure that says how sure it is. */
export function Certainty({ say, of, from, text }: CertaintyProps): VNode {
  const word = text ?? (of === "imported" && from ? say(w.importedFrom, from) : say(SURE_WORD[of]));
  return (
    <span class="in-sure">
      <Lozenge of={of} />
      {word}
    </span>
  );
}

export interface TagProps {
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly children?: Content;
}

/** A plain tag. Prefer `StatusTag`, whose shape carries the meaning too. */
export function Tag({ class: className, attributes, children }: TagProps): VNode {
  return (
    <strong class={classes("govuk-tag", className)} {...attributes}>
      {children}
    </strong>
  );
}

export interface StatusTagProps {
  readonly tone: Tone;
  /** Another shape than the tone's own, such as an empty lozenge for a claimed result. */
  readonly mark?: MarkName;
  readonly children: Content;
}

/** Shape, colour and word for how a thing stands. */
export function StatusTag({ tone, mark, children }: StatusTagProps): VNode {
  return (
    <Tag class={`in-tag--${tone}`}>
      <Mark name={mark ?? tone} />
      <span>{children}</span>
    </Tag>
  );
}

/** Explains marks or colours beneath a title. */
export function Key({ children }: { readonly children: Content }): VNode {
  return <div class="in-key">{children}</div>;
}

/** The least sure of several figures, which is how sure their sum is. An empty list is `nothing`. */
export function weakest(parts: readonly Sureness[]): Sureness {
  const order: readonly Sureness[] = ["nothing", "claimed", "imported", "verified"];
  let lowest = order.length;
  for (const part of parts) lowest = Math.min(lowest, order.indexOf(part));
  return order[lowest] ?? "nothing";
}
