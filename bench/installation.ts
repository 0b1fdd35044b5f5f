/** An installation for the benchmarks: its own temporary folder, its own server process, demonstration data, on a free port of this machine. */
import { join } from "node:path";
import { sql, type Kysely } from "kysely";
import { readConfig } from "#app/config.ts";
import { openDatabase, type OpenDatabase } from "#app/database.ts";
import { DEMO_PASSWORD } from "#modules/account";
import { makeFolder, postmasterOf, removeFolder } from "#platform/db/embedded/trial.ts";
import { ROOT } from "#test/support/fixed.ts";
import type { SignedIn } from "#test/hardening/probe.ts";
import { signInAt, startServer, type Server } from "#test/hardening/server.ts";

/** A running installation; `database` is a second door to its database for making data. */
export interface Installation {
  readonly dataFolder: string;
  readonly server: Server;
  readonly postmaster: number;
  readonly db: Kysely<any>;
  readonly pool: OpenDatabase["pool"];
  /** Milliseconds until the first start was ready, demonstration data included. */
  readonly firstStart: number;
  /** Signs a demonstration person in, by the type of her post. */
  as(postType: string): Promise<SignedIn>;
  close(): Promise<void>;
}

async function open(): Promise<Installation> {
  const folder = makeFolder();
  const dataFolder = join(folder, "data");
  const start = performance.now();
  const server = await startServer(dataFolder);
  const firstStart = performance.now() - start;
  const database = await openDatabase(readConfig({ INTEKO_DATA: dataFolder }, ROOT), () => undefined);
  const sessions = new Map<string, Promise<SignedIn>>();
  const signIn = async (postType: string): Promise<SignedIn> => {
    const { rows } = await sql<{ login: string }>`
      select c.login from access.account c join registry.assignment a on a.person = c.person and a.to_day is null
      join registry.post p on p.id = a.post where c.demonstration and p.post_type = ${postType} order by c.login limit 1`.execute(
      database.db,
    );
    const login = rows[0]?.login;
    if (login === undefined) throw new Error(`The demonstration has nobody in a post of type ${postType}.`);
    return signInAt(server.address, login, DEMO_PASSWORD);
  };
  return {
    dataFolder,
    server,
    postmaster: postmasterOf(dataFolder),
    db: database.db,
    pool: database.pool,
    firstStart,
    as: (postType) => {
      const session = sessions.get(postType) ?? signIn(postType);
      sessions.set(postType, session);
      return session;
    },
    close: async () => {
      await database.close();
      await server.stop();
      removeFolder(folder, dataFolder);
    },
  };
}

let shared: Promise<Installation> | undefined;

/** The one installation that the benchmarks of a run share; started at first use. */
export function installation(): Promise<Installation> {
  shared ??= open();
  return shared;
}

/** Ends the shared installation, when there is one. */
export async function closeInstallation(): Promise<void> {
  const running = await shared?.catch(() => undefined);
  shared = undefined;
  await running?.close();
}
