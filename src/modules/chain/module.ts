/** The manifest of the chain. */
import type { Module } from "#kernel/access/module.ts";
import { traceCommand } from "./commands.ts";
import { panels } from "./panels.tsx";
import { routes } from "./routes.tsx";
import { w } from "./words.ts";

export const module: Module = {
  name: "chain",
  title: w.module,
  needs: [],
  routes,
  verbs: {},
  menu: [],
  records: {},
  panels,
  jobs: {},
  timers: [],
  personalData: [],
  datasets: [],
  commands: [traceCommand],
  duties: () => Promise.resolve([]),
};
