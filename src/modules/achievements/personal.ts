/** What this module holds about people: the stories they told and their lines on imported lists. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import { patternOf } from "#platform/i18n/text.ts";
import { w } from "./words-story.ts";

type Row = Readonly<Record<string, unknown>>;

/** A person and her merged doubles. */
const herself = (person: string) => sql`(select id from registry.person where id = ${person} or merged_into = ${person})`;

export const personalData: readonly PersonalData[] = [
  {
    table: "achievements.story",
    columns: ["person", "place", "changed", "file"],
    purpose: "learning_record",
    title: w.dataStory,
    collect: async (db, person) =>
      (
        await sql<Row>`
          select day, place, changed, language, consent, consent_way, consent_day, withdrawn_on from achievements.story where person in ${herself(person)} order by day`.execute(
          db,
        )
      ).rows,
    erase: async (tx, person) => {
      const gone = patternOf(w.erased, "en");
      const { rows } = await sql`
        update achievements.story set person = null, place = ${gone}, changed = ${gone}, file = null, consent_way = 'tick', consent = 'withdrawn',
          withdrawn_on = coalesce(withdrawn_on, current_date)
        where person in ${herself(person)} returning id`.execute(tx);
      return rows.length;
    },
  },
  {
    table: "achievements.past_row",
    columns: ["name", "source", "person"],
    purpose: "learning_record",
    title: w.dataRow,
    collect: async (db, person) =>
      (
        await sql<Row>`
          select l.file_name, r."row" from achievements.past_row r join achievements.past_list l on l.id = r.list where r.person in ${herself(person)} order by l.file_name, r."row"`.execute(
          db,
        )
      ).rows,
    erase: async (tx, person) => {
      const { rows } = await sql`
        update achievements.past_row set name = '', source = '[]'::jsonb, person = null where person in ${herself(person)} returning list`.execute(
        tx,
      );
      return rows.length;
    },
  },
];
