/** Who may do what about attendance, and the decisions that need no database. */
import type { Reach } from "#kernel/access/actor.ts";
import { defineVerbs } from "#kernel/access/verb.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { w } from "./words-verbs.ts";

const runners: Readonly<Partial<Record<Role, Reach>>> = { capacity_manager: "all", training_coordinator: "all" };
const members: Readonly<Partial<Record<Role, Reach>>> = { executive_secretary: "below", hr_director: "below" };

/**
 * The permissions of this module. Taking attendance is no matter of roles: whoever teaches or runs the meeting may, as its kind says.
 * Opening a closed list again and the rate of the per-diem stay with those who run meetings.
 */
export const verbs = defineVerbs("attendance", {
  read: {
    title: w.read,
    roles: { ...runners, ...members, monitoring_officer: "all", secretary_general: "all", deputy_secretary_general: "all" },
  },
  reopen: { title: w.reopen, roles: runners },
  rate: { title: w.rate, roles: runners },
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** True while somebody may sign herself in: from some minutes before a half-day to its end. */
export function takesPin(part: Pick<Part, "startsAt" | "endsAt">, now: Date, minutesBefore: number): boolean {
  return now.getTime() >= part.startsAt.getTime() - minutesBefore * MINUTE && now.getTime() < part.endsAt.getTime();
}

/** The half-day that a door is about now: the one under way or beginning within the hour, else the next, else the last. */
export function partNow<P extends Pick<Part, "startsAt" | "endsAt">>(parts: readonly P[], now: Date): P | undefined {
  const at = now.getTime();
  return (
    parts.find((part) => at >= part.startsAt.getTime() - HOUR && at < part.endsAt.getTime()) ??
    parts.find((part) => part.startsAt.getTime() > at) ??
    parts.at(-1)
  );
}

/** When the list must be closed: so many hours after the last half-day. */
export function closesBy(parts: readonly Pick<Part, "endsAt">[], hours: number): Date {
  const last = Math.max(...parts.map((part) => part.endsAt.getTime()));
  return new Date(last + hours * HOUR);
}

/** Wrong PINs are counted over so many minutes. */
export const PIN_WINDOW_MINUTES = 15;
