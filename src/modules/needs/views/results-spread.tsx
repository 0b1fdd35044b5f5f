/** How far apart organisations of one kind are: strips, one field with intervals, and turnout. */
import type { VNode } from "preact";
import { Filters, type FilterField } from "#platform/ui/lists.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { resultPaths, type Choices } from "../results-paths.ts";
import { w } from "../words-results.ts";
import { PictureFiles, ResultsFrame, type ResultsShell } from "./results-frame.tsx";

export interface SpreadViewProps {
  readonly results: ResultsShell;
  readonly filters: readonly FilterField[];
  readonly choices: Choices;
  readonly strips: VNode | null;
  readonly estimates: VNode | null;
  readonly turnout: VNode | null;
  /** Fewest organisations of a kind that are drawn. */
  readonly least: number;
}

/** Distributions. */
export function SpreadView({ results, filters, choices, strips, estimates, turnout, least }: SpreadViewProps): VNode {
  const { say } = results.shell;
  return (
    <ResultsFrame results={results} current="spread" title={say(w.spreadPage)} lead={say(w.spreadLead)}>
      <Filters say={say} action={resultPaths.spread(results.round.id)} fields={filters} />
      <Section id="strips" title={say(w.spreadTitle)}>
        {strips ?? <EmptyState>{say(w.tooFewPeers, { least })}</EmptyState>}
        {strips !== null && <PictureFiles results={results} file="spread" choices={choices} />}
      </Section>
      {estimates !== null && (
        <Section id="estimates" title={say(w.estimatesTitle)}>
          {estimates}
          <PictureFiles results={results} file="estimates" choices={choices} />
        </Section>
      )}
      {turnout !== null && (
        <Section id="turnout" title={say(w.turnoutTitle)}>
          {turnout}
          <PictureFiles results={results} file="turnout" choices={choices} />
        </Section>
      )}
    </ResultsFrame>
  );
}
