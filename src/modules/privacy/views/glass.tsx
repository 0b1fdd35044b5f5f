/** Exceptional accesses: who opened what, why, until when; read one by one. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { NamedRecord } from "#kernel/access/house.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { formatDateTime } from "#platform/ui/format.ts";
import { Button, Form, Input } from "#platform/ui/forms.tsx";
import { ListPage, type Column } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import type { ListedAccess } from "../glass.ts";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

export interface GlassProps {
  readonly shell: Shell;
  readonly list: Listed<ListedAccess>;
  readonly names: ReadonlyMap<string, NamedRecord>;
}

function ReadCell({ shell, row }: { readonly shell: Shell; readonly row: ListedAccess }): VNode {
  const { say, pack } = shell;
  if (row.seenAt !== null)
    return <span>{`${say(w.read)} ${formatDateTime(row.seenAt, pack.timeZone)}${row.remark === null ? "" : `: ${row.remark}`}`}</span>;
  if (row.person === shell.actor?.person) return <span>{say(w.ownAccess)}</span>;
  return (
    <Form action={paths.glassSeen(row.id)} csrf={shell.formToken}>
      <StatusTag tone="watch">{say(w.notRead)}</StatusTag>
      <Input say={say} id={`remark-${row.id}`} name="remark" label={say(w.remark)} labelSize="s" />
      <Button size="small" variant="secondary">
        {say(w.markRead)}
      </Button>
    </Form>
  );
}

function columnsOf({ shell, names }: GlassProps): Column<ListedAccess>[] {
  const { say, pack } = shell;
  return [
    {
      key: "who",
      head: say(w.who),
      cell: (row) =>
        `${row.name}${row.postType === null ? "" : `, ${say(postTypeOf(pack, row.postType).names)}, ${row.organisation ?? ""}`}`,
    },
    {
      key: "record",
      head: say(w.record),
      cell: (row) => {
        const named = names.get(row.subject);
        return named?.href == null ? row.kind : <Link href={named.href}>{named.title}</Link>;
      },
    },
    { key: "reason", head: say(w.reason), cell: (row) => row.reason },
    {
      key: "when",
      head: say(w.from),
      sortable: true,
      cell: (row) => `${formatDateTime(row.openedAt, pack.timeZone)}, ${say(w.until, { at: formatDateTime(row.until, pack.timeZone) })}`,
    },
    { key: "read", head: say(w.read), cell: (row) => <ReadCell shell={shell} row={row} /> },
  ];
}

/** The page of `/privacy-console/exceptional-access`. */
export function GlassView(props: GlassProps): VNode {
  const { shell, list } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.glass)}
      lead={say(w.glassLead)}
      current={paths.console}
      back={{ href: paths.console, text: say(w.title) }}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.glass),
          columns: columnsOf(props),
          empty: <EmptyState>{say(list.filtered ? w.noAccessFits : w.noGlass)}</EmptyState>,
        }}
      />
    </Frame>
  );
}
