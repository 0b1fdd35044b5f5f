/** The demonstration is the same on every machine: what one sees in it, everybody sees. */
import { sql, type Kysely } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { makeDemonstration } from "#app/demo.ts";
import { modules } from "#app/modules.ts";
import { NOW } from "./support/fixed.ts";
import { useWorld } from "./support/world.ts";

const isLong = process.env["INTEKO_LONG"] === "1";
/** Modules whose data is made twice in the short run; the long one makes all of it. */
const SHORT = new Set(["people", "questionnaires", "courses"]);
const made = isLong ? modules : modules.filter((module) => SHORT.has(module.name));

/** Drawn elsewhere on purpose: keys, salts and the journal over them, queues, and what counts its own rows. */
const ELSEWHERE = ["graphile_worker", "journal", "access", "information_schema", "pg_catalog"];

/** Every table with the number of its rows, and its ids in one hash. */
async function contentsOf(db: Kysely<any>): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await sql<{ name: string; ids: boolean }>`
    select t.table_schema || '.' || t.table_name as name, exists (select from information_schema.columns c
      where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'id') as ids
    from information_schema.tables t where t.table_type = 'BASE TABLE' and t.table_schema <> all(${ELSEWHERE}::text[]) order by 1`.execute(
    db,
  );
  const contents = new Map<string, string>();
  for (const { name, ids } of tables) {
    // A link is known by its ends.
    const id = name === "trace.link" ? sql`concat(t.from_id, t.relation, t.to_id)` : sql`t.id::text`;
    const hash = ids ? sql`md5(string_agg(${id}, ',' order by ${id}))` : sql`''`;
    const { rows } = await sql<{
      rows: number;
      hash: string;
    }>`select count(*)::int as rows, ${hash} as hash from ${sql.table(name)} t`.execute(db);
    contents.set(name, `${rows[0]?.rows} rows, ${rows[0]?.hash}`);
  }
  return contents;
}

const one = useWorld();
const other = useWorld();
beforeAll(
  async () => {
    for (const world of [one, other]) await makeDemonstration(world.db, world.pack, made, NOW);
  },
  isLong ? 1_200_000 : 240_000,
);

test("made twice, it holds the same records", async () => {
  const [first, second] = [await contentsOf(one.db), await contentsOf(other.db)];
  const different = [...first].filter(([name, content]) => content !== second.get(name));
  expect(different.map(([name, content]) => `${name}: ${content} and ${second.get(name)}`)).toEqual([]);
  expect(first.get("registry.person")).toMatch(/^[1-9]\d{3,} rows/);
});
