/** The tables this module may name, its closed word lists, and the readers of its forms. */
import type { Clock } from "#kernel/calendar/clock.ts";
import { isDay, startOfDay, type Day } from "#kernel/calendar/day.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import type { RulesTables } from "#kernel/rules/tables.ts";
import type { Form } from "#platform/http/form.ts";
import { isLanguage, type Language } from "#platform/i18n/text.ts";
import type { JournalTables } from "#platform/journal/tables.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import type { PrivacyTables } from "./tables.ts";
import { w } from "./words-forms.ts";

export type Tables = PrivacyTables & RegistryTables & RulesTables & JournalTables;

/** What a person may ask about her own data. */
export const KINDS = ["access", "rectification", "erasure", "portability", "objection"] as const;
export type Kind = (typeof KINDS)[number];

export const DECISIONS = ["granted", "partly", "refused"] as const;
export type Decision = (typeof DECISIONS)[number];

export const RISKS = ["unknown", "low", "high"] as const;
export type Risk = (typeof RISKS)[number];

export type RequestState = "received" | "waiting" | "checked" | "answered" | "withdrawn";
export type BreachState = "open" | "notified" | "closed";

/** A form read: what it says, or what is wrong with it. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const oneOf = <const T extends string>(value: string, allowed: readonly T[]): T | undefined => allowed.find((one) => one === value);

/** A text that must be there. */
function needed(form: Form, field: string, problems: FieldProblem[], least = 1): string {
  const text = form.text(field).slice(0, 5_000);
  if (text.length < least) problems.push({ field, text: least > 1 ? w.moreWords : w.missing, values: { least } });
  return text;
}

const result = <T>(value: T, problems: readonly FieldProblem[]): Parsed<T> =>
  problems.length === 0 ? { ok: true, value } : { ok: false, problems };

/** What a signed-in person asks. */
export interface Wish {
  readonly kind: Kind;
  readonly wish: string;
}

export function parseWish(form: Form): Parsed<Wish> {
  const problems: FieldProblem[] = [];
  const kind = oneOf(form.text("kind"), KINDS);
  if (kind === undefined) problems.push({ field: "kind", text: w.chooseKind });
  return result({ kind: kind ?? "access", wish: needed(form, "wish", problems) }, problems);
}

/** A request that came on paper or by telephone. */
export interface PaperWish extends Wish {
  readonly requester: string;
  readonly reach: string;
  readonly language: Language;
  readonly receivedOn: Day;
}

export function parsePaperWish(form: Form, today: Day): Parsed<PaperWish> {
  const read = parseWish(form);
  const problems: FieldProblem[] = read.ok ? [] : [...read.problems];
  const requester = needed(form, "requester", problems);
  const reach = needed(form, "reach", problems);
  const language = form.text("language");
  const receivedOn = form.text("received");
  if (!isDay(receivedOn) || receivedOn > today) problems.push({ field: "received", text: w.dayPast });
  const wish = read.ok ? read.value : { kind: "access" as const, wish: "" };
  return result({ ...wish, requester, reach, language: isLanguage(language) ? language : "rw", receivedOn }, problems);
}

/** The answer to a request. */
export interface Answer {
  readonly decision: Decision;
  readonly answer: string;
}

export function parseAnswer(form: Form): Parsed<Answer> {
  const problems: FieldProblem[] = [];
  const decision = oneOf(form.text("decision"), DECISIONS);
  if (decision === undefined) problems.push({ field: "decision", text: w.chooseDecision });
  return result({ decision: decision ?? "granted", answer: needed(form, "answer", problems, 20) }, problems);
}

/** What happened, as it is first told. */
export interface Incident {
  readonly what: string;
  readonly foundAt: Date;
}

/** The instant of a local day and time; null when either cannot be read. */
function instantOf(day: string, time: string, timeZone: string): Date | null {
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!isDay(day) || clock === null) return null;
  return new Date(startOfDay(day, timeZone).getTime() + (Number(clock[1]) * 60 + Number(clock[2])) * 60_000);
}

export function parseIncident(form: Form, now: Date, timeZone: string): Parsed<Incident> {
  const problems: FieldProblem[] = [];
  const what = needed(form, "what", problems, 10);
  const foundAt = instantOf(form.text("day"), form.text("time"), timeZone);
  if (foundAt === null || foundAt > now) problems.push({ field: "day", text: w.momentPast });
  return result({ what, foundAt: foundAt ?? now }, problems);
}

/** What is known of a breach, written down as it becomes known. */
export interface Assessment {
  readonly what: string;
  readonly dataKinds: string;
  readonly people: number | null;
  readonly risk: Risk;
  readonly consequences: string;
  readonly measures: string;
}

export function parseAssessment(form: Form): Parsed<Assessment> {
  const problems: FieldProblem[] = [];
  const people = form.text("people").replaceAll(/[\s,\u202f\u00a0]/g, "");
  if (people !== "" && !/^\d{1,8}$/.test(people)) problems.push({ field: "people", text: w.inFigures });
  const value: Assessment = {
    what: needed(form, "what", problems, 10),
    dataKinds: form.text("dataKinds").slice(0, 2_000),
    people: people === "" ? null : Number(people),
    risk: oneOf(form.text("risk"), RISKS) ?? "unknown",
    consequences: form.text("consequences").slice(0, 5_000),
    measures: form.text("measures").slice(0, 5_000),
  };
  return result(value, problems);
}

/** A reason in a person's own words. */
export function parseReason(form: Form, field = "reason", least = 10): Parsed<string> {
  const problems: FieldProblem[] = [];
  return result(needed(form, field, problems, least), problems);
}

/** The clock of a request as its column holds it. */
export const clockOf = (value: unknown): Clock => value as Clock;
