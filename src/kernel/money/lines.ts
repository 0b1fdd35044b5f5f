/** Cost and funding lines of any record, and what was committed, paid or received against them. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { MoneyTables } from "./tables.ts";
import { lessThan, sumsOf, type Amount, type Sums } from "./amounts.ts";
import { p } from "./problems.ts";

export type Side = "cost" | "funding";

/** A planned cost by kind, or means by source. `item` is a code of the list `cost_kind` or `funding_source`. */
export interface NewLine extends Amount {
  /** An earlier line that this one continues; absent for a new one. */
  readonly id?: string;
  readonly side: Side;
  readonly item: string;
  readonly note: string | null;
  /** The body that gives the means; null for a cost or the association's own. */
  readonly party: string | null;
}

/** A line as it stands, with the sums of its entries. */
export interface MoneyLine extends NewLine {
  readonly id: string;
  readonly about: string;
  readonly partyName: string | null;
  readonly fiscalYearStart: Day;
  readonly committed: number;
  readonly paid: number;
  readonly received: number;
  /** How many entries there are against it, whatever they sum up to. */
  readonly entries: number;
}

/** Of what the lines are: the kind and id of a record, and the fiscal year that carries them. */
export interface About {
  readonly kind: string;
  readonly id: string;
  readonly fiscalYearStart: Day;
}

const LINE = sql`l.id, l.about, l.side, l.item, l.note, l.party, coalesce(o.short_name, o.name) as "partyName", l.amount as minor, l.currency,
  l.fiscal_year_start as "fiscalYearStart"`;

/** Lines of some records with what was entered against each, costs first. `until` counts entries to that day only. One query. */
export async function moneyLines(db: Db<any>, abouts: readonly string[], until: Day | null = null): Promise<MoneyLine[]> {
  if (abouts.length === 0) return [];
  const { rows } = await sql<MoneyLine>`
    select ${LINE}, coalesce(e.committed, 0)::bigint as committed, coalesce(e.paid, 0)::bigint as paid, coalesce(e.received, 0)::bigint as received,
      coalesce(e.entries, 0)::int as entries
    from money.line l left join registry.organisation o on o.id = l.party
    left join (
      select x.line, sum(x.amount) filter (where x.kind = 'commitment') as committed, sum(x.amount) filter (where x.kind = 'payment') as paid,
        sum(x.amount) filter (where x.kind = 'receipt') as received, count(*) as entries
      from money.entry x join money.line y on y.id = x.line
      where y.about = any(${[...abouts]}::uuid[]) ${until === null ? sql`` : sql`and x.day <= ${until}`} group by x.line
    ) e on e.line = l.id
    where l.about = any(${[...abouts]}::uuid[])
    order by l.side, l.recorded_at, l.item, l.id`.execute(db);
  return rows;
}

/** A line by its id, locked until the act ends. Throws when there is none. */
async function lockLine(act: Act<any>, id: string): Promise<{ side: Side; about: string; currency: string }> {
  const { rows } = await sql<{ side: Side; about: string; currency: string }>`
    select side, about, currency from money.line where id = ${id} for update`.execute(act.tx);
  const found = rows[0];
  if (found === undefined) throw new Problem(p.noLine);
  return found;
}

/**
 * Puts the lines of a record in place of those it has. A line that continues keeps its id and its entries;
 * one with entries can neither vanish nor change its currency. Throws {@link p.hasEntries} then.
 */
export async function keepMoneyLines(act: Act<any>, about: About, lines: readonly NewLine[]): Promise<void> {
  const before = await moneyLines(act.tx, [about.id]);
  const kept = new Map(lines.flatMap((line) => (line.id === undefined ? [] : [[line.id, line] as const])));
  for (const line of before) {
    const next = kept.get(line.id);
    if (line.entries > 0 && (next === undefined || next.currency !== line.currency || next.side !== line.side))
      throw new Problem(p.hasEntries);
  }
  const known = new Set(before.map((line) => line.id));
  const gone = before.filter((line) => !kept.has(line.id)).map((line) => line.id);
  if (gone.length > 0) await sql`delete from money.line where id = any(${gone}::uuid[])`.execute(act.tx);
  const rows = lines.map((line) => ({
    id: line.id !== undefined && known.has(line.id) ? line.id : newId(),
    about_kind: about.kind,
    about: about.id,
    side: line.side,
    item: line.item,
    note: line.note,
    party: line.party,
    amount: line.minor,
    currency: line.currency,
    fiscal_year_start: about.fiscalYearStart,
    recorded_at: act.now,
  }));
  if (rows.length === 0) return;
  await sql`
    insert into money.line select * from jsonb_populate_recordset(null::money.line, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set side = excluded.side, item = excluded.item, note = excluded.note, party = excluded.party,
      amount = excluded.amount, currency = excluded.currency`.execute(act.tx);
}

/** Something committed, paid or received. A correction is an entry of the opposite sign. */
export interface NewMoneyEntry {
  readonly line: string;
  readonly kind: "commitment" | "payment" | "receipt";
  readonly minor: number;
  readonly day: Day;
  readonly reference: string;
  readonly certainty: "imported" | "claimed" | "verified";
  readonly source: string;
  readonly file: string | null;
}

/** An entry as it stands. */
export interface MoneyEntry extends NewMoneyEntry {
  readonly id: string;
  readonly post: string | null;
  readonly recordedAt: Date;
}

/**
 * Enters money against a line and returns the entry's id. Costs are committed and paid, means are received or committed;
 * a line never falls below zero in any of them. The caller tells the journal.
 */
export async function enterMoney(act: Act<MoneyTables>, entry: NewMoneyEntry): Promise<string> {
  const line = await lockLine(act, entry.line);
  if (entry.minor === 0) throw new Problem(p.noAmount);
  if (entry.day > act.today) throw new Problem(p.future);
  if ((line.side === "cost") === (entry.kind === "receipt") || (line.side === "funding" && entry.kind === "payment"))
    throw new Problem(line.side === "cost" ? p.costKinds : p.fundingKinds);
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(amount), 0)::bigint as sum from money.entry where line = ${entry.line} and kind = ${entry.kind}`.execute(act.tx);
  if ((rows[0]?.sum ?? 0) + entry.minor < 0) throw new Problem(p.belowZero);
  const id = newId();
  await act.tx
    .insertInto("money.entry")
    .values({
      id,
      line: entry.line,
      kind: entry.kind,
      amount: entry.minor,
      day: entry.day,
      reference: entry.reference,
      certainty: entry.certainty,
      source: entry.source,
      file: entry.file,
      post: act.author.post,
      recorded_at: act.now,
    })
    .execute();
  return id;
}

/** Entries against some lines, newest first. One query. */
export async function moneyEntries(db: Db<any>, lines: readonly string[]): Promise<MoneyEntry[]> {
  if (lines.length === 0) return [];
  const { rows } = await sql<MoneyEntry>`
    select id, line, kind, amount as minor, day, reference, certainty, source, file, post, recorded_at as "recordedAt"
    from money.entry where line = any(${[...lines]}::uuid[]) order by day desc, recorded_at desc, id`.execute(db);
  return rows;
}

/** How the money of one record, or of several together, stands; every sum by currency. */
export interface Balance {
  readonly cost: Sums;
  readonly funding: Sums;
  /** Cost without means: cost less funding, by currency; negative where there is more than is needed. */
  readonly gap: Sums;
  readonly committed: Sums;
  readonly paid: Sums;
  readonly received: Sums;
}

/** The balance over some lines. */
export function balanceOf(lines: readonly MoneyLine[]): Balance {
  const costs = lines.filter((line) => line.side === "cost");
  const means = lines.filter((line) => line.side === "funding");
  const sums = (list: readonly MoneyLine[], of: (line: MoneyLine) => number): Sums =>
    sumsOf(list.map((line) => ({ minor: of(line), currency: line.currency })));
  const cost = sums(costs, (line) => line.minor);
  const funding = sums(means, (line) => line.minor);
  return {
    cost,
    funding,
    gap: lessThan(cost, funding),
    committed: sums(costs, (line) => line.committed),
    paid: sums(costs, (line) => line.paid),
    received: sums(means, (line) => line.received),
  };
}
