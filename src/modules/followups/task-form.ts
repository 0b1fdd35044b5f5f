/** The form of a task, one thing a page: what she will do, how it will be seen, by when, who will see it. */
import { addDays, isDay, type Day } from "#kernel/calendar/day.ts";
import type { Form } from "#platform/http/form.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { isId } from "#platform/db/ids.ts";
import { w } from "./words-task.ts";

/** A task as it is written. */
export interface NewTask {
  readonly what: string;
  readonly success: string | null;
  readonly due: Day;
  readonly verifier: string | null;
  readonly language: Language;
}

/** The pages in order; on the last she checks and sends. */
export const PAGES = ["what", "success", "due", "verifier", "check"] as const;
export type TaskPage = (typeof PAGES)[number];

/** Days from today that are offered; the last choice is a day of her own. */
export const DUE_IN = [30, 60, 90] as const;

/** What was typed so far, as texts. */
export type Typed = Readonly<Record<"what" | "success" | "when" | "day" | "month" | "year" | "verifier", string>>;

const LONGEST = 400;
const FARTHEST_DAYS = 365;

export function typedIn(form: Form): Typed {
  return {
    what: form.text("what"),
    success: form.text("success"),
    when: form.text("when"),
    day: form.text("due-day"),
    month: form.text("due-month"),
    year: form.text("due-year"),
    verifier: form.text("verifier"),
  };
}

/** The day that was chosen; null when it is none, past, or more than a year away. */
export function dueOf(typed: Typed, today: Day): Day | null {
  const days = DUE_IN.find((one) => String(one) === typed.when);
  if (days !== undefined) return addDays(today, days);
  const day = `${typed.year.padStart(4, "0")}-${typed.month.padStart(2, "0")}-${typed.day.padStart(2, "0")}`;
  return isDay(day) && day > today && day <= addDays(today, FARTHEST_DAYS) ? day : null;
}

/** What is wrong with one page. */
export function problemsOf(
  page: TaskPage,
  typed: Typed,
  ask: { readonly today: Day; readonly posts: readonly string[] },
): readonly FieldProblem[] {
  const wrong = (field: string, text: FieldProblem["text"]): readonly FieldProblem[] => [{ field, text, values: { longest: LONGEST } }];
  if (page === "what")
    return typed.what.length < 8 ? wrong("what", w.whatMissing) : typed.what.length > LONGEST ? wrong("what", w.tooLong) : [];
  if (page === "success") return typed.success.length > LONGEST ? wrong("success", w.tooLong) : [];
  if (page === "due") return dueOf(typed, ask.today) === null ? wrong("when", w.dueMissing) : [];
  if (page === "verifier")
    return typed.verifier === "" || (isId(typed.verifier) && ask.posts.includes(typed.verifier)) ? [] : wrong("verifier", w.verifierWrong);
  return [];
}

/** Everything wrong with the whole form. */
export function allProblems(typed: Typed, ask: { readonly today: Day; readonly posts: readonly string[] }): readonly FieldProblem[] {
  return PAGES.flatMap((page) => problemsOf(page, typed, ask));
}

/** The task of a form without problems. */
export function taskOf(typed: Typed, today: Day, language: Language): NewTask {
  return {
    what: typed.what,
    success: typed.success === "" ? null : typed.success,
    due: dueOf(typed, today) ?? addDays(today, DUE_IN[2]),
    verifier: typed.verifier === "" ? null : typed.verifier,
    language,
  };
}
