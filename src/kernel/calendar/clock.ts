/** Keeps the clock of something that is owed by a date: it starts, pauses with a reason, resumes and stops; due dates follow from it. */
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "./calendar.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, addMonths, dayOf, daysBetween, startOfDay } from "./day.ts";
import type { Day } from "./day.ts";

/** What a deadline counts. */
export type DeadlineUnit = "working_days" | "days" | "months" | "hours";

/** How long somebody has, for example 3 working days. */
export interface Allowance {
  readonly amount: number;
  readonly unit: DeadlineUnit;
}

/** A stretch during which the clock stands, for example “waiting for the resident”. */
export interface Pause {
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}

/** A clock as it is stored. All instants are ISO 8601 in UTC. */
export interface Clock {
  readonly startedAt: string;
  readonly pauses: readonly Pause[];
  readonly stoppedAt: string | null;
}

/** When something falls due: the last day on which it is in time, and the instant after which it is late. */
export interface Due {
  readonly day: Day;
  readonly at: string;
}

/** One rung of a ladder of reminders and escalations. Negative numbers are reminders before the due day. */
export interface EscalationStep {
  readonly afterWorkingDays: number;
  /** `owner`, `supervisor` (of the owner’s post), `head` (of the entity) or a role code. */
  readonly to: string;
}

/** Starts a clock. */
export function startClock(at: Date): Clock {
  return { startedAt: at.toISOString(), pauses: [], stoppedAt: null };
}

/** True while the clock stands and somebody else must act. */
export function isPaused(clock: Clock): boolean {
  return clock.stoppedAt === null && clock.pauses.some((pause) => pause.to === null);
}

function lastInstant(clock: Clock): string {
  const last = clock.pauses.at(-1);
  return last === undefined ? clock.startedAt : (last.to ?? last.from);
}

function mustBeOpen(clock: Clock, at: Date): string {
  const instant = at.toISOString();
  if (clock.stoppedAt !== null) throw new RangeError("This clock has been stopped");
  if (instant < lastInstant(clock)) {
    throw new RangeError(`A clock cannot go back from ${lastInstant(clock)} to ${instant}`);
  }
  return instant;
}

/** Halts the clock for a reason that is shown beside the due date. Throws a RangeError when it stands or has stopped already. */
export function pauseClock(clock: Clock, at: Date, reason: string): Clock {
  const from = mustBeOpen(clock, at);
  if (isPaused(clock)) throw new RangeError("This clock is paused already");
  return { ...clock, pauses: [...clock.pauses, { from, to: null, reason }] };
}

/** Lets a paused clock run on. Throws a RangeError when it is not paused. */
export function resumeClock(clock: Clock, at: Date): Clock {
  const to = mustBeOpen(clock, at);
  const last = clock.pauses.at(-1);
  if (last === undefined || last.to !== null) throw new RangeError("This clock is not paused");
  return { ...clock, pauses: [...clock.pauses.slice(0, -1), { ...last, to }] };
}

/** Stops the clock for good: what was owed has been given. A pause that is still open ends with it. */
export function stopClock(clock: Clock, at: Date): Clock {
  const stoppedAt = mustBeOpen(clock, at);
  const pauses = clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: stoppedAt } : pause));
  return { ...clock, pauses, stoppedAt };
}

/** The spans of local days that do not count: a day is lost when the clock stands as that day ends. */
function standingDays(clock: Clock, timeZone: string): { from: Day; before: Day | null }[] {
  return clock.pauses.map((pause) => ({
    from: dayOf(new Date(pause.from), timeZone),
    before: pause.to === null ? null : dayOf(new Date(pause.to), timeZone),
  }));
}

/** The day on which an allowance counted in days runs out, or null when an open pause comes first. */
function dueDay(clock: Clock, allowance: Allowance, calendar: Calendar): Day | null {
  const { timeZone } = calendar;
  const standing = standingDays(clock, timeZone);
  const start = dayOf(new Date(clock.startedAt), timeZone);
  const counts = (day: Day) => allowance.unit !== "working_days" || isWorkingDay(calendar, day);
  let left = allowance.unit === "months" ? daysBetween(start, addMonths(start, allowance.amount)) : allowance.amount;
  for (let at = start; ; at = addDays(at, 1)) {
    const pause = standing.find(({ from, before }) => from <= at && (before === null || at < before));
    if (at > start && counts(at) && pause === undefined) left -= 1;
    if (left <= 0) return at;
    if (pause !== undefined && pause.before === null) return null;
  }
}

function dueInstant(clock: Clock, hours: number): number | null {
  let due = Date.parse(clock.startedAt) + hours * 3_600_000;
  for (const pause of clock.pauses) {
    const from = Date.parse(pause.from);
    if (from >= due) break;
    if (pause.to === null) return null;
    due += Date.parse(pause.to) - from;
  }
  return due;
}

/**
 * When the allowance runs out. The day on which the clock starts does not count; a counted day is in time until
 * it ends in the pack's time zone; a day is lost when the clock stands as the day ends. Null while the clock is
 * paused and had not run out before.
 */
export function dueAt(clock: Clock, allowance: Allowance, calendar: Calendar): Due | null {
  const { timeZone } = calendar;
  if (allowance.unit === "hours") {
    const instant = dueInstant(clock, allowance.amount);
    if (instant === null) return null;
    const at = new Date(instant);
    return { day: dayOf(at, timeZone), at: at.toISOString() };
  }
  const day = dueDay(clock, allowance, calendar);
  return day === null ? null : { day, at: startOfDay(addDays(day, 1), timeZone).toISOString() };
}

/**
 * By how much something is late now, or was when the clock stopped; amount 0 when it is in time. Hours are begun
 * hours; deadlines in months are late by days; working days count only worked ones, so the amount can be 0 on
 * the Saturday after a Friday although {@link isLate} is true.
 */
export function lateBy(clock: Clock, allowance: Allowance, calendar: Calendar, now: Date): Allowance {
  const due = dueAt(clock, allowance, calendar);
  const at = clock.stoppedAt === null ? now : new Date(clock.stoppedAt);
  const unit = allowance.unit === "months" ? "days" : allowance.unit;
  if (due === null || at.getTime() < Date.parse(due.at)) return { amount: 0, unit };
  if (unit === "hours")
    return {
      amount: Math.max(1, Math.ceil((at.getTime() - Date.parse(due.at)) / 3_600_000)),
      unit,
    };
  const day = dayOf(at, calendar.timeZone);
  const amount = unit === "days" ? daysBetween(due.day, day) : workingDaysBetween(calendar, due.day, day);
  return { amount, unit };
}

/** True when the due instant has passed, or had when the clock stopped. */
export function isLate(clock: Clock, allowance: Allowance, calendar: Calendar, now: Date): boolean {
  const due = dueAt(clock, allowance, calendar);
  const at = clock.stoppedAt === null ? now : new Date(clock.stoppedAt);
  return due !== null && at.getTime() >= Date.parse(due.at);
}

/** The day on which one step of a ladder is taken for something due on a day. */
export function stepDay(calendar: Calendar, due: Day, step: EscalationStep): Day {
  return addWorkingDays(calendar, due, step.afterWorkingDays);
}

/** The steps whose day has come, in the order of the ladder; none once the clock has stopped or while it is paused. */
export function stepsReached(
  clock: Clock,
  allowance: Allowance,
  steps: readonly EscalationStep[],
  calendar: Calendar,
  now: Date,
): readonly EscalationStep[] {
  if (clock.stoppedAt !== null || isPaused(clock)) return [];
  const due = dueAt(clock, allowance, calendar);
  if (due === null) return [];
  const day = dayOf(now, calendar.timeZone);
  return steps.filter((step) => stepDay(calendar, due.day, step) <= day);
}
