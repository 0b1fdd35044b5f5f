/** The manifest of the morning page and search. */
import { moduleOf } from "#kernel/access/module.ts";
import { paths } from "./paths.ts";
import { routes } from "./routes.tsx";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "today",
  title: w.module,
  routes,
  menu: [
    { text: w.module, href: paths.today, position: 0, for: "signed-in" },
    { text: w.search, href: paths.search, position: 90, own: true, for: "signed-in" },
  ],
});
