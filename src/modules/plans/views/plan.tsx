/** A plan’s own page: what to do now, how far it is, the year as a picture, what organs decided, and the ways on. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Decision } from "#kernel/document/decisions.ts";
import type { Version } from "#kernel/document/versions.ts";
import type { Offer } from "#kernel/flow/flow.ts";
import type { Balance } from "#kernel/money/lines.ts";
import { owing } from "#kernel/money/amounts.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { formatDate, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { ActionForm, Button, RefusedAction } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import {
  Card,
  Columns,
  Doors,
  EmptyState,
  Figure,
  MoreLinks,
  Notice,
  Section,
  StepBar,
  Timeline,
  type Door,
  type TimelineEntry,
} from "#platform/ui/parts.tsx";
import { DECIDED, PLAN_STATES, planFlow, REASONED, type PlanStep } from "../flows.ts";
import { paths } from "../paths.ts";
import { YearPicture, type YearProps } from "../picture.tsx";
import type { executionOf } from "../rules.ts";
import type { Line, Plan } from "../schema.ts";
import { w as formWords } from "../words-form.ts";
import { w as lineWords } from "../words-line.ts";
import { w } from "../words-plan.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { daysText, PlanTag, sums, type ViewProps } from "./common.tsx";

export interface PlanProps extends ViewProps {
  readonly plan: Plan;
  readonly lines: readonly Line[];
  readonly balance: Balance;
  readonly execution: ReturnType<typeof executionOf>;
  readonly offers: readonly Offer<PlanStep>[];
  readonly doors: readonly Door[];
  readonly year: YearProps;
  readonly decisions: readonly Decision[];
  readonly versions: readonly Version[];
  readonly history: { readonly entries: readonly TimelineEntry[]; readonly total: number };
  /** The reader's member, when she is of one. */
  readonly own: { readonly id: string; readonly name: string } | null;
}

/** The plan in one sentence: how much, for how many, and what has no money. */
export function leadOf({ shell, plan, lines, balance }: Pick<PlanProps, "shell" | "plan" | "lines" | "balance">): string {
  const { say, language } = shell;
  const live = lines.filter((line) => line.state !== "dropped");
  if (live.length === 0) return say(w.leadEmpty);
  const gap = owing(balance.gap);
  const values = {
    lines: live.length,
    places: formatNumber(
      live.reduce((sum, line) => sum + line.places, 0),
      language,
    ),
    cost: sums(shell, balance.cost, "short"),
  };
  return gap.size === 0
    ? say(w.leadFunded, values)
    : say(plan.state === "closed" ? w.leadClosed : w.lead, { ...values, gap: sums(shell, gap, "short") });
}

function stepHref(plan: Plan, step: PlanStep): string | null {
  if (DECIDED[step] !== undefined) return paths.decide(plan.id, step);
  return REASONED.includes(step) ? paths.decide(plan.id, step) : null;
}

function Steps({ shell, plan, offers }: PlanProps): VNode {
  const { say } = shell;
  // What was returned is recorded in the same form as what was adopted.
  const shown = offers.filter((offer) => offer.step !== "giveBack" && offer.step !== "returnRevision");
  const next = shown.find((offer) => offer.refusal === null)?.step;
  return (
    <Section id="now" title={say(w.now)}>
      {shown.length === 0 && <p>{say(w.waitsFor, { state: say(planFlow.states[plan.state].title) })}</p>}
      {shown.map((offer) => {
        if (offer.refusal !== null)
          return <RefusedAction id={`step-${offer.step}`} text={say(offer.title)} reason={say(offer.refusal.text, offer.refusal.values)} />;
        const href = stepHref(plan, offer.step);
        const first = offer.step === next;
        if (href === null)
          return (
            <ActionForm
              action={paths.step(plan.id, offer.step)}
              csrf={shell.formToken}
              text={say(offer.title)}
              {...(!first && { variant: "secondary" as const })}
            />
          );
        return (
          <p class="in-act">
            <Button href={href} {...(!first && { variant: "secondary" as const })}>
              {say(offer.title)}
            </Button>
          </p>
        );
      })}
    </Section>
  );
}

function HowFar({ shell, balance, execution }: PlanProps): VNode {
  const { say, language } = shell;
  const [currency] = [...balance.cost.keys()];
  const share = (part: ReadonlyMap<string, number>): number => {
    const all = balance.cost.get(currency ?? "") ?? 0;
    return all === 0 ? 0 : (part.get(currency ?? "") ?? 0) / all;
  };
  const lineShare = execution.lines === 0 ? 0 : execution.delivered / execution.lines;
  const placeShare = execution.places === 0 ? 0 : execution.people / execution.places;
  return (
    <Section id="execution" title={say(w.execution)}>
      <Columns>
        <Card>
          <Figure
            value={formatPercent(lineShare, language)}
            label={`${formatNumber(execution.delivered, language)} ${say(w.delivered, { lines: formatNumber(execution.lines, language) })}`}
            share={lineShare}
          />
          <Figure
            value={formatNumber(execution.people, language)}
            label={say(w.filled, { places: formatNumber(execution.places, language) })}
            share={placeShare}
            note={say(w.filledNote)}
          >
            <Certainty say={say} of={execution.people === 0 ? "nothing" : "verified"} />
          </Figure>
        </Card>
        <Card>
          <Figure
            value={sums(shell, balance.funding, "short")}
            label={say(w.fundedOf, { cost: sums(shell, balance.cost, "short") })}
            share={share(balance.funding)}
          />
          <Figure
            value={sums(shell, balance.paid, "short")}
            label={say(w.paidOf, { cost: sums(shell, balance.cost, "short") })}
            share={share(balance.paid)}
          >
            <Certainty say={say} of={[...balance.paid.values()].some((minor) => minor > 0) ? "claimed" : "nothing"} />
          </Figure>
        </Card>
      </Columns>
    </Section>
  );
}

const OUTCOME_WORDS = {
  adopted: w.adopted,
  adopted_with_changes: w.adopted_with_changes,
  returned: w.returnedOutcome,
  noted: w.noted,
} as const;

/** The decisions on a plan, each with organ, date, number and document. */
export function Decisions({ shell, plan, decisions }: ViewProps & { readonly plan: Plan; readonly decisions: readonly Decision[] }): VNode {
  const { say, pack, language } = shell;
  return (
    <DataTable
      say={say}
      caption={say(w.decisions)}
      rows={decisions}
      empty={<EmptyState>{say(w.decisionsEmpty)}</EmptyState>}
      columns={[
        { key: "organ", head: say(w.organ), cell: (one: Decision) => nameOf(say, pack, "organ", one.organ) },
        { key: "day", head: say(w.decidedOn), cell: (one: Decision) => formatDate(one.on) },
        { key: "number", head: say(w.number), cell: (one: Decision) => one.number },
        {
          key: "outcome",
          head: say(w.outcome),
          cell: (one: Decision) => (
            <>
              {say(OUTCOME_WORDS[one.outcome])}
              {one.versionNumber !== null && <span class="in-small"> · {say(w.version, { number: one.versionNumber })}</span>}
              {one.reasons !== null && (
                <p class="in-small" lang={langOf(one.language, language)}>
                  {one.reasons}
                </p>
              )}
            </>
          ),
        },
        {
          key: "file",
          head: say(w.document),
          cell: (one: Decision) => (one.file === null ? "–" : <Link href={paths.decisionFile(plan.id, one.id)}>{one.fileName}</Link>),
        },
      ]}
    />
  );
}

function OwnSeats({ shell, lines, own }: PlanProps): VNode | null {
  if (own === null) return null;
  const { say, language } = shell;
  const mine = lines.filter((line) => line.state !== "dropped" && line.seats.has(own.id));
  const places = mine.reduce((sum, line) => sum + (line.seats.get(own.id) ?? 0), 0);
  return (
    <Section
      id="own"
      title={say(w.ownSeats, { organisation: own.name })}
      note={mine.length > 0 && say(w.ownSeatsNote, { places, lines: mine.length })}
    >
      <DataTable
        say={say}
        caption={say(w.ownSeats, { organisation: own.name })}
        rows={mine}
        empty={<EmptyState>{say(w.ownSeatsEmpty)}</EmptyState>}
        columns={[
          { key: "title", head: say(lineWords.title), cell: (line: Line) => <Link href={paths.line(line.id)}>{line.title}</Link> },
          { key: "when", head: say(lineWords.when), cell: (line: Line) => daysText(say, line) },
          { key: "places", head: say(w.places), numeric: true, cell: (line: Line) => formatNumber(line.seats.get(own.id) ?? 0, language) },
        ]}
      />
    </Section>
  );
}

function noticeOf({ shell, plan }: PlanProps): VNode | undefined {
  const { say } = shell;
  if (plan.returned !== null && plan.returnedOn !== null)
    return <Notice tone="watch">{say(w.returned, { day: formatDate(plan.returnedOn), reasons: plan.returned })}</Notice>;
  if (plan.state === "comment" && plan.commentUntil !== null)
    return <Notice>{say(w.commentNotice, { day: formatDate(plan.commentUntil) })}</Notice>;
  return undefined;
}

export function PlanView(props: PlanProps): VNode {
  const { shell, plan, lines, doors, year, decisions, versions, history } = props;
  const { say, language } = shell;
  const running = ["running", "revision", "revised", "closed"].includes(plan.state);
  const [newest] = versions;
  return (
    <Frame
      shell={shell}
      title={plan.title}
      heading={<span lang={langOf(plan.language, language)}>{plan.title}</span>}
      lead={leadOf(props)}
      current={paths.plans}
      breadcrumbs={[{ text: say(w.module), href: paths.plans }, { text: plan.title }]}
      actions={<PlanTag say={say} state={plan.state} />}
      notice={noticeOf(props)}
      before={
        <StepBar
          say={say}
          number={PLAN_STATES.indexOf(plan.state) + 1}
          count={PLAN_STATES.length}
          name={say(planFlow.states[plan.state].title)}
        />
      }
      aside={{
        label: say(w.whatHappened),
        content: (
          <Section id="history" title={say(w.whatHappened)}>
            <Timeline entries={history.entries}>
              {history.total > history.entries.length && (
                <Link href={`${paths.plan(plan.id)}?all=yes#history`}>{say(w.allEntries, { total: history.total })}</Link>
              )}
            </Timeline>
          </Section>
        ),
      }}
    >
      {plan.closing !== null && (
        <Section id="closing" title={say(w.closingNote)} card>
          <p lang={langOf(plan.language, language)}>{plan.closing}</p>
        </Section>
      )}
      <Steps {...props} />
      {doors.length > 0 && <Doors doors={doors} />}
      {running && <HowFar {...props} />}
      <OwnSeats {...props} />
      <Section id="decisions" title={say(w.decisions)} count={decisions.length}>
        <Decisions shell={shell} plan={plan} decisions={decisions} />
        {newest !== undefined && (
          <p class="in-small">
            {say(w.version, { number: newest.number })}, {say(w.versionHash, { hash: newest.hash.slice(0, 16) })}
          </p>
        )}
        <MoreLinks>
          <Link href={paths.print(plan.id)}>{say(w.printTitle)}</Link>
        </MoreLinks>
      </Section>
      {lines.some((line) => line.from !== null) && (
        <Section id="year" title={say(formWords.yearTitle)}>
          <YearPicture {...year} heading="none" />
        </Section>
      )}
    </Frame>
  );
}

/** The name of the post that acts, for buttons that confirm something formal. */
export function actingPost({ shell }: ViewProps): string {
  const { actor, say, pack } = shell;
  return actor?.postType ? say(postTypeOf(pack, actor.postType).names) : (actor?.name ?? "");
}
