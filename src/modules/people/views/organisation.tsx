/** One organisation: its posts by unit with their holders, and what lies below it. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Day } from "#kernel/calendar/day.ts";
import type { PostRow } from "#kernel/registry/posts.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Button, Checkboxes, Form, Select, type SummaryError } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, Filters, SummaryList } from "#platform/ui/lists.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { Details } from "#platform/ui/content.tsx";
import { EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { postName, typeName } from "../people-format.ts";
import type { ChildRow, OrganisationFacts } from "../queries.ts";
import { w } from "../words.ts";
import { PostState } from "./people-list.tsx";

export interface OrganisationProps {
  readonly shell: Shell;
  readonly on: Day;
  readonly today: Day;
  readonly facts: OrganisationFacts;
  readonly posts: readonly PostRow[];
  readonly children: readonly ChildRow[];
  /** False when the organisation above lies outside the reader’s reach: it is named, not linked. */
  readonly mayOpenParent: boolean;
  /** People of these posts whose own page is open to the reader. */
  readonly openPeople: ReadonlySet<string>;
  readonly mayEdit: boolean;
  readonly mayStaffing: boolean;
  /** What other modules show of the organisation: how far its holders have learned. */
  readonly panels: readonly VNode[];
  readonly errors: readonly SummaryError[];
}

/** Posts by unit: under the type of post that supervises them at the same body, the leading ones first. */
export function byUnit(
  pack: Shell["pack"],
  posts: readonly PostRow[],
): { readonly under: string | null; readonly posts: readonly PostRow[] }[] {
  const here = new Set(posts.map((post) => post.postType));
  const order = pack.postTypes.map((type) => type.code);
  const supervisor = new Map(pack.postTypes.map((type) => [type.code, type.supervisor]));
  const place = (post: PostRow): string | null => {
    const above = supervisor.get(post.postType) ?? null;
    return above !== null && here.has(above) ? above : null;
  };
  const heads = new Set(pack.postTypes.filter((type) => type.isHead).map((type) => type.code));
  const sorted = posts.toSorted(
    (a, b) =>
      Number(heads.has(b.postType)) - Number(heads.has(a.postType)) ||
      order.indexOf(a.postType) - order.indexOf(b.postType) ||
      a.seat - b.seat,
  );
  const units = Map.groupBy(sorted, place);
  return [...units]
    .map(([under, all]) => ({ under, posts: all }))
    .toSorted((a, b) => (a.under === null ? -1 : order.indexOf(a.under)) - (b.under === null ? -1 : order.indexOf(b.under)));
}

function Posts({ props }: { readonly props: OrganisationProps }): VNode {
  const { shell, posts } = props;
  const { say, pack } = shell;
  if (posts.length === 0) return <EmptyState>{say(w.noPosts)}</EmptyState>;
  return (
    <>
      {byUnit(pack, posts).map((unit) => (
        <DataTable
          say={say}
          caption={unit.under === null ? say(w.leadership) : say(w.under, { post: typeName(pack, say, unit.under) })}
          captionShown
          rows={unit.posts}
          columns={[
            { key: "post", head: say(w.post), cell: (row) => <Link href={paths.post(row.post)}>{postName(pack, say, row)}</Link> },
            {
              key: "holder",
              head: say(w.holder),
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
            { key: "since", head: say(w.since), numeric: true, cell: (row) => (row.since === null ? "–" : formatDate(row.since)) },
          ]}
        />
      ))}
    </>
  );
}

function OpenSeat({ props }: { readonly props: OrganisationProps }): VNode {
  const { shell, facts, errors } = props;
  const { say, pack } = shell;
  const types = pack.postTypes.filter((type) => facts.tier !== null && type.tiers.includes(facts.tier) && type.seats === null);
  return (
    <Details summary={say(w.openSeat)} open={errors.length > 0}>
      <Form action={paths.openSeat(facts.id)} csrf={shell.formToken}>
        <Select
          say={say}
          name="type"
          label={say(w.openSeatOf)}
          error={errors.length > 0 ? say(w.chooseType) : undefined}
          options={[{ value: "", text: "–" }, ...types.map((type) => ({ value: type.code, text: say(type.names) }))]}
        />
        <Checkboxes say={say} name="funded" choices={[{ value: "yes", text: say(w.funded), checked: true }]} />
        <Button variant="secondary">{say(w.openSeatDo)}</Button>
      </Form>
    </Details>
  );
}

function Below({ props }: { readonly props: OrganisationProps }): VNode | null {
  const { shell, children, on, today } = props;
  const { say, language, pack } = shell;
  if (children.length === 0) return null;
  const tier = pack.tiers.find((one) => one.code === children[0]?.tier);
  return (
    <Section id="below" title={tier === undefined ? say(w.below) : say(tier.plural)} count={formatNumber(children.length, language)}>
      <DataTable
        say={say}
        caption={say(w.below)}
        rows={children}
        columns={[
          {
            key: "name",
            head: say(w.name),
            cell: (row) => <Link href={paths.organisation(row.id, on === today ? undefined : on)}>{row.name}</Link>,
          },
          { key: "posts", head: say(w.posts), numeric: true, cell: (row) => formatNumber(row.posts, language) },
          { key: "acting", head: say(w.acting), numeric: true, cell: (row) => formatNumber(row.acting, language) },
          { key: "vacant", head: say(w.vacant), numeric: true, cell: (row) => formatNumber(row.vacant, language) },
        ]}
      />
    </Section>
  );
}

export function OrganisationPage(props: OrganisationProps): VNode {
  const { shell, facts, posts, on, today } = props;
  const { say, language, pack } = shell;
  const tier = pack.tiers.find((one) => one.code === facts.tier);
  const held = posts.filter((post) => post.person !== null && !post.acting).length;
  const acting = posts.filter((post) => post.acting).length;
  const figure = (value: number | null): VNode | string =>
    value === null ? (
      "–"
    ) : (
      <>
        {formatNumber(value, language)}{" "}
        <Certainty say={say} of="imported" from={{ source: facts.figuresFrom ?? "", date: formatDate(on) }} />
      </>
    );
  return (
    <Frame
      shell={shell}
      title={facts.name}
      caption={tier === undefined ? undefined : say(tier.names)}
      lead={say(w.organisationLead, { posts: posts.length, held, acting, vacant: posts.length - held - acting })}
      current="/people"
      breadcrumbs={[
        { text: say(w.module), href: paths.people() },
        ...(facts.parent === null || !props.mayOpenParent
          ? []
          : [{ text: facts.parentName ?? "", href: paths.organisation(facts.parent) }]),
        { text: facts.name },
      ]}
      errors={props.errors}
    >
      <SummaryList
        rows={[
          facts.territoryCode !== null && { key: say(w.code), value: facts.territoryCode },
          facts.parent !== null && {
            key: say(w.above),
            value: props.mayOpenParent ? <Link href={paths.organisation(facts.parent)}>{facts.parentName}</Link> : facts.parentName,
          },
          facts.population !== null && { key: say(w.population), value: figure(facts.population) },
          facts.households !== null && { key: say(w.households), value: figure(facts.households) },
        ]}
      />
      <MoreLinks>
        {props.mayStaffing && <Link href={paths.staffing(facts.id)}>{say(w.staffingLink)}</Link>}
        <Link href={paths.people({ organisation: facts.id })}>{say(w.allPostsLink)}</Link>
      </MoreLinks>
      <Filters
        say={say}
        action={paths.organisation(facts.id)}
        fields={[{ name: "on", label: say(w.on), type: "date", value: on }]}
        result={on === today ? undefined : say(w.asOf, { day: formatDate(on) })}
        clearHref={on === today ? undefined : paths.organisation(facts.id)}
      />
      <Section id="posts" title={say(w.postsTitle)} count={formatNumber(posts.length, language)}>
        <Posts props={props} />
        {props.mayEdit && on === today && <OpenSeat props={props} />}
      </Section>
      {props.panels}
      <Below props={props} />
    </Frame>
  );
}
