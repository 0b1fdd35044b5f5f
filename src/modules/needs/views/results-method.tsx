/** How the figures come about, in five plain paragraphs. */
import type { VNode } from "preact";
import { w } from "../words-results.ts";
import { ResultsFrame, type ResultsShell } from "./results-frame.tsx";

/** How a gap is measured. `grid` is the number of weightings that places are tried under. */
export function MethodView({
  results,
  floor,
  grid,
}: {
  readonly results: ResultsShell;
  readonly floor: number;
  readonly grid: number;
}): VNode {
  const { say } = results.shell;
  const paragraphs = [
    say(w.measuredGap),
    say(w.measuredHidden, { floor }),
    say(w.measuredCorner),
    say(w.measuredRank, { grid }),
    say(w.measuredInterval),
  ];
  return (
    <ResultsFrame results={results} current="method" title={say(w.measuredTitle)}>
      <div class="in-read">
        {paragraphs.map((text) => (
          <p>{text}</p>
        ))}
      </div>
    </ResultsFrame>
  );
}
