/** Routes of the pictures of results. */
import { page, type Route } from "#kernel/access/route.ts";
import { paths } from "./paths.ts";
import { file, json } from "./results-files.tsx";
import { change, map, method, overview, ranked, spread } from "./results-pages.tsx";
import { evidence } from "./results-pages-evidence.tsx";
import { entity, print } from "./results-pages-more.tsx";
import { resultPaths } from "./results-paths.ts";
import { resultVerbs } from "./results-scope.ts";

const guard = resultVerbs.results;

/** Every page and file of results. One organisation’s sheet stands last: its address would take the others for an organisation. */
export const resultRoutes: readonly Route[] = [
  page(paths.results(":id"), guard, overview),
  page(resultPaths.json(":id"), guard, json),
  page(resultPaths.ranked(":id"), guard, ranked),
  page(resultPaths.spread(":id"), guard, spread),
  page(resultPaths.change(":id"), guard, change),
  page(resultPaths.map(":id"), guard, map),
  page(resultPaths.evidence(":id"), guard, evidence),
  page(resultPaths.print(":id"), guard, print),
  page(resultPaths.method(":id"), guard, method),
  page(resultPaths.file(":id", ":file"), guard, file),
  page(resultPaths.entity(":id", ":organisation"), guard, entity),
];
