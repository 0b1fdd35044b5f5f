/** Service results for everyone: each indicator with its line, and one indicator with the organisations that agreed to be named. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Figure, Indicator } from "#kernel/measure/schema.ts";
import { Trend, type TrendProps } from "#platform/ui/charts/trend.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { Columns, EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { periodText, valueText } from "../format.ts";
import { paths } from "../paths.ts";
import { SmallLine, topOf, type Shown } from "../picture.tsx";
import { w as more } from "../words-more.ts";
import { w } from "../words.ts";
import type { ViewProps } from "./common.tsx";

export interface PublicListProps extends ViewProps {
  readonly rows: readonly { readonly indicator: Indicator; readonly points: readonly Shown[] }[];
}

export function PublicListView({ shell, rows }: PublicListProps): VNode {
  const { say, language } = shell;
  return (
    <Frame shell={shell} area="portal" title={say(more.publicTitle)} lead={say(more.publicLead)} current={paths.public}>
      {rows.length === 0 && <EmptyState>{say(more.publicEmpty)}</EmptyState>}
      <Columns kind="thirds">
        {rows.map(({ indicator, points }) => {
          const [first, last] = [points[0], points.at(-1)];
          return (
            <div>
              <h2 class="govuk-heading-s">
                <Link href={paths.publicOne(indicator.id)}>{say(indicator.names)}</Link>
              </h2>
              <SmallLine points={points} target={null} top={topOf([points])} />
              {first !== undefined && last !== undefined && (
                <p>
                  <b>
                    {say(w.moved, { from: valueText(indicator, first.value, language), now: valueText(indicator, last.value, language) })}
                  </b>{" "}
                  <Certainty say={say} of={last.certainty} />
                  <br />
                  <span class="in-small">
                    {periodText(first)} – {periodText(last)}, {say(indicator.better === "up" ? w.up : w.down)}
                  </span>
                </p>
              )}
            </div>
          );
        })}
      </Columns>
      <MoreLinks>
        <Link href="/data">{say(more.dataset)}</Link>
      </MoreLinks>
    </Frame>
  );
}

export interface PublicOneProps extends ViewProps {
  readonly indicator: Indicator;
  readonly trend: TrendProps | null;
  readonly finding: string | null;
  /** The latest figure of each organisation that agreed. */
  readonly named: readonly (Figure & { readonly name: string })[];
}

export function PublicOneView({ shell, indicator, trend, finding, named }: PublicOneProps): VNode {
  const { say, language } = shell;
  return (
    <Frame
      shell={shell}
      area="portal"
      title={say(indicator.names)}
      lead={say(indicator.definition)}
      current={paths.public}
      breadcrumbs={[{ text: say(more.publicTitle), href: paths.public }, { text: indicator.code }]}
    >
      {trend === null ? (
        <EmptyState>{say(w.tooFewPoints)}</EmptyState>
      ) : (
        <Trend {...trend} heading="none">
          {finding}
        </Trend>
      )}
      <Section id="named" title={say(more.agreed)} count={named.length} note={say(more.withheldOne)}>
        <DataTable
          say={say}
          caption={say(more.agreed)}
          close
          rows={named}
          empty={<EmptyState>{say(w.no_figure)}</EmptyState>}
          columns={[
            { key: "place", head: say(w.place), cell: (one) => one.name },
            { key: "period", head: say(w.period), cell: (one) => periodText(one) },
            { key: "value", head: say(w.value), numeric: true, cell: (one) => <b>{valueText(indicator, one.value, language)}</b> },
            { key: "sure", head: say(w.sure), cell: (one) => <Certainty say={say} of={one.certainty} /> },
          ]}
        />
      </Section>
    </Frame>
  );
}
