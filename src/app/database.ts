/** Opens the database of this installation: the embedded server in the data folder, or the server of DATABASE_URL. */
import { openCluster } from "#platform/db/embedded/cluster.ts";
import { openPool, type Pool } from "#platform/db/pool.ts";
import type { Problem } from "#platform/problems/problem.ts";
import type { Config } from "./config.ts";

/** An open database. `close` also stops an embedded server that this process started and nobody else uses. */
export interface OpenDatabase extends Pool {
  /** A handle for public reads: the replica when there is one. */
  readonly read: Pool;
  readonly embedded: boolean;
  /** A small pool beside the main one, for writes that stand when an act is rolled back. */
  readonly aside: Pool;
  /** Refuses when another web server already runs on this data folder. */
  holdServerLease(): Promise<void>;
}

/** Joins or starts the database. `onLost` is called when the embedded server is gone for good under a running process. */
export async function openDatabase(
  config: Config,
  log: (text: string) => void,
  onLost: (problem: Problem) => void = () => undefined,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    const pool = openPool({ url: config.databaseUrl }, 20);
    const read = config.readDatabaseUrl === null ? pool : openPool({ url: config.readDatabaseUrl }, 20);
    const aside = openPool({ url: config.databaseUrl }, 3);
    return {
      ...pool,
      read,
      aside,
      embedded: false,
      // Any number of web servers may share a managed server.
      holdServerLease: () => Promise.resolve(),
      close: async () => {
        if (read !== pool) await read.close();
        await aside.close();
        await pool.close();
      },
    };
  }
  const cluster = await openCluster({ dataDir: config.dataFolder, log, onLost });
  const pool = openPool(cluster.connection, 20);
  const aside = openPool(cluster.connection, 3);
  return {
    ...pool,
    read: pool,
    aside,
    embedded: true,
    holdServerLease: async () => {
      await cluster.holdServerLease();
    },
    close: async () => {
      await aside.close();
      await pool.close();
      await cluster.stop();
    },
  };
}
