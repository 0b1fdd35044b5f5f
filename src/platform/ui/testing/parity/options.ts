/** From the options of govuk-frontend's fixtures to the props of our components: the small words that all mappings share. */
import { Fragment, h, type VNode } from "preact";
import { speak } from "#platform/i18n/text.ts";
import type { Content } from "#platform/ui/markup.ts";

// Fixture options are free-form JSON; the mappings name the parts they read.
// oxlint-disable-next-line no-explicit-any
export type Options = Record<string, any>;

export const say = speak("en");

/** Markup given as text. Only for fixtures: no component of ours takes HTML as a string. */
export function raw(html: string): VNode {
  return h(Fragment, { tpl: [html] } as object);
}

/** A fixture's text or markup. */
export function contentOf(of: Options | undefined | null, text = "text", html = "html"): Content {
  if (!of) return undefined;
  return of[html] ? raw(of[html]) : of[text];
}

/** Options that every single-answer field shares. */
export function fieldOf(o: Options) {
  return {
    say,
    id: o.id,
    name: o.name,
    label: contentOf(o.label),
    labelClass: o.label?.classes,
    labelAttributes: o.label?.attributes,
    heading: o.label?.isPageHeading,
    hint: contentOf(o.hint),
    hintClass: o.hint?.classes,
    error: contentOf(o.errorMessage),
    errorClass: o.errorMessage?.classes,
    describedBy: o.describedBy,
    disabled: o.disabled,
    class: o.classes,
    groupClass: o.formGroup?.classes,
    groupAttributes: o.formGroup?.attributes,
    attributes: o.attributes,
    before: contentOf(o.formGroup?.beforeInput),
    after: contentOf(o.formGroup?.afterInput),
  };
}

/** Options that radios, checkboxes and dates share. */
export function groupOf(o: Options) {
  return {
    say,
    name: o.name,
    idPrefix: o.idPrefix,
    legend: contentOf(o.fieldset?.legend),
    legendClass: o.fieldset?.legend?.classes,
    heading: o.fieldset?.legend?.isPageHeading,
    hint: contentOf(o.hint),
    hintClass: o.hint?.classes,
    hintAttributes: o.hint?.attributes,
    error: contentOf(o.errorMessage),
    errorClass: o.errorMessage?.classes,
    errorAttributes: o.errorMessage?.attributes,
    describedBy: o.fieldset?.describedBy ?? o.describedBy,
    fieldsetClass: o.fieldset?.classes,
    fieldsetAttributes: o.fieldset?.attributes,
    class: o.classes,
    groupClass: o.formGroup?.classes,
    groupAttributes: o.formGroup?.attributes,
    attributes: o.attributes,
    before: contentOf(o.formGroup?.beforeInputs),
    after: contentOf(o.formGroup?.afterInputs),
  };
}
