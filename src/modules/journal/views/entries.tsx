/** The list of entries, for those who oversee. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { NamedRecord } from "#kernel/access/house.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { ListPage } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { ListedEntry } from "../queries.ts";
import { w } from "../words.ts";

export interface EntriesProps {
  readonly shell: Shell;
  readonly list: Listed<ListedEntry>;
  readonly names: ReadonlyMap<string, NamedRecord>;
}

function columnsOf({ shell, names }: EntriesProps) {
  const { say, language, pack } = shell;
  return [
    { key: "entry", head: say(w.number), sortable: true, cell: (row: ListedEntry) => formatNumber(row.entry, language) },
    { key: "when", head: say(w.when), cell: (row: ListedEntry) => formatDateTime(row.at, pack.timeZone) },
    { key: "kind", head: say(w.kind), cell: (row: ListedEntry) => row.kind },
    {
      key: "record",
      head: say(w.record),
      cell: (row: ListedEntry) => {
        const named = names.get(row.subject);
        return named?.href == null ? "–" : <Link href={named.href}>{named.title}</Link>;
      },
    },
    {
      key: "post",
      head: say(w.post),
      cell: (row: ListedEntry) =>
        row.postType === null ? say(w.system) : `${say(postTypeOf(pack, row.postType).names)}, ${row.organisationName}`,
    },
    {
      key: "place",
      head: say(w.place),
      cell: (row: ListedEntry) => (row.place === null ? say(w.waiting) : formatNumber(row.place, language)),
    },
  ];
}

export function EntriesView(props: EntriesProps): VNode {
  const { shell, list } = props;
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.listTitle)} lead={say(w.listLead)} current={paths.entries}>
      <ListPage
        say={say}
        {...list.around}
        table={{ ...list.table, caption: say(w.listTitle), columns: columnsOf(props), empty: <EmptyState>{say(w.none)}</EmptyState> }}
      />
    </Frame>
  );
}
