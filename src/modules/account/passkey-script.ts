/** Bundles the browser's part of passkeys once a process, and names it by its content so that browsers keep it. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import { paths } from "./paths.ts";

let bundled: Promise<string> | undefined;

/** The script's text. Throws when it does not build. */
export function passkeySource(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(import.meta.dirname, "passkey.client.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2020",
    legalComments: "none",
    logLevel: "silent",
  }).then((built) => built.outputFiles[0]?.text ?? "");
  return bundled;
}

/** The script's address. */
export async function passkeyScript(): Promise<string> {
  const hash = createHash("sha256")
    .update(await passkeySource())
    .digest("base64url")
    .slice(0, 12);
  return `${paths.passkeyScript}?v=${hash}`;
}
