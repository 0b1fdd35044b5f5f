/** What the page of one organisation in a round is drawn from. */
import type { Comparison } from "../compare.ts";
import type { EvidenceRow, Moderated, Strength } from "../queries-answers.ts";
import type { Need, Participation, Round } from "../schema.ts";
import type { ViewProps } from "./common.tsx";

export interface OrganisationProps extends ViewProps {
  readonly round: Round;
  readonly part: Participation;
  /** Null: the reader may not see levels, or not yet. */
  readonly comparisons: readonly Comparison[] | null;
  readonly withheld: boolean;
  readonly moderations: readonly Moderated[];
  readonly evidence: readonly EvidenceRow[];
  readonly needs: readonly Need[];
  readonly strengths: readonly Strength[];
  readonly validatedOn: string | null;
  readonly signed: { readonly name: string; readonly post: string; readonly day: string; readonly hash: string } | null;
  readonly fewest: number;
  readonly may: { readonly record: boolean; readonly validate: boolean; readonly moderate: boolean; readonly reply: boolean };
}
