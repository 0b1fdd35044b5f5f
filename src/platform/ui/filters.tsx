/** The form above a list: its state is the page's address, so that a filtered list can be sent to a colleague. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Button } from "./buttons.tsx";
import { type Option, type OptionGroup, Options } from "./inputs.tsx";
import { Link, safeHref } from "./link.tsx";
import { type Content, present } from "./markup.ts";
import { w } from "./words.ts";

/** One filter: a list of choices, or a box to type in. */
export type FilterField =
  | {
      readonly name: string;
      readonly label: string;
      readonly options: readonly (Option | OptionGroup)[];
      readonly value?: string | number;
    }
  | {
      readonly name: string;
      readonly label: string;
      readonly type: "search" | "text" | "date";
      readonly value?: string;
    };

export interface FiltersProps {
  readonly say: Say;
  readonly action: string;
  /** Up to four, in one line on a desk and two by two on a phone. */
  readonly fields: readonly FilterField[];
  /** The others, folded away; opened when one of them is set. */
  readonly more?: readonly FilterField[];
  /** “38 of 412, procurement, Huye”. */
  readonly result?: Content;
  /** The address without filters; give it only when one is set. */
  readonly clearHref?: string;
  /** Other parts of the address to keep, such as the order. */
  readonly keep?: Readonly<Record<string, string | number | undefined>>;
}

function Field({ field }: { readonly field: FilterField }): VNode {
  const id = `f-${field.name}`;
  return (
    <div>
      <label for={id}>{field.label}</label>
      {"options" in field ? (
        <select class="govuk-select" id={id} name={field.name}>
          <Options options={field.options} value={field.value} />
        </select>
      ) : (
        <input class="govuk-input" id={id} name={field.name} type={field.type as "text"} value={field.value} />
      )}
    </div>
  );
}

/** Filters with “Show”, the line that says what is shown, and “Clear”. */
export function Filters({ say, action, fields, more = [], result, clearHref, keep = {} }: FiltersProps): VNode {
  const opened = more.some((field) => field.value !== undefined && field.value !== "");
  return (
    <>
      <form class="in-filter" method="get" action={safeHref(action)} role="search" aria-label={say(w.filter)}>
        {Object.entries(keep).map(([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />)}
        {fields.map((field) => (
          <Field field={field} />
        ))}
        {more.length > 0 && (
          <details class="in-filter__more" open={opened}>
            <summary>{say(w.moreFilters)}</summary>
            <div class="in-filter__grid">
              {more.map((field) => (
                <Field field={field} />
              ))}
            </div>
          </details>
        )}
        <Button size="small">{say(w.show)}</Button>
      </form>
      {(present(result) || clearHref !== undefined) && (
        <p class="in-result">
          {present(result) && <span>{result}</span>}
          {clearHref !== undefined && <Link href={clearHref}>{say(w.clear)}</Link>}
        </p>
      )}
    </>
  );
}
