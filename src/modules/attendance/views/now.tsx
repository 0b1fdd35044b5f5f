/** The first part of a sheet: the door of a meeting under way, otherwise the one thing to do, and the papers and other ways. */
import type { VNode } from "preact";
import type { Part } from "#kernel/gathering/gatherings.ts";
import { formatDate, formatDateTime } from "#platform/ui/format.ts";
import { Button, ButtonGroup, Form, Input } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Bar, MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";
import { partLabel, partTimes } from "./common.tsx";
import type { SheetProps } from "./sheet.tsx";

/** The door of a meeting under way. */
export interface DoorNow {
  /** The half-day that the door is about now, who is here, who is expected. */
  readonly part: Part;
  readonly here: number;
  readonly expected: number;
  /** How many came, in each half-day of the same day. */
  readonly halves: readonly { readonly half: Part; readonly came: number }[];
}

/** How many are here, the field for a code or a name, the number for the room; beneath it the half-days of the day. */
function AtDoor({ props, door }: { readonly props: SheetProps; readonly door: DoorNow }): VNode {
  const { shell, list, mayRecord } = props;
  const { say, language, pack } = shell;
  const { id, mode } = list.gathering;
  const { part, here, expected, halves } = door;
  const room = mode !== "online";
  return (
    <Section id="door" title={partLabel(say, language, part)} note={partTimes(say, part, pack.timeZone)}>
      <p class="in-fig">{say(w.doorLead, { here, expected })}</p>
      <Bar share={expected === 0 ? 0 : here / expected} />
      {mayRecord && room && (
        <Form action={paths.door(id)} csrf={shell.formToken} hidden={{ part: part.id }}>
          <Input
            say={say}
            name="find"
            label={say(w.find)}
            labelSize="m"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
          <ButtonGroup>
            <Button>{say(w.goOn)}</Button>
            <Button href={`${paths.offline}/${id}`} variant="secondary">
              {say(w.withoutSignal)}
            </Button>
            <Link href={paths.door(id, part.id)}>{say(w.atDoor)}</Link>
          </ButtonGroup>
        </Form>
      )}
      {mayRecord && room && (
        <p>
          {say(w.roomNumber)} <b>{part.pin}</b> · <Link href={paths.room(id, part.id)}>{say(w.pinPages)}</Link>
        </p>
      )}
      {halves.length > 1 && (
        <ul class="govuk-list">
          {halves.map(({ half, came }) => (
            <li>{say(w.halfCame, { half: say(w[half.half]), times: partTimes(say, half, pack.timeZone), came, expected })}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The one thing to do, when the meeting is not under way. */
function Next({ props }: { readonly props: SheetProps }): VNode {
  const { shell, list, state, undecided, due } = props;
  const { say, pack } = shell;
  const { closedAt, firstDay } = list.gathering;
  const by = formatDateTime(due, pack.timeZone);
  if (state === "closed" && closedAt !== null)
    return <Notice tone="good">{say(w.nowClosed, { day: formatDateTime(closedAt, pack.timeZone) })}</Notice>;
  if (state === "coming") return <Notice>{say(w.nowComing, { day: formatDate(firstDay) })}</Notice>;
  if (state === "today") return <Notice>{say(w.nowRunning)}</Notice>;
  return <Notice tone="watch">{undecided > 0 ? say(w.nowDecide, { count: undecided, by }) : say(w.nowClose, { by })}</Notice>;
}

/** Papers and other ways of noting. */
function Ways({ props }: { readonly props: SheetProps }): VNode | null {
  const { shell, list, state, door, mayRecord } = props;
  const { say } = shell;
  const { id, mode } = list.gathering;
  const room = mode !== "online";
  if (!mayRecord)
    return list.href === "" ? null : (
      <MoreLinks>
        <Link href={list.href}>{say(w.toRecord)}</Link>
      </MoreLinks>
    );
  return (
    <MoreLinks>
      {door === null && state !== "closed" && room && <Link href={paths.door(id)}>{say(w.atDoor)}</Link>}
      {door === null && room && <Link href={`${paths.offline}/${id}`}>{say(w.withoutSignal)}</Link>}
      <Link href={paths.paper(id)}>{say(w.paperLists)}</Link>
      {mode !== "physical" && <Link href={paths.call(id)}>{say(w.callLogs)}</Link>}
      {door === null && room && <Link href={paths.room(id, list.parts[0]?.id ?? "")}>{say(w.pinPages)}</Link>}
      {room && <Link href={paths.badges(id)}>{say(w.badges)}</Link>}
      {room && <Link href={paths.perDiem(id)}>{say(w.perDiem)}</Link>}
      {list.href !== "" && <Link href={list.href}>{say(w.toRecord)}</Link>}
    </MoreLinks>
  );
}

/** What comes first on a sheet. */
export function Now({ props }: { readonly props: SheetProps }): VNode {
  const { shell, list, state, door, mayRecord } = props;
  return (
    <>
      {door !== null ? <AtDoor props={props} door={door} /> : <Next props={props} />}
      {mayRecord && state === "to_close" && <Button href={paths.closing(list.gathering.id)}>{shell.say(w.closeIt)}</Button>}
      <Ways props={props} />
    </>
  );
}
