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

/** How long a session lasts however much it is used. */
export const SESSION_DAYS = 7;

/** How long after proving that it is she a person may change her ways to sign in. */
export const CONFIRMED_MINUTES = 15;

/** Between two notes that a session is in use, so that a page does not cost a write. */
const SEEN_EVERY_MINUTES = 5;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

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

/** The token of the request's session cookie, or null. */
export function sessionToken(headers: Headers): string | null {
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const [name, value] = pair.trim().split("=");
    if (name === SESSION_COOKIE && value) return value;
  }
  return null;
}

/**
 * Opens a session for an account, acting as `assignment`, and returns the cookie's token. Old sessions of the account past
 * their time are removed. `device` is what the browser calls itself, in two words.
 */
export async function openSession(
  tx: Tx<Tables>,
  account: string,
  assignment: string | null,
  now: Date,
  secondFactor: boolean,
  device: string | null = null,
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
      expires_at: new Date(now.getTime() + SESSION_HOURS * HOUR),
      second_factor: secondFactor,
      device,
      confirmed_at: now,
    })
    .execute();
  return token;
}

/** Ends a session; an unknown token ends nothing. */
export async function closeSession(tx: Tx<Tables>, token: string): Promise<void> {
  await tx.deleteFrom("access.session").where("token_hash", "=", hashOf(token)).execute();
}

/** Ends every session of an account, or every one but that of a token. Returns how many ended. */
export async function closeSessions(tx: Tx<Tables>, account: string, except: string | null = null): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("access.session")
    .where("account", "=", account)
    .where("token_hash", "<>", except === null ? Buffer.alloc(0) : hashOf(except))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Gives a session a new token, because its rights grew or its proof was renewed: the old cookie is worth nothing from here on. */
export async function renewSession(
  tx: Tx<Tables>,
  token: string,
  now: Date,
  proved: { readonly secondFactor?: true } = {},
): Promise<string> {
  const next = randomBytes(32).toString("base64url");
  await tx
    .updateTable("access.session")
    .set({ token_hash: hashOf(next), confirmed_at: now, ...(proved.secondFactor && { second_factor: true }) })
    .where("token_hash", "=", hashOf(token))
    .execute();
  return next;
}

/** One of a person's sessions, as she may see it. */
export interface OpenSession {
  readonly device: string | null;
  readonly since: Date;
  readonly seen: Date;
  readonly own: boolean;
}

/** The sessions of an account that still hold, the last used first; `own` marks the one of the token. One query. */
export async function sessionsOf(db: Db<Tables>, account: string, token: string | null, now: Date): Promise<OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    select device, created_at as since, seen_at as seen, token_hash = ${token === null ? Buffer.alloc(0) : hashOf(token)} as own
    from access.session where account = ${account} and expires_at > ${now} order by seen_at desc, created_at desc limit 50`.execute(db);
  return rows;
}

/** True when the session's person proved within CONFIRMED_MINUTES that it is she. */
export async function isConfirmed(db: Db<Tables>, token: string, now: Date): Promise<boolean> {
  const row = await db.selectFrom("access.session").select("confirmed_at").where("token_hash", "=", hashOf(token)).executeTakeFirst();
  return row !== undefined && row.confirmed_at.getTime() > now.getTime() - CONFIRMED_MINUTES * MINUTE;
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

/** Notes that a session is in use, at most once in five minutes, and so moves its end; never past its last day. */
async function noteUse(
  db: Db<Tables>,
  token: string,
  row: { readonly created_at: Date; readonly seen_at: Date },
  now: Date,
): Promise<void> {
  if (now.getTime() - row.seen_at.getTime() < SEEN_EVERY_MINUTES * MINUTE) return;
  const end = Math.min(now.getTime() + SESSION_HOURS * HOUR, row.created_at.getTime() + SESSION_DAYS * DAY);
  await db
    .updateTable("access.session")
    .set({ seen_at: now, expires_at: new Date(end) })
    .where("token_hash", "=", hashOf(token))
    .execute();
}

/**
 * The session of a cookie's token, or null when it is unknown, past its time, its account is closed, or it is a demonstration
 * account and this is no demonstration. An assignment that has ended is not acted under any more: access follows the post the
 * same day. Two queries, and a write at most once in five minutes.
 */
export async function sessionOf(db: Db<Tables>, pack: Pack, token: string, now: Date, today: Day): Promise<Session | null> {
  const { rows } = await sql<SessionRow & { created_at: Date; seen_at: Date }>`
    select a.id as account, s.assignment, a.person, p.full_name, p.language, s.created_at, s.seen_at
    from access.session s
    join access.account a on a.id = s.account and a.disabled_at is null
      and (not a.demonstration or exists (select 1 from setting.fact where name = 'demonstration'))
    join registry.person p on p.id = a.person
    where s.token_hash = ${hashOf(token)} and s.expires_at > ${now}`.execute(db);
  const row = rows[0];
  if (row === undefined) return null;
  await noteUse(db, token, row, now);
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
