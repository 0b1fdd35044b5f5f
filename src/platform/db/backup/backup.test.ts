/** Backups of a small invented database, on the PostgreSQL of the house and on the oldest one it supports. */
import { createHash, randomUUID } from "node:crypto";
import { copyFile, mkdir, mkdtemp, open, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrate } from "#platform/db/migrate.ts";
import { openPool, type Address, type Pool } from "#platform/db/pool.ts";
import { Problem } from "#platform/problems/problem.ts";
import { testCluster } from "#platform/db/embedded/test-cluster.ts";
import { readArchive } from "./archive.ts";
import { makeBackup, type BackupResult } from "./backup.ts";
import { checkBackup } from "./check.ts";
import { restoreBackup } from "./restore.ts";

const FIRST = `
create schema village;
create table village.house (
  id bigint generated always as identity primary key,
  next bigint references village.house (id),
  name text, area numeric(12,3), height float8, seen timestamptz, built date, photo bytea, facts jsonb, tags text[], took interval,
  label text generated always as (upper(name)) stored
);
create table village.note (text text);
create table village.ledger (id uuid primary key, house bigint not null references village.house (id), line text not null);
create function village.refuse() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
create trigger final before update or delete on village.ledger for each row execute function village.refuse();
create table village.echo (id uuid primary key);
create function village.repeat() returns trigger language plpgsql as $$ begin insert into village.echo values (new.id); return null; end $$;
create trigger echoes after insert on village.ledger for each row execute function village.repeat();
create materialized view village.summary as select count(*) as houses from village.house;
create table village.scratch (piece bytea);
comment on table village.scratch is 'Transient: pieces of a file being made';
insert into village.note values ('a seed row of the migration');
`;
const SECOND = `create table village.planted ("odd ""name""" text, "select" int);`;

/** Rows with everything that text formats trip over. */
const ROWS = `
insert into village.house (next, name, area, height, seen, built, photo, facts, tags, took) values
  (2, 'Nyiraneza "Béata", Ngoma', 1234.500, 0.1::float8 + 0.2::float8, '2025-11-17 09:00:00.123456+02', '1899-12-31', '\\x00ff0a0d5c', '{"a": [1, null, "\\"x\\\\n"]}', array['x,y', null, '"'], '1 mon 2 days 03:04:05.6'),
  (1, '', null, 'NaN', 'infinity', null, '\\x', 'null', '{}', null),
  (null, E'line\\nline\\r\\n\\t\\\\.', -0.001, '-Infinity', null, '2400-01-01', null, null, null, null);
delete from village.note;
insert into village.note values (null), (''), ('\\.'), ('NULL');
insert into village.ledger select gen_random_uuid(), 1 + n % 3, 'line ' || n from generate_series(1, 5000) n;
insert into village.planted values ('x', 1);
insert into village.scratch values ('\\x01');
select nextval(pg_get_serial_sequence('village.house', 'id')), nextval(pg_get_serial_sequence('village.house', 'id'));
`;

const TABLES = ["house", "note", "ledger", "echo", "planted", "summary"];

let folder: string;
let migrations: string;
let source: Pool;
let backup: BackupResult;
const path = (name: string): string => join(folder, name);
const opened: { pool: Pool; drop: () => Promise<void> }[] = [];

/** Closes a pool that was never used through its handle. */
async function close(pool: Pool): Promise<void> {
  await pool.close();
  if (!pool.pool.ended) await pool.pool.end();
}

/** A new empty database on a server. One connection, as the command line opens it. */
async function emptyDatabase(server: Exclude<Address, { url: string }>): Promise<Pool> {
  const name = `backup_${randomUUID().replaceAll("-", "")}`;
  const admin = openPool({ ...server, database: "postgres" }, 1);
  await admin.pool.query(`create database ${name}`);
  const pool = openPool({ ...server, database: name }, 1);
  opened.push({
    pool,
    drop: async () => {
      await close(pool);
      await admin.pool.query(`drop database ${name} with (force)`);
      await close(admin);
    },
  });
  return pool;
}

const here = (): Exclude<Address, { url: string }> => ({ ...inject("server"), database: "postgres" });

/** All rows of a database as one hash a table. */
async function digest(pool: Pool): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await pool.pool.query("set timezone = 'UTC'");
  for (const table of TABLES) {
    const { rows } = await pool.pool.query<{ row: string }>(`select t::text as row from village.${table} t order by 1`);
    found[table] = createHash("sha256")
      .update(rows.map((row) => row.row).join("\n"))
      .digest("hex");
  }
  return found;
}

const order = (name: string) => ({ path: path(name), migrations, replace: false, code: "ISLE" });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "inteko-backup-"));
  migrations = path("migrations");
  await mkdir(migrations);
  await writeFile(join(migrations, "0001_first.sql"), FIRST);
  await writeFile(join(migrations, "0002_planted.sql"), SECOND);
  source = await emptyDatabase(here());
  await migrate(source.pool, migrations);
  await source.pool.query(ROWS);
  await source.pool.query("refresh materialized view village.summary");
  backup = await makeBackup(source.pool, {
    path: path("all.tar"),
    now: new Date(0),
    about: () => Promise.resolve({ association: "ISLE" }),
    files: [],
  });
});

afterAll(async () => {
  for (const { drop } of opened) await drop();
  await rm(folder, { recursive: true });
});

/** The code of the problem that a promise ends in, and the part it names. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem)
      return `${error.kind.code} ${String(error.values["part"] ?? error.values["migration"] ?? error.values["table"] ?? "")}`.trim();
    throw error;
  }
  return "accepted";
}

describe("makeBackup", () => {
  it("finds every table in the catalogue, one that a later migration planted included", () => {
    expect(backup.manifest.tables.map((table) => `${table.schema}.${table.table} ${table.rows}`)).toEqual([
      "public.migration 2",
      "village.echo 5000",
      "village.house 3",
      "village.ledger 5000",
      "village.note 4",
      "village.planted 1",
      "village.scratch 0",
    ]);
    expect(backup.manifest.tables.find((table) => table.table === "scratch")?.transient).toBe(true);
  });

  it("is read from one snapshot: what is written while it runs is in the next one", async () => {
    const busy = openPool({ ...here(), database: (source.pool.options as { database: string }).database }, 2);
    const made = await makeBackup(busy.pool, {
      path: path("snapshot.tar"),
      now: new Date(0),
      about: async (client) => {
        await busy.pool.query("insert into village.planted values ('later', 2)");
        const { rows } = await client.query<{ n: number }>("select count(*) as n from village.planted");
        return { seen: rows[0]?.n ?? 0 };
      },
    });
    await busy.pool.query(`delete from village.planted where "select" = 2`);
    await close(busy);
    expect(made.manifest.about["seen"]).toBe(1);
  });

  it("never writes over another file, keeps it from other users, and leaves no half file", async () => {
    expect(await refusal(makeBackup(source.pool, { path: path("all.tar"), now: new Date(0), about: () => Promise.resolve({}) }))).toBe(
      "backup.exists",
    );
    expect((await stat(path("all.tar"))).mode & 0o777).toBe(0o600);
    await expect(
      makeBackup(source.pool, { path: path("fails.tar"), now: new Date(0), about: () => Promise.reject(new Error("power cut")) }),
    ).rejects.toThrow("power cut");
    expect((await readdir(folder)).filter((name) => name.startsWith("fails"))).toEqual([]);
  });
});

describe("restoreBackup", () => {
  it("makes every row again to the last digit, and the database goes on from there", async () => {
    const target = await emptyDatabase(here());
    const restored = await restoreBackup(target.pool, order("all.tar"));
    expect(restored.rows).toBe(10_010);
    expect(await digest(target)).toEqual(await digest(source));
    const { rows } = await target.pool.query<{ id: number }>("insert into village.house (name) values ('next') returning id");
    expect(rows[0]?.id).toBe(6);
    await expect(target.pool.query("delete from village.ledger")).rejects.toThrow("append-only");
    await expect(target.pool.query("insert into village.ledger values (gen_random_uuid(), 999, 'no house')")).rejects.toThrow(
      "foreign key",
    );
    expect(await migrate(target.pool, migrations)).toEqual([]);
  });

  it.each([15, 18] as const)(
    "fits PostgreSQL %i and comes back from there unchanged",
    async (major) => {
      const cluster = await testCluster({ major });
      try {
        const there = openPool({ ...cluster.connection, database: "postgres" }, 1);
        await there.pool.query("create database isle");
        await close(there);
        const target = openPool({ ...cluster.connection, database: "isle" }, 1);
        await restoreBackup(target.pool, order("all.tar"));
        await makeBackup(target.pool, { path: path(`from-${major}.tar`), now: new Date(0), about: () => Promise.resolve({}) });
        await close(target);
      } finally {
        await cluster.stop();
      }
      const back = await emptyDatabase(here());
      await restoreBackup(back.pool, order(`from-${major}.tar`));
      expect(await digest(back)).toEqual(await digest(source));
    },
    30_000,
  );

  it("refuses a database that holds anything, unless told to throw it away", async () => {
    const target = await emptyDatabase(here());
    await target.pool.query("create schema mine; create table mine.treasure (x int); insert into mine.treasure values (7)");
    expect(await refusal(restoreBackup(target.pool, order("all.tar")))).toBe("backup.notEmpty");
    expect((await target.pool.query("select x from mine.treasure")).rows).toEqual([{ x: 7 }]);
    await restoreBackup(target.pool, { ...order("all.tar"), replace: true });
    expect(await digest(target)).toEqual(await digest(source));
    await expect(target.pool.query("select * from mine.treasure")).rejects.toThrow("does not exist");
  });

  it("refuses while the server is still connected", async () => {
    const target = await emptyDatabase(here());
    const server = openPool({ ...here(), database: (target.pool.options as { database: string }).database }, 1);
    await server.pool.query("select 1");
    expect(await refusal(restoreBackup(target.pool, order("all.tar")))).toBe("backup.inUse");
    await close(server);
  });

  it("refuses a backup of a newer program, or of one whose migration reads differently", async () => {
    const older = await mkdtemp(join(folder, "older-"));
    await writeFile(join(older, "0001_first.sql"), FIRST);
    const target = await emptyDatabase(here());
    expect(await refusal(restoreBackup(target.pool, { ...order("all.tar"), migrations: older }))).toBe(
      "backup.newerProgram 0002_planted.sql",
    );
    await writeFile(join(older, "0002_planted.sql"), `${SECOND} -- edited`);
    expect(await refusal(restoreBackup(target.pool, { ...order("all.tar"), migrations: older }))).toBe(
      "backup.newerProgram 0002_planted.sql",
    );
  });

  it("refuses a table that no migration makes, rather than dropping its rows in silence", async () => {
    await source.pool.query("create table village.by_hand (x int)");
    await makeBackup(source.pool, { path: path("by-hand.tar"), now: new Date(0), about: () => Promise.resolve({}) });
    await source.pool.query("drop table village.by_hand");
    const target = await emptyDatabase(here());
    expect(await refusal(restoreBackup(target.pool, order("by-hand.tar")))).toBe("backup.differentShape village.by_hand");
    expect((await target.pool.query("select 1 from pg_namespace where nspname = 'village'")).rowCount).toBe(0);
  });
});

/** A copy of the backup, cut to a length or with one bit turned. */
async function spoil(name: string, change: { cut?: number; flip?: number }): Promise<string> {
  await copyFile(path("all.tar"), path(name));
  const file = await open(path(name), "r+");
  if (change.cut !== undefined) await file.truncate(change.cut);
  if (change.flip !== undefined) {
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, change.flip);
    byte[0] = (byte[0] ?? 0) ^ 0x10;
    await file.write(byte, 0, 1, change.flip);
  }
  await file.close();
  return path(name);
}

describe("checkBackup", () => {
  it("accepts the whole file", async () => {
    expect((await checkBackup(path("all.tar"))).about).toEqual({ association: "ISLE" });
  });

  it("finds one turned bit anywhere in the file, and a cut anywhere", async () => {
    const { size } = await stat(path("all.tar"));
    const step = Math.max(1, Math.floor(size / 160));
    for (let at = 0; at < size; at += step) {
      expect
        .soft(await refusal(checkBackup(await spoil("spoilt.tar", { flip: at }))), `bit at ${at}`)
        .toMatch(/^backup\.(damaged|damagedAfter|cut|notABackup)/);
      expect.soft(await refusal(checkBackup(await spoil("spoilt.tar", { cut: at }))), `cut at ${at}`).toMatch(/^backup\.(cut|notABackup)/);
    }
  }, 60_000);

  it("names the part that was damaged, and nothing is written to the database", async () => {
    const names: { name: string; at: number; size: number }[] = [];
    let at = 0;
    for await (const part of readArchive(path("all.tar"))) {
      names.push({ name: part.name, at: at + 512, size: part.bytes.length });
      at += 512 + Math.ceil(part.bytes.length / 512) * 512;
    }
    const ledger = names.find((part) => part.name.includes("ledger"));
    const damaged = await spoil("ledger.tar", { flip: (ledger?.at ?? 0) + 100 });
    const target = await emptyDatabase(here());
    expect(await refusal(restoreBackup(target.pool, { ...order("all.tar"), path: damaged }))).toBe(
      "backup.damaged tables/village.ledger.0001.csv.gz",
    );
    const cut = await spoil("cut.tar", { cut: (ledger?.at ?? 0) + 100 });
    expect(await refusal(restoreBackup(target.pool, { ...order("all.tar"), path: cut }))).toBe(
      "backup.cut tables/village.ledger.0001.csv.gz",
    );
    expect((await target.pool.query("select 1 from pg_namespace where nspname = 'village'")).rowCount).toBe(0);
  });
});
