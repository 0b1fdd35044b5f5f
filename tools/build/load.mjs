/** Runs a built program in this process. */
import { enableCompileCache } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { markUsed } from "./cache.mjs";

/**
 * Imports the built `file`. A program that exports `main(args)` is called and its number becomes the exit code; one that does
 * not runs on import and reads `process.argv`. Stacks name the TypeScript sources.
 */
export async function load(file, args) {
  process.setSourceMapsEnabled(true);
  enableCompileCache(join(dirname(file), "v8"));
  process.argv = [process.execPath, file, ...args];
  markUsed(file);
  const program = await import(pathToFileURL(file).href);
  if (typeof program.main !== "function") return;
  const code = await program.main(args);
  if (typeof code === "number") process.exitCode = code;
}
