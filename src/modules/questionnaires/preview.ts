/** Lays out one page of a version for its author: every page in turn, whatever its condition. */
import type { Asked as ReadRequest } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { askedOf, headingOf, type AskedChoice, type AskedPage } from "#kernel/questionnaire/asked.ts";
import { inLanguage, languageCode, type Model } from "#kernel/questionnaire/model.ts";
import { pagesOf, type Page, type QuestionsPage } from "#kernel/questionnaire/pages.ts";
import { itemsByPath, plainPath } from "#kernel/questionnaire/project.ts";
import { standingOf, type Standing } from "#kernel/questionnaire/state.ts";
import { modelOf, tablesOf, type Version } from "#kernel/questionnaire/store.ts";
import { wallClock } from "./sitting-access.ts";

/** A page for the author. */
export interface Preview {
  readonly asked: AskedPage;
  readonly conditions: readonly string[];
  readonly repeated: boolean;
}

/** A page with whether its questions are asked again and again. */
interface Flat {
  readonly page: QuestionsPage;
  readonly repeated: boolean;
}

function flat(pages: readonly Page[], repeated = false): Flat[] {
  return pages.flatMap((page) => (page.kind === "questions" ? [{ page, repeated }] : flat(page.pages, true)));
}

/** Conditions on the way to some questions, each once. */
function conditionsOf(model: Model, paths: readonly string[]): string[] {
  const items = itemsByPath(model);
  const found = new Set<string>();
  for (const path of paths) {
    for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const condition = items.get(at)?.relevant ?? "";
      if (condition !== "") found.add(condition);
    }
  }
  return [...found];
}

/** All choices of a question, also those that no answer has opened yet. */
function allChoices(standing: Standing, path: string): AskedChoice[] {
  const { model, language } = standing;
  const item = itemsByPath(model).get(plainPath(path));
  if (item?.kind !== "question") return [];
  return (model.lists[item.list] ?? []).map((choice) => ({
    name: choice.name,
    label: inLanguage(choice.label, language, model.defaultLanguage) || choice.name,
  }));
}

/** One page of a version, counted from 1; null beyond the last. */
export async function previewOf(r: ReadRequest<any, Actor>, version: Version, number: number): Promise<Preview | null> {
  const model = await modelOf(r.db, version.id);
  const pages = flat(pagesOf(model));
  const shown = pages[number - 1];
  if (shown === undefined) return null;
  const tables = await tablesOf(r.db, version.id, model);
  const standing = standingOf(model, [], { sitting: version.id, language: r.language, now: wallClock(r.now, r.pack.timeZone), tables });
  const { page, repeated } = shown;
  const questions = page.items.flatMap((path) => {
    const asked = askedOf(standing, path, tables);
    if (asked === null) return [];
    const choices = allChoices(standing, path);
    const levels = asked.levels || (choices.length >= 3 && choices.every((choice, index) => choice.name === String(index + 1)));
    return [{ ...asked, failure: null, choices, levels }];
  });
  const asked: AskedPage = {
    page,
    number,
    count: pages.length,
    ...headingOf(standing, page.heading),
    language: languageCode(standing.language),
    questions,
  };
  return { asked, conditions: conditionsOf(model, page.items), repeated };
}
