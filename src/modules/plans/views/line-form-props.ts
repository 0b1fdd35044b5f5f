/** What the form of a line is given. */
import type { NeedFacts } from "#modules/needs";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { type DateParts, type Option } from "#platform/ui/forms.tsx";
import type { Clash } from "../clashes.ts";
import { type Plan } from "../schema.ts";
import { type ViewProps } from "./common.tsx";

export const PARTS = ["what", "when", "seats", "money"] as const;
export type Part = (typeof PARTS)[number];

/** A row of means in the form. */
export const MEANS_ROWS = 5;

export interface LineFormProps extends ViewProps {
  readonly plan: Plan;
  readonly line: string;
  readonly part: Part;
  readonly title: string;
  /** What the fields show, by their names. */
  readonly values: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly chosenNeeds: ReadonlySet<string>;
  readonly days: { readonly from: DateParts; readonly to: DateParts };
  readonly problems: readonly FieldProblem[];
  readonly choices: {
    readonly needs: readonly NeedFacts[];
    readonly courses: readonly Option[];
    readonly indicators: readonly Option[];
    readonly responsible: readonly Option[];
    readonly organisations: readonly { readonly id: string; readonly name: string; readonly posts: number }[];
    readonly parties: readonly Option[];
    readonly currencies: readonly string[];
  };
  readonly clashes: readonly Clash[];
}
