/** The first page of results: the heat-map, what comes first, the map and how far apart organisations are. */
import type { VNode } from "preact";
import { Link } from "#platform/ui/link.tsx";
import { Filters, type FilterField } from "#platform/ui/lists.tsx";
import { Columns, EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import type { HeatView } from "../results-heat.ts";
import { resultPaths, withChoices, type Choices } from "../results-paths.ts";
import { w } from "../words-results.ts";
import { PictureFiles, ResultsFrame, type ResultsShell } from "./results-frame.tsx";

export interface OverviewProps {
  readonly results: ResultsShell;
  readonly lead: string | null;
  readonly view: HeatView;
  /** Whether the reader may see organisations by name at all. */
  readonly canName: boolean;
  readonly filters: readonly FilterField[];
  readonly choices: Choices;
  /** True when a filter is set. */
  readonly filtered: boolean;
  readonly result: string;
  readonly heat: VNode;
  readonly ranked: { readonly picture: VNode; readonly count: number } | null;
  readonly map: VNode;
  readonly spread: VNode | null;
  /** Without a single answer: why, and what to do. */
  readonly empty: { readonly text: string; readonly action: { readonly href: string; readonly text: string } } | null;
}

/** Rows by post or by organisation: two links, the one in force is plain. */
function ViewSwitch({ results, view, choices }: Pick<OverviewProps, "results" | "view" | "choices">): VNode {
  const { say } = results.shell;
  const entries = [
    ["posts", say(w.byPost)],
    ["organisations", say(w.byOrganisation)],
  ] as const;
  return (
    <MoreLinks>
      {entries.map(([name, text]) =>
        name === view ? (
          <b aria-current="true">{text}</b>
        ) : (
          <Link href={withChoices(resultPaths.overview(results.round.id), { ...choices, view: name })}>{text}</Link>
        ),
      )}
    </MoreLinks>
  );
}

function Pictures(props: OverviewProps): VNode {
  const { results, ranked, map, spread } = props;
  const { say } = results.shell;
  const { id } = results.round;
  return (
    <>
      {ranked !== null && (
        <Section id="ranked" title={say(w.rankedTitle)}>
          {ranked.picture}
          <MoreLinks>
            <Link href={resultPaths.ranked(id)}>{say(w.allRanked, { count: ranked.count })}</Link>
          </MoreLinks>
        </Section>
      )}
      <Columns>
        <Section id="map" title={say(w.mapAnswers)}>
          {map}
        </Section>
        {spread !== null && (
          <Section id="spread" title={say(w.spreadTitle)}>
            {spread}
          </Section>
        )}
      </Columns>
    </>
  );
}

/** Where the gaps are. */
export function OverviewView(props: OverviewProps): VNode {
  const { results, lead, view, canName, filters, choices, filtered, result, heat, empty } = props;
  const { say } = results.shell;
  const address = resultPaths.overview(results.round.id);
  const keep = { view: choices["view"] ?? undefined };
  return (
    <ResultsFrame results={results} current="gaps" title={say(w.title)} lead={lead}>
      <Filters
        say={say}
        action={address}
        fields={filters}
        keep={keep}
        result={empty === null ? result : undefined}
        clearHref={filtered ? withChoices(address, keep) : undefined}
      />
      {empty !== null && <EmptyState action={empty.action}>{empty.text}</EmptyState>}
      {empty === null && (
        <>
          <Section id="gaps" title={say(view === "posts" ? w.gapBySubjectPost : w.gapByOrganisation)}>
            {canName && <ViewSwitch results={results} view={view} choices={choices} />}
            {heat}
            <PictureFiles results={results} file="heat" choices={choices}>
              <Link href={resultPaths.json(results.round.id)}>JSON</Link>
            </PictureFiles>
          </Section>
          <Pictures {...props} />
        </>
      )}
    </ResultsFrame>
  );
}
