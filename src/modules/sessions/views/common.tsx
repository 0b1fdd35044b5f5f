/** Small parts that several pages of sessions share. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Language, Say, Text } from "#platform/i18n/text.ts";
import { formatDate, formatWeekday } from "#platform/ui/format.ts";
import { StatusTag } from "#platform/ui/marks.tsx";
import { enrolmentFlow, sessionFlow, type EnrolmentState, type SessionState } from "../flows.ts";
import type { Mode } from "../schema.ts";
import { w } from "../words-pages.ts";

/** What every page is given besides its own. */
export interface ViewProps {
  readonly shell: Shell;
}

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

const MONTHS = Object.fromEntries(
  (["rw", "en", "fr"] as const).map((lang) => [lang, new Intl.DateTimeFormat(lang, { month: "long", year: "numeric", timeZone: "UTC" })]),
) as Record<Language, Intl.DateTimeFormat>;

/** A month and its year, such as November 2025, with a capital. */
export function monthText(day: Day, language: Language): string {
  const text = MONTHS[language].format(new Date(`${day}T00:00:00Z`));
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
