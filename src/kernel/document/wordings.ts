/** One version of a document in three languages, each with a status of its own: a translation is not approved because the original is. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import type { DocumentTables } from "./tables.ts";

/** From first words to those that bind. */
export const WORDING_STATES = ["draft", "translated", "reviewed", "approved"] as const;
export type WordingState = (typeof WORDING_STATES)[number];

/** A version’s words in one language. */
export interface Wording {
  readonly version: string;
  readonly language: Language;
  readonly status: WordingState;
  readonly title: string;
  readonly body: string;
  readonly file: string | null;
}

/** The wordings of some versions, by language. One query. */
export async function wordingsOf(db: Db<any>, versions: readonly string[]): Promise<Wording[]> {
  const { rows } = await sql<Wording>`
    select version, language, status, title, body, file from document.wording where version = any(${[...versions]}::uuid[])
    order by version, language`.execute(db);
  return rows;
}

/** Writes a wording. New words are a draft or a translation; an approved wording stays as it is and a new version is needed. */
export async function writeWording(
  act: Act<DocumentTables>,
  wording: Omit<Wording, "status" | "file"> & { readonly status?: "draft" | "translated"; readonly file?: string | null },
): Promise<void> {
  const before = (await wordingsOf(act.tx, [wording.version])).find((one) => one.language === wording.language);
  if (before?.status === "approved") throw new Problem(p.approvedWording);
  const columns = {
    status: wording.status ?? "draft",
    title: wording.title,
    body: wording.body,
    file: wording.file ?? before?.file ?? null,
  };
  await act.tx
    .insertInto("document.wording")
    .values({ version: wording.version, language: wording.language, ...columns })
    .onConflict((conflict) => conflict.columns(["version", "language"]).doUpdateSet(columns))
    .execute();
}

/** Moves a wording on by its states, one or more at a time, never back. Back is only a new text. */
export async function moveWording(act: Act<DocumentTables>, version: string, language: Language, to: WordingState): Promise<void> {
  const before = (await wordingsOf(act.tx, [version])).find((one) => one.language === language);
  if (before === undefined) throw new Problem(p.noWording);
  if (WORDING_STATES.indexOf(to) <= WORDING_STATES.indexOf(before.status)) throw new Problem(p.notNow);
  await act.tx
    .updateTable("document.wording")
    .set({ status: to })
    .where("version", "=", version)
    .where("language", "=", language)
    .execute();
}

/** The words to show a reader: her language when there are any, else the surest of the others. */
export function wordingFor(wordings: readonly Wording[], language: Language): Wording | null {
  const sure = (one: Wording): number => WORDING_STATES.indexOf(one.status);
  const own = wordings.find((one) => one.language === language);
  return own ?? wordings.toSorted((a, b) => sure(b) - sure(a))[0] ?? null;
}
