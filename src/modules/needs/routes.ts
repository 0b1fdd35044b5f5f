/** All routes of needs assessment. Fixed words come before ids: the first route that matches answers. */
import type { Route } from "#kernel/access/route.ts";
import { resultRoutes } from "./results-routes.tsx";
import { coverageRoutes } from "./routes-coverage.tsx";
import { designRoutes } from "./routes-design.tsx";
import { evidenceRoutes } from "./routes-evidence.tsx";
import { organisationRoutes } from "./routes-organisation.tsx";
import { paperRoutes } from "./routes-paper.tsx";
import { needRoutes } from "./routes-needs.tsx";
import { reportRoutes } from "./routes-report.tsx";
import { responseRoutes } from "./routes-respond.tsx";
import { roundRoutes } from "./routes-rounds.tsx";

export const routes: readonly Route[] = [
  ...designRoutes,
  ...roundRoutes,
  ...coverageRoutes,
  ...organisationRoutes,
  ...evidenceRoutes,
  ...paperRoutes,
  ...resultRoutes,
  ...reportRoutes,
  ...responseRoutes,
  ...needRoutes,
];
