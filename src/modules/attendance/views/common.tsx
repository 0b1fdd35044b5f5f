/** What the pages of one attendance list share: its frame, and how half-days, times and ways of noting are said. */
import type { ComponentChildren, VNode } from "preact";
import { Frame, type FrameProps } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import type { PresenceRow } from "#kernel/gathering/presence.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import { formatDate, formatPercent, formatTime, formatWeekday } from "#platform/ui/format.ts";
import { paths } from "../paths.ts";
import type { OpenList } from "../schema.ts";
import { w } from "../words.ts";

/** `Monday 17/11/2025, morning`. */
export function partLabel(say: Say, language: Language, part: Pick<Part, "day" | "half">): string {
  return say(w.half, { day: formatWeekday(part.day, language), half: say(w[part.half]) });
}

/** `17/11 a.m.`, for narrow heads. */
export function partShort(say: Say, part: Pick<Part, "day" | "half">): string {
  return `${formatDate(part.day).slice(0, 5)} ${say(part.half === "morning" ? w.morningShort : w.afternoonShort)}`;
}

/** `08:30 to 12:30` on the clock of the place. */
export function partTimes(say: Say, part: Part, timeZone: string): string {
  return say(w.times, { from: formatTime(part.startsAt, timeZone), to: formatTime(part.endsAt, timeZone) });
}

/** The days of a gathering: one, or from – to. */
export function daysLabel(first: string, last: string): string {
  return first === last ? formatDate(first) : `${formatDate(first)} – ${formatDate(last)}`;
}

/** What a row says, as words. */
export function rowText(say: Say, row: PresenceRow, timeZone: string): string {
  const time = formatTime(row.from, timeZone);
  if (row.kind === "stayed") return say(w.stayed, { time, until: formatTime(row.to ?? row.from, timeZone) });
  if (row.kind === "void") return say(w.void, { reason: row.reason ?? "" });
  return row.kind === "absent" ? say(w.absent) : say(w[row.kind], { time });
}

/** How something was noted, from the pack’s list of methods. */
export function methodName(say: Say, pack: Pack, method: string): string {
  const code = pack.codeLists["attendance_method"]?.find((each) => each.code === method);
  return code === undefined ? method : say(code.names);
}

/** A share in whole percent, cut and not rounded: 79.5 % must not be shown as the 80 % that it is not. */
export function sharePercent(of: { readonly minutes: number; readonly offered: number }, language: Language): string {
  return formatPercent(of.offered === 0 ? 0 : Math.floor((of.minutes * 100) / of.offered) / 100, language);
}

/** The frame of a page about one list: which meeting, and the way back to its sheet. */
export function ListFrame({
  shell,
  list,
  children,
  ...own
}: Omit<FrameProps, "shell" | "current" | "breadcrumbs" | "caption"> & {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly children?: ComponentChildren;
}): VNode {
  const { say } = shell;
  return (
    <Frame
      {...own}
      shell={shell}
      current={paths.list}
      breadcrumbs={[
        { text: say(w.module), href: paths.list },
        { text: list.facts.title, href: paths.one(list.gathering.id) },
      ]}
      caption={`${list.facts.title} · ${list.facts.reference} · ${daysLabel(list.gathering.firstDay, list.gathering.lastDay)}`}
    >
      {children}
    </Frame>
  );
}
