/** The personal data of questionnaires: what a person is handed, and what is taken away when she or the law asks. */
import { sql } from "kysely";
import type { PersonalData } from "#kernel/access/module.ts";
import type { Answered } from "#kernel/questionnaire/sitting.ts";
import { itemsByPath, plainPath } from "#kernel/questionnaire/project.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import type { Model } from "#kernel/questionnaire/model.ts";
import { typeOf } from "#kernel/questionnaire/types.ts";
import { json } from "#platform/db/json.ts";
import type { Tx } from "#platform/db/handle.ts";
import { removeFiles } from "#platform/files/store.ts";
import { w } from "./words-answer.ts";

/** Answers that anybody may give in the same words; everything else can tell who wrote it. */
const CLOSED = new Set(["one", "many", "rank", "integer", "decimal", "acknowledge"]);

/** A submission with its choices and figures only: no sentence, place, date or file by which somebody could be known. */
export function withoutProse(model: Model, answered: Answered): Answered {
  const items = itemsByPath(model);
  const isClosed = (path: string): boolean => {
    const item = items.get(plainPath(path));
    return item?.kind === "question" && CLOSED.has(typeOf(item.type).answer);
  };
  const kept = (texts: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(texts).filter(([path]) => isClosed(path)));
  // Nested values repeat the flat ones; the flat ones are enough for counting.
  return { ...answered, values: {}, answers: kept(answered.answers), aside: {}, instanceName: "" };
}

interface Row {
  readonly id: string;
  readonly version: string;
  readonly state: string;
  readonly answered: Answered | null;
}

/** Takes the person out of sittings: figures stay, words, files and every single answer go. Open ones end. */
async function anonymise(tx: Tx<any>, rows: readonly Row[]): Promise<number> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return 0;
  const files = await sql<{ id: string }>`
    select id from files.file where subject_kind = 'questionnaire.sitting' and subject = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from questionnaire.answer where sitting = any(${ids}::uuid[])`.execute(tx);
  for (const row of rows) {
    const answered = row.answered === null ? null : withoutProse(await modelOf(tx, row.version), row.answered);
    await sql`update questionnaire.sitting set person = null, post = null, answered = ${answered === null ? null : json(answered)}::jsonb,
      state = case when state = 'open' then 'withdrawn' else state end where id = ${row.id}`.execute(tx);
  }
  await removeFiles(
    tx,
    files.rows.map((file) => file.id),
  );
  return ids.length;
}

const MOST_AT_ONCE = 500;

export const personalData: readonly PersonalData[] = [
  {
    table: "questionnaire.sitting",
    columns: ["person", "post", "sex", "years_in_post", "answered"],
    purpose: "needs_answers",
    title: w.dataTitle,
    collect: async (db, person) => {
      const { rows } = await sql<Record<string, unknown>>`
        select s.title, s.state, s.channel, s.started_at as "startedAt", s.submitted_at as "submittedAt", s.answered -> 'answers' as answers,
          (select jsonb_agg(jsonb_build_object('path', a.path, 'value', a.value, 'at', a.answered_at) order by a.answered_at)
            from questionnaire.answer a where a.sitting = s.id) as given
        from questionnaire.sitting s join registry.person h on h.id = s.person
        where h.id = ${person} or h.merged_into = ${person} order by s.started_at`.execute(db);
      return rows;
    },
    erase: async (tx, person) => {
      const { rows } = await sql<Row>`
        select s.id, s.version, s.state, s.answered from questionnaire.sitting s join registry.person h on h.id = s.person
        where h.id = ${person} or h.merged_into = ${person} for update of s`.execute(tx);
      return anonymise(tx, rows);
    },
    expire: async (tx, before) => {
      const { rows } = await sql<Row>`
        select id, version, state, answered from questionnaire.sitting
        where person is not null and coalesce(submitted_at, started_at) < ${before}::date
        order by started_at limit ${MOST_AT_ONCE} for update`.execute(tx);
      return anonymise(tx, rows);
    },
  },
];
