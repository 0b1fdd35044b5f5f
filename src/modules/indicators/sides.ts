/** Who is set beside whom: the first organisations whose people came to a course, and those like them that it had not reached. */
import { addDays, daysBetween, type Day } from "#kernel/calendar/day.ts";

/** When an organisation’s people first came to a session of the course. */
export interface Trained {
  readonly organisation: string;
  readonly from: Day;
  readonly to: Day;
}

/** What a comparison knows of a member: its kind, and the member through which it is one. */
export interface Kind {
  readonly id: string;
  readonly via: string | null;
  readonly contextGroup: string | null;
}

/** The numbers of the rule set: days that the first cohort spans, days looked at after it, and fewest organisations a side. */
export interface SideRules {
  readonly cohort: number;
  readonly until: number;
  readonly fewest: number;
}

/** Both sides of a comparison. */
export interface Sides {
  readonly treated: readonly Trained[];
  readonly like: readonly string[];
  /** Trained too late to stand on either side. */
  readonly leftOut: number;
  /** Trained with the first, but nobody of their kind is left to set beside them. */
  readonly unmatched: number;
  /** The last day that is looked at: from the next on those compared with may be trained too. */
  readonly horizon: Day;
}

/**
 * Each organisation’s first session, the earliest first. Who is a member through another counts for that one too: where a city keeps the
 * figures of its districts, the city is reached when one of them is.
 */
export function reachedFirst(trained: readonly Trained[], members: readonly Kind[]): readonly Trained[] {
  const via = new Map(members.map((member) => [member.id, member.via]));
  const both = trained.flatMap((one) => {
    const above = via.get(one.organisation) ?? null;
    return above === null ? [one] : [one, { ...one, organisation: above }];
  });
  const first = new Map<string, Trained>();
  for (const one of both.toSorted((a, b) => daysBetween(b.from, a.from) || daysBetween(b.to, a.to)))
    if (!first.has(one.organisation)) first.set(one.organisation, one);
  return [...first.values()];
}

/**
 * The first cohort, and the members of the same context groups that no session of the course reached until a last day: some days after
 * the cohort’s sessions or, when too few are left by then, the eve of the next organisation’s first session. A trained organisation of
 * whose group nobody is left stands on neither side: what it did cannot be told from what its kind went through.
 * `members` are those that have figures; `first` is as `reachedFirst` gives it.
 */
export function sidesOf(first: readonly Trained[], members: readonly Kind[], { cohort, until, fewest }: SideRules): Sides {
  const groups = new Map(members.map((member) => [member.id, member.contextGroup]));
  const known = first.filter((one) => groups.has(one.organisation));
  const began = known[0]?.from;
  if (began === undefined) return { treated: [], like: [], leftOut: 0, unmatched: 0, horizon: "" };
  const together = known.filter((one) => daysBetween(began, one.from) <= cohort);
  const later = known.filter((one) => daysBetween(began, one.from) > cohort);
  const groupOf = (id: string): string | null => groups.get(id) ?? null;
  const kinds = new Set(together.map((one) => groupOf(one.organisation)));
  const upTo = (horizon: Day): Sides => {
    const reached = new Set([...together, ...later.filter((one) => one.from <= horizon)].map((one) => one.organisation));
    const like = members.filter(({ id, contextGroup }) => contextGroup !== null && kinds.has(contextGroup) && !reached.has(id));
    const left = new Set(like.map((member) => member.contextGroup));
    const treated = together.filter((one) => left.has(groupOf(one.organisation)));
    return {
      treated,
      like: like.map((member) => member.id),
      leftOut: reached.size - together.length,
      unmatched: together.length - treated.length,
      horizon,
    };
  };
  const ended = together.reduce((most, one) => (one.to > most ? one.to : most), began);
  const far = upTo(addDays(ended, until));
  const [next] = later;
  const eve = next === undefined ? far.horizon : addDays(next.from, -1);
  return far.like.length < fewest && eve < far.horizon ? upTo(eve) : far;
}
