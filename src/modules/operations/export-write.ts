/** Writes an export in open formats, out of one snapshot, piece by piece: tables as CSV, the journal as JSON lines, files as files. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Db, Tx } from "#platform/db/handle.ts";
import { plainName, streamFile } from "#platform/files/store.ts";
import { inChunks, writeCsv, type Value } from "#platform/tabular/write.ts";
import type { ZipPart } from "#platform/tabular/zip-stream.ts";
import { dictionaryOf, exportTables, type TableShape } from "./export-shape.ts";
import type { Tables } from "./schema.ts";

/** What is exported. `counted` is told after every batch of rows. */
export interface ExportOrder {
  readonly pack: Pack;
  readonly declared: readonly PersonalData[];
  readonly withPersonal: boolean;
  readonly now: Date;
  readonly counted: (rows: number) => void;
}

/** An export ready to be written: its parts in order, and how many rows there are in all. */
export interface Export {
  readonly parts: Iterable<ZipPart>;
  readonly total: number;
}

const BATCH = 1_000;

type Row = Readonly<Record<string, unknown>>;

/** The rows of a query through a server-side cursor, a batch at a time. */
async function* cursorRows(tx: Tx<any>, query: ReturnType<typeof sql>, counted: (rows: number) => void): AsyncGenerator<Row> {
  await sql`declare export_rows no scroll cursor for ${query}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(BATCH)} from export_rows`.execute(tx);
    yield* rows;
    counted(rows.length);
    if (rows.length < BATCH) break;
  }
  await sql`close export_rows`.execute(tx);
}

const cellOf = (value: unknown): Value =>
  value !== null && typeof value === "object" && !(value instanceof Date) ? JSON.stringify(value) : (value as Value);

async function* tableRows(tx: Tx<any>, table: TableShape, order: ExportOrder): AsyncGenerator<Value[]> {
  const shown = table.columns.filter((column) => order.withPersonal || !column.personal);
  const list = sql.join(shown.map((column) => sql.ref(column.name)));
  const names = new Set(shown.map((column) => column.name));
  const query = shown.length === 0 ? sql`select 1 as one from ${sql.table(table.name)}` : sql`select ${list} from ${sql.table(table.name)}`;
  for await (const row of cursorRows(tx, query, order.counted))
    yield table.columns.map((column) => (names.has(column.name) ? cellOf(row[column.name]) : null));
}

/** The journal line by line: what is sealed, its place in the tree, and the personal content only when it may leave. */
async function* journalLines(tx: Tx<any>, order: ExportOrder): AsyncGenerator<string> {
  const personal = order.withPersonal
    ? sql`case when c.entry is null then null else json_build_object('salt', encode(c.salt, 'base64'), 'content', c.content) end`
    : sql`null::json`;
  const query = sql`
    select e.entry, e.year, e.member, e.recorded_at, e.kind, e.subject_kind, e.subject, e.post, ${order.withPersonal ? sql`e.person` : sql`null::uuid`} as person,
      e.payload, encode(e.commitment, 'base64') as commitment, l.seq as place, encode(l.hash, 'base64') as leaf_hash, ${personal} as personal
    from journal.entry e left join journal.leaf l on l.entry = e.entry left join journal.personal c on c.entry = e.entry order by e.entry`;
  for await (const row of cursorRows(tx, query, order.counted)) yield `${JSON.stringify(row)}\n`;
}

async function* textOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

interface Facts {
  readonly note: string | null;
  readonly key: unknown;
}

function readme(order: ExportOrder, tables: number): string {
  const personal = order.withPersonal
    ? "It holds personal data: keep it only for the purpose for which it was approved, and erase it when that is done."
    : "Columns about people are empty, files are left out, and people in the journal are left out. Free texts are as people wrote them.";
  return `Everything that the installation of ${order.pack.association.names.en} holds, as of ${order.now.toISOString()}, out of one snapshot.
${personal}

tables/       ${tables} tables, one CSV each: UTF-8, comma, double quotes, the first line names the columns. Dates are YYYY-MM-DD, moments
              ISO 8601 in UTC, JSON and lists are JSON text. An empty cell is "no value". A text that a spreadsheet would run as a
              formula has an apostrophe before it.
schema.json   What every table and column means: a JSON Schema with one definition for the rows of each table.
journal/      entries.jsonl: every entry in order, with its place in the Merkle tree (RFC 9162) and its leaf's hash.
              checkpoint.txt: the newest signed checkpoint (C2SP tlog-checkpoint). key.txt: the key that verifies it.
files/        Files people attached, each under its id and name; tables/files.file.csv says what they belong to.

Code lists and rule sets are tables too: rules.code and rules.rule_set. Passwords, keys and sessions are in no export.
`;
}

async function fileParts(tx: Tx<any>): Promise<ZipPart[]> {
  const { rows } = await sql<{ id: string; name: string; size: number }>`
    select f.id, f.name, b.size from files.file f join files.blob b on b.hash = f.hash order by f.uploaded_at, f.id`.execute(tx);
  return rows.map((file) => ({
    name: `files/${file.id}-${plainName(file.name)}`,
    content: streamFile(tx as Db<any>, {
      id: file.id,
      name: file.name,
      size: file.size,
      mediaType: "",
      purpose: "",
      subjectKind: "",
      subject: "",
    }) as unknown as AsyncIterable<Uint8Array>,
  }));
}

/**
 * Prepares an export inside a transaction that reads one snapshot; its parts must be read to the end, one after the other,
 * before the transaction ends.
 */
export async function prepareExport(tx: Tx<Tables>, order: ExportOrder): Promise<Export> {
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
  const tables = await exportTables(tx, order.declared);
  let total = 0;
  for (const name of [...tables.map((table) => table.name), "journal.entry"])
    total += (await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(tx)).rows[0]?.n ?? 0;
  const facts = (
    await sql<Facts>`
    select (select note from journal.checkpoint order by size desc limit 1) as note, (select value from setting.fact where name = 'journal_key') as key`.execute(
      tx,
    )
  ).rows[0];
  const parts: ZipPart[] = [
    { name: "README.txt", content: textOf(readme(order, tables.length)) },
    { name: "schema.json", content: textOf(JSON.stringify(dictionaryOf(tables, order.withPersonal), null, 2)) },
    ...tables.map((table) => ({
      name: `tables/${table.name}.csv`,
      content: writeCsv(
        table.columns.map((column) => column.name),
        tableRows(tx, table, order),
      ),
    })),
    { name: "journal/entries.jsonl", content: inChunks(journalLines(tx, order)) },
    { name: "journal/checkpoint.txt", content: textOf(facts?.note ?? "") },
    { name: "journal/key.txt", content: textOf(typeof facts?.key === "string" ? `${facts.key}\n` : "") },
    ...(order.withPersonal ? await fileParts(tx) : []),
  ];
  return { parts, total };
}

/** Runs something in a transaction that sees one snapshot. */
export function inSnapshot<R>(db: Db<Tables>, work: (tx: Tx<Tables>) => Promise<R>): Promise<R> {
  return db.transaction().setIsolationLevel("repeatable read").execute(work);
}
