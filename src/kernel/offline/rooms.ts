/** Which modules have a room in the app without signal, and the one script that they all become. */
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { build, type BuildOptions } from "esbuild";

const rooms = new Set<string>();

/** Gives a module a room in the app: the file of its client side, which exports `room`. Modules call it when they load. */
export function registerOfflineRoom(entry: string): void {
  rooms.add(entry);
}

// Browsers get the small formatter: the patterns of our own texts need no more, and the large one is a quarter of the script.
const SMALL = createRequire(import.meta.url).resolve("#platform/i18n/small-format.ts");

const OPTIONS = {
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: ["chrome90", "firefox90", "safari14.1"],
  legalComments: "none",
  logLevel: "silent",
  alias: { "intl-messageformat": SMALL },
} as const satisfies BuildOptions;

const bundles = new Map<string, Promise<string>>();

function once(key: string, make: () => Promise<string>): Promise<string> {
  const known = bundles.get(key) ?? make();
  bundles.set(key, known);
  return known;
}

/** A client file as one script for browsers, built once a process. Throws when it does not build. */
export function scriptOf(entry: string): Promise<string> {
  return once(entry, async () => (await build({ ...OPTIONS, entryPoints: [entry] })).outputFiles[0]?.text ?? "");
}

/** The app: the file that exports `begin(rooms)`, with every room registered so far. */
export function appScript(host: string): Promise<string> {
  const list = [...rooms].sort();
  return once([host, ...list].join("\n"), async () => {
    const imports = list.map((entry, index) => `import { room as r${index} } from ${JSON.stringify(entry)};`);
    const contents = `import { begin } from ${JSON.stringify(host)};${imports.join("")}void begin([${list.map((_, index) => `r${index}`).join()}]);`;
    const built = await build({ ...OPTIONS, stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" } });
    return built.outputFiles[0]?.text ?? "";
  });
}

/** The first characters of a text's hash, for an address. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 12);
}
