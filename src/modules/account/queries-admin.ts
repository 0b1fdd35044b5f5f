/** Reads for administering accounts: who has one and how it stands, never what anybody wrote. */
import { containing } from "#platform/db/like.ts";
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#kernel/calendar/day.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import type { Db } from "#platform/db/handle.ts";
import type { AccountTables } from "./schema.ts";

/** Which accounts, in which order. */
export interface AccountsQuestion {
  readonly words: string;
  readonly state: "" | "open" | "invited" | "closed";
  readonly code: "" | "on" | "off";
  readonly sort: "name" | "seen" | "made";
  readonly descending: boolean;
}

/** An account as the list shows it. `postType` and `organisation` are of its person's first post today. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly postType: string | null;
  readonly organisation: string | null;
  readonly state: "open" | "invited" | "closed";
  readonly codeOn: boolean;
  readonly signedInAt: Date | null;
  readonly createdAt: Date;
}

// An account waits for its first password while it has neither one nor another way in.
const state = sql`case when a.disabled_at is not null then 'closed'
  when a.password_hash is null and not exists (select 1 from access.passkey k where k.account = a.id)
    and not exists (select 1 from access.identity i where i.account = a.id) then 'invited' else 'open' end`;

const ORDER: Readonly<Record<AccountsQuestion["sort"], RawBuilder<unknown>>> = {
  name: sql`p.sort_name`,
  seen: sql`coalesce(a.signed_in_at, '-infinity')`,
  made: sql`a.created_at`,
};

/** Letters that `like` would read as a pattern are taken as they stand. */
const pattern = (words: string): string => containing(sortNameOf(words));

function from(ask: AccountsQuestion, today: Day): RawBuilder<unknown> {
  const like = pattern(ask.words);
  return sql`
    from access.account a
    join registry.person p on p.id = a.person
    left join lateral (
      select t.post_type, o.name from registry.assignment g
      join registry.post t on t.id = g.post join registry.organisation o on o.id = t.organisation
      where g.person = p.id and g.from_day <= ${today} and (g.to_day is null or g.to_day > ${today})
      order by g.acting, g.from_day limit 1) h on true
    where true
      ${ask.words === "" ? sql`` : sql`and (p.sort_name like ${like} or lower(h.name) like ${like} or a.login like ${like})`}
      ${ask.state === "" ? sql`` : sql`and ${state} = ${ask.state}`}
      ${ask.code === "" ? sql`` : sql`and (a.totp_secret is not null) = ${ask.code === "on"}`}`;
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

/** How many accounts fit, and how many there are. One query. */
export async function countAccounts(
  db: Db<AccountTables>,
  ask: AccountsQuestion,
  today: Day,
): Promise<{ readonly shown: number; readonly all: number }> {
  const { rows } = await sql<{ shown: number; all: number }>`
    select (select count(*) ${from(ask, today)}) as shown, (select count(*) from access.account) as "all"`.execute(db);
  return rows[0] ?? { shown: 0, all: 0 };
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
  const all: AccountsQuestion = { words: "", state: "", code: "", sort: "name", descending: false };
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
  const which = "person" in ask ? sql`p.id = ${ask.person}` : sql`p.sort_name like ${pattern(ask.words)}`;
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
