/** The list of posts and who holds them. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { PostRow } from "#kernel/registry/posts.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { postName, tierName, typeName } from "../people-format.ts";
import { w } from "../words.ts";

export interface PeopleListProps {
  readonly shell: Shell;
  readonly on: Day;
  readonly list: Listed<PostRow>;
  /** People whose own page the reader may open; the others are named without a link. */
  readonly openPeople: ReadonlySet<string>;
  readonly named: readonly {
    readonly id: string;
    readonly name: string;
    readonly postType: string | null;
    readonly organisation: string | null;
  }[];
  readonly doors: readonly { readonly href: string; readonly text: string }[];
}

/** How a post stands: word and shape. */
export function PostState({ shell, row }: { readonly shell: Shell; readonly row: Pick<PostRow, "person" | "acting" | "funded"> }): VNode {
  const { say } = shell;
  if (row.person === null) return <StatusTag tone={row.funded ? "late" : "rest"}>{say(row.funded ? w.vacant : w.unfunded)}</StatusTag>;
  return row.acting ? <StatusTag tone="watch">{say(w.acting)}</StatusTag> : <StatusTag tone="good">{say(w.held)}</StatusTag>;
}

/** An organisation with its tier: a district and a sector often share a name. */
function OrganisationLink({ shell, row }: { readonly shell: Shell; readonly row: PostRow }): VNode {
  return (
    <>
      <Link href={paths.organisation(row.organisation)}>{row.organisationName}</Link>{" "}
      <span class="in-small">{tierName(shell.pack, shell.say, row.tier)}</span>
    </>
  );
}

/** The whole list: filters, people of that name, posts, pages, files. */
export function PeopleList(props: PeopleListProps): VNode {
  const { shell, list, named } = props;
  const { say, pack } = shell;
  return (
    <Frame shell={shell} title={say(w.module)} lead={say(w.lead, { day: formatDate(props.on) })} current="/people">
      <MoreLinks>
        {props.doors.map((door) => (
          <Link href={door.href}>{door.text}</Link>
        ))}
      </MoreLinks>
      {named.length > 0 && (
        <Section id="named" title={say(w.peopleFound)} count={named.length}>
          <ul class="govuk-list">
            {named.map((one) => (
              <li>
                {props.openPeople.has(one.id) ? <Link href={paths.person(one.id)}>{one.name}</Link> : one.name}{" "}
                <span class="in-small">
                  {one.postType === null ? say(w.noPostNow) : `${typeName(pack, say, one.postType)}, ${one.organisation}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.module),
          close: true,
          columns: [
            {
              key: "post",
              head: say(w.post),
              sortable: true,
              cell: (row) => <Link href={paths.post(row.post)}>{postName(pack, say, row)}</Link>,
            },
            {
              key: "organisation",
              head: say(w.organisation),
              sortable: true,
              cell: (row) => <OrganisationLink shell={shell} row={row} />,
            },
            {
              key: "holder",
              head: say(w.holder),
              close: "line",
              sortable: true,
              cell: (row) =>
                row.person === null ? (
                  "–"
                ) : props.openPeople.has(row.person) ? (
                  <Link href={paths.person(row.person)}>{row.personName}</Link>
                ) : (
                  row.personName
                ),
            },
            { key: "state", head: say(w.stands), cell: (row) => <PostState shell={shell} row={row} /> },
            {
              key: "since",
              head: say(w.since),
              close: "labelled",
              sortable: true,
              numeric: true,
              cell: (row) => (row.since === null ? "–" : formatDate(row.since)),
            },
          ],
          empty: (
            <EmptyState action={list.filtered ? { href: paths.people(), text: say(w.anyOrganisation) } : undefined}>
              {say(w.none)}
            </EmptyState>
          ),
        }}
      />
    </Frame>
  );
}
