/** The administration pages about the installation itself: state, backups, jobs, review ledger, exports. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import { may, param } from "#kernel/access/asked.ts";
import { act, page, type Asked, type Route, type Writing } from "#kernel/access/route.ts";
import { newId, referenceOf } from "#platform/db/ids.ts";
import { p as http } from "#platform/http/problems.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { examine, type Finding } from "./examine.ts";
import { askExport, decideExport, exportById, listExports, readExport } from "./exports.ts";
import { programVersion } from "./keep.ts";
import { factsFile, jobs, review, reviewFile } from "./lists.tsx";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { retryJob } from "./queue.ts";
import { verbs } from "./rules.ts";
import type { Tables } from "./schema.ts";
import { operationsSettings } from "./settings.ts";
import { ExportsView } from "./views/exports.tsx";
import { InstallationView, type BackupRow } from "./views/run.tsx";
import { w } from "./words-forms.ts";

type Reading = Asked<Tables, Actor>;
type Acting = Writing<Tables, Actor>;

async function findingsOf(r: Reading): Promise<Finding[]> {
  const settings = operationsSettings();
  if (settings === null) return [];
  const client = await settings.pool.connect();
  return examine({ client, pack: r.pack, root: settings.root, dataFolder: settings.dataFolder, now: r.now }).finally(() =>
    client.release(),
  );
}

async function installation(r: Reading): Promise<Reply> {
  const { rows } = await sql<BackupRow>`
    select id, made_at as "madeAt", way, file_name as file, size, with_keys as "withKeys" from operations.backup order by made_at desc limit 10`.execute(
    r.db,
  );
  const settings = operationsSettings();
  const program = settings === null ? null : programVersion(settings.root);
  return show(
    <InstallationView
      shell={r.shell}
      findings={await findingsOf(r)}
      backups={rows}
      program={program}
      mayRun={settings !== null && may(r, verbs.run)}
      asked={r.query.has("asked")}
    />,
  );
}

/** Queues a backup: it is made by the worker, so that the page answers at once. */
async function backUp(r: Acting): Promise<Reply> {
  if (operationsSettings() === null) throw new Problem(p.notConfigured);
  await r.act.later("operations.backup", {}, { key: "operations.backup" });
  await r.act.journal({ kind: "operations.backup_asked", subject: { kind: "operations.backup", id: newId() }, payload: {} });
  return go(`${paths.installation}?asked`);
}

const exportsProps = async (r: Reading) => ({
  shell: r.shell,
  rows: await listExports(r.db),
  mayAsk: may(r, verbs.askExport),
  mayDecide: may(r, verbs.decideExport),
});

async function exports(r: Reading): Promise<Reply> {
  return show(<ExportsView {...await exportsProps(r)} />);
}

async function ask(r: Acting): Promise<Reply> {
  const purpose = r.form.text("purpose").slice(0, 500);
  if (purpose.length < 10)
    return show(<ExportsView {...await exportsProps(r)} values={r.form.values()} problems={[{ field: "purpose", text: w.reason }]} />, 422);
  await askExport(r.act, purpose, r.form.text("personal") === "yes");
  return go(paths.exports);
}

async function exportFile(r: Reading): Promise<Reply> {
  const row = await exportById(r.db, param(r, "id"));
  // A copy of everything goes to the person who said what it is for, to nobody else.
  if (row === undefined || row.askedBy !== r.actor.person) throw new Problem(http.notFound);
  return download(`inteko-${referenceOf(row.id)}.zip`, "application/zip", await readExport(r.db, row.id));
}

export const runRoutes: readonly Route[] = [
  page<Tables, typeof verbs.see>(paths.installation, verbs.see, installation),
  act<Tables, typeof verbs.run>(paths.backUp, verbs.run, backUp),
  page<Tables, typeof verbs.see>(paths.jobs, verbs.see, jobs),
  act<Tables, typeof verbs.run>(paths.retryJob(":job"), verbs.run, async (r) => {
    await retryJob(r.act, param(r, "job"));
    return go(paths.jobs);
  }),
  page<Tables, typeof verbs.see>(paths.review, verbs.see, review),
  page<Tables, typeof verbs.see>(paths.reviewFile, verbs.see, reviewFile),
  page<Tables, typeof verbs.see>(paths.factsFile, verbs.see, factsFile),
  page<Tables, typeof verbs.see>(paths.exports, verbs.see, exports),
  act<Tables, typeof verbs.askExport>(paths.exports, verbs.askExport, ask),
  act<Tables, typeof verbs.decideExport>(paths.exportStep(":id", "decide"), verbs.decideExport, async (r) => {
    await decideExport(r.act, param(r, "id"), r.form.text("allow") === "yes", r.form.text("reason").slice(0, 500));
    return go(paths.exports);
  }),
  page<Tables, typeof verbs.askExport>(paths.exportFile(":id"), verbs.askExport, exportFile),
];
