/** The table types on disk are those of the database, and a drift is found. */
import { expect, test } from "vitest";
import { syncTables } from "../tools/tables.ts";
import { ROOT } from "./support/fixed.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld([]);

test("every table type says what the migrations made; `inteko tables` renews them", async () => {
  expect(await syncTables(world.pool, ROOT, false)).toEqual([]);
});

test("a column that a migration adds and nobody wrote down is found", async () => {
  await world.pool.query("alter table trace.link add column planted text");
  expect(await syncTables(world.pool, ROOT, false)).toEqual(["src/kernel/trace/tables.ts"]);
});
