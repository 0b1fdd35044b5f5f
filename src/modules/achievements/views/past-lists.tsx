/** Past training lists: bring one, look at what was found, take it or set it aside. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { ActionForm, Button, FileUpload, Form, Input, Select, type Option } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/tables.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import type { ListState, ListSummary, PastList, ToldPastRow } from "../past-lists.ts";
import { paths } from "../paths.ts";
import { w } from "../words-list.ts";

const TONE: Readonly<Record<ListState, Tone>> = { ready: "watch", running: "info", done: "good", dropped: "rest" };

function summaryLine(shell: Shell, { fresh, same, rejected, warnings }: ListSummary): string {
  return shell.say(w.summary, { fresh, same, rejected, warnings });
}

export interface ListsProps {
  readonly shell: Shell;
  readonly lists: readonly PastList[];
  readonly modalities: readonly Option[];
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export function PastListsView({ shell, lists, modalities, values, problems }: ListsProps): VNode {
  const { say, pack } = shell;
  const error = problems.find((one) => one.field === "file");
  return (
    <Frame
      shell={shell}
      title={say(w.title)}
      lead={say(w.lead)}
      current="/achievements"
      errors={problems.map((one) => ({ href: `#${one.field}`, text: say(one.text, one.values) }))}
    >
      <Form action={paths.lists} csrf={shell.formToken} multipart>
        <FileUpload say={say} name="file" label={say(w.file)} hint={say(w.fileHint)} error={error && say(error.text, error.values)} />
        <Input say={say} name="programme" label={say(w.programme)} value={values["programme"] ?? ""} />
        <Select say={say} name="modality" label={say(w.modality)} value={values["modality"] ?? ""} options={modalities} />
        <Button>{say(w.check)}</Button>
      </Form>
      <MoreLinks>
        <Link href={paths.listTemplate}>{say(w.template)}</Link>
      </MoreLinks>
      <DataTable
        say={say}
        caption={say(w.title)}
        rows={lists}
        empty={<EmptyState>{say(w.none)}</EmptyState>}
        columns={[
          { key: "file", head: say(w.file), cell: (list) => <Link href={paths.list(list.id)}>{list.fileName}</Link> },
          { key: "checked", head: say(w.checkedOn), cell: (list) => formatDateTime(list.checkedAt, pack.timeZone) },
          { key: "rows", head: say(w.rows), cell: (list) => summaryLine(shell, list.summary) },
          { key: "state", head: say(w.state), cell: (list) => <StatusTag tone={TONE[list.state]}>{say(w[list.state])}</StatusTag> },
        ]}
      />
    </Frame>
  );
}

export interface ListProps {
  readonly shell: Shell;
  readonly list: PastList;
  readonly rows: readonly ToldPastRow[];
}

export function PastListView({ shell, list, rows }: ListProps): VNode {
  const { say } = shell;
  const { people, joined, open } = list.summary;
  return (
    <Frame
      shell={shell}
      title={list.fileName}
      lead={summaryLine(shell, list.summary)}
      caption={say(w.title)}
      current="/achievements"
      refreshSeconds={list.state === "running" ? 5 : undefined}
    >
      <p>
        <StatusTag tone={TONE[list.state]}>{say(w[list.state])}</StatusTag>
      </p>
      {list.state === "ready" && (
        <>
          <p>{say(w.takeNote)}</p>
          <div class="govuk-button-group">
            {list.summary.fresh > 0 && <ActionForm action={paths.listStep(list.id, "take")} csrf={shell.formToken} text={say(w.take)} />}
            <ActionForm action={paths.listStep(list.id, "drop")} csrf={shell.formToken} text={say(w.aside)} variant="secondary" />
          </div>
        </>
      )}
      {list.state === "done" && people !== undefined && (
        <Notice tone="good">
          <p>{say(w.taken, { people, joined: formatNumber(joined ?? 0, shell.language), open: open ?? 0 })}</p>
          {(open ?? 0) > 0 && (
            <p>
              <Link href="/people/matches">{say(w.seePairs)}</Link>
            </p>
          )}
        </Notice>
      )}
      <Section id="rows" title={say(w.problems)} count={rows.length}>
        <DataTable
          say={say}
          caption={say(w.problems)}
          rows={rows}
          empty={<EmptyState>{say(w.noProblems)}</EmptyState>}
          columns={[
            { key: "row", head: say(w.row), cell: (row) => `${row.row} ${row.name}` },
            {
              key: "state",
              head: say(w.state),
              cell: (row) => <StatusTag tone={row.outcome === "rejected" ? "late" : "watch"}>{say(w[row.outcome])}</StatusTag>,
            },
            { key: "what", head: say(w.what), cell: (row) => say(row.told.text, row.told.values) },
            { key: "source", head: say(w.source), cell: (row) => row.source.filter((cell) => cell !== "").join(" · ") },
          ]}
        />
      </Section>
      <MoreLinks>
        <Link href={paths.lists}>{say(w.title)}</Link>
      </MoreLinks>
    </Frame>
  );
}
