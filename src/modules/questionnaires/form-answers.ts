/** Reads a submitted page: which answers changed, and what each control's parts come to. */
import { askedOf } from "#kernel/questionnaire/asked.ts";
import type { Asked } from "#kernel/questionnaire/asked.ts";
import { readAnswer } from "#kernel/questionnaire/answers.ts";
import type { Standing } from "#kernel/questionnaire/state.ts";
import type { AttachedTable } from "#kernel/questionnaire/attached-tables.ts";
import type { Form } from "#platform/http/form.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { part } from "./field-names.ts";
import { w } from "./words-answer.ts";

/** One answer that differs from what the page showed. Files come apart, because they are kept elsewhere. */
export interface Given {
  readonly asked: Asked;
  readonly value: string;
  readonly changed: boolean;
  /** What is wrong with the parts, where the engine cannot see them. */
  readonly problem: { readonly text: Text; readonly values?: Values } | null;
}

function dateOf(form: Form, filed: string): string {
  const [day = "", month = "", year = ""] = ["day", "month", "year"].map((name) => form.text(part(filed, name)));
  return day === "" && month === "" && year === "" ? "" : `${day}/${month}/${year}`;
}

function placeOf(form: Form, asked: Asked): string {
  const latitude = form.text(part(asked.filed, "lat")).replace(",", ".");
  const longitude = form.text(part(asked.filed, "lon")).replace(",", ".");
  if (latitude === "" && longitude === "") return "";
  const [oldLatitude, oldLongitude] = asked.value.split(/\s+/);
  // Height and accuracy that a phone has measured stay with the place that they were measured at.
  return latitude === oldLatitude && longitude === oldLongitude ? asked.value : `${latitude} ${longitude}`;
}

/** Choices in the order of their numbers; null when a number is missing, doubled or none. */
function rankOf(form: Form, asked: Asked): string | null {
  const numbers = asked.choices.map((choice) => form.text(part(asked.filed, `rank:${choice.name}`)));
  if (numbers.every((number) => number === "")) return "";
  const order = asked.choices.map((choice, index) => ({ name: choice.name, rank: Number(numbers[index]) }));
  const ranks = new Set(order.map(({ rank }) => rank));
  const whole = order.every(({ rank }) => Number.isInteger(rank) && rank >= 1 && rank <= order.length);
  if (!whole || ranks.size !== order.length) return null;
  return order
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ name }) => name)
    .join(" ");
}

function rawOf(form: Form, asked: Asked): string | null {
  switch (asked.control) {
    case "date":
      return dateOf(form, asked.filed);
    case "place":
      return placeOf(form, asked);
    case "rank":
      return rankOf(form, asked);
    case "many":
      return form
        .all(asked.filed)
        .filter((name) => name !== "")
        .join(" ");
    case "file":
      return asked.value;
    default:
      return form.text(asked.filed);
  }
}

/** The answers on a submitted page. Only questions that the page showed are read; a hidden one cannot be answered by a forged field. */
export function givenOn(
  standing: Standing,
  items: readonly string[],
  form: Form,
  tables: Readonly<Record<string, AttachedTable>>,
): Given[] {
  const shown = new Set(form.all("shown"));
  return items.flatMap((path): Given[] => {
    const asked = askedOf(standing, path, tables);
    if (asked === null || !shown.has(asked.filed) || asked.control === "note" || asked.control === "shown") return [];
    const raw = rawOf(form, asked);
    if (raw === null) {
      const values = { count: asked.choices.length };
      return [{ asked, value: asked.value, changed: false, problem: { text: w.rankWrong, values } }];
    }
    const value = readAnswer(asked.question, raw).text;
    return [{ asked, value, changed: value.trim() !== form.text(part(asked.filed, "was")), problem: null }];
  });
}

/** The parts of compound controls as they were typed, to show them again. */
export function typedOn(form: Form): Readonly<Record<string, string>> {
  return Object.fromEntries(form.names().map((name) => [name, form.text(name)]));
}
