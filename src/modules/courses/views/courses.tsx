/** The catalogue of courses: for anyone as what is taught, for the association's posts with every state. */
import type { VNode } from "preact";
import { OWN_NAMES } from "#platform/i18n/own-names.ts";
import { Frame } from "#kernel/access/frame.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, type Column } from "#platform/ui/lists.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { paths } from "../paths.ts";
import { practicalShare, type CourseVersion } from "../schema.ts";
import { w } from "../words.ts";
import { groupName, nameOf } from "#kernel/pack/shown.ts";
import { CourseTag, hoursText, Worded, type ViewProps } from "./common.tsx";

export interface CoursesProps extends ViewProps {
  readonly list: Listed<CourseVersion>;
  /** Sees drafts and states. */
  readonly keeps: boolean;
  readonly mayBegin: boolean;
}

function columnsOf({ say, pack, language }: Shell, keeps: boolean): Column<CourseVersion>[] {
  const share = (course: CourseVersion): string => {
    const practical = practicalShare(course);
    return practical === null ? "–" : `${formatNumber(practical * 100, language, 0)}${language === "fr" ? "\u202f" : " "}%`;
  };
  return [
    {
      key: "title",
      head: say(w.title),
      sortable: true,
      cell: (course) => (
        <Link href={paths.course(course.course)}>
          <Worded of={course.title} language={language} />
        </Link>
      ),
    },
    {
      key: "groups",
      head: say(w.forWhom),
      close: "line",
      cell: (course) => course.groups.map((group) => groupName(say, pack, group)).join(", "),
    },
    { key: "domain", head: say(w.domain), cell: (course) => nameOf(say, pack, "capacity_domain", course.domain) },
    {
      key: "hours",
      head: say(w.hours),
      numeric: true,
      sortable: true,
      close: "labelled",
      cell: (course) => hoursText(language, course.hours),
    },
    { key: "practical", head: say(w.practical), numeric: true, sortable: true, nowrap: true, close: "labelled", cell: share },
    { key: "languages", head: say(w.languages), cell: (course) => course.languages.map((one) => OWN_NAMES[one]).join(", ") },
    ...(keeps
      ? [
          {
            key: "state",
            head: say(w.state),
            nowrap: true,
            close: "line" as const,
            cell: (course: CourseVersion) => <CourseTag say={say} state={course.state} />,
          },
          {
            key: "published",
            head: say(w.published),
            sortable: true,
            nowrap: true,
            cell: (course: CourseVersion) => (course.publishedAt === null ? "–" : formatDate(dayOf(course.publishedAt, pack.timeZone))),
          },
        ]
      : []),
    { key: "code", head: say(w.code), sortable: true, nowrap: true, cell: (course) => course.code },
  ];
}

export function CoursesView(props: CoursesProps): VNode {
  const { shell, list, keeps, mayBegin } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.module)}
      lead={say(keeps ? w.managerLead : w.publicLead)}
      current={paths.courses}
      actions={mayBegin ? <Button href={paths.newCourse}>{say(w.begin)}</Button> : undefined}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.module),
          close: true,
          columns: columnsOf(shell, keeps),
          empty: <EmptyState>{say(list.filtered ? w.empty : w.noneYet)}</EmptyState>,
        }}
      />
    </Frame>
  );
}
