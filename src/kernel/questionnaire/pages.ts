/** Cuts a questionnaire into pages that are answered one at a time, and finds the next page that is to be asked. */
import type { Evaluation } from "./evaluate.ts";
import type { Group, Item, Model, Repeat } from "./model.ts";
import { typeOf } from "./types.ts";

/** Most loose questions shown together. */
export const QUESTIONS_PER_PAGE = 5;

/** A page of the form: questions shown together. `items` are paths without places, `/household/age`. */
export interface QuestionsPage {
  readonly kind: "questions";
  /** Path of the first question; names the page in a URL. */
  readonly key: string;
  /** Path of the group or repeat whose heading the page bears; empty for loose questions. */
  readonly heading: string;
  readonly items: readonly string[];
}

/** A repeat: its own pages once per instance, and, where the person decides how many, a page that offers one more. */
export interface RepeatPages {
  readonly kind: "repeat";
  readonly key: string;
  readonly counted: boolean;
  readonly pages: readonly Page[];
}

export type Page = QuestionsPage | RepeatPages;

/** A page as one person meets it, with the places in its repeats: `/household[2]/age`. */
export interface OpenPage {
  readonly kind: "questions" | "repeat";
  readonly key: string;
  readonly heading: string;
  readonly items: readonly string[];
}

interface Cut {
  readonly pages: Page[];
  loose: string[];
  readonly heading: string;
  /** Most questions of one page here: a group is never torn apart. */
  readonly most: number;
}

function isShownTogether(group: Group): boolean {
  return group.appearance.some((word) => word === "field-list" || word === "table-list");
}

function flush(cut: Cut): void {
  const [key] = cut.loose;
  if (key === undefined) return;
  cut.pages.push({ kind: "questions", key, heading: cut.heading, items: cut.loose });
  cut.loose = [];
}

function cutItems(cut: Cut, items: readonly Item[], parent: string, top: boolean): void {
  for (const item of items) {
    const path = `${parent}/${item.name}`;
    if (item.kind === "repeat") {
      flush(cut);
      cut.pages.push(repeatPages(item, path));
    } else if (item.kind === "group") {
      if (top || isShownTogether(item)) {
        flush(cut);
        cut.pages.push(...groupPages(item, path));
      } else cutItems(cut, item.items, path, false);
    } else if (typeOf(item.type).shown && !isSilent(item)) {
      if (cut.loose.length >= cut.most) flush(cut);
      cut.loose.push(path);
    }
  }
}

/** A question with a calculation and no text is nobody’s to answer. */
function isSilent(item: Item & { kind: "question" }): boolean {
  const texts = [item.label, item.hint, item.guidance, ...Object.values(item.media)];
  return item.calculation !== "" && texts.every((text) => Object.keys(text).length === 0);
}

function groupPages(group: Group, path: string): Page[] {
  const cut: Cut = { pages: [], loose: [], heading: path, most: Infinity };
  cutItems(cut, group.items, path, false);
  flush(cut);
  return cut.pages;
}

function repeatPages(repeat: Repeat, path: string): RepeatPages {
  const cut: Cut = { pages: [], loose: [], heading: path, most: QUESTIONS_PER_PAGE };
  cutItems(cut, repeat.items, path, true);
  flush(cut);
  return { kind: "repeat", key: path, counted: repeat.count !== "", pages: cut.pages };
}

/**
 * The pages of a questionnaire: each top-level group and each field-list one page, loose questions up to five together, each repeat its own pages
 * per instance. Calculations and metadata are on no page.
 */
export function pagesOf(model: Model): Page[] {
  const cut: Cut = { pages: [], loose: [], heading: "", most: QUESTIONS_PER_PAGE };
  cutItems(cut, model.items, "", true);
  flush(cut);
  return cut.pages;
}

/** A path with the places of the instance it is seen from: `/a/b/c` from `/a[2]` is `/a[2]/b/c`. */
function placed(path: string, plain: string, instance: string): string {
  return path === plain || path.startsWith(`${plain}/`) ? instance + path.slice(plain.length) : path;
}

function* open(pages: readonly Page[], plain: string, instance: string, evaluation: Evaluation): Generator<OpenPage> {
  for (const page of pages) {
    if (page.kind === "questions") {
      const items = page.items.map((path) => placed(path, plain, instance)).filter((path) => evaluation.relevant[path] === true);
      const heading = placed(page.heading, plain, instance);
      if (items.length > 0) yield { kind: "questions", key: placed(page.key, plain, instance), heading, items };
    } else yield* openRepeat(page, plain, instance, evaluation);
  }
}

function* openRepeat(page: RepeatPages, plain: string, instance: string, evaluation: Evaluation): Generator<OpenPage> {
  const path = placed(page.key, plain, instance);
  for (let place = 1; evaluation.relevant[`${path}[${place}]`] !== undefined; place += 1) {
    const each = `${path}[${place}]`;
    if (evaluation.relevant[each] === true) yield* open(page.pages, page.key, each, evaluation);
  }
  if (evaluation.relevant[path] === true && !page.counted) yield { kind: "repeat", key: path, heading: path, items: [] };
}

/** The pages that these answers open, in order. A page whose questions are all irrelevant is not among them. */
export function openPages(model: Model, evaluation: Evaluation): OpenPage[] {
  return [...open(pagesOf(model), "", "", evaluation)];
}

/** The page after the one of that key, or the first one for null; null after the last. A key that is no longer open leads to the first page that comes after its place in the form. */
export function nextRelevantPage(model: Model, evaluation: Evaluation, key: string | null): OpenPage | null {
  const pages = openPages(model, evaluation);
  if (key === null) return pages[0] ?? null;
  const place = pages.findIndex((page) => page.key === key);
  if (place >= 0) return pages[place + 1] ?? null;
  const order = new Map(Object.keys(evaluation.relevant).map((path, index) => [path, index]));
  const own = order.get(key) ?? -1;
  return pages.find((page) => (order.get(page.items[0] ?? page.key) ?? Infinity) > own) ?? null;
}
