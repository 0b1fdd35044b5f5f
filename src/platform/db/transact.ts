/** The one place that decides commit or rollback. */
import type { Db, Tx } from "./handle.ts";

/** Runs `work` in one transaction: commits what it returns, rolls back what it throws. */
export function transact<T, R>(db: Db<T>, work: (tx: Tx<T>) => Promise<R>): Promise<R> {
  return db.transaction().execute(work);
}
