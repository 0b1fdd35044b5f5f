/** What several handlers ask: the session when the actor may see it, parts of the address, list pages, and what has happened. */
import { param, type Request, type Write } from "#kernel/access/asked.ts";
import { isId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { theSession, type Session } from "./queries.ts";

/** An id of the path; otherwise there is no such record. */
export function idOf(r: { readonly params: Readonly<Record<string, string>> }, name = "id"): string {
  const id = param(r, name);
  if (!isId(id)) throw new Problem(p.noSession);
  return id;
}

/** The session of the path when the actor may see it. */
export async function readSession(r: Request): Promise<Session> {
  const session = await theSession(r.db, idOf(r), { actor: r.actor, today: r.today });
  if (session === undefined) throw new Problem(p.noSession);
  return session;
}

/** The session of the path for writing, within the act. */
export async function writeSession(r: Write): Promise<Session> {
  const session = await theSession(r.act.tx as never, idOf(r), { actor: r.actor, today: r.today });
  if (session === undefined) throw new Problem(p.noSession);
  return session;
}
