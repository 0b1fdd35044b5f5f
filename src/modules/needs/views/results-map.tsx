/** The map of districts on a page of its own. */
import type { VNode } from "preact";
import { Filters, type FilterField } from "#platform/ui/lists.tsx";
import { Section } from "#platform/ui/parts.tsx";
import { resultPaths, type Choices } from "../results-paths.ts";
import { w } from "../words-results.ts";
import { PictureFiles, ResultsFrame, type ResultsShell } from "./results-frame.tsx";

export interface MapViewProps {
  readonly results: ResultsShell;
  readonly filters: readonly FilterField[];
  readonly choices: Choices;
  /** What the map shows. */
  readonly finding: string;
  readonly map: VNode;
}

/** Counts by district. */
export function MapView({ results, filters, choices, finding, map }: MapViewProps): VNode {
  const { say } = results.shell;
  return (
    <ResultsFrame results={results} current="map" title={say(w.mapTitle)} lead={say(w.mapLead)}>
      <Filters say={say} action={resultPaths.map(results.round.id)} fields={filters} />
      <Section id="map" title={finding}>
        {map}
      </Section>
      <PictureFiles results={results} file="map" choices={choices} />
    </ResultsFrame>
  );
}
