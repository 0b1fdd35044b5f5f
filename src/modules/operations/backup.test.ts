/** Gilbert keeps the association safe: a backup, a restore elsewhere, and what doctor says in between. */
import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { keysFolder, openSealKey, originOfLog } from "#kernel/seal/key.ts";
import { sealPending } from "#kernel/seal/sequence.ts";
import { verifyJournal } from "#kernel/seal/verify.ts";
import { formatVerifierKey, verifierOf, type SigningKey } from "#methods/proofs/note.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { openPool, type Pool } from "#platform/db/pool.ts";
import { readFile, storeFile } from "#platform/files/store.ts";
import { ROOT } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { backupCommand, restoreCommand } from "./command-backup.ts";
import { runCommand, type Ground } from "./command.fixture.ts";
import { doctorCommand } from "./command-doctor.ts";
import { keepNightly } from "./keep.ts";

const world = useWorld([]);
let folder: string;
let key: SigningKey;
let fileId: string;
const photo = Buffer.from([0, 255, 10, 13, 92, 34, 44, 0, 1]);
const others: Pool[] = [];

const databaseName = (pool: Pool["pool"]): string => (pool.options as { database: string }).database;
function urlOf(database: string): string {
  const { host, port, user } = inject("server");
  return `postgresql:///${database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`;
}
const ground = (database: string, dataFolder = folder): Ground => ({
  url: urlOf(database),
  dataFolder,
  root: ROOT,
  pack: world.pack,
  now: world.now,
});
const here = (): Ground => ground(databaseName(world.pool));

async function newDatabase(): Promise<string> {
  const name = `restored_${randomUUID().replaceAll("-", "")}`;
  const admin = openPool({ ...inject("server"), database: "postgres" }, 1);
  await admin.pool.query(`create database ${name}`);
  others.push(Object.assign(admin, { name }));
  return name;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "inteko-operations-"));
  key = openSealKey(keysFolder(folder), originOfLog(world.pack));
  await writeFile(join(keysFolder(folder), "secrets.key"), Buffer.alloc(32, 7), { mode: 0o600 });
  await world.act("claudine", async (act) => {
    fileId = await storeFile(act.tx, {
      name: "list.jpg",
      mediaType: "image/jpeg",
      purpose: "test",
      subject: { kind: "person", id: newId() },
      uploadedBy: null,
      bytes: photo,
    });
    await act.journal({ kind: "test.photo_kept", subject: { kind: "file", id: fileId }, payload: {}, personal: { note: "Béata’s list" } });
    await enqueue(act.tx, "test.remind", { id: fileId }, { runAt: new Date("2030-01-01T00:00:00Z") });
  });
  await sealPending(world.db, key, () => world.now);
  await world.db
    .insertInto("setting.fact")
    .values({ name: "journal_key", value: json(formatVerifierKey(verifierOf(key))) })
    .execute();
});

afterAll(async () => {
  for (const admin of others) {
    await admin.pool.query(`drop database if exists ${(admin as Pool & { name: string }).name} with (force)`);
    await admin.close();
  }
  await rm(folder, { recursive: true });
});

async function rowCounts(pool: Pool["pool"]): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ name: string }>(
    "select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1",
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) counts[name] = (await pool.query<{ n: number }>(`select count(*) as n from ${name}`)).rows[0]?.n ?? 0;
  return counts;
}

describe("backup and restore", () => {
  it("Gilbert restores last night’s backup on another machine: every row, the photo and the sealed journal are as they were", async () => {
    const counts = await rowCounts(world.pool);
    const made = await runCommand(backupCommand, [join(folder, "one.tar"), "--with-keys"], here());
    expect(made.status).toBe(0);
    expect(made.out).toContain("Keep it in a safe");
    const name = await newDatabase();
    const elsewhere = await mkdtemp(join(folder, "elsewhere-"));
    const restored = await runCommand(restoreCommand, [join(folder, "one.tar")], ground(name, elsewhere));
    expect(restored.out).toContain("The signing key of this folder is the one the journal was sealed with.");
    expect(restored.out).toContain("1 jobs waited");
    const pool = openPool({ ...inject("server"), database: name }, 2);
    expect(await rowCounts(pool.pool)).toEqual(counts);
    expect(Buffer.from((await readFile(pool.db, fileId))?.bytes ?? []).equals(photo)).toBe(true);
    const found = await verifyJournal(pool.db, [verifierOf(openSealKey(keysFolder(elsewhere), originOfLog(world.pack)))]);
    expect({ ok: found.ok, waiting: found.waiting, tampering: found.tampering }).toEqual({ ok: true, waiting: 0, tampering: [] });
    expect((await pool.pool.query("select 1 from graphile_worker.jobs where task_identifier = 'test.remind'")).rowCount).toBe(0);
    await pool.close();
  });

  it("leaves the keys out unless they are asked for, and says what that means", async () => {
    await runCommand(backupCommand, [join(folder, "bare.tar")], here());
    const name = await newDatabase();
    const elsewhere = await mkdtemp(join(folder, "bare-"));
    const restored = await runCommand(restoreCommand, [join(folder, "bare.tar"), "--with-queue"], ground(name, elsewhere));
    expect(restored.out).toContain("Bring back your copy of that folder before you start");
    expect(restored.out).toContain("waiting jobs are in the queue again");
    expect(await readdir(elsewhere)).toEqual([]);
  });

  it("will not throw away an association whose code was not repeated, nor write over another key", async () => {
    const name = await newDatabase();
    await runCommand(restoreCommand, [join(folder, "bare.tar")], ground(name));
    expect((await runCommand(restoreCommand, [join(folder, "bare.tar")], ground(name))).out).toMatch(
      /not empty: it holds \d+ tables.*--replace RALGA/s,
    );
    expect((await runCommand(restoreCommand, [join(folder, "bare.tar"), "--replace", "HUYE"], ground(name))).out).toContain(
      "--replace RALGA",
    );
    expect((await runCommand(restoreCommand, [join(folder, "bare.tar"), "--replace", "RALGA"], ground(name))).out).toContain("Restored");
    const foreign = await mkdtemp(join(folder, "foreign-"));
    openSealKey(keysFolder(foreign), originOfLog(world.pack));
    expect((await runCommand(restoreCommand, [join(folder, "one.tar")], ground(await newDatabase(), foreign))).out).toContain(
      "another key journal.seed",
    );
  });

  it("refuses a file whose copying stopped halfway, naming the part, before it writes anything", async () => {
    const { size } = await stat(join(folder, "bare.tar"));
    await runCommand(backupCommand, [join(folder, "short.tar")], here());
    await truncate(join(folder, "short.tar"), Math.floor(size / 2));
    const name = await newDatabase();
    const refused = await runCommand(restoreCommand, [join(folder, "short.tar")], ground(name));
    expect(refused.status).toBe(1);
    expect(refused.out).toMatch(/ends too early, at the part tables\/\w+\.\w+\.0001\.csv\.gz/);
    expect((await runCommand(restoreCommand, [join(folder, "bare.tar"), "--check"], ground(name))).out).toMatch(/is whole: \d+ tables/);
  });

  it("is itself written into the journal, with whether the keys left the house", async () => {
    const { rows } = await world.pool.query<{ payload: { with_keys: boolean } }>(
      "select payload from journal.entry where kind = 'operations.backup_made' order by entry limit 2",
    );
    expect(rows.map((row) => row.payload.with_keys)).toEqual([true, false]);
  });

  it("keeps seven nightly backups and never touches a file of another name", async () => {
    const data = await mkdtemp(join(folder, "nightly-"));
    for (let night = 1; night <= 9; night++)
      await keepNightly(world.pool, { root: ROOT, dataFolder: data }, new Date(`2025-11-${String(night).padStart(2, "0")}T01:40:00Z`));
    await writeFile(join(data, "backups", "before-the-move.tar"), "");
    await keepNightly(world.pool, { root: ROOT, dataFolder: data }, new Date("2025-11-10T01:40:00Z"));
    const names = (await readdir(join(data, "backups"))).sort();
    expect(names[0]).toBe("before-the-move.tar");
    expect(names.slice(1)).toEqual(["04", "05", "06", "07", "08", "09", "10"].map((day) => `inteko-202511${day}-0140.tar`));
  }, 30_000);
});

describe("doctor", () => {
  const findings = async (g: Ground): Promise<Map<string, { level: string; says: string }>> => {
    const { out } = await runCommand(doctorCommand, ["--json"], g);
    return new Map(
      (JSON.parse(out) as { findings: { code: string; level: string; says: string }[] }).findings.map((finding) => [finding.code, finding]),
    );
  };

  it("tells Gilbert that nothing needs him when the house is in order", async () => {
    const answer = await runCommand(doctorCommand, [], here());
    expect(answer.out).toContain("Nothing needs a person.");
    expect(answer.status).toBe(0);
  });

  it("sends him to the old backup, the given-up job, the table made by hand and the missing migration", async () => {
    await world.pool.query("update operations.backup set made_at = made_at - interval '8 days'");
    await world.pool.query("update graphile_worker._private_jobs set attempts = max_attempts");
    await world.pool.query("create table registry.mine (x int)");
    await world.pool.query("delete from public.migration where name like '0010%'");
    const answer = await runCommand(doctorCommand, [], here());
    expect(answer.status).toBe(1);
    expect(answer.out).toMatch(/DO.*One migration waits/);
    expect(answer.out).toMatch(/DO.*The table registry\.mine was made by hand/);
    expect(answer.out).toMatch(/DO.*One job was given up/);
    expect(answer.out).toMatch(/DO.*The last backup is 8 days old/);
    await world.pool.query("drop table registry.mine");
  });

  it("notices a clock that was set back and a seal that does not come", async () => {
    const later = { ...here(), now: new Date(world.now.getTime() - 3_600_000) };
    expect((await findings(later)).get("clock")?.says).toContain("set back");
    const waiting = { ...here(), now: new Date(world.now.getTime() + 3 * 3_600_000) };
    expect((await findings(waiting)).get("seal")).toMatchObject({ level: "person" });
  });

  it("says so of an empty database instead of failing", async () => {
    expect((await findings(ground(await newDatabase()))).get("migrations")).toMatchObject({
      level: "person",
      says: expect.stringContaining("empty"),
    });
  });
});
