/** The administration pages about the installation itself: state, backups, jobs, review ledger, exports. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked, type Route, type Writing } from "#kernel/access/route.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { ruleSetsOn, rulesIn } from "#kernel/rules/versions.ts";
import { newId, referenceOf } from "#platform/db/ids.ts";
import { listFile } from "#platform/http/list-file.ts";
import { p as http } from "#platform/http/problems.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { changedQuery, pageAsked } from "#platform/http/address.ts";
import { patternOf } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { examine, type Finding } from "./examine.ts";
import { askExport, decideExport, exportById, listExports, readExport } from "./exports.ts";
import { programVersion } from "./keep.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { listJobs, retryJob } from "./queue.ts";
import { factsToConfirm, textsToReview, type TextToReview } from "./review.ts";
import { verbs } from "./rules.ts";
import type { Tables } from "./schema.ts";
import { operationsSettings } from "./settings.ts";
import { ExportsView } from "./views/exports.tsx";
import { ReviewView } from "./views/review.tsx";
import { InstallationView, JobsView, type BackupRow } from "./views/run.tsx";
import { w } from "./words-forms.ts";

type Reading = Asked<Tables, Actor>;
type Acting = Writing<Tables, Actor>;

const PER_PAGE = 25;

const may = (r: Reading, verb: (typeof verbs)[keyof typeof verbs]): boolean => reachOf(r.actor, verb) !== null;
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

async function jobs(r: Reading): Promise<Reply> {
  const current = pageAsked(r.query);
  const { rows, failed, waiting, running } = await listJobs(r.db, { limit: PER_PAGE, offset: (current - 1) * PER_PAGE });
  const last = Math.max(1, Math.ceil(failed / PER_PAGE));
  return show(
    <JobsView
      shell={r.shell}
      rows={rows}
      waiting={waiting}
      running={running}
      page={current}
      last={last}
      mayRun={may(r, verbs.run)}
      address={(number) => changedQuery(paths.jobs, r.query, { page: number })}
    />,
  );
}

/** The texts of the ledger that answer the filter of the address. */
function reviewed(r: Reading): { texts: TextToReview[]; filter: { source: string; q: string } } {
  const source = r.query.get("source") ?? "";
  const q = (r.query.get("q") ?? "").trim().slice(0, 100);
  const words = q.toLowerCase();
  const all = textsToReview(r.pack, operationsSettings()?.root ?? null);
  const hit = (row: TextToReview): boolean =>
    (source === "" || row.source === source) &&
    (words === "" || `${row.where} ${row.text.en} ${row.text.fr} ${row.text.rw}`.toLowerCase().includes(words));
  return { texts: all.filter(hit), filter: { source, q } };
}

async function review(r: Reading): Promise<Reply> {
  const { texts, filter } = reviewed(r);
  const last = Math.max(1, Math.ceil(texts.length / PER_PAGE));
  const current = pageAsked(r.query, last);
  const sets = (await ruleSetsOn(rulesIn(r.db), r.today)).filter((set) => set.unconfirmed);
  const shown = texts.slice((current - 1) * PER_PAGE, current * PER_PAGE);
  return show(
    <ReviewView
      shell={r.shell}
      texts={shown}
      total={texts.length}
      filter={filter}
      page={current}
      last={last}
      address={(number) => changedQuery(paths.review, r.query, { page: number })}
      facts={factsToConfirm(r.pack)}
      sets={sets}
    />,
  );
}

function reviewFile(r: Reading): Reply {
  return listFile(r, {
    name: "kinyarwanda",
    columns: [
      { name: "part", cell: (row) => row.source },
      { name: "where", cell: (row) => row.where },
      { name: "en", cell: (row) => row.text.en },
      { name: "fr", cell: (row) => row.text.fr },
      { name: "rw", cell: (row) => patternOf(row.text, "rw") },
      { name: "corrected", cell: () => "" },
    ],
    rows: reviewed(r).texts,
  });
}

function factsFile(r: Reading): Reply {
  return listFile(r, {
    name: "facts",
    columns: [
      { name: "where", cell: (fact) => fact.where },
      { name: "source", cell: (fact) => fact.source },
      { name: "confirmed_by", cell: () => "" },
      { name: "on", cell: () => "" },
    ],
    rows: factsToConfirm(r.pack),
  });
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
  const row = await exportById(r.db, r.params["id"] ?? "");
  // A copy of everything goes to the person who said what it is for, to nobody else.
  if (row === undefined || row.askedBy !== r.actor.person) throw new Problem(http.notFound);
  return download(`inteko-${referenceOf(row.id)}.zip`, "application/zip", await readExport(r.db, row.id));
}

export const runRoutes: readonly Route[] = [
  page<Tables, typeof verbs.see>(paths.installation, verbs.see, installation),
  act<Tables, typeof verbs.run>(paths.backUp, verbs.run, backUp),
  page<Tables, typeof verbs.see>(paths.jobs, verbs.see, jobs),
  act<Tables, typeof verbs.run>(paths.retryJob(":job"), verbs.run, async (r) => {
    await retryJob(r.act, r.params["job"] ?? "");
    return go(paths.jobs);
  }),
  page<Tables, typeof verbs.see>(paths.review, verbs.see, review),
  page<Tables, typeof verbs.see>(paths.reviewFile, verbs.see, (r) => Promise.resolve(reviewFile(r))),
  page<Tables, typeof verbs.see>(paths.factsFile, verbs.see, (r) => Promise.resolve(factsFile(r))),
  page<Tables, typeof verbs.see>(paths.exports, verbs.see, exports),
  act<Tables, typeof verbs.askExport>(paths.exports, verbs.askExport, ask),
  act<Tables, typeof verbs.decideExport>(paths.exportStep(":id", "decide"), verbs.decideExport, async (r) => {
    await decideExport(r.act, r.params["id"] ?? "", r.form.text("allow") === "yes", r.form.text("reason").slice(0, 500));
    return go(paths.exports);
  }),
  page<Tables, typeof verbs.askExport>(paths.exportFile(":id"), verbs.askExport, exportFile),
];
