/** Rule sets and code lists as they were edited on a page. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { codesOf, numberOn } from "#kernel/pack/lookup.ts";
import { useWorld } from "#test/support/world.ts";
import { packNow } from "./pack-now.ts";
import { installRules } from "./rules.ts";

const world = useWorld([]);

test("a code that Gilbert renames is called by its new name at the next request, and what nobody touched stays", async () => {
  const before = await packNow(world.db, world.pack);
  const domain = codesOf(before, "capacity_domain").find((code) => code.code === "PRC");
  expect(domain?.names.en).toBe(codesOf(world.pack, "capacity_domain").find((code) => code.code === "PRC")?.names.en);
  await sql`update rules.code set names = jsonb_set(names, '{en}', '"Buying well"') where list = 'capacity_domain' and code = 'PRC'`.execute(
    world.db,
  );
  const after = await packNow(world.db, world.pack);
  expect(codesOf(after, "capacity_domain").find((code) => code.code === "PRC")?.names.en).toBe("Buying well");
  expect(codesOf(after, "capacity_domain").map((code) => code.code)).toEqual(
    codesOf(world.pack, "capacity_domain").map((code) => code.code),
  );
});

test("a rule that changes from a day on changes from that day on", async () => {
  await sql`update rules.rule_set set to_day = '2026-01-01' where code = 'needs_round'`.execute(world.db);
  await sql`
    insert into rules.rule_set (code, from_day, value, title, source, unconfirmed)
    select code, '2026-01-01', jsonb_set(value, '{parameters,minimum_respondents,value}', '7'), title, 'Decision 4 of the Executive Committee', false
    from rules.rule_set where code = 'needs_round'`.execute(world.db);
  const pack = await packNow(world.db, world.pack);
  expect(numberOn(pack, "needs_round", "minimum_respondents", "2025-12-31")).toBe(5);
  expect(numberOn(pack, "needs_round", "minimum_respondents", "2026-01-01")).toBe(7);
});

test("a newer program finds a parameter that an installation’s older rules lack, in every version, and what was edited stays", async () => {
  await sql`update rules.rule_set set value = value #- '{parameters,outcomes_within}' where code = 'training'`.execute(world.db);
  await sql`update rules.rule_set set value = jsonb_set(value, '{parameters,pass_mark,value}', '70') where code = 'training'`.execute(
    world.db,
  );
  await world.db.transaction().execute((tx) => installRules(tx, world.pack));
  const pack = await packNow(world.db, world.pack);
  expect(numberOn(pack, "training", "outcomes_within", "2025-11-17")).toBe(5);
  expect(numberOn(pack, "training", "pass_mark", "2025-11-17")).toBe(70);
});

test("the same version is read once", async () => {
  expect(await packNow(world.db, world.pack)).toBe(await packNow(world.db, world.pack));
});
