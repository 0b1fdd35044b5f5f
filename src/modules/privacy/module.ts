/** The manifest of the privacy console and of a person's own data. */
import { moduleOf } from "#kernel/access/module.ts";
import { duties } from "./duties.ts";
import { paths } from "./paths.ts";
import { personalData } from "./personal-data.ts";
import { records } from "./records.ts";
import { retain } from "./retention.ts";
import { consoleRoutes } from "./routes-console.tsx";
import { ownRoutes } from "./routes-own.tsx";
import { requestRoutes } from "./routes-requests.tsx";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

export const module = moduleOf({
  name: "privacy",
  title: w.module,
  routes: [...consoleRoutes, ...requestRoutes, ...ownRoutes],
  verbs,
  menu: [{ text: w.module, href: paths.console, position: 85, for: verbs.oversee }],
  records,
  jobs: { "privacy.retain": retain },
  personalData,
  duties,
});
