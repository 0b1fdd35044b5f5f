/** The manifest of learning profiles. */
import { moduleOf } from "#kernel/access/module.ts";
import { panels } from "./panels.tsx";
import { paths } from "./paths.ts";
import { routes } from "./routes.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "profiles",
  title: w.module,
  needs: ["people", "courses"],
  routes,
  verbs,
  menu: [{ text: w.module, href: paths.mine, position: 55, own: true, for: "signed-in" }],
  panels,
});
