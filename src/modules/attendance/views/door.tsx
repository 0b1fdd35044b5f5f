/** The door, on a phone with signal and without scripts: a code or a name, one press, and the count. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import type { Participant } from "#kernel/gathering/participants.ts";
import { formatTime } from "#platform/ui/format.ts";
import { Button, ButtonGroup, Form, Input } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Bar, EmptyState, MoreLinks, Notice } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { OpenList } from "../schema.ts";
import { w } from "../words.ts";
import { ListFrame, partLabel, partTimes } from "./common.tsx";

/** A person at the door of one half-day. */
export interface DoorRow {
  readonly who: Participant;
  readonly since: Date | null;
  readonly leftAt: Date | null;
}

export interface DoorProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly part: Part;
  readonly rows: readonly DoorRow[];
  readonly here: number;
  readonly expected: number;
  readonly find: string;
  readonly done: { readonly name: string; readonly at: Date } | null;
  readonly error: string | null;
}

function stateOf(row: DoorRow, { say, pack }: Shell): string {
  if (row.leftAt !== null) return say(w.leftAt, { time: formatTime(row.leftAt, pack.timeZone) });
  return row.since === null ? say(w.notYet) : say(w.cameAt, { time: formatTime(row.since, pack.timeZone) });
}

function Press({ props, row }: { readonly props: DoorProps; readonly row: DoorRow }): VNode {
  const { shell, list, part } = props;
  const isHere = row.since !== null && row.leftAt === null;
  return (
    <Form
      action={paths.door(list.gathering.id)}
      csrf={shell.formToken}
      hidden={{ part: part.id, participant: row.who.id, kind: isHere ? "left" : "arrived" }}
    >
      <Button size="small" variant={isHere ? "secondary" : undefined}>
        {shell.say(isHere ? w.leaves : w.came)}
        <span class="govuk-visually-hidden"> {row.who.name}</span>
      </Button>
    </Form>
  );
}

export function DoorView(props: DoorProps): VNode {
  const { shell, list, part, rows, here, expected, find, done, error } = props;
  const { say, language, pack } = shell;
  const { id } = list.gathering;
  return (
    <ListFrame
      shell={shell}
      list={list}
      title={say(w.atDoor)}
      width="reading"
      errors={error === null ? [] : [{ text: error, href: "#find" }]}
      notice={
        done && (
          <Notice tone="good" live>
            {say(w.noted, { name: done.name, time: formatTime(done.at, pack.timeZone) })}
          </Notice>
        )
      }
    >
      <p class="in-fig">{say(w.doorLead, { here, expected })}</p>
      <Bar share={expected === 0 ? 0 : here / expected} />
      <p>
        {partLabel(say, language, part)}, {partTimes(say, part, pack.timeZone)}
      </p>
      <Form action={paths.door(id)} csrf={shell.formToken} hidden={{ part: part.id }}>
        <Input
          say={say}
          name="find"
          label={say(w.find)}
          labelSize="m"
          hint={say(w.findHint)}
          value={find}
          error={error ?? undefined}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <ButtonGroup>
          <Button>{say(w.goOn)}</Button>
          <Link href={`${paths.offline}/${id}`}>{say(w.withoutSignal)}</Link>
        </ButtonGroup>
      </Form>
      {rows.length === 0 ? (
        <EmptyState>{say(w.notFoundName)}</EmptyState>
      ) : (
        <ul class="in-names" aria-label={say(w.list)}>
          {rows.map((row) => (
            <li class={row.since !== null && row.leftAt === null ? "is-here" : undefined}>
              <div>
                <Link href={paths.participant(id, row.who.id)}>{row.who.name}</Link>
                <p class="in-small">
                  {[row.who.code, row.who.organisationName, stateOf(row, shell)].filter((text) => text !== null).join(" · ")}
                </p>
              </div>
              <Press props={props} row={row} />
            </li>
          ))}
        </ul>
      )}
      {list.parts.length > 1 && (
        <MoreLinks>
          {list.parts
            .filter((each) => each.id !== part.id)
            .map((each) => (
              <Link href={paths.door(id, each.id)}>{partLabel(say, language, each)}</Link>
            ))}
        </MoreLinks>
      )}
    </ListFrame>
  );
}
