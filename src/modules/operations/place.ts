/** Opens the installation's database as it stands, without bringing it to its newest shape: what backup, restore and doctor need. */
import { openCluster } from "#platform/db/embedded/cluster.ts";
import { openPool, type Pool } from "#platform/db/pool.ts";

/** A database as it stands. `close` also leaves an embedded server. */
export interface Place extends Pool {
  readonly embedded: boolean;
  /** Refuses when a web server runs on this data folder; a managed server has no such lease. */
  holdLease(): Promise<void>;
}

/** Closes a pool that may only have been used past its handle: the handle closes what it opened itself, and nothing else. */
async function closePool(pool: Pool): Promise<void> {
  await pool.close();
  if (!pool.pool.ended) await pool.pool.end();
}

/** Joins or starts the embedded server of the data folder, or connects to `DATABASE_URL`. */
export async function openPlace(dataFolder: string, databaseUrl: string | undefined): Promise<Place> {
  if (databaseUrl !== undefined && databaseUrl !== "") {
    const pool = openPool({ url: databaseUrl }, 1);
    return { ...pool, embedded: false, holdLease: () => Promise.resolve(), close: () => closePool(pool) };
  }
  const cluster = await openCluster({ dataDir: dataFolder });
  const pool = openPool(cluster.connection, 1);
  return {
    ...pool,
    embedded: true,
    holdLease: () => cluster.holdServerLease(),
    close: async () => {
      await closePool(pool);
      await cluster.stop();
    },
  };
}
