/** Opens an installation: its database at the newest shape, its pack installed, its association known. */
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import type { Kysely } from "kysely";
import type pg from "pg";
import { perform } from "#kernel/access/act.ts";
import { loadPack } from "#kernel/pack/load.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { installPack } from "#kernel/registry/install.ts";
import { installRules } from "#kernel/rules/rules.ts";
import { migrate } from "#platform/db/migrate.ts";
import { packNow } from "#kernel/rules/pack-now.ts";
import { withSeededIds } from "#platform/db/ids.ts";
import { transact } from "#platform/db/transact.ts";
import { associationId } from "#kernel/registry/organisations.ts";

/** An installation ready for work. `fresh` is true when this call set up its association. */
export interface Installation {
  readonly pack: Pack;
  readonly association: string;
  readonly fresh: boolean;
}

/** Migrates, then installs the pack when the database is empty. Safe to run in several processes at once. */
export async function prepare(
  db: Kysely<any>,
  pool: pg.Pool,
  folders: { readonly root: string; readonly pack: string },
  now: Date,
): Promise<Installation> {
  const pack = loadPack(folders.pack);
  await migrate(pool, join(folders.root, "migrations"));
  await runMigrations({ pgPool: pool });
  const found = await associationId(db).catch(() => null);
  if (found !== null) {
    await transact(db, (tx) => installRules(tx, pack));
    return { pack: await packNow(db, pack), association: found, fresh: false };
  }
  const association = await withSeededIds(`country ${pack.country.code}`, () =>
    perform(db, { actor: null, now, pack }, (act) => installPack(act, pack)),
  );
  return { pack, association, fresh: true };
}
