/** The control of one question on the phone, and the text of what was put into it. */
import type { Asked } from "#kernel/questionnaire/asked.ts";
import { dayFirst } from "#kernel/questionnaire/asked.ts";
import type { Say } from "#platform/i18n/text.ts";
import { w as a } from "../words-answer.ts";
import { w } from "../words-offline.ts";
import { el, lines } from "#kernel/offline/dom.ts";

/** A question on the page: its element, and what is in it now; null when its parts contradict each other. */
export interface Control {
  readonly asked: Asked;
  readonly element: HTMLElement;
  readonly read: () => string | null;
}

interface Shown {
  readonly say: Say;
  readonly asked: Asked;
  readonly id: string;
  readonly error: string | undefined;
  readonly typed: string | undefined;
}

function frame({ asked, id, error }: Shown, grouped: boolean, hint: string, ...body: readonly Node[]): HTMLElement {
  const described = [hint === "" ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].filter((each) => each !== "").join(" ");
  const head = [
    hint !== "" && el("div", { class: "govuk-hint", id: `${id}-hint` }, hint),
    error !== undefined && el("p", { class: "govuk-error-message", id: `${id}-error` }, error),
  ];
  const group = el("div", { class: error === undefined ? "govuk-form-group" : "govuk-form-group govuk-form-group--error" });
  if (grouped)
    group.append(
      el(
        "fieldset",
        { class: "govuk-fieldset", "aria-describedby": described || null },
        el("legend", { class: "govuk-fieldset__legend govuk-fieldset__legend--l" }, lines(asked.label)),
        ...head,
        ...body,
      ),
    );
  else {
    group.append(
      el("label", { class: "govuk-label govuk-label--l", for: id }, lines(asked.label)),
      ...head.filter((each) => each !== false),
      ...body,
    );
    group.querySelector(`#${id}`)?.setAttribute("aria-describedby", described);
  }
  return group;
}

function choiceRows(
  shown: Shown,
  kind: "radio" | "checkbox",
  choices: readonly { readonly name: string; readonly label: string }[],
  chosen: ReadonlySet<string>,
): { rows: HTMLElement; read: () => string } {
  const { asked, id } = shown;
  const block = kind === "radio" ? "govuk-radios" : "govuk-checkboxes";
  const rows = el("div", { class: block });
  const inputs = choices.map(({ name, label }, index) => {
    const own = index === 0 ? id : `${id}-${index + 1}`;
    const input = el("input", { class: `${block}__input`, type: kind, id: own, name: asked.filed, value: name, checked: chosen.has(name) });
    const text = asked.levels ? [el("b", {}, name), el("span", {}, label)] : [label];
    rows.append(el("div", { class: `${block}__item` }, input, el("label", { class: `govuk-label ${block}__label`, for: own }, ...text)));
    return input;
  });
  return {
    rows,
    read: () =>
      inputs
        .filter((input) => input.checked)
        .map((input) => input.value)
        .join(" "),
  };
}

function scaleSteps(asked: Asked): { name: string; label: string }[] {
  const { scale } = asked;
  if (scale === null) return [];
  return Array.from({ length: Math.round((scale.end - scale.start) / scale.step) + 1 }, (_, step) => ({
    name: String(scale.start + step * scale.step),
    label: String(scale.start + step * scale.step),
  }));
}

function ranked(shown: Shown): Control {
  const { say, asked, id } = shown;
  const places = new Map(asked.value.split(" ").map((name, index) => [name, String(index + 1)]));
  const inputs = asked.choices.map(({ name }, index) =>
    el("input", {
      class: "govuk-input govuk-input--width-3",
      inputmode: "numeric",
      id: index === 0 ? id : `${id}-${index + 1}`,
      value: places.get(name) ?? "",
    }),
  );
  const rows = asked.choices.map(({ label }, index) =>
    el("div", { class: "govuk-form-group" }, el("label", { class: "govuk-label", for: inputs[index]?.id ?? "" }, label), inputs[index]),
  );
  const read = (): string | null => {
    const numbers = inputs.map((input) => input.value.trim());
    if (numbers.every((number) => number === "")) return "";
    const order = asked.choices.map(({ name }, index) => ({ name, rank: Number(numbers[index]) }));
    const valid =
      new Set(order.map(({ rank }) => rank)).size === order.length &&
      order.every(({ rank }) => Number.isInteger(rank) && rank >= 1 && rank <= order.length);
    return valid
      ? order
          .toSorted((x, y) => x.rank - y.rank)
          .map(({ name }) => name)
          .join(" ")
      : null;
  };
  return { asked, element: frame(shown, true, [asked.hint, say(a.rankHint)].filter((text) => text !== "").join(" "), ...rows), read };
}

function chosenFrom(shown: Shown): Control {
  const { say, asked, id } = shown;
  const select = el("select", { class: "govuk-select", id });
  select.append(
    el("option", { value: "" }, say(a.choose)),
    ...asked.choices.map(({ name, label }) => el("option", { value: name, selected: name === asked.value }, label)),
  );
  return { asked, element: frame(shown, false, asked.hint, select), read: () => select.value };
}

function lineHint({ say, asked }: Shown): string {
  const own: Partial<Record<Asked["control"], string>> = {
    date: say(w.dateHint),
    time: say(a.timeHint),
    moment: say(a.momentHint),
    place: say(a.placeHint),
    shape: say(a.shapeHint),
  };
  const range = asked.scale === null ? "" : say(a.scaleHint, { start: String(asked.scale.start), end: String(asked.scale.end) });
  return [asked.hint, own[asked.control] ?? "", range].filter((text) => text !== "").join(" ");
}

function written(shown: Shown): Control {
  const { asked, id, typed } = shown;
  const value = typed ?? (asked.control === "date" ? dayFirst(asked.value) : asked.value);
  if (asked.control === "lines" || asked.control === "shape") {
    const area = el("textarea", { class: "govuk-textarea", id, rows: 4 });
    area.value = value;
    return { asked, element: frame(shown, false, lineHint(shown), area), read: () => area.value.trim() };
  }
  const short = ["integer", "decimal", "date", "time"].includes(asked.control);
  const mode = asked.control === "integer" ? "numeric" : asked.control === "decimal" ? "decimal" : null;
  const input = el("input", { class: short ? "govuk-input govuk-input--width-10" : "govuk-input", id, inputmode: mode, value });
  return { asked, element: frame(shown, false, lineHint(shown), input), read: () => input.value.trim() };
}

/** The control of a question; null for what is only read. */
export function controlOf(shown: Shown): Control | { readonly asked: Asked; readonly element: HTMLElement; readonly read: null } {
  const { say, asked } = shown;
  switch (asked.control) {
    case "one":
    case "scale": {
      const choices = asked.control === "scale" ? scaleSteps(asked) : asked.choices;
      const { rows, read } = choiceRows(shown, "radio", choices, new Set([asked.value]));
      return { asked, element: frame(shown, true, asked.hint, rows), read };
    }
    case "many": {
      const { rows, read } = choiceRows(shown, "checkbox", asked.choices, new Set(asked.value.split(" ")));
      return { asked, element: frame(shown, true, asked.hint, rows), read };
    }
    case "tick": {
      const { rows, read } = choiceRows(shown, "checkbox", [{ name: "OK", label: say(a.tick) }], new Set([asked.value]));
      return { asked, element: frame(shown, true, asked.hint, rows), read };
    }
    case "rank":
      return ranked(shown);
    case "list":
      return chosenFrom(shown);
    case "note":
      return { asked, element: el("div", { class: "govuk-form-group" }, el("p", {}, lines(asked.label))), read: null };
    case "file":
      return {
        asked,
        element: el(
          "div",
          { class: "govuk-form-group" },
          el("p", { class: "govuk-label govuk-label--l" }, lines(asked.label)),
          el("p", { class: "govuk-hint" }, say(w.fileLater)),
        ),
        read: null,
      };
    case "shown":
      return {
        asked,
        element: el(
          "div",
          { class: "govuk-form-group" },
          el("p", { class: "govuk-label govuk-label--l" }, lines(asked.label)),
          el("p", {}, asked.value || "–"),
        ),
        read: null,
      };
    default:
      return written(shown);
  }
}
