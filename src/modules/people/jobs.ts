/** The jobs of this module. */
import { sql } from "kysely";
import type { JobHandler } from "#kernel/access/module.ts";
import { Problem } from "#platform/problems/problem.ts";
import { speak } from "#platform/i18n/text.ts";
import { IMPORT_JOB, takeRun } from "./import-runs.ts";

/** Takes a confirmed import. What stops it for good is written on the run; anything else is tried again by the queue. */
const importRun: JobHandler = async (context, payload) => {
  try {
    await takeRun(context, payload);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const why = speak("en")(error.kind.text, error.values);
    await context.act(async (act) => {
      await sql`update people.import_run set state = 'failed', failure = ${why}, settled_at = ${act.now} where id = ${String(payload["run"])}`.execute(
        act.tx,
      );
      await act.journal({
        kind: "people.import.failed",
        subject: { kind: "import_run", id: String(payload["run"]) },
        payload: { code: error.kind.code },
      });
    });
  }
};

export const jobs: Readonly<Record<string, JobHandler>> = { [IMPORT_JOB]: importRun };
