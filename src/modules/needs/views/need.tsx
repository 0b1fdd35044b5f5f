/** One need: its chain drawn both ways, what is known, the organisation’s reply, what is done about it, and its history. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Offer } from "#kernel/flow/flow.ts";
import { sayPartial, type PartialDate } from "#kernel/calendar/partial.ts";
import type { Text } from "#platform/i18n/text.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { formatDate, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Button, Form, RefusedAction, Textarea } from "#platform/ui/forms.tsx";
import { ChainCard, type ShownChain } from "#kernel/trace/chain-view.tsx";
import { Dumbbell } from "#platform/ui/charts/dumbbell.tsx";
import { Details } from "#platform/ui/content.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { EmptyState, Notice, PhoneLink, Section, Timeline, type TimelineEntry } from "#platform/ui/parts.tsx";
import { PrintFoot, PrintHead } from "#platform/ui/print.tsx";
import { SummaryList } from "#platform/ui/summaries.tsx";
import { responseFlow, type NeedState, type NeedStep, type ResponseStep } from "../flows.ts";
import { paths } from "../paths.ts";
import { isTrainable } from "../rules.ts";
import type { ShownNeed } from "../results-needs.ts";
import type { Response } from "../schema.ts";
import { w } from "../words-needs.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { levelText, moneyText, NeedTag, postName, ResponseTag, type ViewProps } from "./common.tsx";
import { gapOf, hiddenText, needTitle } from "./needs.tsx";

/** A response with its owner’s name and phone. */
export interface ShownResponse extends Response {
  readonly ownerName: string;
  readonly ownerPerson: string | null;
  readonly ownerPhone: string | null;
  readonly steps: readonly ResponseStep[];
}

export interface NeedProps extends ViewProps {
  readonly need: ShownNeed;
  readonly chain: ShownChain;
  /** What other modules show of the need. */
  readonly panels: readonly VNode[];
  readonly responses: readonly ShownResponse[];
  readonly offers: readonly Offer<NeedStep>[];
  readonly bottlenecks: readonly string[];
  readonly place: string | null;
  readonly history: { readonly entries: readonly TimelineEntry[]; readonly total: number };
  readonly printed: { readonly issuer: string; readonly day: string; readonly language: string };
}

function leadOf({ shell, need }: NeedProps): string {
  const { say, language } = shell;
  const levels = gapOf(need);
  const hidden = hiddenText(shell, need);
  if (hidden !== null) return hidden;
  if (need.kind === "gap" && levels !== null)
    return say(w.gapLead, {
      gap: levelText(language, levels),
      current: levelText(language, need.current ?? 0),
      desired: levelText(language, need.desired ?? 0),
    });
  return say(w.problemLead, {
    measure: need.measure ?? "",
    value: formatNumber(need.measureValue ?? 0, language),
    unit: need.measureUnit ?? "",
    day: need.measuredOn === null ? "" : formatDate(need.measuredOn),
    sufferers: need.sufferers ?? "",
  });
}

function causeText({ shell, need }: NeedProps): string {
  const { say, pack, language } = shell;
  if (need.cause === null) return "–";
  const cause = nameOf(say, pack, "gap_cause", need.cause);
  return need.causeShare === null ? cause : say(w.causeShare, { cause, share: formatPercent(need.causeShare, language) });
}

function Facts(props: NeedProps): VNode {
  const { shell, need, place } = props;
  const { say, pack, language } = shell;
  const since: PartialDate | null =
    need.since === null || need.sincePrecision === null ? null : { start: need.since, precision: need.sincePrecision };
  const row = (key: string, value: VNode | string) => ({ key, value });
  return (
    <SummaryList
      rows={[
        row(say(w.field), nameOf(say, pack, "capacity_domain", need.domain)),
        need.round !== null && row(say(w.round), <Link href={paths.organisation(need.round, need.organisation)}>{need.roundTitle}</Link>),
        row(say(w.organisation), <Link href={paths.ofOrganisation(need.organisation)}>{need.organisationName}</Link>),
        place !== null && row(say(w.place), place),
        need.service !== null && row(say(w.service), need.service),
        need.sufferers !== null && row(say(w.sufferers), need.sufferers),
        since !== null && row(say(w.since), sayPartial(since, language)),
        row(say(w.cause), causeText(props)),
        need.postTypes.length > 0 && row(say(w.posts), need.postTypes.map((type) => postName(say, pack, type)).join(", ")),
        need.importance !== null && row(say(w.importance), levelText(language, need.importance)),
        need.reach !== null && row(say(w.reach), formatNumber(need.reach, language)),
        need.costMinor !== null && row(say(w.cost), moneyText(pack, language, need.costMinor, need.currency)),
        row(say(w.sure), <Certainty say={say} of={need.certainty} />),
      ]}
    />
  );
}

function Said({
  shell,
  id,
  title,
  text,
  lang,
}: ViewProps & { readonly id: string; readonly title: string; readonly text: string | null; readonly lang: string | null }): VNode | null {
  if (text === null) return null;
  return (
    <Section id={id} title={title} card>
      <p lang={langOf(lang, shell.language)}>{text}</p>
    </Section>
  );
}

/** The post that answers, with whoever holds it: to be called where a phone is known, by name where none is. */
function Owner({ shell, response }: ViewProps & { readonly response: ShownResponse }): VNode {
  const { ownerName: post, ownerPerson: name, ownerPhone: phone } = response;
  if (name === null) return <>{shell.say(w.ownerVacant, { post })}</>;
  return (
    <>
      {post} {phone === null ? <span>({name})</span> : <PhoneLink name={name} phone={phone} />}
    </>
  );
}

const STEP_WORDS = { begin: w.begin, complete: w.complete, drop: w.drop } as const;

function OneResponse({ shell, response }: ViewProps & { readonly response: ShownResponse }): VNode {
  const { say, pack, language } = shell;
  return (
    <div class="in-card" id={`response-${response.id}`}>
      <h3>
        {nameOf(say, pack, "response_type", response.type)}: <span lang={langOf(response.language, language)}>{response.what}</span>
      </h3>
      <p>
        <ResponseTag say={say} state={response.state} /> {say(w.dueOn, { day: formatDate(response.due) })}
      </p>
      <SummaryList
        rows={[
          {
            key: say(w.owner),
            value: <Owner shell={shell} response={response} />,
          },
          response.addressee !== null && { key: say(w.addressee), value: response.addressee },
          response.estimateMinor !== null && {
            key: say(w.estimate),
            value: moneyText(pack, language, response.estimateMinor, response.currency),
          },
          response.note !== null && { key: say(w.noteShort), value: response.note },
        ]}
      />
      {response.steps.length > 0 && (
        <Details summary={say(w.progress)}>
          <Form action={paths.response(response.need, response.id)} csrf={shell.formToken}>
            <Textarea say={say} name="note" id={`note-${response.id}`} label={say(w.note)} rows={2} />
            <div class="govuk-button-group">
              {response.steps.map((step) => (
                <Button name="step" value={step} variant="secondary">
                  {say(STEP_WORDS[step])}
                </Button>
              ))}
            </div>
          </Form>
        </Details>
      )}
    </div>
  );
}

const HREF: Readonly<Partial<Record<NeedStep, (id: string) => string>>> = {
  respond: paths.respond,
  refuse: paths.refuse,
  keep: paths.answerContest,
  meet: paths.meet,
};

function Steps({ shell, need, offers }: NeedProps): VNode | null {
  const { say } = shell;
  const shown = offers.filter((offer) => HREF[offer.step] !== undefined);
  if (shown.length === 0) return null;
  return (
    <Section id="steps" title={say(w.stepsNow)}>
      {shown.map((offer, index) => {
        if (offer.refusal !== null)
          return <RefusedAction id={`step-${offer.step}`} text={say(offer.title)} reason={say(offer.refusal.text, offer.refusal.values)} />;
        const href = HREF[offer.step]?.(need.id) ?? "";
        if (offer.step === "meet")
          return (
            <Form action={href} csrf={shell.formToken} class="in-act">
              <Button variant="secondary">{say(offer.title)}</Button>
              <span class="in-small">{say(w.meetNote)}</span>
            </Form>
          );
        return (
          <p class="in-act">
            <Button href={href} {...(index > 0 && { variant: "secondary" as const })}>
              {say(offer.title)}
            </Button>
          </p>
        );
      })}
    </Section>
  );
}

/** Why a need without a response has none; for every other state one is still to come. */
const NO_RESPONSE: Readonly<Partial<Record<NeedState, Text>>> = { refused: w.responsesRefused, withdrawn: w.responsesWithdrawn };

/** Responses that ended stay listed: what was dropped is part of the record. */
function Responses({ shell, need, responses }: NeedProps): VNode {
  const { say } = shell;
  const final = new Set(Object.entries(responseFlow.states).flatMap(([state, { final: ended }]) => (ended ? [state] : [])));
  const ordered = [...responses].sort((a, b) => Number(final.has(a.state)) - Number(final.has(b.state)));
  return (
    <Section id="responses" title={say(w.responses)} count={responses.length}>
      {ordered.length === 0 ? (
        <EmptyState>{say(NO_RESPONSE[need.state] ?? w.responsesEmpty)}</EmptyState>
      ) : (
        ordered.map((response) => <OneResponse shell={shell} response={response} />)
      )}
      {need.state === "no_reply" && <p>{say(w.noReply)}</p>}
    </Section>
  );
}

export function NeedView(props: NeedProps): VNode {
  const { shell, need, chain, bottlenecks, history, printed } = props;
  const { say, pack, language } = shell;
  const name = needTitle(shell, need);
  const title = need.kind === "gap" ? say(w.gapTitle, { field: name, organisation: need.organisationName }) : name;
  const reference = referenceOf(need.id);
  const lead = leadOf(props);
  return (
    <Frame
      shell={shell}
      title={title}
      caption={reference}
      lead={lead}
      current={paths.needs}
      breadcrumbs={[
        { text: say(w.listTitle), href: paths.needs },
        { text: need.organisationName, href: paths.ofOrganisation(need.organisation) },
        { text: reference },
      ]}
      actions={<NeedTag say={say} state={need.state} />}
      before={
        <PrintHead say={say} issuer={printed.issuer} title={title} reference={reference} date={printed.day} language={printed.language} />
      }
      notice={isTrainable(pack, need.cause) ? undefined : <Notice tone="watch">{say(w.notSkill)}</Notice>}
      wide={<ChainCard say={say} shown={chain} />}
      aside={{
        label: say(w.whatHappened),
        content: (
          <Section id="history" title={say(w.whatHappened)}>
            <Timeline entries={history.entries}>
              {history.total > history.entries.length && (
                <Link href={`${paths.need(need.id)}?all=yes#history`}>{say(w.allEntries, { total: history.total })}</Link>
              )}
            </Timeline>
          </Section>
        ),
      }}
    >
      <Steps {...props} />
      <Said shell={shell} id="contest" title={say(w.contest)} text={need.contest} lang={need.contestLanguage} />
      <Said shell={shell} id="contest-answer" title={say(w.contestAnswer)} text={need.contestAnswer} lang={need.contestAnswerLanguage} />
      <Said shell={shell} id="refusal" title={say(w.refusal)} text={need.refusal} lang={need.refusalLanguage} />
      <Responses {...props} />
      <Section id="facts" title={say(w.facts)}>
        {need.current !== null && need.desired !== null && (
          <Dumbbell
            now={need.current}
            wanted={need.desired}
            domain={[1, 5]}
            label={lead}
            format={(level) => formatNumber(level, language)}
          />
        )}
        {need.bottleneck && <p>{say(w.bottleneck)}</p>}
        <Facts {...props} />
        {bottlenecks.length > 0 && (
          <Details summary={say(w.bottlenecks)}>
            <ul>
              {bottlenecks.map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          </Details>
        )}
      </Section>
      {props.panels}
      <PrintFoot say={say} reference={reference} {...(history.entries[0] !== undefined && { entry: String(history.total) })} />
    </Frame>
  );
}
