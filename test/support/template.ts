/** The template database of the tests: every migration, the country pack, and the named people of `cast.ts`. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { prepare } from "#app/installation.ts";
import { perform } from "#kernel/access/act.ts";
import { openPool } from "#platform/db/pool.ts";
import { addCast } from "./cast.ts";
import type { TestServer } from "./cluster.ts";
import { NOW, ROOT } from "./fixed.ts";

/** A name that changes whenever what the template is made from changes. */
function nameOf(): string {
  const hash = createHash("sha256");
  const read = (folder: string): void => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    ))
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  };
  for (const folder of ["migrations", "packs/rwanda", "test/support", "src/kernel/registry", "src/kernel/rules"]) read(folder);
  return `template_${hash.digest("hex").slice(0, 12)}`;
}

/** Makes the template unless this server has it already, and returns its name. */
export async function buildTemplate(server: TestServer, admin: pg.Pool): Promise<string> {
  const name = nameOf();
  const { rowCount } = await admin.query("select 1 from pg_database where datname = $1", [name]);
  if (rowCount !== 0) return name;
  const building = `${name}_${process.pid}`;
  await admin.query(`create database ${building}`);
  const pool = openPool({ ...server, database: building }, 4);
  const { pack } = await prepare(pool.db, pool.pool, { root: ROOT, pack: join(ROOT, "packs/rwanda") }, NOW);
  await perform(pool.db, { actor: null, now: NOW, pack }, (act) => addCast(act));
  await pool.close();
  await admin.query(`alter database ${building} rename to ${name}`).catch(() => admin.query(`drop database ${building}`));
  return name;
}
