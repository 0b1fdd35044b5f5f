/** What the page of one organisation in a round is drawn from. */
import type { Text } from "#platform/i18n/text.ts";
import type { Comparison } from "../compare.ts";
import type { Expectation } from "../expected.ts";
import type { EvidenceRow, Moderated, Strength } from "../queries-answers.ts";
import type { ShownNeed } from "../results-needs.ts";
import type { Participation, Round } from "../schema.ts";
import type { ViewProps } from "./common.tsx";
import type { ShownResponse } from "./need.tsx";

/** What is expected now, with the post it waits for and what the reader herself can do. */
export interface ShownExpectation extends Expectation {
  /** The post with its organisation; null: of nobody in particular. */
  readonly post: string | null;
  readonly person: string | null;
  readonly phone: string | null;
  readonly yours: boolean;
  /** The words of the button behind `href`. */
  readonly action: Text;
  readonly href: string | null;
}

/** How the reply was signed, as a sentence needs it. */
export type Signed = { readonly post: string; readonly day: string; readonly hash: string } & (
  | { readonly how: "page"; readonly name: string }
  | { readonly how: "paper"; readonly typed: string; readonly typist: string; readonly scan: string }
);

export interface OrganisationProps extends ViewProps {
  readonly round: Round;
  readonly part: Participation;
  readonly expected: ShownExpectation;
  /** Null: the reader may not see levels, or not yet. */
  readonly comparisons: readonly Comparison[] | null;
  readonly withheld: boolean;
  readonly moderations: readonly Moderated[];
  readonly evidence: readonly EvidenceRow[];
  readonly needs: readonly ShownNeed[];
  /** The responses to each need, by its id. */
  readonly responses: ReadonlyMap<string, readonly ShownResponse[]>;
  readonly strengths: readonly Strength[];
  readonly confirmed: { readonly post: string; readonly day: string } | null;
  readonly signed: Signed | null;
  readonly fewest: number;
  readonly may: { readonly record: boolean; readonly moderate: boolean; readonly typeReply: boolean };
}
