/** The personal data of the registry and of handovers: what is held, for which purpose, how it is handed out and erased. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import { newId } from "#platform/db/ids.ts";
import { w } from "./words.ts";

/** A person and the doubles merged into her. */
const own = (person: string) => sql`(select id from registry.person where id = ${person} or merged_into = ${person})`;

type Row = Readonly<Record<string, unknown>>;
const changed = (result: { numAffectedRows?: bigint }): number => Number(result.numAffectedRows ?? 0);

export const personalData: readonly PersonalData[] = [
  {
    table: "registry.person",
    columns: ["full_name", "given_name", "sort_name", "sex", "birth_year", "language"],
    purpose: "staff_profile",
    title: w.dataPerson,
    collect: async (db, person) =>
      (await sql<Row>`select full_name, given_name, sex, birth_year, language from registry.person where id in ${own(person)}`.execute(db))
        .rows,
    // Who held which post stays a fact of the office; the person in it loses her name.
    erase: async (tx, person) =>
      changed(
        await sql`update registry.person set full_name = ${`– ${newId().slice(0, 8)}`}, sort_name = '–', given_name = null, sex = null, birth_year = null where id in ${own(person)}`.execute(
          tx,
        ),
      ),
    expire: async (tx, before) =>
      changed(
        await sql`update registry.person h set sex = null, birth_year = null where (sex is not null or birth_year is not null)
          and exists (select 1 from registry.assignment a where a.person = h.id)
          and not exists (select 1 from registry.assignment a where a.person = h.id and (a.to_day is null or a.to_day >= ${before}))`.execute(
          tx,
        ),
      ),
  },
  {
    table: "registry.person",
    columns: ["disability"],
    purpose: "disability",
    title: w.dataDisability,
    collect: async (db, person) =>
      (await sql<Row>`select disability from registry.person where disability is not null and id in ${own(person)}`.execute(db)).rows,
    erase: async (tx, person) =>
      changed(await sql`update registry.person set disability = null where disability is not null and id in ${own(person)}`.execute(tx)),
  },
  {
    table: "registry.contact",
    columns: ["kind", "value", "shared"],
    purpose: "contact",
    title: w.dataContact,
    collect: async (db, person) =>
      (
        await sql<Row>`select kind, value, shared, from_day, to_day from registry.contact where person in ${own(person)} order by from_day`.execute(
          db,
        )
      ).rows,
    erase: async (tx, person) => changed(await sql`delete from registry.contact where person in ${own(person)}`.execute(tx)),
    expire: async (tx, before) =>
      changed(
        await sql`delete from registry.contact c where exists (select 1 from registry.assignment a where a.person = c.person)
          and not exists (select 1 from registry.assignment a where a.person = c.person and (a.to_day is null or a.to_day >= ${before}))`.execute(
          tx,
        ),
      ),
  },
  {
    table: "registry.qualification",
    columns: ["level", "field", "title", "year"],
    purpose: "staff_profile",
    title: w.dataQualification,
    collect: async (db, person) =>
      (
        await sql<Row>`select level, field, title, year, certainty, source from registry.qualification where person in ${own(person)}`.execute(
          db,
        )
      ).rows,
    erase: async (tx, person) => changed(await sql`delete from registry.qualification where person in ${own(person)}`.execute(tx)),
    expire: async (tx, before) =>
      changed(
        await sql`delete from registry.qualification q where exists (select 1 from registry.assignment a where a.person = q.person)
          and not exists (select 1 from registry.assignment a where a.person = q.person and (a.to_day is null or a.to_day >= ${before}))`.execute(
          tx,
        ),
      ),
  },
  {
    table: "registry.assignment",
    columns: ["person", "from_day", "to_day", "reason_left"],
    purpose: "post_holding",
    title: w.dataAssignment,
    collect: async (db, person) =>
      (
        await sql<Row>`select p.post_type, o.name as organisation, a.acting, a.from_day, a.to_day, a.reason_left
          from registry.assignment a join registry.post p on p.id = a.post join registry.organisation o on o.id = p.organisation
          where a.person in ${own(person)} order by a.from_day`.execute(db)
      ).rows,
  },
  {
    table: "people.handover",
    columns: ["outgoing", "incoming", "gaps", "reservations", "completed_because"],
    purpose: "handover",
    title: w.dataHandover,
    collect: async (db, person) =>
      (
        await sql<Row>`select h.event_day, h.reason, h.state, h.gaps, h.reservations, h.outgoing in ${own(person)} as gave
          from people.handover h where h.outgoing in ${own(person)} or h.incoming in ${own(person)} order by h.event_day`.execute(db)
      ).rows,
    expire: async (tx, before) =>
      changed(
        await sql`update people.handover set gaps = '{}', compiled = null, reservations = null, completed_because = null where state = 'closed' and closed_at < ${before}::date and compiled is not null`.execute(
          tx,
        ),
      ),
  },
];
