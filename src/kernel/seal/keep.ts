/** Keeps the newest checkpoint in files beside the database, so that it is found even when the database is rewritten. */
import { appendFile, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "#platform/db/handle.ts";
import type { JournalTables } from "#platform/journal/tables.ts";
import { lastCheckpoint } from "./sequence.ts";

/** Writes `checkpoints/latest` whole and adds the note to `checkpoints/all`. */
export async function keepCheckpoint(db: Db<JournalTables>, dataFolder: string): Promise<void> {
  const last = await lastCheckpoint(db);
  if (last === null) return;
  const folder = join(dataFolder, "checkpoints");
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, "all"), `${last.note}\n`);
  await writeFile(join(folder, "latest.new"), last.note);
  await rename(join(folder, "latest.new"), join(folder, "latest"));
}
