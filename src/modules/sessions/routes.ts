/** All routes of sessions. Fixed words come before ids: the first route that matches answers. */
import type { Route } from "#kernel/access/route.ts";
import { editRoutes } from "./routes-edit.tsx";
import { listRoutes } from "./routes-list.tsx";
import { nameRoutes } from "./routes-names.tsx";
import { openRoutes } from "./routes-open.tsx";
import { publicRoutes } from "./routes-public.tsx";
import { trainerRoutes } from "./routes-trainers.tsx";
import { peopleRoutes } from "./routes-people.tsx";
import { sessionRoutes } from "./routes-session.tsx";

export const routes: readonly Route[] = [
  ...listRoutes,
  ...openRoutes,
  ...publicRoutes,
  ...editRoutes,
  ...trainerRoutes,
  ...nameRoutes,
  ...peopleRoutes,
  ...sessionRoutes,
];
