/** What is held about people here: certificates, kept because anybody may check them, and exceptions. */
import { sql, type RawBuilder } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import { w } from "./words-more.ts";

const hers = (column: string, person: string): RawBuilder<unknown> =>
  sql`${sql.ref(column)} in (select id from registry.person where id = ${person} or merged_into = ${person})`;

/** A certificate is not erased: whoever holds the paper must be able to have it checked. The holder may ask for it to be withdrawn. */
const certificates: PersonalData = {
  table: "certificates.certificate",
  columns: ["person", "enrolment", "content", "code", "withdrawn_why", "withdrawn_note"],
  purpose: "learning_record",
  title: w.dataCertificates,
  collect: async (db, person) => {
    const { rows } = await sql<Record<string, unknown>>`
      select c.number, c.content, c.state, c.withdrawn_why, c.withdrawn_note, c.withdrawn_at, c.issued_on from certificates.certificate c
      where ${hers("c.person", person)} order by c.issued_on`.execute(db);
    return rows;
  },
};

/** Enrolment and participant bear one id: the participant says whose exception it is. */
const exceptions: PersonalData = {
  table: "certificates.exception",
  columns: ["enrolment", "reason", "answer", "asked_person", "decided_person"],
  purpose: "learning_record",
  title: w.dataExceptions,
  collect: async (db, person) => {
    const { rows } = await sql<Record<string, unknown>>`
      select x.reason, x.state, x.answer, x.asked_at, x.decided_at from certificates.exception x
      join gathering.participant t on t.id = x.enrolment where ${hers("t.person", person)} order by x.asked_at`.execute(db);
    return rows;
  },
  erase: async (tx, person) => {
    const { numAffectedRows } = await sql`
      update certificates.exception x set reason = '–', answer = null from gathering.participant t
      where t.id = x.enrolment and ${hers("t.person", person)}`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
};

export const personalData: readonly PersonalData[] = [certificates, exceptions];
