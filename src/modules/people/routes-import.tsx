/** Pages and acts of imports, and of telling doubles apart. */
import type { Actor } from "#kernel/access/actor.ts";
import { may, param, within, type Request, type Write } from "#kernel/access/asked.ts";
import { codeFilter, listed, listedFile, usualFilter, type List } from "#kernel/access/list.ts";
import { act, page } from "#kernel/access/route.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { historyOf } from "#kernel/registry/posts.ts";
import type { Db } from "#platform/db/handle.ts";
import { formatAsked } from "#platform/http/list-file.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDateTime } from "#platform/ui/format.ts";
import { rejectedCsv } from "#platform/tabular/table.ts";
import {
  checkFile,
  confirmRun,
  dropRun,
  findingsOf,
  IMPORT_KINDS,
  keepRun,
  RUN_SORTS,
  RUN_STATES,
  runById,
  runsFor,
  type ImportKind,
  type Run,
  type RunSort,
} from "./import-runs.ts";
import { decideMatch, MATCH_SORTS, MATCH_STATES, matchById, matchPage, type Decision, type Match, type MatchSort } from "./matches.ts";
import { paths } from "./paths.ts";
import { postName } from "./people-format.ts";
import { p } from "./problems.ts";
import { personFacts } from "./queries.ts";
import { verbs } from "./rules.ts";
import { ImportsPage, NewImportPage, RUN_TAGS, RunPage } from "./views/imports.tsx";
import { MATCH_WORDS, MatchesPage, MatchPage, reasonsText } from "./views/matches.tsx";
import { w } from "./words-import.ts";

const MEGABYTES = 20;
/** Findings shown on a page; the file of rejected rows has them all. */
const SHOWN = 200;

const VERB = { units: verbs.importUnits, boundaries: verbs.importUnits, people: verbs.importPeople } as const;
const mayUnits = (actor: Actor): boolean => reachOf(actor, verbs.importUnits) !== null;

function kindsFor(actor: Actor): ImportKind[] {
  return (["people", "units", "boundaries"] as const).filter((kind) => reachOf(actor, VERB[kind]) !== null);
}

/** The kind of import in the address, when the actor may bring it; not found otherwise. */
function kindOf(r: Request): ImportKind {
  const kind = kindsFor(r.actor).find((one) => one === r.params["kind"]);
  if (kind === undefined) throw new Problem(p.noRun);
  return kind;
}

function newPage(r: Request, kind: ImportKind, problems: readonly string[]): Reply {
  return show(
    <NewImportPage
      shell={r.shell}
      kind={kind}
      megabytes={MEGABYTES}
      errors={problems.map((text) => ({ href: "#file", text }))}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function bring(r: Write): Promise<Reply> {
  const kind = kindOf(r);
  const file = r.form.file("file");
  if (file === null) return newPage(r, kind, [r.say(w.chooseFile)]);
  const checked = await checkFile(r.act.tx, r.pack, kind, await within(r, VERB[kind]), r.today, file);
  if (checked.problems.length > 0)
    return newPage(
      r,
      kind,
      checked.problems.map((one) => r.say(one.text, one.values)),
    );
  return go(paths.run(await keepRun(r.act, kind, file, checked)));
}

async function readRun(r: Request): Promise<Run> {
  const run = await runById(r.db, param(r, "id"), r.actor.person, mayUnits(r.actor));
  if (run === null) throw new Problem(p.noRun);
  return run;
}

async function runPage(r: Request): Promise<Reply> {
  const run = await readRun(r);
  const [rejected, warnings] = [await findingsOf(r.db, run.id, true, SHOWN), await findingsOf(r.db, run.id, false, SHOWN)];
  return show(<RunPage shell={r.shell} run={run} rejected={rejected} warnings={warnings} shown={SHOWN} />);
}

async function rejectedFile(r: Request): Promise<Reply> {
  const run = await readRun(r);
  const rows = Map.groupBy(await findingsOf(r.db, run.id, true, 1_000_000), (one) => one.row);
  const rejected = [...rows].map(([row, findings]) => ({
    row,
    source: findings[0]?.source ?? [],
    reasons: findings.map((one) => ({ code: one.kind, text: one.told.text, values: one.told.values })),
  }));
  return download(
    `${run.fileName.replace(/\.\w+$/, "")}-rejected.csv`,
    "text/csv; charset=utf-8",
    rejectedCsv({ headers: run.headers }, rejected, r.say),
  );
}

const RUN_FILTERS = {
  kind: codeFilter(IMPORT_KINDS, { label: w.kind, any: w.anyKind, text: (kind, r) => r.say(w[kind]) }),
  state: codeFilter(RUN_STATES, { label: w.result, any: w.anyState, text: (state, r) => r.say(RUN_TAGS[state].text) }),
};

const RUNS: List<Request, typeof RUN_FILTERS, Run, RunSort> = {
  name: "imports",
  path: () => paths.imports(),
  filters: RUN_FILTERS,
  sorts: RUN_SORTS,
  first: () => ({ sort: "when", descending: true }),
  rows: (r, { filter, ...order }, part) => runsFor(r.db, r.actor.person, mayUnits(r.actor), { ...filter, ...order, ...part }),
  result: (r, total) => r.say(w.importsCount, { total }),
  columns: ({ say, pack }) => [
    { name: "file", head: w.file, cell: (run) => run.fileName },
    { name: "kind", head: w.kind, cell: (run) => say(w[run.kind]) },
    { name: "when", head: w.when, cell: (run) => formatDateTime(run.madeAt, pack.timeZone) },
    { name: "by", head: w.by, cell: (run) => run.by },
    { name: "state", head: w.result, cell: (run) => say(RUN_TAGS[run.state].text) },
    { name: "rejected", head: w.rejected, kind: { kind: "integer" }, cell: (run) => run.summary.rejected },
  ],
};

async function imports(r: Request): Promise<Reply> {
  const kinds = kindsFor(r.actor);
  if (kinds.length === 0) throw new Problem(p.noRun);
  if (formatAsked(r.query) !== null) return listedFile(r, RUNS);
  return show(<ImportsPage shell={r.shell} list={await listed(r, RUNS)} kinds={kinds} />);
}

const FILTERS = {
  state: usualFilter(MATCH_STATES, "open", { label: w.result, text: (state, r) => r.say(MATCH_WORDS[state]) }),
};

const LIST: List<Request, typeof FILTERS, Match, MatchSort> = {
  name: "matches",
  path: () => paths.matches(),
  filters: FILTERS,
  sorts: MATCH_SORTS,
  first: () => ({ sort: "strength", descending: true }),
  rows: async (r, { filter, ...order }, part) => matchPage(r.db, await within(r, verbs.merge), { ...filter, ...order, ...part }),
  result: (r, total) => r.say(w.matchesCount, { total }),
  columns: (r) => [
    { name: "one", cell: (row) => row.oneName },
    { name: "other", cell: (row) => row.otherName },
    { name: "strength", head: w.strength, cell: (row) => r.say(w[row.strength]) },
    { name: "because", head: w.because, cell: (row) => reasonsText(r.shell, row) },
    { name: "state", head: w.result, cell: (row) => r.say(MATCH_WORDS[row.state]) },
  ],
};

async function matches(r: Request): Promise<Reply> {
  if (formatAsked(r.query) !== null) return listedFile(r, LIST);
  return show(<MatchesPage shell={r.shell} list={await listed(r, LIST)} />);
}

async function readMatch(r: Request): Promise<NonNullable<Awaited<ReturnType<typeof matchById>>>> {
  const match = await matchById(r.db, await within(r, verbs.merge), param(r, "id"));
  if (match === null) throw new Problem(p.noMatch);
  return match;
}

async function holdsOf(r: Request, person: string): Promise<string[]> {
  return (await historyOf(r.db as Db<any>, person))
    .filter((one) => one.to === null)
    .map((one) => `${postName(r.pack, r.say, one)}, ${one.organisationName}`);
}

async function matchOne(r: Request): Promise<Reply> {
  const match = await readMatch(r);
  const [one, other] = [await personFacts(r.db, match.one), await personFacts(r.db, match.other)];
  if (one === null || other === null) throw new Problem(p.noMatch);
  return show(
    <MatchPage
      shell={r.shell}
      match={match}
      one={one}
      oneHolds={await holdsOf(r, one.id)}
      other={other}
      otherHolds={await holdsOf(r, other.id)}
    />,
  );
}

async function decide(r: Write): Promise<Reply> {
  const match = await readMatch(r);
  const kind = r.form.text("decision");
  const decision: Decision = kind === "merge" ? { kind, keep: r.form.text("keep") } : { kind: kind === "not_same" ? "not_same" : "later" };
  await decideMatch(r.act, match.id, decision);
  return go(kind === "merge" ? paths.match(match.id) : paths.matches());
}

export const importRoutes = [
  page("/people/imports", "signed-in", imports),
  page("/people/imports/new/:kind", "signed-in", (r: Request) => Promise.resolve(newPage(r, kindOf(r), []))),
  act("/people/imports/new/:kind", "signed-in", bring, { maxBody: MEGABYTES * 1024 * 1024 }),
  page("/people/imports/:id", "signed-in", runPage),
  page("/people/imports/:id/rejected.csv", "signed-in", rejectedFile),
  act("/people/imports/:id/confirm", "signed-in", async (r: Write) => {
    const run = await readRun(r);
    if (!may(r, VERB[run.kind])) throw new Problem(p.noRun);
    await confirmRun(r.act, run.id);
    return go(paths.run(run.id));
  }),
  act("/people/imports/:id/drop", "signed-in", async (r: Write) => {
    const run = await readRun(r);
    await dropRun(r.act, run.id);
    return go(paths.run(run.id));
  }),
  page("/people/matches", verbs.merge, matches),
  page("/people/matches/:id", verbs.merge, matchOne),
  act("/people/matches/:id", verbs.merge, decide),
];
