/** This round against the last: intervals of change, the line over all rounds, and what was asked differently. */
import type { VNode } from "preact";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import type { Choices } from "../results-paths.ts";
import { w } from "../words-results.ts";
import { PictureFiles, ResultsFrame, type ResultsShell } from "./results-frame.tsx";

export interface ChangeViewProps {
  readonly results: ResultsShell;
  /** Null when no earlier round is tied to this one. */
  readonly change: {
    readonly lead: string;
    readonly picture: VNode | null;
    readonly trend: VNode | null;
    /** Sentences on what was asked differently. */
    readonly asked: readonly string[];
  } | null;
  readonly choices: Choices;
}

/** What changed. */
export function ChangeView({ results, change, choices }: ChangeViewProps): VNode {
  const { say } = results.shell;
  return (
    <ResultsFrame results={results} current="change" title={say(w.changeTitle)} lead={change?.lead}>
      {change === null ? (
        <EmptyState>{say(w.noPrevious)}</EmptyState>
      ) : (
        <>
          <Section id="change" title={say(w.navChange)} titleHidden>
            {change.picture ?? <EmptyState>{say(w.changeNone)}</EmptyState>}
            {change.picture !== null && <PictureFiles results={results} file="change" choices={choices} />}
          </Section>
          <Section id="asked" title={say(w.askedTitle)}>
            {change.asked.length === 1 ? (
              <p>{change.asked[0]}</p>
            ) : (
              <>
                <p>{change.asked[0]}</p>
                <ul class="govuk-list govuk-list--bullet">
                  {change.asked.slice(1).map((sentence) => (
                    <li>{sentence}</li>
                  ))}
                </ul>
              </>
            )}
          </Section>
          {change.trend !== null && (
            <Section id="trend" title={say(w.trendTitle)}>
              {change.trend}
              <PictureFiles results={results} file="trend" choices={choices} />
            </Section>
          )}
        </>
      )}
    </ResultsFrame>
  );
}
