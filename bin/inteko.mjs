#!/usr/bin/env node
/** The command `inteko`: makes good what is missing (packages, the pinned Node, the built program) on any Node from 20 on, then runs the program. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { pinnedNode, runOn, followParent, isRunning } from "./node.mjs";
import { fail, LaunchError } from "./say.mjs";

const ENTRIES = { test: "tools/test.ts", tables: "tools/renew-tables.ts", ledgers: "tools/ledgers.ts", bench: "bench/bench.ts" };
const PROGRAM = "src/app/cli.ts";

/** Builds the TypeScript file `entry` (relative to `root`) when it changed, and runs it here with `args`. */
export async function runEntry(root, entry, args) {
  const { build } = await import("../tools/build/bundle.mjs");
  const { load } = await import("../tools/build/load.mjs");
  await load(await build(root, entry), args);
}

async function launch(root, args) {
  const entry = ENTRIES[args[0]] ?? PROGRAM;
  await ensureInstalled(root, { dev: entry !== PROGRAM });
  const node = pinnedNode(root);
  if (node !== undefined && !isRunning(node)) {
    const ran = await runOn(node, fileURLToPath(import.meta.url), args);
    if (ran) return;
  }
  if (Number(process.versions.node.split(".")[0]) < 24) {
    throw new LaunchError(
      `Node 24 is needed and this is Node ${process.versions.node}. It usually comes with the packages, but not for ${process.platform} on ${process.arch}, or it was not downloaded. Remove the folder node_modules and start again with a network connection, or install Node 24.`,
    );
  }
  followParent();
  await runEntry(root, entry, entry === PROGRAM ? args : args.slice(1));
}

const here = fileURLToPath(import.meta.url);
if (isRunning(here, process.argv[1])) {
  launch(dirname(dirname(here)), process.argv.slice(2)).catch(fail);
}
