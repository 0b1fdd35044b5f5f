/** Target groups with their sizes, and who is in one of them. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Group } from "#kernel/pack/pack.ts";
import type { GroupMember } from "#kernel/registry/groups.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, ListPage } from "#platform/ui/lists.tsx";
import { EmptyState, PhoneLink } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { postName } from "../people-format.ts";
import { w } from "../words.ts";

export interface GroupsProps {
  readonly shell: Shell;
  readonly on: Day;
  readonly sizes: ReadonlyMap<string, { readonly people: number; readonly women: number }>;
}

export function GroupsPage({ shell, on, sizes }: GroupsProps): VNode {
  const { say, language, pack } = shell;
  const of = (group: Group): { people: number; women: number } => sizes.get(group.code) ?? { people: 0, women: 0 };
  return (
    <Frame
      shell={shell}
      title={say(w.groups)}
      lead={say(w.groupsLead, { day: formatDate(on) })}
      current="/people"
      breadcrumbs={[{ text: say(w.module), href: paths.people() }, { text: say(w.groups) }]}
    >
      <DataTable
        say={say}
        caption={say(w.groups)}
        rows={pack.groups}
        columns={[
          { key: "group", head: say(w.group), cell: (group) => <Link href={paths.group(group.code)}>{say(group.names)}</Link> },
          { key: "people", head: say(w.people), numeric: true, cell: (group) => formatNumber(of(group).people, language) },
          { key: "women", head: say(w.women), numeric: true, cell: (group) => formatNumber(of(group).women, language) },
        ]}
      />
    </Frame>
  );
}

export interface GroupProps {
  readonly shell: Shell;
  readonly on: Day;
  readonly group: Group;
  readonly list: Listed<GroupMember>;
  readonly people: number;
}

export function GroupPage({ shell, on, group, list, people }: GroupProps): VNode {
  const { say, pack } = shell;
  return (
    <Frame
      shell={shell}
      title={say(group.names)}
      lead={say(w.groupLead, { people, day: formatDate(on) })}
      current="/people"
      breadcrumbs={[
        { text: say(w.module), href: paths.people() },
        { text: say(w.groups), href: paths.groups() },
        { text: say(group.names) },
      ]}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(group.names),
          columns: [
            { key: "name", head: say(w.name), sortable: true, cell: (row) => <Link href={paths.person(row.person)}>{row.name}</Link> },
            {
              key: "post",
              head: say(w.post),
              cell: (row) => (
                <Link href={paths.post(row.post)}>
                  {row.acting
                    ? `${postName(pack, say, { postType: row.postType })}, ${say(w.acting)}`
                    : postName(pack, say, { postType: row.postType })}
                </Link>
              ),
            },
            { key: "organisation", head: say(w.organisation), sortable: true, cell: (row) => row.organisationName },
            {
              key: "phone",
              head: say(w.phone),
              cell: (row) => (row.phone === null ? "–" : <PhoneLink name={row.phone} phone={row.phone} />),
            },
            { key: "since", head: say(w.since), sortable: true, numeric: true, cell: (row) => formatDate(row.since) },
          ],
          empty: <EmptyState>{say(list.filtered ? w.none : w.groupEmpty)}</EmptyState>,
        }}
      />
    </Frame>
  );
}
