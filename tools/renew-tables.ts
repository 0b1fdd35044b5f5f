/** `inteko tables`: migrates a throw-away database and writes each schema's table types beside its owner. */
import { resolve } from "node:path";
import { testCluster } from "#platform/db/embedded/test-cluster.ts";
import { migrate } from "#platform/db/migrate.ts";
import { openPool } from "#platform/db/pool.ts";
import { syncTables } from "./tables.ts";

const ROOT = resolve(import.meta.dirname, "..");

/** Writes what differs and names it. */
export async function main(): Promise<number> {
  const cluster = await testCluster();
  const admin = openPool({ ...cluster.connection, database: "postgres" }, 2);
  try {
    await admin.pool.query("create database tables");
    const pool = openPool({ ...cluster.connection, database: "tables" }, 2);
    await migrate(pool.pool, resolve(ROOT, "migrations"));
    const written = await syncTables(pool.pool, ROOT, true);
    await pool.close();
    console.log(written.length === 0 ? "Every table type is as the database says." : `Written: ${written.join(", ")}`);
    return 0;
  } finally {
    await admin.close();
    await cluster.stop();
  }
}
