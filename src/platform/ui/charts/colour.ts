/** Data colours, as in the stylesheet's tokens, for drawings that must stand alone as files. */
import { bisectRight } from "d3-array";

/** Ochre, light to dark: how far apart. White figures on the last two. */
export const GAP = ["#f4f0e9", "#f0cfa6", "#de9a62", "#b0512a", "#6b2712"] as const;
/** Lake, light to dark: how much. White figures on the last two. */
export const AMOUNT = ["#ffffff", "#c3dedb", "#86b9b7", "#2f7c80", "#0c3f44"] as const;
/** Below, at and above a named middle. */
export const DIVERGING = ["#0a5c63", "#7fb3b1", "#f2f2ee", "#de9a62", "#8a3a18"] as const;
/** Five kinds at most; the sixth is “other”. */
export const CATEGORY = ["#0a5c63", "#c4622d", "#5e0b12", "#1f1d72", "#4890f0"] as const;

export const INK = "#16211f";
export const INK_2 = "#4a5855";
export const LINE = "#cbd6d2";
export const EDGE = "#71807c";
export const LAKE = "#0a5c63";
export const OCHRE = "#a8431f";
export const REST = "#e6ecea";
export const PAPER = "#ffffff";

export type Ramp = "gap" | "amount";

/** Four thresholds make five steps: a value on a threshold belongs to the step above it. */
export type Breaks = readonly [number, number, number, number];

export const RAMP = { gap: GAP, amount: AMOUNT } as const;

/** The step, 0 to 4, of a value. */
export function stepOf(value: number, breaks: Breaks): number {
  return bisectRight(breaks, value);
}

/** The colour of a figure printed on a step. */
export function inkOn(step: number): string {
  return step >= 3 ? PAPER : INK;
}
