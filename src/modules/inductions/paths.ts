/** Addresses of inductions. */
import type { Actor } from "#kernel/access/actor.ts";
import { may } from "#kernel/access/asked.ts";
import { addressOf } from "#platform/http/address.ts";
import { verbs } from "./rules.ts";
import type { Period, Standing } from "./schema.ts";

export const paths = {
  inductions: "/inductions",
  people: "/inductions/people",
  file: "/inductions/people/file",
} as const;

/** The list of people behind a number of a period. */
export const peopleHref = (period: Period, which: Standing | "due", more: Readonly<Record<string, string | undefined>> = {}): string =>
  addressOf(paths.people, { which, from: period.from, to: period.to, ...more });

/** The coverage of a period, where the list of people is not open to the reader. */
const coverageHref = (period: Period): string => addressOf(paths.inductions, { from: period.from, to: period.to });

/** Where a number of a period leads: the list of people for those who may read names, else the coverage that it is part of. */
export function inductionHref(actor: Actor | null, period: Period, which: Standing | "due"): string {
  return may({ actor }, verbs.names) ? peopleHref(period, which) : coverageHref(period);
}
