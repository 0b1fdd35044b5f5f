/** The members and the places shown under them; also what a search by name found. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { FORMATS, fileLinks } from "#platform/http/list-file.ts";
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
  readonly rows: readonly ListedPlace[];
  readonly provinces: readonly string[];
  readonly filter: { readonly q: string; readonly in: string };
}

export function MembersView({ shell, lead, rows, provinces, filter }: MembersProps): VNode {
  const { say } = shell;
  const set = filter.q !== "" || filter.in !== "";
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
        filters={{
          action: paths.members,
          fields: [
            { name: "q", label: say(w.findHint), type: "search", value: filter.q },
            {
              name: "in",
              label: say(w.above),
              value: filter.in,
              options: [{ value: "", text: say(w.all) }, ...provinces.map((name) => ({ value: name, text: name }))],
            },
          ],
          result: say(w.result, { n: rows.length }),
          clearHref: set ? paths.members : undefined,
        }}
        table={{
          caption: say(w.members),
          close: true,
          rows,
          columns: [
            { key: "name", head: say(w.name), cell: (row) => <Link href={paths.place(row.id)}>{row.name}</Link> },
            { key: "kind", head: say(w.kind), cell: (row) => row.kind },
            { key: "above", head: say(w.above), cell: (row) => row.above ?? "–" },
            { key: "head", head: say(w.head), close: "line", cell: (row) => row.head ?? "–" },
            { key: "since", head: say(w.since), close: "labelled", cell: (row) => (row.since === null ? "–" : formatDate(row.since)) },
          ],
          empty: <EmptyState action={{ href: paths.members, text: say(w.members) }}>{say(w.none)}</EmptyState>,
        }}
        downloads={fileLinks((format) => paths.dataset("offices", format), FORMATS)}
        moreLinks={<Link href={paths.feed}>{say(w.feed)}</Link>}
      />
    </Frame>
  );
}
