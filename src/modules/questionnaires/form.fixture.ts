/** What a browser would send from a page: every field of its main form as it stands, with some of them filled in. */

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

function plain(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found === null ? null : plain(found[1] ?? "");
}

/** The fields of the first form in `<main>`, as it would be sent, with `answers` put in by name. */
export function filled(
  html: string,
  answers: Readonly<Record<string, string | Blob | readonly string[]>> = {},
): Record<string, string | Blob | readonly string[]> {
  const main = html.slice(html.indexOf("<main"));
  const form = main.slice(main.indexOf("<form"), main.indexOf("</form>"));
  const fields = new Map<string, string[]>();
  const add = (name: string | null, value: string): void => {
    if (name !== null && name !== "") fields.set(name, [...(fields.get(name) ?? []), value]);
  };
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, "type") ?? "text";
    if (type === "file" || ((type === "radio" || type === "checkbox") && attribute(tag, "checked") === null)) continue;
    add(attribute(tag, "name"), attribute(tag, "value") ?? "");
  }
  for (const [, tag = "", body = ""] of form.matchAll(/(<textarea\b[^>]*>)([^<]*)<\/textarea>/g)) add(attribute(tag, "name"), plain(body));
  for (const [, tag = "", body = ""] of form.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs)) {
    const chosen = [...body.matchAll(/<option\b[^>]*>/g)]
      .map(([option]) => option)
      .find((option) => attribute(option, "selected") !== null);
    add(attribute(tag, "name"), chosen === undefined ? "" : (attribute(chosen, "value") ?? ""));
  }
  fields.delete("form_token");
  return { ...Object.fromEntries(fields), ...answers };
}
