/** What a plan, its lines and what stands before and beside them are made of. */
import type { Day } from "#kernel/calendar/day.ts";
import type { MoneyLine, NewLine } from "#kernel/money/lines.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { PlanState } from "./flows.ts";

export type { PlanState } from "./flows.ts";

/** A plan of one fiscal year. */
export interface Plan {
  readonly id: string;
  readonly organisation: string;
  readonly fiscalYearStart: Day;
  readonly title: string;
  readonly language: Language;
  readonly purpose: string;
  readonly state: PlanState;
  readonly document: string | null;
  readonly commentFrom: Day | null;
  readonly commentUntil: Day | null;
  readonly returned: string | null;
  readonly returnedOn: Day | null;
  readonly due: Day | null;
  readonly closing: string | null;
  readonly recordedAt: Date;
}

export const MODES = ["physical", "online", "hybrid"] as const;
export type Mode = (typeof MODES)[number];

export type LineState = "planned" | "done" | "dropped";

/** What is written about a line: everything that a form, a revision or an earlier plan gives. Money in minor units. */
export interface LineContent {
  readonly title: string;
  readonly language: Language;
  /** Code of the list `modality`. */
  readonly modality: string;
  readonly mode: Mode;
  readonly domain: string | null;
  readonly programme: string | null;
  readonly course: string | null;
  readonly groups: readonly string[];
  /** Needs that it answers; a line without any states its mandate. */
  readonly needs: readonly string[];
  readonly mandate: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Code of a unit of the pack, at the tier below the country. */
  readonly region: string | null;
  readonly venue: string | null;
  readonly provider: string | null;
  /** What people will do differently at work. */
  readonly change: string;
  readonly indicator: string | null;
  readonly indicatorWords: string | null;
  readonly responsible: string | null;
  /** Why the dates stay although they clash. */
  readonly clashReason: string | null;
  readonly seats: readonly Seat[];
  readonly money: readonly NewLine[];
}

/** Places kept for one organisation. */
export interface Seat {
  readonly organisation: string;
  readonly places: number;
}

/** A line as it stands. */
export interface Line extends Omit<LineContent, "seats" | "money" | "needs"> {
  readonly id: string;
  readonly plan: string;
  readonly number: number;
  readonly state: LineState;
  readonly settledOn: Day | null;
  readonly settlement: string | null;
  readonly needs: readonly string[];
  readonly seats: ReadonlyMap<string, number>;
  readonly places: number;
  readonly money: readonly MoneyLine[];
}

/** Needs that one line could answer, or a mandate. */
export interface Bundle {
  readonly id: string;
  readonly plan: string;
  readonly title: string;
  readonly language: Language;
  readonly domain: string | null;
  readonly groups: readonly string[];
  readonly mandate: string | null;
  readonly leftOut: string | null;
  readonly needs: readonly string[];
  readonly options: readonly Way[];
}

/** One way to answer a bundle, roughly: how many places, how many days, what it costs. */
export interface Way {
  readonly id: string;
  readonly bundle: string;
  readonly modality: string;
  readonly places: number;
  readonly days: number;
  readonly minor: number;
  readonly currency: string;
  readonly note: string;
  readonly line: string | null;
}

/** What somebody said about the plan while it was open for comments. */
export interface Comment {
  readonly id: string;
  readonly line: string | null;
  readonly organisation: string;
  readonly organisationName: string;
  readonly postType: string | null;
  readonly text: string;
  readonly language: Language;
  readonly answer: string | null;
  readonly answerLanguage: Language | null;
  readonly recordedAt: Date;
}

export type ChangeKind = "add" | "change" | "drop";

/** What a revision will change once it is decided. */
export interface Change {
  readonly id: string;
  readonly version: number;
  readonly kind: ChangeKind;
  readonly line: string;
  readonly content: LineContent | null;
  readonly reason: string;
  readonly language: Language;
}

/** What was delivered of a line: events linked to it, and the people whose portfolios say that they took part. */
export interface Progress {
  readonly events: number;
  /** Events at which at least one person took part. */
  readonly held: number;
  readonly people: number;
}

/** What other modules may know of a line. `seats` by organisation; days of the line, not of its sessions. */
export interface PlanLineFacts {
  readonly id: string;
  readonly plan: string;
  readonly planTitle: string;
  readonly reference: string;
  readonly fiscalYearStart: Day;
  readonly title: string;
  readonly language: string;
  readonly modality: string;
  readonly domain: string | null;
  readonly course: string | null;
  readonly groups: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  /** Code of a unit of the pack, at the tier below the country. */
  readonly region: string | null;
  readonly seats: ReadonlyMap<string, number>;
  readonly places: number;
  readonly state: PlanState;
  readonly programme: string | null;
}
