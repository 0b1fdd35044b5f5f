/** People: written once, found by name or contact, doubles merged and, when that was wrong, parted again. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import type { RegistryTables } from "./tables.ts";

/** What is known of a person. Nothing but the name is needed. */
export interface NewPerson {
  readonly fullName: string;
  readonly givenName?: string | null;
  readonly sex?: "F" | "M" | null;
  readonly birthYear?: number | null;
  readonly language?: "rw" | "en" | "fr";
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly phoneShared?: boolean;
}

/** The key that people are listed by: lower case, without accents, as the name is written. */
export function sortNameOf(fullName: string): string {
  return fullName.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Adds a person and her contacts. The name goes beside the journal's leaf, where it can be erased by law. */
export async function addPerson(act: Act<RegistryTables>, person: NewPerson, source: string): Promise<string> {
  const id = newId();
  await act.tx
    .insertInto("registry.person")
    .values({
      id,
      full_name: person.fullName,
      given_name: person.givenName ?? null,
      sort_name: sortNameOf(person.fullName),
      sex: person.sex ?? null,
      birth_year: person.birthYear ?? null,
      language: person.language ?? "rw",
    })
    .execute();
  const contacts = [
    ...(person.phone ? [{ kind: "phone", value: person.phone, shared: person.phoneShared ?? false }] : []),
    ...(person.email ? [{ kind: "email", value: person.email, shared: false }] : []),
  ];
  if (contacts.length > 0)
    await act.tx
      .insertInto("registry.contact")
      .values(contacts.map((contact) => ({ id: newId(), person: id, ...contact, from_day: act.today })))
      .execute();
  await act.journal({
    kind: "registry.person.added",
    subject: { kind: "person", id },
    payload: {},
    personal: { name: person.fullName, source },
  });
  return id;
}

/** A person as lists show her. */
export interface PersonRow {
  readonly id: string;
  readonly fullName: string;
  readonly sex: "F" | "M" | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** People by id with their own phone and e-mail, in one query; a merged double answers as the person it was merged into. */
export async function peopleByIds(db: Db<any>, ids: readonly string[]): Promise<ReadonlyMap<string, PersonRow>> {
  const { rows } = await sql<PersonRow & { asked: string }>`
    select q.id as asked, p.id, p.full_name as "fullName", p.sex,
      (select value from registry.contact c where c.person = p.id and c.kind = 'phone' and c.to_day is null order by c.from_day desc limit 1) as phone,
      (select value from registry.contact c where c.person = p.id and c.kind = 'email' and c.to_day is null order by c.from_day desc limit 1) as email
    from registry.person q
    join registry.person p on p.id = coalesce(q.merged_into, q.id)
    where q.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ asked, ...row }) => [asked, row]));
}

/** Declares one record to be a double of another person. Nothing is copied: reads follow the mark, and taking it off parts them again. */
export async function mergePeople(act: Act<RegistryTables>, kept: string, double: string, reasons: readonly string[]): Promise<void> {
  await sql`update registry.person set merged_into = ${kept} where id = ${double} or merged_into = ${double}`.execute(act.tx);
  await act.journal({
    kind: "registry.person.merged",
    subject: { kind: "person", id: kept },
    payload: { double, reasons: [...reasons] },
  });
}

/** Parts a double from the person it was merged into. */
export async function partPeople(act: Act<RegistryTables>, double: string): Promise<void> {
  const row = await act.tx.selectFrom("registry.person").select("merged_into").where("id", "=", double).forUpdate().executeTakeFirst();
  await act.tx.updateTable("registry.person").set({ merged_into: null }).where("id", "=", double).execute();
  await act.journal({
    kind: "registry.person.parted",
    subject: { kind: "person", id: double },
    payload: { from: row?.merged_into ?? null },
  });
}
