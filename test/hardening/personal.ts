/** Finds personal data where none belongs: names, addresses and numbers of people in journal payloads, jobs and log lines. */
import { sql, type Kysely } from "kysely";
import { CAST } from "#test/support/cast.ts";
import { TYPED } from "./reader.ts";

const PATTERNS: readonly [what: string, pattern: RegExp][] = [
  ["an e-mail address", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/],
  ["a telephone number", /(?:\+?250[ .]?|\b0)7\d{2}[ .]?\d{3}[ .]?\d{3}\b/],
];

/** The names that must not appear: everyone's whole name, and each longer part of the names of the cast that is no place's name too. */
export async function namesIn(db: Kysely<any>, places: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ full_name: string }>`select distinct full_name from registry.person where full_name like '% %'`.execute(db);
  const taken = new Set(places);
  const parts = Object.values(CAST)
    .flatMap((person) => person.name.split(/[ -]/))
    .filter((part) => part.length >= 5 && !taken.has(part));
  return [...new Set([...rows.map((row) => row.full_name), ...parts, TYPED.text, ...TYPED.text.split(" "), TYPED.tel])];
}

/** What personal data a text holds; empty when none. */
export function personalIn(text: string, names: readonly string[]): string[] {
  const patterns = PATTERNS.flatMap(([what, pattern]) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${what}: ${found}`];
  });
  return [...patterns, ...names.filter((name) => text.includes(name)).map((name) => `a name: ${name}`)];
}

/** Every journal entry whose public payload holds personal data, as a sentence. */
export async function personalInJournal(db: Kysely<any>, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    entry: number;
    kind: string;
    payload: string;
  }>`select entry, kind, payload::text as payload from journal.entry order by entry`.execute(db);
  if (rows.length === 0) throw new Error("The journal is empty: nothing was looked at.");
  return rows.flatMap((row) => personalIn(row.payload, names).map((found) => `${row.kind} (entry ${row.entry}) holds ${found}`));
}

/** Every waiting job whose payload holds personal data. */
export async function personalInJobs(db: Kysely<any>, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ task: string; payload: string }>`
    select t.identifier as task, j.payload::text as payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`.execute(
    db,
  );
  return rows.flatMap((row) => personalIn(row.payload, names).map((found) => `job ${row.task} holds ${found}`));
}
