/** Exports: asking for one, deciding, watching it being written, taking it away. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatBytes, formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { Button, ButtonGroup, Checkboxes, Form, Textarea } from "#platform/ui/forms.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { EmptyState, Progress, Section } from "#platform/ui/parts.tsx";
import type { ExportRow } from "../exports.ts";
import { paths } from "../paths.ts";
import type { ExportState } from "../rules.ts";
import { w as words } from "../words.ts";
import { w } from "../words-run.ts";
import { w as states } from "../words-states.ts";
import { errorOf, summaryOf } from "./errors.ts";

const STATE: Record<ExportState, { readonly tone: Tone; readonly text: (typeof states)[keyof typeof states] }> = {
  asked: { tone: "watch", text: states.asked },
  approved: { tone: "info", text: states.exportApproved },
  refused: { tone: "rest", text: states.refused },
  running: { tone: "info", text: states.running },
  ready: { tone: "good", text: states.ready },
  failed: { tone: "late", text: states.failed },
  expired: { tone: "rest", text: states.expired },
};

export interface ExportsProps {
  readonly shell: Shell;
  readonly rows: readonly ExportRow[];
  readonly mayAsk: boolean;
  readonly mayDecide: boolean;
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly FieldProblem[];
}

function AskForm({ shell, values = {}, problems = [] }: ExportsProps): VNode {
  const { say } = shell;
  return (
    <Form action={paths.exports} csrf={shell.formToken}>
      <Textarea
        say={say}
        name="purpose"
        label={say(w.purpose)}
        hint={say(w.purposeHint)}
        rows={2}
        value={values["purpose"]}
        error={errorOf(say, problems, "purpose")}
      />
      <Checkboxes
        say={say}
        name="personal"
        choices={[{ value: "yes", text: say(w.personal), hint: say(w.personalHint), checked: values["personal"] === "yes" }]}
      />
      <Button>{say(w.ask)}</Button>
    </Form>
  );
}

function DecideForm({ shell, row }: { readonly shell: Shell; readonly row: ExportRow }): VNode {
  const { say } = shell;
  const id = `reason-${row.id}`;
  return (
    <Form action={paths.exportStep(row.id, "decide")} csrf={shell.formToken}>
      <label class="in-small" for={id}>
        {say(w.reasonFor)}
      </label>
      <input class="govuk-input" id={id} name="reason" />
      <ButtonGroup>
        <Button name="allow" value="yes" size="small">
          {say(w.allow)}
        </Button>
        <Button name="allow" value="no" size="small" variant="secondary">
          {say(w.refuse)}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function StateCell({ shell, row, mayDecide }: { readonly shell: Shell; readonly row: ExportRow; readonly mayDecide: boolean }): VNode {
  const { say, language } = shell;
  const { tone, text } = STATE[row.state];
  const own = row.askedBy === shell.actor?.person;
  const n = (value: number): string => formatNumber(value, language);
  return (
    <>
      <StatusTag tone={tone}>{say(text)}</StatusTag>
      {row.state === "running" && (
        <Progress done={row.done} of={row.total} text={say(w.progress, { done: n(row.done), total: n(row.total) })} />
      )}
      {row.state === "ready" &&
        (own ? (
          <Link href={paths.exportFile(row.id)}>{say(w.download, { size: formatBytes(row.size ?? 0, language) })}</Link>
        ) : (
          <span class="in-small"> {say(w.onlyAsker)}</span>
        ))}
      {row.state === "failed" && <span class="in-small"> {row.failure}</span>}
      {row.decisionReason !== null && <span class="in-small"> {row.decisionReason}</span>}
      {row.state === "asked" && mayDecide && !own && <DecideForm shell={shell} row={row} />}
    </>
  );
}

/** The page of `/admin/export`. */
export function ExportsView(props: ExportsProps): VNode {
  const { shell, rows, mayAsk, mayDecide, problems = [] } = props;
  const { say, pack } = shell;
  const busy = problems.length === 0 && rows.some((row) => row.state === "approved" || row.state === "running");
  return (
    <Frame
      shell={shell}
      title={say(words.exports)}
      lead={say(w.exportLead)}
      current={paths.admin}
      back={{ href: paths.admin, text: say(words.module) }}
      errors={summaryOf(say, problems)}
      refreshSeconds={busy ? 5 : undefined}
    >
      {mayAsk && <AskForm {...props} />}
      <Section id="exports" title={say(w.so_far)}>
        <DataTable
          say={say}
          caption={say(w.so_far)}
          rows={rows}
          empty={<EmptyState>{say(w.noExports)}</EmptyState>}
          columns={[
            { key: "at", head: say(w.asked), cell: (row) => formatDateTime(row.askedAt, pack.timeZone) },
            { key: "by", head: say(w.by), cell: (row) => row.askerName },
            { key: "purpose", head: say(w.purpose), cell: (row) => `${row.purpose} (${say(row.withPersonal ? w.with : w.without)})` },
            { key: "state", head: say(w.state), cell: (row) => <StateCell shell={shell} row={row} mayDecide={mayDecide} /> },
          ]}
        />
      </Section>
    </Frame>
  );
}
