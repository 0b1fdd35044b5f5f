/** Small parts that several pages of courses share. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { StatusTag } from "#platform/ui/marks.tsx";
import { courseFlow } from "../flows.ts";
import { practicalShare, wordingIn, type CourseState, type CourseVersion, type Wording } from "../schema.ts";
import { w } from "../words.ts";

/** What every page is given besides its own. */
export interface ViewProps {
  readonly shell: Shell;
}

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
