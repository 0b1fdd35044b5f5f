/** The figures of a copy at a glance: the two numbers of the plan, what was done, and what came of it. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { formatDate, formatMoneyShort, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Certainty } from "#platform/ui/marks.tsx";
import { Columns, Figure, Section } from "#platform/ui/parts.tsx";
import type { ReportContent, Told } from "../content.ts";
import { told } from "../report-paper.ts";
import { CERTAINTIES, type Certainty as Sure } from "../scope.ts";
import { w as page } from "../words.ts";
import { w } from "../words-report.ts";

export interface FiguresProps {
  readonly shell: Shell;
  readonly content: ReportContent;
}

const print = (shell: Shell, value: Told): string => told({ say: shell.say, language: shell.language, pack: shell.pack }, value);

/** How sure a figure is, part by part; a hidden part is a dash. */
function Parts({ shell, parts }: { readonly shell: Shell; readonly parts: Readonly<Partial<Record<Sure, Told>>> }): VNode {
  return (
    <>
      {CERTAINTIES.filter((one) => parts[one] !== 0 && parts[one] !== undefined).map((one) => (
        <span>
          <Certainty say={shell.say} of={one} /> {print(shell, parts[one] ?? null)}
        </span>
      ))}
    </>
  );
}

function Induction({ shell, content }: FiguresProps): VNode | null {
  const { say, language } = shell;
  const induction = content.plan?.induction ?? null;
  if (induction === null || induction.due === null || induction.due === 0 || induction.verified === null) return null;
  const share = (induction.verified + (induction.imported ?? 0)) / induction.due;
  const target = formatPercent(induction.target / 100, language);
  return (
    <Figure
      value={formatPercent(share, language)}
      label={say(page.inductedOf, { due: print(shell, induction.due), target })}
      share={share}
      markAt={Math.min(1, induction.target / 100)}
    >
      <Parts shell={shell} parts={{ verified: induction.verified, imported: induction.imported }} />
    </Figure>
  );
}

/** The two numbers of the strategic plan; nothing in a partner’s copy. */
export function PlanFigures(props: FiguresProps): VNode | null {
  const { shell, content } = props;
  const { plan } = content;
  if (plan === null) return null;
  const { say } = shell;
  return (
    <Section id="plan" title={say(w.sectionPlan)} note={say(w.planUntil, { until: formatDate(plan.until) })} card>
      <Columns>
        <Figure
          value={print(shell, plan.people)}
          label={say(page.reachedOf, { target: formatNumber(plan.target, shell.language), by: formatDate(plan.ends) })}
          share={plan.people === null ? undefined : plan.people / plan.target}
        >
          <Parts shell={shell} parts={plan.sureness} />
        </Figure>
        <Induction {...props} />
      </Columns>
      <p class="in-small">{plan.source}</p>
    </Section>
  );
}

/** How many people, sessions and participations, and what was paid. */
export function DoneFigures({ shell, content }: FiguresProps): VNode {
  const { say, language, pack } = shell;
  const exponent = (currency: string): number => (currency === pack.currency.code ? pack.currency.exponent : 2);
  return (
    <Section id="done" title={say(w.sectionDone)}>
      <Columns kind="small">
        <Figure value={print(shell, content.people)} label={say(page.reached)}>
          <Parts shell={shell} parts={content.sureness} />
        </Figure>
        <Figure value={print(shell, content.sessions)} label={say(page.sessionsHeld)} />
        <Figure value={print(shell, content.entries)} label={say(page.participations)} />
        {content.paid.map((paid) => (
          <Figure value={formatMoneyShort({ ...paid, exponent: exponent(paid.currency) }, language)} label={say(page.paidFor)} />
        ))}
      </Columns>
    </Section>
  );
}

/** Who passed, what was applied at work and what was learned; a hidden figure is left out. */
export function CameFigures({ shell, content }: FiguresProps): VNode | null {
  const { say, language } = shell;
  const { competent, assessed, applied, gain } = content;
  const figures: VNode[] = [];
  const sure = <Certainty say={say} of="verified" />;
  const part = (value: number, all: number, label: string): VNode => (
    <Figure value={formatPercent(value / all, language)} label={label} share={value / all}>
      {sure}
    </Figure>
  );
  if (competent !== null && assessed !== null && assessed > 0)
    figures.push(part(competent, assessed, say(page.competentShare, { competent: print(shell, competent), all: print(shell, assessed) })));
  if (applied !== null && applied.verified !== null && applied.tasks > 0)
    figures.push(
      part(
        applied.verified,
        applied.tasks,
        say(page.appliedShare, { verified: print(shell, applied.verified), all: print(shell, applied.tasks) }),
      ),
    );
  if (gain !== null && gain.people !== null && gain.tenths !== null)
    figures.push(
      <Figure
        value={`${gain.tenths < 0 ? "–" : "+"}${formatNumber(Math.abs(gain.tenths) / 10, language, 1)}`}
        label={say(page.gainShare, { people: gain.people })}
      >
        {sure}
      </Figure>,
    );
  if (figures.length === 0) return null;
  return (
    <Section id="came-of" title={say(w.sectionCame)}>
      <Columns kind="thirds">{figures}</Columns>
    </Section>
  );
}
