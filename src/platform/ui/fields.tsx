/** What surrounds an answer: label, hint, error, group and fieldset, in the order that govuk-frontend gives them. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Link } from "./link.tsx";
import { type Attributes, type Content, classes, idList, present } from "./markup.ts";
import { w } from "./words.ts";

/** Sizes of a label or legend; the question of a page is `l`. */
export type Size = "s" | "m" | "l" | "xl";

export interface LabelProps {
  readonly for?: string;
  readonly size?: Size;
  /** The label is the page's title and becomes its `<h1>`. */
  readonly heading?: boolean;
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly children?: Content;
}

/** A field's label. Prints nothing when there is no text. */
export function Label({ for: target, size, heading, class: className, attributes, children }: LabelProps): VNode | null {
  if (!present(children)) return null;
  const label = (
    <label class={classes("govuk-label", size && `govuk-label--${size}`, className)} {...attributes} for={target}>
      {children}
    </label>
  );
  return heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}

interface TextBlockProps {
  readonly id?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly children?: Content;
}

/** Help beside a field. */
export function Hint({ id, class: className, attributes, children }: TextBlockProps): VNode {
  return (
    <div id={id} class={classes("govuk-hint", className)} {...attributes}>
      {children}
    </div>
  );
}

export interface ErrorMessageProps extends TextBlockProps {
  readonly say: Say;
  /** The word before the message for screen readers; `false` for none. */
  readonly prefix?: string | false;
}

/** What to do about one field, above the field. */
export function ErrorMessage({ say, id, prefix, class: className, attributes, children }: ErrorMessageProps): VNode {
  const word = prefix === undefined ? say(w.errorPrefix) : prefix;
  return (
    <p id={id} class={classes("govuk-error-message", className)} {...attributes}>
      {word && <span class="govuk-visually-hidden">{word}</span>} {children}
    </p>
  );
}

export interface FieldsetProps {
  readonly legend?: Content;
  readonly legendSize?: Size;
  readonly legendClass?: string;
  /** The legend is the page's title and becomes its `<h1>`. */
  readonly heading?: boolean;
  readonly describedBy?: string;
  readonly role?: string;
  readonly class?: string;
  readonly attributes?: Attributes;
  readonly children?: Content;
}

/** Groups fields under one question. */
export function Fieldset(props: FieldsetProps): VNode {
  const { legend, legendSize, legendClass, heading, describedBy, role, class: className, attributes, children } = props;
  const legendClasses = classes("govuk-fieldset__legend", legendSize && `govuk-fieldset__legend--${legendSize}`, legendClass);
  return (
    <fieldset class={classes("govuk-fieldset", className)} role={role as "group"} aria-describedby={describedBy} {...attributes}>
      {present(legend) && <legend class={legendClasses}>{heading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}</legend>}
      {children}
    </fieldset>
  );
}

/** What every single-answer field takes. `id` defaults to `name`; the error summary links to `#id`. */
export interface FieldProps {
  readonly say: Say;
  readonly name: string;
  readonly id?: string;
  readonly label: Content;
  readonly labelSize?: Size;
  readonly labelClass?: string;
  readonly labelAttributes?: Attributes;
  /** The label is the page's title. */
  readonly heading?: boolean;
  readonly hint?: Content;
  readonly hintClass?: string;
  readonly error?: Content;
  readonly errorClass?: string;
  readonly describedBy?: string;
  readonly disabled?: boolean;
  readonly class?: string;
  readonly groupClass?: string;
  readonly groupAttributes?: Attributes;
  readonly attributes?: Attributes;
  /** Printed just before and just after the control, inside the group. */
  readonly before?: Content;
  readonly after?: Content;
}

interface FieldGroupProps extends FieldProps {
  /** Extra ids that describe the control and come before the hint's. */
  readonly first?: string;
  readonly control: (id: string, describedBy: string | undefined) => Content;
}

/** The frame of a single-answer field: label, hint, error, control. */
export function FieldGroup(props: FieldGroupProps): VNode {
  const { say, name, label, hint, error, control } = props;
  const id = props.id ?? name;
  const hintId = present(hint) && `${id}-hint`;
  const errorId = present(error) && `${id}-error`;
  return (
    <div class={classes("govuk-form-group", errorId && "govuk-form-group--error", props.groupClass)} {...props.groupAttributes}>
      <Label for={id} size={props.labelSize} heading={props.heading} class={props.labelClass} attributes={props.labelAttributes}>
        {label}
      </Label>
      {hintId && (
        <Hint id={hintId} class={props.hintClass}>
          {hint}
        </Hint>
      )}
      {errorId && (
        <ErrorMessage say={say} id={errorId} class={props.errorClass}>
          {error}
        </ErrorMessage>
      )}
      {props.before}
      {control(id, idList(props.describedBy, props.first, hintId, errorId))}
      {props.after}
    </div>
  );
}

/** One line of an error summary; `href` is `#` and the id of the field's first control. */
export interface SummaryError {
  readonly text: Content;
  readonly href?: string;
  readonly attributes?: Attributes;
}

export interface ErrorSummaryProps {
  readonly say: Say;
  readonly errors: readonly SummaryError[];
  readonly title?: Content;
  readonly description?: Content;
  /** Focus stays where it is. By default the browser moves it here when the page opens, without script. */
  readonly keepFocus?: boolean;
  readonly class?: string;
  readonly attributes?: Attributes;
}

/** Every problem of a form, first on the page, each a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps): VNode {
  const { say, errors, title, description, keepFocus, class: className, attributes } = props;
  const focus = keepFocus ? {} : { tabindex: -1, autofocus: true };
  return (
    <div class={classes("govuk-error-summary", className)} {...focus} {...attributes}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? say(w.errorHead)}</h2>
        <div class="govuk-error-summary__body">
          {present(description) && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map((error) => (
                <li>
                  {error.href === undefined ? (
                    error.text
                  ) : (
                    <Link href={error.href} attributes={error.attributes}>
                      {error.text}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
