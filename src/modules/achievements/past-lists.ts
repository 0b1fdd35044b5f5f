/** Past training lists as records: a file is checked and kept, confirmed by a person, and taken once; doubles are joined and can be parted. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { keepEntries } from "#kernel/portfolio/portfolio.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { findMatches, indexOrganisations, knownOrganisations, mergeCertain, unknownFinding, type Finding } from "#modules/people";
import { readFile, storeFile } from "#platform/files/store.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { MEDIA_TYPES, sniff } from "#platform/tabular/sniff.ts";
import { readTable } from "#platform/tabular/table.ts";
import type { TableProblem } from "#platform/tabular/table-problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { judgePast, PAST_COLUMNS, type PastRow } from "./past-check.ts";
import { p } from "./problems.ts";
import { w } from "./words-list.ts";

/** The kind of record. */
export const PAST_LIST = "achievements.past_list";
export const TAKE_JOB = "achievements.take_list";

export type ListState = "ready" | "running" | "done" | "dropped";

/** The figures of a list. `people`, `joined` and `open` are known once it was taken. */
export interface ListSummary {
  readonly fresh: number;
  readonly same: number;
  readonly rejected: number;
  readonly warnings: number;
  readonly people?: number;
  readonly joined?: number;
  readonly open?: number;
}

/** What a file comes to, before anything is written. */
export interface PastPlan {
  readonly headers: readonly string[];
  readonly fresh: readonly PastRow[];
  readonly same: number;
  readonly findings: readonly Finding[];
  readonly problems: readonly TableProblem[];
}

/** How a list is to be read: who paid when it does not say, and what kind of activity it is. */
export interface ListSettings {
  readonly programme: string | null;
  readonly modality: string;
}

/** Reads and judges a list. Writes nothing. Two queries, whatever its length. */
export async function planList(
  db: Db<any>,
  pack: Pack,
  today: Day,
  file: { readonly bytes: Uint8Array; readonly name: string },
  settings: ListSettings,
): Promise<PastPlan> {
  const table = await readTable(file.bytes, file.name, { columns: PAST_COLUMNS });
  const index = indexOrganisations(await knownOrganisations(db, today));
  const findings: Finding[] = table.rejected.map(unknownFinding);
  const first = new Map<string, number>();
  const good: PastRow[] = [];
  for (const { row, cells, source } of table.rows) {
    const judged = judgePast(pack, index, row, cells, settings.programme, today);
    for (const one of judged.wrong) findings.push({ row, code: cells.name, rejected: true, source, ...one });
    if (judged.good === null) continue;
    for (const one of judged.check) findings.push({ row, code: cells.name, rejected: false, source, ...one });
    const before = first.get(judged.good.entry);
    if (before === undefined) {
      first.set(judged.good.entry, row);
      good.push(judged.good);
    } else findings.push({ row, code: cells.name, kind: "same_row", rejected: true, source, text: w.same_row, values: { first: before } });
  }
  const { rows } = await sql<{ id: string }>`
    select id from portfolio.entry where id = any(${good.map((one) => one.entry)}::uuid[])`.execute(db);
  const known = new Set(rows.map((row) => row.id));
  return {
    headers: table.headers,
    fresh: good.filter((one) => !known.has(one.entry)),
    same: known.size,
    findings: findings.toSorted((a, b) => a.row - b.row),
    problems: table.problems,
  };
}

const rowsOf = (findings: readonly Finding[], rejected: boolean): number =>
  new Set(findings.filter((one) => one.rejected === rejected).map((one) => one.row)).size;

/** The figures of a plan. */
export const summaryOf = (plan: PastPlan): ListSummary => ({
  fresh: plan.fresh.length,
  same: plan.same,
  rejected: rowsOf(plan.findings, true),
  warnings: rowsOf(plan.findings, false),
});

/** Keeps a checked list; it waits for somebody to confirm. Throws when the same file was taken before. */
export async function keepList(
  act: Act<any>,
  file: { readonly bytes: Uint8Array; readonly name: string },
  settings: ListSettings,
  plan: PastPlan,
): Promise<string> {
  const digest = createHash("sha256").update(file.bytes).digest();
  const { rows: before } = await sql<{ settled_at: Date }>`
    select settled_at from achievements.past_list where digest = ${digest} and state in ('done', 'running')`.execute(act.tx);
  if (before[0] !== undefined)
    throw new Problem(p.listTakenBefore, { day: formatDate((before[0].settled_at ?? act.now).toISOString().slice(0, 10)) });
  const id = newId();
  const stored = await storeFile(act.tx as never, {
    name: file.name,
    mediaType: MEDIA_TYPES[sniff(file.bytes)],
    purpose: "import",
    subject: { kind: PAST_LIST, id },
    uploadedBy: act.author.person,
    bytes: file.bytes,
  });
  const summary = summaryOf(plan);
  await act.tx
    .insertInto("achievements.past_list")
    .values({
      id,
      file: stored,
      file_name: file.name,
      digest,
      programme: settings.programme,
      modality: settings.modality,
      state: "ready",
      summary: json(summary),
      headers: json(plan.headers),
      post: act.author.post,
      person: act.author.person,
      checked_at: act.now,
    })
    .execute();
  const { findings } = plan;
  await sql`
    insert into achievements.past_row (list, position, "row", outcome, name, told, source)
    select ${id}, g.* from unnest(${findings.map((_, index) => index)}::integer[], ${findings.map((one) => one.row)}::integer[],
      ${findings.map((one) => (one.rejected ? "rejected" : "to_check"))}::text[], ${findings.map((one) => one.code)}::text[],
      ${findings.map((one) => json({ text: one.text, values: one.values }))}::jsonb[], ${findings.map((one) => json(one.source))}::jsonb[]) as g`.execute(
    act.tx,
  );
  await act.journal({
    kind: "achievements.list.checked",
    subject: { kind: PAST_LIST, id },
    payload: { ...summary, sha256: digest.toString("hex") },
  });
  return id;
}

async function settle(act: Act<any>, id: string, from: ListState, to: ListState): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update achievements.past_list set state = ${to}, settled_at = ${act.now} where id = ${id} and state = ${from} returning id`.execute(
    act.tx,
  );
  if (rows.length === 0) throw new Problem(p.listSettled);
}

/** Confirms a list: a job takes it from here. */
export async function confirmList(act: Act<any>, id: string): Promise<void> {
  await settle(act, id, "ready", "running");
  await act.journal({ kind: "achievements.list.confirmed", subject: { kind: PAST_LIST, id }, payload: {} });
  await act.later(TAKE_JOB, { list: id }, { key: `${TAKE_JOB}:${id}` });
}

/** Sets a checked list aside; nothing of it was written. */
export async function dropList(act: Act<any>, id: string): Promise<void> {
  await settle(act, id, "ready", "dropped");
  await act.journal({ kind: "achievements.list.dropped", subject: { kind: PAST_LIST, id }, payload: {} });
}

/** Writes the rows of a plan: a person for each name that this list brings, and what each took part in; then joins doubles that leave no doubt. */
async function writeRows(
  act: Act<any>,
  plan: PastPlan,
  list: string,
  source: string,
  modality: string,
): Promise<{ people: number; joined: number; open: number }> {
  const people = new Map<string, string>();
  for (const one of plan.fresh) {
    if (people.has(one.who)) continue;
    people.set(one.who, await addPerson(act, { fullName: one.name, sex: one.sex, phone: one.phone }, source));
  }
  await keepEntries(
    act,
    plan.fresh.map((one) => ({
      id: one.entry,
      person: people.get(one.who) ?? "",
      kind: PAST_LIST,
      about: { kind: PAST_LIST, id: list },
      title: one.course,
      language: "en",
      course: null,
      modality,
      domain: null,
      programme: one.programme,
      post: null,
      postType: one.postType,
      organisation: one.organisation,
      tier: one.tier,
      ageBand: null,
      from: one.from.start,
      fromPrecision: one.from.precision,
      to: one.to,
      minutes: null,
      outcome: "attended" as const,
      certainty: "imported" as const,
      source,
    })),
  );
  const listed = new Set(people.values());
  const found = await findMatches(act, listed);
  const joined = await mergeCertain(act, listed);
  const rows = plan.fresh.map((one, position) => ({
    position: position + 100_000,
    row: one.row,
    person: people.get(one.who) ?? null,
    entry: one.entry,
  }));
  await sql`
    insert into achievements.past_row (list, position, "row", outcome, told, source, entry, person)
    select ${list}, g.position, g.line, 'new', '{}'::jsonb, '[]'::jsonb, g.entry, g.person from unnest(
      ${rows.map((row) => row.position)}::integer[], ${rows.map((row) => row.row)}::integer[], ${rows.map((row) => row.entry)}::uuid[],
      ${rows.map((row) => row.person)}::uuid[]) as g (position, line, entry, person)`.execute(act.tx);
  return { people: listed.size, joined, open: found - joined };
}

/** Takes a confirmed list. Run twice, it finds everything there already. */
export async function takeList(act: Act<any>, id: string): Promise<ListSummary> {
  const { rows } = await sql<{
    file: string;
    file_name: string;
    programme: string | null;
    modality: string;
    state: ListState;
    summary: ListSummary;
  }>`
    select file, file_name, programme, modality, state, summary from achievements.past_list where id = ${id} for update`.execute(act.tx);
  const [list] = rows;
  if (list === undefined) throw new Problem(p.noList);
  if (list.state !== "running") throw new Problem(p.listSettled);
  const file = await readFile(act.tx as never, list.file);
  if (file === null) throw new Error(`The file of list ${id} is gone.`);
  const plan = await planList(act.tx, act.pack, act.today, { bytes: file.bytes, name: list.file_name }, list);
  const written = await writeRows(act, plan, id, list.file_name, list.modality);
  const summary = { ...list.summary, ...written };
  await sql`update achievements.past_list set state = 'done', settled_at = ${act.now}, summary = ${json(summary)}::jsonb where id = ${id}`.execute(
    act.tx,
  );
  await act.journal({ kind: "achievements.list.taken", subject: { kind: PAST_LIST, id }, payload: { ...summary } });
  return summary;
}

/** A list as pages show it. */
export interface PastList {
  readonly id: string;
  readonly fileName: string;
  readonly programme: string | null;
  readonly modality: string;
  readonly state: ListState;
  readonly summary: ListSummary;
  readonly headers: readonly string[];
  readonly by: string | null;
  readonly post: string | null;
  readonly checkedAt: Date;
  readonly settledAt: Date | null;
}

const SELECT = sql`
  select l.id, l.file_name as "fileName", l.programme, l.modality, l.state, l.summary, l.headers, h.full_name as by, l.post, l.checked_at as "checkedAt",
    l.settled_at as "settledAt"
  from achievements.past_list l left join registry.person h on h.id = l.person`;

/** Lists, newest first. One query. */
export async function pastLists(db: Db<any>, limit: number, offset = 0): Promise<PastList[]> {
  const { rows } = await sql<PastList>`${SELECT} order by l.checked_at desc, l.id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** One list, or null. */
export async function pastListById(db: Db<any>, id: string): Promise<PastList | null> {
  const { rows } = await sql<PastList>`${SELECT} where l.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** A row with something to say about it. */
export interface ToldPastRow {
  readonly row: number;
  readonly outcome: "rejected" | "to_check";
  readonly name: string;
  readonly told: { readonly text: Text; readonly values: Values };
  readonly source: readonly string[];
}

/** The rows of a list that somebody should look at, in the order of the file. One query. */
export async function rowsToLookAt(db: Db<any>, list: string, limit: number): Promise<ToldPastRow[]> {
  const { rows } = await sql<ToldPastRow>`
    select "row", outcome, name, told, source from achievements.past_row
    where list = ${list} and outcome in ('rejected', 'to_check') order by position limit ${limit}`.execute(db);
  return rows;
}
