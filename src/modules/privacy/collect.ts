/** Everything held about one person, from what all modules declare and from the personal content beside the journal; and its erasure. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { PersonalData } from "#kernel/access/module.ts";
import { retentionOf } from "./inventory.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import type { Text } from "#platform/i18n/text.ts";
import { zipStream, type ZipPart } from "#platform/tabular/zip-stream.ts";
import { writeCsv, type Value } from "#platform/tabular/write.ts";
import type { Tables } from "./schema.ts";
import { w } from "./words-requests.ts";

/** One row as it is handed over. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of one declaration about one person. */
export interface Held {
  readonly declared: PersonalData;
  readonly rows: readonly Row[];
}

/** What is held about a person. `journal` is the personal content beside journal entries about her. */
export interface AllHeld {
  readonly held: readonly Held[];
  readonly journal: readonly { readonly entry: number; readonly at: Date; readonly kind: string; readonly content: unknown }[];
}

/** Entries about a person: she is their subject, or their personal content names her by her id. */
const aboutPerson = (person: string) => sql`
  from journal.personal c join journal.entry e on e.entry = c.entry
  where e.subject = ${person} or e.subject in (select id from access.account where person = ${person}) or c.content::text like ${`%${person}%`}`;

/** Reads everything about a person: one query or so for each declaration, and one for the journal. */
export async function collectAll(db: Db<Tables>, declared: readonly PersonalData[], person: string): Promise<AllHeld> {
  const held: Held[] = [];
  for (const one of declared) held.push({ declared: one, rows: await one.collect(db, person) });
  const { rows } = await sql<AllHeld["journal"][number]>`
    select e.entry, e.recorded_at as at, e.kind, c.content ${aboutPerson(person)} order by e.entry`.execute(db);
  return { held, journal: rows };
}

/** The same as plain data, for a file that other programs read. */
export function asData(all: AllHeld, pack: Pack): unknown {
  return {
    held: all.held.map(({ declared, rows }) => ({
      table: declared.table,
      title: declared.title,
      purpose: declared.purpose,
      basis: retentionOf(pack, declared.purpose)?.basis ?? null,
      rows,
    })),
    journal: all.journal,
  };
}

const cellOf = (value: unknown): Value =>
  value === null || value === undefined || ["string", "number", "boolean", "bigint"].includes(typeof value) || value instanceof Date
    ? (value as Value)
    : JSON.stringify(value);

async function* textOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const README = `Everything this installation holds about one person, as of the moment the file was made.
data.json holds all of it. Each .csv file holds the rows of one table (UTF-8, comma, first line names the columns).
journal.csv is the personal content that stands beside entries of the journal about the person.
`;

/** The same as a ZIP: JSON for programs, one CSV a table for people. */
export function asZip(all: AllHeld, pack: Pack): AsyncGenerator<Uint8Array> {
  const parts: ZipPart[] = [
    { name: "README.txt", content: textOf(README) },
    { name: "data.json", content: textOf(JSON.stringify(asData(all, pack), null, 2)) },
  ];
  for (const { declared, rows } of all.held) {
    if (rows.length === 0) continue;
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    parts.push({
      name: `${declared.table}.csv`,
      content: writeCsv(
        columns,
        rows.map((row) => columns.map((column) => cellOf(row[column]))),
        { mark: true },
      ),
    });
  }
  parts.push({
    name: "journal.csv",
    content: writeCsv(
      ["entry", "recorded_at", "kind", "content"],
      all.journal.map((row) => [row.entry, row.at, row.kind, JSON.stringify(row.content)]),
      { mark: true },
    ),
  });
  return zipStream(parts);
}

/** How much was, or would be, erased of one table; null: kept, because no module may erase it. */
export interface Erased {
  readonly table: string;
  readonly title: Text;
  readonly purpose: string;
  readonly rows: number | null;
}

async function eraseJournal(tx: Tx<Tables>, person: string): Promise<number> {
  // The leaf and its commitment stay: the journal is provable, and says no more what it was about.
  const gone = await sql`delete from journal.personal where entry in (select c.entry ${aboutPerson(person)})`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
}

/** Erases everything that modules let go of, inside an open transaction. The journal comes first: it finds a person by her account too. */
async function eraseRows(tx: Tx<Tables>, declared: readonly PersonalData[], person: string): Promise<Erased[]> {
  const counts: Erased[] = [
    { table: "journal.personal", title: w.journalContent, purpose: "author", rows: await eraseJournal(tx, person) },
  ];
  for (const one of declared)
    counts.push({
      table: one.table,
      title: one.title,
      purpose: one.purpose,
      rows: one.erase === undefined ? null : await one.erase(tx, person),
    });
  return counts;
}

/** Runs something and undoes it: what it counted is exactly what the real run would do. Inside an open transaction only its own part is undone. */
export async function rehearse<R>(db: Db<any>, work: (tx: Tx<any>) => Promise<R>): Promise<R> {
  if (!db.isTransaction) return db.transaction().execute((tx) => rehearse(tx, work));
  await sql`savepoint rehearsal`.execute(db);
  const result = await work(db as Tx<any>);
  await sql`rollback to savepoint rehearsal`.execute(db);
  await sql`release savepoint rehearsal`.execute(db);
  return result;
}

/** What erasing would do, without doing it. */
export function wouldErase(db: Db<Tables>, declared: readonly PersonalData[], person: string): Promise<Erased[]> {
  return rehearse(db, (tx) => eraseRows(tx, declared, person));
}

/** Erases a person's data and tells the journal how much of what, never what it was. */
export async function erasePerson(act: Act<Tables>, declared: readonly PersonalData[], person: string): Promise<Erased[]> {
  const counts = await eraseRows(act.tx, declared, person);
  await act.journal({
    kind: "privacy.person_erased",
    subject: { kind: "person", id: person },
    payload: {
      erased: counts.filter((count) => count.rows !== null).map(({ table, rows }) => ({ table, rows })),
      kept: counts.filter((count) => count.rows === null).map((count) => count.table),
    },
  });
  return counts;
}
