/** The summary of a round on paper: gaps, what comes first, what changed, who answered. */
import type { VNode } from "preact";
import { Section } from "#platform/ui/parts.tsx";
import { PrintHead } from "#platform/ui/print.tsx";
import { w } from "../words-results.ts";
import { PaperEnd, type Paper } from "./results-entity.tsx";
import { ResultsFrame, type ResultsShell } from "./results-frame.tsx";

export interface PrintProps {
  readonly results: ResultsShell;
  readonly lead: string;
  readonly heat: VNode;
  readonly ranked: VNode | null;
  readonly change: VNode | null;
  readonly turnout: VNode;
  readonly paper: Paper;
}

/** The summary of a round. */
export function PrintView({ results, lead, heat, ranked, change, turnout, paper }: PrintProps): VNode {
  const { say } = results.shell;
  return (
    <ResultsFrame results={results} current="print" title={say(w.printTitle)} lead={lead} before={<PrintHead say={say} {...paper.head} />}>
      <p class="in-more">{say(w.printAction)}</p>
      <Section id="gaps" title={say(w.gapBySubjectPost)}>
        {heat}
      </Section>
      {ranked !== null && (
        <Section id="ranked" title={say(w.rankedTitle)}>
          {ranked}
        </Section>
      )}
      {change !== null && (
        <Section id="change" title={say(w.changeTitle)}>
          {change}
        </Section>
      )}
      <Section id="turnout" title={say(w.turnoutHeading)}>
        {turnout}
      </Section>
      <PaperEnd results={results} paper={paper} />
    </ResultsFrame>
  );
}
