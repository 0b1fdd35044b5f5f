/** The manifest of the journal's pages. */
import { moduleOf } from "#kernel/access/module.ts";
import { verifyCommand } from "./commands.ts";
import { paths } from "./paths.ts";
import { routes } from "./routes.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "journal",
  title: w.module,
  routes,
  verbs,
  menu: [
    { text: w.module, href: paths.entries, position: 80, for: verbs.read },
    { text: w.title, href: paths.public, position: 90, under: "/data", for: "public" },
  ],
  commands: [verifyCommand],
});
