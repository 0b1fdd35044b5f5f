/** A participant's own page: her code for the door, the number from the room, the way into the call; and the page of that number. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import type { Participant } from "#kernel/gathering/participants.ts";
import type { PartPresence } from "#kernel/gathering/presence.ts";
import { dayOf, formatDate, formatTime } from "#platform/ui/format.ts";
import { ActionForm, Button, Form, Input } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Table } from "#platform/ui/tables.tsx";
import { MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { QrSlot } from "#platform/ui/print.tsx";
import { paths } from "../paths.ts";
import type { OpenList } from "../schema.ts";
import { w } from "../words-personal.ts";
import { w as a } from "../words.ts";
import { daysLabel, ListFrame, partLabel, partTimes } from "./common.tsx";

export interface PersonalProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly who: Participant;
  readonly presence: readonly PartPresence[];
  readonly qr: readonly (readonly boolean[])[];
  /** The half-day that takes her number now, and since when she is here. */
  readonly open: Part | null;
  readonly since: Date | null;
  /** When signing in opens next; null when nothing follows. */
  readonly opens: Date | null;
  readonly error?: string;
}

/** When she can note her arrival next, or that the meeting is over. */
function NotYet({ say, pack, opens }: Pick<Shell, "say" | "pack"> & { readonly opens: Date | null }): VNode {
  const text =
    opens === null ? say(w.over) : say(w.opens, { time: formatTime(opens, pack.timeZone), day: formatDate(dayOf(opens, pack.timeZone)) });
  return <Notice>{text}</Notice>;
}

function SignIn({ props }: { readonly props: PersonalProps }): VNode {
  const { shell, who, open, since, opens, error } = props;
  const { say, pack } = shell;
  if (since !== null) return <Notice tone="good">{say(w.hereSince, { time: formatTime(since, pack.timeZone) })}</Notice>;
  if (open === null) return <NotYet say={say} pack={pack} opens={opens} />;
  return (
    <Form action={paths.pin(who.token)} csrf={shell.formToken}>
      <Input
        say={say}
        name="pin"
        label={say(w.pin)}
        labelSize="m"
        hint={say(w.pinHint)}
        inputmode="numeric"
        width={4}
        autocomplete="off"
        error={error}
      />
      <Button>{say(w.iAmHere)}</Button>
    </Form>
  );
}

export function PersonalView(props: PersonalProps): VNode {
  const { shell, list, who, presence, qr, error } = props;
  const { say, language, pack } = shell;
  const { gathering } = list;
  const byPart = new Map(presence.map((each) => [each.part, each]));
  const stateOf = (part: Part): string => {
    const own = byPart.get(part.id);
    if (own === undefined || !own.decided) return "–";
    return own.minutes === 0 ? say(a.absent) : say(a.minutesOf, { minutes: own.minutes, offered: own.offered });
  };
  return (
    <Frame
      shell={shell}
      bare
      title={list.facts.title}
      heading={<span lang={list.facts.language}>{list.facts.title}</span>}
      caption={`${daysLabel(gathering.firstDay, gathering.lastDay)}${gathering.place === null ? "" : ` · ${gathering.place}`}`}
      lead={who.mode === "online" ? say(w.joinLead) : say(w.lead)}
      width="reading"
      errors={error === undefined ? [] : [{ text: error, href: "#pin" }]}
    >
      <p>
        <b>{who.name}</b>
      </p>
      {who.mode !== "online" && <SignIn props={props} />}
      {who.mode === "online" ? (
        <Button href={paths.join(who.token)}>{say(w.join)}</Button>
      ) : (
        gathering.mode === "hybrid" && (
          <MoreLinks>
            <Link href={paths.join(who.token)}>{say(w.join)}</Link>
          </MoreLinks>
        )
      )}
      {who.mode !== "online" && (
        <Section id="code" title={say(w.code)}>
          <div class="in-pass">
            <QrSlot label={say(w.qr, { name: who.name, code: who.code })} modules={qr} />
            <p class="in-code">{who.code}</p>
          </div>
        </Section>
      )}
      <Section id="mine" title={say(w.mine)}>
        <Table
          caption={<span class="govuk-visually-hidden">{say(w.mine)}</span>}
          head={[{ text: say(a.halfDay) }, { text: say(w.state) }]}
          rows={list.parts.map((part) => [
            { text: `${partLabel(say, language, part)}, ${partTimes(say, part, pack.timeZone)}` },
            { text: stateOf(part) },
          ])}
          firstCellIsHeader
        />
      </Section>
    </Frame>
  );
}

export interface JoinProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly who: Participant;
  /** Whether a half-day takes arrivals now; otherwise when the next one does, null when none follows. */
  readonly open: boolean;
  readonly opens: Date | null;
  readonly since: Date | null;
  /** She has just pressed the button: the page leads on by itself. */
  readonly pressed: boolean;
}

/** The way into the call: one press notes the arrival and leads on to it. Before its time the page says when. */
export function JoinView({ shell, list, who, open, opens, since, pressed }: JoinProps): VNode {
  const { say, pack } = shell;
  const { link } = list.gathering;
  return (
    <Frame
      shell={shell}
      bare
      title={say(w.join)}
      caption={<span lang={list.facts.language}>{list.facts.title}</span>}
      lead={since !== null ? say(w.joined, { time: formatTime(since, pack.timeZone) }) : open ? say(w.joinLead) : undefined}
      width="reading"
      {...(pressed && since !== null && link !== null && { onwards: link })}
    >
      <p>
        <b>{who.name}</b>
      </p>
      {since !== null && link !== null ? (
        <Button href={link}>{say(w.openCall)}</Button>
      ) : open ? (
        <ActionForm action={paths.join(who.token)} csrf={shell.formToken} text={say(w.join)} />
      ) : (
        <NotYet say={say} pack={pack} opens={opens} />
      )}
      <MoreLinks>
        <Link href={paths.personal(who.token)}>{say(w.ownPage)}</Link>
      </MoreLinks>
    </Frame>
  );
}

/** The number of a half-day, large enough for the back row. */
export function RoomView({
  shell,
  list,
  part,
  here,
  expected,
  reachable,
}: {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly part: Part;
  readonly here: number;
  readonly expected: number;
  readonly reachable: number;
}): VNode {
  const { say, language, pack } = shell;
  const { id } = list.gathering;
  return (
    <ListFrame shell={shell} list={list} title={say(w.roomTitle)} lead={say(w.roomLead)}>
      <p>
        {partLabel(say, language, part)}, {partTimes(say, part, pack.timeZone)}
      </p>
      <p class="in-pin">{part.pin}</p>
      <p class="in-fig">{say(a.doorLead, { here, expected })}</p>
      {list.parts.length > 1 && (
        <MoreLinks>
          {list.parts
            .filter((each) => each.id !== part.id)
            .map((each) => (
              <Link href={paths.room(id, each.id)}>{partLabel(say, language, each)}</Link>
            ))}
        </MoreLinks>
      )}
      {reachable > 0 && (
        <Section id="ask" title={say(w.askTitle)} note={say(w.askNote, { count: reachable })}>
          <ActionForm action={paths.ask(id)} csrf={shell.formToken} hidden={{ part: part.id }} variant="secondary" text={say(w.ask)} />
        </Section>
      )}
    </ListFrame>
  );
}
