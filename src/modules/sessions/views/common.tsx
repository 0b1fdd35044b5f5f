/** Small parts that several pages of sessions share. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { codeOf, codesOf, groupOf, hasCode, postTypeOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language, Say, Text } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDate, formatWeekday } from "#platform/ui/format.ts";
import type { Choice, Option, SummaryError } from "#platform/ui/forms.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { enrolmentFlow, sessionFlow, type EnrolmentState, type SessionState } from "../flows.ts";
import type { Mode } from "../schema.ts";
import { w } from "../words-pages.ts";

/** What every page is given besides its own. */
export interface ViewProps {
  readonly shell: Shell;
}

/** The problems of a form as its summary, and by field. */
export function wrongOf(
  say: Say,
  problems: readonly FieldProblem[],
): { readonly errors: readonly SummaryError[]; at(field: string): string | undefined } {
  const byField = new Map(problems.map((problem) => [problem.field, say(problem.text, problem.values)]));
  return {
    errors: problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` })),
    at: (field) => byField.get(field),
  };
}

/** A code's name; a code that the pack does not know stands as it is. */
export function nameOf(say: Say, pack: Pack, list: string, code: string | null): string {
  if (code === null) return "–";
  return hasCode(pack, list, code) ? say(codeOf(pack, list, code).names) : code;
}

/** The name of a type of post; a dash without one. */
export function postName(say: Say, pack: Pack, type: string | null): string {
  return type === null ? "–" : say(postTypeOf(pack, type).names);
}

/** The names of target groups, one after the other. */
export function groupNames(say: Say, pack: Pack, groups: readonly string[]): string {
  return groups.map((group) => say(groupOf(pack, group).names)).join(", ");
}

export const optionsOf = (say: Say, pack: Pack, list: string): Option[] =>
  codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));
export const choicesOf = (say: Say, pack: Pack, list: string): Choice[] =>
  codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));

export const MODES: Readonly<Record<Mode, Text>> = { physical: w.physical, online: w.online, hybrid: w.hybrid };

export const SessionTag = ({ say, state }: { readonly say: Say; readonly state: SessionState }): VNode => (
  <StatusTag tone={sessionFlow.states[state].tone}>{say(sessionFlow.states[state].title)}</StatusTag>
);
export const EnrolmentTag = ({ say, state }: { readonly say: Say; readonly state: EnrolmentState }): VNode => (
  <StatusTag tone={enrolmentFlow.states[state].tone}>{say(enrolmentFlow.states[state].title)}</StatusTag>
);

/** “24/11/2025” or “24/11/2025 – 26/11/2025”. */
export function daysText(say: Say, from: string, to: string): string {
  return from === to ? formatDate(from) : say(w.range, { from: formatDate(from), to: formatDate(to) });
}

/** The weekday and day. */
export const weekdayText = formatWeekday;

/** The language of a text that people wrote, when it is not the page's. */
export function langOf(written: string | null, page: Language): string | undefined {
  return written === null || written === page ? undefined : written;
}
