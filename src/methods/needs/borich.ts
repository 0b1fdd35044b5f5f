/** Borich’s mean weighted discrepancy score: the training need that a group’s own ratings show. */
import { mean } from "#methods/statistics/mean.ts";

/** One respondent’s ratings of one competency, both on the same scale. */
export interface BorichRating {
  readonly importance: number;
  readonly competence: number;
}

/** The score of one competency over its respondents. */
export interface BorichScore {
  readonly n: number;
  readonly meanImportance: number;
  readonly meanCompetence: number;
  /** Mean of importance − competence. */
  readonly meanDiscrepancy: number;
  /** The mean weighted discrepancy score: larger is more needed; negative means more able than needed. */
  readonly score: number;
}

/**
 * Σ (importance − competence) × mean importance ÷ n (Borich, Journal of Teacher Education 31, 1980; procedure as in
 * McKim and Saucier, Journal of Extension 49, 2011). Ratings with one half missing must be left out by the caller, for
 * both halves. Null without ratings.
 */
export function borich(ratings: readonly BorichRating[]): BorichScore | null {
  if (ratings.length === 0) return null;
  const meanImportance = mean(ratings.map(({ importance }) => importance));
  const meanCompetence = mean(ratings.map(({ competence }) => competence));
  const weighted = ratings.map(({ importance, competence }) => (importance - competence) * meanImportance);
  return {
    n: ratings.length,
    meanImportance,
    meanCompetence,
    meanDiscrepancy: mean(ratings.map(({ importance, competence }) => importance - competence)),
    score: mean(weighted),
  };
}
