/** Makes the demonstration association: every module's invented data, in order, each act as a named invented person. */
import { sql, type Kysely } from "kysely";
import { actWithin } from "#kernel/access/act.ts";
import { DEMO_PASSWORD } from "#modules/account";
import type { DemoContext, Module } from "#kernel/access/module.ts";
import { today } from "#kernel/calendar/day.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { associationId } from "#kernel/registry/organisations.ts";
import { withSeededIds } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { transact } from "#platform/db/transact.ts";

interface Made {
  readonly made: readonly string[];
}

/** Which modules' demonstration data this installation has; null when it is not a demonstration. */
async function madeSoFar(db: Kysely<any>): Promise<readonly string[] | null> {
  const row = await db.selectFrom("setting.fact").select("value").where("name", "=", "demonstration").executeTakeFirst();
  return row === undefined ? null : (row.value as Made).made;
}

/** Looks again at the tables that have grown since PostgreSQL last did, and only at those: all of them take a second. */
async function analyzeGrown(db: Kysely<any>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not in ('pg_catalog', 'information_schema')
      and pg_relation_size(c.oid) > 1.1 * greatest(c.relpages, 0) * current_setting('block_size')::int order by 1`.execute(db);
  if (rows.length > 0) await sql`analyze ${sql.raw(rows.map((row) => row.name).join(", "))}`.execute(db);
}

/**
 * Makes what is missing of the demonstration: one transaction a module, so that a killed run goes on where it stopped.
 * The mark of a demonstration is set first: half-made data is never taken for real. `told` hears each module’s name before it begins.
 */
export async function makeDemonstration(
  db: Kysely<any>,
  pack: Pack,
  modules: readonly Module[],
  now: Date,
  told: (module: string) => void = () => undefined,
): Promise<void> {
  const known = await madeSoFar(db);
  if (known === null)
    await db
      .insertInto("setting.fact")
      .values({ name: "demonstration", value: json({ made: [] }) })
      .execute();
  const made = [...(known ?? [])];
  const association = await associationId(db);
  const missing = modules.filter((module) => module.demo !== undefined && !made.includes(module.name));
  for (const module of missing) {
    told(module.title.en);
    made.push(module.name);
    const value = json({ made });
    await transact(db, async (tx) => {
      const context: DemoContext = {
        db: tx,
        pack,
        today: today(now, pack.timeZone),
        now,
        association,
        act: (actor, at, work) => work(actWithin(tx, { actor, now: at, pack })),
      };
      await withSeededIds(`demonstration ${module.name}`, () => module.demo?.(context) ?? Promise.resolve());
      await tx.updateTable("setting.fact").set({ value }).where("name", "=", "demonstration").execute();
    });
    // The next module reads what this one wrote: without figures about its tables PostgreSQL would read them whole.
    await analyzeGrown(db);
  }
}

/** The demonstration sign-ins as lines to print: name, post, organisation. Empty for a clean installation. */
export async function signInsOf(db: Kysely<any>, pack: Pack): Promise<string[]> {
  const { rows } = await sql<{ login: string; full_name: string; post_type: string | null; organisation: string | null }>`
    select c.login, p.full_name, t.post_type, coalesce(o.short_name, o.name) as organisation
    from access.account c join registry.person p on p.id = c.person
    left join registry.assignment a on a.person = p.id and a.to_day is null
    left join registry.post t on t.id = a.post left join registry.organisation o on o.id = t.organisation
    where c.demonstration and exists (select 1 from setting.fact where name = 'demonstration')
    order by o.tier is distinct from 'ASC', c.login`.execute(db);
  if (rows.length === 0) return [];
  const lines = rows.map((row) => {
    const post = row.post_type === null ? "" : `${postTypeOf(pack, row.post_type).names.en}, ${row.organisation}`;
    return `  ${row.login.padEnd(12)} ${row.full_name.padEnd(24)} ${post}`;
  });
  return [`Demonstration sign-ins, all with the password ${DEMO_PASSWORD}:`, ...lines];
}
