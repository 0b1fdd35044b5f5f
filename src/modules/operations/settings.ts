/** What only the composition root knows and this module needs: folders, the pool under the handle. Without it pages say less and no job writes files. */
import type pg from "pg";

/** Where this process keeps things. */
export interface OperationsSettings {
  /** The checkout: migrations, sources and `package.json` lie below it. */
  readonly root: string;
  readonly dataFolder: string;
  readonly pool: pg.Pool;
}

let settings: OperationsSettings | null = null;

/** Called once before the first request or job. */
export function configureOperations(given: OperationsSettings): void {
  settings = given;
}

/** The settings, or null where nobody configured them. */
export function operationsSettings(): OperationsSettings | null {
  return settings;
}
