/** What an activity of the demonstration’s plans is, and who may pay for it. */

/** An activity. `regions` of them are held, one in each region, when more than one; costs follow from days and places. */
export interface Activity {
  readonly title: string;
  readonly modality: string;
  readonly mode: "physical" | "online" | "hybrid";
  readonly domain: string;
  readonly groups: readonly string[];
  readonly days: number;
  /** Places of each; fewer where there are fewer posts. */
  readonly places: number;
  readonly regions: number;
  readonly change: string;
  readonly indicator: string;
  /** Who pays, as a place in {@link PARTNERS}, or a source of the association. */
  readonly payer: number | "own" | "dues" | "government";
  /** Share of the cost that has a payer, in percent. */
  readonly funded: number;
  /** Stated when no need of the field can carry it. */
  readonly mandate: string;
  /** Runs over months beside other work. */
  readonly long?: true;
}

/** Partner organisations of the demonstration. */
export const PARTNERS = [
  "Urugero Partnership for Local Services",
  "Twin Towns Cooperation Fund",
  "Lakes Region Governance Programme",
] as const;

/** What lines without a need rest on. */
export const STRATEGY = "Strategic plan of the association: capable staff and leaders in every member";
export const LAW = "Statutory task named in the law on decentralised entities";
