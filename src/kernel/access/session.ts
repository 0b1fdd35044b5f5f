/** Sessions: a random token in a cookie, its hash in the database, and the assignment its person acts under. */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import { holdingsOf, type Holding } from "#kernel/registry/posts.ts";
import type { RegistryTables } from "#kernel/registry/tables.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Role } from "#kernel/pack/roles.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import type { Actor } from "./actor.ts";
import type { AccessTables } from "./tables.ts";

/** The name of the session cookie. */
export const SESSION_COOKIE = "inteko_session";

/** How long a session lasts without being used. */
export const SESSION_HOURS = 12;

type Tables = AccessTables & RegistryTables;

/** A session as a request meets it: who, what she may act as, and the token her forms carry. */
export interface Session {
  readonly actor: Actor;
  readonly holdings: readonly Holding[];
  readonly formToken: string;
  readonly language: string;
}

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** The token that a session's forms carry: proves that the form came from our page. */
export function formTokenOf(token: string): string {
  return createHmac("sha256", token).update("form").digest("base64url");
}

/** Opens a session for an account, acting as `assignment`, and returns the cookie's token. Old sessions of the account past their time are removed. */
export async function openSession(
  tx: Tx<Tables>,
  account: string,
  assignment: string | null,
  now: Date,
  secondFactor: boolean,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.deleteFrom("access.session").where("account", "=", account).where("expires_at", "<", now).execute();
  await tx
    .insertInto("access.session")
    .values({
      token_hash: hashOf(token),
      account,
      assignment,
      created_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + SESSION_HOURS * 3_600_000),
      second_factor: secondFactor,
    })
    .execute();
  return token;
}

/** Ends a session; an unknown token ends nothing. */
export async function closeSession(tx: Tx<Tables>, token: string): Promise<void> {
  await tx.deleteFrom("access.session").where("token_hash", "=", hashOf(token)).execute();
}

interface SessionRow {
  account: string;
  assignment: string | null;
  person: string;
  full_name: string;
  language: string;
}

function actorOf(row: SessionRow, holding: Holding | undefined, roles: readonly Role[]): Actor {
  return {
    account: row.account,
    person: row.person,
    name: row.full_name,
    assignment: holding?.assignment ?? null,
    post: holding?.post ?? null,
    postType: holding?.postType ?? null,
    organisation: holding?.organisation ?? null,
    organisationName: holding?.organisationName ?? null,
    roles,
  };
}

/** The roles that a type of post carries. */
export function rolesOf(pack: Pack, postType: string): readonly Role[] {
  return pack.postTypes.find((type) => type.code === postType)?.roles ?? [];
}

/**
 * The session of a cookie's token, or null when it is unknown, past its time, or its account is closed.
 * An assignment that has ended is not acted under any more: access follows the post the same day. Two queries.
 */
export async function sessionOf(db: Db<Tables>, pack: Pack, token: string, now: Date, today: Day): Promise<Session | null> {
  const { rows } = await sql<SessionRow>`
    select a.id as account, s.assignment, a.person, p.full_name, p.language
    from access.session s
    join access.account a on a.id = s.account and a.disabled_at is null
    join registry.person p on p.id = a.person
    where s.token_hash = ${hashOf(token)} and s.expires_at > ${now}`.execute(db);
  const row = rows[0];
  if (row === undefined) return null;
  const holdings = await holdingsOf(db, row.person, today);
  const chosen = holdings.find((holding) => holding.assignment === row.assignment);
  const roles = chosen === undefined ? [] : rolesOf(pack, chosen.postType);
  return { actor: actorOf(row, chosen, roles), holdings, formToken: formTokenOf(token), language: row.language };
}

/** Acts as another of one's posts from now on; `null` is the person herself. */
export async function actAs(tx: Tx<Tables>, token: string, assignment: string | null): Promise<void> {
  await tx.updateTable("access.session").set({ assignment }).where("token_hash", "=", hashOf(token)).execute();
}

/** The actor of one assignment, without a session: for demonstration data, tests and messages that a person answers. */
export async function actorFor(db: Db<Tables>, pack: Pack, person: string, on: Day, post?: string): Promise<Actor> {
  const { rows } = await sql<SessionRow>`
    select coalesce(a.id, p.id) as account, null as assignment, p.id as person, p.full_name, p.language
    from registry.person p left join access.account a on a.person = p.id where p.id = ${person}`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error("There is no such person.");
  const holdings = await holdingsOf(db, person, on);
  const chosen = post === undefined ? holdings[0] : holdings.find((holding) => holding.post === post);
  return actorOf(row, chosen, chosen === undefined ? [] : rolesOf(pack, chosen.postType));
}
