/** A sitting: one respondent’s answers to one version of a questionnaire, for one purpose; and what is kept of it when it is submitted. */
import type { Precision } from "#kernel/calendar/partial.ts";
import type { Values } from "./evaluate.ts";

/** How the answers came. */
export const CHANNELS = ["web", "offline", "paper", "interview"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Open: may still change. Submitted: read only, counted. Withdrawn: taken back, not counted. */
export const SITTING_STATES = ["open", "submitted", "withdrawn"] as const;
export type SittingState = (typeof SITTING_STATES)[number];

/** A sitting as it is kept. */
export interface Sitting {
  readonly id: string;
  readonly year: number;
  readonly member: string;
  readonly version: string;
  readonly purposeKind: string;
  readonly purpose: string;
  readonly organisation: string;
  readonly post: string | null;
  readonly postType: string | null;
  readonly person: string | null;
  readonly sex: string | null;
  readonly yearsInPost: number | null;
  readonly channel: Channel;
  readonly state: SittingState;
  readonly language: string;
  readonly title: string;
  readonly happenedOn: string;
  readonly happenedPrecision: Precision;
  /** The post that typed a paper in; null when the respondent answered herself. */
  readonly enteredBy: string | null;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly answered: Answered | null;
}

/** The evaluated answers at submission. The questions as asked stand in the version, which never changes. */
export interface Answered {
  readonly format: 1;
  readonly language: string;
  /** By name, in the shape of the form. */
  readonly values: Values;
  /** Text by place, `/household[2]/age`: relevant answers and calculations that are not empty. */
  readonly answers: Readonly<Record<string, string>>;
  /** Given, then no longer asked: kept, not counted. */
  readonly aside: Readonly<Record<string, string>>;
  readonly instanceName: string;
}

/** The address at which a respondent reads what a questionnaire is for, and starts. */
export function startLink(purposeKind: string, purpose: string): string {
  return `/answer/start/${encodeURIComponent(purposeKind)}/${purpose}`;
}
