/** One session as a story: what stands, what comes next and for whom, seats, trainers, needs, and what has happened. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { ChainCard, type ShownChain } from "#kernel/trace/chain-view.tsx";
import type { Offer } from "#kernel/flow/flow.ts";
import { formatDate } from "#platform/ui/format.ts";
import { ActionForm, Button, ButtonGroup, RefusedAction } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, SummaryList, type Column } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { MoreLinks, Notice, PhoneLink, Progress, Section, Timeline, type TimelineEntry } from "#platform/ui/parts.tsx";
import type { SessionStep, Situation } from "../flows.ts";
import { paths } from "../paths.ts";
import type { NeedCount, SeatRow, Session } from "../queries.ts";
import type { TrainerRow } from "../queries-trainers.ts";
import { w as edit } from "../words-edit.ts";
import { w } from "../words-pages.ts";
import { groupNames, nameOf } from "#kernel/pack/shown.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { postTypeName } from "#kernel/pack/shown.ts";
import { daysText, MODES, SessionTag, type ViewProps } from "./common.tsx";

/** What the actor may do here. */
export interface SessionMay {
  readonly run: boolean;
  readonly change: boolean;
  readonly names: boolean;
  /** The organisations for which she names, and for which she approves. */
  readonly nominate: ReadonlySet<string>;
  readonly approve: ReadonlySet<string>;
}

export interface SessionProps extends ViewProps {
  /** The chain through the record, and what other modules show of it. */
  readonly chain: ShownChain;
  readonly panels: readonly VNode[];
  readonly session: Session;
  readonly situation: Situation;
  readonly offers: readonly Offer<SessionStep>[];
  readonly seats: readonly SeatRow[];
  readonly trainers: readonly TrainerRow[];
  readonly needs: readonly NeedCount[];
  readonly counts: {
    readonly named: number;
    readonly confirmed: number;
    readonly unanswered: number;
    readonly attended: number;
    readonly online: number;
  };
  readonly course: { readonly title: string; readonly href: string } | null;
  readonly line: { readonly title: string; readonly href: string } | null;
  readonly history: readonly TimelineEntry[];
  readonly may: SessionMay;
  readonly done: "sent" | "done" | null;
}

const HELD: ReadonlySet<string> = new Set(["delivered", "evaluated", "follow_up", "closed"]);

function leadOf({ shell, session, counts }: SessionProps): string {
  const { say } = shell;
  const values = {
    ...counts,
    places: session.places,
    from: formatDate(session.from),
    to: formatDate(session.to),
    day: formatDate(session.nominationsClose),
  };
  switch (session.state) {
    case "planned":
      return say(w.leadPlanned, values);
    case "nominations_open":
      return say(w.leadOpen, values);
    case "confirmed":
    case "ready":
      return say(w.leadBefore, values);
    case "running":
      return say(w.leadRunning, values);
    case "cancelled":
      return say(w.leadCancelled, { reason: session.reason ?? "–" });
    default:
      return say(w.leadHeld, values);
  }
}

function Steps({ shell, session, situation, offers, counts, may }: SessionProps): VNode | null {
  const { say } = shell;
  const forward = offers.filter((offer) => offer.step !== "cancel");
  const cancel = offers.find((offer) => offer.step === "cancel");
  const open = ["nominations_open", "confirmed", "ready"].includes(session.state);
  if (forward.length === 0 && cancel === undefined) return null;
  return (
    <Section id="next" title={say(w.next)}>
      <ButtonGroup>
        {may.run && open && situation.toInvite > 0 && (
          <ActionForm action={paths.invite(session.id)} csrf={shell.formToken} text={say(w.invite, { count: situation.toInvite })} />
        )}
        {may.run && open && counts.unanswered > 0 && (
          <ActionForm
            action={paths.remind(session.id)}
            csrf={shell.formToken}
            variant="secondary"
            text={say(w.remind, { count: counts.unanswered })}
          />
        )}
        {forward.map((offer) =>
          offer.refusal === null ? (
            <Button href={paths.step(session.id, offer.step)} variant={situation.toInvite > 0 && open ? "secondary" : undefined}>
              {say(offer.title)}
            </Button>
          ) : (
            <RefusedAction id={`step-${offer.step}`} text={say(offer.title)} reason={say(offer.refusal.text, offer.refusal.values)} />
          ),
        )}
        {cancel !== undefined && <Link href={paths.step(session.id, "cancel")}>{say(cancel.title)}</Link>}
      </ButtonGroup>
    </Section>
  );
}

function missingText(say: SessionProps["shell"]["say"], row: SeatRow): VNode {
  const missing = row.seats - row.named;
  return (
    <>
      {missing > 0 ? (
        <StatusTag tone="watch">{say(w.missing, { count: missing })}</StatusTag>
      ) : (
        <StatusTag tone="good">{say(w.full)}</StatusTag>
      )}
      {row.waiting > 0 && ` ${say(w.waiting, { count: row.waiting })}`}
    </>
  );
}

function Seats({ shell, session, seats, counts, may }: SessionProps): VNode {
  const { say } = shell;
  const acts = may.nominate.size > 0 || may.approve.size > 0;
  const columns: Column<SeatRow>[] = [
    { key: "organisation", head: say(w.organisation), cell: (row) => row.name },
    { key: "named", head: say(w.named), numeric: true, cell: (row) => `${row.named} / ${row.seats}` },
    { key: "approved", head: say(w.approved), numeric: true, cell: (row) => row.approved },
    { key: "confirmed", head: say(w.confirmed), numeric: true, cell: (row) => row.confirmed },
    { key: "state", head: say(w.state), cell: (row) => missingText(say, row) },
    ...(acts
      ? [
          {
            key: "do",
            head: say(w.next),
            headHidden: true,
            cell: (row: SeatRow) => (
              <>
                {may.nominate.has(row.organisation) && <Link href={paths.nominate(session.id, row.organisation)}>{say(w.name)}</Link>}{" "}
                {may.approve.has(row.organisation) && row.toApprove > 0 && (
                  <Link href={paths.approve(session.id, row.organisation)}>
                    {say(w.approve)} ({row.toApprove})
                  </Link>
                )}
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section id="seats" title={say(w.seats)}>
      {session.state === "nominations_open" && (
        <Progress done={counts.named} of={session.places} text={say(w.progressText, { named: counts.named, places: session.places })} />
      )}
      <DataTable say={say} caption={say(w.seats)} columns={columns} rows={seats} />
    </Section>
  );
}

function Trainers({ shell, session, trainers, may }: SessionProps): VNode {
  const { say, pack, language } = shell;
  const tone = { named: "rest", invited: "watch", confirmed: "good", declined: "late" } as const;
  const word = { named: edit.s_named, invited: edit.s_invited, confirmed: edit.s_confirmed, declined: edit.s_declined } as const;
  return (
    <Section id="trainers" title={say(w.trainers)}>
      {trainers.length === 0 && <p>{say(w.noTrainers)}</p>}
      <ul class="govuk-list">
        {trainers.map((trainer) => (
          <li>
            <b>{trainer.name}</b>
            {trainer.postType !== null && `, ${postTypeName(say, pack, trainer.postType)}, ${trainer.organisationName ?? ""}`}{" "}
            <StatusTag tone={tone[trainer.state]}>{say(word[trainer.state])}</StatusTag>{" "}
            {may.run && trainer.phone !== null && trainer.state !== "confirmed" && <PhoneLink name={trainer.phone} phone={trainer.phone} />}
            {trainer.reason !== null && may.run && <span lang={langOf(trainer.reasonLanguage, language)}> “{trainer.reason}”</span>}
          </li>
        ))}
      </ul>
      {may.change && (
        <MoreLinks>
          <Link href={paths.trainers(session.id)}>{say(w.change)}</Link>
        </MoreLinks>
      )}
    </Section>
  );
}

function Facts(props: SessionProps): VNode {
  const { shell, session, course, line, needs, may, counts } = props;
  const { say, pack, language } = shell;
  const change = (part: string) => (may.change ? [{ href: paths.edit(session.id, part), text: say(w.change), hidden: part }] : undefined);
  const coming =
    session.mode === "hybrid" ? ` · ${say(w.hybridOf, { physical: counts.confirmed - counts.online, online: counts.online })}` : "";
  return (
    <Section id="facts" title={say(w.facts)}>
      <SummaryList
        rows={[
          { key: say(w.day), value: daysText(say, session.from, session.to), actions: change("dates") },
          { key: say(w.place), value: session.place ?? (session.mode === "online" ? say(w.online) : "–"), actions: change("venue") },
          { key: say(w.mode), value: say(MODES[session.mode]) + coming },
          session.mode !== "physical" && may.run && { key: say(w.link), value: session.link ?? "–", actions: change("venue") },
          session.venueAccess.length > 0 && {
            key: say(w.venueAccess),
            value: session.venueAccess.map((code) => nameOf(say, pack, "access_need", code)).join(", "),
          },
          { key: say(w.groups), value: groupNames(say, pack, session.groups) || "–", actions: change("people") },
          course !== null && { key: say(w.course), value: <Link href={course.href}>{course.title}</Link> },
          line !== null && { key: say(w.line), value: <Link href={line.href}>{line.title}</Link> },
          session.mandate !== null && {
            key: say(w.mandate),
            value: <span lang={langOf(session.mandateLanguage, language)}>{session.mandate}</span>,
          },
          { key: say(w.funder), value: nameOf(say, pack, "funding_source", session.funder), actions: change("title") },
          { key: say(w.closes), value: formatDate(session.nominationsClose), actions: change("dates") },
          may.names &&
            needs.length > 0 && {
              key: say(w.access),
              value: needs
                .map((row) => say(w.accessOf, { need: nameOf(say, pack, "access_need", row.need), count: row.people }))
                .join(", "),
            },
          { key: say(w.reference), value: session.reference },
        ]}
      />
    </Section>
  );
}

export function SessionView(props: SessionProps): VNode {
  const { shell, session, history, may, done, chain, panels } = props;
  const { say, language } = shell;
  // Once it was held, what came of it is the story; seats and facts are the record behind.
  const held = HELD.has(session.state);
  return (
    <Frame
      shell={shell}
      title={session.title}
      heading={<span lang={langOf(session.language, language)}>{session.title}</span>}
      caption={
        <>
          {daysText(say, session.from, session.to)} · {session.place ?? session.province ?? say(w.online)}{" "}
          <SessionTag say={say} state={session.state} />
        </>
      }
      lead={leadOf(props)}
      current={paths.sessions}
      wide={<ChainCard say={say} shown={chain} />}
      breadcrumbs={[{ text: say(w.sessions), href: paths.sessions }, { text: session.reference }]}
      notice={
        done === null ? undefined : (
          <Notice tone="good" live>
            {say(done === "sent" ? w.sent : w.done)}
          </Notice>
        )
      }
    >
      <Steps {...props} />
      {held && panels}
      {props.seats.length > 0 && <Seats {...props} />}
      <Trainers {...props} />
      <Facts {...props} />
      <MoreLinks>
        {may.names && <Link href={paths.people(session.id)}>{say(w.people)}</Link>}
        <Link href={paths.event(session.id)}>{say(w.event)}</Link>
      </MoreLinks>
      {!held && panels}
      {history.length > 0 && (
        <Section id="history" title={say(w.history)}>
          <Timeline entries={history} />
        </Section>
      )}
    </Frame>
  );
}
