/** Accounts as records that the journal and searches name: their administrators see all, everybody her own. */
import { sql } from "kysely";
import type { RecordKind } from "#kernel/access/module.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { paths } from "./paths.ts";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

export const accountRecord: RecordKind = {
  title: w.account,
  href: paths.adminAccount,
  titles: async (db, ids) => {
    const { rows } = await sql<{ id: string; name: string }>`
      select a.id, p.full_name as name from access.account a join registry.person p on p.id = a.person
      where a.id = any(${[...ids]}::uuid[])`.execute(db);
    return new Map(rows.map((row) => [row.id, row.name]));
  },
  visible: (_db, actor, ids) =>
    Promise.resolve(new Set(reachOf(actor, verbs.manage) === "all" ? ids : ids.filter((id) => actor !== null && id === actor.account))),
};
