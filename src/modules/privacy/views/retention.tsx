/** Retention: count, look, erase. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { formatDate, formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { ActionForm, ButtonGroup } from "#platform/ui/forms.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { EmptyState, Progress, Section } from "#platform/ui/parts.tsx";
import { retentionOf } from "../inventory.ts";
import { paths } from "../paths.ts";
import type { RunRow } from "../queries.ts";
import type { PlanLine } from "../retention.ts";
import { w } from "../words.ts";

const TONE: Record<RunRow["state"], Tone> = { planned: "watch", running: "info", done: "good", dropped: "rest" };

const sumOf = (lines: unknown): number => ((lines as PlanLine[] | null) ?? []).reduce((sum, line) => sum + line.rows, 0);

/** The page of `/privacy-console/retention`. */
export function RetentionView({ shell, runs }: { readonly shell: Shell; readonly runs: readonly RunRow[] }): VNode {
  const { say, pack, language } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.retention)}
      lead={say(w.retentionLead)}
      current={paths.console}
      back={{ href: paths.console, text: say(w.title) }}
    >
      <ActionForm action={paths.retention} csrf={shell.formToken} text={say(w.count)} />
      <Section id="runs" title={say(w.runs)}>
        <DataTable
          say={say}
          caption={say(w.runs)}
          rows={runs}
          empty={<EmptyState>{say(w.noRuns)}</EmptyState>}
          columns={[
            {
              key: "at",
              head: say(w.runs),
              cell: (run) => <Link href={paths.retentionRun(run.id)}>{formatDateTime(run.plannedAt, pack.timeZone)}</Link>,
            },
            { key: "state", head: say(w.happens), cell: (run) => <StatusTag tone={TONE[run.state]}>{say(w[run.state])}</StatusTag> },
            {
              key: "rows",
              head: say(w.rows),
              numeric: true,
              cell: (run) => formatNumber(sumOf(run.state === "planned" || run.state === "dropped" ? run.plan : run.counts), language),
            },
          ]}
        />
      </Section>
    </Frame>
  );
}

/** One run: what was counted, and after it what was erased. */
export function RunView({ shell, run }: { readonly shell: Shell; readonly run: RunRow }): VNode {
  const { say, pack, language } = shell;
  const plan = run.plan as readonly PlanLine[];
  const done = (run.counts as readonly PlanLine[] | null) ?? [];
  const gone = new Map(done.map((line) => [`${line.table} ${line.purpose}`, line.rows]));
  const total = sumOf(plan);
  const running = run.state === "running";
  const purposeOf = (line: PlanLine): string => {
    const purpose = retentionOf(pack, line.purpose);
    return `${purpose === undefined ? line.purpose : say(purpose.names)} (${line.table})`;
  };
  return (
    <Frame
      shell={shell}
      title={say(w.run, { day: formatDate(run.asOf) })}
      current={paths.console}
      back={{ href: paths.retention, text: say(w.retention) }}
      refreshSeconds={running ? 5 : undefined}
    >
      <p>
        <StatusTag tone={TONE[run.state]}>{say(w[run.state])}</StatusTag>
      </p>
      {running && <Progress done={done.length} of={plan.length} text={say(w.progress, { done: done.length, of: plan.length })} />}
      {run.state === "planned" && total === 0 ? (
        <EmptyState>{say(w.nothingDue)}</EmptyState>
      ) : (
        <DataTable
          say={say}
          caption={say(w.run, { day: formatDate(run.asOf) })}
          rows={plan}
          columns={[
            { key: "purpose", head: say(w.purpose), cell: purposeOf },
            { key: "before", head: say(w.before), cell: (line) => formatDate(line.before) },
            { key: "rows", head: say(w.wouldGo), numeric: true, cell: (line) => formatNumber(line.rows, language) },
            {
              key: "gone",
              head: say(w.gone),
              numeric: true,
              cell: (line) => {
                const rows = gone.get(`${line.table} ${line.purpose}`);
                return rows === undefined ? "–" : formatNumber(rows, language);
              },
            },
          ]}
        />
      )}
      {run.state === "planned" && (
        <ButtonGroup>
          {total > 0 && (
            <ActionForm
              action={paths.retentionStep(run.id, "start")}
              csrf={shell.formToken}
              text={say(w.startRun, { n: total })}
              variant="secondary"
              note={say(w.startNote)}
            />
          )}
          <ActionForm action={paths.retentionStep(run.id, "drop")} csrf={shell.formToken} text={say(w.dropRun)} variant="secondary" />
        </ButtonGroup>
      )}
    </Frame>
  );
}
