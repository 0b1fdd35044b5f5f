/** Certificates, exceptions and what the rule suggests, as pages and other modules know them. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Language, Text } from "#platform/i18n/text.ts";

/** Kinds of this module's records. */
export const CERTIFICATE = "certificates.certificate";
export const EXCEPTION = "certificates.exception";

export type CertificateState = "valid" | "withdrawn";
export type ExceptionState = "asked" | "granted" | "refused";
export const WITHDRAWN_WHY = ["wrong_name", "wrong_content", "outcome_changed", "asked_by_holder"] as const;
export type WithdrawnWhy = (typeof WITHDRAWN_WHY)[number];

/** What stands on a certificate; frozen when it is issued, and hashed. Texts in three languages are as they were then. */
export interface CertificateContent {
  readonly v: 1;
  readonly number: string;
  readonly name: string;
  readonly course: { readonly code: string; readonly title: Text };
  readonly session: string;
  readonly from: Day;
  readonly to: Day;
  readonly hours: number;
  readonly issuer: string;
  readonly signatory: { readonly post: Text; readonly name: string | null };
  readonly issuedOn: Day;
}

/** A certificate as it stands. */
export interface Certificate {
  readonly id: string;
  readonly number: string;
  /** The unguessable code of its QR. */
  readonly code: string;
  readonly session: string;
  readonly enrolment: string;
  /** The person it was issued to; a merged double reads as the person she was merged into. */
  readonly person: string;
  readonly content: CertificateContent;
  /** SHA-256 of the content, in hexadecimal. */
  readonly hash: string;
  readonly state: CertificateState;
  readonly replaces: string | null;
  /** The certificate that took its place. */
  readonly replacedBy: string | null;
  readonly withdrawnWhy: WithdrawnWhy | null;
  readonly withdrawnAt: Date | null;
  readonly issuedOn: Day;
  readonly issuedAt: Date;
}

/** An exception from the rule: asked for with a reason, decided by another post. */
export interface Exception {
  readonly id: string;
  readonly session: string;
  readonly enrolment: string;
  readonly reason: string;
  readonly language: Language;
  readonly state: ExceptionState;
  readonly askedPost: string | null;
  readonly askedPerson: string | null;
  readonly decidedPost: string | null;
  readonly answer: string | null;
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
}
