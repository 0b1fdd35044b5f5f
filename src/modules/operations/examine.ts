/** Looks an installation over: what is well, what is worth watching, and what needs a person. Read by `doctor` and by the installation page. */
import { createHash } from "node:crypto";
import { readdir, readFile, statfs } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { unconfirmedFacts } from "#kernel/pack/review.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { readTables } from "#platform/db/backup/shape.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { w } from "./words-examine.ts";

/** One thing looked at. `person` means: somebody must act; `watch`: good to know. */
export interface Finding {
  readonly code: string;
  readonly level: "good" | "watch" | "person";
  readonly text: Text;
  readonly values?: Values;
}

/** What is looked at. */
export interface Examined {
  readonly client: pg.ClientBase;
  readonly pack: Pack;
  readonly root: string;
  readonly dataFolder: string;
  readonly now: Date;
}

type Look = (on: Examined) => Promise<Finding[]>;

const good = (code: string, text: Text, values?: Values): Finding => ({ code, level: "good", text, values });
const watch = (code: string, text: Text, values?: Values): Finding => ({ code, level: "watch", text, values });
const person = (code: string, text: Text, values?: Values): Finding => ({ code, level: "person", text, values });

const GB = 1024 ** 3;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A backup older than this needs a person. */
export const BACKUP_DAYS = 7;

async function one<R extends object>(client: pg.ClientBase, text: string, values: unknown[] = []): Promise<R | undefined> {
  return (await client.query<R>(text, values)).rows[0];
}

const has = async (client: pg.ClientBase, table: string): Promise<boolean> =>
  (await one<{ there: boolean }>(client, "select to_regclass($1) is not null as there", [table]))?.there === true;

const disk: Look = async ({ dataFolder }) => {
  const found = await statfs(dataFolder).catch(() => null);
  if (found === null) return [person("disk", w.noFolder, { folder: dataFolder })];
  const free = found.bavail * found.bsize;
  const share = Math.round((100 * found.bavail) / Math.max(1, found.blocks));
  const values = { free: Math.round((10 * free) / GB) / 10, share };
  return [free < GB || share < 5 ? person("disk", w.diskFull, values) : good("disk", w.disk, values)];
};

const server: Look = async ({ client }) => {
  const found = await one<{ version: string; number: number; size: number }>(
    client,
    "select current_setting('server_version') as version, current_setting('server_version_num')::int as number, pg_database_size(current_database()) as size",
  );
  const values = { version: found?.version ?? "?", size: Math.round((10 * (found?.size ?? 0)) / 1024 ** 2) / 10 };
  return [(found?.number ?? 0) < 150_000 ? person("postgres", w.oldPostgres, values) : good("postgres", w.postgres, values)];
};

/** The migrations of the checkout by name, with their hashes and what they make. */
async function readMigrations(root: string): Promise<Map<string, { hash: string; tables: string[] }>> {
  const folder = join(root, "migrations");
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort();
  const found = new Map<string, { hash: string; tables: string[] }>();
  for (const name of names) {
    const text = await readFile(join(folder, name), "utf8");
    const tables = [...text.matchAll(/create table (?:if not exists )?([a-z_]+\.[a-z_]+)/g)].map((match) => match[1] ?? "");
    found.set(name, { hash: createHash("sha256").update(text).digest("hex"), tables });
  }
  return found;
}

const migrations: Look = async ({ client, root }) => {
  if (!(await has(client, "public.migration"))) return [person("migrations", w.noShape)];
  const known = await readMigrations(root);
  const { rows } = await client.query<{ name: string; hash: string }>("select name, hash from public.migration");
  const applied = new Map(rows.map((row) => [row.name, row.hash]));
  const waiting = [...known.keys()].filter((name) => !applied.has(name));
  const edited = [...known].filter(([name, { hash }]) => applied.has(name) && applied.get(name) !== hash).map(([name]) => name);
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (edited.length > 0) return [person("migrations", w.edited, { name: edited[0] ?? "" })];
  if (unknown.length > 0) return [person("migrations", w.newer, { name: unknown[0] ?? "" })];
  return [
    waiting.length > 0 ? person("migrations", w.waitingShape, { n: waiting.length }) : good("migrations", w.shape, { n: applied.size }),
  ];
};

const shape: Look = async ({ client, root }) => {
  const made = new Set(["public.migration", ...[...(await readMigrations(root)).values()].flatMap((migration) => migration.tables)]);
  const foreign = (await readTables(client)).map((table) => `${table.schema}.${table.table}`).filter((name) => !made.has(name));
  const { rows: broken } = await client.query<{ name: string }>(
    "select indexrelid::regclass::text as name from pg_index where not indisvalid",
  );
  const first = foreign[0];
  return [
    first === undefined ? good("tables", w.tables, { n: made.size }) : person("tables", w.foreignTable, { name: first, n: foreign.length }),
    ...broken.map((index) => person("tables", w.brokenIndex, { name: index.name })),
  ];
};

const queue: Look = async ({ client, now }) => {
  if (!(await has(client, "graphile_worker._private_jobs"))) return [];
  const found = await one<{ waiting: number; failed: number; oldest: Date | null }>(
    client,
    `select count(*) filter (where attempts < max_attempts)::int as waiting, count(*) filter (where attempts >= max_attempts)::int as failed,
       min(run_at) filter (where attempts < max_attempts and locked_at is null) as oldest from graphile_worker._private_jobs`,
  );
  const minutes = found?.oldest == null ? 0 : Math.max(0, Math.floor((now.getTime() - found.oldest.getTime()) / MINUTE));
  const failed = found?.failed ?? 0;
  return [
    failed > 0 ? person("jobs", w.jobsFailed, { n: failed }) : good("jobs", w.jobsWell),
    minutes > 15 ? person("queue", w.queueLate, { n: found?.waiting ?? 0, minutes }) : good("queue", w.queue, { n: found?.waiting ?? 0 }),
  ];
};

const seal: Look = async ({ client, now }) => {
  if (!(await has(client, "journal.pending"))) return [];
  const found = await one<{ waiting: number; oldest: Date | null; newest: Date | null; size: number | null; at: Date | null }>(
    client,
    `select (select count(*) from journal.pending)::int as waiting,
       (select min(e.recorded_at) from journal.pending p join journal.entry e on e.entry = p.entry) as oldest,
       (select max(recorded_at) from journal.entry where entry > (select coalesce(max(entry), 0) - 100 from journal.entry)) as newest,
       c.size, c.signed_at as at from (select 1) one left join lateral (select size, signed_at from journal.checkpoint order by size desc limit 1) c on true`,
  );
  const hours = found?.oldest == null ? 0 : Math.floor((now.getTime() - found.oldest.getTime()) / HOUR);
  const values = {
    n: found?.waiting ?? 0,
    hours,
    size: found?.size ?? 0,
    day: found?.at?.toISOString().slice(0, 10).split("-").reverse().join("/") ?? "–",
  };
  return [
    hours >= 1 ? person("seal", w.sealLate, values) : found?.size == null ? watch("seal", w.sealNone) : good("seal", w.seal, values),
    ...((found?.newest?.getTime() ?? 0) > now.getTime() + 5 * MINUTE ? [person("clock", w.clockBehind)] : []),
  ];
};

const clock: Look = async ({ client, now }) => {
  const before = Date.now();
  const found = await one<{ at: Date }>(client, "select clock_timestamp() as at");
  const seconds = Math.round(Math.abs((found?.at.getTime() ?? before) - before) / 1000);
  // A moment that was given is no clock to compare with.
  if (Math.abs(now.getTime() - before) > HOUR) return [];
  return [seconds > 5 ? person("clock", w.clockApart, { seconds }) : good("clock", w.clock)];
};

const rules: Look = async ({ client, pack }) => {
  const facts = unconfirmedFacts(pack).length;
  const found = (await has(client, "rules.rule_set"))
    ? await one<{ n: number }>(client, "select count(*)::int as n from rules.rule_set where unconfirmed and to_day is null")
    : undefined;
  const n = found?.n ?? 0;
  return [
    good("pack", w.pack, { version: pack.version }),
    n + facts > 0 ? watch("unconfirmed", w.unconfirmed, { rules: n, facts }) : good("unconfirmed", w.confirmed),
  ];
};

const files: Look = async ({ client }) => {
  if (!(await has(client, "files.blob"))) return [];
  const found = await one<{ n: number; size: number; orphans: number }>(
    client,
    `select (select count(*) from files.file)::int as n, (select coalesce(sum(size), 0) from files.blob)::float8 as size,
       (select count(*) from files.blob b where not exists (select 1 from files.file f where f.hash = b.hash))::int as orphans`,
  );
  const orphans = found?.orphans ?? 0;
  const values = { n: found?.n ?? 0, size: Math.round((10 * (found?.size ?? 0)) / 1024 ** 2) / 10 };
  return [good("files", w.files, values), ...(orphans > 0 ? [watch("orphans", w.orphans, { n: orphans })] : [])];
};

const backup: Look = async ({ client, now }) => {
  if (!(await has(client, "operations.backup"))) return [];
  const found = await one<{ at: Date | null; demonstration: boolean }>(
    client,
    "select (select max(made_at) from operations.backup) as at, exists (select 1 from setting.fact where name = 'demonstration') as demonstration",
  );
  const raise = found?.demonstration === true ? watch : person;
  if (found?.at == null) return [raise("backup", w.noBackup)];
  const days = Math.floor((now.getTime() - found.at.getTime()) / DAY);
  return [days > BACKUP_DAYS ? raise("backup", w.oldBackup, { days }) : good("backup", w.backup, { days })];
};

const LOOKS: readonly Look[] = [disk, server, migrations, shape, queue, seal, clock, rules, files, backup];

/** Everything that was looked at, in a fixed order; a dozen small queries. */
export async function examine(on: Examined): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const look of LOOKS) found.push(...(await look(on)));
  return found;
}
