/** Parts of the app’s pages: where a person stands, and what to change. */
import type { Say } from "#platform/i18n/text.ts";
import { w } from "../words-offline.ts";
import { el } from "#kernel/offline/dom.ts";

/** Where a person stands in a questionnaire. More than forty pages are drawn as forty. */
export function stepBar(say: Say, title: string, number: number, count: number): HTMLElement {
  const bar = el("div", { class: "in-steps", "aria-hidden": "true" });
  for (let step = 1; step <= Math.min(count, 40); step += 1)
    bar.append(el("i", { class: step < number ? "done" : step === number ? "now" : null }));
  return el("div", {}, el("p", { class: "in-small" }, `${title}. ${say(w.step, { number, count })}`), bar);
}

/** Every problem of a page, first on it, each the way to its question. */
export function errorSummary(say: Say, errors: readonly (readonly [string, string])[]): HTMLElement {
  const list = el("ul", { class: "govuk-list govuk-error-summary__list" });
  for (const [id, text] of errors) {
    const focus = (event: Event): void => {
      event.preventDefault();
      document.querySelector<HTMLElement>(`#${id}`)?.focus();
    };
    list.append(el("li", {}, el("a", { href: `#${id}`, onclick: focus }, text)));
  }
  return el(
    "div",
    { class: "govuk-error-summary", tabindex: "-1" },
    el("div", { role: "alert" }, el("h2", { class: "govuk-error-summary__title" }, say(w.errorHead)), list),
  );
}
