/** What this module holds about people: by when each was due for an induction and whether she took part in one, worked out from other records. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import { w } from "./words.ts";

type Row = Readonly<Record<string, unknown>>;

/** It goes with the holdings that it is worked out from: without one there is no row, and nothing is erased here alone. */
export const personalData: readonly PersonalData[] = [
  {
    table: "inductions.owed",
    columns: ["sex", "post_type", "track", "since", "left_on", "due", "inducted_on", "certainty", "counted", "followed"],
    purpose: "post_holding",
    title: w.dataOwed,
    collect: async (db, person) =>
      (
        await sql<Row>`
          select o.sex, o.post_type, o.track, o.since, o.left_on, o.due, o.inducted_on, o.certainty from inductions.owed o
          where o.person in (select id from registry.person where id = ${person} or merged_into = ${person}) order by o.since`.execute(db)
      ).rows,
  },
];
