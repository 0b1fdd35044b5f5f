/** A country pack with one number of the rule set `training` changed from a day on, for tests that a rule is read on the day that counts. */
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";

/** The pack in which a number of `training` has another value from a day on, and the old one before. */
export function packWith(pack: Pack, parameter: string, { value, from }: { readonly value: number; readonly from: Day }): Pack {
  const ruleSets = pack.ruleSets.flatMap((set) => {
    const known = set.parameters[parameter];
    if (set.code !== "training" || known === undefined) return [set];
    const parameters = { ...set.parameters, [parameter]: { ...known, value } };
    return [
      { ...set, validTo: from },
      { ...set, validFrom: from, parameters },
    ];
  });
  return { ...pack, ruleSets };
}
