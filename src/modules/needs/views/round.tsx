/** The page of a round: where it stands, what can be done now, each organisation, and its history. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Offer } from "#kernel/flow/flow.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Button, RefusedAction } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Card, Figure, MoreLinks, Section, Timeline, type TimelineEntry } from "#platform/ui/parts.tsx";
import { SummaryList } from "#platform/ui/summaries.tsx";
import type { RoundFacts, RoundStep } from "../flows.ts";
import { paths } from "../paths.ts";
import { isWithheldFrom } from "../rules.ts";
import { DESIGN_PARTS, type Participation, type Round } from "../schema.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-rounds.ts";
import { DesignTasks } from "./design.tsx";
import { nameOf } from "#kernel/pack/shown.ts";
import { levelText, PartTag, RoundTag, type ViewProps } from "./common.tsx";

export interface RoundProps extends ViewProps {
  readonly round: Round;
  readonly year: string;
  readonly facts: RoundFacts;
  readonly offers: readonly Offer<RoundStep>[];
  readonly participations: readonly Participation[];
  readonly history: { readonly entries: readonly TimelineEntry[]; readonly total: number };
  readonly versionTitle: string | null;
  readonly may: { readonly design: boolean; readonly coverage: boolean; readonly answer: boolean; readonly results: boolean };
}

function Steps({ shell, round, offers }: Pick<RoundProps, "shell" | "round" | "offers">): VNode | null {
  const { say } = shell;
  if (offers.length === 0) return null;
  // One main button a page: the step that leads on. Moving dates and cancelling stand beside it.
  const first = offers.find((offer) => offer.step !== "extend" && offer.step !== "cancel")?.step;
  return (
    <Section id="steps" title={say(w.steps)}>
      {offers.map((offer) =>
        offer.refusal === null ? (
          <p class="in-act">
            <Button
              href={offer.step === "launch" ? paths.launch(round.id) : paths.step(round.id, offer.step)}
              {...(offer.step !== first && { variant: "secondary" as const })}
            >
              {offer.step === "launch" ? say(w.seeLaunch) : say(offer.title)}
            </Button>
          </p>
        ) : (
          <RefusedAction id={`step-${offer.step}`} text={say(offer.title)} reason={say(offer.refusal.text, offer.refusal.values)} />
        ),
      )}
    </Section>
  );
}

function Facts({ shell, round, year, versionTitle }: Pick<RoundProps, "shell" | "round" | "year" | "versionTitle">): VNode {
  const { say, pack, language } = shell;
  const day = (value: string | null): string => (value === null ? say(w.notSet) : formatDate(value));
  const row = (key: string, value: string) => ({ key, value });
  return (
    <SummaryList
      rows={[
        row(say(w.fiscalYear), year),
        round.kind !== "" && row(say(w.kind), nameOf(say, pack, "assessment_cycle", round.kind)),
        round.opens !== null && row(say(w.dates), say(w.period, { opens: day(round.opens), closes: day(round.closes) })),
        round.validateBy !== null && row(say(w.validateBy), day(round.validateBy)),
        round.replyBy !== null && row(say(w.replyBy), day(round.replyBy)),
        round.purpose !== "" && row(say(w.why), round.purpose),
        round.whom !== "" && row(say(w.whom), round.whom),
        round.what !== "" && row(say(w.what), round.what),
        round.methods.length > 0 &&
          row(say(w.methods), round.methods.map((method) => nameOf(say, pack, "assessment_method", method)).join(", ")),
        versionTitle !== null && row(say(w.version), versionTitle),
        row(say(w.needs), say(w.needFrom, { levels: levelText(language, round.needGap) })),
        round.shareConsent !== "" && row(say(w.consent), nameOf(say, pack, "consent", round.shareConsent)),
      ]}
    />
  );
}

function Organisations({ shell, round, participations }: Pick<RoundProps, "shell" | "round" | "participations">): VNode {
  const { say, actor } = shell;
  const withheld = (part: Participation): boolean => actor !== null && isWithheldFrom(actor, round, part);
  return (
    <Section id="organisations" title={say(w.organisationsHere)} count={participations.length}>
      <DataTable
        say={say}
        caption={say(w.organisationsHere)}
        rows={participations}
        columns={[
          {
            key: "name",
            head: say(w.organisation),
            cell: (part: Participation) => <Link href={paths.organisation(round.id, part.organisation)}>{part.name}</Link>,
          },
          {
            key: "state",
            head: say(w.state),
            cell: (part: Participation) => <PartTag say={say} state={part.state} withheld={withheld(part)} />,
          },
          {
            key: "answers",
            head: say(w.answers),
            numeric: true,
            cell: (part: Participation) => say(w.answeredOf, { answered: part.answered, invited: part.invited }),
          },
        ]}
      />
    </Section>
  );
}

function Answered({ shell, round, facts, may }: Pick<RoundProps, "shell" | "round" | "facts" | "may">): VNode {
  const { say, language } = shell;
  return (
    <Card>
      <Figure
        value={formatNumber(facts.answered, language)}
        label={say(w.answered, { invited: facts.invited })}
        share={facts.invited === 0 ? 0 : facts.answered / facts.invited}
      >
        {may.coverage && <Link href={paths.coverage(round.id)}>{say(w.coverage)}</Link>}{" "}
        {may.results && <Link href={paths.results(round.id)}>{say(w.results)}</Link>}{" "}
        {facts.needs > 0 && <Link href={`${paths.needs}?round=${round.id}`}>{say(w.seeNeeds)}</Link>}
      </Figure>
    </Card>
  );
}

export function RoundView(props: RoundProps): VNode {
  const { shell, round, facts, offers, participations, history, may } = props;
  const { say } = shell;
  const designing = round.state === "designed";
  const lead = designing ? say(w.designLead, { done: DESIGN_PARTS.length - facts.missing, all: DESIGN_PARTS.length }) : undefined;
  return (
    <Frame
      shell={shell}
      title={round.title}
      lead={lead}
      current={paths.needs}
      breadcrumbs={[
        { text: say(common.needs), href: paths.needs },
        { text: say(common.rounds), href: paths.rounds },
        { text: round.title },
      ]}
      actions={
        <>
          <RoundTag say={say} state={round.state} />
          {may.answer && <Button href={paths.answer(round.id)}>{say(w.answerNow)}</Button>}
        </>
      }
      aside={{
        label: say(w.whatHappened),
        content: (
          <Section id="history" title={say(w.whatHappened)}>
            <Timeline entries={history.entries} />
          </Section>
        ),
      }}
    >
      {designing && may.design && <DesignTasks say={say} round={round} />}
      {!designing && <Answered shell={shell} round={round} facts={facts} may={may} />}
      <Steps shell={shell} round={round} offers={offers} />
      {participations.length > 0 && <Organisations shell={shell} round={round} participations={participations} />}
      <Section id="facts" title={say(w.facts)}>
        <Facts {...props} />
      </Section>
      <MoreLinks>
        <Link href={paths.rounds}>{say(common.rounds)}</Link>
      </MoreLinks>
    </Frame>
  );
}
