/** What districts say they need, in totals: one mean a subject with its interval; nobody is named or ranked. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { PublicNeed, PublicNeeds } from "#modules/needs";
import { IntervalPlot } from "#platform/ui/charts/interval.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { EmptyState, MoreLinks } from "#platform/ui/parts.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

type Shown = PublicNeed & { readonly gap: number; readonly low: number; readonly high: number };

const isShown = (need: PublicNeed): need is Shown => need.gap !== null && need.low !== null && need.high !== null;

function Plot({ shell, needs, shown }: { readonly shell: Shell; readonly needs: PublicNeeds; readonly shown: readonly Shown[] }): VNode {
  const { say, language } = shell;
  const widest = shown[0];
  return (
    <IntervalPlot
      say={say}
      about={{
        title: widest === undefined ? say(w.needs) : say(w.needsFinding, { domain: say(widest.names) }),
        unit: say(w.needsUnit, { floor: needs.floor }),
        source: needs.round.title,
        date: needs.round.closed === null ? needs.round.fiscalYear : formatDate(needs.round.closed),
        label: say(w.needsLabel, { n: shown.length }),
      }}
      groups={[
        {
          title: say(w.needsGroup),
          rows: shown.map((need) => ({
            label: say(need.names),
            value: need.gap,
            low: need.low,
            high: need.high,
            note: say(w.needsNote, { n: formatNumber(need.respondents ?? 0, language) }),
          })),
        },
      ]}
      domain={[0, 4]}
      format={(value) => formatNumber(value, language, 1)}
      words={{ value: say(w.gap), interval: say(w.interval), reference: say(w.middle) }}
    />
  );
}

export function NeedsView({ shell, needs }: { readonly shell: Shell; readonly needs: PublicNeeds | null }): VNode {
  const { say, language } = shell;
  const shown = (needs?.domains ?? []).filter(isShown).sort((a, b) => b.gap - a.gap);
  const hidden = (needs?.domains.length ?? 0) - shown.length;
  const lead =
    needs === null
      ? undefined
      : say(w.needsLead, { organisations: formatNumber(needs.organisations, language), year: needs.round.fiscalYear });
  return (
    <Frame shell={shell} area="portal" title={say(w.needs)} lead={lead} current={paths.needs}>
      {needs === null || shown.length === 0 ? (
        <EmptyState>{say(w.needsNone)}</EmptyState>
      ) : (
        <>
          <p>
            <Certainty say={say} of="claimed" /> {say(w.needsClaimed)}
          </p>
          <Plot shell={shell} needs={needs} shown={shown} />
          {hidden > 0 && <p class="in-small">{say(w.needsHidden, { n: hidden })}</p>}
          <MoreLinks>
            <Link href={paths.data}>{say(w.data)}</Link>
          </MoreLinks>
        </>
      )}
    </Frame>
  );
}
