/** The embedded PostgreSQL: one private server per data folder, on a Unix socket, shared by all processes of the product and stopped by the last. */
import { setTimeout as pause } from "node:timers/promises";
import { Problem } from "#platform/problems/problem.ts";
import { findBinaries } from "./binaries.ts";
import type { Binaries } from "./binaries.ts";
import { DATABASE, OWNER, ensureDatabase } from "./database.ts";
import { isPassing } from "./gate.ts";
import { placeOf } from "./place.ts";
import { stopPostmaster } from "./postmaster.ts";
import { joinCluster } from "./running.ts";
import type { Joined, Plan } from "./running.ts";
import { PORT } from "./settings.ts";
import { p } from "./words.ts";

/** Where a client connects: fits the settings of the `pg` client. */
export interface Connection {
  /** The folder of the Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  /** A socket needs no encryption; without this, PGSSLMODE in the environment would ask for it. */
  readonly ssl: false;
}

export interface ClusterOptions {
  /** The data folder, made when missing. */
  readonly dataDir: string;
  /** Another PostgreSQL than that of the packages. */
  readonly binaries?: Binaries;
  /** Receives one line about what is done: starting, adopting, restarting. */
  readonly log?: (line: string) => void;
  /** Called once when the database is gone for good or the server's lease went to another: the process should end. */
  readonly onLost?: (problem: Problem) => void;
}

/** A running cluster that this process uses until `stop`. */
export interface Cluster {
  readonly connection: Connection;
  /** True when this process started the postmaster, false when it joined or adopted a running one. */
  readonly owned: boolean;
  /** PostgreSQL's version, such as `18.4`. */
  readonly version: string;
  /** Makes this process the one web server of the data folder, until it ends. Throws the Problem `embedded.serverRunning` when there is one. */
  holdServerLease(): Promise<void>;
  /** Leaves the cluster, and stops it when no other process uses it. Close your own connections first. Safe to call twice. */
  stop(): Promise<void>;
}

/** How long a lease is asked for: a server killed a moment ago needs a moment to let go. */
const LEASE_MS = 1_500;
/** A database that breaks again within this time is started again only after a pause. */
const SETTLED_MS = 10_000;
const BREATH_MS = 1_000;

async function takeServer(joined: Joined): Promise<boolean> {
  const end = performance.now() + LEASE_MS;
  for (;;) {
    if (await joined.gate.takeServer()) return true;
    if (performance.now() > end) return false;
    await pause(50);
  }
}

/** The state of one opened cluster. `joined` is replaced when the database had to be started again. */
interface Session {
  readonly plan: Plan;
  readonly dataDir: string;
  readonly onLost: (problem: Problem) => void;
  joined: Joined;
  joinedAt: number;
  isServer: boolean;
  isBroken: boolean;
  mending: Promise<void> | undefined;
  leaving: Promise<void> | undefined;
}

async function rejoin(session: Session): Promise<void> {
  if (performance.now() - session.joinedAt < SETTLED_MS) await pause(BREATH_MS);
  if (session.leaving !== undefined) return;
  session.plan.log("the connection to the database broke; joining it again");
  session.joined = await joinCluster(session.plan, () => breaks(session));
  session.joinedAt = performance.now();
  if (session.isServer && !(await takeServer(session.joined))) {
    throw new Problem(p.leaseLost, { folder: session.dataDir });
  }
}

async function mend(session: Session): Promise<void> {
  while (session.isBroken && session.leaving === undefined) {
    session.isBroken = false;
    try {
      await rejoin(session);
    } catch (error) {
      // It broke again while being joined.
      if (!isPassing(error)) throw error;
      session.isBroken = true;
    }
  }
}

/** Called when the database crashed or was stopped under us: joins it again. The application's pool then finds it at the same socket. */
function breaks(session: Session): void {
  if (session.leaving !== undefined) return;
  session.isBroken = true;
  session.mending ??= mend(session)
    .catch((error: unknown) => {
      const values = { folder: session.plan.place.folder, reason: String(error) };
      const problem = error instanceof Problem ? error : new Problem(p.startFailed, values);
      if (session.leaving === undefined) session.onLost(problem);
    })
    .finally(() => (session.mending = undefined));
}

async function leave(session: Session): Promise<void> {
  await session.mending;
  const { gate, pid } = session.joined;
  try {
    if (await gate.leave()) {
      session.plan.log("stopping the database");
      await stopPostmaster(pid, session.plan.place.pgdata, "SIGINT");
    }
  } catch (error) {
    // Otherwise the database is gone already, and there is nothing to leave.
    if (!isPassing(error)) throw error;
  } finally {
    await gate.close();
  }
}

/** Joins, and when the cluster found is an older version's that nobody uses any more, starts it anew with ours. */
async function joinCurrent(plan: Plan, onLost: () => void): Promise<Joined> {
  let isReplacing = false;
  const joined = await joinCluster(plan, () => isReplacing || onLost());
  if (joined.started || !(await isOutdated(joined, plan.binaries)) || !(await joined.gate.leave())) return joined;
  isReplacing = true;
  plan.log("the running database is an older version; starting it anew");
  await stopPostmaster(joined.pid, plan.place.pgdata, "SIGINT");
  await joined.gate.close();
  return joinCluster(plan, onLost);
}

/** Joins and makes the database, anew when PostgreSQL was stopped or crashed in between. */
async function joinWithDatabase(plan: Plan, onLost: () => void, attempts = 5): Promise<Joined> {
  let joined: Joined | undefined;
  let isUsable = false;
  try {
    joined = await joinCurrent(plan, () => isUsable && onLost());
    await ensureDatabase(joined.gate, { mayCreateDatabases: false });
    isUsable = true;
    return joined;
  } catch (error) {
    await joined?.gate.close();
    if (attempts <= 1 || !isPassing(error)) throw error;
    return joinWithDatabase(plan, onLost, attempts - 1);
  }
}

async function isOutdated(joined: Joined, binaries: Binaries): Promise<boolean> {
  const rows = await joined.gate.query<{ server_version: string }>("show server_version");
  return !rows[0]?.server_version.startsWith(binaries.version);
}

function clusterOf(session: Session): Cluster {
  const { joined, plan } = session;
  return {
    connection: connectionOf(joined),
    owned: joined.started,
    version: plan.binaries.version,
    holdServerLease: async () => {
      if (!(await takeServer(session.joined))) {
        throw new Problem(p.serverRunning, { folder: session.dataDir });
      }
      session.isServer = true;
    },
    stop: () => (session.leaving ??= leave(session)),
  };
}

/** Where the application's own connections go. */
export function connectionOf(joined: Joined): Connection {
  return { host: joined.socketFolder, port: PORT, user: OWNER, database: DATABASE, ssl: false };
}

/**
 * Opens the embedded cluster of `dataDir`: joins the one that runs (also one whose starter was killed), or makes and starts it.
 * The database `inteko` exists afterwards. Throws a Problem that says what to do when it cannot be.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const log = options.log ?? (() => undefined);
  const place = placeOf(options.dataDir);
  const binaries = options.binaries ?? findBinaries(18, place.account);
  const plan: Plan = { binaries, place, purpose: "durable", log };
  const onLost = options.onLost ?? ((problem: Problem) => log(problem.message));
  let session: Session | undefined;
  const joined = await joinWithDatabase(plan, () => session && breaks(session));
  session = {
    plan,
    dataDir: options.dataDir,
    onLost,
    joined,
    joinedAt: performance.now(),
    isServer: false,
    isBroken: false,
    mending: undefined,
    leaving: undefined,
  };
  return clusterOf(session);
}
