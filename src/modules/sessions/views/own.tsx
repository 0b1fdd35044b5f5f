/** The first parts of a session’s page, for whoever has a place in it, teaches it, or names people for it: how it stands and the one thing to do. */
import type { VNode } from "preact";
import { joinPath, personalPath } from "#kernel/gathering/addresses.ts";
import type { Text } from "#platform/i18n/text.ts";
import { formatDate, formatTime } from "#platform/ui/format.ts";
import { Button, ButtonGroup } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { SummaryList } from "#platform/ui/lists.tsx";
import { Card, PhoneLink, Section } from "#platform/ui/parts.tsx";
import type { OwnPlace, Practical } from "../own.ts";
import { paths } from "../paths.ts";
import { OPEN_SESSION, type SeatRow, type Session } from "../queries.ts";
import type { TrainerRow } from "../queries-trainers.ts";
import { w as invitation } from "../words-invitation.ts";
import { w } from "../words-own.ts";
import { w as page } from "../words-pages.ts";
import { MODES, weekdayText, type ViewProps } from "./common.tsx";

interface AboutProps extends ViewProps {
  readonly session: Session;
  readonly practical: Practical;
}

function whenText({ shell, session, practical }: AboutProps): string {
  const { say, language, pack } = shell;
  const [from, to] = [weekdayText(session.from, language), weekdayText(session.to, language)];
  const time = practical.begins === null ? null : formatTime(practical.begins, pack.timeZone);
  if (session.from === session.to) return time === null ? from : say(w.startsAt, { day: from, time });
  return time === null ? say(w.days, { from, to }) : say(w.daysAt, { from, to, time });
}

/** When, where, and whom to call. */
function WhenWhere(props: AboutProps): VNode {
  const { shell, session, practical } = props;
  const { say } = shell;
  const { call } = practical;
  const where = session.mode === "online" ? say(MODES.online) : (session.place ?? session.province ?? say(invitation.whereLater));
  return (
    <SummaryList
      rows={[
        { key: say(invitation.when), value: whenText(props) },
        { key: say(invitation.where), value: session.mode === "hybrid" ? `${where} · ${say(MODES.hybrid)}` : where },
        call !== null && { key: say(w.call), value: call.phone === null ? call.name : <PhoneLink name={call.name} phone={call.phone} /> },
      ]}
    />
  );
}

/** What a trainer answered, as one sentence. */
export const TEACHES: Readonly<Record<TrainerRow["state"], Text>> = {
  named: w.t_named,
  invited: w.t_invited,
  confirmed: w.t_confirmed,
  declined: w.t_declined,
};

const PLACE: Readonly<Record<OwnPlace["state"], Text>> = {
  nominated: w.s_nominated,
  approved: w.s_approved,
  not_approved: w.s_not_approved,
  invited: w.s_invited,
  confirmed: w.s_confirmed,
  declined: w.s_declined,
  replaced: w.s_replaced,
  attended: w.s_attended,
  absent: w.s_absent,
  competent: w.s_competent,
  attended_only: w.s_attended_only,
  applied: w.s_applied,
  withdrawn: w.s_withdrawn,
};

/** How her place stands, as one sentence. */
export function placeText(place: OwnPlace, session: Session): Text {
  if (place.state === "nominated" && place.waiting) return w.s_waiting;
  const over = !OPEN_SESSION.includes(session.state) && session.state !== "running";
  if (over && place.state === "invited") return w.s_invited_over;
  if (over && place.state === "confirmed") return w.s_confirmed_over;
  return PLACE[place.state];
}

export interface OwnProps extends AboutProps {
  readonly place: OwnPlace;
  readonly today: string;
  /** The page’s lead has said already how it stands. */
  readonly told: boolean;
}

function PlaceActions({ shell, session, place, today }: OwnProps): VNode | null {
  const { say } = shell;
  const open = OPEN_SESSION.includes(session.state) && today <= session.from;
  const answers = open && ["invited", "confirmed", "declined"].includes(place.state);
  const expected = place.attendance !== null && (open || session.state === "running") && ["invited", "confirmed"].includes(place.state);
  if (!answers && !expected) return null;
  const attend = place.attendance ?? "";
  return (
    <ButtonGroup>
      {answers && place.state === "invited" && <Button href={paths.invitation(place.token)}>{say(w.answer)}</Button>}
      {expected &&
        place.state === "confirmed" &&
        (place.mode === "online" ? (
          <Button href={joinPath(attend)}>{say(w.joinCall)}</Button>
        ) : (
          <Button href={personalPath(attend)}>{say(w.doorCode)}</Button>
        ))}
      {answers && place.state !== "invited" && <Link href={paths.invitation(place.token)}>{say(w.changeAnswer)}</Link>}
    </ButtonGroup>
  );
}

/** Her own place: how it stands, the one thing to do, when and where. */
export function OwnPlacePart(props: OwnProps): VNode {
  const { shell, session, place, told } = props;
  return (
    <Section id="own-place" title={shell.say(w.place)}>
      {!told && (
        <p>
          <b>{shell.say(placeText(place, session))}</b>
        </p>
      )}
      <PlaceActions {...props} />
      <WhenWhere {...props} />
    </Section>
  );
}

/** For a trainer: her answer, when and where, and the way to the names. */
export function TeachingPart(props: AboutProps & { readonly trainer: TrainerRow; readonly told: boolean }): VNode {
  const { shell, session, trainer, told } = props;
  const { say } = shell;
  return (
    <Section id="own-teaching" title={say(w.teaching)}>
      {!told && (
        <p>
          <b>{say(TEACHES[trainer.state])}</b>
        </p>
      )}
      <ButtonGroup>
        {trainer.state === "invited" && <Button href={paths.trainer(trainer.token)}>{say(w.teachAnswer)}</Button>}
        <Link href={paths.people(session.id)}>{say(page.people)}</Link>
      </ButtonGroup>
      <WhenWhere {...props} />
    </Section>
  );
}

export interface NamingProps extends ViewProps {
  readonly session: Session;
  readonly row: SeatRow;
  readonly today: string;
  readonly mayName: boolean;
  readonly mayApprove: boolean;
}

/** The seats of one organisation for who names or approves its people: how many are free, until when, and the button. */
export function NamingPart({ shell, session, row, today, mayName, mayApprove }: NamingProps): VNode {
  const { say } = shell;
  const free = row.seats - row.named;
  const open = session.state === "nominations_open" && session.nominationsClosedAt === null && today <= session.nominationsClose;
  const changeable = OPEN_SESSION.includes(session.state);
  const approves = mayApprove && row.toApprove > 0;
  return (
    <Card>
      <p>
        <b>{say(w.seatsFilled, { organisation: row.name, named: row.named, seats: row.seats })}</b>{" "}
        {open && free > 0 && say(w.seatsFree, { count: free, day: formatDate(session.nominationsClose) })}
        {!open && changeable && say(w.seatsClosed)}
      </p>
      {(row.toApprove > 0 || row.waiting > 0 || row.approved > 0) && (
        <p>
          {row.toApprove > 0 && say(w.toApprove, { count: row.toApprove })}{" "}
          {row.waiting > 0 && `${say(page.waiting, { count: row.waiting })}.`}{" "}
          {changeable && row.approved > 0 && say(w.answers, { confirmed: row.confirmed, unanswered: row.approved - row.confirmed })}
        </p>
      )}
      <ButtonGroup>
        {approves && <Button href={paths.approve(session.id, row.organisation)}>{say(w.approveNames, { count: row.toApprove })}</Button>}
        {mayName && (
          <Button href={paths.nominate(session.id, row.organisation)} variant={open && free > 0 && !approves ? undefined : "secondary"}>
            {say(open && free > 0 ? page.name : w.seeNames)}
          </Button>
        )}
      </ButtonGroup>
    </Card>
  );
}
