/** Posts that an establishment provides for, and who held them when. */
import { checkSpan } from "./dates.ts";
import type { Day } from "./dates.ts";

/** A post in the establishment while it exists: from its first day up to, not including, `to`. */
export interface EstablishedPost {
  readonly post: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** Somebody in a post, substantively or acting. `to` is the first day no longer in it; `from` is null where nobody knows. */
export interface Assignment {
  readonly post: string;
  readonly person: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly acting: boolean;
}

/** Throws RangeError when a span is not one; its message names the post. */
export function checkSpans(items: readonly { readonly post: string; readonly from: Day | null; readonly to: Day | null }[]): void {
  for (const item of items) {
    try {
      checkSpan(item);
    } catch (error) {
      throw new RangeError(`${item.post}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** Assignments by post; the acting apart from the substantive. */
export function byPost(assignments: readonly Assignment[]): Map<string, { substantive: Assignment[]; acting: Assignment[] }> {
  checkSpans(assignments);
  const map = new Map<string, { substantive: Assignment[]; acting: Assignment[] }>();
  for (const assignment of assignments) {
    const held = map.get(assignment.post) ?? { substantive: [], acting: [] };
    held[assignment.acting ? "acting" : "substantive"].push(assignment);
    map.set(assignment.post, held);
  }
  return map;
}
