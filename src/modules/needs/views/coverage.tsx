/** Who has answered, as counts by organisation and post, and whom to call about the rest. Never what anyone said. */
import { fileLinks, FORMATS } from "#platform/http/list-file.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { formatDate, formatPercent } from "#platform/ui/format.ts";
import { ActionForm } from "#platform/ui/forms.tsx";
import { DataTable, Downloads, ListPage } from "#platform/ui/lists.tsx";
import { Bar, EmptyState, Notice, PhoneLink, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { CoverageRow, WaitingPost } from "../queries-answers.ts";
import type { Round } from "../schema.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-rounds.ts";
import { postName, type ViewProps } from "./common.tsx";

export interface CoverageProps extends ViewProps {
  readonly round: Round;
  readonly rows: readonly CoverageRow[];
  readonly waiting: Listed<WaitingPost>;
  readonly mayRemind: boolean;
  readonly reminded: boolean;
}

interface Line {
  readonly name: string;
  readonly invited: number;
  readonly answered: number;
}

function linesBy(rows: readonly CoverageRow[], key: (row: CoverageRow) => string, name: (row: CoverageRow) => string): Line[] {
  return [...Map.groupBy(rows, key).values()].map((list) => ({
    name: list[0] === undefined ? "" : name(list[0]),
    invited: list.reduce((sum, row) => sum + row.invited, 0),
    answered: list.reduce((sum, row) => sum + row.answered, 0),
  }));
}

function Counts({
  shell,
  head,
  title,
  lines,
}: ViewProps & { readonly head: string; readonly title: string; readonly lines: readonly Line[] }): VNode {
  const { say, language } = shell;
  return (
    <DataTable
      say={say}
      caption={title}
      rows={lines}
      columns={[
        { key: "name", head, cell: (line: Line) => line.name },
        {
          key: "answered",
          head: say(w.answers),
          numeric: true,
          cell: (line: Line) => say(w.answeredOf, { answered: line.answered, invited: line.invited }),
        },
        {
          key: "percent",
          head: say(w.share),
          numeric: true,
          cell: (line: Line) => formatPercent(line.invited === 0 ? 0 : line.answered / line.invited, language),
        },
        {
          key: "bar",
          head: say(w.share),
          headHidden: true,
          cell: (line: Line) => <Bar share={line.invited === 0 ? 0 : line.answered / line.invited} />,
        },
      ]}
    />
  );
}

function ToCall({ shell, waiting }: Pick<CoverageProps, "shell" | "waiting">): VNode {
  const { say, pack } = shell;
  const empty = <EmptyState>{waiting.filtered ? say(w.noneToCall) : say(w.toCallNote, { total: 0 })}</EmptyState>;
  return (
    <Section id="call" title={say(w.toCall)}>
      <ListPage
        say={say}
        {...waiting.around}
        table={{
          ...waiting.table,
          caption: say(w.toCall),
          empty,
          columns: [
            {
              key: "post",
              head: say(w.post),
              cell: (post: WaitingPost) =>
                say(common.postOf, { post: postName(say, pack, post.postType), organisation: post.organisationName }),
            },
            { key: "under", head: say(w.organisation), sortable: true, cell: (post: WaitingPost) => post.underName },
            {
              key: "holder",
              head: say(w.holder),
              cell: (post: WaitingPost) =>
                post.personName === null ? (
                  say(w.vacant)
                ) : post.phone === null ? (
                  post.personName
                ) : (
                  <PhoneLink name={post.personName} phone={post.phone} />
                ),
            },
            {
              key: "reminded",
              head: say(w.reminded),
              sortable: true,
              cell: (post: WaitingPost) => (post.remindedAt === null ? say(w.never) : formatDate(dayOf(post.remindedAt, pack.timeZone))),
            },
          ],
        }}
      />
    </Section>
  );
}

export function CoverageView({ shell, round, rows, waiting, mayRemind, reminded }: CoverageProps): VNode {
  const { say, pack } = shell;
  const organisations = linesBy(
    rows,
    (row) => row.organisation,
    (row) => row.name,
  );
  const types = linesBy(
    rows,
    (row) => row.postType,
    (row) => postName(say, pack, row.postType),
  );
  const all = {
    answered: types.reduce((sum, line) => sum + line.answered, 0),
    invited: types.reduce((sum, line) => sum + line.invited, 0),
  };
  return (
    <Frame
      shell={shell}
      title={say(w.coverage)}
      caption={round.title}
      lead={say(w.coverageLead, all)}
      current={paths.needs}
      back={{ href: paths.round(round.id), text: say(common.back) }}
      notice={
        reminded ? (
          <Notice tone="good" live>
            {say(w.remindedNow)}
          </Notice>
        ) : undefined
      }
    >
      {mayRemind && (waiting.total > 0 || waiting.filtered) && (
        <ActionForm action={paths.remind(round.id)} csrf={shell.formToken} text={say(w.remind)} note={say(w.remindNote)} />
      )}
      <Section id="organisations" title={say(w.byOrganisation)}>
        <Counts shell={shell} head={say(w.organisation)} title={say(w.byOrganisation)} lines={organisations} />
      </Section>
      <Section id="types" title={say(w.byGroup)}>
        <Counts shell={shell} head={say(w.post)} title={say(w.byGroup)} lines={types} />
      </Section>
      {rows.length > 0 && <Downloads say={say} files={fileLinks((format) => `${paths.coverage(round.id)}?format=${format}`, FORMATS)} />}
      <ToCall shell={shell} waiting={waiting} />
    </Frame>
  );
}
