/** Small parts that several pages of courses share. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { codeOf, codesOf, groupOf, hasCode } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatNumber } from "#platform/ui/format.ts";
import type { Choice, Option, SummaryError } from "#platform/ui/forms.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { courseFlow } from "../flows.ts";
import { practicalShare, wordingIn, type CourseState, type CourseVersion, type Wording } from "../schema.ts";
import { w } from "../words.ts";

/** What every page is given besides its own. */
export interface ViewProps {
  readonly shell: Shell;
}

/** The languages by their own names. */
export const OWN_NAMES: Readonly<Record<Language, string>> = { rw: "Kinyarwanda", en: "English", fr: "Français" };

/** The problems of a form as its summary, and by field. */
export interface Wrong {
  readonly errors: readonly SummaryError[];
  at(field: string): string | undefined;
}

export function wrongOf(say: Say, problems: readonly FieldProblem[]): Wrong {
  const byField = new Map(problems.map((problem) => [problem.field, say(problem.text, problem.values)]));
  return {
    errors: problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` })),
    at: (field) => byField.get(field),
  };
}

/** A code's name; a code that the pack does not know stands as it is. */
export const nameOf = (say: Say, pack: Pack, list: string, code: string): string =>
  hasCode(pack, list, code) ? say(codeOf(pack, list, code).names) : code;

/** The name of a target group; one that the pack no longer has stands as its code. */
export const groupName = (say: Say, pack: Pack, code: string): string =>
  pack.groups.some((group) => group.code === code) ? say(groupOf(pack, code).names) : code;

export const optionsOf = (say: Say, pack: Pack, list: string): Option[] =>
  codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));

export const choicesOf = (say: Say, pack: Pack, list: string): Choice[] =>
  codesOf(pack, list).map((code) => ({ value: code.code, text: say(code.names) }));

export const CourseTag = ({ say, state }: { readonly say: Say; readonly state: CourseState }): VNode => (
  <StatusTag tone={courseFlow.states[state].tone}>{say(courseFlow.states[state].title)}</StatusTag>
);

/** A wording in the reader's language, or in another one that says so to programs that read aloud. */
export function Worded({ of, language }: { readonly of: Wording; readonly language: Language }): VNode {
  const found = wordingIn(of, language);
  return found.language === language ? <>{found.text}</> : <span lang={found.language}>{found.text}</span>;
}

/** A version's title in the reader's language. */
export const titleOf = (shell: Pick<Shell, "language">, version: Pick<CourseVersion, "title">): string =>
  wordingIn(version.title, shell.language).text;

/** Hours without needless decimals. */
export const hoursText = (language: Language, hours: number): string => formatNumber(hours, language, Number.isInteger(hours) ? 0 : 1);

/** “12 hours, 60 % practical”. */
export function lengthText({ say, language }: Pick<Shell, "say" | "language">, version: CourseVersion): string {
  const share = practicalShare(version);
  const hours = hoursText(language, version.hours);
  return share === null ? say(w.hoursOnly, { hours }) : say(w.lengthValue, { hours, share: Math.round(share * 100) });
}
