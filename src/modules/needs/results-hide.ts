/** Which figures of one field of capacity may be shown: small ones are hidden, and others with them, so that no subtraction brings them back. */
import { chooseHidden, type Count } from "#methods/disclosure/network.ts";

/** Which people a figure is about. `own` is one post within one organisation. */
export type Where =
  | { readonly of: "all" }
  | { readonly of: "post"; readonly post: string }
  | { readonly of: "group"; readonly group: string }
  | { readonly of: "postGroup"; readonly post: string; readonly group: string }
  | { readonly of: "organisation"; readonly organisation: string }
  | { readonly of: "own"; readonly post: string; readonly organisation: string };

/** A name for the people a figure is about. */
export function keyOf(where: Where): string {
  switch (where.of) {
    case "all":
      return "all";
    case "post":
      return `post|${where.post}`;
    case "group":
      return `group|${where.group}`;
    case "postGroup":
      return `postGroup|${where.post}|${where.group}`;
    case "organisation":
      return `organisation|${where.organisation}`;
    case "own":
      return `own|${where.post}|${where.organisation}`;
  }
}

/** Respondents of one field of capacity in one organisation, by post. Posts without respondents are left out. */
export interface OrganisationCounts {
  readonly organisation: string;
  /** The kind of district that it belongs to. */
  readonly group: string;
  readonly posts: readonly { readonly post: string; readonly n: number }[];
}

/** A count in the network of sums; `key` is null where no page prints it. */
interface Arc extends Count {
  readonly key: string | null;
}

/** Numbers for the nodes of a network, given out as they are asked for. */
function nodesFrom(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
}

interface Piece {
  readonly post: string;
  readonly organisation: string;
  readonly group: string;
  readonly n: number;
}

function piecesOf(counts: readonly OrganisationCounts[]): Piece[] {
  return counts.flatMap(({ organisation, group, posts }) =>
    posts.flatMap(({ post, n }) => (n > 0 ? [{ post, organisation, group, n }] : [])),
  );
}

/** The total of each part of a list; hiding it costs `extra` beside what it counts. */
function totals(
  pieces: readonly Piece[],
  nameOf: (piece: Piece) => string,
  arcOf: (piece: Piece) => { readonly key: string; readonly from: number; readonly to: number },
  extra: number,
): Arc[] {
  return [...Map.groupBy(pieces, nameOf).values()].flatMap((list) => {
    const first = list[0];
    const value = list.reduce((sum, { n }) => sum + n, 0);
    return first === undefined ? [] : [{ ...arcOf(first), value, cost: value + extra }];
  });
}

/**
 * Every sum that pages print, as a flow: people go from the start through their post, its part in a kind of district and
 * their organisation to the total of that kind and out. What hiding costs grows from cells to organisations to totals.
 */
function printedSums(pieces: readonly Piece[], node: (name: string) => number): Arc[] {
  const all = pieces.reduce((sum, { n }) => sum + n, 0);
  const step = all + pieces.length + 1;
  return [
    { key: keyOf({ of: "all" }), from: node("end"), to: node("start"), value: all, cost: all + step * 512 },
    ...totals(
      pieces,
      ({ post }) => post,
      ({ post }) => ({ key: keyOf({ of: "post", post }), from: node("start"), to: node(`post ${post}`) }),
      step * 8,
    ),
    ...totals(
      pieces,
      ({ group }) => group,
      ({ group }) => ({ key: keyOf({ of: "group", group }), from: node(`kind ${group}`), to: node("end") }),
      step * 64,
    ),
    ...totals(
      pieces,
      ({ post, group }) => `${post}|${group}`,
      ({ post, group }) => ({
        key: keyOf({ of: "postGroup", post, group }),
        from: node(`post ${post}`),
        to: node(`part ${post}|${group}`),
      }),
      1,
    ),
    ...totals(
      pieces,
      ({ organisation }) => organisation,
      ({ organisation, group }) => ({
        key: keyOf({ of: "organisation", organisation }),
        from: node(`in ${organisation}`),
        to: node(`kind ${group}`),
      }),
      all,
    ),
  ];
}

/** What `chooseHidden` must not take for a small count of its own: no page prints it, but that nobody is there can be seen. */
function unprinted(n: number, floor: number): number {
  return n === 0 ? 0 : Math.max(n, floor);
}

/** Depth-first search for bridges: when each node was first seen, and the earliest node that its subtree reaches back to. */
interface Walk {
  readonly leaving: ReadonlyMap<number, readonly { readonly arc: number; readonly to: number }[]>;
  readonly seen: Map<number, number>;
  readonly found: Set<number>;
}

function walkFrom(walk: Walk, at: number, came: number): number {
  const own = walk.seen.size;
  walk.seen.set(at, own);
  let back = own;
  for (const { arc, to } of walk.leaving.get(at) ?? []) {
    if (arc === came) continue;
    const known = walk.seen.get(to);
    const reach = known ?? walkFrom(walk, to, arc);
    if (known === undefined && reach > own) walk.found.add(arc);
    back = Math.min(back, reach);
  }
  return back;
}

/** The unknown counts that a reader works out from the known ones: those on no circle of unknown counts (a bridge can only have one value). */
function workedOut(arcs: readonly Arc[], unknown: (arc: number) => boolean): ReadonlySet<number> {
  const leaving = new Map<number, { arc: number; to: number }[]>();
  const add = (from: number, arc: number, to: number): void => void leaving.set(from, [...(leaving.get(from) ?? []), { arc, to }]);
  for (const [arc, { from, to, value }] of arcs.entries()) {
    if (value === 0 || !unknown(arc)) continue;
    add(from, arc, to);
    add(to, arc, from);
  }
  const walk: Walk = { leaving, seen: new Map(), found: new Set() };
  for (const node of leaving.keys()) if (!walk.seen.has(node)) walkFrom(walk, node, -1);
  return walk.found;
}

// The same counts always hide the same figures: a manager who goes through the pages of a round asks for them again and again.
const decided = new Map<string, ReadonlySet<string>>();
const MOST_DECIDED = 200;

/**
 * The figures of one field that stay hidden: those about fewer than `floor` respondents, and as few others as it takes that
 * none of them can be worked out from totals by post, by kind of district, by organisation or over all, in whatever order
 * the pages are opened; nor so few people of one post in one organisation, which no page prints. One network holds all
 * these sums, so the protection is exact (see #methods/disclosure).
 */
export function hiddenIn(counts: readonly OrganisationCounts[], floor: number): ReadonlySet<string> {
  const key = JSON.stringify([floor, counts]);
  const known = decided.get(key);
  if (known !== undefined) return known;
  const hidden = decide(piecesOf(counts), floor);
  const oldest = decided.keys().next().value;
  if (decided.size >= MOST_DECIDED && oldest !== undefined) decided.delete(oldest);
  decided.set(key, hidden);
  return hidden;
}

function decide(pieces: readonly Piece[], floor: number): ReadonlySet<string> {
  const node = nodesFrom();
  const sums = printedSums(pieces, node);
  const within = pieces.map(({ post, organisation, group, n }): Arc => ({
    key: null,
    from: node(`part ${post}|${group}`),
    to: node(`in ${organisation}`),
    value: n,
    cost: 0,
  }));
  const protection = { threshold: floor, zeros: "shown" } as const;
  const first = [...sums, ...within.map((arc) => ({ ...arc, value: unprinted(arc.value, floor) }))];
  const chosen = sums.every(({ value }) => value >= floor) ? new Set<number>() : chooseHidden(first, protection);
  const told = workedOut(first, (arc) => chosen.has(arc) || arc >= sums.length);
  const leaks = within.some(({ value }, index) => value < floor && told.has(sums.length + index));
  const arcs = leaks
    ? [...sums, ...within.map((arc, index) => (told.has(sums.length + index) ? arc : { ...arc, value: unprinted(arc.value, floor) }))]
    : first;
  const hidden = leaks ? chooseHidden(arcs, protection) : chosen;
  return new Set([...hidden].flatMap((arc) => arcs[arc]?.key ?? []));
}

/** The arcs of one organisation split into its posts. What other pages show stays shown, and cannot protect. */
function splitSums(pieces: readonly Piece[], own: string, hidden: ReadonlySet<string>, floor: number): Arc[] {
  const node = nodesFrom();
  const known = printedSums(pieces, node).map((arc): Arc => ({ ...arc, cost: hidden.has(arc.key ?? "") ? 0 : Infinity }));
  const kind = pieces.find(({ organisation }) => organisation === own)?.group;
  const parts = pieces.map(({ post, organisation, group, n }): Arc => {
    const from = node(`part ${post}|${group}`);
    if (organisation === own)
      return { key: keyOf({ of: "own", post, organisation }), from, to: node(`in ${organisation}`), value: n, cost: n + 1 };
    return {
      key: null,
      from: group === kind ? node(`rest ${post}`) : from,
      to: node(`in ${organisation}`),
      value: unprinted(n, floor),
      cost: 0,
    };
  });
  // The others of the kind, which a reader gets by taking the organisation’s own part away.
  const others = pieces.filter(({ organisation, group }) => organisation !== own && group === kind);
  const rests = totals(
    others,
    ({ post }) => post,
    ({ post, group }) => ({ key: `rest|${post}`, from: node(`part ${post}|${group}`), to: node(`rest ${post}`) }),
    0,
  );
  return [...known, ...parts, ...rests];
}

/**
 * The posts of one organisation whose figures stay hidden on its page, given what `hiddenIn` hides everywhere: figures that
 * other pages show are known to the reader and cannot protect. When nothing else can protect, all its posts are hidden.
 */
export function hiddenWithin(
  counts: readonly OrganisationCounts[],
  own: string,
  hidden: ReadonlySet<string>,
  floor: number,
): ReadonlySet<string> {
  const arcs = splitSums(piecesOf(counts), own, hidden, floor);
  const ownKeys = new Set(arcs.flatMap(({ key }) => (key?.startsWith("own|") ? [key] : [])));
  try {
    const chosen = chooseHidden(arcs, { threshold: floor, zeros: "shown" });
    return new Set([...chosen].flatMap((arc) => arcs[arc]?.key ?? []).filter((key) => ownKeys.has(key)));
  } catch (error) {
    if (error instanceof RangeError) return ownKeys;
    throw error;
  }
}
