/** Writes of this module: links to needs, what an indicator is compared by, what else happened, what is public, and imports. */
import { createHash } from "node:crypto";
import type { Act } from "#kernel/access/act.ts";
import type { Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { INDICATOR } from "#kernel/measure/actions.ts";
import { checkFigures, type CheckedFigures } from "#kernel/measure/import-check.ts";
import { takeFigures } from "#kernel/measure/import-take.ts";
import { link } from "#kernel/trace/links.ts";
import { NEED, needsByIds } from "#modules/needs";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { runById } from "./queries.ts";

/** Says that an indicator measures a need. The link is proved: somebody decided it on the record. */
export async function measureNeed(act: Act, indicator: string, need: string): Promise<void> {
  const found = (await needsByIds(act.tx, [need])).get(need);
  if (found === undefined) throw new Problem(p.noNeed);
  await link(act, {
    relation: "measured_by",
    from: { kind: NEED, id: need },
    to: { kind: INDICATOR, id: indicator },
    proved: true,
  });
  await act.journal({
    kind: "indicators.linked",
    subject: { kind: INDICATOR, id: indicator },
    member: found.organisation,
    payload: { need },
  });
}

/** Declares the course whose sessions part organisations into trained ones and those like them. */
export async function compareBy(act: Act, indicator: string, course: string): Promise<void> {
  await act.tx
    .insertInto("indicators.comparison")
    .values({ indicator, course, post: act.author.post, recorded_at: act.now })
    .onConflict((conflict) => conflict.column("indicator").doUpdateSet({ course, post: act.author.post, recorded_at: act.now }))
    .execute();
  await act.journal({ kind: "indicators.compared", subject: { kind: INDICATOR, id: indicator }, member: null, payload: { course } });
}

/** Notes what else happened that may have moved the figure. */
export async function noteEvent(
  act: Act,
  event: {
    readonly indicator: string;
    readonly organisation: string | null;
    readonly day: Day;
    readonly text: string;
    readonly language: string;
  },
): Promise<void> {
  await act.tx
    .insertInto("indicators.event")
    .values({ ...event, id: newId(), post: act.author.post, recorded_at: act.now })
    .execute();
  await act.journal({
    kind: "indicators.noted",
    subject: { kind: INDICATOR, id: event.indicator },
    member: event.organisation,
    payload: { day: event.day },
    personal: { text: event.text },
  });
}

/** Shows an indicator to everyone, or takes it back. Figures of single organisations need their agreement besides. */
export async function showToAll(act: Act, indicator: string, shown: boolean): Promise<void> {
  await act.tx.updateTable("measure.indicator").set({ public: shown }).where("id", "=", indicator).execute();
  await act.journal({
    kind: shown ? "indicators.shown" : "indicators.hidden",
    subject: { kind: INDICATOR, id: indicator },
    member: null,
    payload: {},
  });
}

/** Checks a file and keeps what it comes to, for somebody to look at before it is taken. The answer has no id when the file cannot be used. */
export async function bringFile(
  act: Act,
  file: { readonly bytes: Uint8Array; readonly name: string },
  within: Organisations,
): Promise<{ readonly id: string | null; readonly checked: CheckedFigures }> {
  const checked = await checkFigures(act.tx, file, { within, today: act.today });
  if (checked.problems.length > 0) return { id: null, checked };
  const id = newId();
  await act.tx
    .insertInto("indicators.import_run")
    .values({
      id,
      file_name: file.name.slice(0, 200),
      file_hash: createHash("sha256").update(file.bytes).digest("hex"),
      headers: json(checked.headers),
      rows: json(checked.good),
      rejected: json(checked.rejected),
      state: "ready",
      post: act.author.post,
      made_at: act.now,
    })
    .execute();
  await act.journal({
    kind: "indicators.import.checked",
    subject: { kind: "indicators.import", id },
    member: null,
    payload: { good: checked.good.length, rejected: checked.rejected.length },
    personal: { file: file.name },
  });
  return { id, checked };
}

/** Takes the good rows of a checked file as imported figures. A file taken already changes nothing. */
export async function takeFile(act: Act, id: string): Promise<void> {
  await act.tx.selectFrom("indicators.import_run").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
  const run = await runById(act.tx, id);
  if (run === null) throw new Problem(p.noRun);
  if (run.state !== "ready") throw new Problem(p.runOver);
  const { taken, unchanged } = await takeFigures(act, run.rows, run.fileName);
  await act.tx
    .updateTable("indicators.import_run")
    .set({ state: "done", taken, unchanged, settled_at: act.now })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "indicators.import.taken",
    subject: { kind: "indicators.import", id },
    member: null,
    payload: { file: run.fileName, taken, unchanged },
  });
}

/** Puts a checked file away without taking it. */
export async function dropFile(act: Act, id: string): Promise<void> {
  const { numUpdatedRows } = await act.tx
    .updateTable("indicators.import_run")
    .set({ state: "dropped", settled_at: act.now })
    .where("id", "=", id)
    .where("state", "=", "ready")
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem(p.runOver);
  await act.journal({ kind: "indicators.import.dropped", subject: { kind: "indicators.import", id }, member: null, payload: {} });
}
