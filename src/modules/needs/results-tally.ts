/** All figures of a round in one place: every picture asks here, and here alone is decided what stays hidden. */
import { figuresOf, NOTHING, together, type Figures, type Sums } from "./results-figures.ts";
import { hiddenIn, hiddenWithin, keyOf, type DomainCounts, type Where } from "./results-hide.ts";
import type { SumRow } from "./results-queries.ts";
import { WHOLE_ORGANISATION } from "./rules.ts";

/** A figure as a reader may see it: shown, hidden because too few answered (or to protect such a figure), or nothing there. */
export type Shown = { readonly kind: "shown"; readonly figures: Figures } | { readonly kind: "hidden" } | { readonly kind: "absent" };

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

function countsOf(rows: readonly SumRow[], counted: ReadonlySet<string>): DomainCounts {
  return {
    posts: rows.flatMap(({ organisation, post, group, self }) => (organisation === null && self > 0 ? [{ post: post ?? "", group: group ?? "", n: self }] : [])),
    organisations: rows.flatMap(({ organisation, group, self }) => (organisation !== null && self > 0 && counted.has(organisation) ? [{ organisation, group: group ?? "", n: self }] : [])),
  };
}

/** What is hidden of one field: in totals and their parts, and of organisations that stand alone. */
function hiddenOf(rows: readonly SumRow[], ask: TallyQuestion, domain: string): ReadonlySet<string> {
  const counts = countsOf(rows, ask.counted);
  const hidden = new Set(counts.organisations.length === 0 ? [] : hiddenIn(counts, ask.floor));
  for (const { organisation, self } of rows)
    if (organisation !== null && !ask.counted.has(organisation) && self > 0 && self < ask.floor) hidden.add(keyOf({ of: "organisation", organisation }));
  if (ask.split !== undefined) for (const key of hiddenPosts(rows, counts, ask, domain, hidden)) hidden.add(key);
  return hidden;
}

function hiddenPosts(rows: readonly SumRow[], counts: DomainCounts, ask: TallyQuestion, domain: string, hidden: ReadonlySet<string>): ReadonlySet<string> {
  const { organisation, rows: own } = ask.split ?? { organisation: "", rows: [] };
  const posts = own.filter((row) => row.domain === domain && row.self > 0).map(({ post, self }) => ({ post: post ?? "", n: self }));
  const group = rows.find((row) => row.organisation === organisation)?.group ?? "";
  const n = posts.reduce((sum, post) => sum + post.n, 0);
  const alone: DomainCounts = { posts: posts.map((post) => ({ ...post, group })), organisations: [{ organisation, group, n }] };
  return hiddenWithin(ask.counted.has(organisation) ? counts : alone, { organisation, group, posts }, hidden, ask.floor);
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
    hidden.set(domain, ask.aboutPeople ? hiddenOf(rows, ask, domain) : new Set());
  }
  const sums = (domain: string, where: Where): Sums | null => {
    const key = keyOf(where);
    const pile = piles.get(domain)?.get(key);
    return pile === undefined || pile.sums.n === 0 || hidden.get(domain)?.has(key) === true ? null : pile.sums;
  };
  return {
    domains: [...byDomain.keys()].sort((a, b) => ask.order.indexOf(a) - ask.order.indexOf(b)),
    posts: postsIn(ask.rows),
    groups: [...new Set(ask.rows.flatMap((row) => (row.organisation !== null && ask.counted.has(row.organisation) && row.group ? [row.group] : [])))].sort(),
    at: (domain, where) => {
      const key = keyOf(where);
      if (hidden.get(domain)?.has(key) === true) return { kind: "hidden" };
      const figures = figuresOf(piles.get(domain)?.get(key)?.sums ?? NOTHING);
      return figures === null ? { kind: "absent" } : { kind: "shown", figures };
    },
    sums,
  };
}

/** Types of post by the number of their answers over all fields, then by name. */
function postsIn(rows: readonly SumRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { organisation, post, n } of rows) if (organisation === null && post !== null && post !== WHOLE_ORGANISATION && n > 0) counts.set(post, (counts.get(post) ?? 0) + n);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([post]) => post);
}
