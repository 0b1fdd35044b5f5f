/** The ledgers on disk say what the code says; whoever changes the code renews them and sees in the diff what that means. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { modules } from "#app/modules.ts";
import type { Module } from "#kernel/access/module.ts";
import { page } from "#kernel/access/route.ts";
import { go } from "#platform/http/reply.ts";
import { outdated, RENEW, writeLedgers, type Ledgers } from "../tools/ledgers.ts";
import { ROOT } from "./support/fixed.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld([]);
let ledgers: Ledgers;
beforeAll(async () => {
  ledgers = await writeLedgers(ROOT, modules, world.pack, world.pool);
});

test.each(["permissions.md", "urls.md", "workflows.md", "words-to-review.md", "unconfirmed-rules.md", "schema.md"])(
  "docs/ledgers/%s says what the code says",
  (name) => {
    const path = `docs/ledgers/${name}`;
    expect(outdated(ROOT, ledgers).includes(path) ? `${path} ${RENEW}` : "as it should be").toBe("as it should be");
  },
);

test("the ledgers come out the same twice", async () => {
  expect(await writeLedgers(ROOT, modules, world.pack, world.pool)).toEqual(ledgers);
});

test("the ledgers hold something", () => {
  for (const [name, text] of ledgers) expect([name, text.split("\n").length > 10]).toEqual([name, true]);
});

/** What a change of the first module with a verb does to the ledgers. */
async function changedBy(change: (module: Module) => Partial<Module>): Promise<string[]> {
  const one = modules.findIndex((module) => Object.keys(module.verbs).length > 0);
  const other = modules.map((module, index) => (index === one ? { ...module, ...change(module) } : module));
  const after = await writeLedgers(ROOT, other, world.pack, world.pool);
  return [...after].filter(([name, text]) => ledgers.get(name) !== text).map(([name]) => name);
}

test("a new address, another guard, a wider permission and a new column each change a ledger", async () => {
  expect(await changedBy((module) => ({ routes: [...module.routes, page("/planted", "public", () => Promise.resolve(go("/")))] }))).toEqual(
    ["urls.md"],
  );
  expect(await changedBy((module) => ({ routes: module.routes.map((route) => ({ ...route, guard: "public" })) }))).toEqual(["urls.md"]);
  const widened = (module: Module): Module["verbs"] =>
    Object.fromEntries(Object.entries(module.verbs).map(([name, verb]) => [name, { ...verb, roles: { ...verb.roles, learner: "all" } }]));
  expect(await changedBy((module) => ({ verbs: widened(module) }))).toEqual(["permissions.md"]);
  await world.pool.query("alter table registry.person add column planted text");
  expect(await changedBy(() => ({}))).toEqual(["schema.md"]);
});

test("a ledger that is missing or old is found", () => {
  const empty = mkdtempSync(join(tmpdir(), "inteko-ledgers-"));
  expect(outdated(empty, ledgers)).toHaveLength(ledgers.size);
  rmSync(empty, { recursive: true });
});
