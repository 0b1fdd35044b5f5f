/** What other rooms of the house know that the list of the late shows: who is already invited to an induction. The composition root joins it. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";

/** The induction that somebody is enrolled in. */
export interface Enrolment {
  readonly title: string;
  readonly from: Day;
  readonly href: string;
}

export interface InductionSources {
  /** Coming inductions by person; one query for all of them. */
  readonly enrolled?: (db: Db<any>, people: readonly string[], today: Day) => Promise<ReadonlyMap<string, Enrolment>>;
}

let joined: InductionSources = {};

/** Joins what others know; without it nobody is shown as invited. */
export function configureInductions(sources: InductionSources): void {
  joined = sources;
}

/** Coming inductions of some people. */
export const enrolledOf = async (db: Db<any>, people: readonly string[], today: Day): Promise<ReadonlyMap<string, Enrolment>> =>
  (await joined.enrolled?.(db, people, today)) ?? new Map();
