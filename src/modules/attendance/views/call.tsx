/** A call's attendance file: brought, looked through, matched, taken over. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { formatDate, formatDateTime, formatNumber, formatTime } from "#platform/ui/format.ts";
import { ActionForm, Button, FileUpload, Form, Select } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/tables.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import type { LogRow } from "../evidence.ts";
import type { Known } from "../match.ts";
import { paths } from "../paths.ts";
import type { Evidence, OpenList } from "../schema.ts";
import { w } from "../words-call.ts";
import { w as a } from "../words.ts";
import { ListFrame } from "./common.tsx";

const TONES = { draft: "watch", taken: "good", dropped: "rest" } as const;

export interface CallProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly logs: readonly Evidence[];
  readonly day: string;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
}

export function CallView({ shell, list, logs, day, errors }: CallProps): VNode {
  const { say, pack } = shell;
  const { id } = list.gathering;
  const days = [...new Set(list.parts.map((part) => part.day))];
  const errorOf = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;
  return (
    <ListFrame
      shell={shell}
      list={list}
      title={say(a.callLogs)}
      lead={say(w.lead)}
      errors={errors.map((each) => ({ text: each.text, href: `#${each.field}` }))}
    >
      {list.gathering.closedAt === null && (
        <Form action={paths.call(id)} csrf={shell.formToken} multipart>
          <FileUpload
            say={say}
            name="file"
            label={say(w.file)}
            labelSize="m"
            hint={say(w.fileHint)}
            accept=".csv,.tsv,.txt,.xlsx"
            error={errorOf("file")}
          />
          {days.length > 1 && (
            <Select
              say={say}
              name="day"
              label={say(w.day)}
              hint={say(w.dayHint)}
              value={day}
              options={days.map((each) => ({ value: each, text: formatDate(each) }))}
            />
          )}
          <Button>{say(w.read)}</Button>
        </Form>
      )}
      <Section id="logs" title={say(w.logs)}>
        <DataTable
          say={say}
          caption={say(w.logs)}
          columns={[
            { key: "name", head: say(w.file), cell: (row: Evidence) => <Link href={paths.log(id, row.id)}>{row.name}</Link> },
            { key: "day", head: say(w.day), cell: (row) => formatDate(row.signedOn) },
            { key: "at", head: say(a.action), cell: (row) => formatDateTime(row.recordedAt, pack.timeZone) },
            { key: "state", head: say(a.state), cell: (row) => <StatusTag tone={TONES[row.state]}>{say(w[row.state])}</StatusTag> },
          ]}
          rows={logs}
          empty={<EmptyState>{say(w.noLogs)}</EmptyState>}
        />
      </Section>
    </ListFrame>
  );
}

export interface LogProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly log: Evidence;
  readonly rows: readonly LogRow[];
  readonly people: readonly Known[];
  /** Minutes that each line would add, by line. */
  readonly minutes: ReadonlyMap<number, number>;
}

const BY = { code: w.byCode, email: w.byEmail, phone: w.byPhone, name: w.byName, hand: w.byHand } as const;

function timesOf(row: LogRow, timeZone: string): string {
  const time = (at: Date | null): string => (at === null ? "…" : formatTime(at, timeZone));
  return row.from === null ? "–" : `${formatDate(row.from.toISOString().slice(0, 10))} ${time(row.from)} – ${time(row.to)}`;
}

function Unmatched({ props, rows }: { readonly props: LogProps; readonly rows: readonly LogRow[] }): VNode | null {
  const { shell, list, log, people } = props;
  const { say, pack } = shell;
  if (rows.length === 0) return null;
  const options = [{ value: "", text: say(w.nobody) }, ...people.map((each) => ({ value: each.id, text: `${each.name} (${each.code})` }))];
  return (
    <Section id="unmatched" title={say(w.unmatched)} count={rows.length} note={say(w.unmatchedNote)}>
      {log.state !== "draft" ? (
        <ul>
          {rows.map((row) => (
            <li>
              {row.number}. {row.name} {row.email} {timesOf(row, pack.timeZone)}
            </li>
          ))}
        </ul>
      ) : (
        <Form action={paths.match(list.gathering.id, log.id)} csrf={shell.formToken}>
          {rows.map((row) => (
            <Select
              say={say}
              name={`row-${row.number}`}
              label={say(w.choose, { number: row.number, name: row.name === "" ? row.email : row.name })}
              hint={`${row.email} ${timesOf(row, pack.timeZone)}`}
              options={options}
              value=""
            />
          ))}
          <Button variant="secondary">{say(w.match)}</Button>
        </Form>
      )}
    </Section>
  );
}

export function LogView(props: LogProps): VNode {
  const { shell, list, log, rows, people, minutes } = props;
  const { say, pack, language } = shell;
  const { id } = list.gathering;
  const nameOf = new Map(people.map((each) => [each.id, each.name]));
  const matched = rows.filter((row) => row.participant !== null);
  const bad = rows.filter((row) => row.problem !== null);
  const unmatched = rows.filter((row) => row.participant === null && row.problem === null);
  return (
    <ListFrame
      shell={shell}
      list={list}
      title={log.name}
      lead={say(w.logLead, { matched: matched.length, rows: rows.length, unmatched: unmatched.length, bad: bad.length })}
      actions={
        log.state === "draft" ? (
          <>
            <ActionForm action={paths.take(id, log.id)} csrf={shell.formToken} text={say(w.take)} />
            <ActionForm
              action={paths.take(id, log.id)}
              csrf={shell.formToken}
              hidden={{ drop: "1" }}
              variant="secondary"
              text={say(w.drop)}
            />
          </>
        ) : (
          <StatusTag tone={TONES[log.state]}>{say(w[log.state])}</StatusTag>
        )
      }
    >
      <Unmatched props={props} rows={unmatched} />
      {bad.length > 0 && (
        <Section id="bad" title={say(w.bad)} count={bad.length}>
          <DataTable
            say={say}
            caption={say(w.bad)}
            columns={[
              { key: "line", head: say(w.line), cell: (row: LogRow) => String(row.number) },
              { key: "name", head: say(w.inFile), cell: (row) => (row.name === "" ? "–" : row.name) },
              { key: "why", head: say(w.why), cell: (row) => (row.problem === null ? "" : say(row.problem.text, row.problem.values)) },
            ]}
            rows={bad}
          />
        </Section>
      )}
      <Section id="people" title={say(w.people)} count={matched.length}>
        <DataTable
          say={say}
          caption={say(w.people)}
          columns={[
            { key: "found", head: say(w.found), cell: (row: LogRow) => nameOf.get(row.participant ?? "") ?? "–" },
            { key: "line", head: say(w.inFile), cell: (row) => `${row.number}. ${row.name}${row.email === "" ? "" : ` (${row.email})`}` },
            { key: "by", head: say(w.foundBy), cell: (row) => (row.foundBy === null ? "–" : say(BY[row.foundBy])) },
            { key: "times", head: say(w.times), cell: (row) => timesOf(row, pack.timeZone) },
            {
              key: "minutes",
              head: say(a.minutes),
              numeric: true,
              cell: (row) => ((minutes.get(row.number) ?? 0) === 0 ? say(w.outside) : formatNumber(minutes.get(row.number) ?? 0, language)),
            },
          ]}
          rows={matched}
          empty={<EmptyState>{say(w.noLogs)}</EmptyState>}
        />
      </Section>
    </ListFrame>
  );
}
