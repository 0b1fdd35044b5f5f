/** The clock of inductions: whoever came, left or was inducted is worked out soon after, so that no page has to. */
import type { JobHandler } from "#kernel/access/module.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { refreshOwed } from "./owed.ts";

export const JOBS = { refresh: "inductions.refresh" } as const;

const refresh: JobHandler = ({ db, pack, now }) => refreshOwed(db, pack, dayOf(now, pack.timeZone));

export const jobs: Readonly<Record<string, JobHandler>> = { [JOBS.refresh]: refresh };
