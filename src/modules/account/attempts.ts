/** Limits of tries: counted in the database, so that they hold over any number of web processes. */
import { sql } from "kysely";
import type { Keyring } from "#platform/auth/keyring.ts";
import { peerOf } from "#platform/auth/peer.ts";
import type { Db } from "#platform/db/handle.ts";
import { p } from "#platform/http/problems.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { AccountTables } from "./schema.ts";
import { accountSettings } from "./settings.ts";

/** At most `most` failed tries by one subject in a window of `minutes`. */
export interface Limit {
  readonly scope: string;
  readonly most: number;
  readonly minutes: number;
}

/** Every limit. An office of forty people shares one address, so an address may fail more often than an account. */
export const LIMITS = {
  passwordByAccount: { scope: "password-account", most: 10, minutes: 15 },
  passwordByAddress: { scope: "password-address", most: 100, minutes: 15 },
  codeByAccount: { scope: "code-account", most: 5, minutes: 15 },
  passkeyByAddress: { scope: "passkey-address", most: 100, minutes: 15 },
  providerByAddress: { scope: "provider-address", most: 100, minutes: 15 },
  linkByAddress: { scope: "link-address", most: 50, minutes: 15 },
} as const satisfies Record<string, Limit>;

const MINUTE = 60_000;

function windowOf(limit: Limit, now: Date): Date {
  const span = limit.minutes * MINUTE;
  return new Date(Math.floor(now.getTime() / span) * span);
}

/**
 * Counts one try before it is judged, so that tries at the same moment are all counted. Throws "too many" with the minutes
 * left when the limit was reached before. `db` must not be the act's transaction: a refused try is counted too.
 */
export async function countTry(db: Db<AccountTables>, keyring: Keyring, limit: Limit, subject: string, now: Date): Promise<void> {
  const start = windowOf(limit, now);
  const { rows } = await sql<{ attempts: number }>`
    insert into access.attempt as a (scope, subject, window_start, attempts)
    values (${limit.scope}, ${keyring.digest(limit.scope, subject)}, ${start}, 1)
    on conflict (scope, subject, window_start) do update set attempts = a.attempts + 1
    returning attempts`.execute(db);
  if ((rows[0]?.attempts ?? 0) <= limit.most) return;
  const left = start.getTime() + limit.minutes * MINUTE - now.getTime();
  throw new Problem(p.tooMany, { minutes: Math.max(1, Math.ceil(left / MINUTE)) });
}

/** Takes back a try that was right: `"one"` of an address that others share, or `"all"` of an account whose owner has come. */
export async function forgiveTry(
  db: Db<AccountTables>,
  keyring: Keyring,
  limit: Limit,
  subject: string,
  now: Date,
  how: "one" | "all",
): Promise<void> {
  await sql`
    update access.attempt set attempts = ${how === "all" ? sql`0` : sql`greatest(attempts - 1, 0)`}
    where scope = ${limit.scope} and subject = ${keyring.digest(limit.scope, subject)} and window_start = ${windowOf(limit, now)}`.execute(
    db,
  );
}

/**
 * Looks up what anybody may ask for by something that can be guessed. The look is counted against the sender’s address before it is made, and taken
 * back when it found something, so that right ones cost nothing. Throws "too many" with the minutes left when too many found nothing.
 */
export async function limitedLook<Found>(
  limit: Limit,
  { headers, now }: { readonly headers: Headers; readonly now: Date },
  look: () => Promise<Found | null>,
): Promise<Found | null> {
  const { aside, keyring } = accountSettings();
  const address = peerOf(headers);
  await countTry(aside, keyring, limit, address, now);
  const found = await look();
  if (found !== null) await forgiveTry(aside, keyring, limit, address, now, "one");
  return found;
}
