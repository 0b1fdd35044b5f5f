/** Bundles the module's scripts for browsers once a process; addresses carry a hash of the content, so that browsers keep them. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import { paths } from "./paths.ts";

const bundles = new Map<string, Promise<string>>();

/** The text of a bundled script. Throws when it does not build. */
export function scriptText(entry: string): Promise<string> {
  const known = bundles.get(entry);
  if (known !== undefined) return known;
  const made = build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: ["chrome90", "firefox90", "safari14.1"],
    legalComments: "none",
    logLevel: "silent",
  }).then((built) => built.outputFiles[0]?.text ?? "");
  bundles.set(entry, made);
  return made;
}

/** The first characters of a text's hash, for an address. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 12);
}

/** The address of the script that fills in the phone's position. */
export async function placeScriptAddress(): Promise<string> {
  return `${paths.placeScript}?v=${hashOf(await scriptText("place.client.ts"))}`;
}
