/** Presence in minutes: what was noted at the door, on paper or by a call becomes one number per half-day and person. */

/** Where somebody was: in the room, or in the call. */
export type Mode = "physical" | "online";

/**
 * One thing noted about a person in a half-day; moments are milliseconds since 1970.
 * `arrived` and `left` are noted at the door, `stayed` is a time from a list or a call's log, `absent` is said at closing.
 */
export type Note =
  | { readonly kind: "arrived" | "left"; readonly mode: Mode; readonly at: number }
  | { readonly kind: "stayed"; readonly mode: Mode; readonly at: number; readonly until: number }
  | { readonly kind: "absent" };

/** A half-day: its first and its last moment, in milliseconds since 1970. */
export interface HalfDay {
  readonly from: number;
  readonly to: number;
}

/** A person in one half-day. All figures are whole minutes; physical and online together make `minutes`. */
export interface Presence {
  readonly minutes: number;
  readonly physical: number;
  readonly online: number;
  readonly offered: number;
  /** First and last moment that count, or null when nothing does. */
  readonly arrived: number | null;
  readonly left: number | null;
  /** True once somebody said whether she was here: a time, or “absent”. */
  readonly decided: boolean;
  /** True when somebody saw her leave, and nobody saw her come: a name to look at. */
  readonly unclear: boolean;
}

/** A stretch of time, end not included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;

/** Stretches put together where they touch or overlap, in order; empty ones are left out. */
function union(stretches: readonly Stretch[]): Stretch[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.filter((each) => each.to > each.from).sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

const lengthOf = (stretches: readonly Stretch[]): number => stretches.reduce((sum, { from, to }) => sum + to - from, 0);

/**
 * The stretches of one mode. Somebody who came and was not seen to leave stayed to the end of the half-day;
 * coming twice without leaving is coming once, whichever phone noted it. A departure without an arrival counts nothing.
 */
function stretchesOf(half: HalfDay, notes: readonly Note[], mode: Mode): { readonly stretches: Stretch[]; readonly orphan: boolean } {
  const found: Stretch[] = [];
  const doors: { at: number; kind: "arrived" | "left" }[] = [];
  for (const note of notes) {
    if (note.kind === "absent" || note.mode !== mode) continue;
    if (note.kind === "stayed") found.push({ from: note.at, to: note.until });
    else doors.push({ at: note.at, kind: note.kind });
  }
  // At one moment coming stands before leaving, so that the order of arrival at the server changes nothing.
  doors.sort((a, b) => a.at - b.at || (a.kind === b.kind ? 0 : a.kind === "arrived" ? -1 : 1));
  let since: number | null = null;
  let orphan = false;
  for (const { at, kind } of doors) {
    if (kind === "arrived") since ??= at;
    else if (since !== null) {
      found.push({ from: since, to: at });
      since = null;
    } else orphan ||= !found.some((stretch) => stretch.to >= at);
  }
  if (since !== null) found.push({ from: since, to: half.to });
  const within = found.map(({ from, to }) => ({ from: Math.max(from, half.from), to: Math.min(to, half.to) }));
  return { stretches: union(within), orphan: orphan && doors[0]?.kind === "left" };
}

/** Whole minutes that a half-day offers. */
export function offeredMinutes(half: HalfDay): number {
  return Math.floor((half.to - half.from) / MINUTE);
}

/**
 * A person's presence in a half-day. The stretches of a mode are joined, then both modes: who sits in the room
 * with the call open is here once. Time in the room stands before time in the call. Cut to whole minutes at the end.
 * The same notes in any order, and any of them twice, give the same answer.
 */
export function presenceIn(half: HalfDay, notes: readonly Note[]): Presence {
  const room = stretchesOf(half, notes, "physical");
  const call = stretchesOf(half, notes, "online");
  const all = union([...room.stretches, ...call.stretches]);
  const minutes = Math.floor(lengthOf(all) / MINUTE);
  const physical = Math.floor(lengthOf(room.stretches) / MINUTE);
  return {
    minutes,
    physical,
    online: minutes - physical,
    offered: offeredMinutes(half),
    arrived: all[0]?.from ?? null,
    left: all.at(-1)?.to ?? null,
    decided: all.length > 0 || notes.some((note) => note.kind !== "left"),
    unclear: room.orphan || call.orphan,
  };
}

/** A person over some half-days: minutes present of the minutes offered. */
export interface Total {
  readonly minutes: number;
  readonly offered: number;
}

/** The sum over half-days; each offers its own minutes, whether or not she came. */
export function totalOf(parts: readonly Total[]): Total {
  return {
    minutes: parts.reduce((sum, part) => sum + part.minutes, 0),
    offered: parts.reduce((sum, part) => sum + part.offered, 0),
  };
}

/** Minutes ÷ minutes offered, from 0 to 1, for showing; nothing offered is 0. */
export function shareOf({ minutes, offered }: Total): number {
  return offered === 0 ? 0 : minutes / offered;
}

/** True when the minutes reach a percentage of those offered, decided on whole numbers: exactly 80 % is 80 %. */
export function meets({ minutes, offered }: Total, percent: number): boolean {
  return offered > 0 && minutes * 100 >= percent * offered;
}
