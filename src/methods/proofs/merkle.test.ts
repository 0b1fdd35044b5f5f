/** The tree and its proofs against published roots and proofs, and against tampering. */
import * as fc from "fast-check";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { appendLeaves, emptyTree, peakPlaces, storeOf, treeFrom, treeRoot } from "./compact.ts";
import type { NodeStore, StoredNode, Tree } from "./compact.ts";
import { fromBase64, fromHex, toHex } from "./encoding.ts";
import { emptyRoot, hashLeaf, rootOf } from "./merkle.ts";
import type { Hash } from "./merkle.ts";
import { consistencyPlaces, inclusionPlaces, proveConsistency, proveInclusion, verifyConsistency, verifyInclusion } from "./proof.ts";

/** The reference tree of the Certificate Transparency test suites: eight entries and the root after each. */
const entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const leaves = entries.map((entry) => hashLeaf(fromHex(entry)));

const leafNumbered = (i: number): Hash => hashLeaf(new TextEncoder().encode(`entry ${i}`));
const leafRun = (count: number): Hash[] => Array.from({ length: count }, (_, i) => leafNumbered(i));

function grown(hashes: readonly Hash[]): { tree: Tree; nodes: readonly StoredNode[] } {
  return appendLeaves(emptyTree, hashes);
}

describe("the root of the Certificate Transparency reference tree", () => {
  test.each(roots.map((root, size) => ({ size, root })))(
    "with $size leaves is the published one, by definition and grown leaf by leaf",
    ({ size, root }) => {
      expect(toHex(rootOf(leaves.slice(0, size)))).toBe(root);
      expect(toHex(treeRoot(grown(leaves.slice(0, size)).tree))).toBe(root);
    },
  );

  test("of nothing is the hash of nothing", () => {
    expect(toHex(emptyRoot())).toBe(roots[0]);
  });
});

describe("published proofs of that tree", () => {
  const store = storeOf(grown(leaves).nodes);
  test("the audit path of entry 5 in 8 is the one in the reference suites", () => {
    expect(proveInclusion(store, 5, 8).map(toHex)).toEqual([
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
  });
  test("the consistency of 6 with 8 is the one in the reference suites", () => {
    expect(proveConsistency(store, 6, 8).map(toHex)).toEqual([
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
  });
});

describe("a tree that grows", () => {
  test("has the defined root however its leaves were batched", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 6 }), (batches) => {
        const all: Hash[] = [];
        let tree: Tree = emptyTree;
        for (const size of batches) {
          const batch = Array.from({ length: size }, (_, i) => leafNumbered(all.length + i));
          tree = appendLeaves(tree, batch).tree;
          all.push(...batch);
        }
        expect(toHex(treeRoot(tree))).toBe(toHex(rootOf(all)));
      }),
    );
  });

  test("is read back from its stored subtrees and grows on", () => {
    const first = grown(leafRun(37));
    const back = treeFrom(37, storeOf(first.nodes));
    expect(treeRoot(appendLeaves(back, [leafNumbered(37)]).tree)).toEqual(rootOf(leafRun(38)));
  });

  test("stores fewer than two nodes per leaf, each place once", () => {
    const { nodes } = grown(leafRun(1000));
    expect(nodes.length).toBeLessThan(2000);
    expect(new Set(nodes.map(({ level, index }) => `${level}/${index}`)).size).toBe(nodes.length);
  });

  test("names one peak per set bit, also beyond 32 bits", () => {
    const size = 2 ** 40 + 2 ** 33 + 5;
    expect(peakPlaces(size)).toEqual([
      { level: 40, index: 0 },
      { level: 33, index: 2 ** 7 },
      { level: 2, index: (2 ** 40 + 2 ** 33) / 4 },
      { level: 0, index: size - 1 },
    ]);
  });

  test("refuses a size that cannot be one", () => {
    for (const size of [-1, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => peakPlaces(size)).toThrow(RangeError);
    }
  });
});

describe("proofs", () => {
  const count = 70;
  const all = leafRun(count);
  const store = storeOf(grown(all).nodes);

  test("show every leaf of every tree up to 70 leaves", () => {
    for (let size = 1; size <= count; size++) {
      const root = rootOf(all.slice(0, size));
      for (let index = 0; index < size; index++) {
        const proof = proveInclusion(store, index, size);
        const leafHash = all[index] as Hash;
        expect(verifyInclusion({ index, size, leafHash, proof, root })).toBe(true);
      }
    }
  });

  test("show every tree up to 70 leaves to begin every larger one", () => {
    for (let size2 = 1; size2 <= count; size2++) {
      const root2 = rootOf(all.slice(0, size2));
      for (let size1 = 1; size1 <= size2; size1++) {
        const proof = proveConsistency(store, size1, size2);
        const root1 = rootOf(all.slice(0, size1));
        expect(verifyConsistency({ size1, size2, root1, root2, proof })).toBe(true);
      }
    }
  });

  test("read only the places they announce, and few of them", () => {
    const { nodes } = grown(leafRun(3000));
    const whole = storeOf(nodes);
    const counting = (read: Set<string>): NodeStore => ({
      get(level, index) {
        read.add(`${level}/${index}`);
        return whole.get(level, index);
      },
    });
    const key = ({ level, index }: { level: number; index: number }) => `${level}/${index}`;
    for (const index of [0, 1, 1234, 2047, 2048, 2999]) {
      const read = new Set<string>();
      proveInclusion(counting(read), index, 3000);
      expect(read).toEqual(new Set(inclusionPlaces(index, 3000).map(key)));
      expect(read.size).toBeLessThanOrEqual(24);
    }
    for (const size1 of [1, 2, 1000, 2048, 2999]) {
      const read = new Set<string>();
      proveConsistency(counting(read), size1, 3000);
      expect(read).toEqual(new Set(consistencyPlaces(size1, 3000).map(key)));
      expect(read.size).toBeLessThanOrEqual(26);
    }
  });

  test("are not made for leaves and trees that do not exist", () => {
    expect(() => proveInclusion(store, 5, 5)).toThrow(RangeError);
    expect(() => proveInclusion(store, -1, 5)).toThrow(RangeError);
    expect(() => proveConsistency(store, 0, 5)).toThrow(RangeError);
    expect(() => proveConsistency(store, 6, 5)).toThrow(RangeError);
    expect(() => storeOf([]).get(3, 4)).toThrow("no stored node 3/4");
  });
});

const flipped = (hash: Hash, bit: number): Hash => {
  const copy = hash.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

describe("tampering is noticed:", () => {
  const size = fc.integer({ min: 2, max: 90 });
  const bit = fc.integer({ min: 0, max: 255 });

  test("one flipped bit in leaf, root or any step of an inclusion proof", () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), bit, (n, at, step, b) => {
        const all = leafRun(n);
        const index = at % n;
        const proof = proveInclusion(storeOf(grown(all).nodes), index, n);
        const claim = { index, size: n, leafHash: all[index] as Hash, proof, root: rootOf(all) };
        expect(verifyInclusion({ ...claim, leafHash: flipped(claim.leafHash, b) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flipped(claim.root, b) })).toBe(false);
        const bad = proof.map((hash, i) => (i === step % proof.length ? flipped(hash, b) : hash));
        expect(verifyInclusion({ ...claim, proof: bad })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: proof.slice(0, -1) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...proof, claim.root] })).toBe(false);
        const other = (index + 1 + (step % (n - 1))) % n;
        expect(verifyInclusion({ ...claim, index: other })).toBe(false);
      }),
    );
  });

  test("an edited, deleted, swapped or cut leaf of the old tree breaks consistency", () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), bit, (n, cut, at, b) => {
        const all = leafRun(n);
        const size1 = 1 + (cut % (n - 1));
        const root1 = rootOf(all.slice(0, size1));
        const index = at % size1;
        const edited = all.map((leaf, i) => (i === index ? flipped(leaf, b) : leaf));
        const deleted = [...all.filter((_, i) => i !== index), leafNumbered(n)];
        const swapped = all.with(index, all[n - 1] as Hash).with(n - 1, all[index] as Hash);
        for (const changed of [edited, deleted, swapped]) {
          const proof = proveConsistency(storeOf(grown(changed).nodes), size1, n);
          const claim = { size1, size2: n, root1, root2: rootOf(changed), proof };
          expect(verifyConsistency(claim)).toBe(false);
        }
        const shorter = all.slice(0, size1 - 1);
        const claim = { size1, size2: shorter.length, root1, root2: rootOf(shorter), proof: [] };
        expect(verifyConsistency(claim)).toBe(false);
      }),
    );
  });

  test("one flipped bit, a missing or an added step of a consistency proof", () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), bit, (n, cut, step, b) => {
        const all = leafRun(n);
        const size1 = 1 + (cut % (n - 1));
        const proof = proveConsistency(storeOf(grown(all).nodes), size1, n);
        const claim = {
          size1,
          size2: n,
          root1: rootOf(all.slice(0, size1)),
          root2: rootOf(all),
          proof,
        };
        expect(verifyConsistency(claim)).toBe(true);
        const bad = proof.map((hash, i) => (i === step % proof.length ? flipped(hash, b) : hash));
        expect(verifyConsistency({ ...claim, proof: bad })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: proof.slice(0, -1) })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...proof, claim.root1] })).toBe(false);
        expect(verifyConsistency({ ...claim, root1: flipped(claim.root1, b) })).toBe(false);
        expect(verifyConsistency({ ...claim, root2: flipped(claim.root2, b) })).toBe(false);
      }),
    );
  });
});

/** The probes of the transparency-dev test data, read when they lie beside the checkout. */
const probeFolder = "../shared/data/merkle";
interface Probe {
  readonly desc: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
  readonly [name: string]: unknown;
}

function probesIn(kind: string): { file: string; probe: Probe }[] {
  const folder = `${probeFolder}/${kind}`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ file, probe: JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) }));
}

const hashOf = (value: unknown): Hash => fromBase64(String(value ?? ""));
const steps = (probe: Probe): Hash[] => (probe.proof ?? []).map(hashOf);

describe("the probes of other implementations, when present,", () => {
  test("get the required verdict on inclusion", () => {
    for (const { file, probe } of probesIn("inclusion")) {
      const verdict = verifyInclusion({
        index: Number(probe.leafIdx),
        size: Number(probe.treeSize),
        leafHash: hashOf(probe.leafHash),
        proof: steps(probe),
        root: hashOf(probe.root),
      });
      expect(verdict, file).toBe(!probe.wantErr);
    }
  });

  test("get the required verdict on consistency", () => {
    for (const { file, probe } of probesIn("consistency")) {
      const verdict = verifyConsistency({
        size1: Number(probe.size1),
        size2: Number(probe.size2),
        root1: hashOf(probe.root1),
        root2: hashOf(probe.root2),
        proof: steps(probe),
      });
      expect(verdict, file).toBe(!probe.wantErr);
    }
  });
});
