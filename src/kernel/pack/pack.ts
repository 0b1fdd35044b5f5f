/** What a country pack holds, as frozen data: tiers, places, posts, lists, calendar, rules and duties of one country and its association. */
import type { EscalationStep } from "#kernel/calendar/clock.ts";
import type { Calendar } from "#kernel/calendar/calendar.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Rhythm } from "#kernel/calendar/rhythm.ts";
import type { Language, Text } from "#platform/i18n/text.ts";
import type { Role } from "./roles.ts";

/** A stretch of days on which a fact holds: from `validFrom` until the day before `validTo`; null leaves a side open. */
export interface Validity {
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** Where a fact comes from, and whether the association has still to confirm it. */
export interface Sourced {
  readonly source: string;
  readonly unconfirmed: boolean;
}

/** `territory`: a level of government; `association`: the association itself; `service`: schools, clinics; `outside`: every other body. */
export type TierKind = "territory" | "association" | "service" | "outside";

/** A level at which bodies exist. Levels count from the state (0) downward; bodies that are no territory have level null. */
export interface Tier {
  readonly code: string;
  readonly names: Text;
  readonly plural: Text;
  readonly kind: TierKind;
  readonly level: number | null;
}

/** A territorial unit with its official code. */
export interface Unit extends Validity {
  readonly code: string;
  readonly names: Text;
  readonly tier: string;
  readonly parent: string | null;
}

/** How a unit stands to the association during a time. */
export interface Membership extends Validity, Sourced {
  readonly unit: string;
  readonly isMember: boolean;
  /** The member through which a unit that is none itself takes part. */
  readonly memberVia: string | null;
  readonly hasLegalPersonality: boolean;
}

/** What kind of place a unit is, for fair comparisons. */
export interface UnitContext extends Sourced {
  readonly unit: string;
  /** A code of list `context_group`. */
  readonly group: string;
  /** A code of list `size_class`. */
  readonly size: string;
}

/** A unit’s place on the tile map and its short code; columns and rows count from 1. */
export interface Tile {
  readonly unit: string;
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

/** How somebody comes to a post. */
export const SELECTIONS = ["elected", "appointed", "volunteer", "ex_officio"] as const;
export type Selection = (typeof SELECTIONS)[number];

/** A kind of post. Seats null: their number differs from body to body. */
export interface PostType extends Sourced {
  readonly code: string;
  readonly names: Text;
  readonly tiers: readonly string[];
  /** Exists only at units with (true) or without (false) legal personality; null: at both. */
  readonly legalPersonality: boolean | null;
  readonly seats: number | null;
  readonly selection: Selection;
  readonly isHead: boolean;
  readonly termYears: number | null;
  /** The post type of the supervisor, at the same body or one above it. */
  readonly supervisor: string | null;
  readonly roles: readonly Role[];
}

/** A target group as a query over posts. An empty list sets no condition; all conditions must hold. */
export interface Group {
  readonly code: string;
  readonly names: Text;
  readonly postTypes: readonly string[];
  readonly tiers: readonly string[];
  readonly roles: readonly Role[];
  readonly maxMonthsInPost: number | null;
  readonly sex: "F" | "M" | null;
  readonly ageMax: number | null;
  readonly withDisability: boolean;
  readonly unconfirmed: boolean;
}

/** One entry of a code list. Flags are words such as `sensitive` or pairs such as `value=3`. */
export interface Code extends Validity {
  readonly list: string;
  readonly code: string;
  readonly names: Text;
  readonly flags: Readonly<Record<string, string | true>>;
}

/** What a rule’s number counts. */
export const UNITS_OF_MEASURE = [
  "working_days",
  "days",
  "months",
  "hours",
  "minutes",
  "years",
  "count",
  "people",
  "percent",
  "points",
  "weight",
  "money",
  "fraction",
  "yes_no",
  "text",
  "dates",
] as const;
export type UnitOfMeasure = (typeof UNITS_OF_MEASURE)[number];

export type RuleValue = number | string | boolean | readonly number[];

/** One parameter of a rule set. */
export interface RuleParameter extends Sourced {
  readonly code: string;
  readonly names: Text;
  readonly value: RuleValue;
  readonly unit: UnitOfMeasure;
}

/** A rule set as it holds during a time; the article and the source are shown beside every effect it has. */
export interface RuleSet extends Validity, Sourced {
  readonly code: string;
  readonly names: Text;
  readonly article: string;
  readonly parameters: Readonly<Record<string, RuleParameter>>;
  readonly steps: readonly EscalationStep[];
}

/** Something a body must publish or do, with its rhythm and the role that owes it. */
export interface Duty extends Sourced {
  readonly code: string;
  readonly kind: "publication" | "duty";
  readonly names: Text;
  readonly tiers: readonly string[];
  readonly owner: Role;
  readonly rhythm: Rhythm;
  readonly article: string;
}

/** Why personal data is kept, on what basis and for how long. Null keep: as long as the record itself. */
export interface RetentionPurpose extends Sourced {
  readonly code: string;
  readonly names: Text;
  /** A code of list `legal_basis`. */
  readonly basis: string;
  readonly keep: { readonly amount: number; readonly unit: "months" | "years" } | null;
  /** What starts the time: a code of list `retention_start`. */
  readonly from: string;
  readonly afterwards: "erase" | "anonymise";
}

/** A fact about the association that its own pages show. */
export interface AssociationFact extends Sourced {
  readonly code: string;
  readonly names: Text;
  readonly value: string | number;
}

/** A country pack. Everything in it is deeply frozen. */
export interface Pack {
  readonly code: string;
  readonly version: string;
  readonly names: Text;
  readonly country: { readonly code: string; readonly names: Text };
  readonly association: {
    readonly code: string;
    readonly names: Text;
    readonly unconfirmed: boolean;
    readonly facts: readonly AssociationFact[];
  };
  readonly timeZone: string;
  readonly currency: { readonly code: string; readonly exponent: number };
  /** The languages in the order in which they are offered. */
  readonly languages: readonly Language[];
  /** The language public notices come first in. */
  readonly noticeLanguage: Language;
  /** `pattern` is a regular expression for the whole national number after the prefix. */
  readonly phone: { readonly prefix: string; readonly pattern: string };
  readonly nationalId: { readonly pattern: string };
  readonly calendar: Calendar;
  readonly tiers: readonly Tier[];
  readonly units: readonly Unit[];
  readonly members: readonly Membership[];
  readonly contexts: readonly UnitContext[];
  readonly tiles: readonly Tile[];
  readonly postTypes: readonly PostType[];
  readonly groups: readonly Group[];
  readonly codeLists: Readonly<Record<string, readonly Code[]>>;
  readonly ruleSets: readonly RuleSet[];
  readonly duties: readonly Duty[];
  readonly retention: readonly RetentionPurpose[];
  /** The country’s own words for general ideas, for example for “performance contract”. */
  readonly terms: Readonly<Record<string, Text>>;
}
