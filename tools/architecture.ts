/** Finds what breaks the house's layers: imports that point upward, deep imports into modules, circles, and modules without their parts. */

/** A source file by its path from the checkout. */
export type Sources = ReadonlyMap<string, string>;

const LAYERS = ["app", "modules", "kernel", "methods", "platform"] as const;
type Layer = (typeof LAYERS)[number];

/** What each layer may import from. Methods know nothing; platform knows nothing above it. */
const MAY: Record<Layer, readonly Layer[]> = {
  app: ["app", "modules", "kernel", "methods", "platform"],
  modules: ["modules", "kernel", "methods", "platform"],
  kernel: ["kernel", "methods", "platform"],
  methods: ["methods"],
  platform: ["platform"],
};

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g;

/** The specifiers a source imports. */
export function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORT)].map((match) => match[1] ?? "");
}

const isTest = (path: string): boolean => /\.test\.tsx?$|\/testing\/|\.fixture\.ts$/.test(path);

/** Where a specifier leads, as a path from the checkout; null for packages. */
function targetOf(path: string, specifier: string): string | null {
  if (specifier.startsWith("#")) {
    const module = /^#modules\/([^/]+)$/.exec(specifier);
    return module === null ? `src/${specifier.slice(1)}` : `src/modules/${module[1]}/index.ts`;
  }
  if (!specifier.startsWith(".")) return null;
  return new URL(specifier, `file:///${path}`).pathname.slice(1);
}

const layerOf = (path: string): Layer | null => {
  const name = /^src\/([^/]+)\//.exec(path)?.[1];
  return LAYERS.find((layer) => layer === name) ?? null;
};
const moduleOf = (path: string): string | null => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;

function checkImport(path: string, specifier: string): string[] {
  const from = layerOf(path);
  const target = targetOf(path, specifier);
  if (from === null || target === null) return [];
  const to = layerOf(target);
  if (target.startsWith("test/") || target.startsWith("tools/"))
    return isTest(path) ? [] : [`${path} imports ${specifier}: the product does not know its tests`];
  if (to === null) return [`${path} imports ${specifier}, which lies in no layer`];
  if (!MAY[from].includes(to)) return [`${path} imports ${specifier}: ${from} must not know ${to}`];
  const here = moduleOf(path);
  const there = moduleOf(target);
  if (there !== null && here !== there && specifier !== `#modules/${there}`)
    return [`${path} imports ${specifier}: only #modules/${there} is open to others`];
  if (here !== null && there === here && specifier.startsWith("#modules/") && !isTest(path))
    return [`${path} imports its own module by ${specifier}`];
  return [];
}

/** The modules that each module imports, from the sources themselves. */
export function moduleNeeds(sources: Sources): Map<string, Set<string>> {
  const needs = new Map<string, Set<string>>();
  for (const [path, source] of sources) {
    const here = moduleOf(path);
    if (here === null) continue;
    const found = needs.get(here) ?? new Set<string>();
    if (!isTest(path))
      for (const specifier of importsOf(source)) {
        const there = /^#modules\/([^/]+)$/.exec(specifier)?.[1];
        if (there !== undefined && there !== here) found.add(there);
      }
    needs.set(here, found);
  }
  return needs;
}

function circles(needs: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found: string[] = [];
  const walk = (name: string, trail: readonly string[]): void => {
    if (trail.includes(name)) {
      found.push(`modules in a circle: ${[...trail.slice(trail.indexOf(name)), name].join(" → ")}`);
      return;
    }
    for (const next of needs.get(name) ?? []) walk(next, [...trail, name]);
  };
  for (const name of needs.keys()) walk(name, []);
  return [...new Set(found)];
}

/** Every module has its public face, its manifest and its README, and no second `index.ts` further down. */
function checkParts(sources: Sources, modules: Iterable<string>, readmes: ReadonlySet<string>): string[] {
  return [...modules].flatMap((name) => {
    const folder = `src/modules/${name}`;
    const missing = [`${folder}/index.ts`, `${folder}/module.ts`].filter((path) => !sources.has(path));
    if (!readmes.has(`${folder}/README.md`)) missing.push(`${folder}/README.md`);
    const nested = [...sources.keys()].filter(
      (path) => path.startsWith(`${folder}/`) && path.endsWith("/index.ts") && path !== `${folder}/index.ts`,
    );
    return [...missing.map((path) => `${path} is missing`), ...nested.map((path) => `${path}: a module has one index.ts`)];
  });
}

/** Tables of other modules named in SQL or queries: `"schema.table"` or `from schema.table`. */
function checkTables(sources: Sources, modules: readonly string[]): string[] {
  return [...sources].flatMap(([path, source]) => {
    const here = moduleOf(path);
    if (here === null || isTest(path)) return [];
    return modules
      .filter(
        (other) =>
          other !== here &&
          new RegExp(`(?:"|\\b(?:from|join|into|update)\\s+)${other}\\.[a-z_]+\\b`).test(source.replace(/#modules\/\S+/g, "")),
      )
      .map((other) => `${path} names a table of module ${other}`);
  });
}

/** Every violation of the house's shape, as sentences. Throws when it was given nothing to look at. */
export function violations(sources: Sources, readmes: ReadonlySet<string>): string[] {
  const needs = moduleNeeds(sources);
  if (needs.size === 0) throw new Error("No module was scanned.");
  const schemas = [...needs.keys()].filter((name) => sources.has(`src/modules/${name}/tables.ts`));
  return [
    ...[...sources].flatMap(([path, source]) =>
      isTest(path) ? [] : importsOf(source).flatMap((specifier) => checkImport(path, specifier)),
    ),
    ...circles(needs),
    ...checkParts(sources, needs.keys(), readmes),
    ...checkTables(sources, schemas),
  ];
}
