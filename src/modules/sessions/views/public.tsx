/** The public list of sessions: what is held when and where, for whom; people only as counts. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { groupNames } from "#kernel/pack/shown.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, type Column } from "#platform/ui/lists.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { langOf } from "#platform/ui/wrong.ts";
import { paths } from "../paths.ts";
import type { PublicSession } from "../public-sessions.ts";
import { w } from "../words-invitation.ts";
import { w as pageWords } from "../words-pages.ts";
import { daysText, MODES, SessionTag, type ViewProps } from "./common.tsx";

export function PublicView({ shell, list }: ViewProps & { readonly list: Listed<PublicSession> }): VNode {
  const { say, pack, language } = shell;
  const people = (row: PublicSession): string => {
    if (row.attended === null) return say(w.publicPlaces, { places: row.places });
    return row.women === null
      ? say(w.publicAttended, { attended: row.attended })
      : say(w.publicWomen, { attended: row.attended, women: row.women });
  };
  const columns: Column<PublicSession>[] = [
    { key: "title", head: say(pageWords.session), cell: (row) => <span lang={langOf(row.language, language)}>{row.title}</span> },
    { key: "when", sortable: true, head: say(w.when), cell: (row) => daysText(say, row.from, row.to) },
    { key: "region", head: say(w.publicPlace), cell: (row) => (row.mode === "online" ? say(MODES.online) : (row.region ?? "–")) },
    { key: "for", head: say(w.publicFor), cell: (row) => groupNames(say, pack, row.groups) },
    { key: "people", head: say(w.publicPeople), cell: people },
    {
      key: "state",
      head: say(pageWords.state),
      cell: (row) => <SessionTag say={say} state={row.state} />,
    },
  ];
  return (
    <Frame
      shell={shell}
      area="portal"
      title={say(w.publicTitle)}
      lead={say(w.publicLead)}
      current={paths.public}
      feeds={[{ href: paths.publicFeed, title: say(w.feed), type: "text/calendar" }]}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{ ...list.table, caption: say(w.publicTitle), columns, empty: <EmptyState>{say(w.publicEmpty)}</EmptyState> }}
        moreLinks={<Link href={paths.publicFeed}>{say(w.feed)}</Link>}
      />
    </Frame>
  );
}
