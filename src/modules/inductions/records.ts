/** The list of an organisation's inductions as a record, so that duties and handovers can name it. */
import type { RecordKind } from "#kernel/access/module.ts";
import { holds, organisationsFor } from "#kernel/access/verb.ts";
import { sql } from "kysely";
import { patternOf } from "#platform/i18n/text.ts";
import { nameIn } from "#kernel/registry/organisations.ts";
import { paths } from "./paths.ts";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

export const records: Readonly<Record<string, RecordKind>> = {
  "inductions.organisation": {
    title: w.module,
    href: () => paths.inductions,
    titles: async (db, ids, language) => {
      const { rows } = await sql<{ id: string; name: string }>`
        select o.id, ${nameIn("o", language)} as name from registry.organisation o where o.id = any(${[...ids]}::uuid[])`.execute(db);
      return new Map(rows.map((row) => [row.id, patternOf(w.listOf, language).replace("{organisation}", row.name)]));
    },
    visible: async (db, actor, ids, today) => {
      if (actor === null) return new Set();
      const within = await organisationsFor(db, actor, verbs.read, today);
      return new Set(ids.filter((id) => holds(within, id)));
    },
  },
};
