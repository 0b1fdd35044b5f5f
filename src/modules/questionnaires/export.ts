/** Takes the answers of a questionnaire out of the house: one row a sitting, one column a question, no names. */
import { sql } from "kysely";
import { inLanguage, languageCode, type Model, type Question } from "#kernel/questionnaire/model.ts";
import { eachItem } from "#kernel/questionnaire/model.ts";
import { typeOf } from "#kernel/questionnaire/types.ts";
import type { Db } from "#platform/db/handle.ts";
import type { ColumnKind } from "#platform/tabular/write-xlsx.ts";
import type { Value } from "#platform/tabular/write.ts";

/** One column of answers. A select of several choices has one with the names, and one for each choice. */
export interface AnswerColumn {
  readonly name: string;
  readonly kind: ColumnKind["kind"];
  readonly question: Question;
  readonly path: string;
  /** The choice that the column is about; null for the answer itself. */
  readonly choice: string | null;
  /** Inside a repeat: the answers of all instances in one cell. */
  readonly repeated: boolean;
}

/** What every row begins with. */
export const FACTS = [
  "version",
  "organisation",
  "post_type",
  "sex",
  "years_in_post",
  "channel",
  "language",
  "answered_on",
  "answered_precision",
] as const;

/** Between the answers of several instances of a repeat. */
const BETWEEN = "; ";

function kindOf(question: Question): ColumnKind["kind"] {
  const { answer } = typeOf(question.type);
  return answer === "integer" ? "integer" : answer === "decimal" ? "decimal" : "text";
}

function columnsIn(model: Model): AnswerColumn[] {
  const columns: AnswerColumn[] = [];
  eachItem(model.items, (item, path, ancestors) => {
    if (item.kind !== "question" || ["none", "device"].includes(typeOf(item.type).answer)) return;
    const repeated = ancestors.some((each) => each.kind === "repeat");
    const shared = { question: item, path, repeated };
    const name = path.slice(1);
    columns.push({ ...shared, name, kind: repeated ? "text" : kindOf(item), choice: null });
    if (typeOf(item.type).answer !== "many" || repeated) return;
    for (const choice of model.lists[item.list] ?? [])
      columns.push({ ...shared, name: `${name}/${choice.name}`, kind: "integer", choice: choice.name });
  });
  return columns;
}

/** The columns of several versions together, the newest first; what only an older one asked stands behind. */
export function answerColumns(models: readonly Model[]): AnswerColumn[] {
  const columns = new Map<string, AnswerColumn>();
  for (const model of models) for (const column of columnsIn(model)) if (!columns.has(column.name)) columns.set(column.name, column);
  return [...columns.values()];
}

interface Row {
  readonly version: number;
  readonly organisation: string;
  readonly postType: string | null;
  readonly sex: string | null;
  readonly yearsInPost: number | null;
  readonly channel: string;
  readonly language: string;
  readonly happenedOn: string;
  readonly happenedPrecision: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** Rows fetched from the database at once. */
const FETCHED = 1000;

/**
 * The submitted sittings of an instrument through a cursor, all as they stand at one moment. The transaction ends when the last row
 * was taken or the reader goes away.
 */
export async function* submittedRows(db: Db<any>, instrument: string): AsyncGenerator<Row> {
  const tx = await db.startTransaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute();
  try {
    await sql`declare answers no scroll cursor for
      select v.number as version, o.name as organisation, s.post_type as "postType", s.sex, s.years_in_post as "yearsInPost", s.channel,
        s.language, s.happened_on as "happenedOn", s.happened_precision as "happenedPrecision", s.answered -> 'answers' as answers
      from questionnaire.sitting s
      join questionnaire.version v on v.id = s.version
      join registry.organisation o on o.id = s.organisation
      where v.instrument = ${sql.lit(instrument)} and s.state = 'submitted'`.execute(tx);
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.raw(String(FETCHED))} from answers`.execute(tx);
      yield* rows;
      if (rows.length < FETCHED) return;
    }
  } finally {
    await tx.rollback().execute();
  }
}

/** The answers of a row filed by plain path, all instances of a repeat together. */
function byPlainPath(answers: Readonly<Record<string, string>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, text] of Object.entries(answers)) {
    if (!path.includes("[")) found.set(path, text);
    else {
      const plain = path.replaceAll(/\[\d+\]/g, "");
      const before = found.get(plain);
      found.set(plain, before === undefined ? text : before + BETWEEN + text);
    }
  }
  return found;
}

function cell(column: AnswerColumn, answers: ReadonlyMap<string, string>): Value {
  const text = answers.get(column.path);
  if (text === undefined) return null;
  // Empty where the question was not asked; 0 and 1 only where it was.
  if (column.choice !== null) return text.split(" ").includes(column.choice) ? 1 : 0;
  return column.kind === "text" ? text : Number(text);
}

/** A row of the table: the facts, then a cell for each column. */
export function cellsOf(row: Row, columns: readonly AnswerColumn[]): Value[] {
  const answers = byPlainPath(row.answers ?? {});
  const date =
    row.happenedPrecision === "year"
      ? row.happenedOn.slice(0, 4)
      : row.happenedPrecision === "month"
        ? row.happenedOn.slice(0, 7)
        : row.happenedOn;
  const facts = [
    row.version,
    row.organisation,
    row.postType,
    row.sex,
    row.yearsInPost,
    row.channel,
    row.language,
    date,
    row.happenedPrecision,
  ];
  return [...facts, ...columns.map((column) => cell(column, answers))];
}

/** The table of labels: each column with its question, and the words of its choices, in every language the questionnaire speaks. */
export function labelRows(
  models: readonly Model[],
  columns: readonly AnswerColumn[],
): { readonly header: string[]; readonly rows: string[][] } {
  const [newest] = models;
  const languages = newest?.languages ?? [];
  const rows = columns.map((column) => {
    const model = models.find((each) => each.lists[column.question.list] !== undefined) ?? newest;
    const choice = column.choice === null ? undefined : model?.lists[column.question.list]?.find((each) => each.name === column.choice);
    const texts = languages.map((language) => {
      const question = inLanguage(column.question.label, language, model?.defaultLanguage ?? language);
      return choice === undefined ? question : `${question}: ${inLanguage(choice.label, language, model?.defaultLanguage ?? language)}`;
    });
    const choices =
      column.choice === null && model !== undefined
        ? (model.lists[column.question.list] ?? []).map(
            (each) => `${each.name} = ${inLanguage(each.label, model.defaultLanguage, model.defaultLanguage)}`,
          )
        : [];
    return [column.name, column.question.type, ...texts, choices.join(BETWEEN)];
  });
  return { header: ["column", "type", ...languages.map((language) => languageCode(language) || language), "choices"], rows };
}
