/** Gives modules what only the composition root knows: keys, settings, and the sums over all modules. */
import type { Module } from "#kernel/access/module.ts";
import type { Config } from "./config.ts";

/** Called once, before the first request or job. */
export function configureModules(_config: Config, _modules: readonly Module[]): Promise<void> {
  return Promise.resolve();
}
