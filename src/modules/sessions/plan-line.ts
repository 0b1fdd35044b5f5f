/** The kind of record that a line of a plan is: the plans' own word, asked of them. */
import { module as plans } from "#modules/plans";

const kind = Object.keys(plans.records).find((one) => one.endsWith(".line"));
if (kind === undefined) throw new Error("Plans hold no lines that a session could deliver.");

export const PLAN_LINE: string = kind;
