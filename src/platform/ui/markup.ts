/** The small types and joins that every component's markup shares. */
import type { ComponentChildren } from "preact";

/** What may stand inside a component: text, markup or nothing. */
export type Content = ComponentChildren;

/** Extra attributes for an element, printed as given. Never `style` and never an event handler: the content policy refuses both. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Joins class names, leaving out what is absent. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => name).join(" ");
}

/** Joins element ids for `aria-describedby`; nothing when there are none. */
export function idList(...ids: readonly (string | false | undefined)[]): string | undefined {
  const joined = ids.filter((id) => id).join(" ");
  return joined === "" ? undefined : joined;
}

/** True when there is something to print. */
export function present(content: Content): boolean {
  return content !== undefined && content !== null && content !== false && content !== "";
}

/** An id made from words: letters, digits and dashes, safe in a URL fragment. */
export function idOf(...parts: readonly (string | number)[]): string {
  return parts
    .join("-")
    .normalize("NFD")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .toLowerCase();
}
