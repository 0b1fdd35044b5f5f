/** The list of posts and who holds them. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Day } from "#kernel/calendar/day.ts";
import type { PostRow } from "#kernel/registry/posts.ts";
import { fileLinks } from "#platform/http/list-file.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import type { OptionGroup } from "#platform/ui/forms.tsx";
import { ListPage, type Sort } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { postName, tierName, tierOrder, typeName } from "../people-format.ts";
import { w } from "../words.ts";

/** What the address asks for. */
export interface PeopleFilters {
  readonly q: string;
  readonly organisation: string;
  readonly post: string;
  readonly state: string;
}

export interface PeopleListProps {
  readonly shell: Shell;
  readonly on: Day;
  readonly filters: PeopleFilters;
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly tier: string }[];
  readonly rows: readonly PostRow[];
  /** People whose own page the reader may open; the others are named without a link. */
  readonly openPeople: ReadonlySet<string>;
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly sort: Sort;
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

/** Organisations to choose from, under the names of their tiers. */
function organisationOptions({ shell, organisations }: PeopleListProps): OptionGroup[] {
  const { say, pack } = shell;
  const tiers = Map.groupBy(organisations, (one) => one.tier);
  return tierOrder(pack).flatMap((code) => {
    const own = tiers.get(code) ?? [];
    const tier = pack.tiers.find((one) => one.code === code);
    return own.length === 0 || tier === undefined
      ? []
      : [{ label: say(tier.plural), options: own.map((one) => ({ value: one.id, text: one.name })) }];
  });
}

/** The whole list: filters, people of that name, posts, pages, files. */
export function PeopleList(props: PeopleListProps): VNode {
  const { shell, filters, rows, total, page, size, sort, named } = props;
  const { say, pack } = shell;
  const address = (more: Readonly<Record<string, string | number | undefined>>): string =>
    paths.people({ ...filters, sort: sort.key, down: sort.descending ? "1" : undefined, ...more });
  const set = Object.values(filters).some((value) => value !== "");
  const types = pack.postTypes
    .map((type) => ({ value: type.code, text: say(type.names) }))
    .toSorted((a, b) => a.text.localeCompare(b.text));
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
        filters={{
          action: paths.people(),
          keep: { sort: sort.key, down: sort.descending ? "1" : undefined },
          fields: [
            { name: "q", label: say(w.search), type: "search", value: filters.q },
            {
              name: "organisation",
              label: say(w.organisation),
              value: filters.organisation,
              options: [{ value: "", text: say(w.anyOrganisation) }, ...organisationOptions(props)],
            },
            { name: "post", label: say(w.post), value: filters.post, options: [{ value: "", text: say(w.anyPost) }, ...types] },
            {
              name: "state",
              label: say(w.stands),
              value: filters.state,
              options: [
                { value: "", text: say(w.anyState) },
                { value: "held", text: say(w.held) },
                { value: "acting", text: say(w.acting) },
                { value: "vacant", text: say(w.vacant) },
              ],
            },
          ],
          result:
            total > size
              ? say(w.resultPage, { from: (page - 1) * size + 1, to: Math.min(page * size, total), total })
              : say(w.result, { shown: rows.length, total }),
          clearHref: set ? paths.people() : undefined,
        }}
        table={{
          caption: say(w.module),
          sort,
          sortHref: (next) => address({ sort: next.key, down: next.descending ? "1" : undefined }),
          rows,
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
              sortable: true,
              numeric: true,
              cell: (row) => (row.since === null ? "–" : formatDate(row.since)),
            },
          ],
          empty: <EmptyState action={set ? { href: paths.people(), text: say(w.anyOrganisation) } : undefined}>{say(w.none)}</EmptyState>,
        }}
        pages={{ current: page, last: Math.max(1, Math.ceil(total / size)), href: (to) => address({ page: to }) }}
        downloads={fileLinks((format) => address({ format }))}
      />
    </Frame>
  );
}
