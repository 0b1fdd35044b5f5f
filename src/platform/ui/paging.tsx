/** Links between the pages of a long list. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { safeHref } from "./link.tsx";
import { type Attributes, type Content, classes } from "./markup.ts";
import { w } from "./words.ts";

/** The link to the page before or after. */
export interface PageStep {
  readonly href: string;
  readonly text?: Content;
  /** What is on that page, shown beneath the word when no numbers are. */
  readonly labelText?: string;
  readonly attributes?: Attributes;
}

/** A page's number, or a gap between numbers. */
export type PageItem =
  | {
      readonly number: number | string;
      readonly href: string;
      readonly current?: boolean;
      readonly label?: string;
      readonly attributes?: Attributes;
    }
  | { readonly gap: true };

export interface PaginationProps {
  readonly say: Say;
  readonly previous?: PageStep;
  readonly next?: PageStep;
  readonly items?: readonly PageItem[];
  /** Names the landmark when a page has two of them. */
  readonly label?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
}

const ARROW = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
};

function Arrow({ to }: { readonly to: "prev" | "next" }): VNode {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROW[to]} />
    </svg>
  );
}

interface StepProps {
  readonly say: Say;
  readonly to: "prev" | "next";
  readonly step: PageStep;
  readonly block: boolean;
}

function Step({ say, to, step, block }: StepProps): VNode {
  const word = to === "prev" ? [w.previous, w.previousPage] : [w.next, w.nextPage];
  const [shown, hidden] = word as [typeof w.next, typeof w.nextPage];
  return (
    <div class={`govuk-pagination__${to}`}>
      <a class="govuk-link govuk-pagination__link" href={safeHref(step.href)} rel={to} {...step.attributes}>
        {(block || to === "prev") && <Arrow to={to} />}
        <span
          class={classes(
            "govuk-pagination__link-title",
            block && step.labelText === undefined && "govuk-pagination__link-title--decorated",
          )}
        >
          {step.text ?? (
            <>
              {say(shown)}
              <span class="govuk-visually-hidden">{say(hidden)}</span>
            </>
          )}
        </span>
        {step.labelText !== undefined && block && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{step.labelText}</span>
          </>
        )}
        {!block && to === "next" && <Arrow to={to} />}
      </a>
    </div>
  );
}

function Item({ say, item }: { readonly say: Say; readonly item: PageItem }): VNode {
  if ("gap" in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">…</li>;
  return (
    <li class={classes("govuk-pagination__item", item.current && "govuk-pagination__item--current")}>
      <a
        class="govuk-link govuk-pagination__link"
        href={safeHref(item.href)}
        aria-label={item.label ?? say(w.page, { number: item.number })}
        aria-current={item.current ? "page" : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  );
}

/** Previous, numbers, next. */
export function Pagination({ say, previous, next, items, label, class: className, attributes }: PaginationProps): VNode {
  const block = items === undefined && (previous !== undefined || next !== undefined);
  return (
    <nav
      class={classes("govuk-pagination", block && "govuk-pagination--block", className)}
      aria-label={label ?? say(w.pages)}
      {...attributes}
    >
      {previous && <Step say={say} to="prev" step={previous} block={block} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => (
            <Item say={say} item={item} />
          ))}
        </ul>
      )}
      {next && <Step say={say} to="next" step={next} block={block} />}
    </nav>
  );
}

/** The numbers to show for page `current` of `last` (both from 1): first, last, the current one and its neighbours, with gaps between. */
export function pageItems(current: number, last: number, href: (page: number) => string): PageItem[] {
  const wanted = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const shown = [...new Set(wanted)].toSorted((a, b) => a - b);
  const items: PageItem[] = [];
  let before = 0;
  for (const page of shown) {
    // A gap of one page is filled in: the dots would take as much room as the number.
    if (page - before === 2) items.push({ number: page - 1, href: href(page - 1) });
    else if (page - before > 2) items.push({ gap: true });
    items.push({ number: page, href: href(page), current: page === current });
    before = page;
  }
  return items;
}

export interface PagesProps {
  readonly say: Say;
  /** From 1. */
  readonly current: number;
  readonly last: number;
  readonly href: (page: number) => string;
}

/** The pagination of a list with `last` pages; nothing when there is only one. */
export function Pages({ say, current, last, href }: PagesProps): VNode | null {
  if (last <= 1) return null;
  return (
    <Pagination
      say={say}
      previous={current > 1 ? { href: href(current - 1) } : undefined}
      next={current < last ? { href: href(current + 1) } : undefined}
      items={pageItems(current, last, href)}
    />
  );
}
