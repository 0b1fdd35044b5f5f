/** What everyone may know of the latest shared round: per field of capacity one mean over organisations that agreed, with its interval. */
import { codesOf, hasCode, codeOf, numberOn } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text } from "#platform/i18n/text.ts";
import { clusterMean, shownLevel } from "./results-figures.ts";
import { participantsOf, roundsBegun, sumsOf, type ResultRound } from "./results-queries.ts";
import { floorOn, viewOf } from "./results-scope.ts";
import { tallyOf, type Tally } from "./results-tally.ts";
import { ownResultsVisible } from "./rules.ts";

/** One field of capacity as everyone may know it. Figures are null when too few people or organisations answered. */
export interface PublicNeed {
  readonly domain: string;
  readonly names: Text;
  readonly organisations: number | null;
  readonly respondents: number | null;
  /** Mean distance between the wanted and the present level, in levels, with its 95 % interval over organisations. */
  readonly gap: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly suppressed: boolean;
}

/** The latest shared round in totals. */
export interface PublicNeeds {
  readonly round: {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly fiscalYear: string;
    readonly closed: string | null;
  };
  /** Organisations that agreed to be counted. */
  readonly organisations: number;
  readonly floor: number;
  readonly domains: readonly PublicNeed[];
}

function lineOf(pack: Pack, tally: Tally, counted: ReadonlySet<string>, domain: string, fewest: number): PublicNeed {
  const shown = tally.at(domain, { of: "all" });
  const clusters = [...counted].flatMap((organisation) => {
    const sums = tally.sums(domain, { of: "organisation", organisation });
    return sums === null ? [] : [{ n: sums.n, sum: sums.gap }];
  });
  const names: Text = hasCode(pack, "capacity_domain", domain)
    ? codeOf(pack, "capacity_domain", domain).names
    : { en: domain, fr: domain, rw: domain };
  const hidden = { domain, names, organisations: null, respondents: null, gap: null, low: null, high: null, suppressed: true };
  if (shown.kind !== "shown" || clusters.length < fewest) return hidden;
  // The interval speaks of organisations that are shown; those with fewer answers are in the mean, not in its spread.
  const interval = clusterMean(clusters);
  return {
    ...hidden,
    organisations: clusters.length,
    respondents: shown.figures.n,
    gap: shownLevel(shown.figures.gap),
    low: interval === null ? null : shownLevel(interval.low),
    high: interval === null ? null : shownLevel(interval.high),
    suppressed: false,
  };
}

async function ofRound(db: Db<any>, pack: Pack, round: ResultRound, today: string): Promise<PublicNeeds> {
  const participants = await participantsOf(db, round.id, { today });
  const { counted } = viewOf(pack, "everyone", participants);
  const rows = await sumsOf(db, { round: round.id, counted: [...counted], named: [], source: "self", causes: [] });
  const order = codesOf(pack, "capacity_domain").map((code) => code.code);
  const floor = floorOn(pack, today);
  const tally = tallyOf({ rows, counted, floor, aboutPeople: true, order });
  const fewest = numberOn(pack, "needs_round", "peers_minimum", today);
  return {
    round: {
      id: round.id,
      title: round.title,
      language: round.language,
      fiscalYear: fiscalYearOf(pack.calendar, round.fiscalYearStart).label,
      closed: round.closes,
    },
    organisations: counted.size,
    floor,
    domains: tally.domains.map((domain) => lineOf(pack, tally, counted, domain, fewest)),
  };
}

/**
 * The latest round whose results were shared, in totals over organisations that consented to be counted; null before the
 * first. A field is suppressed below the fewest respondents or organisations that the rules allow. Three queries.
 */
export async function publicNeeds(db: Db<any>, pack: Pack, today: string): Promise<PublicNeeds | null> {
  const round = (await roundsBegun(db)).find((one) => ownResultsVisible(one.state));
  return round === undefined ? null : ofRound(db, pack, round, today);
}
