/** Calendar days as text and half-open spans of them: a span holds its first day and not its last. */

/** A calendar day, "YYYY-MM-DD". Such texts sort as the days do. */
export type Day = string;

/** Days from `from` up to, not including, `to`. A `from` of null is unknown, a `to` of null is not yet. */
export interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A span with both ends known. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Whole days since 1 January 1970. Throws RangeError when the text is no day of the calendar. */
export function dayNumber(day: Day): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 30 February in some engines; it must come back as written.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new RangeError(`not a day: ${day}`);
  }
  return time / 86_400_000;
}

/** How many days later `to` is than `from`; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Completed years between two days: one more on each anniversary (28 February's morrow for 29 February). */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Throws RangeError when an end is no day or the span ends before it begins. */
export function checkSpan({ from, to }: Span): void {
  if (from !== null) dayNumber(from);
  if (to !== null) dayNumber(to);
  if (from !== null && to !== null && to < from) throw new RangeError(`${to} is before ${from}`);
}

/** Whether the day lies in the span. An unknown beginning counts as past. */
export function holds({ from, to }: Span, day: Day): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}

/** The days of some spans within a period, joined where they touch or overlap, in order. */
export function cover(spans: readonly Span[], period: Period): Period[] {
  const clipped = spans
    .map(({ from, to }) => ({
      from: from === null || from < period.from ? period.from : from,
      to: to === null || to > period.to ? period.to : to,
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const joined: Period[] = [];
  for (const span of clipped) {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.to) joined.push(span);
    else if (span.to > last.to) joined[joined.length - 1] = { from: last.from, to: span.to };
  }
  return joined;
}

/** How many days some disjoint periods have together. */
export function daysIn(periods: readonly Period[]): number {
  return periods.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0);
}

/** Since when, without a break, the spans have covered the day: the chain of touching spans back from it. Null when it is not covered; "unknown" when the chain has no known beginning. */
export function coveredSince(spans: readonly Span[], day: Day): Day | "unknown" | null {
  let since: Day | "unknown" | null = null;
  for (const { from } of spans.filter((span) => holds(span, day))) {
    if (from === null) return "unknown";
    if (since === null || from < since) since = from;
  }
  for (let grown = true; grown && since !== null;) {
    grown = false;
    for (const { from, to } of spans) {
      const touches: boolean = to !== null && to >= since && (from === null || from < since);
      if (!touches) continue;
      if (from === null) return "unknown";
      since = from;
      grown = true;
    }
  }
  return since;
}
