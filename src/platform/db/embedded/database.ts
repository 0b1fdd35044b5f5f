/** Makes the product's role and database in a new cluster. */
import type { Gate } from "./gate.ts";

/** The role the product connects as: owner of its database and nothing more, so that a fault in a query cannot read files or run programs. */
export const OWNER = "inteko";
/** The product's database. */
export const DATABASE = "inteko";

/** PostgreSQL's codes for “somebody else made it at the same moment”. */
const MADE_BY_ANOTHER = new Set(["42710", "42P04", "23505"]);

async function unlessMade(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!MADE_BY_ANOTHER.has((error as { code?: string }).code ?? "")) throw error;
  }
}

/** Makes the role and the database unless they are there. Only tests may create further databases. */
export async function ensureDatabase(gate: Gate, may: { mayCreateDatabases: boolean }): Promise<void> {
  const found = await gate.query("select 1 from pg_database where datname = $1", [DATABASE]);
  if (found.length > 0) return;
  const right = may.mayCreateDatabases ? "createdb" : "nocreatedb";
  await unlessMade(gate.query(`create role ${OWNER} login ${right}`));
  await unlessMade(gate.query(`create database ${DATABASE} owner ${OWNER} template template0`));
}
