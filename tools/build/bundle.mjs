/** Builds a TypeScript entry with esbuild into the cache, once per content of the sources. */
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { cacheFolders, removeOld, writableCache } from "./cache.mjs";

const IS_SOURCE = /\.(ts|tsx|mts|mjs|js|json|css|sql)$/;
const FILE = "cli.mjs";
const IS_TEST = /\.test\.tsx?$/;

/** The folders that an entry may import from; a change in any of them makes a new build. */
function foldersOf(entry) {
  const top = entry.split("/")[0];
  return top === "src" ? ["src"] : ["src", top, "test"];
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && IS_SOURCE.test(file.name) && !IS_TEST.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort();
}

/** The hash of everything that shapes the build of `entry`: sources, import map, compiler, this file, and the place (paths are built in). */
export function contentHash(root, entry) {
  const folders = foldersOf(entry).map((folder) => join(root, folder));
  const files = folders.filter((folder) => existsSync(folder)).flatMap((folder) => sourcesIn(folder));
  const settings = ["package.json", "node_modules/esbuild/package.json"].map((file) => join(root, file));
  const hash = createHash("sha256").update(`${root}\0${entry}`);
  for (const file of [fileURLToPath(import.meta.url), ...settings, ...files]) {
    const bytes = readFileSync(file);
    hash.update(`\0${relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex").slice(0, 32);
}

/** In a bundle `import.meta.url` would be the bundle's; sources that read a file beside them get their own address. */
const ownAddress = {
  name: "own-address",
  setup(build) {
    build.onLoad({ filter: /\.(ts|tsx)$/ }, ({ path }) => {
      if (path.includes(`${sep}node_modules${sep}`)) return undefined;
      const source = readFileSync(path, "utf8");
      if (!source.includes("import.meta.")) return undefined;
      const contents = source
        .replaceAll(/\bimport\.meta\.url\b/g, JSON.stringify(pathToFileURL(path).href))
        .replaceAll(/\bimport\.meta\.dirname\b/g, JSON.stringify(dirname(path)))
        .replaceAll(/\bimport\.meta\.filename\b/g, JSON.stringify(path));
      return { contents, loader: extname(path).slice(1) };
    });
  },
};

/** esbuild's settings for a program that runs on Node 24 with the installed packages beside it. */
export function settingsFor(root, entry, outdir) {
  return {
    absWorkingDir: root,
    entryPoints: { cli: entry },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: true,
    metafile: true,
    logLevel: "warning",
    plugins: [ownAddress],
  };
}

/** A source outside the hashed folders could change without a new build, so it is refused. */
function refuseStrangers(inputs, entry) {
  const folders = foldersOf(entry);
  const stranger = Object.keys(inputs).find((path) => !folders.includes(path.split("/")[0]));
  if (stranger === undefined) return;
  throw new Error(`${entry} imports ${stranger}, which lies outside ${folders.join(", ")}: it would go stale in the cache.`);
}

async function compile(root, entry, outdir) {
  const esbuild = await import("esbuild");
  try {
    const { metafile } = await esbuild.build(settingsFor(root, entry, outdir));
    refuseStrangers(metafile.inputs, entry);
  } finally {
    await esbuild.stop();
  }
}

/**
 * Builds `entry` (such as `src/app/cli.ts`) of the checkout `root` and returns the file to run. Two processes may build at
 * once: each builds aside and the first to finish gives the folder its name.
 */
export async function build(root, entry) {
  const name = `${basename(entry, extname(entry))}-${contentHash(root, entry)}`;
  const built = cacheFolders(root)
    .map((cache) => join(cache, name, FILE))
    .find((file) => existsSync(file));
  if (built !== undefined) return built;
  const cache = writableCache(root);
  const folder = join(cache, name);
  const file = join(folder, FILE);
  const aside = join(cache, `.${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    mkdirSync(aside, { recursive: true });
    // Outside the checkout the packages are found through a link.
    if (!cache.startsWith(root + sep)) symlinkSync(join(root, "node_modules"), join(aside, "node_modules"));
    await compile(root, entry, aside);
    renameSync(aside, folder);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  removeOld(cache, folder);
  return file;
}
