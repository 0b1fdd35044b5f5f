/** What is behind one figure: levels, causes, sources side by side, its parts, and, for the own organisation, what people wrote. */
import type { VNode } from "preact";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Columns, EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { resultPaths, withChoices } from "../results-paths.ts";
import { w } from "../words-results.ts";
import { ResultsFrame, type ResultsShell } from "./results-frame.tsx";

/** One source of evidence, formatted. */
export interface SourceLine {
  readonly name: string;
  readonly count: string;
  readonly now: string;
  readonly wanted: string;
  readonly gap: string;
}

/** One part of the figure, formatted; a hidden one says so instead of its figures. */
export interface PartLine {
  readonly name: string;
  readonly href: string | null;
  readonly count: string;
  readonly now: string;
  readonly gap: string;
}

export interface EvidenceProps {
  readonly results: ResultsShell;
  readonly domain: string;
  readonly field: string;
  readonly who: string;
  /** Null when the figure is hidden. */
  readonly shown: {
    readonly lead: string;
    readonly levels: VNode | null;
    readonly causes: VNode | null;
    readonly sources: readonly SourceLine[];
    readonly parts: { readonly title: string; readonly head: string; readonly lines: readonly PartLine[] } | null;
    /** What people wrote; null where the reader may not read it. */
    readonly texts: readonly string[] | null;
  } | null;
  readonly hidden: string;
}

function Sources({ results, lines }: { readonly results: ResultsShell; readonly lines: readonly SourceLine[] }): VNode {
  const { say } = results.shell;
  return (
    <Section id="sources" title={say(w.sourcesTitle)} note={say(w.sourcesNote)}>
      <DataTable
        say={say}
        caption={say(w.sourcesTitle)}
        rows={lines}
        columns={[
          { key: "source", head: say(w.sourceHead), cell: (line) => line.name },
          { key: "count", head: say(w.countHead), cell: (line) => line.count, numeric: true },
          { key: "now", head: say(w.levelNow), cell: (line) => line.now, numeric: true },
          { key: "wanted", head: say(w.levelWanted), cell: (line) => line.wanted, numeric: true },
          { key: "gap", head: say(w.gap), cell: (line) => line.gap, numeric: true },
        ]}
      />
    </Section>
  );
}

function Parts({
  results,
  parts,
}: {
  readonly results: ResultsShell;
  readonly parts: NonNullable<NonNullable<EvidenceProps["shown"]>["parts"]>;
}): VNode {
  const { say } = results.shell;
  return (
    <Section id="parts" title={parts.title}>
      <DataTable
        say={say}
        caption={parts.title}
        rows={parts.lines}
        columns={[
          { key: "part", head: parts.head, cell: (line) => (line.href === null ? line.name : <Link href={line.href}>{line.name}</Link>) },
          { key: "count", head: say(w.respondents), cell: (line) => line.count, numeric: true },
          { key: "now", head: say(w.levelNow), cell: (line) => line.now, numeric: true },
          { key: "gap", head: say(w.gap), cell: (line) => line.gap, numeric: true },
        ]}
      />
    </Section>
  );
}

function Texts({ results, texts }: { readonly results: ResultsShell; readonly texts: readonly string[] }): VNode {
  const { say } = results.shell;
  return (
    <Section id="texts" title={say(w.textsTitle)} note={say(w.textsNote)} card>
      <ul class="govuk-list govuk-list--bullet">
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What is behind one figure. */
export function EvidenceView({ results, domain, field, who, shown, hidden }: EvidenceProps): VNode {
  const { say } = results.shell;
  return (
    <ResultsFrame results={results} current={null} title={field} lead={shown?.lead ?? who}>
      {shown === null ? (
        <EmptyState action={{ href: withChoices(resultPaths.evidence(results.round.id), { domain }), text: say(w.evidenceAll) }}>
          {hidden}
        </EmptyState>
      ) : (
        <>
          <Columns>
            {shown.levels}
            {shown.causes}
          </Columns>
          <Sources results={results} lines={shown.sources} />
          {shown.parts !== null && shown.parts.lines.length > 0 && <Parts results={results} parts={shown.parts} />}
          {shown.texts !== null && shown.texts.length > 0 && <Texts results={results} texts={shown.texts} />}
          <MoreLinks>
            <Link href={resultPaths.overview(results.round.id)}>{say(w.title)}</Link>
          </MoreLinks>
        </>
      )}
    </ResultsFrame>
  );
}
