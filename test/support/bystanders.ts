/** People who see a session and do not run it: a monitoring officer of the association, and a trainer who teaches another session. */
import { sql } from "kysely";
import { assign, endHolding, openPost } from "#kernel/registry/holders.ts";
import type { CastName } from "./cast.ts";
import type { World } from "./world.ts";

/** Dative, who takes up the post of the monitoring officer in November. */
export async function monitoringOfficer(world: World): Promise<CastName> {
  const dative = await world.actor("dative");
  await world.act("gilbert", async (act) => {
    await endHolding(act as never, { post: dative.post ?? "", acting: false, on: "2025-11-01", reason: "transfer" });
    const post = await openPost(act as never, { organisation: world.association, postType: "MEO", from: "2025-11-01" });
    await assign(act as never, { post, person: dative.person, acting: false, from: "2025-11-01" });
  });
  return "dative";
}

/** Gilbert, who teaches this session alone. */
export async function trainerElsewhere(world: World, session: string): Promise<CastName> {
  const { person } = await world.actor("gilbert");
  await sql`update sessions.trainer set person = ${person} where session = ${session}`.execute(world.db);
  return "gilbert";
}
