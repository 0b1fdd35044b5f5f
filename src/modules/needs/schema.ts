/** The records of this module as the rest of it knows them, and the parts of a round’s design. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Sureness } from "#platform/ui/marks.tsx";
import type { NeedState, ParticipationState, ResponseState, RoundState } from "./flows.ts";

/** How much gap, importance, reach and cost count when needs are ranked: whole numbers from 0 to 5. */
export interface Weights {
  readonly gap: number;
  readonly importance: number;
  readonly reach: number;
  readonly cost: number;
}

/** A round of assessment. */
export interface Round {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly fiscalYearStart: Day;
  readonly kind: string;
  readonly scope: "entity" | "post_group" | "individual";
  readonly purpose: string;
  readonly whom: string;
  readonly what: string;
  readonly organisations: readonly string[];
  readonly methods: readonly string[];
  readonly groups: readonly string[];
  readonly version: string | null;
  readonly previous: string | null;
  readonly state: RoundState;
  readonly opens: Day | null;
  readonly closes: Day | null;
  readonly validateBy: Day | null;
  readonly replyBy: Day | null;
  readonly due: Day | null;
  readonly weights: Weights;
  readonly needGap: number;
  readonly shareConsent: string;
  readonly desired: Readonly<Record<string, number>>;
  readonly closedAt: Date | null;
}

/** The pages of a design, in the order of its task list. */
export const DESIGN_PARTS = ["title", "why", "scope", "people", "methods", "dates", "levels", "sharing"] as const;
export type DesignPart = (typeof DESIGN_PARTS)[number];

/** True when a part of the design has what a launch needs. */
export function isComplete(round: Round, part: DesignPart): boolean {
  switch (part) {
    case "title":
      return round.title !== "" && round.kind !== "";
    case "why":
      return round.purpose !== "" && round.whom !== "" && round.what !== "";
    case "scope":
    case "levels":
      return true;
    case "people":
      return round.groups.length > 0;
    case "methods":
      return round.methods.length > 0 && (!round.methods.includes("self_assessment") || round.version !== null);
    case "dates":
      return round.opens !== null && round.closes !== null;
    case "sharing":
      return round.shareConsent !== "";
  }
}

/** How many parts of a design still lack an answer. */
export function missingParts(round: Round): number {
  return DESIGN_PARTS.filter((part) => !isComplete(round, part)).length;
}

/** What the round asks of one organisation, and where that organisation stands. */
export interface Participation {
  readonly round: string;
  readonly organisation: string;
  readonly name: string;
  readonly state: ParticipationState;
  readonly invited: number;
  readonly answered: number;
  readonly consent: string | null;
  readonly validatedAt: Date | null;
  /** The post that confirmed who answered. */
  readonly validatedBy: string | null;
  readonly validationNote: string | null;
  readonly validationLanguage: string | null;
  readonly sharedAt: Date | null;
  readonly repliedAt: Date | null;
  readonly reply: string | null;
  readonly replyLanguage: string | null;
  /** The day on the paper, when the reply was signed on paper and typed in. */
  readonly paperSignedOn: Day | null;
  readonly sheet: string | null;
}

/** A need as lists and pages show it. Levels are 1 to 5; shares 0 to 1. */
export interface Need {
  readonly id: string;
  readonly round: string | null;
  readonly roundTitle: string | null;
  readonly organisation: string;
  readonly organisationName: string;
  readonly kind: "gap" | "service_problem";
  readonly domain: string;
  readonly statement: string;
  readonly language: string;
  readonly desired: number | null;
  readonly current: number | null;
  readonly importance: number | null;
  readonly reach: number | null;
  readonly costMinor: number | null;
  readonly currency: string | null;
  readonly cause: string | null;
  readonly causeShare: number | null;
  readonly causes: Readonly<Record<string, number>>;
  readonly bottleneck: boolean;
  readonly place: string | null;
  readonly service: string | null;
  readonly sufferers: string | null;
  readonly measure: string | null;
  readonly measureValue: number | null;
  readonly measureUnit: string | null;
  readonly measuredOn: Day | null;
  readonly since: Day | null;
  readonly sincePrecision: "year" | "month" | "day" | null;
  readonly postTypes: readonly string[];
  readonly respondents: number | null;
  readonly certainty: Exclude<Sureness, "nothing">;
  readonly state: NeedState;
  readonly refusal: string | null;
  readonly refusalLanguage: string | null;
  readonly contest: string | null;
  readonly contestLanguage: string | null;
  readonly contestAnswer: string | null;
  readonly contestAnswerLanguage: string | null;
  readonly acceptedAt: Date | null;
  readonly repliedAt: Date | null;
  readonly respondedAt: Date | null;
  readonly raisedAt: Date;
  readonly responses: number;
}

/** What is done about a need. */
export interface Response {
  readonly id: string;
  readonly need: string;
  readonly type: string;
  readonly what: string;
  readonly language: string;
  readonly estimateMinor: number | null;
  readonly currency: string | null;
  readonly owner: string;
  readonly due: Day;
  readonly state: ResponseState;
  readonly addressee: string | null;
  readonly note: string | null;
  readonly raisedAt: Date;
  readonly settledAt: Date | null;
}
