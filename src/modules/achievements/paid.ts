/** What was paid for what people took part in: payments of a period by the line of the plan that they belong to. */
import { sql } from "kysely";
import type { Db } from "#platform/db/handle.ts";
import { PLAN_LINE, planLinesByIds } from "#modules/plans";
import { NONE, type Certainty, type Scope } from "./scope.ts";

/** Payments against one line of cost. `minor` is in the smallest unit of the currency. */
export interface PaidLine {
  readonly line: string;
  readonly aboutKind: string;
  readonly about: string;
  readonly title: string;
  readonly programme: string | null;
  readonly item: string;
  readonly currency: string;
  readonly minor: number;
  readonly payments: number;
  readonly certainty: Certainty;
}

/** The kind of record that a line of a plan is. */

/** Lines with payments in a period, largest first; the surer half of a line is not told apart: it is as sure as its weakest payment. Two queries. */
export async function paidLines(db: Db<any>, scope: Pick<Scope, "from" | "to" | "programme">): Promise<PaidLine[]> {
  const { rows } = await sql<Omit<PaidLine, "title" | "programme">>`
    select l.id as line, l.about_kind as "aboutKind", l.about, l.item, l.currency, sum(x.amount)::bigint as minor, count(*)::int as payments,
      case when bool_or(x.certainty = 'imported') then 'imported' when bool_or(x.certainty = 'claimed') then 'claimed' else 'verified' end as certainty
    from money.entry x join money.line l on l.id = x.line
    where x.kind = 'payment' and x.day between ${scope.from} and ${scope.to} and l.about_kind = ${PLAN_LINE}
    group by l.id having sum(x.amount) <> 0 order by sum(x.amount) desc, l.id`.execute(db);
  const lines = await planLinesByIds(db, [...new Set(rows.map((row) => row.about))]);
  return rows
    .map((row) => ({ ...row, title: lines.get(row.about)?.title ?? "", programme: lines.get(row.about)?.programme ?? null }))
    .filter((row) => scope.programme === null || (scope.programme === NONE ? row.programme === null : row.programme === scope.programme));
}

/** Sums by currency, in the order of the currencies' codes. */
export function paidSums(lines: readonly PaidLine[]): readonly { readonly currency: string; readonly minor: number }[] {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(line.currency, (sums.get(line.currency) ?? 0) + line.minor);
  return [...sums].toSorted().map(([currency, minor]) => ({ currency, minor }));
}
