/** Nobody finds a hidden figure by subtraction, on whichever pages they look. */
import { expect, test } from "vitest";
import { seeded } from "#methods/draw/random.ts";
import { hiddenIn, hiddenWithin, keyOf, type OrganisationCounts, type Where } from "./results-hide.ts";

const FLOOR = 5;

/** Everything that pages print about one field, with the people it is about: an atom is one post in one organisation. */
interface Published {
  readonly key: string;
  readonly value: number;
  readonly atoms: readonly string[];
}

interface Grid {
  readonly groups: Readonly<Record<string, string>>;
  readonly posts: readonly string[];
  readonly n: (organisation: string, post: string) => number;
}

function publishedOf({ groups, posts, n }: Grid): { counts: OrganisationCounts[]; all: Published[] } {
  const organisations = Object.keys(groups);
  const atoms = organisations.flatMap((organisation) =>
    posts
      .filter((post) => n(organisation, post) > 0)
      .map((post) => ({ organisation, post, group: groups[organisation] ?? "", n: n(organisation, post) })),
  );
  const figure = (where: Where, keep: (atom: (typeof atoms)[number]) => boolean): Published[] => {
    const kept = atoms.filter(keep);
    const value = kept.reduce((sum, atom) => sum + atom.n, 0);
    return value === 0 ? [] : [{ key: keyOf(where), value, atoms: kept.map((atom) => `${atom.organisation}/${atom.post}`) }];
  };
  const kinds = [...new Set(Object.values(groups))];
  const all = [
    ...figure({ of: "all" }, () => true),
    ...posts.flatMap((post) => figure({ of: "post", post }, (atom) => atom.post === post)),
    ...kinds.flatMap((group) => figure({ of: "group", group }, (atom) => atom.group === group)),
    ...kinds.flatMap((group) =>
      posts.flatMap((post) => figure({ of: "postGroup", post, group }, (atom) => atom.post === post && atom.group === group)),
    ),
    ...organisations.flatMap((organisation) => figure({ of: "organisation", organisation }, (atom) => atom.organisation === organisation)),
  ];
  const counts = organisations.map((organisation) => ({
    organisation,
    group: groups[organisation] ?? "",
    posts: posts.map((post) => ({ post, n: n(organisation, post) })),
  }));
  return { counts, all };
}

/** The attack: every figure that some sum and difference of the printed ones gives away (Gaussian elimination over the rationals, as numbers). */
function recoveredBy(printed: readonly Published[], wanted: readonly Published[]): string[] {
  const atoms = [...new Set([...printed, ...wanted].flatMap((one) => one.atoms))];
  const rowOf = (one: Published): number[] => atoms.map((atom) => (one.atoms.includes(atom) ? 1 : 0));
  const basis: number[][] = [];
  const reduce = (row: number[]): number[] => {
    for (const pivot of basis) {
      const lead = pivot.findIndex((value) => Math.abs(value) > 1e-9);
      const factor = (row[lead] ?? 0) / (pivot[lead] ?? 1);
      if (Math.abs(factor) > 1e-9) row = row.map((value, index) => value - factor * (pivot[index] ?? 0));
    }
    return row;
  };
  for (const one of printed) {
    const row = reduce(rowOf(one));
    if (row.some((value) => Math.abs(value) > 1e-9)) basis.push(row);
  }
  return wanted.filter((one) => reduce(rowOf(one)).every((value) => Math.abs(value) <= 1e-9)).map((one) => one.key);
}

const answers: Readonly<Record<string, number>> = {
  "huye SES": 8,
  "huye PRO": 1,
  "rubavu SES": 7,
  "rubavu PRO": 6,
  "gisagara SES": 9,
  "gisagara PRO": 5,
  "nyanza SES": 3,
  "nyanza PRO": 1,
  "ruhango SES": 11,
  "ruhango PRO": 7,
};
const small: Grid = {
  groups: { huye: "city", rubavu: "city", gisagara: "rural", nyanza: "rural", ruhango: "rural" },
  posts: ["SES", "PRO"],
  n: (organisation, post) => answers[`${organisation} ${post}`] ?? 0,
};

test("hiding only the four answers of Nyanza lets a reader subtract them: the test’s own attack finds them", () => {
  const { all } = publishedOf(small);
  const bare = all.filter((one) => one.key !== "organisation|nyanza");
  const nyanza = all.filter((one) => one.key === "organisation|nyanza");
  expect(nyanza[0]?.value).toBe(4);
  expect(recoveredBy(bare, nyanza)).toEqual(["organisation|nyanza"]);
});

test("a second rural organisation is hidden beside Nyanza, the smallest that does, and no subtraction finds either", () => {
  const { counts, all } = publishedOf(small);
  const hidden = hiddenIn(counts, FLOOR);
  expect([...hidden].filter((key) => key.startsWith("organisation|")).sort()).toEqual(["organisation|gisagara", "organisation|nyanza"]);
  const printed = all.filter((one) => !hidden.has(one.key));
  expect(
    recoveredBy(
      printed,
      all.filter((one) => one.value < FLOOR),
    ),
  ).toEqual([]);
});

test("totals stay when cells can protect, and nothing is hidden where nobody is few", () => {
  const { counts } = publishedOf(small);
  expect(hiddenIn(counts, FLOOR).has("all")).toBe(false);
  const plenty = publishedOf({ ...small, n: () => 12 });
  expect([...hiddenIn(plenty.counts, FLOOR)]).toEqual([]);
});

test("over many random rounds no small figure is a sum or difference of printed ones, not even of one post in one organisation", () => {
  const seed = "hide-2025";
  const random = seeded(seed);
  for (let trial = 0; trial < 150; trial++) {
    const organisations = Array.from({ length: 3 + random.integer(0, 5) }, (_, index) => `o${index}`);
    const groups = Object.fromEntries(organisations.map((one) => [one, `g${random.integer(0, 2)}`]));
    const posts = ["A", "B", "C"].slice(0, 1 + random.integer(0, 2));
    const cells = new Map(
      organisations.flatMap((one) => posts.map((post) => [`${one} ${post}`, random.uniform() < 0.25 ? 0 : random.integer(1, 14)] as const)),
    );
    const { counts, all } = publishedOf({ groups, posts, n: (organisation, post) => cells.get(`${organisation} ${post}`) ?? 0 });
    if (all.length === 0) continue;
    const hidden = hiddenIn(counts, FLOOR);
    const printed = all.filter((one) => !hidden.has(one.key));
    const unprinted = [...cells].map(([cell, value]): Published => ({ key: cell, value, atoms: [cell.replace(" ", "/")] }));
    const few = [...all, ...unprinted].filter((one) => one.value > 0 && one.value < FLOOR);
    expect(recoveredBy(printed, few), `seed ${seed}, trial ${trial}`).toEqual([]);
  }
});

test("an organisation split into its posts gives away no post of its own and none of the others of its kind", () => {
  const seed = "split-2025";
  const random = seeded(seed);
  for (let trial = 0; trial < 150; trial++) {
    const organisations = Array.from({ length: 2 + random.integer(0, 4) }, (_, index) => `o${index}`);
    const groups = Object.fromEntries(organisations.map((one) => [one, `g${random.integer(0, 1)}`]));
    const posts = ["A", "B", "C", "D"];
    const cells = new Map(
      organisations.flatMap((one) => posts.map((post) => [`${one} ${post}`, random.uniform() < 0.3 ? 0 : random.integer(1, 12)] as const)),
    );
    const n = (organisation: string, post: string): number => cells.get(`${organisation} ${post}`) ?? 0;
    const { counts, all } = publishedOf({ groups, posts, n });
    const own = posts.filter((post) => n("o0", post) > 0);
    if (own.length === 0) continue;
    const hidden = hiddenIn(counts, FLOOR);
    const parts = own.map((post): Published => ({
      key: keyOf({ of: "own", post, organisation: "o0" }),
      value: n("o0", post),
      atoms: [`o0/${post}`],
    }));
    const within = hiddenWithin(counts, "o0", hidden, FLOOR);
    const printed = [...all.filter((one) => !hidden.has(one.key)), ...parts.filter((one) => !within.has(one.key))];
    expect(
      recoveredBy(
        printed,
        [...all, ...parts].filter((one) => one.value < FLOOR),
      ),
      `seed ${seed}, trial ${trial}`,
    ).toEqual([]);
  }
});
