/** Bringing a file of figures: the form, and what a checked file comes to, row by row, before it is taken. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Indicator } from "#kernel/measure/schema.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { ActionForm } from "#platform/ui/buttons.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Button, ButtonGroup, FileUpload, Form, type SummaryError } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { periodText, valueText } from "../format.ts";
import { paths } from "../paths.ts";
import type { Run, RunRow } from "../queries.ts";
import { w } from "../words-more.ts";
import { w as words } from "../words.ts";
import type { ViewProps } from "./common.tsx";

const SHOWN = 100;

export interface ImportsProps extends ViewProps {
  readonly runs: readonly RunRow[];
  readonly errors: readonly SummaryError[];
}

export function ImportsView({ shell, runs, errors }: ImportsProps): VNode {
  const { say, pack } = shell;
  const states = { ready: w.ready, done: w.doneState, dropped: w.droppedState };
  const tones = { ready: "watch", done: "good", dropped: "rest" } as const;
  return (
    <Frame
      shell={shell}
      title={say(w.importTitle)}
      lead={say(w.importLead)}
      current={paths.indicators}
      errors={errors}
      breadcrumbs={[{ text: say(words.module), href: paths.indicators }, { text: say(w.importTitle) }]}
    >
      <p class="in-small">{say(w.importColumns)}</p>
      <Form action={paths.imports} csrf={shell.formToken} multipart>
        <FileUpload
          say={say}
          name="file"
          label={say(w.file)}
          accept=".csv,.xlsx"
          {...(errors[0] && { error: errors.map((one) => one.text).join(" ") })}
        />
        <Button>{say(w.check)}</Button>
      </Form>
      <Section id="earlier" title={say(w.earlier)}>
        <DataTable
          say={say}
          caption={say(w.earlier)}
          rows={runs}
          empty={<EmptyState>{say(w.noneEarlier)}</EmptyState>}
          columns={[
            { key: "file", head: say(w.file), cell: (run) => <Link href={paths.run(run.id)}>{run.fileName}</Link> },
            {
              key: "state",
              head: say(words.stands),
              cell: (run) => <StatusTag tone={tones[run.state]}>{say(states[run.state])}</StatusTag>,
            },
            { key: "good", head: say(w.goodRows), numeric: true, cell: (run) => String(run.good) },
            { key: "rejected", head: say(w.rejectedRows), numeric: true, cell: (run) => String(run.rejected) },
            { key: "day", head: say(w.recorded), cell: (run) => formatDate(dayOf(run.madeAt, pack.timeZone)) },
          ]}
        />
      </Section>
    </Frame>
  );
}

export interface RunProps extends ViewProps {
  readonly run: Run;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly names: ReadonlyMap<string, string>;
}

function Rejected({ shell, run }: ViewProps & { readonly run: Run }): VNode | null {
  const { say } = shell;
  if (run.rejected.length === 0) return null;
  return (
    <Section id="rejected" title={say(w.rejectedRows)} count={run.rejected.length}>
      <DataTable
        say={say}
        caption={say(w.rejectedRows)}
        rows={run.rejected.slice(0, SHOWN)}
        columns={[
          { key: "row", head: say(w.row), numeric: true, cell: (one) => String(one.row) },
          { key: "reason", head: say(w.reason), cell: (one) => one.reasons.map((reason) => say(reason.text, reason.values)).join(" ") },
          { key: "cells", head: say(w.file), cell: (one) => one.source.join(" · ") },
        ]}
      />
      <MoreLinks>
        <Link href={paths.rejected(run.id)}>{say(w.asFile)}</Link>
      </MoreLinks>
    </Section>
  );
}

export function RunView({ shell, run, indicators, names }: RunProps): VNode {
  const { say, language, formToken } = shell;
  const count = (taking: string): number => run.rows.filter((row) => row.taking === taking).length;
  const [fresh, replaces, same] = [count("new"), count("replaces"), count("same")];
  return (
    <Frame
      shell={shell}
      title={run.fileName}
      caption={say(w.importTitle)}
      lead={say(w.runLead, { fresh, replaces, same, rejected: run.rejected.length })}
      current={paths.indicators}
      breadcrumbs={[
        { text: say(words.module), href: paths.indicators },
        { text: say(w.importTitle), href: paths.imports },
        { text: run.fileName },
      ]}
    >
      {run.state === "ready" && (
        <ButtonGroup>
          {fresh + replaces > 0 && (
            <ActionForm action={paths.takeRun(run.id)} csrf={formToken} text={say(w.take, { n: fresh + replaces })} />
          )}
          <ActionForm action={paths.dropRun(run.id)} csrf={formToken} text={say(w.drop)} variant="secondary" />
        </ButtonGroup>
      )}
      {run.state === "done" && <Notice tone="good">{say(w.taken, { taken: run.taken ?? 0, unchanged: run.unchanged ?? 0 })}</Notice>}
      {run.state === "dropped" && <Notice>{say(w.dropped)}</Notice>}
      <Rejected shell={shell} run={run} />
      <Section id="good" title={say(w.goodRows)} count={run.rows.length}>
        <DataTable
          say={say}
          caption={say(w.goodRows)}
          close
          rows={run.rows.slice(0, SHOWN)}
          empty={<EmptyState>{say(words.no_figure)}</EmptyState>}
          columns={[
            { key: "row", head: say(w.row), cell: (row) => String(row.row) },
            { key: "indicator", head: say(words.indicator), cell: (row) => say(indicators.get(row.indicator)?.names ?? words.record) },
            { key: "place", head: say(words.place), cell: (row) => names.get(row.organisation ?? "") ?? "" },
            { key: "period", head: say(words.period), cell: (row) => periodText(row) },
            {
              key: "value",
              head: say(words.value),
              numeric: true,
              cell: (row) => valueText(indicators.get(row.indicator) ?? { unit: "score", decimals: 1 }, row.value, language),
            },
            { key: "taking", head: say(w.willBe), cell: (row) => say(w[row.taking]) },
          ]}
        />
      </Section>
    </Frame>
  );
}
