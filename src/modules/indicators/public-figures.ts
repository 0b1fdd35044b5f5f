/** What everyone may read: totals of public indicators, and figures of organisations that agreed, so that nobody else’s can be worked out. */
import type { Dataset } from "#kernel/access/module.ts";
import { totals, type Total } from "#kernel/measure/figures.ts";
import { indicatorsWhere, ownersOf, series } from "#kernel/measure/queries.ts";
import type { Figure, Indicator } from "#kernel/measure/schema.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { patternOf } from "#platform/i18n/text.ts";
import { w } from "./words-more.ts";

/** A public indicator with its total and what agreed organisations show. */
export interface PublicIndicator {
  readonly indicator: Indicator;
  readonly total: readonly Total[];
  readonly named: readonly Figure[];
}

/**
 * Figures of a period that may stand beside its total. With exactly one organisation not agreeing, total minus the rest would be its
 * figure: then one more is left out, always the same one.
 */
export function besideTotal(figures: readonly Figure[], agreed: ReadonlySet<string>): readonly Figure[] {
  const periods = Map.groupBy(figures, (figure) => `${figure.from} ${figure.to}`);
  return [...periods.values()].flatMap((here) => {
    const own = here.filter((figure) => figure.organisation !== null);
    const shown = own.filter((figure) => agreed.has(figure.organisation ?? ""));
    if (own.length - shown.length !== 1) return shown;
    return shown.toSorted((one, other) => ((one.organisation ?? "") < (other.organisation ?? "") ? -1 : 1)).slice(0, -1);
  });
}

/** Public indicators with everything that may be read of them. Three queries. */
export async function publicIndicators(db: Db<any>, ids?: readonly string[]): Promise<readonly PublicIndicator[]> {
  const indicators = (await indicatorsWhere(db, { publicOnly: true })).filter((one) => ids === undefined || ids.includes(one.id));
  const wanted = indicators.map((one) => one.id);
  const [figures, owners] = await Promise.all([
    series(db, { indicators: wanted }),
    wanted.length === 0 ? [] : ownersOf(db, { indicators: wanted }),
  ]);
  return indicators.map((indicator) => {
    const here = figures.filter((figure) => figure.indicator === indicator.id);
    const agreed = new Set(
      owners.filter((owner) => owner.indicator === indicator.id && owner.publishes).map((owner) => owner.organisation),
    );
    // A total of one organisation is that organisation’s figure.
    const total = totals(indicator.unit, here).filter(
      (one) => one.parts > 1 || here.some((figure) => figure.organisation === null && figure.to === one.to),
    );
    return { indicator, total, named: besideTotal(here, agreed) };
  });
}

async function namesOf(db: Db<any>, shown: readonly PublicIndicator[], today: Day): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(shown.flatMap((one) => one.named.flatMap((figure) => figure.organisation ?? [])))];
  if (ids.length === 0) return new Map();
  return new Map((await organisationsOn(db, { ids, on: today })).map((one) => [one.id, one.name]));
}

export const indicatorsDataset: Dataset = {
  name: "service-indicators",
  title: w.dataset,
  columns: [
    { name: "code", title: w.dataCode },
    { name: "indicator", title: w.dataName },
    { name: "unit", title: w.dataUnit },
    { name: "organisation", title: w.dataOrganisation },
    { name: "from", title: w.dataFrom },
    { name: "to", title: w.dataTo },
    { name: "value", title: w.dataValue },
    { name: "organisations", title: w.dataParts },
    { name: "certainty", title: w.dataSure },
  ],
  rows: async (db, _pack, today) => {
    const shown = await publicIndicators(db);
    const names = await namesOf(db, shown, today);
    return shown.flatMap(({ indicator, total, named }) => {
      const what = { code: indicator.code, indicator: patternOf(indicator.names, "en"), unit: indicator.unit };
      const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);
      return [
        ...total.map((one) => ({
          ...what,
          organisation: null,
          from: one.from,
          to: one.to,
          value: round(one.value),
          organisations: one.parts,
          certainty: one.certainty,
        })),
        ...named.map((one) => ({
          ...what,
          organisation: names.get(one.organisation ?? "") ?? null,
          from: one.from,
          to: one.to,
          value: round(one.value),
          organisations: 1,
          certainty: one.certainty,
        })),
      ];
    });
  },
};
