/** x */
import { sql } from "kysely";
import { test } from "vitest";
import { useWorld } from "#test/support/world.ts";
import { sendMessage } from "#kernel/conversation/send.ts";
import { NOTICE, onlyPhone, setUp } from "./office.fixture.ts";
import { module } from "./module.ts";
const world = useWorld([module]);
test("x", async () => {
  setUp(null, null);
  const b = (await world.actor("beata")).person;
  await onlyPhone(world, b, "0788 000 143");
  const s = await world.act("claudine", async (act) => { const r = await sendMessage(act, { person: b, template: NOTICE }); console.log((await sql`select * from graphile_worker._private_jobs`.execute(act.tx)).rows); return r; });
  console.log((await sql`select id, task_identifier from graphile_worker.jobs`.execute(world.db)).rows, (await sql`select * from graphile_worker._private_tasks`.execute(world.db)).rows, (await sql`select pg_get_viewdef('graphile_worker.jobs'::regclass) as v`.execute(world.db)).rows);
});
