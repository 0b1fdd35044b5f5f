/** Every organisation’s line on one scale, those that need help first; each opens its own page. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Progress, Total } from "#kernel/measure/figures.ts";
import type { Indicator } from "#kernel/measure/schema.ts";
import { Link } from "#platform/ui/link.tsx";
import { Columns, EmptyState, Section } from "#platform/ui/parts.tsx";
import { PrintHead } from "#platform/ui/print.tsx";
import { PROGRESS } from "../format.ts";
import { paths } from "../paths.ts";
import { shownOf, SmallLine, topOf } from "../picture.tsx";
import { WORST_FIRST } from "../rules.ts";
import type { Standing } from "../standing.ts";
import { w } from "../words.ts";
import { Value, type ViewProps } from "./common.tsx";

/** One organisation with its line. */
export interface EachOne {
  readonly id: string;
  readonly name: string;
  readonly line: readonly Total[];
  readonly standing: Standing | undefined;
}

/** How many organisations stand how, as one sentence. */
export function eachText({ shell }: ViewProps, counts: ReadonlyMap<Progress, number>): string {
  const of = (progress: Progress): number => counts.get(progress) ?? 0;
  return shell.say(w.eachLead, { off: of("off_track"), watch: of("watch"), well: of("on_track") + of("reached") });
}

export interface EachProps extends ViewProps {
  readonly indicator: Indicator;
  readonly rows: readonly EachOne[];
  readonly counts: ReadonlyMap<Progress, number>;
  readonly printed: { readonly issuer: string; readonly day: string; readonly language: string };
}

export function EachView({ shell, indicator, rows, counts, printed }: EachProps): VNode {
  const { say } = shell;
  const lines = rows.map((one) => ({ ...one, points: shownOf(one.line) }));
  const top = topOf(lines.map((one) => one.points));
  const groups = Map.groupBy(lines, (one) => one.standing?.progress ?? "no_figure");
  return (
    <Frame
      shell={shell}
      title={say(w.eachTitle)}
      caption={say(indicator.names)}
      lead={`${eachText({ shell }, counts)} ${say(w.byPlaceNote)}`}
      current={paths.indicators}
      breadcrumbs={[
        { text: say(w.module), href: paths.indicators },
        { text: say(indicator.names), href: paths.ofPlace(indicator.id, "all") },
        { text: say(w.byPlace) },
      ]}
      notice={
        <PrintHead
          say={say}
          issuer={printed.issuer}
          title={`${say(indicator.names)}: ${say(w.eachTitle)}`}
          reference={indicator.code}
          date={printed.day}
          language={printed.language}
        />
      }
    >
      {rows.length === 0 && <EmptyState>{say(w.no_figure)}</EmptyState>}
      {WORST_FIRST.filter((progress) => groups.has(progress)).map((progress) => (
        <Section id={progress} title={say(PROGRESS[progress].word)} count={groups.get(progress)?.length ?? 0}>
          <Columns kind="small">
            {(groups.get(progress) ?? []).map((one) => (
              <div>
                <Link href={paths.ofPlace(indicator.id, one.id)}>{one.name}</Link>
                <div>
                  <SmallLine points={one.points} target={one.standing?.target?.value ?? null} top={top} />
                </div>
                <p class="in-small">
                  <Value shell={shell} indicator={indicator} total={one.standing?.latest ?? null} />
                </p>
              </div>
            ))}
          </Columns>
        </Section>
      ))}
    </Frame>
  );
}
