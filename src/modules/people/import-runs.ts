/** Imports as records: a file is checked and kept with everything found in it, confirmed by a person, and taken by a job that anybody can watch. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { organisationsFor, type Organisations } from "#kernel/access/verb.ts";
import { actorFor } from "#kernel/access/session.ts";
import { dayOf, type Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { readFile, storeFile } from "#platform/files/store.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import type { TableProblem } from "#platform/tabular/table-problem.ts";
import { planBoundaries, writeBoundaries } from "./boundary-import.ts";
import type { Finding } from "./findings.ts";
import { findMatches } from "./matches.ts";
import { planPeople, takePerson } from "./people-import.ts";
import { p } from "./problems.ts";
import { verbs } from "./rules.ts";
import { batchesOf, planUnits, writeBatch } from "./unit-import.ts";

export const IMPORT_KINDS = ["people", "units", "boundaries"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const RUN_STATES = ["ready", "running", "done", "failed", "dropped"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** What a list of runs is sorted by. */
export const RUN_SORTS = ["when", "file"] as const;
export type RunSort = (typeof RUN_SORTS)[number];

/** Which runs of a list are wanted. */
export interface RunsQuestion {
  readonly kind: ImportKind | null;
  readonly state: RunState | null;
  readonly sort: RunSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** The figures of a run. `matches` are the pairs of possible doubles that it brought. */
export interface RunSummary {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly warnings: number;
  readonly matches?: number;
}

/** A run as pages show it. */
export interface Run {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: RunState;
  readonly file: string;
  readonly fileName: string;
  readonly by: string | null;
  readonly person: string | null;
  readonly post: string | null;
  readonly summary: RunSummary;
  readonly headers: readonly string[];
  readonly done: number;
  readonly total: number;
  readonly failure: string | null;
  readonly madeAt: Date;
  readonly settledAt: Date | null;
}

const SELECT = sql`
  select r.id, r.kind, r.state, r.file, r.file_name as "fileName", h.full_name as by, r.person, r.post, r.summary, r.headers, r.done, r.total, r.failure, r.made_at as "madeAt", r.settled_at as "settledAt"
  from people.import_run r left join registry.person h on h.id = r.person`;

/** Who may see a run: whoever brought it, and for units and boundaries everybody who may import them. */
const readable = (person: string, units: boolean) => sql`(r.person = ${person} or (${units} and r.kind <> 'people'))`;

/** Runs that a person may see, and how many there are. Two queries. */
export async function runsFor(
  db: Db<any>,
  person: string,
  units: boolean,
  ask: RunsQuestion,
): Promise<{ readonly rows: Run[]; readonly total: number }> {
  const where = sql`where ${readable(person, units)}
    ${ask.kind === null ? sql`` : sql`and r.kind = ${ask.kind}`} ${ask.state === null ? sql`` : sql`and r.state = ${ask.state}`}`;
  const by = ask.sort === "file" ? sql`lower(r.file_name)` : sql`r.made_at`;
  const { rows } = await sql<Run>`${SELECT} ${where}
    order by ${by} ${ask.descending ? sql`desc` : sql`asc`}, r.id limit ${ask.limit} offset ${ask.offset}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::integer as total from people.import_run r ${where}`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** One run that a person may see, or null. One query. */
export async function runById(db: Db<any>, id: string, person: string, units: boolean): Promise<Run | null> {
  const { rows } = await sql<Run>`${SELECT} where r.id = ${id} and ${readable(person, units)}`.execute(db);
  return rows[0] ?? null;
}

/** A finding as it was kept. */
export interface KeptFinding {
  readonly row: number;
  readonly code: string;
  readonly kind: string;
  readonly rejected: boolean;
  readonly told: { readonly text: Text; readonly values: Values };
  readonly source: readonly string[];
}

/** Findings of a run in the order of the rows. One query. */
export async function findingsOf(db: Db<any>, run: string, rejected: boolean, limit: number): Promise<KeptFinding[]> {
  const { rows } = await sql<KeptFinding>`
    select "row", code, kind, rejected, told, source from people.import_finding where run = ${run} and rejected = ${rejected} order by position limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** What a file comes to, of any kind, before anything is written. */
interface Checked {
  readonly summary: RunSummary;
  readonly total: number;
  readonly headers: readonly string[];
  readonly findings: readonly Finding[];
  readonly problems: readonly TableProblem[];
}

const rowsOf = (findings: readonly Finding[], rejected: boolean): number =>
  new Set(findings.filter((one) => one.rejected === rejected).map((one) => one.row)).size;

/** Checks a file of one kind. Writes nothing. */
export async function checkFile(
  db: Db<any>,
  pack: Pack,
  kind: ImportKind,
  within: Organisations,
  today: Day,
  file: { readonly bytes: Uint8Array; readonly name: string },
): Promise<Checked> {
  const counted = (
    added: number,
    updated: number,
    unchanged: number,
    plan: { findings: readonly Finding[]; problems: readonly TableProblem[] },
    headers: readonly string[],
  ): Checked => ({
    summary: {
      added,
      updated,
      unchanged,
      rejected: rowsOf(plan.findings, true),
      warnings: plan.findings.filter((one) => !one.rejected).length,
    },
    total: added + updated,
    headers,
    findings: plan.findings,
    problems: plan.problems,
  });
  if (kind === "units") {
    const plan = await planUnits(db, pack, today, file.bytes, file.name);
    return counted(plan.added.length, plan.updated.length, plan.unchanged, plan, plan.headers);
  }
  if (kind === "boundaries") {
    const plan = await planBoundaries(db, pack, today, file.bytes);
    return counted(plan.placed.length, 0, plan.unchanged, plan, []);
  }
  const plan = await planPeople(db, pack, within, today, file.bytes, file.name);
  return counted(plan.placed.length, 0, plan.unchanged, plan, plan.headers);
}

const MEDIA: Record<ImportKind, (name: string) => string> = {
  units: (name) =>
    name.toLowerCase().endsWith(".xlsx") ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv",
  people: (name) =>
    name.toLowerCase().endsWith(".xlsx") ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv",
  boundaries: () => "application/geo+json",
};

/** Keeps a checked file and everything found in it; waits for somebody to confirm. */
export async function keepRun(
  act: Act<any>,
  kind: ImportKind,
  file: { readonly bytes: Uint8Array; readonly name: string },
  checked: Checked,
): Promise<string> {
  const id = newId();
  const stored = await storeFile(act.tx as never, {
    name: file.name,
    mediaType: MEDIA[kind](file.name),
    purpose: "import",
    subject: { kind: "import_run", id },
    uploadedBy: act.author.person,
    bytes: file.bytes,
  });
  await act.tx
    .insertInto("people.import_run")
    .values({
      id,
      kind,
      state: "ready",
      file: stored,
      file_name: file.name,
      post: act.author.post,
      person: act.author.person,
      summary: json(checked.summary),
      headers: json(checked.headers),
      total: checked.total,
      made_at: act.now,
    })
    .execute();
  const { findings } = checked;
  await sql`
    insert into people.import_finding (run, position, "row", code, kind, rejected, told, source)
    select ${id}, g.* from unnest(
      ${findings.map((_, index) => index)}::integer[], ${findings.map((one) => one.row)}::integer[], ${findings.map((one) => one.code)}::text[],
      ${findings.map((one) => one.kind)}::text[], ${findings.map((one) => one.rejected)}::boolean[],
      ${findings.map((one) => json({ text: one.text, values: one.values }))}::jsonb[], ${findings.map((one) => json(one.source))}::jsonb[]) as g`.execute(
    act.tx,
  );
  await act.journal({ kind: "people.import.checked", subject: { kind: "import_run", id }, payload: { import: kind, ...checked.summary } });
  return id;
}

async function settle(act: Act<any>, id: string, from: RunState, to: RunState): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`update people.import_run set state = ${to} where id = ${id} and state = ${from} returning id`.execute(act.tx);
  if (rows.length === 0) throw new Problem(p.runNotReady);
}

/** Confirms a run: the job takes it from here. Of two confirmations, the second is refused. */
export async function confirmRun(act: Act<any>, id: string): Promise<void> {
  await settle(act, id, "ready", "running");
  await act.journal({ kind: "people.import.confirmed", subject: { kind: "import_run", id }, payload: {} });
  await act.later(IMPORT_JOB, { run: id }, { key: `${IMPORT_JOB}:${id}` });
}

/** Sets a checked file aside; nothing of it was written. */
export async function dropRun(act: Act<any>, id: string): Promise<void> {
  await settle(act, id, "ready", "dropped");
  await act.journal({ kind: "people.import.dropped", subject: { kind: "import_run", id }, payload: {} });
}

export const IMPORT_JOB = "people.import";

interface Work {
  readonly context: JobContext;
  readonly run: {
    readonly id: string;
    readonly kind: ImportKind;
    readonly person: string | null;
    readonly post: string | null;
    readonly file_name: string;
  };
  readonly bytes: Uint8Array;
  readonly today: Day;
}

const source = ({ run }: Work): string => `file ${run.file_name}`;

/** One act of a job: what was taken and how far it is, together. */
async function advance(work: Work, taken: number, write: (act: Act<any>) => Promise<void>): Promise<void> {
  await work.context.act(async (act) => {
    await write(act);
    await sql`update people.import_run set done = done + ${taken} where id = ${work.run.id}`.execute(act.tx);
    await act.journal({
      kind: "people.import.advanced",
      subject: { kind: "import_run", id: work.run.id },
      payload: { import: work.run.kind, taken },
    });
  });
}

async function takeUnits(work: Work): Promise<number> {
  const { context } = work;
  const plan = await planUnits(context.db, context.pack, work.today, work.bytes, work.run.file_name);
  const places = new Map<string, string>();
  for (const batch of batchesOf(plan)) await advance(work, batch.units.length, (act) => writeBatch(act, plan, batch, places, source(work)));
  return 0;
}

async function takeBoundaries(work: Work): Promise<number> {
  const plan = await planBoundaries(work.context.db, work.context.pack, work.today, work.bytes);
  await advance(work, plan.placed.length, (act) => writeBoundaries(act, plan.placed, source(work)));
  return 0;
}

/** The reach of whoever confirmed, asked again when the job runs: a post lost in between takes its rights along. */
async function reachOfRun(work: Work): Promise<Organisations> {
  const { run, context } = work;
  if (run.person === null || run.post === null) return new Set();
  const actor = await actorFor(context.db, context.pack, run.person, work.today, run.post);
  return organisationsFor(context.db, actor, verbs.importPeople, work.today);
}

const PEOPLE_AT_ONCE = 200;

async function takePeople(work: Work): Promise<number> {
  const { context, run } = work;
  const plan = await planPeople(context.db, context.pack, await reachOfRun(work), work.today, work.bytes, run.file_name);
  for (let at = 0; at < plan.placed.length; at += PEOPLE_AT_ONCE) {
    const part = plan.placed.slice(at, at + PEOPLE_AT_ONCE);
    await advance(work, part.length, async (act) => {
      for (const one of part) {
        const person = await takePerson(act, one, source(work));
        await act.tx.insertInto("people.import_person").values({ run: run.id, row: one.good.row, person }).execute();
      }
    });
  }
  const { rows } = await sql<{ person: string }>`select person from people.import_person where run = ${run.id}`.execute(context.db);
  let found = 0;
  await context.act(async (act) => {
    found = await findMatches(act, new Set(rows.map((row) => row.person)));
    await act.journal({ kind: "people.import.compared", subject: { kind: "import_run", id: run.id }, payload: { matches: found } });
  });
  return found;
}

/** Takes a confirmed run. Run twice, it finds what is there already and goes on where it stopped. */
export async function takeRun(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { rows } = await sql<Work["run"] & { state: RunState; file: string }>`
    select id, kind, state, file, file_name, person, post from people.import_run where id = ${String(payload["run"])}`.execute(context.db);
  const [run] = rows;
  if (run === undefined || run.state !== "running") return;
  const file = await readFile(context.db, run.file);
  if (file === null) throw new Error(`The file of import ${run.id} is gone.`);
  const work: Work = { context, run, bytes: file.bytes, today: dayOf(context.now, context.pack.timeZone) };
  const takes = { units: takeUnits, boundaries: takeBoundaries, people: takePeople };
  const matches = await takes[run.kind](work);
  await context.act(async (act) => {
    await sql`update people.import_run set state = 'done', settled_at = ${act.now}, done = greatest(done, total), summary = summary || ${json({ matches })}::jsonb where id = ${run.id}`.execute(
      act.tx,
    );
    await act.journal({ kind: "people.import.done", subject: { kind: "import_run", id: run.id }, payload: { import: run.kind, matches } });
  });
}
