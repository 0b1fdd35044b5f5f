/** Opens the pool of connections to PostgreSQL and the Kysely handle over it. */
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

/** Where PostgreSQL answers: a Unix socket folder of the embedded server, or a URL. */
export type Address =
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  | { readonly url: string };

/** An open pool: `db` reads and writes, `close` waits for the connections to end. */
export interface Pool {
  readonly db: Kysely<any>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

// A day stays the text PostgreSQL prints: a Date would move it across time zones. Counts fit a double until 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens a pool of at most `connections` (10 unless told). A statement that runs longer than two minutes is ended by the server. */
export function openPool(address: Address, connections = 10): Pool {
  const pool = new pg.Pool({
    ...("url" in address ? { connectionString: address.url } : address),
    max: connections,
    statement_timeout: 120_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: "inteko",
  });
  // A connection that the server closed is replaced at the next use; the query under way fails by itself, so there is nobody to tell.
  const ignore = (): void => undefined;
  pool.on("error", ignore);
  pool.on("connect", (client) => void client.on("error", ignore));
  const db = new Kysely<any>({ dialect: new PostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely ends only a pool that was used through it.
    if (!pool.ended) await pool.end();
  };
  return { db, pool, close };
}
