/** A titled part of a page. */
import type { VNode } from "preact";
import { type Content, classes, present } from "./markup.ts";

export interface SectionProps {
  readonly id: string;
  readonly title: Content;
  /** A count beside the title. */
  readonly count?: string | number;
  /** One line beneath the title: unit, period, source. */
  readonly note?: Content;
  /** A frame around the content. */
  readonly card?: boolean;
  readonly titleHidden?: boolean;
  readonly children?: Content;
}

/** A titled part of a page. `id` is the title's id. */
export function Section({ id, title, count, note, card, titleHidden, children }: SectionProps): VNode {
  return (
    <section class="in-sec" aria-labelledby={id}>
      <h2 id={id} class={classes(count !== undefined && "in-h", titleHidden && "govuk-visually-hidden")}>
        {title}
        {count !== undefined && <span> {count}</span>}
      </h2>
      {present(note) && <p class="in-small in-sec__note">{note}</p>}
      {card ? <div class="in-card">{children}</div> : children}
    </section>
  );
}
