/** How a version stands, in words and as a mark. */
import type { Version } from "#kernel/questionnaire/store.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { Tone } from "#platform/ui/marks.tsx";
import { w } from "./words.ts";

/** The word and tone of a version's state. */
export function stateOf(version: Pick<Version, "state" | "report">): { readonly text: Text; readonly tone: Tone } {
  if (version.state === "published") return { text: w.published, tone: "good" };
  if (version.state === "retired") return { text: w.retired, tone: "rest" };
  return version.report.ok ? { text: w.draft, tone: "info" } : { text: w.draftBroken, tone: "watch" };
}
