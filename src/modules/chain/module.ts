/** The manifest of the chain. */
import { moduleOf } from "#kernel/access/module.ts";
import { traceCommand } from "./commands.ts";
import { panels } from "./panels.tsx";
import { routes } from "./routes.tsx";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "chain",
  title: w.module,
  routes,
  panels,
  commands: [traceCommand],
});
