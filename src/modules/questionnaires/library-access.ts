/** Opens what an address of the library names, or says that there is no such thing: the same for what is not there and what may not be read. */
import type { Actor } from "#kernel/access/actor.ts";
import type { Asked } from "#kernel/access/route.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { instrumentOf, type Instrument } from "./queries.ts";
import { readableInstruments, readableVersions, readingOf, type Reading } from "./reading.ts";

type Request = Pick<Asked<any, Actor>, "db" | "actor" | "today" | "params">;

/**
 * Refuses what the actor may not read as if it were not there. Who types papers in need not read the library: for her only a key is a reason.
 */
export async function refuseKey(
  r: Request,
  what: { readonly version: string } | { readonly instrument: string },
  typing = false,
): Promise<void> {
  const own = await readingOf(r.db, r.actor, r.today);
  const reading: Reading = typing ? { ...own, plain: "all" } : own;
  const [id, found] =
    "version" in what
      ? [what.version, await readableVersions(r.db, reading, [what.version])]
      : [what.instrument, await readableInstruments(r.db, reading, [what.instrument])];
  if (!found.has(id)) throw new Problem(p.notFound);
}

/** The instrument of an address, when the actor may read it. */
export async function instrumentIn(r: Request): Promise<Instrument> {
  const found = await instrumentOf(r.db, r.params["id"] ?? "");
  if (found === null) throw new Problem(p.notFound);
  await refuseKey(r, { instrument: found.id });
  return found;
}
