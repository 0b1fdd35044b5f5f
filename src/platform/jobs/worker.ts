/** Runs the queued jobs: any number of processes may, each job is taken by one. */
import { run, type Runner, type TaskList } from "graphile-worker";
import type pg from "pg";

/** What a job does with its payload. It may run twice: it must notice. */
export type Handler = (payload: Readonly<Record<string, unknown>>) => Promise<void>;

/** Starts taking jobs; `stop` lets the running ones finish. `timers` are crontab lines in UTC: `minute hour day month weekday job`. */
export async function startWorker(
  pool: pg.Pool,
  handlers: Readonly<Record<string, Handler>>,
  timers: readonly string[],
  complain: (job: string, error: unknown) => void,
): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
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
    crontab: timers.join("\n"),
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
