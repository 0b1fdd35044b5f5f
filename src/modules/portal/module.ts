/** The manifest of the public portal. */
import { moduleOf } from "#kernel/access/module.ts";
import { offices } from "./datasets.ts";
import { paths } from "./paths.ts";
import { routes } from "./routes.tsx";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "portal",
  title: w.module,
  needs: ["needs"],
  routes,
  menu: [
    { text: w.members, href: paths.members, position: 10, for: "public" },
    { text: w.needs, href: paths.needs, position: 20, for: "public" },
    { text: w.data, href: paths.data, position: 80, for: "public" },
  ],
  datasets: [offices],
});
