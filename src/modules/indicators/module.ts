/** The manifest of indicators. */
import { moduleOf } from "#kernel/access/module.ts";
import { demo } from "./demo.ts";
import { dutiesOf } from "./duties.ts";
import { needPanel } from "./panel.tsx";
import { paths } from "./paths.ts";
import { indicatorsDataset } from "./public-figures.ts";
import { records } from "./records.ts";
import { changeRoutes } from "./routes-change.tsx";
import { figureRoutes } from "./routes-figure.tsx";
import { importRoutes } from "./routes-import.tsx";
import { listRoutes } from "./routes-list.tsx";
import { newRoutes } from "./routes-new.tsx";
import { oneRoutes } from "./routes-one.tsx";
import { publicRoutes } from "./routes-public.tsx";
import { verbs } from "./rules.ts";
import { w as more } from "./words-more.ts";
import { stories } from "./words-verbs.ts";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "indicators",
  title: w.module,
  needs: ["needs", "courses", "sessions"],
  // Fixed addresses stand before those with an id in the same place.
  routes: [...listRoutes, ...newRoutes, ...importRoutes, ...oneRoutes, ...figureRoutes, ...changeRoutes, ...publicRoutes],
  verbs,
  menu: [
    { text: w.module, href: paths.indicators, position: 61, under: "/achievements", for: verbs.read },
    { text: more.publicMenu, href: paths.public, position: 50, under: "/key-achievements", for: "public" },
  ],
  records,
  stories,
  panels: [needPanel],
  // Figures are about organisations; the posts that recorded and verified them are offices, and the journal names whoever held them.
  datasets: [indicatorsDataset],
  duties: dutiesOf,
  demo,
});
