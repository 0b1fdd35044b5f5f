/** Pages and acts of imports, and of telling doubles apart. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Writing } from "#kernel/access/route.ts";
import { organisationsFor, reachOf } from "#kernel/access/verb.ts";
import { historyOf } from "#kernel/registry/posts.ts";
import type { Db } from "#platform/db/handle.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { pageAsked } from "#platform/http/address.ts";
import { Problem } from "#platform/problems/problem.ts";
import { rejectedCsv } from "#platform/tabular/table.ts";
import { checkFile, confirmRun, dropRun, findingsOf, keepRun, runById, runsFor, type ImportKind, type Run } from "./import-runs.ts";
import { decideMatch, matchById, matchPage, type Decision, type MatchState } from "./matches.ts";
import { paths } from "./paths.ts";
import { postName } from "./people-format.ts";
import { p } from "./problems.ts";
import { personFacts } from "./queries.ts";
import type { Ask } from "./routes-registry.tsx";
import { verbs } from "./rules.ts";
import { ImportsPage, NewImportPage, RunPage } from "./views/imports.tsx";
import { MatchesPage, MatchPage } from "./views/matches.tsx";
import { w } from "./words-import.ts";

type Write = Writing<any, Actor>;

const MEGABYTES = 20;
const SIZE = 40;
/** Findings shown on a page; the file of rejected rows has them all. */
const SHOWN = 200;
const STATES: ReadonlySet<string> = new Set(["open", "later", "merged", "not_same"]);

const VERB = { units: verbs.importUnits, boundaries: verbs.importUnits, people: verbs.importPeople } as const;
const mayUnits = (actor: Actor): boolean => reachOf(actor, verbs.importUnits) !== null;

function kindsFor(actor: Actor): ImportKind[] {
  return (["people", "units", "boundaries"] as const).filter((kind) => reachOf(actor, VERB[kind]) !== null);
}

/** The kind of import in the address, when the actor may bring it; not found otherwise. */
function kindOf(r: Ask): ImportKind {
  const kind = kindsFor(r.actor).find((one) => one === r.params["kind"]);
  if (kind === undefined) throw new Problem(p.noRun);
  return kind;
}

function newPage(r: Ask, kind: ImportKind, problems: readonly string[]): Reply {
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
  const within = await organisationsFor(r.db as Db<any>, r.actor, VERB[kind], r.today);
  const checked = await checkFile(r.act.tx, r.pack, kind, within, r.today, file);
  if (checked.problems.length > 0)
    return newPage(
      r,
      kind,
      checked.problems.map((one) => r.say(one.text, one.values)),
    );
  return go(paths.run(await keepRun(r.act, kind, file, checked)));
}

async function readRun(r: Ask): Promise<Run> {
  const run = await runById(r.db, r.params["id"] ?? "", r.actor.person, mayUnits(r.actor));
  if (run === null) throw new Problem(p.noRun);
  return run;
}

async function runPage(r: Ask): Promise<Reply> {
  const run = await readRun(r);
  const [rejected, warnings] = [await findingsOf(r.db, run.id, true, SHOWN), await findingsOf(r.db, run.id, false, SHOWN)];
  return show(<RunPage shell={r.shell} run={run} rejected={rejected} warnings={warnings} shown={SHOWN} />);
}

async function rejectedFile(r: Ask): Promise<Reply> {
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

async function matches(r: Ask): Promise<Reply> {
  const within = await organisationsFor(r.db as Db<any>, r.actor, verbs.merge, r.today);
  const asked = r.query.get("state") ?? "open";
  const state = (STATES.has(asked) ? asked : "open") as MatchState;
  const current = pageAsked(r.query);
  const { rows, total } = await matchPage(r.db, within, state, SIZE, (current - 1) * SIZE);
  return show(<MatchesPage shell={r.shell} rows={rows} total={total} state={state} page={current} size={SIZE} />);
}

async function readMatch(r: Ask): Promise<NonNullable<Awaited<ReturnType<typeof matchById>>>> {
  const within = await organisationsFor(r.db as Db<any>, r.actor, verbs.merge, r.today);
  const match = await matchById(r.db, within, r.params["id"] ?? "");
  if (match === null) throw new Problem(p.noMatch);
  return match;
}

async function holdsOf(r: Ask, person: string): Promise<string[]> {
  return (await historyOf(r.db as Db<any>, person))
    .filter((one) => one.to === null)
    .map((one) => `${postName(r.pack, r.say, one)}, ${one.organisationName}`);
}

async function matchOne(r: Ask): Promise<Reply> {
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
  page("/people/imports", "signed-in", async (r: Ask) => {
    const kinds = kindsFor(r.actor);
    if (kinds.length === 0) throw new Problem(p.noRun);
    return show(<ImportsPage shell={r.shell} runs={await runsFor(r.db, r.actor.person, mayUnits(r.actor))} kinds={kinds} />);
  }),
  page("/people/imports/new/:kind", "signed-in", (r: Ask) => Promise.resolve(newPage(r, kindOf(r), []))),
  act("/people/imports/new/:kind", "signed-in", bring, { maxBody: MEGABYTES * 1024 * 1024 }),
  page("/people/imports/:id", "signed-in", runPage),
  page("/people/imports/:id/rejected.csv", "signed-in", rejectedFile),
  act("/people/imports/:id/confirm", "signed-in", async (r: Write) => {
    const run = await readRun(r);
    if (reachOf(r.actor, VERB[run.kind]) === null) throw new Problem(p.noRun);
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
