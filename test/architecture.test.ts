/** The fences of the house, each with a planted violation that must be found. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { modules } from "#app/modules.ts";
import { moduleNeeds, violations, type Sources } from "../tools/architecture.ts";
import { ROOT } from "./support/fixed.ts";

function read(): { sources: Sources; readmes: Set<string> } {
  const sources = new Map<string, string>();
  const readmes = new Set<string>();
  for (const entry of readdirSync(join(ROOT, "src"), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
    if (/\.tsx?$/.test(path)) sources.set(path, readFileSync(join(ROOT, path), "utf8"));
    if (path.endsWith("README.md")) readmes.add(path);
  }
  return { sources, readmes };
}

const { sources, readmes } = read();
const withPlanted = (path: string, source: string): Sources => new Map([...sources, [path, source]]);

test("no file breaks the layers", () => {
  expect(violations(sources, readmes)).toEqual([]);
});

test("every folder of a module is in the list of modules, and the list names nothing else", () => {
  expect(modules.map((module) => module.name).sort()).toEqual([...moduleNeeds(sources).keys()].sort());
});

test("a module says in its manifest whom it imports", () => {
  const needs = moduleNeeds(sources);
  for (const module of modules)
    expect({ [module.name]: [...module.needs].sort() }).toEqual({ [module.name]: [...(needs.get(module.name) ?? [])].sort() });
});

const PLANTED: readonly [what: string, path: string, source: string, found: RegExp][] = [
  [
    "platform that knows the kernel",
    "src/platform/http/planted.ts",
    'import { x } from "#kernel/flow/flow.ts";',
    /platform must not know kernel/,
  ],
  [
    "a method that does input and output",
    "src/methods/planted.ts",
    'import { x } from "#platform/db/pool.ts";',
    /methods must not know platform/,
  ],
  ["a kernel that knows a module", "src/kernel/planted.ts", 'import { x } from "#modules/today";', /kernel must not know modules/],
  ["a module that knows the app", "src/modules/today/planted.ts", 'import { x } from "#app/web.ts";', /modules must not know app/],
  [
    "a module that reaches into another",
    "src/modules/today/planted.ts",
    'import { x } from "../people/queries.ts";',
    /only #modules\/people is open/,
  ],
  [
    "a deep import by name",
    "src/modules/today/planted.ts",
    'import { x } from "#modules/people/queries.ts";',
    /only #modules\/people is open/,
  ],
  [
    "a product that knows its tests",
    "src/modules/today/planted.ts",
    'import { x } from "#test/support/world.ts";',
    /does not know its tests|lies in no layer/,
  ],
  ["a second public face", "src/modules/today/views/index.ts", "export {};", /a module has one index\.ts/],
  ["a module without a manifest", "src/modules/planted/index.ts", "export {};", /planted\/module\.ts is missing/],
  [
    "a query over another module's table",
    "src/modules/today/planted.ts",
    "sql`select * from needs.round`",
    /names a table of module needs/,
  ],
];

test.each(PLANTED)("%s is found", (_, path, source, found) => {
  expect(violations(withPlanted(path, source), readmes).join("\n")).toMatch(found);
});

test("two modules that need each other are found", () => {
  const circle = new Map([
    ...sources,
    ["src/modules/a/index.ts", 'import "#modules/b";'],
    ["src/modules/b/index.ts", 'import "#modules/a";'],
  ]);
  expect(violations(circle, readmes).join("\n")).toMatch(/in a circle: a → b → a|in a circle: b → a → b/);
});

test("a scan of nothing is itself a failure", () => {
  expect(() => violations(new Map(), new Set())).toThrow("No module was scanned.");
});
