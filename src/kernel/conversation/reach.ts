/** How people are reached: name, language and addresses of many people at once, and who wants no messages. */
import { sql } from "kysely";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import { addressOf, type Channel } from "./address.ts";

/** A person as messages see her; a merged double answers as the person it was merged into. */
export interface Reach {
  readonly person: string;
  readonly name: string;
  readonly language: Language;
  readonly email: string | null;
  readonly phone: string | null;
  readonly phoneShared: boolean;
}

/** People by the id asked for. A telephone of one's own comes before a shared one. One query. */
export async function reachOf(db: Db<any>, people: readonly string[]): Promise<ReadonlyMap<string, Reach>> {
  if (people.length === 0) return new Map();
  const { rows } = await sql<Reach & { asked: string }>`
    select q.id as asked, p.id as person, coalesce(p.given_name, p.full_name) as name, p.language,
      (select value from registry.contact c where c.person = p.id and c.kind = 'email' and c.to_day is null order by c.from_day desc, c.id limit 1) as email,
      t.value as phone, coalesce(t.shared, false) as "phoneShared"
    from registry.person q
    join registry.person p on p.id = coalesce(q.merged_into, q.id)
    left join lateral (
      select value, shared from registry.contact c where c.person = p.id and c.kind = 'phone' and c.to_day is null
      order by c.shared, c.from_day desc, c.id limit 1) t on true
    where q.id = any(${[...people]}::uuid[])`.execute(db);
  return new Map(rows.map(({ asked, ...row }) => [asked, row]));
}

/** Where a message goes, or why it cannot go anywhere. */
export interface Way {
  readonly channel: Channel;
  readonly address: string | null;
  readonly shared: boolean;
  readonly problem: "no_address" | "bad_address" | null;
}

/** The way to a person: e-mail when she has one, else text message; or the channel that was wished. */
export function wayTo(pack: Pack, reach: Reach, wished: Channel | undefined): Way {
  const mail = reach.email === null ? null : addressOf(pack, "email", reach.email);
  const phone = reach.phone === null ? null : addressOf(pack, "sms", reach.phone);
  const byMail: Way = { channel: "email", address: mail, shared: false, problem: null };
  const byPhone: Way = { channel: "sms", address: phone, shared: reach.phoneShared, problem: null };
  const way = wished === "email" || (wished === undefined && mail !== null) ? byMail : byPhone;
  if (way.address !== null) return way;
  const written = way.channel === "email" ? reach.email : (reach.phone ?? (wished === undefined ? reach.email : null));
  return { ...way, problem: written === null ? "no_address" : "bad_address" };
}

/** The key of an address in sets of addresses. */
export const placeOf = (channel: Channel, address: string): string => `${channel} ${address}`;

/** Which of some addresses want no messages, as `placeOf` keys. One query. */
export async function stoppedAmong(
  db: Db<any>,
  ways: readonly { readonly channel: Channel; readonly address: string | null }[],
): Promise<ReadonlySet<string>> {
  const known = ways.filter((way) => way.address !== null);
  if (known.length === 0) return new Set();
  const { rows } = await sql<{ channel: Channel; address: string }>`
    select o.channel, o.address from conversation.opt_out o
    join unnest(${known.map((way) => way.channel)}::text[], ${known.map((way) => way.address)}::text[]) as w (channel, address)
      on w.channel = o.channel and w.address = o.address`.execute(db);
  return new Set(rows.map((row) => placeOf(row.channel, row.address)));
}
