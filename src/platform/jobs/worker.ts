/** Runs the queued jobs: any number of processes may, each job is taken by one. */
import { run, type Runner, type TaskList } from "graphile-worker";
import type pg from "pg";
import { queueName } from "./enqueue.ts";

/** What a job does with its payload. It may run twice: it must notice. */
export type Handler = (payload: Readonly<Record<string, unknown>>) => Promise<void>;

/** A job that runs by the clock; `cron` has the five crontab fields, in UTC. */
export interface TimedJob {
  readonly cron: string;
  readonly job: string;
}

/** Starts taking jobs; `stop` lets the running ones finish. */
export async function startWorker(
  pool: pg.Pool,
  handlers: Readonly<Record<string, Handler>>,
  timers: readonly TimedJob[],
  complain: (job: string, error: unknown) => void,
): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      queueName(name),
      async (payload: unknown) => {
        try {
          await handle((payload ?? {}) as Record<string, unknown>);
        } catch (error) {
          complain(name, error);
          throw error;
        }
      },
    ]),
  );
  return run({
    pgPool: pool,
    taskList,
    crontab: timers.map((timer) => `${timer.cron} ${queueName(timer.job)}`).join("\n"),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: silent(),
  });
}

function silent(): never {
  const logger = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined, scope: () => logger };
  return logger as never;
}
