/** A browser without scripts that follows links and fills in forms like somebody who tries everything once. */
import type { Hono } from "hono";
import { CSRF_FIELD } from "#platform/ui/buttons.tsx";
import { ORIGIN, type SignedIn } from "./probe.ts";

/** One page as it came, with its links and forms. */
export interface Page {
  readonly path: string;
  readonly status: number;
  readonly html: string;
}

/** A tag's attributes by name, with the entities that attributes are written with read back. */
type Attributes = Readonly<Record<string, string>>;

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: Attributes;
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const decoded = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Every tag of a page, in order. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(TAG)].map(([, slash, name, rest]) => ({
    name: (name ?? "").toLowerCase(),
    closing: slash === "/",
    attributes: Object.fromEntries(
      [...(rest ?? "").matchAll(ATTRIBUTE)].map((match) => [
        (match[1] ?? "").toLowerCase(),
        decoded(match[2] ?? match[3] ?? match[4] ?? ""),
      ]),
    ),
  }));
}

/** The pages of this site that a page links to, without their fragments. */
export function linksOf(html: string): string[] {
  const links = tagsOf(html).flatMap((tag) => (tag.name === "a" || tag.name === "link" ? [tag.attributes["href"] ?? ""] : []));
  return [...new Set(links.map((href) => href.split("#")[0] ?? "").filter((href) => /^\/(?!\/)/.test(href)))];
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly values: string[];
}

/** A form as a person meets it. */
export interface FormOnPage {
  readonly action: string;
  readonly method: "GET" | "POST";
  readonly fields: readonly Field[];
}

function addField(fields: Map<string, { name: string; type: string; values: string[] }>, name: string, type: string, value: string): void {
  const field = fields.get(name) ?? { name, type, values: [] };
  field.values.push(value);
  fields.set(name, field);
}

/** The forms of a page. Choices of one name are one field with their values. */
export function formsOf(page: Page): FormOnPage[] {
  const forms: FormOnPage[] = [];
  let open: { action: string; method: "GET" | "POST"; fields: Map<string, { name: string; type: string; values: string[] }> } | null = null;
  let select = "";
  for (const { name, closing, attributes } of tagsOf(page.html)) {
    const own = attributes["name"] ?? "";
    if (name === "form" && !closing)
      open = {
        action: attributes["action"] || page.path,
        method: (attributes["method"] ?? "get").toUpperCase() === "POST" ? "POST" : "GET",
        fields: new Map(),
      };
    else if (name === "form") {
      if (open !== null) forms.push({ ...open, fields: [...open.fields.values()] });
      open = null;
    } else if (open === null || closing || "disabled" in attributes) continue;
    else if (name === "select") select = own;
    else if (name === "option") addField(open.fields, select, "select", attributes["value"] ?? "");
    else if (name === "textarea" && own !== "") addField(open.fields, own, "text", "");
    else if (name === "button" && own !== "") addField(open.fields, own, "button", attributes["value"] ?? "");
    else if (name === "input" && own !== "") addField(open.fields, own, attributes["type"] ?? "text", attributes["value"] ?? "");
  }
  return forms;
}

/** What is typed where a text is asked for: nothing of it may come out where it does not belong. */
export const TYPED = {
  text: "Zebulon Quixadá",
  email: "zebulon@private.example",
  tel: "0788123123",
  url: "https://private.example/zebulon",
} as const;

function typed(field: Field): string {
  if (/day$/i.test(field.name)) return "17";
  if (/month$/i.test(field.name)) return "11";
  if (/year$/i.test(field.name)) return "2025";
  if (field.type === "date") return "2025-11-17";
  if (field.type === "number") return "3";
  if (/mail/i.test(field.name)) return TYPED.email;
  if (/phone|tel/i.test(field.name)) return TYPED.tel;
  return field.type === "email" || field.type === "tel" || field.type === "url" ? TYPED[field.type] : TYPED.text;
}

/** A form filled in: the first or the last of what can be chosen, and the typed words everywhere else. */
export function filledIn(form: FormOnPage, choice: "first" | "last"): Record<string, string> {
  const entries = form.fields.flatMap((field): [string, string][] => {
    const some = field.values.filter((value) => value !== "");
    const chosen = (choice === "first" ? some[0] : some.at(-1)) ?? "";
    if (field.type === "file") return [];
    if (["hidden", "radio", "checkbox", "select", "button"].includes(field.type)) return [[field.name, chosen]];
    return [[field.name, typed(field)]];
  });
  return Object.fromEntries(entries);
}

/** Where a path stands in the house, ids and numbers taken out. */
export const shapeOf = (path: string): string =>
  (path.split("?")[0] ?? "").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id").replaceAll(/\d+/g, ":n");

/** What a walk saw. */
export interface Walk {
  readonly pages: Page[];
  /** Links shown on a page that lead to a refusal or to nothing. */
  readonly dead: string[];
  /** What was sent, and how it was answered. */
  readonly sent: { readonly form: string; readonly status: number }[];
}

/** How far a walk goes: pages in all, pages of one shape, and which forms are left alone. */
export interface Limits {
  readonly pages: number;
  readonly ofOneShape: number;
  readonly choices: readonly ("first" | "last")[];
  readonly leave: RegExp;
}

/** Walks the site from some pages on as one person: every link, then every form of every page. */
export async function walk(app: Hono, as: SignedIn | null, from: readonly string[], limits: Limits): Promise<Walk> {
  const seen: Walk = { pages: [], dead: [], sent: [] };
  const queue = from.map((path) => ({ path, on: "the start" }));
  const shapes = new Map<string, number>();
  let cookie = as?.cookie ?? "";
  const send = async (path: string, init: RequestInit): Promise<Page & { location: string | null }> => {
    const headers = { cookie, "accept-language": "en", origin: ORIGIN };
    const response = await app.request(ORIGIN + path, { ...init, headers });
    for (const line of response.headers.getSetCookie())
      if (cookie.split("=")[0] === line.split("=")[0]) cookie = line.split(";")[0] ?? cookie;
    const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
    const html = isPage ? await response.text() : (await response.arrayBuffer(), "");
    return { path, status: response.status, html, location: response.headers.get("location") };
  };
  const submit = async (form: FormOnPage, choice: "first" | "last"): Promise<void> => {
    const values = new URLSearchParams(filledIn(form, choice));
    const path = form.method === "GET" ? `${form.action.split("?")[0]}?${values}` : form.action;
    const answer = await send(path, form.method === "GET" ? {} : { method: "POST", body: values });
    seen.sent.push({ form: `${form.method} ${shapeOf(form.action)}`, status: answer.status });
    if (answer.html !== "") seen.pages.push(answer);
    if (answer.location !== null) queue.push({ path: answer.location, on: form.action });
  };
  while (queue.length > 0 && seen.pages.length < limits.pages) {
    const { path, on } = queue.shift() as { path: string; on: string };
    const shape = shapeOf(path);
    const times = shapes.get(shape) ?? 0;
    if (times >= limits.ofOneShape || !path.startsWith("/")) continue;
    shapes.set(shape, times + 1);
    const page = await send(path, {});
    if (page.status >= 400) seen.dead.push(`${page.status} ${path} from ${on}`);
    if (page.location !== null) queue.push({ path: page.location, on: path });
    if (page.html === "") continue;
    seen.pages.push(page);
    queue.push(...linksOf(page.html).map((href) => ({ path: href, on: path })));
    for (const form of formsOf(page)) {
      const known = `${form.method} ${shapeOf(form.action)} ${form.fields
        .filter((field) => field.name !== CSRF_FIELD)
        .map((field) => field.name)
        .join()}`;
      if (shapes.has(known) || limits.leave.test(form.action)) continue;
      shapes.set(known, 1);
      for (const choice of limits.choices) await submit(form, choice);
    }
  }
  return seen;
}
