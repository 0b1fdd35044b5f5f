/** Every route of questionnaires; the page of a sitting comes last, because it takes any name. */
import { page } from "#kernel/access/route.ts";
import type { Route } from "#kernel/access/route.ts";
import { download } from "#platform/http/reply.ts";
import { answerRoutes, pageRoutes } from "./answer-routes.tsx";
import { exportRoutes } from "./export-routes.ts";
import { listRoutes } from "./library-routes.tsx";
import { offlineRoutes } from "./offline-routes.tsx";
import { paperRoutes } from "./paper-routes.tsx";
import { paths } from "./paths.ts";
import { reviewRoutes } from "./review-routes.tsx";
import { scriptText } from "./scripts.ts";

const YEAR = 31_536_000;

export const routes: readonly Route[] = [
  ...listRoutes,
  ...exportRoutes,
  ...paperRoutes,
  page(paths.placeScript, "public", async () =>
    download(null, "text/javascript; charset=utf-8", await scriptText("place.client.ts"), YEAR),
  ),
  ...offlineRoutes,
  ...answerRoutes,
  ...reviewRoutes,
  ...pageRoutes,
];
