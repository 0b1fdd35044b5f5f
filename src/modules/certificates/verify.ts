/** What anybody may learn of a certificate by its number or code, and how many wrong tries one address has. */
import type { Day } from "#kernel/calendar/day.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { p as http } from "#platform/http/problems.ts";
import type { Text } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
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

/** Wrong tries of one address in a window. An office of forty people shares one address. */
const MOST = 40;
const MINUTES = 15;
/** Addresses kept at most: the oldest are forgotten first. */
const ADDRESSES = 20_000;

/** Counts wrong numbers by address in the memory of one web process; right ones cost nothing, so a list of certificates can be checked. */
export class Tries {
  private readonly counts = new Map<string, { window: number; wrong: number }>();

  private windowOf(now: Date): number {
    return Math.floor(now.getTime() / (MINUTES * 60_000));
  }

  /** Throws “too many tries” with the minutes left. */
  check(address: string, now: Date): void {
    const window = this.windowOf(now);
    const known = this.counts.get(address);
    if (known === undefined || known.window !== window || known.wrong < MOST) return;
    const left = Math.ceil(((window + 1) * MINUTES * 60_000 - now.getTime()) / 60_000);
    throw new Problem(http.tooMany, { minutes: Math.max(1, left) });
  }

  /** Notes a number that nothing was found for. */
  wrong(address: string, now: Date): void {
    const window = this.windowOf(now);
    const known = this.counts.get(address);
    this.counts.delete(address);
    this.counts.set(address, { window, wrong: known?.window === window ? known.wrong + 1 : 1 });
    const oldest = this.counts.size > ADDRESSES ? this.counts.keys().next().value : undefined;
    if (oldest !== undefined) this.counts.delete(oldest);
  }
}
