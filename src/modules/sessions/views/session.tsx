/** One session as a story: what stands, what comes next and for whom, seats, trainers, needs, and what has happened. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { Details } from "#platform/ui/content.tsx";
import { ChainCard, type ShownChain } from "#kernel/trace/chain-view.tsx";
import type { Offer } from "#kernel/flow/flow.ts";
import { formatDate } from "#platform/ui/format.ts";
import { ActionForm, Button, ButtonGroup, RefusedAction } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, type Column } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { MoreLinks, Notice, Progress, Section, Timeline, type TimelineEntry } from "#platform/ui/parts.tsx";
import type { SessionStep, Situation } from "../flows.ts";
import type { OwnPlace, Practical } from "../own.ts";
import { paths } from "../paths.ts";
import type { NeedCount, SeatRow, Session } from "../queries.ts";
import type { TrainerRow } from "../queries-trainers.ts";
import { w as own } from "../words-own.ts";
import { w } from "../words-pages.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { daysText, SessionTag, type ViewProps } from "./common.tsx";
import { Facts, Trainers } from "./facts.tsx";
import { NamingPart, OwnPlacePart, placeText, TEACHES, TeachingPart } from "./own.tsx";

/** What the actor may do here. */
export interface SessionMay {
  readonly run: boolean;
  readonly change: boolean;
  readonly names: boolean;
  /** The organisations for which she names, and for which she approves. */
  readonly nominate: ReadonlySet<string>;
  readonly approve: ReadonlySet<string>;
  /** She reads the whole session, and the chain is hers to follow. */
  readonly whole: boolean;
}

/** What the page says first to the reader herself. */
export interface Own extends Practical {
  readonly place: OwnPlace | null;
  readonly trainer: TrainerRow | null;
  /** What other modules show of her place: attendance, certificate, task. */
  readonly panels: readonly VNode[];
  readonly today: string;
}

export interface SessionProps extends ViewProps {
  /** The chain through the record, and what other modules show of it. */
  readonly chain: ShownChain;
  readonly panels: readonly VNode[];
  readonly own: Own;
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

/** From its first day on, attendance and results are the story. */
const HELD: ReadonlySet<string> = new Set(["running", "delivered", "evaluated", "follow_up", "closed"]);

/** Whoever runs it reads how full it is; whoever teaches it or has a place in it, how that stands. */
function leadOf({ shell, session, counts, own, may }: SessionProps): string {
  const { say } = shell;
  if (!may.whole && session.state !== "cancelled") {
    if (own.trainer !== null) return say(TEACHES[own.trainer.state]);
    if (own.place !== null) return say(placeText(own.place, session));
  }
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

/** So many organisations are told in a sentence, and each is a press away. */
const MANY = 6;

/** Who has free seats, by name. */
function freeText(say: SessionProps["shell"]["say"], seats: readonly SeatRow[]): string {
  const free = seats.filter((row) => row.named < row.seats);
  return say(own.freeSeats, { count: free.length, names: free.map((row) => `${row.name} (${row.seats - row.named})`).join(", ") });
}

function Seats({ shell, session, seats, counts, may, own: reader }: SessionProps): VNode {
  const { say } = shell;
  const acts = seats.filter((row) => may.nominate.has(row.organisation) || (may.approve.has(row.organisation) && row.toApprove > 0));
  const columns: Column<SeatRow>[] = [
    { key: "organisation", head: say(w.organisation), cell: (row) => row.name },
    { key: "named", head: say(w.named), numeric: true, cell: (row) => `${row.named} / ${row.seats}` },
    { key: "approved", head: say(w.approved), numeric: true, cell: (row) => row.approved },
    { key: "confirmed", head: say(w.confirmed), numeric: true, cell: (row) => row.confirmed },
    { key: "state", head: say(w.state), cell: (row) => missingText(say, row) },
  ];
  const table = <DataTable say={say} caption={say(w.seats)} columns={columns} rows={seats} />;
  return (
    <Section id="seats" title={say(acts.length === 1 ? w.ownSeats : w.seats)}>
      {acts.map((row) => (
        <NamingPart
          shell={shell}
          session={session}
          row={row}
          today={reader.today}
          mayName={may.nominate.has(row.organisation)}
          mayApprove={may.approve.has(row.organisation)}
        />
      ))}
      {may.whole && session.state === "nominations_open" && (
        <Progress done={counts.named} of={session.places} text={say(w.progressText, { named: counts.named, places: session.places })} />
      )}
      {seats.length > MANY ? (
        <>
          <p>{freeText(say, seats)}</p>
          <Details summary={say(own.eachOrganisation, { count: seats.length })}>{table}</Details>
        </>
      ) : (
        seats.length > acts.length && table
      )}
    </Section>
  );
}

/** The parts that come first: her own place, her teaching, her organisation’s seats. */
function First(props: SessionProps): VNode {
  const { shell, session, own, may } = props;
  const about = { shell, session, practical: own };
  return (
    <>
      {own.trainer !== null && <TeachingPart {...about} trainer={own.trainer} told={!may.whole} />}
      {own.place !== null && <OwnPlacePart {...about} place={own.place} today={own.today} told={!may.whole && own.trainer === null} />}
      {own.panels}
      <Steps {...props} />
      {!may.whole && !HELD.has(session.state) && props.seats.length > 0 && <Seats {...props} />}
    </>
  );
}

/** The record behind: for those who run the session it stands open, for others it is folded. */
function Behind(props: SessionProps): VNode {
  const { shell, session, history, may, chain } = props;
  const { say } = shell;
  const told = history.length > 0 && (
    <Section id="history" title={say(w.history)}>
      <Timeline entries={history} />
    </Section>
  );
  const links = (may.names || !HELD.has(session.state)) && (
    <MoreLinks>
      {may.names && <Link href={paths.people(session.id)}>{say(w.people)}</Link>}
      {!HELD.has(session.state) && <Link href={paths.event(session.id)}>{say(w.event)}</Link>}
    </MoreLinks>
  );
  if (may.whole)
    return (
      <>
        <Facts {...props} />
        {links}
        {told}
      </>
    );
  return (
    <>
      {links}
      <Details summary={say(own.about)}>
        {HELD.has(session.state) && props.seats.length > 0 && <Seats {...props} />}
        <Facts {...props} />
        {told}
      </Details>
      <Details summary={say(own.chain)}>
        <ChainCard say={say} shown={chain} />
      </Details>
    </>
  );
}

export function SessionView(props: SessionProps): VNode {
  const { shell, session, may, done, chain, panels } = props;
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
      breadcrumbs={[{ text: say(w.sessions), href: paths.sessions }, { text: session.reference }]}
      notice={
        done === null ? undefined : (
          <Notice tone="good" live>
            {say(done === "sent" ? w.sent : w.done)}
          </Notice>
        )
      }
    >
      <First {...props} />
      {may.whole && (
        <div class="in-wide">
          <ChainCard say={say} shown={chain} />
        </div>
      )}
      {held && panels}
      {may.whole && props.seats.length > 0 && <Seats {...props} />}
      <Trainers {...props} />
      {!held && panels}
      <Behind {...props} />
    </Frame>
  );
}
