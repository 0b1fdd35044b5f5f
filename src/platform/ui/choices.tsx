/** Fields with answers to tick: radios, checkboxes, and the three boxes of a date. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { ErrorMessage, Fieldset, Hint, Label, type Size } from "./fields.tsx";
import { type Attributes, type Content, classes, idList, present } from "./markup.ts";
import { w } from "./words.ts";

/** One choice of radios or checkboxes. */
export interface Choice {
  readonly value: string | number;
  readonly text: Content;
  readonly hint?: Content;
  readonly hintClass?: string;
  readonly hintAttributes?: Attributes;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
  /** Checkboxes only: a name of its own. */
  readonly name?: string;
  /** Checkboxes only: ticking it means “none of the others”; the server settles a contradiction. */
  readonly exclusive?: boolean;
  readonly labelClass?: string;
  readonly labelAttributes?: Attributes;
  /** A question that belongs to this choice; without script it is always shown beneath it. */
  readonly conditional?: Content;
  readonly attributes?: Attributes;
}

/** A word between choices, such as “or”; or a place that stays empty. */
export interface Divider {
  readonly divider: string;
}

export type ChoiceItem = Choice | Divider | null | false | "";

interface GroupProps {
  readonly say: Say;
  readonly name: string;
  /** The id of the first choice, to which the error summary links; `name` when absent. */
  readonly idPrefix?: string;
  readonly legend?: Content;
  readonly legendSize?: Size;
  readonly legendClass?: string;
  /** The legend is the page's title. */
  readonly heading?: boolean;
  readonly hint?: Content;
  readonly hintClass?: string;
  readonly hintAttributes?: Attributes;
  readonly error?: Content;
  readonly errorClass?: string;
  readonly errorAttributes?: Attributes;
  readonly describedBy?: string;
  readonly fieldsetClass?: string;
  readonly fieldsetAttributes?: Attributes;
  readonly class?: string;
  readonly groupClass?: string;
  readonly groupAttributes?: Attributes;
  readonly attributes?: Attributes;
  readonly before?: Content;
  readonly after?: Content;
}

interface FrameProps extends GroupProps {
  readonly id: string;
  readonly role?: string;
  readonly children: Content;
}

/** Legend, hint and error around a group of controls. */
function Frame(props: FrameProps): VNode {
  const { say, id, legend, hint, error, role, children } = props;
  const hintId = present(hint) && `${id}-hint`;
  const errorId = present(error) && `${id}-error`;
  const inner = (
    <>
      {hintId && (
        <Hint id={hintId} class={props.hintClass} attributes={props.hintAttributes}>
          {hint}
        </Hint>
      )}
      {errorId && (
        <ErrorMessage say={say} id={errorId} class={props.errorClass} attributes={props.errorAttributes}>
          {error}
        </ErrorMessage>
      )}
      {children}
    </>
  );
  return (
    <div class={classes("govuk-form-group", errorId && "govuk-form-group--error", props.groupClass)} {...props.groupAttributes}>
      {present(legend) ? (
        <Fieldset
          legend={legend}
          legendSize={props.legendSize}
          legendClass={props.legendClass}
          heading={props.heading}
          describedBy={idList(props.describedBy, hintId, errorId)}
          role={role}
          class={props.fieldsetClass}
          attributes={props.fieldsetAttributes}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </div>
  );
}

interface ItemProps {
  readonly kind: "radios" | "checkboxes";
  readonly choice: Choice;
  readonly name: string;
  readonly id: string;
  readonly checked: boolean;
  readonly describedBy?: string;
}

function ChoiceBox({ kind, choice, name, id, checked, describedBy }: ItemProps): VNode {
  const hintId = present(choice.hint) && `${id}-item-hint`;
  const block = `govuk-${kind}`;
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={choice.name ?? name}
          type={kind === "radios" ? "radio" : "checkbox"}
          value={choice.value}
          checked={checked}
          disabled={choice.disabled}
          data-behaviour={choice.exclusive ? "exclusive" : undefined}
          aria-describedby={idList(describedBy, hintId)}
          {...choice.attributes}
        />
        <Label class={classes(`${block}__label`, choice.labelClass)} attributes={choice.labelAttributes} for={id}>
          {choice.text}
        </Label>
        {hintId && (
          <Hint id={hintId} class={classes(`${block}__hint`, choice.hintClass)} attributes={choice.hintAttributes}>
            {choice.hint}
          </Hint>
        )}
      </div>
      {present(choice.conditional) && (
        <div class={`${block}__conditional`} id={`conditional-${id}`}>
          {choice.conditional}
        </div>
      )}
    </>
  );
}

interface ChoiceListProps {
  readonly kind: "radios" | "checkboxes";
  readonly props: GroupProps & { readonly choices: readonly ChoiceItem[] };
  readonly isChecked: (choice: Choice) => boolean;
  readonly describedBy?: string;
}

function ChoiceList({ kind, props, isChecked, describedBy }: ChoiceListProps): VNode {
  const prefix = props.idPrefix ?? props.name;
  return (
    <div class={classes(`govuk-${kind}`, props.class)} {...props.attributes}>
      {props.before}
      {props.choices.map((choice, index) => {
        if (!choice) return null;
        if ("divider" in choice) return <div class={`govuk-${kind}__divider`}>{choice.divider}</div>;
        const id = choice.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);
        return <ChoiceBox kind={kind} choice={choice} name={props.name} id={id} checked={isChecked(choice)} describedBy={describedBy} />;
      })}
      {props.after}
    </div>
  );
}

export interface RadiosProps extends GroupProps {
  readonly choices: readonly ChoiceItem[];
  /** The chosen value; a choice's own `checked` wins. */
  readonly value?: string | number;
}

/** One answer out of a few, each a full-width row. */
export function Radios(props: RadiosProps): VNode {
  const isChecked = (choice: Choice): boolean =>
    choice.checked ?? (props.value !== undefined && props.value !== "" && String(choice.value) === String(props.value));
  return (
    <Frame {...props} id={props.idPrefix ?? props.name}>
      <ChoiceList kind="radios" props={props} isChecked={isChecked} />
    </Frame>
  );
}

export interface CheckboxesProps extends GroupProps {
  readonly choices: readonly ChoiceItem[];
  /** The ticked values; a choice's own `checked` wins. */
  readonly values?: readonly (string | number)[];
}

/** Any number of answers, each a full-width row. */
export function Checkboxes(props: CheckboxesProps): VNode {
  const id = props.idPrefix ?? props.name;
  const ticked = new Set((props.values ?? []).map(String));
  const isChecked = (choice: Choice): boolean => choice.checked ?? ticked.has(String(choice.value));
  // Without a fieldset the description must hang on each box itself.
  const described = present(props.legend)
    ? undefined
    : idList(props.describedBy, present(props.hint) && `${id}-hint`, present(props.error) && `${id}-error`);
  return (
    <Frame {...props} id={id}>
      <ChoiceList kind="checkboxes" props={props} isChecked={isChecked} describedBy={described} />
    </Frame>
  );
}

/** The three numbers of a date as the person typed them. */
export interface DateParts {
  readonly day?: string | number;
  readonly month?: string | number;
  readonly year?: string | number;
}

export type DatePart = "day" | "month" | "year";

export interface DateInputProps extends Omit<GroupProps, "name" | "idPrefix"> {
  readonly id: string;
  /** Before each name: `due` gives `due-day`, `due-month`, `due-year`. */
  readonly namePrefix?: string;
  readonly values?: DateParts;
  /** The boxes shown, in order; day, month and year when absent. */
  readonly parts?: readonly DatePart[];
  /** The boxes in error; all of them when the group has an error and none is named. */
  readonly wrong?: readonly DatePart[];
  readonly labels?: Partial<Record<DatePart, string>>;
  readonly names?: Partial<Record<DatePart, string>>;
  /** `bday` offers the browser's stored date of birth. */
  readonly autocomplete?: "bday";
}

/** A date in three boxes, day first. Its error summary link goes to `#<id>-day`. */
export function DateInput(props: DateInputProps): VNode {
  const { say, id, namePrefix, values = {}, parts = ["day", "month", "year"], wrong, labels = {}, names = {} } = props;
  const words = { day: say(w.day), month: say(w.month), year: say(w.year) };
  const inError = (part: DatePart): boolean => (wrong ? wrong.includes(part) : present(props.error));
  return (
    <Frame {...props} name={id} id={id} role="group">
      <div class={classes("govuk-date-input", props.class)} {...props.attributes} id={id}>
        {props.before}
        {parts.map((part) => {
          const name = names[part] ?? part;
          return (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <Label class="govuk-date-input__label" for={`${id}-${name}`}>
                  {labels[part] ?? words[part]}
                </Label>
                <input
                  class={classes(
                    "govuk-input govuk-date-input__input",
                    inError(part) && "govuk-input--error",
                    `govuk-input--width-${part === "year" ? 4 : 2}`,
                  )}
                  id={`${id}-${name}`}
                  name={namePrefix ? `${namePrefix}-${name}` : name}
                  type="text"
                  value={values[part]}
                  autocomplete={props.autocomplete && `${props.autocomplete}-${part}`}
                  inputmode="numeric"
                />
              </div>
            </div>
          );
        })}
        {props.after}
      </div>
    </Frame>
  );
}
