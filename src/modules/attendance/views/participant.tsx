/** Everything noted about one person at one meeting; what is wrong is taken back with a reason. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Participant } from "#kernel/gathering/participants.ts";
import type { ParticipantPresence, PresenceRow } from "#kernel/gathering/presence.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { Button, Form, Input } from "#platform/ui/forms.tsx";
import { Details } from "#platform/ui/content.tsx";
import { DataTable } from "#platform/ui/tables.tsx";
import { Certainty, StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { OpenList } from "../schema.ts";
import { w } from "../words.ts";
import { ListFrame, methodName, partLabel, rowText, sharePercent } from "./common.tsx";

export interface ParticipantProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly who: Participant;
  readonly presence: ParticipantPresence | undefined;
  readonly rows: readonly PresenceRow[];
  readonly posts: ReadonlyMap<string, string>;
  readonly mayRecord: boolean;
  readonly errors?: readonly { readonly row: string; readonly text: string }[];
}

function TakeBack({ props, row }: { readonly props: ParticipantProps; readonly row: PresenceRow }): VNode | null {
  const { shell, list, mayRecord, errors = [] } = props;
  const { say } = shell;
  if (row.kind === "void") return null;
  if (row.voided) return <StatusTag tone="rest">{say(w.voided)}</StatusTag>;
  if (!mayRecord || list.gathering.closedAt !== null) return null;
  const error = errors.find((each) => each.row === row.id)?.text;
  return (
    <Details summary={say(w.takeBack)} open={error !== undefined}>
      <Form action={paths.takeBack(list.gathering.id)} csrf={shell.formToken} hidden={{ row: row.id, participant: row.participant }}>
        <Input say={say} name="reason" id={`reason-${row.id}`} label={say(w.reason)} error={error} />
        <Button variant="secondary" size="small">
          {say(w.takeBack)}
        </Button>
      </Form>
    </Details>
  );
}

export function ParticipantView(props: ParticipantProps): VNode {
  const { shell, list, who, presence, rows, posts, errors = [] } = props;
  const { say, language, pack } = shell;
  const partOf = new Map(list.parts.map((part) => [part.id, part]));
  const number = (value: number): string => formatNumber(value, language);
  return (
    <ListFrame
      shell={shell}
      list={list}
      title={who.name}
      lead={
        presence &&
        say(w.historyLead, {
          minutes: number(presence.minutes),
          offered: number(presence.offered),
          share: sharePercent(presence, language),
        })
      }
      errors={errors.map((error) => ({ text: error.text, href: `#reason-${error.row}` }))}
    >
      <p>
        {who.code}
        {who.organisationName !== null && ` · ${who.organisationName}`}
        {who.postType !== null && ` · ${say(postTypeOf(pack, who.postType).names)}`}
      </p>
      <DataTable
        say={say}
        caption={say(w.entry)}
        columns={[
          {
            key: "part",
            head: say(w.halfDay),
            cell: (row: PresenceRow) => {
              const part = partOf.get(row.part);
              return part === undefined ? "–" : partLabel(say, language, part);
            },
          },
          { key: "entry", head: say(w.entry), cell: (row) => <span>{rowText(say, row, pack.timeZone)}</span> },
          {
            key: "how",
            head: say(w.how),
            cell: (row) => `${methodName(say, pack, row.method)}, ${say(row.mode === "physical" ? w.physical : w.online)}`,
          },
          { key: "sure", head: say(w.sure), cell: (row) => <Certainty say={say} of={row.certainty} /> },
          {
            key: "at",
            head: say(w.action),
            cell: (row) => `${formatDateTime(row.recordedAt, pack.timeZone)}${row.post === null ? "" : `, ${posts.get(row.post) ?? ""}`}`,
          },
          { key: "back", head: say(w.takeBack), headHidden: true, cell: (row) => <TakeBack props={props} row={row} /> },
        ]}
        rows={rows}
        empty={<EmptyState>{say(w.nothingNoted)}</EmptyState>}
      />
    </ListFrame>
  );
}
