/** The commands about tests: small files as people keep them, good and bad, and answers worked out by hand. */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { seeded } from "#methods/draw/random.ts";
import { gainCommand } from "./command-gain.ts";
import { itemsCommand } from "./command-items.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "inteko-tests-"));
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function ran(command: typeof itemsCommand, args: readonly string[], json = true): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await command.run({
    args,
    json,
    print: (text: string) => out.push(text),
    complain: (text: string) => err.push(text),
  } as never);
  return { status, out: out.join("\n"), err: err.join("\n") };
}

const items = (...args: string[]): Promise<Ran> => ran(itemsCommand, args);
const gain = (...args: string[]): Promise<Ran> => ran(gainCommand, args);

/** Section 6 of a law school admission test: 1,000 people, five items, by pattern (Bock & Lieberman 1970). */
const LSAT6: Readonly<Record<string, number>> = {
  "00000": 3,
  "00001": 6,
  "00010": 2,
  "00011": 11,
  "00100": 1,
  "00101": 1,
  "00110": 3,
  "00111": 4,
  "01000": 1,
  "01001": 8,
  "01011": 16,
  "01101": 3,
  "01110": 2,
  "01111": 15,
  "10000": 10,
  "10001": 29,
  "10010": 14,
  "10011": 81,
  "10100": 3,
  "10101": 28,
  "10110": 15,
  "10111": 80,
  "11000": 16,
  "11001": 56,
  "11010": 21,
  "11011": 173,
  "11100": 11,
  "11101": 61,
  "11110": 28,
  "11111": 298,
};

const lawSchool = (): string =>
  [
    "I1,I2,I3,I4,I5",
    ...Object.entries(LSAT6).flatMap(([pattern, count]) => Array.from({ length: count }, () => [...pattern].join(","))),
  ].join("\n");

test("Solange analyses the law school test and finds the published difficulties and alpha 0.295", async () => {
  const { status, out } = await items(await file("law.csv", lawSchool()));
  const found = JSON.parse(out);
  expect(status).toBe(0);
  expect(found.people).toBe(1000);
  expect(found.items.map((item: { difficulty: number }) => item.difficulty)).toEqual([0.924, 0.709, 0.553, 0.763, 0.87]);
  expect(found.alpha).toBeCloseTo(0.295, 3);
  expect(found.sem).toBeCloseTo(found.sd * Math.sqrt(1 - found.alpha), 12);
  expect(found.discriminationShown).toBe(true);
  expect(found.items.every((item: { discrimination: number }) => item.discrimination > 0)).toBe(true);
});

test("the same file gives the same bytes, whatever its line ends, separators and byte order mark", async () => {
  const text = lawSchool();
  const plain = await items(await file("a.csv", text));
  const other = await items(await file("b.csv", `\uFEFF${text.replaceAll(",", ";").replaceAll("\n", "\r\n")}\r\n`));
  const tabs = await items(await file("c.tsv", Buffer.from(text.replaceAll(",", "\t"), "utf16le").toString("utf16le")));
  expect(other.out).toBe(plain.out);
  expect(tabs.out).toBe(plain.out);
});

test("below thirty people D is not shown and the sentence says why; a hand-worked class of four", async () => {
  // Totals 3, 2, 1, 0; each item’s rest worked out on paper.
  const path = await file("four.csv", "person,q1,q2,q3\nAnne,1,1,1\nBosco,1,1,0\nClaude,1,0,0\nDiane,0,0,0\n");
  const { status, out } = await items(path);
  const found = JSON.parse(out);
  expect(status).toBe(0);
  expect(found.discriminationShown).toBe(false);
  expect(found.items.map((item: { difficulty: number; discrimination: null }) => [item.difficulty, item.discrimination])).toEqual([
    [0.75, null],
    [0.5, null],
    [0.25, null],
  ]);
  expect(found.items[1].correctedItemTotal).toBeCloseTo(Math.SQRT1_2, 12);
  expect(found.alpha).toBeCloseTo(0.75, 12);
  const told = await ran(itemsCommand, [path], false);
  expect(told.out).toContain("D is not shown below 30 people");
});

test("a file of letters is scored with its row “key”, and its distractors are named", async () => {
  const path = await file("letters.csv", "name,q1,q2\nKEY,a,C\nAnne,A,C\nBosco,a,B\nClaude,D,B\nDiane,A,\n");
  const { status, out } = await items(path);
  const found = JSON.parse(out);
  expect(status).toBe(0);
  expect(found.people).toBe(4);
  expect(found.items.map((item: { difficulty: number }) => item.difficulty)).toEqual([0.75, 0.25]);
  expect(found.items[0].distractors).toEqual(["D"]);
  expect(found.items[1].choices.map((one: { choice: string; chosen: number }) => [one.choice, one.chosen])).toEqual([
    ["B", 2],
    ["", 1],
    ["C", 1],
  ]);
});

test.each([
  ["letters in one word", "AC"],
  ["letters with commas", "A,C"],
])("the key is also taken from the option: %s", async (_, key) => {
  const path = await file("nokey.csv", "q1,q2\nA,C\nA,B\nD,B\nA,\n");
  const { status, out } = await items(path, "--key", key);
  expect(status).toBe(0);
  expect(JSON.parse(out).items[0].difficulty).toBe(0.75);
});

test("the key is taken from a file, by item name", async () => {
  const path = await file("bykey.csv", "q1,q2\nA,C\nA,B\nD,B\nA,\n");
  const key = await file("key.csv", "item,right\nq2,C\nq1,A\n");
  expect(JSON.parse((await items(path, "--key", key)).out).items.map((item: { difficulty: number }) => item.difficulty)).toEqual([
    0.75, 0.25,
  ]);
});

test("letters without a key are counted only, and the text says so", async () => {
  const path = await file("keyless.csv", "q1,q2\nA,C\nA,B\nD,B\nA,\n");
  const { status, out } = await items(path);
  const found = JSON.parse(out);
  expect(status).toBe(0);
  expect(found.scored).toBe(false);
  expect(found.items[0].difficulty).toBeNull();
  expect(found.items[0].choices[0]).toMatchObject({ choice: "A", chosen: 3, right: null });
  expect((await ran(itemsCommand, [path], false)).out).toContain("There is no key");
});

test("points are out of the row “most”, else of the highest reached, with a decimal comma", async () => {
  const path = await file("points.csv", "id;q1;q2\nmost;4;2\n1;4;1\n2;2,5;2\n3;0;0\n");
  const found = JSON.parse((await items(path)).out);
  expect(found.items.map((item: { most: number; difficulty: number }) => [item.most, item.difficulty])).toEqual([
    [4, 6.5 / 12],
    [2, 0.5],
  ]);
});

test.each([
  ["a word among scores", "id,q1,q2\na,1,0\nb,x,1\nc,0,1\n", 3, "B (q1)"],
  ["fewer than nothing", "id,q1,q2\na,1,0\nb,1,-1\nc,0,1\n", 3, "C (q2)"],
  ["more than the most", "id,q1,q2\nmost,1,1\na,1,0\nb,1,3\nc,0,1\n", 4, "C (q2)"],
  ["somebody twice", "id,q1,q2\na,1,0\na,1,1\nc,0,1\n", 3, "A"],
  ["a row that is too long", "id,q1,q2\na,1,0\nb,1,1,1\nc,0,1\n", 3, undefined],
])("%s: the cell is named, the others are analysed, and the exit status is 1", async (name, content, row, column) => {
  const { status, out } = await items(await file(`${name}.csv`, content));
  const found = JSON.parse(out);
  expect(status).toBe(1);
  expect(found.rejected[0].row).toBe(row);
  if (column !== undefined) expect(found.rejected[0].column).toBe(column);
  expect(found.people).toBe(2);
});

test.each([
  ["scores without a head", "1,0,1\n0,0,1\n"],
  ["an item twice", "q1,q1\n1,0\n0,1\n"],
  ["nothing beneath the head", "q1,q2\n"],
  ["nothing at all", ""],
])("%s: the file is refused with a reason", async (name, content) => {
  const { status, out } = await items(await file(`${name}.csv`, content));
  expect(status).toBe(1);
  expect(JSON.parse(out).rejected[0].reason).toMatch(/[.]$/);
});

test("a key that does not fit, a file that is not there, and a wrong use", async () => {
  const path = await file("k.csv", "q1,q2\nA,C\nB,C\n");
  expect((await items(path, "--key", "ABC")).status).toBe(1);
  expect((await items(join(folder, "none.csv"))).status).toBe(1);
  expect((await items()).status).toBe(2);
  expect((await items(path, "--what")).status).toBe(2);
  expect((await gain(path)).status).toBe(2);
});

test("the gain of a class from its means, matched by person, with who left and who joined", async () => {
  const pre = await file("pre.csv", "person,q1,q2,q3,q4\nAnne,1,0,0,0\nBosco,1,1,0,0\nClaude,1,0,0,0\nDiane,0,1,1,1\n");
  const post = await file("post.csv", "person,q1,q2,q3,q4\nBosco,1,1,1,0\nAnne,1,1,1,1\nClaude,0,0,0,0\nEric,1,1,1,1\n");
  const { status, out } = await gain(pre, post);
  const found = JSON.parse(out);
  expect(status).toBe(0);
  // Means of Anne, Bosco and Claude: 25, 50, 25 → 33⅓; 100, 75, 0 → 58⅓; ⟨g⟩ = 25 ÷ 66⅔.
  expect(found).toMatchObject({ both: 3, preOnly: 1, postOnly: 1, attrition: 0.25, matched: "name" });
  expect(found.gain).toBeCloseTo(0.375, 12);
  expect(found.changes).toEqual([
    { person: "Anne", change: 1 },
    { person: "Bosco", change: 0.5 },
    { person: "Claude", change: -1 },
  ]);
});

test("scores in percent, one a person; a score above 100 is named", async () => {
  const pre = await file("p1.csv", "id,score\n1,40\n2,60\n3,50\n");
  const post = await file("p2.csv", "id,score\n1,70\n2,80\n3,120\n");
  const { status, out } = await gain(pre, post);
  const found = JSON.parse(out);
  expect(status).toBe(1);
  expect(found.gain).toBeCloseTo(0.5, 12);
  expect(found.rejected).toEqual([{ test: "post", row: 4, column: "B (score)", reason: "120 is more than 100 percent." }]);
});

test("files that name nobody are matched row by row only when they are as long as each other", async () => {
  const one = await file("r1.csv", "q1,q2\n1,0\n0,0\n");
  expect(JSON.parse((await gain(one, await file("r2.csv", "q1,q2\n1,1\n1,0\n"))).out)).toMatchObject({ matched: "row", both: 2 });
  expect((await gain(one, await file("r3.csv", "q1,q2\n1,1\n"))).status).toBe(1);
  expect((await gain(one, await file("r4.csv", "person,q1,q2\nAnne,1,1\nBosco,1,0\n"))).status).toBe(1);
});

test("letters in both files are marked with the key that stands in them", async () => {
  const pre = await file("l1.csv", "name,q1,q2\nkey,A,B\nAnne,A,C\nBosco,D,C\n");
  const post = await file("l2.csv", "name,q1,q2\nkey,A,B\nAnne,A,B\nBosco,A,C\n");
  expect(JSON.parse((await gain(pre, post)).out)).toMatchObject({ preMean: 25, postMean: 75 });
  expect((await gain(await file("l3.csv", "name,q1,q2\nAnne,A,C\nBosco,D,C\n"), post)).status).toBe(1);
});

test("whatever stands in a file, the command answers", async () => {
  const seed = "files of a test";
  const random = seeded(seed);
  const signs = ["0", "1", "A", "b", ",", ";", "\n", '"', "\t", " ", "-", "é", "key", "7", "\u0000"];
  for (let round = 0; round < 60; round += 1) {
    const content = Array.from({ length: random.integer(0, 60) }, () => random.pick(signs)).join("");
    const path = await file(`r${round}.csv`, content);
    for (const answer of [await items(path), await gain(path, path)]) {
      expect([0, 1], `${seed} ${round}`).toContain(answer.status);
      expect(() => JSON.parse(answer.out) as unknown, `${seed} ${round}`).not.toThrow();
    }
  }
});

const rejected = (text: string): string =>
  (JSON.parse(text) as { rejected: { reason: string }[] }).rejected.map((one) => one.reason).join(" ");
const reasonsOf = (text: string): readonly { readonly value: string; readonly item?: string; readonly person?: string }[] =>
  (JSON.parse(text) as { reasons: { value: string }[] }).reasons;

test("a file of one person, of people who are all alike, or of one item has no figure without a reason, and none that is no number", async () => {
  const alike = Array.from({ length: 40 }, (_, nth) => `P${nth},0.1,0.7\n`).join("");
  for (const [name, content, said] of [
    ["one.csv", "person,q1,q2\nA,1,0\n", ["sd", "alpha", "sem"]],
    ["alike.csv", `person,q1,q2\n${alike}`, ["alpha", "sem"]],
    ["item.csv", "person,q1\nA,1\nB,0\n", ["alpha", "sem"]],
    ["summed.csv", "person,q1,q2,q3\nA,0.1,0.2,0.3\nB,0.3,0.2,0.1\nC,0.2,0.1,0.3\n", ["alpha", "sem"]],
  ] as const) {
    const { out } = await items(await file(name, content));
    const read = JSON.parse(out) as Record<string, unknown>;
    const nulls = Object.keys(read).filter((key) => read[key] === null);
    expect(nulls.toSorted(), name).toEqual([...said].toSorted());
    expect(
      reasonsOf(out)
        .filter((one) => one.item === undefined)
        .map((one) => one.value)
        .toSorted(),
      name,
    ).toEqual([...said].toSorted());
    for (const item of read["items"] as Record<string, unknown>[])
      for (const key of ["correctedItemTotal", "discrimination", "alphaWithout"])
        expect(
          reasonsOf(out).some((one) => one.value === key && one.item === item["name"]),
          `${name} ${key}`,
        ).toBe(item[key] === null);
  }
});

test("the most points of an item are more than nothing, and a telephone number is no score: both are told by cell", async () => {
  for (const most of ["0", "-5", "abc"]) {
    const path = await file(`most${most}.csv`, `person,q1,q2\nmax,${most},10\nA,0,10\nB,0,3\n`);
    for (const run of [items(path), gain(path, path)]) {
      const { status, out } = await run;
      expect(status).toBe(1);
      expect(rejected(out)).toBe(`“${most}” is no number of points that could be had.`);
    }
  }
  const phones = await file("phones.csv", `person,q1,q2\nA,250788123456,1\nB,${"9".repeat(400)},1\nC,1,1\n`);
  const { out } = await items(phones);
  expect(rejected(out)).toContain("250788123456 is more than 1000000 points.");
  expect(JSON.parse(out)).toMatchObject({ people: 1, alpha: null });
  expect((await gain(phones, phones)).out).toContain('"both":1');
});

test("a gain that cannot be told says why: nobody in both files, a class at 100 before, everybody changed alike", async () => {
  const at = (name: string, content: string) => file(name, `person,score\n${content}`);
  const both = async (before: string, after: string) => reasonsOf((await gain(await at("b.csv", before), await at("a.csv", after))).out);
  expect((await both("A,40\nB,50\n", "X,60\nY,70\n")).map((one) => one.value)).toEqual([
    "preMean",
    "postMean",
    "gain",
    "effect",
    "meanChange",
  ]);
  expect((await both("A,100\nB,100\n", "A,100\nB,90\n")).map((one) => one.value)).toEqual(["gain", "change"]);
  expect((await both("A,33.3\nB,33.3\nC,33.3\n", "A,66.7\nB,66.7\nC,66.7\n")).map((one) => one.value)).toEqual(["effect"]);
  expect((await both("A,33.3\nB,13.3\nC,53.3\n", "A,46.6\nB,26.6\nC,66.6\n")).map((one) => one.value)).toEqual(["effect"]);
});
