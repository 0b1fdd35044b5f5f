/** Fields with one answer that is typed or picked from a list. */
import type { VNode } from "preact";
import { FieldGroup, type FieldProps, Hint } from "./fields.tsx";
import { type Attributes, type Content, classes, present } from "./markup.ts";
import { w } from "./words.ts";

type InputMode = "none" | "text" | "tel" | "url" | "email" | "numeric" | "decimal" | "search";

/** A short text beside an input, such as a currency or a unit; hidden from screen readers, so the label must say it too. */
export interface Affix {
  readonly text: Content;
  readonly class?: string;
  readonly attributes?: Attributes;
}

export interface InputProps extends FieldProps {
  readonly type?: "text" | "email" | "tel" | "url" | "number" | "search" | "password" | "date" | "time";
  readonly value?: string | number;
  readonly inputmode?: InputMode;
  /** Hints the answer's length in characters. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly autocomplete?: string;
  readonly autocapitalize?: "none" | "sentences" | "words" | "characters";
  readonly pattern?: string;
  readonly spellcheck?: boolean;
  readonly prefix?: Content | Affix;
  readonly suffix?: Content | Affix;
  readonly wrapperClass?: string;
  readonly wrapperAttributes?: Attributes;
}

function isAffix(value: Content | Affix): value is Affix {
  return typeof value === "object" && value !== null && "text" in value;
}

function AffixBox({ kind, of }: { readonly kind: "prefix" | "suffix"; readonly of: Content | Affix }): VNode | null {
  const affix = isAffix(of) ? of : { text: of };
  if (!present(affix.text)) return null;
  return (
    <div class={classes(`govuk-input__${kind}`, affix.class)} aria-hidden="true" {...affix.attributes}>
      {affix.text}
    </div>
  );
}

/** `spellcheck` is an enumerated attribute: it needs the word, not its presence. */
function spelled(spellcheck: boolean | undefined): boolean | undefined {
  return spellcheck === undefined ? undefined : (String(spellcheck) as unknown as boolean);
}

/** One line of text. */
export function Input(props: InputProps): VNode {
  const { type = "text", width, prefix, suffix } = props;
  const joined = present(prefix as Content) || present(suffix as Content) || props.wrapperClass !== undefined;
  const control = (id: string, describedBy: string | undefined): VNode => {
    const input = (
      <input
        class={classes("govuk-input", props.class, width && `govuk-input--width-${width}`, present(props.error) && "govuk-input--error")}
        id={id}
        name={props.name}
        // The element's type is a union by `type`; ours is one of its words.
        type={type as "text"}
        spellcheck={spelled(props.spellcheck)}
        value={props.value}
        disabled={props.disabled}
        aria-describedby={describedBy}
        autocomplete={props.autocomplete}
        autocapitalize={props.autocapitalize}
        pattern={props.pattern}
        inputmode={props.inputmode as "text"}
        {...props.attributes}
      />
    );
    if (!joined) return input;
    return (
      <div class={classes("govuk-input__wrapper", props.wrapperClass)} {...props.wrapperAttributes}>
        <AffixBox kind="prefix" of={prefix} />
        {input}
        <AffixBox kind="suffix" of={suffix} />
      </div>
    );
  };
  return <FieldGroup {...props} control={control} />;
}

export interface TextareaProps extends FieldProps {
  readonly value?: string;
  readonly rows?: number;
  readonly autocomplete?: string;
  readonly spellcheck?: boolean;
}

/** Several lines of text. */
export function Textarea(props: TextareaProps & { readonly controlClass?: string; readonly first?: string }): VNode {
  return (
    <FieldGroup
      {...props}
      control={(id, describedBy) => (
        <textarea
          class={classes("govuk-textarea", present(props.error) && "govuk-textarea--error", props.controlClass, props.class)}
          id={id}
          name={props.name}
          rows={props.rows ?? 5}
          spellcheck={spelled(props.spellcheck)}
          disabled={props.disabled}
          aria-describedby={describedBy}
          autocomplete={props.autocomplete}
          {...props.attributes}
        >
          {props.value}
        </textarea>
      )}
    />
  );
}

export interface CharacterCountProps extends TextareaProps {
  readonly maxlength?: number;
  readonly maxwords?: number;
  /** Replaces the sentence that says the limit. */
  readonly limitText?: string;
  readonly limitClass?: string;
}

/** Several lines with a stated limit. The server counts; no script runs, so nothing counts down. */
export function CharacterCount(props: CharacterCountProps): VNode {
  const { say, maxlength, maxwords, limitText } = props;
  const infoId = `${props.id ?? props.name}-info`;
  const limit = maxwords ?? maxlength;
  const count = limit === undefined ? undefined : { count: limit };
  const sentence = limitText ?? (count && say(maxwords === undefined ? w.charactersAllowed : w.wordsAllowed, count));
  return (
    <Textarea
      {...props}
      first={infoId}
      groupClass={classes("govuk-character-count", props.groupClass)}
      after={
        <>
          <Hint id={infoId} class={classes("govuk-character-count__message", props.limitClass)}>
            {sentence}
          </Hint>
          {props.after}
        </>
      }
    />
  );
}

export interface Option {
  readonly value?: string | number | boolean;
  readonly text: string;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly attributes?: Attributes;
}

/** Options under a heading inside a select. */
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

export interface SelectProps extends FieldProps {
  readonly options: readonly (Option | OptionGroup)[];
  /** The chosen value; an option's own `selected` wins. */
  readonly value?: string | number;
}

function OptionItem({ option, chosen }: { readonly option: Option; readonly chosen?: string | number }): VNode {
  const value = option.value ?? option.text;
  const selected = option.selected ?? (chosen !== undefined && String(value) === String(chosen));
  const shown = option.value === undefined ? undefined : String(option.value);
  return (
    <option value={shown} selected={selected} disabled={option.disabled} {...option.attributes}>
      {option.text}
    </option>
  );
}

/** The options of a `<select>`, also used by filters. */
export function Options({ options, value }: Pick<SelectProps, "options" | "value">): VNode {
  return (
    <>
      {options.map((option) =>
        "options" in option ? (
          <optgroup label={option.label}>
            {option.options.map((one) => (
              <OptionItem option={one} chosen={value} />
            ))}
          </optgroup>
        ) : (
          <OptionItem option={option} chosen={value} />
        ),
      )}
    </>
  );
}

/** One answer from a list. Prefer radios when there are seven choices or fewer. */
export function Select(props: SelectProps): VNode {
  return (
    <FieldGroup
      {...props}
      control={(id, describedBy) => (
        <select
          class={classes("govuk-select", props.class, present(props.error) && "govuk-select--error")}
          id={id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          {...props.attributes}
        >
          <Options options={props.options} value={props.value} />
        </select>
      )}
    />
  );
}

export interface FileUploadProps extends FieldProps {
  /** Media types or endings that the picker offers, such as `.xlsx,.csv`. The server still checks. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** `environment` opens the phone's camera for a photo of a paper list. */
  readonly capture?: "environment" | "user";
}

/** A file. The form around it needs `enctype="multipart/form-data"`. */
export function FileUpload(props: FileUploadProps): VNode {
  return (
    <FieldGroup
      {...props}
      control={(id, describedBy) => (
        <input
          class={classes("govuk-file-upload", props.class, present(props.error) && "govuk-file-upload--error")}
          id={id}
          name={props.name}
          type="file"
          accept={props.accept}
          multiple={props.multiple}
          capture={props.capture}
          disabled={props.disabled}
          aria-describedby={describedBy}
          {...props.attributes}
        />
      )}
    />
  );
}

export interface PasswordInputProps extends FieldProps {
  readonly autocomplete?: "current-password" | "new-password";
  readonly value?: string;
}

/** A password; it can be pasted and is never corrected or capitalised by the phone. */
export function PasswordInput(props: PasswordInputProps): VNode {
  const { autocomplete = "current-password" } = props;
  const className = classes("govuk-password-input__input", props.class);
  return (
    <Input
      {...props}
      class={className}
      groupClass={classes("govuk-password-input", props.groupClass)}
      wrapperClass="govuk-password-input__wrapper"
      type="password"
      spellcheck={false}
      autocomplete={autocomplete}
      autocapitalize="none"
    />
  );
}
