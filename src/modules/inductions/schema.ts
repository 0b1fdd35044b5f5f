/** Inductions as pages and other modules know them: what is asked, one person of the list, and counts. */
import type { Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Track } from "./rules.ts";

/** Inducted; late: the day due is past and there was none; waiting: still in time. */
export const STANDINGS = ["late", "waiting", "inducted"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Days due from and to, both counted. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Which people are wanted. */
export interface InductionFilter extends Period {
  readonly within: Organisations;
  /** `due` are those who are late and those who are inducted, as coverage counts them. */
  readonly which?: Standing | "due" | null;
  readonly tier?: string | null;
  readonly track?: Track | null;
  readonly sex?: "F" | "M" | null;
  /** Only who holds the post today. */
  readonly inPost?: boolean;
}

/** Somebody new in a post. */
export interface NewPerson {
  readonly person: string;
  readonly name: string;
  readonly sex: "F" | "M" | null;
  readonly phone: string | null;
  readonly post: string;
  readonly postType: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly tier: string | null;
  readonly track: Track;
  readonly since: Day;
  readonly due: Day;
  readonly leftOn: Day | null;
  readonly standing: Standing;
  readonly inductedOn: Day | null;
  readonly certainty: "verified" | "imported" | null;
}

/** How many were due, and what became of it: `due` is the sum of the inducted and the late. */
export interface InductionCoverage {
  readonly due: number;
  readonly inducted: { readonly verified: number; readonly imported: number };
  readonly late: number;
}

/** Coverage of one part: a member, a tier, a sex or a track. */
export interface CoveragePart extends InductionCoverage {
  readonly key: string;
}
