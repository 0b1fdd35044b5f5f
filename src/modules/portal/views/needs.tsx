/** What districts say they need, in totals: one mean a subject with its interval; nobody is named or ranked. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { PublicNeed, PublicNeeds } from "#modules/needs";
import { IntervalPlot, type IntervalProps } from "#platform/ui/charts/interval.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { EmptyState, MoreLinks } from "#platform/ui/parts.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

type Shown = PublicNeed & { readonly gap: number; readonly low: number; readonly high: number };

const isShown = (need: PublicNeed): need is Shown => need.gap !== null && need.low !== null && need.high !== null;

/** Subjects with a figure, the widest gap first. */
const shownOf = (needs: PublicNeeds): Shown[] => needs.domains.filter(isShown).sort((a, b) => b.gap - a.gap);

/** The plot of what districts need, for the page and for the file; null when no subject has a figure. */
export function needsPlot({ say, language }: Pick<Shell, "say" | "language">, needs: PublicNeeds): IntervalProps | null {
  const shown = shownOf(needs);
  const widest = shown[0];
  if (widest === undefined) return null;
  return {
    say,
    about: {
      title: say(w.needsFinding, { domain: say(widest.names) }),
      unit: say(w.needsUnit, { floor: needs.floor }),
      source: needs.round.title,
      date: needs.round.closed === null ? needs.round.fiscalYear : formatDate(needs.round.closed),
      label: say(w.needsLabel, { n: shown.length }),
      svgHref: paths.needsDrawing(language),
    },
    groups: [
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
    ],
    domain: [0, 4],
    format: (value) => formatNumber(value, language, 1),
    words: { value: say(w.gap), interval: say(w.interval), reference: say(w.middle) },
  };
}

export function NeedsView({ shell, needs }: { readonly shell: Shell; readonly needs: PublicNeeds | null }): VNode {
  const { say, language } = shell;
  const plot = needs === null ? null : needsPlot(shell, needs);
  const hidden = needs === null ? 0 : needs.domains.length - shownOf(needs).length;
  const lead =
    needs === null
      ? undefined
      : say(w.needsLead, { organisations: formatNumber(needs.organisations, language), year: needs.round.fiscalYear });
  return (
    <Frame shell={shell} area="portal" title={say(w.needs)} lead={lead} current={paths.needs}>
      {plot === null ? (
        <EmptyState>{say(w.needsNone)}</EmptyState>
      ) : (
        <>
          <p>
            <Certainty say={say} of="claimed" /> {say(w.needsClaimed)}
          </p>
          <IntervalPlot {...plot} />
          {hidden > 0 && <p class="in-small">{say(w.needsHidden, { n: hidden })}</p>}
          <MoreLinks>
            <Link href={paths.data}>{say(w.data)}</Link>
          </MoreLinks>
        </>
      )}
    </Frame>
  );
}
