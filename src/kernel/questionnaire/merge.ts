/** Merges answers given on several devices: every answer is kept, none twice, and the newest by its own clock counts. */

/** One answer given once. `path` names its place with the key of each repeat: `/household[k7f2]/age`. A null value takes the answer, or the repeat, away. */
export interface AnswerEvent {
  readonly event: string;
  readonly path: string;
  readonly value: string | null;
  /** ISO 8601 in UTC with milliseconds, so that text order is time order. */
  readonly answeredAt: string;
  /** A name the device gave itself; empty for the web pages. */
  readonly device: string;
}

/** The answer that counts at a place. */
export type Newest = ReadonlyMap<string, AnswerEvent>;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders answers by their own clocks; between equals the id decides, which every device sees alike. */
export function inOrder(a: AnswerEvent, b: AnswerEvent): number {
  return compare(a.answeredAt, b.answeredAt) || compare(a.event, b.event);
}

/** One id stands for one answer; should two devices claim it for different ones, all devices choose the same. */
function chosen(a: AnswerEvent, b: AnswerEvent): AnswerEvent {
  const content = (event: AnswerEvent): string => JSON.stringify([event.answeredAt, event.path, event.value, event.device]);
  return content(a) <= content(b) ? a : b;
}

/**
 * The union of several lists of answers, in order. Commutative, associative and idempotent: devices may send what they have in
 * any order and as often as they like.
 */
export function mergeEvents(...lists: readonly (readonly AnswerEvent[])[]): AnswerEvent[] {
  const known = new Map<string, AnswerEvent>();
  for (const list of lists) {
    for (const event of list) {
      const other = known.get(event.event);
      known.set(event.event, other === undefined ? event : chosen(other, event));
    }
  }
  return [...known.values()].toSorted(inOrder);
}

/** The newest answer at each place. */
export function newestOf(events: readonly AnswerEvent[]): Newest {
  const newest = new Map<string, AnswerEvent>();
  for (const event of events) {
    const other = newest.get(event.path);
    if (other === undefined || inOrder(other, event) < 0) newest.set(event.path, event);
  }
  return newest;
}
