/** What the phone keeps of attendance, in IndexedDB: names taken along, and every row noted until the server has it. */
import { answered, finished, openDatabase } from "#kernel/offline/database.ts";
import type { KeptRow, Roster } from "./state.ts";

let db: IDBDatabase;

/** Opens the store; call it once before anything else. */
export async function openStore(): Promise<void> {
  db = await openDatabase("inteko-attendance", (fresh) => {
    fresh.createObjectStore("rosters", { keyPath: "id" });
    const rows = fresh.createObjectStore("rows", { keyPath: "id" });
    rows.createIndex("gathering", "gathering");
    rows.createIndex("waiting", ["gathering", "waiting"]);
  });
}

/** The lists that one person took along. */
export async function rosters(person: string): Promise<Roster[]> {
  const all = await answered(db.transaction("rosters").objectStore("rosters").getAll() as IDBRequest<Roster[]>);
  return all.filter((roster) => roster.person === person);
}

/** Every row of a list. */
export function rowsOf(gathering: string): Promise<KeptRow[]> {
  return answered(db.transaction("rows").objectStore("rows").index("gathering").getAll(gathering) as IDBRequest<KeptRow[]>);
}

/** Rows that wait to be sent in the order they were noted, at most so many: what takes a row back never leaves before it. */
export async function waitingOf(gathering: string, most: number): Promise<KeptRow[]> {
  const rows = await answered(db.transaction("rows").objectStore("rows").index("waiting").getAll([gathering, 1]) as IDBRequest<KeptRow[]>);
  return rows
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.kind === "void") - Number(b.kind === "void")))
    .slice(0, most);
}

/** How many wait. */
export function countWaiting(gathering: string): Promise<number> {
  return answered(db.transaction("rows").objectStore("rows").index("waiting").count([gathering, 1]));
}

/** Keeps a list and the rows the server has of it. Rows that wait here go on waiting. */
export async function keep(roster: Roster, rows: readonly KeptRow[]): Promise<void> {
  const own = new Set((await rowsOf(roster.id)).filter((row) => row.waiting === 1 || row.refused !== "").map((row) => row.id));
  const transaction = db.transaction(["rosters", "rows"], "readwrite");
  transaction.objectStore("rosters").put(roster);
  for (const row of rows) if (!own.has(row.id)) transaction.objectStore("rows").put(row);
  await finished(transaction);
}

/** Changes what is kept about a list. */
export async function update(roster: Roster): Promise<void> {
  const transaction = db.transaction("rosters", "readwrite");
  transaction.objectStore("rosters").put(roster);
  await finished(transaction);
}

/** Adds or changes rows; durable when the promise is kept. */
export async function put(rows: readonly KeptRow[]): Promise<void> {
  const transaction = db.transaction("rows", "readwrite");
  for (const row of rows) transaction.objectStore("rows").put(row);
  await finished(transaction);
}

/** Takes everything of one person off the phone. */
export async function remove(person: string): Promise<void> {
  const ids = (await rosters(person)).map((roster) => roster.id);
  const rows = (await Promise.all(ids.map(rowsOf))).flat();
  const transaction = db.transaction(["rosters", "rows"], "readwrite");
  for (const id of ids) transaction.objectStore("rosters").delete(id);
  for (const row of rows) transaction.objectStore("rows").delete(row.id);
  await finished(transaction);
}
