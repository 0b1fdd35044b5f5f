/** The connection by which a process shows that it uses a cluster: its locks end with it, however it dies. */
import { Client, type QueryResultRow } from "pg";
import { PORT } from "./settings.ts";

/** Every process that uses the cluster holds this shared; who gets it alone may stop the cluster. */
const IN_USE = "7150111";
/** The one web server of the data folder holds this alone. */
const SERVER = "7150112";

/** PostgreSQL says that it is starting, recovering or stopping, or that its connections are used up. */
const NOT_NOW = new Set(["57P03", "57P01", "57P02", "53300"]);
const NOT_THERE = new Set(["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE"]);

/** A process's place among the users of a cluster. */
export interface Gate {
  query<R extends QueryResultRow>(sql: string, values?: unknown[]): Promise<R[]>;
  /** Tries to become the one web server. */
  takeServer(): Promise<boolean>;
  /** Stops counting as a user; true when nobody else uses the cluster, and then keeps everybody out until `close`. */
  leave(): Promise<boolean>;
  close(): Promise<void>;
}

async function tryLock(client: Client, call: string): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(`select ${call} as got`);
  return rows[0]?.got === true;
}

function gateOver(client: Client): Gate {
  return {
    query: async (sql, values) => (await client.query(sql, values)).rows,
    takeServer: () => tryLock(client, `pg_try_advisory_lock(${SERVER})`),
    leave: async () => {
      // Given up first: two that leave together would otherwise each find the other still there, and nobody would stop it.
      await client.query(`select pg_advisory_unlock_all()`);
      return tryLock(client, `pg_try_advisory_lock(${IN_USE})`);
    },
    close: async () => {
      await client.end().catch(() => undefined);
    },
  };
}

/** True for an error that means “not now”: the cluster starts, stops, or has just ended. */
export function isPassing(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  // The pg client has no codes for its own refusals.
  const isCutOff = /^Connection terminated|connection error and is not queryable/.test(message);
  return NOT_NOW.has(code) || NOT_THERE.has(code) || isCutOff;
}

/**
 * Joins the users of the cluster whose socket is in `socketFolder`; undefined when that cannot be now because it starts or
 * stops. `onLost` is called when the connection ends other than by `close`. Throws other errors of the connection.
 */
export async function openGate(socketFolder: string, pgdata: string, onLost: () => void): Promise<Gate | undefined> {
  const client = new Client({
    host: socketFolder,
    port: PORT,
    user: "postgres",
    database: "postgres",
    ssl: false,
    application_name: "inteko gate",
  });
  // The error that comes with a lost connection; `end` follows it.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    const isOurs = rows[0]?.data_directory === pgdata;
    if (isOurs && (await tryLock(client, `pg_try_advisory_lock_shared(${IN_USE})`))) {
      client.on("end", onLost);
      return gateOver(client);
    }
  } catch (error) {
    if (!isPassing(error)) throw error;
  }
  await client.end().catch(() => undefined);
  return undefined;
}
