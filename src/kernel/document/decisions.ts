/** Decisions of organs on records: which organ, on what day, under what number, with what outcome and document. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { hasCode } from "#kernel/pack/lookup.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import type { Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import type { DocumentTables } from "./tables.ts";

export const OUTCOMES = ["adopted", "adopted_with_changes", "returned", "noted"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A decision to record. `organ` is a code of the list `organ`; `number` is what the minutes call it. */
export interface NewDecision {
  readonly about: { readonly kind: string; readonly id: string };
  readonly version: string | null;
  readonly step: string;
  readonly organ: string;
  readonly on: Day;
  readonly number: string;
  readonly outcome: Outcome;
  readonly reasons: string | null;
  readonly language: Language | null;
  readonly file: string | null;
}

/** A decision as it was recorded. */
export interface Decision extends Omit<NewDecision, "about"> {
  readonly id: string;
  readonly about: string;
  readonly aboutKind: string;
  readonly versionNumber: number | null;
  readonly post: string | null;
  readonly postType: string | null;
  readonly fileName: string | null;
  readonly recordedAt: Date;
}

/** Records a decision and returns its id; the caller tells the journal. Refused without number, in the future, or returned without reasons. */
export async function decide(act: Act<DocumentTables>, made: NewDecision): Promise<string> {
  if (!hasCode(act.pack, "organ", made.organ)) throw new Problem(p.noOrgan);
  if (made.number.trim() === "") throw new Problem(p.noNumber);
  if (made.on > act.today) throw new Problem(p.future);
  if (made.outcome === "returned" && (made.reasons ?? "").trim() === "") throw new Problem(p.noReasons);
  const id = newId();
  await act.tx
    .insertInto("document.decision")
    .values({
      id,
      about_kind: made.about.kind,
      about: made.about.id,
      version: made.version,
      step: made.step,
      organ: made.organ,
      decided_on: made.on,
      number: made.number.trim(),
      outcome: made.outcome,
      reasons: made.reasons,
      language: made.language,
      file: made.file,
      post: act.author.post,
      recorded_at: act.now,
    })
    .execute();
  return id;
}

/** The decisions on some records, oldest first. One query. */
export async function decisionsOf(db: Db<any>, abouts: readonly string[]): Promise<Decision[]> {
  if (abouts.length === 0) return [];
  const { rows } = await sql<Decision>`
    select d.id, d.about, d.about_kind as "aboutKind", d.version, v.number as "versionNumber", d.step, d.organ, d.decided_on as "on", d.number,
      d.outcome, d.reasons, d.language, d.file, f.name as "fileName", d.post, p.post_type as "postType", d.recorded_at as "recordedAt"
    from document.decision d left join document.version v on v.id = d.version left join files.file f on f.id = d.file
    left join registry.post p on p.id = d.post
    where d.about = any(${[...abouts]}::uuid[]) order by d.decided_on, d.recorded_at, d.id`.execute(db);
  return rows;
}
