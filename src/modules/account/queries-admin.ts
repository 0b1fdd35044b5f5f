/** Reads for administering accounts: who has one and how it stands, never what anybody wrote. */
import { containing } from "#platform/db/like.ts";
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import type { Db } from "#platform/db/handle.ts";
import type { AccountTables } from "./schema.ts";

export const ACCOUNT_STATES = ["open", "invited", "closed"] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** What a list of accounts is sorted by. */
export const ACCOUNT_SORTS = ["name", "seen", "made"] as const;
export type AccountSort = (typeof ACCOUNT_SORTS)[number];

/** Which accounts, in which order; null is no limit. */
export interface AccountsQuestion {
  readonly q: string | null;
  readonly state: AccountState | null;
  readonly code: "on" | "off" | null;
  readonly sort: AccountSort;
  readonly descending: boolean;
}

/** An account as the list shows it. `postType` and `organisation` are of its person's first post today. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly postType: string | null;
  readonly organisation: string | null;
  readonly state: AccountState;
  readonly codeOn: boolean;
  readonly signedInAt: Date | null;
  readonly createdAt: Date;
}

// An account waits for its first password while it has neither one nor another way in.
const state = sql`case when a.disabled_at is not null then 'closed'
  when a.password_hash is null and not exists (select 1 from access.passkey k where k.account = a.id)
    and not exists (select 1 from access.identity i where i.account = a.id) then 'invited' else 'open' end`;

const ORDER: Readonly<Record<AccountSort, RawBuilder<unknown>>> = {
  name: sql`p.sort_name`,
  seen: sql`coalesce(a.signed_in_at, '-infinity')`,
  made: sql`a.created_at`,
};

function from(ask: AccountsQuestion, today: Day): RawBuilder<unknown> {
  const like = containing(sortNameOf(ask.q ?? ""));
  return sql`
    from access.account a
    join registry.person p on p.id = a.person
    left join lateral (
      select t.post_type, o.name from registry.assignment g
      join registry.post t on t.id = g.post join registry.organisation o on o.id = t.organisation
      where g.person = p.id and g.from_day <= ${today} and (g.to_day is null or g.to_day > ${today})
      order by g.acting, g.from_day limit 1) h on true
    where true
      ${ask.q === null ? sql`` : sql`and (p.sort_name like ${like} or lower(h.name) like ${like} or a.login like ${like})`}
      ${ask.state === null ? sql`` : sql`and ${state} = ${ask.state}`}
      ${ask.code === null ? sql`` : sql`and (a.totp_secret is not null) = ${ask.code === "on"}`}`;
}

/** One page of accounts. One query. */
export async function listAccounts(
  db: Db<AccountTables>,
  ask: AccountsQuestion,
  today: Day,
  page: { readonly limit: number; readonly offset: number },
): Promise<ListedAccount[]> {
  const direction = ask.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<ListedAccount>`
    select a.id, p.full_name as name, a.login, h.post_type as "postType", h.name as organisation, ${state} as state,
      a.totp_secret is not null as "codeOn", a.signed_in_at as "signedInAt", a.created_at as "createdAt"
    ${from(ask, today)}
    order by ${ORDER[ask.sort]} ${direction}, a.id limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
}

/** How many accounts fit. One query. */
export async function countAccounts(db: Db<AccountTables>, ask: AccountsQuestion, today: Day): Promise<number> {
  const { rows } = await sql<{ shown: number }>`select count(*) as shown ${from(ask, today)}`.execute(db);
  return rows[0]?.shown ?? 0;
}

/** How many accounts there are. One query. */
export async function countAllAccounts(db: Db<AccountTables>): Promise<number> {
  const { rows } = await sql<{ all: number }>`select count(*) as "all" from access.account`.execute(db);
  return rows[0]?.all ?? 0;
}

/** One account for its administrator. */
export interface AdministeredAccount extends ListedAccount {
  readonly person: string;
  readonly demonstration: boolean;
  readonly passkeys: number;
  readonly sessions: number;
  readonly linked: boolean;
}

/** One account, or undefined. One query. */
export async function administeredAccount(
  db: Db<AccountTables>,
  id: string,
  issuer: string | null,
  today: Day,
  now: Date,
): Promise<AdministeredAccount | undefined> {
  const all: AccountsQuestion = { q: null, state: null, code: null, sort: "name", descending: false };
  const { rows } = await sql<AdministeredAccount>`
    select a.id, a.person, p.full_name as name, a.login, h.post_type as "postType", h.name as organisation, ${state} as state,
      a.totp_secret is not null as "codeOn", a.signed_in_at as "signedInAt", a.created_at as "createdAt", a.demonstration,
      (select count(*) from access.passkey k where k.account = a.id) as passkeys,
      (select count(*) from access.session s where s.account = a.id and s.expires_at > ${now}) as sessions,
      exists (select 1 from access.identity i where i.account = a.id and i.issuer = ${issuer}) as linked
    ${from(all, today)} and a.id = ${id}`.execute(db);
  return rows[0];
}

/** Somebody without an account. */
export interface Invitable {
  readonly person: string;
  readonly name: string;
  readonly postType: string | null;
  readonly organisation: string | null;
}

/** People without an account whose name holds the words, at most 25; or the one of an id. One query. */
export async function peopleToInvite(
  db: Db<AccountTables>,
  ask: { readonly words: string } | { readonly person: string },
  today: Day,
): Promise<Invitable[]> {
  const which = "person" in ask ? sql`p.id = ${ask.person}` : sql`p.sort_name like ${containing(sortNameOf(ask.words))}`;
  const { rows } = await sql<Invitable>`
    select p.id as person, p.full_name as name, h.post_type as "postType", h.name as organisation
    from registry.person p
    left join lateral (
      select t.post_type, o.name from registry.assignment g
      join registry.post t on t.id = g.post join registry.organisation o on o.id = t.organisation
      where g.person = p.id and g.from_day <= ${today} and (g.to_day is null or g.to_day > ${today})
      order by g.acting, g.from_day limit 1) h on true
    where ${which} and p.merged_into is null and not exists (select 1 from access.account a where a.person = p.id)
    order by p.sort_name, p.id limit 25`.execute(db);
  return rows;
}
