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

/** Respondents of one field of capacity, counted twice: by post and kind of district, and by organisation. Both add up to the same. */
export interface DomainCounts {
  readonly posts: readonly { readonly post: string; readonly group: string; readonly n: number }[];
  readonly organisations: readonly { readonly organisation: string; readonly group: string; readonly n: number }[];
}

/** One organisation’s respondents by post, for a page that splits it. */
export interface OwnCounts {
  readonly organisation: string;
  readonly group: string;
  readonly posts: readonly { readonly post: string; readonly n: number }[];
}

interface Named extends Count {
  readonly key: string;
}

const total = (list: readonly { readonly n: number }[]): number => list.reduce((sum, { n }) => sum + n, 0);

/** Numbers for the nodes of a network, given out as they are asked for. */
function nodesFrom(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
}

/** What hiding a total costs beside a cell: more than all cells, the grand total most. */
function costsOf(counts: DomainCounts): { readonly post: number; readonly group: number; readonly all: number } {
  const cells = total(counts.organisations) + counts.posts.length + counts.organisations.length + 1;
  return { post: cells, group: cells * 8, all: cells * 64 };
}

/** The totals: of everybody, of each post, of each kind of district. People flow from `all` through their post and kind of district to their organisation and back. */
function totalsOf(counts: DomainCounts, node: (name: string) => number): Named[] {
  const cost = costsOf(counts);
  const all = total(counts.organisations);
  const byPost = Map.groupBy(counts.posts, ({ post }) => post);
  const byGroup = Map.groupBy(counts.organisations, ({ group }) => group);
  return [
    { key: keyOf({ of: "all" }), from: node("end"), to: node("start"), value: all, cost: all + cost.all },
    ...[...byPost].map(([post, list]) => ({ key: keyOf({ of: "post", post }), from: node("start"), to: node(`post ${post}`), value: total(list), cost: total(list) + cost.post })),
    ...[...byGroup].map(([group, list]) => ({ key: keyOf({ of: "group", group }), from: node(`out ${group}`), to: node("end"), value: total(list), cost: total(list) + cost.group })),
  ];
}

function networkOf(counts: DomainCounts, node: (name: string) => number): Named[] {
  return [
    ...totalsOf(counts, node),
    ...counts.posts.map(({ post, group, n }) => ({ key: keyOf({ of: "postGroup", post, group }), from: node(`post ${post}`), to: node(`in ${group}`), value: n, cost: n + 1 })),
    ...counts.organisations.map(({ organisation, group, n }) => ({ key: keyOf({ of: "organisation", organisation }), from: node(`in ${group}`), to: node(`out ${group}`), value: n, cost: 2 * n + 2 })),
  ];
}

/**
 * The figures of one field that stay hidden: those about fewer than `floor` respondents, and as few others as it takes that
 * none of them can be worked out from totals by post, by kind of district, by organisation or over all, in whatever order
 * the pages are opened. One network holds all these sums, so the protection is exact (see #methods/disclosure).
 */
export function hiddenIn(counts: DomainCounts, floor: number): ReadonlySet<string> {
  const arcs = networkOf(counts, nodesFrom());
  const hidden = chooseHidden(arcs, { threshold: floor, zeros: "shown" });
  return new Set([...hidden].map((arc) => arcs[arc]?.key ?? ""));
}

/** The people of one organisation by post, and of the others of its kind; what pages show already stays as it is. */
function splitOf(counts: DomainCounts, own: OwnCounts, node: (name: string) => number): { readonly arcs: Named[]; readonly within: ReadonlySet<string> } {
  const mine = new Map(own.posts.map(({ post, n }) => [post, n]));
  const arcs: Named[] = totalsOf(counts, node);
  const within = new Set<string>();
  for (const { post, group, n } of counts.posts) {
    const key = keyOf({ of: "postGroup", post, group });
    if (group !== own.group) {
      arcs.push({ key, from: node(`post ${post}`), to: node(`in ${group}`), value: n, cost: n + 1 });
      continue;
    }
    const here = mine.get(post) ?? 0;
    const ownKey = keyOf({ of: "own", post, organisation: own.organisation });
    within.add(ownKey);
    arcs.push(
      { key, from: node(`post ${post}`), to: node(`part ${post}`), value: n, cost: n + 1 },
      { key: ownKey, from: node(`part ${post}`), to: node("own"), value: here, cost: here + 1 },
      { key: `rest|${post}`, from: node(`part ${post}`), to: node(`in ${group}`), value: n - here, cost: 0 },
    );
  }
  for (const { organisation, group, n } of counts.organisations) {
    const from = organisation === own.organisation ? "own" : `in ${group}`;
    arcs.push({ key: keyOf({ of: "organisation", organisation }), from: node(from), to: node(`out ${group}`), value: n, cost: n });
  }
  return { arcs, within };
}

/**
 * The posts of one organisation whose figures stay hidden on its page, given what `hiddenIn` hides everywhere: figures that
 * other pages show are known to the reader and cannot protect. When nothing else can protect, all posts are hidden.
 */
export function hiddenWithin(counts: DomainCounts, own: OwnCounts, hidden: ReadonlySet<string>, floor: number): ReadonlySet<string> {
  const { arcs, within } = splitOf(counts, own, nodesFrom());
  const priced = arcs.map((arc) => {
    const free = within.has(arc.key) || arc.key.startsWith("rest|");
    return free ? arc : { ...arc, cost: hidden.has(arc.key) ? 0 : Infinity };
  });
  // Only this organisation’s own figures ask for protection here; the others have theirs.
  const asked = priced.map((arc) => (within.has(arc.key) || arc.key.startsWith("rest|") || arc.value === 0 ? arc : { ...arc, value: Math.max(arc.value, floor) }));
  try {
    const chosen = chooseHidden(asked, { threshold: floor, zeros: "shown" });
    return new Set([...chosen].map((arc) => asked[arc]?.key ?? "").filter((key) => within.has(key)));
  } catch (error) {
    if (error instanceof RangeError) return within;
    throw error;
  }
}
