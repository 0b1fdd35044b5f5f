/** The list of entries, for those who oversee. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
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
  readonly entries: readonly ListedEntry[];
  readonly names: ReadonlyMap<string, NamedRecord>;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly kinds: readonly string[];
  readonly filter: { readonly kind: string; readonly from: string; readonly to: string };
  readonly hrefOf: (page: number) => string;
  readonly downloads: readonly { readonly href: string; readonly format: string }[];
  readonly tell: (entry: ListedEntry) => string;
}

function columnsOf({ shell, names, tell }: EntriesProps) {
  const { say, language, pack } = shell;
  return [
    { key: "entry", head: say(w.number), cell: (row: ListedEntry) => formatNumber(row.entry, language) },
    { key: "when", head: say(w.when), cell: (row: ListedEntry) => formatDateTime(row.at, pack.timeZone) },
    { key: "kind", head: say(w.kind), cell: tell },
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
  const { shell, entries, total, page, pageSize, kinds, filter, hrefOf, downloads } = props;
  const { say } = shell;
  const set = filter.kind !== "" || filter.from !== "" || filter.to !== "";
  return (
    <Frame shell={shell} title={say(w.listTitle)} lead={say(w.listLead)} current={paths.entries}>
      <ListPage
        say={say}
        filters={{
          action: paths.entries,
          fields: [
            {
              name: "kind",
              label: say(w.kind),
              value: filter.kind,
              options: [{ value: "", text: say(w.allKinds) }, ...kinds.map((kind) => ({ value: kind, text: kind }))],
            },
            { name: "from", label: say(w.from), type: "date", value: filter.from },
            { name: "to", label: say(w.to), type: "date", value: filter.to },
          ],
          result: say(w.result, { n: total }),
          clearHref: set ? paths.entries : undefined,
        }}
        table={{ caption: say(w.listTitle), columns: columnsOf(props), rows: entries, empty: <EmptyState>{say(w.none)}</EmptyState> }}
        pages={{ current: page, last: Math.max(1, Math.ceil(total / pageSize)), href: hrefOf }}
        downloads={downloads}
      />
    </Frame>
  );
}
