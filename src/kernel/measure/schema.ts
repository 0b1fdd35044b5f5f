/** Types of indicators and their figures. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Text } from "#platform/i18n/text.ts";

/** How sure a figure is. */
export const CERTAINTIES = ["claimed", "imported", "verified"] as const;
export type MeasureCertainty = (typeof CERTAINTIES)[number];

export const INDICATOR_KINDS = ["service", "output", "outcome", "strategic"] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** An indicator. `unit` and `frequency` are codes of the lists `indicator_unit` and `indicator_frequency`. */
export interface Indicator {
  readonly id: string;
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly names: Text;
  readonly definition: Text;
  readonly unit: string;
  readonly better: "up" | "down";
  readonly decimals: number;
  readonly source: string;
  readonly frequency: string;
  readonly domain: string | null;
  /** The post of the association that answers for the indicator as a whole. */
  readonly owner: string | null;
  readonly public: boolean;
  readonly state: "active" | "retired";
}

/** A figure that stands: not replaced by a correction. `organisation` null: of all together, as a source gave it. */
export interface Figure {
  readonly id: string;
  readonly indicator: string;
  readonly organisation: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly sex: "F" | "M" | null;
  readonly tier: string | null;
  readonly baseline: boolean;
  readonly certainty: MeasureCertainty;
  readonly source: string;
  readonly post: string | null;
  readonly verifiedBy: string | null;
  readonly verifiedAt: Date | null;
  readonly replaces: string | null;
  readonly reason: string | null;
  readonly recordedAt: Date;
}

/** A value to reach by the last day of a period; `organisation` null: for all together. */
export interface Target {
  readonly id: string;
  readonly indicator: string;
  readonly organisation: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly source: string;
}

/** Who owes an indicator’s figures in an organisation, and whether they may be shown there to everyone. */
export interface Owner {
  readonly indicator: string;
  readonly organisation: string;
  readonly post: string;
  readonly publishes: boolean;
}

/** What a partner calls an indicator in its own report. */
export interface Alias {
  readonly indicator: string;
  readonly frame: string;
  readonly code: string;
  readonly names: Text;
}

/** A figure as it comes in: by hand or from a file. */
export interface NewFigure {
  readonly indicator: string;
  readonly organisation: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly sex?: "F" | "M" | null;
  readonly tier?: string | null;
  readonly source: string;
}
