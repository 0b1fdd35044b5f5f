/** All routes of attendance. */
import type { Route } from "#kernel/access/route.ts";
import { callRoutes } from "./routes-call.tsx";
import { closingRoutes } from "./routes-closing.tsx";
import { doorRoutes } from "./routes-door.tsx";
import { listRoutes } from "./routes-lists.tsx";
import { openRoutes } from "./routes-open.tsx";
import { paperRoutes } from "./routes-paper.tsx";
import { sheetRoutes } from "./routes-sheet.tsx";

export const routes: readonly Route[] = [
  ...listRoutes,
  ...sheetRoutes,
  ...doorRoutes,
  ...paperRoutes,
  ...callRoutes,
  ...closingRoutes,
  ...openRoutes,
];
