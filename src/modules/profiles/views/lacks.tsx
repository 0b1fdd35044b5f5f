/** Who lacks what: holders of posts and the courses their posts ask for, ready to be named for a session. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { coursePaths, type CourseFacts } from "#modules/courses";
import { paths as peoplePaths } from "#modules/people";
import { fileLinks } from "#platform/http/list-file.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { Mark } from "#platform/ui/marks.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { CourseShare, LackQuestion, LackRow } from "../queries.ts";
import { w } from "../words.ts";
import { StandingTag } from "./parts.tsx";

export interface LacksProps {
  readonly shell: Shell;
  readonly rows: readonly LackRow[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly ask: LackQuestion;
  readonly courses: readonly CourseFacts[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly titleOf: (code: string) => string;
  readonly postOf: (row: LackRow) => string;
  /** The courses that most lack; none once the list is limited. */
  readonly most: readonly CourseShare[];
}

/** Where one session would help the most people: each opens its holders. */
function Most({ shell, most, titleOf, ask }: LacksProps): VNode | null {
  const { say } = shell;
  if (most.length === 0) return null;
  return (
    <Section id="most" title={say(w.mostLacked)} note={say(w.mostLackedNote)}>
      <ul class="in-rows">
        {most.map((one) => {
          const href = paths.lacksWith({ organisation: ask.under, course: one.course, standing: "lacks" });
          return (
            <li class="in-row">
              <Mark name="info" colour="lake" />
              <h3>
                <Link href={href}>{titleOf(one.course)}</Link>
              </h3>
              <p>{say(w.lackedBy, { lack: one.holders - one.have - one.came, holders: one.holders })}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function filtersOf({ shell, ask, courses, organisations, total }: LacksProps) {
  const { say } = shell;
  const all = { value: "", text: say(w.all) };
  return {
    action: paths.lacks,
    keep: { sort: ask.sort, down: ask.descending ? "1" : undefined },
    fields: [
      {
        name: "organisation",
        label: say(w.organisation),
        value: ask.under ?? "",
        options: [all, ...organisations.map((one) => ({ value: one.id, text: one.name }))],
      },
      {
        name: "course",
        label: say(w.course),
        value: ask.course ?? "",
        options: [all, ...courses.map((one) => ({ value: one.code, text: say(one.title) }))],
      },
      {
        name: "standing",
        label: say(w.stands),
        value: ask.standing ?? "",
        options: [all, ...(["lacks", "came", "has"] as const).map((one) => ({ value: one, text: say(w[one]) }))],
      },
    ],
    result: say(w.result, { total }),
    clearHref: ask.under !== undefined || ask.course !== undefined || ask.standing !== undefined ? paths.lacks : undefined,
  };
}

export function LacksView(props: LacksProps): VNode {
  const { shell, rows, total, page, size, ask, titleOf, postOf } = props;
  const { say } = shell;
  const address = (more: Readonly<Record<string, string | number | undefined>>): string =>
    paths.lacksWith({
      organisation: ask.under,
      course: ask.course,
      standing: ask.standing,
      sort: ask.sort,
      down: ask.descending ? "1" : undefined,
      ...more,
    });
  return (
    <Frame
      shell={shell}
      title={say(w.whoLacks)}
      lead={say(w.whoLacksLead)}
      current={paths.mine}
      breadcrumbs={[{ text: say(w.module), href: paths.mine }, { text: say(w.whoLacks) }]}
    >
      <Most {...props} />
      <ListPage
        say={say}
        filters={filtersOf(props)}
        table={{
          caption: say(w.whoLacks),
          close: true,
          rows,
          sort: { key: ask.sort, descending: ask.descending },
          sortHref: (next) => address({ sort: next.key, down: next.descending ? "1" : undefined }),
          columns: [
            {
              key: "name",
              head: say(w.holder),
              sortable: true,
              cell: (row: LackRow) => <Link href={peoplePaths.person(row.person)}>{row.name}</Link>,
            },
            { key: "post", head: say(w.post), cell: postOf },
            { key: "organisation", head: say(w.organisation), sortable: true, cell: (row: LackRow) => row.organisationName },
            { key: "since", head: say(w.since), sortable: true, cell: (row: LackRow) => formatDate(row.since) },
            { key: "course", head: say(w.course), sortable: true, cell: (row: LackRow) => titleOf(row.course) },
            { key: "stands", head: say(w.stands), cell: (row: LackRow) => <StandingTag shell={shell} standing={row.standing} /> },
          ],
          empty: (
            <EmptyState>
              {say(w.nobodyLacks)} <Link href={coursePaths.courses}>{say(w.course)}</Link>
            </EmptyState>
          ),
        }}
        pages={{ current: page, last: Math.max(1, Math.ceil(total / size)), href: (to) => address({ page: to }) }}
        downloads={fileLinks((format) => address({ format }))}
      />
    </Frame>
  );
}
