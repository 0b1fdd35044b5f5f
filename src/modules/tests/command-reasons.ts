/** Why a figure of a test or of a gain cannot be told: every null that the commands print has a sentence here. */
import type { Gain } from "#methods/learning/gain.ts";
import { FEWEST_FOR_D, type ItemFacts, type TestFacts } from "#methods/learning/items.ts";

/** A figure that is null and why; `item` or `person` when it is one of theirs. */
export interface Reason {
  readonly value: string;
  readonly item?: string;
  readonly person?: string;
  readonly reason: string;
}

const ONE_PERSON = "It takes at least two people.";
const SAME_TOTAL = "Everybody has the same total.";

function alphaMissing(people: number, items: number): string {
  if (people < 2) return ONE_PERSON;
  return items < 2 ? "It takes at least two items." : SAME_TOTAL;
}

function withoutMissing(people: number, items: number): string {
  if (people < 2) return ONE_PERSON;
  return items < 3 ? "It takes at least two other items." : "Everybody has the same total in the other items.";
}

function itemReasons(one: ItemFacts, people: number, items: number): Reason[] {
  const { name: item, itemRest, discrimination, alphaWithout } = one;
  const rest =
    people < 2
      ? ONE_PERSON
      : items < 2
        ? "It takes at least one other item."
        : "Everybody has the same points in the item, or in all others.";
  return [
    ...(itemRest === null ? [{ value: "correctedItemTotal", item, reason: rest }] : []),
    ...(discrimination === null ? [{ value: "discrimination", item, reason: `It takes at least ${FEWEST_FOR_D} people.` }] : []),
    ...(alphaWithout === null ? [{ value: "alphaWithout", item, reason: withoutMissing(people, items) }] : []),
  ];
}

/** Why figures of a test are null. Without a test: `because` says why there is none. */
export function testReasons(test: TestFacts | null, because: string): readonly Reason[] {
  if (test === null) return [{ value: "test", reason: because }];
  const { people, items } = test;
  const alpha = alphaMissing(people, items.length);
  return [
    ...(test.totalSd === null ? [{ value: "sd", reason: ONE_PERSON }] : []),
    ...(test.alpha === null ? ["alpha", "sem"].map((value) => ({ value, reason: alpha })) : []),
    ...items.flatMap((one) => itemReasons(one, people, items.length)),
  ];
}

const NOBODY = "Nobody sat both tests.";

/** Why figures of a gain are null. */
export function gainReasons(gain: Gain): readonly Reason[] {
  const { both } = gain;
  const none = (value: string, reason: string): Reason[] => [{ value, reason: both === 0 ? NOBODY : reason }];
  return [
    ...(gain.attrition === null ? [{ value: "attrition", reason: "Nobody sat the first test." }] : []),
    ...(gain.preMean === null ? [...none("preMean", NOBODY), ...none("postMean", NOBODY)] : []),
    ...(gain.gain === null ? none("gain", "The class began at 100 percent: nothing could be gained.") : []),
    ...(gain.effect === null ? none("effect", both < 2 ? "It takes at least two people." : "Everybody changed by the same.") : []),
    ...(gain.meanChange === null ? none("meanChange", "Everybody stayed at 0 or at 100 percent.") : []),
    ...gain.changes.flatMap(({ person, change }) =>
      change === null ? [{ value: "change", person, reason: "Stayed at 0 or at 100 percent: nothing can be said." }] : [],
    ),
  ];
}
