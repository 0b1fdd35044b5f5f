/** All figures of a round in one place: every picture asks here, and here alone is decided what stays hidden. */
import { figuresOf, NOTHING, together, type Figures, type Sums } from "./results-figures.ts";
import { hiddenIn, hiddenWithin, keyOf, type OrganisationCounts, type Where } from "./results-hide.ts";
import type { SumRow } from "./results-queries.ts";
import { WHOLE_ORGANISATION } from "./rules.ts";

/**
 * Why a figure is hidden: too few answered, or it would give such a figure away. Telling the two apart tells nothing about
 * levels: how many people answered is in the pictures of turnout anyway, and what is protected is what they said.
 */
export type Hidden = "few" | "protects";

/** A figure as a reader may see it: shown, hidden, or nothing there. */
export type Shown =
  | { readonly kind: "shown"; readonly figures: Figures }
  | { readonly kind: "hidden"; readonly because: Hidden }
  | { readonly kind: "absent" };

/** The figures of a round. */
export interface Tally {
  /** Fields of capacity in the order of the code list. */
  readonly domains: readonly string[];
  /** Types of post, those with most answers first. */
  readonly posts: readonly string[];
  /** Kinds of district that have answers. */
  readonly groups: readonly string[];
  at(domain: string, where: Where): Shown;
  /** The sums themselves, for intervals; null when hidden or absent. */
  sums(domain: string, where: Where): Sums | null;
}

export interface TallyQuestion {
  readonly rows: readonly SumRow[];
  /** Organisations whose answers go into totals. */
  readonly counted: ReadonlySet<string>;
  /** Fewest respondents that are shown. */
  readonly floor: number;
  /** True when the figures are about what people said, alone or with other sources. */
  readonly aboutPeople: boolean;
  /** The order of the fields. */
  readonly order: readonly string[];
  /** One organisation’s own sums by post, when a page splits it. */
  readonly split?: { readonly organisation: string; readonly rows: readonly SumRow[] };
}

interface Pile {
  sums: Sums;
  self: number;
}

function pileUp(piles: Map<string, Pile>, key: string, row: SumRow): void {
  const pile = piles.get(key);
  if (pile === undefined) piles.set(key, { sums: row, self: row.self });
  else Object.assign(pile, { sums: together(pile.sums, row), self: pile.self + row.self });
}

/** The people a row is about, widest last: each sum is added up from the narrowest rows once. */
function placesOf(row: SumRow, counted: ReadonlySet<string>): Where[] {
  const group = row.group ?? "";
  if (row.organisation !== null) {
    const alone: Where = { of: "organisation", organisation: row.organisation };
    return counted.has(row.organisation) ? [alone, { of: "group", group }, { of: "all" }] : [alone];
  }
  const post = row.post ?? WHOLE_ORGANISATION;
  return [
    { of: "postGroup", post, group },
    { of: "post", post },
  ];
}

function countsOf(row: SumRow): OrganisationCounts {
  return {
    organisation: row.organisation ?? "",
    group: row.group ?? "",
    posts: (row.posts ?? []).map((post, index) => ({ post, n: row.counts?.[index] ?? 0 })),
  };
}

/** What is hidden of one field: in totals and their parts, and of organisations that stand alone. */
function hiddenOf(rows: readonly SumRow[], ask: TallyQuestion): ReadonlySet<string> {
  const organisations = rows.filter((row) => row.organisation !== null && row.self > 0);
  const counts = organisations.filter((row) => ask.counted.has(row.organisation ?? "")).map(countsOf);
  const hidden = new Set(hiddenIn(counts, ask.floor));
  for (const row of organisations) {
    const own = row.organisation ?? "";
    const alone = !ask.counted.has(own);
    if (alone && row.self < ask.floor) hidden.add(keyOf({ of: "organisation", organisation: own }));
    if (ask.split?.organisation !== own) continue;
    for (const key of hiddenWithin(alone ? [countsOf(row)] : counts, own, hidden, ask.floor)) hidden.add(key);
  }
  return hidden;
}

/** Puts the rows of `sumsOf` together. */
export function tallyOf(ask: TallyQuestion): Tally {
  const byDomain = Map.groupBy(ask.rows, (row) => row.domain);
  const piles = new Map<string, Map<string, Pile>>();
  const hidden = new Map<string, ReadonlySet<string>>();
  for (const [domain, rows] of byDomain) {
    const here = new Map<string, Pile>();
    for (const row of rows) for (const where of placesOf(row, ask.counted)) pileUp(here, keyOf(where), row);
    for (const row of ask.split?.rows ?? [])
      if (row.domain === domain) pileUp(here, keyOf({ of: "own", post: row.post ?? "", organisation: ask.split?.organisation ?? "" }), row);
    piles.set(domain, here);
    hidden.set(domain, ask.aboutPeople ? hiddenOf(rows, ask) : new Set());
  }
  const sums = (domain: string, where: Where): Sums | null => {
    const key = keyOf(where);
    const pile = piles.get(domain)?.get(key);
    return pile === undefined || pile.sums.n === 0 || hidden.get(domain)?.has(key) === true ? null : pile.sums;
  };
  return {
    domains: [...byDomain.keys()].sort((a, b) => ask.order.indexOf(a) - ask.order.indexOf(b)),
    posts: postsIn(ask.rows),
    groups: [
      ...new Set(
        ask.rows.flatMap((row) => (row.organisation !== null && ask.counted.has(row.organisation) && row.group ? [row.group] : [])),
      ),
    ].sort(),
    at: (domain, where) => {
      const key = keyOf(where);
      const pile = piles.get(domain)?.get(key);
      if (hidden.get(domain)?.has(key) === true) return { kind: "hidden", because: (pile?.self ?? 0) < ask.floor ? "few" : "protects" };
      const figures = figuresOf(pile?.sums ?? NOTHING);
      return figures === null ? { kind: "absent" } : { kind: "shown", figures };
    },
    sums,
  };
}

/** Types of post by the number of their answers over all fields, then by name. */
function postsIn(rows: readonly SumRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { organisation, post, n } of rows)
    if (organisation === null && post !== null && post !== WHOLE_ORGANISATION && n > 0) counts.set(post, (counts.get(post) ?? 0) + n);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([post]) => post);
}
