/** What may be said of a change: the grade of its evidence, and whether “contributed” is the strongest word allowed. */

/** How those who got something came to get it: anyhow, one group after another by a plan made before, or by lot. */
export type Assignment = "chosen" | "staggered" | "random";

/** The strongest word that a design allows. “Effect” is never said of a comparison that nobody designed. */
export type Claim = "contribution" | "effect";

/** Grades of evidence, A the strongest; the names stand in the code list `evidence_grade`. */
export type Grade = "A" | "B" | "C" | "D";

/** What there is to judge a change by. */
export interface Available {
  /** A comparison group with figures before and after on both sides. */
  readonly comparison: boolean;
  /** Figures of the same unit before and after. */
  readonly beforeAfter: boolean;
  /** What users said, written down. */
  readonly documentedOpinion: boolean;
}

/** The strongest word for a design. */
export function claimFor(assignment: Assignment): Claim {
  return assignment === "chosen" ? "contribution" : "effect";
}

/** The grade by the best of what there is. */
export function gradeOf({ comparison, beforeAfter, documentedOpinion }: Available): Grade {
  if (comparison) return "A";
  if (beforeAfter) return "B";
  return documentedOpinion ? "C" : "D";
}
