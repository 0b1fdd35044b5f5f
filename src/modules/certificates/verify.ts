/** What anybody may learn of a certificate by its number or code, and how many wrong tries one address has. */
import type { Day } from "#kernel/calendar/day.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { Limit } from "#modules/account";
import type { Certificate } from "./schema.ts";

/** The whole of it: name, course, dates, issuer, and whether it stands. */
export interface Shown {
  readonly number: string;
  readonly code: string;
  readonly name: string;
  readonly course: Text;
  readonly from: Day;
  readonly to: Day;
  readonly issuer: string;
  readonly issuedOn: Day;
  readonly state: "valid" | "withdrawn";
  readonly withdrawnOn: Day | null;
  /** Of the certificate that took its place. */
  readonly newCode: string | null;
  readonly newNumber: string | null;
}

/** What is shown of a certificate; `next` is the one that took its place. */
export function shownOf(certificate: Certificate, next: Certificate | undefined, timeZone: string): Shown {
  const { content, state, withdrawnAt } = certificate;
  return {
    number: content.number,
    code: certificate.code,
    name: content.name,
    course: content.course.title,
    from: content.from,
    to: content.to,
    issuer: content.issuer,
    issuedOn: content.issuedOn,
    state,
    withdrawnOn: withdrawnAt === null ? null : dayOf(withdrawnAt, timeZone),
    newCode: next?.code ?? null,
    newNumber: next?.number ?? null,
  };
}

/** A number or code as people type it: capitals, hyphens where spaces were. */
export function typedNumber(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s‐‑–—_]+/gu, "-")
    .slice(0, 60);
}

/** Wrong numbers from one address. An office of forty people shares one address; a list of right numbers can be checked without end. */
export const WRONG_NUMBERS: Limit = { scope: "certificate-address", most: 40, minutes: 15 };
