/** Open data: how many certificates were issued, by course and month; no person stands in it, and small numbers are withheld. */
import { sql } from "kysely";
import type { Dataset } from "#kernel/access/module.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { w } from "./words-more.ts";

export const certificatesDataset: Dataset = {
  name: "certificates",
  title: w.dataset,
  columns: [
    { name: "month", title: w.month },
    { name: "course", title: w.courseCode },
    { name: "issued", title: w.issued },
    { name: "withdrawn", title: w.withdrawnCount },
  ],
  rows: async (db, _pack, today) => {
    const least = numberOf(await ruleSetFor(db, "disclosure", today), "smallest_cell");
    const { rows } = await sql<{ month: string; course: string; issued: number; withdrawn: number }>`
      select to_char(issued_on, 'YYYY-MM') as month, content -> 'course' ->> 'code' as course, count(*)::int as issued,
        count(*) filter (where state = 'withdrawn')::int as withdrawn
      from certificates.certificate group by 1, 2 having count(*) >= ${least} order by 1, 2`.execute(db);
    // One or two withdrawn among many could name somebody: they are told only as “fewer than”.
    return rows.map((row) => ({ ...row, withdrawn: row.withdrawn > 0 && row.withdrawn < least ? null : row.withdrawn }));
  },
};
