/** Which step of the ladder of reminders a duty stands on, and for whom. Pure. */
import type { Calendar } from "#kernel/calendar/calendar.ts";
import { stepDay, type EscalationStep } from "#kernel/calendar/clock.ts";
import type { Day } from "#kernel/calendar/day.ts";

/** A step that was taken before, as the table of reminders keeps it. */
export interface TakenStep {
  readonly duty: string;
  readonly post: string;
  readonly due: Day;
  readonly step: number;
  readonly recipient: string;
}

/** One text for one step of one duty, for sets. */
export const stepKey = (taken: TakenStep): string => [taken.duty, taken.post, taken.due, taken.step, taken.recipient].join("\n");

/**
 * The steps to take today for something due on a day: for each kind of recipient the furthest one whose day has come. A server that
 * stood still, or something that was late from its first day, gives one reminder and not all that were missed.
 */
export function stepsFor(steps: readonly EscalationStep[], due: Day, today: Day, calendar: Calendar): readonly EscalationStep[] {
  const furthest = new Map<string, EscalationStep>();
  for (const step of steps) {
    if (stepDay(calendar, due, step) > today) continue;
    const known = furthest.get(step.to);
    if (known === undefined || known.afterWorkingDays < step.afterWorkingDays) furthest.set(step.to, step);
  }
  return [...furthest.values()];
}
