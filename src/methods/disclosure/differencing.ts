/** Groups that are published separately: finding the ones whose difference is a handful of people. */

/** A group whose figure is published, with the people it counts. */
export interface PublishedGroup {
  readonly key: string;
  readonly members: ReadonlySet<string>;
}

/** A whole from which published parts can be taken away, leaving `remainder` people: more than none, fewer than the threshold. */
export interface Difference {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly remainder: number;
}

/** How many steps the search takes for one whole before it gives up: far beyond what tiers of districts need. */
const mostSteps = 200_000;

interface Search {
  readonly whole: PublishedGroup;
  readonly parts: readonly PublishedGroup[];
  readonly threshold: number;
  steps: number;
  found: Difference | null;
}

const isWithin = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  part.size <= whole.size && [...part].every((member) => whole.has(member));
const without = (whole: ReadonlySet<string>, part: ReadonlySet<string>): Set<string> =>
  new Set([...whole].filter((member) => !part.has(member)));

/** Whether so many of the uncovered members lie in none of the remaining parts that no choice leaves few enough. */
function tooManyLeft(search: Search, uncovered: ReadonlySet<string>, next: number): boolean {
  let left = 0;
  const rest = search.parts.slice(next);
  for (const member of uncovered) {
    if (!rest.some(({ members }) => members.has(member))) left += 1;
    if (left >= search.threshold) return true;
  }
  return false;
}

function tryParts(search: Search, uncovered: ReadonlySet<string>, chosen: readonly string[], next: number): void {
  search.steps += 1;
  if (search.steps > mostSteps) throw new RangeError(`too many groups within ${search.whole.key} to check`);
  if (chosen.length > 0 && uncovered.size > 0 && uncovered.size < search.threshold) {
    search.found = { whole: search.whole.key, parts: chosen, remainder: uncovered.size };
    return;
  }
  for (let i = next; i < search.parts.length && search.found === null; i++) {
    if (tooManyLeft(search, uncovered, i)) return;
    const part = search.parts[i] as PublishedGroup;
    if (isWithin(part.members, uncovered)) {
      tryParts(search, without(uncovered, part.members), [...chosen, part.key], i + 1);
    }
  }
}

/**
 * For each published group, the first choice of other published groups within it, without overlap, that leaves fewer than
 * `threshold` people but somebody: their figures would give those people’s figure by subtraction (Duncan, Elliot and
 * Salazar-González, Statistical Confidentiality, 2011, on differencing). Hide the whole or one of the parts.
 */
export function differencing(groups: readonly PublishedGroup[], threshold: number): Difference[] {
  return groups.flatMap((whole) => {
    const parts = groups
      .filter(({ members }) => members.size > 0 && members.size < whole.members.size && isWithin(members, whole.members))
      .toSorted((a, b) => b.members.size - a.members.size || (a.key < b.key ? -1 : 1));
    const search: Search = { whole, parts, threshold, steps: 0, found: null };
    tryParts(search, whole.members, [], 0);
    return search.found === null ? [] : [search.found];
  });
}
