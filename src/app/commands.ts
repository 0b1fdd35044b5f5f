/** The commands of the house itself: start, migrate, demo. Every other command belongs to a module. */
import { sql } from "kysely";
import type { Pack } from "#kernel/pack/pack.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Config } from "./config.ts";
import { openDatabase, type OpenDatabase } from "./database.ts";
import { makeDemonstration, signInsOf } from "./demo.ts";
import { prepare } from "./installation.ts";
import { p } from "./problems.ts";
import { checkModules, modules } from "./modules.ts";
import { hasSealKey, keepLostKey, keysFolder, openSealKey, originOfLog } from "#kernel/seal/key.ts";
import type { SigningKey } from "#methods/proofs/note.ts";
import { startServer } from "./server.ts";
import { wire } from "./wiring.ts";

/** What an own command is given. */
interface OwnContext {
  readonly args: readonly string[];
  readonly config: Config;
  readonly root: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** A command of the house itself. */
export interface OwnCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  run(context: OwnContext): Promise<number>;
}

/** Waits for the signal that ends the process in order. */
function untilEnded(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
}

/** Whether this installation has answered, once and for all, if it is a demonstration. */
async function kindOf(database: OpenDatabase): Promise<"demonstration" | "clean" | null> {
  const { rows } = await sql<{ name: string }>`select name from setting.fact where name in ('demonstration', 'clean')`.execute(database.db);
  return (rows[0]?.name as "demonstration" | "clean" | undefined) ?? null;
}

async function settleKind(context: OwnContext, database: OpenDatabase, pack: Pack, clean: boolean): Promise<void> {
  const known = await kindOf(database);
  if (clean && known === "demonstration") throw new Problem(p.holdsDemonstration);
  if (known === null && clean)
    await database.db
      .insertInto("setting.fact")
      .values({ name: "clean", value: json(true) })
      .execute();
  if (clean || known === "clean") return;
  if (known === null) context.print("Making the demonstration association (once, about a minute) …");
  await makeDemonstration(database.db, pack, modules, new Date(), (module) => context.print(`  ${module}`));
}

/** Refuses what a command does not know: a misspelt --clean must not make a demonstration. */
function understood(context: OwnContext, usage: string, known: readonly string[]): boolean {
  const odd = context.args.find((arg) => !known.includes(arg));
  if (odd === undefined) return true;
  context.complain(`"${odd}" is not understood here. Usage: inteko ${usage}`);
  return false;
}

const START_USAGE = "start [--clean] [--new-key]";

/**
 * The key that signs the journal. Where the journal was signed before and the key is not in its folder, nothing is signed by another one in
 * silence: the operator puts the folder back, or says that the key is lost; what it signed is then checked by its public part.
 */
async function sealKeyFor({ config, args }: OwnContext, database: OpenDatabase, pack: Pack): Promise<SigningKey> {
  const folder = keysFolder(config.dataFolder);
  if (!hasSealKey(folder)) {
    const row = await database.db.selectFrom("setting.fact").select("value").where("name", "=", "journal_key").executeTakeFirst();
    if (row !== undefined && !args.includes("--new-key")) throw new Problem(p.keyMissing, { folder });
    if (row !== undefined) keepLostKey(folder, String(row.value));
  }
  return openSealKey(folder, originOfLog(pack));
}

async function start(context: OwnContext): Promise<number> {
  const { config, root, print, complain } = context;
  if (!understood(context, START_USAGE, ["--clean", "--new-key"])) return 2;
  checkModules(modules);
  const database = await openDatabase(config, (text) => complain(text));
  try {
    await database.holdServerLease();
    const { pack, association } = await prepare(database.db, database.pool, { root, pack: config.packFolder }, new Date());
    await wire(config, database, pack);
    await settleKind(context, database, pack, context.args.includes("--clean"));
    const server = await startServer({
      config,
      db: database.db,
      readDb: database.read.db,
      pool: database.pool,
      modules,
      pack,
      association,
      clock: () => new Date(),
      sealKey: await sealKeyFor(context, database, pack),
      complain,
    });
    print(`Inteko is ready at ${server.address}`);
    for (const line of await signInsOf(database.db, pack)) print(line);
    await untilEnded();
    await server.stop();
    return 0;
  } finally {
    await database.close();
  }
}

async function migrateOnly(context: OwnContext): Promise<number> {
  const { config, root, print } = context;
  if (!understood(context, "migrate", [])) return 2;
  const database = await openDatabase(config, () => undefined);
  try {
    await prepare(database.db, database.pool, { root, pack: config.packFolder }, new Date());
    print("The database has its newest shape.");
    return 0;
  } finally {
    await database.close();
  }
}

async function demo(context: OwnContext): Promise<number> {
  const { config, root, print } = context;
  if (!understood(context, "demo", [])) return 2;
  const database = await openDatabase(config, () => undefined);
  try {
    const { pack } = await prepare(database.db, database.pool, { root, pack: config.packFolder }, new Date());
    await wire(config, database, pack);
    if ((await kindOf(database)) === "clean") throw new Problem(p.isClean);
    await makeDemonstration(database.db, pack, modules, new Date());
    for (const line of await signInsOf(database.db, pack)) print(line);
    return 0;
  } finally {
    await database.close();
  }
}

export const ownCommands: readonly OwnCommand[] = [
  {
    name: "start",
    usage: START_USAGE,
    summary: "start the web server; the first time with demonstration data, unless --clean",
    run: start,
  },
  { name: "migrate", usage: "migrate", summary: "bring the database to its newest shape", run: migrateOnly },
  { name: "demo", usage: "demo", summary: "make the demonstration association and print its sign-ins", run: demo },
];
