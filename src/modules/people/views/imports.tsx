/** Imports: the list, bringing a file, and one run with every row that cannot be taken. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { ActionForm, Button, FileUpload, Form, type SummaryError } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, ListPage, SummaryList } from "#platform/ui/lists.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { Doors, EmptyState, MoreLinks, Notice, Progress, Section } from "#platform/ui/parts.tsx";
import type { Text } from "#platform/i18n/text.ts";
import type { ImportKind, KeptFinding, Run, RunState } from "../import-runs.ts";
import { paths } from "../paths.ts";
import { PEOPLE_COLUMNS } from "../people-import.ts";
import { UNIT_COLUMNS } from "../unit-import.ts";
import { w as people } from "../words.ts";
import { w } from "../words-import.ts";

/** How a run stands: its tone and its words. */
export const RUN_TAGS: Record<
  RunState,
  {
    readonly tone: Tone;
    readonly text:
      | (typeof w)["stateReady"]
      | (typeof w)["stateDone"]
      | (typeof w)["stateRunning"]
      | (typeof w)["stateFailed"]
      | (typeof w)["stateDropped"];
  }
> = {
  ready: { tone: "watch", text: w.stateReady },
  running: { tone: "info", text: w.stateRunning },
  done: { tone: "good", text: w.stateDone },
  failed: { tone: "late", text: w.stateFailed },
  dropped: { tone: "rest", text: w.stateDropped },
};

function RunTag({ shell, state }: { readonly shell: Shell; readonly state: RunState }): VNode {
  return <StatusTag tone={RUN_TAGS[state].tone}>{shell.say(RUN_TAGS[state].text)}</StatusTag>;
}

export interface ImportsProps {
  readonly shell: Shell;
  readonly list: Listed<Run>;
  readonly kinds: readonly ImportKind[];
}

const BRING = { units: w.bringUnits, boundaries: w.bringBoundaries, people: w.bringPeople } as const;
const LEADS = { units: w.unitsLead, boundaries: w.boundariesLead, people: w.peopleLead } as const;

function columnsOf(shell: Shell, kind: ImportKind): string {
  const columns: Readonly<Record<string, { readonly name: Text }>> =
    kind === "people" ? PEOPLE_COLUMNS : kind === "units" ? UNIT_COLUMNS : {};
  return Object.values(columns)
    .map((column) => shell.say(column.name))
    .join(", ");
}

export function ImportsPage({ shell, list, kinds }: ImportsProps): VNode {
  const { say, pack, language } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.imports)}
      lead={say(w.importsLead)}
      current="/people"
      breadcrumbs={[{ text: say(people.module), href: paths.people() }, { text: say(w.imports) }]}
    >
      <Doors doors={kinds.map((kind) => ({ href: paths.newImport(kind), title: say(BRING[kind]) }))} />
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.imports),
          columns: [
            { key: "file", head: say(w.file), sortable: true, cell: (run) => <Link href={paths.run(run.id)}>{run.fileName}</Link> },
            { key: "kind", head: say(w.kind), cell: (run) => say(w[run.kind]) },
            { key: "when", head: say(w.when), sortable: true, cell: (run) => formatDateTime(run.madeAt, pack.timeZone) },
            { key: "by", head: say(w.by), cell: (run) => run.by ?? "–" },
            { key: "state", head: say(w.result), cell: (run) => <RunTag shell={shell} state={run.state} /> },
            { key: "rejected", head: say(w.rejected), numeric: true, cell: (run) => formatNumber(run.summary.rejected, language) },
          ],
          empty: <EmptyState>{say(list.filtered ? w.importsNone : w.importsEmpty)}</EmptyState>,
        }}
      />
    </Frame>
  );
}

export interface NewImportProps {
  readonly shell: Shell;
  readonly kind: ImportKind;
  readonly megabytes: number;
  readonly errors: readonly SummaryError[];
  readonly problems: readonly string[];
}

export function NewImportPage({ shell, kind, megabytes, errors, problems }: NewImportProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(BRING[kind])}
      lead={say(LEADS[kind], { columns: columnsOf(shell, kind) })}
      current="/people"
      back={{ href: paths.imports() }}
      errors={errors}
      width="reading"
    >
      <Form action={paths.newImport(kind)} csrf={shell.formToken} multipart>
        <FileUpload
          say={say}
          name="file"
          label={say(w.file)}
          hint={say(w.fileHint, { mb: megabytes })}
          accept={kind === "boundaries" ? ".geojson,.json" : ".csv,.xlsx"}
          error={problems.length > 0 ? problems.join(" ") : undefined}
        />
        <Button>{say(w.check)}</Button>
      </Form>
    </Frame>
  );
}

export interface RunProps {
  readonly shell: Shell;
  readonly run: Run;
  readonly rejected: readonly KeptFinding[];
  readonly warnings: readonly KeptFinding[];
  readonly shown: number;
}

function Findings({
  shell,
  id,
  title,
  total,
  findings,
}: {
  readonly shell: Shell;
  readonly id: string;
  readonly title: string;
  readonly total: number;
  readonly findings: readonly KeptFinding[];
}): VNode | null {
  const { say, language } = shell;
  if (findings.length === 0) return null;
  return (
    <Section
      id={id}
      title={title}
      count={formatNumber(total, language)}
      note={findings.length < total ? say(w.firstOf, { shown: findings.length, total }) : undefined}
    >
      <DataTable
        say={say}
        caption={title}
        rows={findings}
        columns={[
          { key: "row", head: say(w.row), numeric: true, cell: (one) => (one.row === 0 ? "–" : formatNumber(one.row, language)) },
          { key: "code", head: say(w.code), cell: (one) => one.code || "–" },
          { key: "why", head: say(w.why), cell: (one) => say(one.told.text, one.told.values) },
        ]}
      />
    </Section>
  );
}

function Doing({ shell, run }: { readonly shell: Shell; readonly run: Run }): VNode | null {
  const { say } = shell;
  if (run.state === "running")
    return <Progress done={run.done} of={run.total} text={say(w.progress, { done: run.done, total: run.total })} />;
  if (run.state === "failed") return <Notice tone="late">{say(w.failedAt, { why: run.failure ?? "" })}</Notice>;
  if (run.state !== "ready") return null;
  if (run.total === 0)
    return (
      <>
        <Notice tone="info">{say(w.nothingToTake)}</Notice>
        <ActionForm action={paths.runDrop(run.id)} csrf={shell.formToken} text={say(w.drop)} variant="secondary" />
      </>
    );
  return (
    <div class="govuk-button-group">
      <ActionForm action={paths.runConfirm(run.id)} csrf={shell.formToken} text={say(w.confirm, { n: run.total })} />
      <ActionForm action={paths.runDrop(run.id)} csrf={shell.formToken} text={say(w.drop)} variant="secondary" />
    </div>
  );
}

export function RunPage({ shell, run, rejected, warnings }: RunProps): VNode {
  const { say, pack, language } = shell;
  const { summary } = run;
  const number = (value: number): string => formatNumber(value, language);
  return (
    <Frame
      shell={shell}
      title={say(w[run.kind])}
      caption={say(w.imports)}
      lead={say(w.runLead, { file: run.fileName, when: formatDateTime(run.madeAt, pack.timeZone) })}
      current="/people"
      breadcrumbs={[{ text: say(w.imports), href: paths.imports() }, { text: run.fileName }]}
      refreshSeconds={run.state === "running" ? 3 : undefined}
    >
      <SummaryList
        rows={[
          { key: say(w.result), value: <RunTag shell={shell} state={run.state} /> },
          { key: say(w.added), value: number(summary.added) },
          run.kind === "units" && { key: say(w.updated), value: number(summary.updated) },
          { key: say(w.unchanged), value: number(summary.unchanged) },
          { key: say(w.rejected), value: number(summary.rejected) },
          { key: say(w.toCheck), value: number(summary.warnings) },
        ]}
      />
      <Doing shell={shell} run={run} />
      <MoreLinks>
        {summary.rejected > 0 && <Link href={paths.rejected(run.id)}>{say(w.downloadRejected)}</Link>}
        {(summary.matches ?? 0) > 0 && <Link href={paths.matches()}>{say(w.seeMatches, { n: summary.matches ?? 0 })}</Link>}
      </MoreLinks>
      <Findings shell={shell} id="rejected" title={say(w.rejectedTitle)} total={summary.rejected} findings={rejected} />
      <Findings shell={shell} id="warnings" title={say(w.warningsTitle)} total={summary.warnings} findings={warnings} />
    </Frame>
  );
}
