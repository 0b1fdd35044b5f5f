/** The members and the places shown under them; also what a search by name found. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

/** A place in the list, with whoever heads it. */
export interface ListedPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly above: string | null;
  readonly head: string | null;
  readonly since: string | null;
}

export interface MembersProps {
  readonly shell: Shell;
  readonly lead: string;
  readonly list: Listed<ListedPlace>;
}

export function MembersView({ shell, lead, list }: MembersProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      area="portal"
      title={say(w.members)}
      lead={lead}
      current={paths.members}
      feeds={[{ href: paths.feed, title: say(w.feedTitle), type: "application/atom+xml" }]}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.members),
          close: true,
          columns: [
            { key: "name", head: say(w.name), sortable: true, cell: (row) => <Link href={paths.place(row.id)}>{row.name}</Link> },
            { key: "kind", head: say(w.kind), cell: (row) => row.kind },
            { key: "above", head: say(w.above), sortable: true, cell: (row) => row.above ?? "–" },
            { key: "head", head: say(w.head), close: "line", cell: (row) => row.head ?? "–" },
            {
              key: "since",
              head: say(w.since),
              sortable: true,
              close: "labelled",
              cell: (row) => (row.since === null ? "–" : formatDate(row.since)),
            },
          ],
          empty: <EmptyState action={{ href: paths.members, text: say(w.members) }}>{say(w.none)}</EmptyState>,
        }}
        moreLinks={
          <>
            <Link href={paths.data}>{say(w.data)}</Link>
            <Link href={paths.feed}>{say(w.feed)}</Link>
          </>
        }
      />
    </Frame>
  );
}
