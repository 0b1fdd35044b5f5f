/** Addresses of inductions. */
import { addressOf } from "#platform/http/address.ts";
import type { Period, Standing } from "./schema.ts";

export const paths = {
  inductions: "/inductions",
  people: "/inductions/people",
  file: "/inductions/people/file",
} as const;

/** The list of people behind a number of a period. */
export const peopleHref = (period: Period, which: Standing | "due", more: Readonly<Record<string, string | undefined>> = {}): string =>
  addressOf(paths.people, { which, from: period.from, to: period.to, ...more });
