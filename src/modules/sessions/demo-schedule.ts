/** Which sessions the demonstration holds: dates over two fiscal years on working days, a course and a region for each, and the state its day implies. */
import type { DemoContext } from "#kernel/access/module.ts";
import { addWorkingDays, isWorkingDay, workingDayFrom } from "#kernel/calendar/calendar.ts";
import { addDays, daysBetween, startOfDay, type Day } from "#kernel/calendar/day.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import type { CourseFacts } from "#modules/courses";
import type { PlanLineFacts } from "#modules/plans";
import type { Random } from "#methods/draw/random.ts";
import type { Host } from "./demo-holders.ts";
import type { SessionState } from "./flows.ts";
import type { Mode } from "./schema.ts";

/** A morning hour of a day in the association's zone. */
export const morningOf = (demo: DemoContext, day: Day, hour = 8): Date =>
  new Date(startOfDay(day, demo.pack.timeZone).getTime() + hour * 3_600_000);

/** One session to make, before anybody is named. */
export interface Slot {
  readonly index: number;
  readonly course: CourseFacts;
  readonly line: PlanLineFacts | null;
  readonly region: number;
  readonly cohort: number;
  readonly from: Day;
  readonly to: Day;
  readonly mode: Mode;
  readonly state: SessionState;
}

/** Sessions held before today, and those that are to come. */
const PAST = 112;
const COMING = 26;
/** Every so many coming sessions one is cancelled. */
const CANCELLED = new Set([31, 77, 128]);

/** The state that a day implies: a session goes from step to step as its days pass. */
export function stateFor(demo: DemoContext, from: Day, to: Day, cancelled: boolean): SessionState {
  const { today, pack } = demo;
  if (cancelled) return "cancelled";
  if (to < addDays(today, -195)) return "closed";
  if (to < addDays(today, -24)) return "follow_up";
  if (to < addDays(today, -10)) return "evaluated";
  if (to < today) return "delivered";
  if (from <= today) return "running";
  if (from <= addWorkingDays(pack.calendar, today, 4)) return "ready";
  if (from <= addWorkingDays(pack.calendar, today, 14)) return "confirmed";
  return from <= addWorkingDays(pack.calendar, today, 42) ? "nominations_open" : "planned";
}

/** The last day of a course that begins on a day: as many working days as its hours fill. */
function lastDay(demo: DemoContext, from: Day, hours: number): Day {
  const days = Math.min(5, Math.max(1, Math.round(hours / 7)));
  return days === 1 ? from : addWorkingDays(demo.pack.calendar, from, days - 1);
}

const modeFor = (course: CourseFacts, random: Random): Mode => {
  if (course.modality === "e_learning") return "online";
  return random.uniform() < 0.14 ? "hybrid" : "physical";
};

/** The first working days of sessions that no plan has fixed, with their numbers: the past of this fiscal year spread evenly, the coming over the next months. */
function beginnings(demo: DemoContext): { readonly index: number; readonly from: Day }[] {
  const { today, pack } = demo;
  const year = fiscalYearOf(pack.calendar, today);
  const start = fiscalYearAfter(pack.calendar, year, -1).start;
  const span = daysBetween(start, addDays(today, -4));
  const past = Array.from({ length: PAST }, (_, index) => addDays(start, 12 + Math.floor((index * (span - 12)) / PAST)));
  const now = isWorkingDay(pack.calendar, today) ? today : addWorkingDays(pack.calendar, today, -1);
  const coming = Array.from({ length: COMING - 2 }, (_, index) => addDays(today, 2 + index * 5));
  return [...past, addWorkingDays(pack.calendar, now, -1), now, ...coming].flatMap((day, index) =>
    day < year.start ? [] : [{ index, from: workingDayFrom(pack.calendar, day) }],
  );
}

/** What plans say of courses: the lines of last year’s plan, each held once on its days, and those of the plan that runs. */
export interface Planned {
  readonly last: readonly PlanLineFacts[];
  readonly running: readonly PlanLineFacts[];
}

/** Last year’s sessions: one for each line of its plan that is a course, on the line’s days and in its region. */
function lastYear(
  demo: DemoContext,
  random: Random,
  courses: readonly CourseFacts[],
  lines: readonly PlanLineFacts[],
  regions: readonly Host[],
): Slot[] {
  const byId = new Map(courses.map((course) => [course.id, course]));
  const held = new Map<string, number>();
  const courseLines = lines.flatMap((line) => {
    const course = byId.get(line.course ?? "");
    return course === undefined || line.from === null ? [] : [{ line, course, from: line.from, to: line.to ?? line.from }];
  });
  return courseLines.map(({ line, course, from, to }, index): Slot => {
    const cohort = held.get(course.id) ?? 0;
    held.set(course.id, cohort + 1);
    const region = Math.max(
      0,
      regions.findIndex((one) => one.regionCode === line.region),
    );
    return {
      index,
      course,
      line,
      region,
      cohort,
      from,
      to,
      mode: modeFor(course, random),
      state: stateFor(demo, from, to, CANCELLED.has(index)),
    };
  });
}

/** The line of the running plan that a session of a course on a day delivers: of the same fiscal year, each used in turn. */
function lineFor(demo: DemoContext, lines: readonly PlanLineFacts[], course: string, day: Day, nth: number): PlanLineFacts | null {
  const year = fiscalYearOf(demo.pack.calendar, day).start;
  const fitting = lines.filter((line) => line.course === course && line.fiscalYearStart === year);
  return fitting.length === 0 ? null : (fitting[nth % fitting.length] ?? null);
}

/** The schedule: the same for the same day. This year courses come in turn, regions too, so that every course reaches every region. */
export function scheduleOf(
  demo: DemoContext,
  random: Random,
  courses: readonly CourseFacts[],
  planned: Planned,
  regions: readonly Host[],
): Slot[] {
  const before = lastYear(demo, random, courses, planned.last, regions);
  const held = new Map<string, number>();
  for (const { course } of before) held.set(course.id, (held.get(course.id) ?? 0) + 1);
  const now = beginnings(demo).map(({ index, from }): Slot => {
    const course = courses[index % courses.length] as CourseFacts;
    const nth = held.get(course.id) ?? 0;
    held.set(course.id, nth + 1);
    const to = lastDay(demo, from, course.hours);
    return {
      index,
      course,
      line: lineFor(demo, planned.running, course.id, from, nth),
      region: (nth + (index % courses.length)) % regions.length,
      cohort: nth,
      from,
      to,
      mode: modeFor(course, random),
      state: stateFor(demo, from, to, CANCELLED.has(index)),
    };
  });
  return [...before, ...now];
}
