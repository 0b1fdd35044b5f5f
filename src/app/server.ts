/** The web server of one installation: listens, works off the queue, seals the journal, and ends in order. */
import { serve, type ServerType } from "@hono/node-server";
import type { Kysely } from "kysely";
import type { Runner } from "graphile-worker";
import type pg from "pg";
import { perform } from "#kernel/access/act.ts";
import { houseOf, type House } from "#kernel/access/house.ts";
import type { JobContext, Module } from "#kernel/access/module.ts";
import { packNow } from "#kernel/rules/pack-now.ts";
import { keepCheckpoint } from "#kernel/seal/keep.ts";
import { sealPending } from "#kernel/seal/sequence.ts";
import { formatVerifierKey, verifierOf, type SigningKey } from "#methods/proofs/note.ts";
import { json } from "#platform/db/json.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { startWorker, type Handler } from "#platform/jobs/worker.ts";
import { loadAssets } from "#platform/ui/assets.ts";
import { serveAssets } from "./assets.ts";
import type { Config } from "./config.ts";
import { webApp } from "./web.ts";

/** What a server runs on. */
export interface ServerParts {
  readonly config: Config;
  readonly db: Kysely<any>;
  readonly readDb: Kysely<any>;
  readonly pool: pg.Pool;
  readonly modules: readonly Module[];
  readonly pack: Pack;
  readonly association: string;
  readonly clock: () => Date;
  readonly sealKey: SigningKey;
  readonly complain: (text: string) => void;
}

/** A running server: where it answers, and how it ends. */
export interface RunningServer {
  readonly address: string;
  readonly port: number;
  stop(): Promise<void>;
}

const TRIES = 20;

/** Listens on the wished port or the next free one. */
function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
  left = TRIES,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info) => resolve({ server, port: info.port }));
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && left > 0 && port !== 0) resolve(listen(fetch, host, port + 1, left - 1));
      else reject(error);
    });
  });
}

/** The jobs of all modules, each with what a job is given. */
export function handlersOf(
  parts: Pick<ServerParts, "db" | "modules" | "pack" | "clock" | "association">,
  house: House,
  origin: () => string,
): Record<string, Handler> {
  const handlers: Record<string, Handler> = {};
  for (const module of parts.modules)
    for (const [name, handle] of Object.entries(module.jobs))
      handlers[name] = async (payload) => {
        const now = parts.clock();
        const pack = await packNow(parts.db, parts.pack);
        const context: JobContext = {
          db: parts.db,
          pack,
          now,
          origin: origin(),
          association: parts.association,
          house,
          act: (work) => perform(parts.db, { actor: null, now, pack }, work),
        };
        await handle(context, payload);
      };
  return handlers;
}

/** Publishes the key that checks the seals, for the portal and for other processes. */
async function publishKey(db: Kysely<any>, key: SigningKey): Promise<void> {
  const value = json(formatVerifierKey(verifierOf(key)));
  await db
    .insertInto("setting.fact")
    .values({ name: "journal_key", value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

const SEAL_EVERY_MS = 2_000;

/** Seals what was committed, every two seconds; any number of processes may. The newest checkpoint is also written to a file. */
function sealRegularly(parts: ServerParts, key: SigningKey): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const seal = async (): Promise<void> => {
    try {
      if ((await sealPending(parts.db, key, parts.clock)) > 0) await keepCheckpoint(parts.db, parts.config.dataFolder);
    } catch (error) {
      parts.complain(`sealing the journal: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const timer = setInterval(() => (running = running.then(seal)), SEAL_EVERY_MS);
  running = seal();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await seal();
    },
  };
}

/** Starts the server. Throws when no port is free. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const assets = serveAssets(await loadAssets());
  const house = houseOf(parts.modules);
  let origin = parts.config.origin ?? "";
  const app = webApp({
    ...parts,
    house,
    origin: () => origin,
    shell: { db: parts.db, modules: parts.modules, assets },
    report: (number, path, error) => parts.complain(`error ${number} at ${path}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  await publishKey(parts.db, parts.sealKey);
  const timers = parts.modules.flatMap((module) => module.timers);
  // The worker first: what cannot start must not leave a listening server behind.
  const worker: Runner = await startWorker(
    parts.pool,
    handlersOf(parts, house, () => origin),
    timers,
    (job, error) => parts.complain(`job ${job}: ${error instanceof Error ? error.message : String(error)}`),
  );
  const { server, port } = await listen(app.fetch as never, parts.config.host, parts.config.port).catch(async (error: unknown) => {
    await worker.stop();
    throw error;
  });
  if (origin === "") origin = `http://localhost:${port}`;
  const sealing = sealRegularly(parts, parts.sealKey);
  return {
    address: origin,
    port,
    stop: async () => {
      await new Promise<void>((done) => {
        server.close(() => done());
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      });
      await worker.stop();
      await sealing.stop();
    },
  };
}
