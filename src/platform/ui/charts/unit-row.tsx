/** Up to forty records, one lozenge each, surest first. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Key, Lozenge, type Sureness } from "#platform/ui/marks.tsx";
import { type About, Frame, MarkAt } from "./frame.tsx";

export interface UnitRowProps {
  readonly say: Say;
  readonly about: About;
  /** How many of each, and the words for them: “13 verified by a supervisor”. */
  readonly counts: readonly { readonly of: Sureness; readonly count: number; readonly words: string }[];
  readonly heading?: 2 | 3 | 4 | "none";
}

const ORDER: readonly Sureness[] = ["verified", "imported", "claimed", "nothing"];
const MOST = 40;

/** One entry a record, surest first. Throws `RangeError` above forty: draw bars instead. */
export function unitsOf(counts: UnitRowProps["counts"]): Sureness[] {
  const units = ORDER.flatMap((of) => counts.filter((c) => c.of === of).flatMap((c) => Array<Sureness>(c.count).fill(of)));
  if (units.length > MOST) throw new RangeError(`${units.length} records are too many to draw one by one`);
  return units;
}

/** Lozenges in a row that wraps, and their key. */
export function UnitRow({ say, about, counts, heading }: UnitRowProps): VNode {
  return (
    <Frame say={say} about={about} heading={heading} plain>
      <div class="in-units" role="img" aria-label={about.label}>
        {unitsOf(counts).map((of) => (
          <Lozenge of={of} />
        ))}
      </div>
      <Key>
        {counts.map((count) => (
          <span>
            <Lozenge of={count.of} /> {count.words}
          </span>
        ))}
      </Key>
    </Frame>
  );
}

/** The same lozenges as one drawing, for a file. */
export function UnitRowSvg({ about, counts }: UnitRowProps): VNode {
  const units = unitsOf(counts);
  const perLine = 20;
  return (
    <svg viewBox={`0 0 640 ${Math.ceil(units.length / perLine) * 32 + 8}`} role="img" aria-label={about.label}>
      {units.map((of, index) => (
        <MarkAt name={of} x={21 + (index % perLine) * 31} y={17 + Math.floor(index / perLine) * 32} size={25} />
      ))}
    </svg>
  );
}
