/** The product as its operator runs it: a process of its own on a data folder of its own, which can be killed. */
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readConfig } from "#app/config.ts";
import { openDatabase, type OpenDatabase } from "#app/database.ts";
import { prepare } from "#app/installation.ts";
import { perform, type Act } from "#kernel/access/act.ts";
import { formTokenOf, openSession, SESSION_COOKIE } from "#kernel/access/session.ts";
import { addCast, type CastName } from "#test/support/cast.ts";
import { ROOT } from "#test/support/fixed.ts";
import type { SignedIn } from "./probe.ts";

/** A finished command: how it ended and what it said. */
export interface Ended {
  readonly status: number | NodeJS.Signals;
  readonly output: string;
}

/** A server that answers. */
export interface Server {
  readonly address: string;
  readonly port: number;
  readonly process: ChildProcess;
  output(): string;
  /** Asks it to end in order (SIGTERM) and waits. */
  stop(): Promise<Ended>;
  /** Kills it with -9 and waits until it is gone. */
  kill(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  output(): string;
  readonly ended: Promise<Ended>;
}

/** Settings of whoever runs the tests must not reach the server that is tested. */
const QUIET: Readonly<Record<string, string | undefined>> = {
  DATABASE_URL: undefined,
  READ_DATABASE_URL: undefined,
  INTEKO_ORIGIN: undefined,
  INTEKO_PACK: undefined,
  HOST: undefined,
  SMTP_URL: undefined,
  OIDC_ISSUER: undefined,
  npm_lifecycle_event: undefined,
};

/** What the launcher tells the Node that runs the program; here it is started without the launcher’s own process in between, so that it can be killed. */
const { FLAGS, ENVIRONMENT } = (await import(pathToFileURL(join(ROOT, "bin/node.mjs")).href)) as {
  readonly FLAGS: readonly string[];
  readonly ENVIRONMENT: Readonly<Record<string, string>>;
};

function run(args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [...FLAGS, join(ROOT, "bin/inteko.mjs"), ...args], {
    cwd: ROOT,
    env: { ...ENVIRONMENT, ...process.env, ...QUIET, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  const ended = new Promise<Ended>((done) => child.once("close", (code, signal) => done({ status: signal ?? code ?? -1, output })));
  return { child, output: () => output, ended };
}

/** Runs a command to its end. */
export function command(args: readonly string[], dataFolder: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return run(args, { INTEKO_DATA: dataFolder, PORT: "0", ...env }).ended;
}

/** Starts a server and waits until it says where it answers. Throws with its output when it ends instead. */
export async function startServer(
  dataFolder: string,
  options: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Server> {
  const running = run(["start", ...(options.args ?? [])], { INTEKO_DATA: dataFolder, PORT: "0", ...options.env });
  const address = await new Promise<string>((done, fail) => {
    const look = (): void => {
      const found = /Inteko is ready at (\S+)/.exec(running.output())?.[1];
      if (found !== undefined) done(found);
    };
    running.child.stdout?.on("data", look);
    void running.ended.then(({ status, output }) => fail(new Error(`The server ended with ${status}: ${output}`)));
  });
  return {
    address,
    port: Number(new URL(address).port),
    process: running.child,
    output: running.output,
    stop: async () => {
      running.child.kill("SIGTERM");
      return running.ended;
    },
    kill: async () => {
      running.child.kill("SIGKILL");
      await running.ended;
    },
  };
}

/** Joins the database of a data folder for a moment, as a command does. */
export async function withDatabase<R>(
  dataFolder: string,
  work: (database: OpenDatabase, act: <T>(write: (act: Act) => Promise<T>) => Promise<T>) => Promise<R>,
  env: Readonly<Record<string, string>> = {},
): Promise<R> {
  const config = readConfig({ ...env, INTEKO_DATA: dataFolder }, ROOT);
  const database = await openDatabase(config, () => undefined);
  try {
    const { pack } = await prepare(database.db, database.pool, { root: ROOT, pack: config.packFolder }, new Date());
    return await work(database, (write) => perform(database.db, { actor: null, now: new Date(), pack }, write));
  } finally {
    await database.close();
  }
}

/** Adds the cast to an installation and signs one of them in. */
export async function castSession(
  database: OpenDatabase,
  act: <T>(write: (act: Act) => Promise<T>) => Promise<T>,
  login: CastName,
): Promise<SignedIn> {
  await act(addCast);
  const account = await database.db
    .selectFrom("access.account")
    .select(["id", "person"])
    .where("login", "=", login)
    .executeTakeFirstOrThrow();
  const held = await database.db
    .selectFrom("registry.assignment")
    .select("id")
    .where("person", "=", account.person)
    .executeTakeFirstOrThrow();
  const token = await database.db.transaction().execute((tx) => openSession(tx, account.id, held.id, new Date(), true));
  return { cookie: `${SESSION_COOKIE}=${token}`, formToken: formTokenOf(token) };
}

/** Signs in through the page, as a browser does. Throws when the server refuses. */
export async function signInAt(address: string, login: string, password: string): Promise<SignedIn> {
  const answer = await fetch(`${address}/sign-in`, { method: "POST", body: new URLSearchParams({ login, password }), redirect: "manual" });
  const token = answer.headers.getSetCookie().flatMap((line) => new RegExp(`^${SESSION_COOKIE}=([^;]+)`).exec(line)?.[1] ?? [])[0];
  if (token === undefined) throw new Error(`${login} was not signed in: ${answer.status}`);
  return { cookie: `${SESSION_COOKIE}=${token}`, formToken: formTokenOf(token) };
}
