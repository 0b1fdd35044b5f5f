/** The pages of one questionnaire on the phone: the same engine, the same order, saved at every step. */
import {
  askPage,
  failureText,
  findPage,
  headingOf,
  pagesFor,
  textIn,
  valueAt,
  wordsOf,
  type AskedPage,
} from "#kernel/questionnaire/asked.ts";
import { readAnswer } from "#kernel/questionnaire/answers.ts";
import { mergeEvents, type AnswerEvent } from "#kernel/questionnaire/merge.ts";
import { nextRelevantPage, type OpenPage } from "#kernel/questionnaire/pages.ts";
import { itemsByPath, plainPath } from "#kernel/questionnaire/project.ts";
import { languagesOf, standingOf, type Standing } from "#kernel/questionnaire/state.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import { w as a } from "../words-answer.ts";
import type { Control } from "./controls.ts";
import type { KeptSitting, PhoneStore } from "./phone-store.ts";

/** A questionnaire open on the phone. */
export interface Opened {
  readonly sitting: KeptSitting;
  readonly events: readonly AnswerEvent[];
  readonly standing: Standing;
}

/** The clock of the place where the association is, as the engine reads it. */
function wallClock(offset: string): string {
  const sign = offset.startsWith("-") ? -1 : 1;
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  const shifted = new Date(Date.now() + sign * (hours * 60 + minutes) * 60_000);
  return shifted.toISOString().slice(0, 23) + offset;
}

function standing(sitting: KeptSitting, events: readonly AnswerEvent[], language: Language): Standing {
  const spoken = languagesOf(sitting.model).includes(language) ? language : sitting.language;
  return standingOf(sitting.model, events, {
    sitting: sitting.id,
    language: spoken,
    now: wallClock(sitting.offset),
    tables: sitting.tables,
  });
}

/** Opens a questionnaire with all answers that the phone has of it. */
export async function openSitting(store: PhoneStore, sitting: KeptSitting, language: Language): Promise<Opened> {
  const events = mergeEvents(await store.events(sitting.id));
  return { sitting, events, standing: standing(sitting, events, language) };
}

/** A moment after everything that the phone has heard of, so that what is written last counts. */
function momentAfter(events: readonly AnswerEvent[]): string {
  const last = events.at(-1);
  return new Date(Math.max(Date.now(), last === undefined ? 0 : Date.parse(last.answeredAt) + 1)).toISOString();
}

/** Answers as events of this phone. */
export function given(opened: Opened, device: string, answers: readonly (readonly [string, string | null])[]): AnswerEvent[] {
  const answeredAt = momentAfter(opened.events);
  return answers.map(([path, value]) => ({ event: crypto.randomUUID(), path, value, answeredAt, device }));
}

/** What a page that was filled in comes to. */
export interface Filled {
  readonly events: readonly AnswerEvent[];
  readonly after: Standing;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

/** Reads the controls of a page. Only what differs from what was shown becomes an answer. */
export function readPage(
  opened: Opened,
  page: OpenPage,
  controls: readonly Control[],
  say: Say,
  language: Language,
  device: string,
): Filled {
  const errors: Record<string, string> = {};
  const typed: Record<string, string> = {};
  const answers: [string, string | null][] = [];
  for (const { asked, read } of controls) {
    const raw = read();
    if (raw === null) {
      errors[asked.path] = say(a.rankWrong, { count: asked.choices.length });
      continue;
    }
    typed[asked.path] = raw;
    const value = readAnswer(asked.question, raw).text;
    if (value.trim() !== asked.value) answers.push([asked.filed, value === "" ? null : value]);
  }
  const events = given(opened, device, answers);
  const after = standing(opened.sitting, [...opened.events, ...events], language);
  const asked = new Set(controls.map((control) => control.asked.path));
  for (const failure of after.evaluation.failures)
    if (asked.has(failure.path) && page.items.includes(failure.path)) errors[failure.path] ??= failureText(after, failure, say);
  return { events, after, errors, typed };
}

/** Where to go on to: the same page when an answer opened a question on it; null when all pages are done. */
export function pageAfter(after: Standing, page: OpenPage, shown: ReadonlySet<string>): OpenPage | null {
  const same = pagesFor(after).find((each) => each.key === page.key);
  if (same !== undefined) {
    const { questions } = askPage(after, same);
    if (questions.some(({ control, filed }) => !["note", "shown", "file"].includes(control) && !shown.has(filed))) return same;
  }
  return nextRelevantPage(after.model, after.evaluation, page.key);
}

/** A page to answer, by its key; else the first with something missing; null when nothing is. */
export function pageAt(opened: Opened, key: string): OpenPage | null {
  const wanted = key === "" ? null : findPage(opened.standing, key);
  if (wanted !== null) return wanted;
  const pages = pagesFor(opened.standing);
  if (opened.events.length === 0) return pages[0] ?? null;
  const wrong = new Set(opened.standing.evaluation.failures.map((failure) => failure.path));
  return pages.find((page) => page.items.some((path) => wrong.has(path))) ?? null;
}

/** A page with its questions. */
export function askedPage(opened: Opened, page: OpenPage): AskedPage {
  return askPage(opened.standing, page, opened.sitting.tables);
}

/** One line of the answers to check. */
export interface CheckLine {
  readonly label: string;
  readonly answer: string;
  readonly problem: string;
  readonly key: string;
}

/** Everything answered, page by page. */
export function checkLines(opened: Opened, say: Say): { readonly heading: string; readonly lines: readonly CheckLine[] }[] {
  const { standing: now, sitting } = opened;
  return pagesFor(now).flatMap((page) => {
    const lines = askPage(now, page, sitting.tables).questions.flatMap((asked): CheckLine[] => {
      if (asked.control === "note") return [];
      const value = asked.failure?.kind === "type" ? asked.value : valueAt(now, asked.path);
      const problem = asked.failure === null ? "" : failureText(now, asked.failure, say);
      return [{ label: asked.label, answer: wordsOf(now, asked.path, asked.question, value, sitting.tables), problem, key: page.key }];
    });
    const { heading, caption } = headingOf(now, page.heading);
    return lines.length === 0 ? [] : [{ heading: caption === "" ? heading : `${caption}: ${heading}`, lines }];
  });
}

/** The heading of a repeat, and the keys of what was entered. */
export function entriesOf(opened: Opened, page: OpenPage): { readonly heading: string; readonly keys: readonly string[] } {
  const item = itemsByPath(opened.standing.model).get(plainPath(page.key));
  const own = item === undefined ? "" : textIn(opened.standing, page.key, item.label);
  return {
    heading: headingOf(opened.standing, page.heading).heading || own || opened.sitting.title,
    keys: opened.standing.projection.keysOf(page.key),
  };
}
