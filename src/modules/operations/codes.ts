/** Code lists: reading them, adding, renaming and ending a code. A code is never deleted: what was written with it keeps its word. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { json } from "#platform/db/json.ts";
import type { Form } from "#platform/http/form.ts";
import { UNREVIEWED, type Text } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import type { Tables } from "./schema.ts";
import { w } from "./words-forms.ts";

/** A list with how many codes it has. */
export interface ListRow {
  readonly list: string;
  readonly names: Text;
  readonly codes: number;
  readonly ended: number;
  readonly unreviewed: number;
}

/** Every list with counts, by name. One query. */
export async function listLists(db: Db<Tables>, today: Day): Promise<ListRow[]> {
  const { rows } = await sql<ListRow>`
    select c.list, coalesce((select n.names from rules.code n where n.list = 'list' and n.code = c.list limit 1), jsonb_build_object('en', c.list, 'fr', c.list, 'rw', c.list)) as names,
      count(*) filter (where c.to_day is null or c.to_day > ${today}) as codes,
      count(*) filter (where c.to_day <= ${today}) as ended,
      count(*) filter (where (c.to_day is null or c.to_day > ${today}) and c.names ->> 'rw' like ${`${UNREVIEWED}%`}) as unreviewed
    from rules.code c group by c.list order by c.list`.execute(db);
  return rows;
}

/** A code of a list. */
export interface CodeRow {
  readonly code: string;
  readonly names: Text;
  readonly from: Day;
  readonly to: Day | null;
  readonly position: number;
}

/** The codes of a list in their order, ended ones after the others. */
export async function codesOfList(db: Db<Tables>, list: string, today: Day): Promise<CodeRow[]> {
  const { rows } = await sql<CodeRow>`
    select code, names, from_day as from, to_day as to, position from rules.code where list = ${list}
    order by (to_day is not null and to_day <= ${today}), position, code`.execute(db);
  return rows;
}

/** The row of a code that stands, or the last one that stood; undefined when there is none. */
export function codeIn(rows: readonly CodeRow[], code: string): CodeRow | undefined {
  return rows.filter((row) => row.code === code).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

/** The words of a code as a form gives them; Kinyarwanda left empty is marked for a native reviewer with the English word. */
export function parseNames(form: Form): { names: Text; problems: FieldProblem[] } {
  const text = (field: string): string => form.text(field).slice(0, 300).replaceAll("'", "’");
  const names = {
    en: text("en"),
    fr: text("fr"),
    rw: form.text("reviewed") === "yes" || text("rw") === "" ? text("rw") : `${UNREVIEWED}${text("rw")}`,
  };
  const problems: FieldProblem[] = [];
  for (const field of ["en", "fr", "rw"] as const) {
    const word = text(field);
    if (word === "") problems.push({ field, text: w.wordMissing });
    else if (/[{}<>]/.test(word)) problems.push({ field, text: w.plainWord });
  }
  return { names, problems };
}

/** What is wrong with a new code; null when it will do. Codes stand in files and addresses, so they are plain. */
export function codeProblem(code: string, rows: readonly CodeRow[], today: Day): FieldProblem | null {
  if (!/^[a-z0-9][a-z0-9_.-]{0,39}$/.test(code)) return { field: "code", text: w.codeShape };
  const there = codeIn(rows, code);
  if (there !== undefined && (there.to === null || there.to > today)) return { field: "code", text: w.codeTaken };
  return there?.from === today ? { field: "code", text: w.codeTaken } : null;
}

/** A list has no record id of its own: its codes' history hangs on one derived from their names. */
async function subjectOf(act: Act<Tables>, list: string, code: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select md5(${`rules.code/${list}/${code}`})::uuid::text as id`.execute(act.tx);
  return rows[0]?.id ?? "";
}

async function tell(act: Act<Tables>, kind: string, list: string, code: string, said: Readonly<Record<string, unknown>>): Promise<void> {
  await act.journal({
    kind,
    subject: { kind: "rules.code", id: await subjectOf(act, list, code) },
    payload: { list, code },
    personal: said,
  });
}

/** Adds a code to a list, from today. */
export async function addCode(act: Act<Tables>, list: string, code: string, names: Text): Promise<void> {
  await sql`
    insert into rules.code (list, code, position, names, flags, from_day)
    select ${list}, ${code}, coalesce(max(position), 0) + 1, ${json(names)}::jsonb, '{}', ${act.today} from rules.code where list = ${list}`.execute(
    act.tx,
  );
  await tell(act, "operations.code_added", list, code, { names });
}

/** Gives a code other words; what was written with it is shown with them from now on. */
export async function renameCode(act: Act<Tables>, list: string, row: CodeRow, names: Text): Promise<void> {
  await sql`update rules.code set names = ${json(names)}::jsonb where list = ${list} and code = ${row.code} and from_day = ${row.from}`.execute(
    act.tx,
  );
  await tell(act, "operations.code_renamed", list, row.code, { before: row.names, after: names });
}

/** Ends a code: from that day nobody can choose it; records that have it keep it. */
export async function endCode(act: Act<Tables>, list: string, row: CodeRow, day: Day): Promise<void> {
  await sql`update rules.code set to_day = ${day} where list = ${list} and code = ${row.code} and from_day = ${row.from}`.execute(act.tx);
  await tell(act, "operations.code_ended", list, row.code, { last_day_before: day });
}
