/** Our own parts of a page: sections, figures, timelines, progress, notices and doors; the morning rows come along. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Button } from "./buttons.tsx";
import { Link } from "./link.tsx";
import { Lozenge, Mark, type MarkName, type Tone } from "./marks.tsx";
import { type Content, present } from "./markup.ts";
import { w } from "./words.ts";

export { Section, type SectionProps } from "./section.tsx";
export { type Contact, MorningGroup, type MorningGroupProps, MorningRow, type MorningRowProps, PhoneLink } from "./morning.tsx";

/** A white frame. */
export function Card({ children }: { readonly children: Content }): VNode {
  return <div class="in-card">{children}</div>;
}

/** Side by side on a desk, one under the other on a phone: equal halves or thirds, or 2/3 and 1/3; `small` for many little things, two beside one another on a phone. */
export function Columns({
  kind = "half",
  children,
}: {
  readonly kind?: "half" | "thirds" | "aside" | "small";
  readonly children: Content;
}): VNode {
  return <div class={`in-two in-two--${kind}`}>{children}</div>;
}

/** A line of links beneath a block. */
export function MoreLinks({ children }: { readonly children: Content }): VNode {
  return <p class="in-more">{children}</p>;
}

/** An entry of a record's history. */
export interface TimelineEntry {
  /** Formatted: “14/11/2025”, “Sunday 18:40”. */
  readonly date: string;
  /** Machine-readable, for `<time datetime>`. */
  readonly datetime?: string;
  /** What happened, as a sentence with the post as actor. */
  readonly text: Content;
  /** A smaller line: which post, which place. */
  readonly by?: Content;
}

/** What happened to a record, newest first; every entry is sealed, so its lozenge is full. */
export function Timeline({ entries, children }: { readonly entries: readonly TimelineEntry[]; readonly children?: Content }): VNode {
  return (
    <>
      <ol class="in-time">
        {entries.map((entry) => (
          <li>
            <time datetime={entry.datetime}>{entry.date}</time>
            <p>{entry.text}</p>
            {present(entry.by) && <p class="in-small">{entry.by}</p>}
          </li>
        ))}
      </ol>
      {children && <p class="in-more">{children}</p>}
    </>
  );
}

export interface ProgressProps {
  readonly done: number;
  readonly of: number;
  /** “7,412 of 11,860 rows read. You can close this page.” */
  readonly text: Content;
  /** Where along the bar something is due, as a share from 0 to 1; `text` says what it means. */
  readonly markAt?: number;
}

const percent = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`;

/** A bar without words, for use beside figures. `share` from 0 to 1. */
export function Bar({ share, markAt }: { readonly share: number; readonly markAt?: number }): VNode {
  return (
    <svg class="in-prog" aria-hidden="true">
      <rect class="bg" width="100%" height="12" />
      <rect class="fg" width={percent(share)} height="12" />
      {markAt !== undefined && <rect class="mk" x={percent(markAt)} width="3" height="12" />}
    </svg>
  );
}

/** Long work: how far it is, in words and as a bar. */
export function Progress({ done, of, text, markAt }: ProgressProps): VNode {
  return (
    <div class="in-progress" role="status">
      <Bar share={of === 0 ? 0 : done / of} markAt={markAt} />
      <p class="in-small">{text}</p>
    </div>
  );
}

export interface EmptyStateProps {
  /** What would be here, and why it is empty. */
  readonly children: Content;
  readonly action?: { readonly href: string; readonly text: string };
}

/** Instead of a list without rows. */
export function EmptyState({ children, action }: EmptyStateProps): VNode {
  return (
    <div class="in-empty">
      <p>{children}</p>
      {action && (
        <Button href={action.href} variant="secondary" size="small">
          {action.text}
        </Button>
      )}
    </div>
  );
}

/** Saved, offline, queued: a tinted box with a mark. One a page; `live` reads it out when it appears. */
export function Notice({
  tone = "info",
  mark,
  live,
  children,
}: {
  readonly tone?: Tone;
  readonly mark?: MarkName;
  readonly live?: boolean;
  readonly children: Content;
}): VNode {
  return (
    <div class={`in-note in-note--${tone}`} role={live ? "status" : undefined}>
      <Mark name={mark ?? tone} />
      <div>{children}</div>
    </div>
  );
}

/** A door: a link and one line about what is behind it. */
export interface Door {
  readonly href: string;
  readonly title: string;
  readonly text?: Content;
}

/** Up to four ways on. */
export function Doors({ doors }: { readonly doors: readonly Door[] }): VNode {
  return (
    <ul class="in-doors">
      {doors.map((door) => (
        <li>
          <CardLink {...door} />
        </li>
      ))}
    </ul>
  );
}

/** One door. */
export function CardLink({ href, title, text }: Door): VNode {
  return (
    <>
      <Link href={href}>{title}</Link>
      {present(text) && <p class="in-small">{text}</p>}
    </>
  );
}

export interface FigureProps {
  /** The number, or a link with it. */
  readonly value: Content;
  /** “different people trained, of 28,000 by 2030”. */
  readonly label: Content;
  /** Draws the bar; shares from 0 to 1. */
  readonly share?: number;
  readonly markAt?: number;
  /** What the mark means, or another small line. */
  readonly note?: Content;
  /** `<Certainty>`, then links to what is behind the figure. */
  readonly children?: Content;
}

/** The one number of a card. */
export function Figure({ value, label, share, markAt, note, children }: FigureProps): VNode {
  return (
    <div class="in-target">
      <p class="in-fig">{value}</p>
      <p>{label}</p>
      {share !== undefined && <Bar share={share} markAt={markAt} />}
      {present(note) && <p class="in-small">{note}</p>}
      {present(children) && <p class="in-target__links">{children}</p>}
    </div>
  );
}

/** Where a person stands in a form of several pages. `number` from 1; `name` is the form's. */
export function StepBar({
  say,
  number,
  count,
  name,
}: {
  readonly say: Say;
  readonly number: number;
  readonly count: number;
  readonly name?: string;
}): VNode {
  const step = say(w.step, { number, count });
  return (
    <>
      <p class="in-small">{name ? `${name}. ${step}` : step}</p>
      <div class="in-steps" aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <i class={index + 1 < number ? "done" : index + 1 === number ? "now" : undefined} />
        ))}
      </div>
    </>
  );
}

/** Explains one lozenge in words, for the page about how sure numbers are. */
export function SurenessCard({
  of,
  title,
  children,
}: {
  readonly of: "claimed" | "imported" | "verified";
  readonly title: string;
  readonly children: Content;
}): VNode {
  return (
    <div>
      <p>
        <Lozenge of={of} size="big" /> <b>{title}</b>
      </p>
      <p class="in-small">{children}</p>
    </div>
  );
}
