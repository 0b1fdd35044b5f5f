/** Two reports side by side: which figures differ, and what was recorded in between that explains it. */
import type { Db } from "#platform/db/handle.ts";
import type { Text } from "#platform/i18n/text.ts";
import { flatten, type ReportContent } from "./content.ts";
import { copyById, movesBetween, type Copy, type Report } from "./reports.ts";
import type { Voice } from "./report-paper.ts";
import type { Change, Comparison } from "./views/reports.tsx";
import { w } from "./words-report.ts";

const NAMES: Readonly<Record<string, Text>> = {
  people: w.people,
  verified: w.verified,
  claimed: w.claimed,
  imported: w.imported,
  women: w.women,
  men: w.men,
  unknown: w.unknown,
  entries: w.entries,
  assessed: w.assessed,
  competent: w.competent,
  sessions: w.sessions,
  applied: w.applied,
  tasks: w.tasks,
  "plan.people": w.planPeople,
  "induction.due": w.inductionDue,
  "induction.verified": w.inductionVerified,
};

/** What a figure of a report is called, by its code. */
export function nameOf(voice: Voice, code: string, contents: readonly ReportContent[]): string {
  const known = NAMES[code];
  if (known !== undefined) return voice.say(known);
  if (code.startsWith("paid ")) return `${voice.say(w.paid)} (${code.slice(5)})`;
  const district = code.slice("district ".length);
  const row = contents.flatMap((content) => content.districts).find((one) => one.code === district);
  return row?.names[voice.language] ?? district;
}

/** The figures that differ. One that only one of the two prints counts as hidden in the other. */
export function changesBetween(voice: Voice, before: ReportContent, after: ReportContent): Change[] {
  const [old, now] = [flatten(before), flatten(after)];
  const codes = [...new Set([...old.keys(), ...now.keys()])];
  return codes
    .map((code) => ({ code, name: nameOf(voice, code, [after, before]), before: old.get(code) ?? null, after: now.get(code) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** A content compared with the copy that its report names, or with the number before it; null when there is neither. */
export async function comparisonOf(
  db: Db<any>,
  voice: Voice,
  report: Report,
  copies: readonly Copy[],
  content: ReportContent,
  at: { readonly number: number | null; readonly moment: Date },
): Promise<Comparison | null> {
  const earlier = copies.find((copy) => at.number === null || copy.number < at.number) ?? null;
  const other = earlier ?? (report.compares === null ? null : await copyById(db, report.compares));
  if (other === null) return null;
  const otherScope =
    other.content.from !== content.from || other.content.to !== content.to || other.content.programme !== content.programme;
  return {
    other: `${other.content.reference}/${other.number}`,
    changes: changesBetween(voice, other.content, content),
    moves: await movesBetween(db, other.content, other.recordedAt, at.moment),
    otherScope,
  };
}
