/** Gets a cluster running and joins it: finds the one that runs, or starts it, whatever other processes do at the same moment. */
import { setTimeout as pause } from "node:timers/promises";
import { Problem } from "#platform/problems/problem.ts";
import type { Binaries } from "./binaries.ts";
import { openGate } from "./gate.ts";
import type { Gate } from "./gate.ts";
import { ensureInitialised } from "./initdb.ts";
import type { Place } from "./place.ts";
import { socketFolder } from "./place.ts";
import { inspect, startPostmaster, until } from "./postmaster.ts";
import type { Postmaster, Starting } from "./postmaster.ts";
import { clearRemains, isWorthRetrying, reasonsOf } from "./refusal.ts";
import { settingsFor } from "./settings.ts";
import type { Purpose } from "./settings.ts";
import { p } from "./words.ts";

/** How long a lock that a killed process left is tried again: its last children may still be ending. */
const STALE_LOCK_MS = 1_500;
/** How long in all, with what the killed process left cleared away. */
const GIVE_UP_MS = 6_000;
/** How long a database may take to recover after a crash before we give up waiting (it goes on by itself). */
const READY_MS = 120_000;
/** How long a postmaster that says it is ready may stay unreachable. */
const UNREACHABLE_MS = 15_000;
const RETRY_MS = 20;

/** What is needed to run one cluster. */
export interface Plan {
  readonly binaries: Binaries;
  readonly place: Place;
  readonly purpose: Purpose;
  readonly log: (line: string) => void;
}

/** A running cluster that this process has joined. */
export interface Joined {
  readonly gate: Gate;
  readonly pid: number;
  readonly socketFolder: string;
  /** True when this process started it. */
  readonly started: boolean;
}

/** Waits until the postmaster just started is ready (undefined) or has ended (its last words). */
async function whenReady(starting: Starting, pgdata: string): Promise<string | undefined> {
  let words: string | undefined;
  void starting.ended.then((last) => (words = last));
  const isReady = () => {
    const seen = inspect(pgdata);
    return seen.state === "running" && seen.pid === starting.pid && seen.ready;
  };
  await until(() => words !== undefined || isReady(), READY_MS);
  return words;
}

/** Starts the cluster once. Returns the pid, or why it did not start. */
async function start(plan: Plan, socket: string, formerPid: number | undefined): Promise<number | string> {
  const { place, binaries } = plan;
  const since = Date.now();
  const settings = settingsFor(plan.purpose, socket, place.logs);
  const starting = startPostmaster(binaries, place, settings, formerPid);
  const words = await whenReady(starting, place.pgdata);
  starting.release();
  if (words === undefined && starting.pid !== undefined) return starting.pid;
  return reasonsOf(words ?? "", place, since);
}

type Patience = (thing: string, limitMs: number) => boolean;

/** A clock that says when one thing has gone on for too long; another thing starts it anew. */
function patience(): Patience {
  let current = "";
  let since = 0;
  return (thing, limitMs) => {
    if (thing !== current) {
      current = thing;
      since = performance.now();
    }
    return performance.now() - since > limitMs;
  };
}

/** Starts the cluster, trying again and clearing up after a crash when a lock is in the way. Undefined: look again, another may be starting it. */
async function startAgain(plan: Plan, formerPid: number | undefined, isTooLong: Patience): Promise<number | undefined> {
  await ensureInitialised(plan.binaries, plan.place, plan.purpose);
  const socket = socketFolder(plan.place);
  const result = await start(plan, socket, formerPid);
  if (typeof result === "number") return result;
  if (!isWorthRetrying(result) || isTooLong("locked", GIVE_UP_MS)) {
    throw new Problem(p.startFailed, { folder: plan.place.folder, reason: result });
  }
  if (isTooLong("locked", STALE_LOCK_MS)) clearRemains(result, plan.place, socket);
  return undefined;
}

type Running = Extract<Postmaster, { state: "running" }>;

/**
 * Joins the users of a running cluster; undefined when it starts or stops. Looks again after joining: when PostgreSQL stops,
 * the lock of who stops it may fall before our connection does, but its file says “stopping” before either.
 */
async function tryJoin(seen: Running, pgdata: string, onLost: () => void): Promise<Gate | undefined> {
  if (!seen.ready) return undefined;
  let isJoined = false;
  const gate = await openGate(seen.socketFolder, pgdata, () => isJoined && onLost());
  const now = inspect(pgdata);
  isJoined = now.state === "running" && now.pid === seen.pid && now.ready;
  if (isJoined) return gate;
  await gate?.close();
  return undefined;
}

/**
 * Joins the cluster of `plan`, starting it (and making it) when it does not run. `onLost` is called when the connection to it
 * breaks later. Throws a Problem when it cannot be started or does not answer.
 */
export async function joinCluster(plan: Plan, onLost: () => void): Promise<Joined> {
  const { place } = plan;
  const isTooLong = patience();
  let startedPid: number | undefined;
  for (;;) {
    const seen = inspect(place.pgdata);
    if (seen.state === "absent") {
      const pid = await startAgain(plan, seen.formerPid, isTooLong);
      if (pid !== undefined) {
        startedPid = pid;
        continue;
      }
    } else {
      const gate = await tryJoin(seen, place.pgdata, onLost);
      if (gate !== undefined) return { ...seen, gate, started: seen.pid === startedPid };
      const limitMs = seen.ready ? UNREACHABLE_MS : READY_MS;
      if (isTooLong(seen.ready ? "unreachable" : "starting", limitMs)) {
        throw new Problem(p.notAnswering, { folder: place.folder, seconds: limitMs / 1000, log: place.logs });
      }
    }
    await pause(RETRY_MS);
  }
}
