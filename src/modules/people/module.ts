/** Posts outlive people: the registry of who holds what, loading a country, handing posts over, the staffing profile. */
import { moduleOf } from "#kernel/access/module.ts";
import { commands } from "./commands.ts";
import { datasets } from "./datasets.ts";
import { demo } from "./demo.ts";
import { duties, ownDuties } from "./duties.ts";
import { jobs } from "./jobs.ts";
import { personalData } from "./personal.ts";
import { records } from "./records.ts";
import { handoverRoutes } from "./routes-handover.tsx";
import { importRoutes } from "./routes-import.tsx";
import { registryRoutes } from "./routes-registry.tsx";
import { staffingRoutes } from "./routes-staffing.tsx";
import { verbs } from "./rules.ts";
import { stories } from "./stories.ts";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "people",
  title: w.module,
  needs: ["account"],
  routes: [...registryRoutes, ...importRoutes, ...handoverRoutes, ...staffingRoutes],
  verbs,
  menu: [{ text: w.menu, href: "/people", position: 70, for: verbs.see }],
  records,
  stories,
  jobs,
  personalData,
  datasets,
  commands,
  duties,
  ownDuties,
  demo,
});
