/** How the installation runs: what was looked over, its backups, and its failed jobs. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { formatBytes, formatDateTime } from "#platform/ui/format.ts";
import { ActionForm } from "#platform/ui/forms.tsx";
import { DataTable, ListPage, SummaryList } from "#platform/ui/lists.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { EmptyState, Notice, Section } from "#platform/ui/parts.tsx";
import type { Finding } from "../examine.ts";
import { paths } from "../paths.ts";
import type { JobRow } from "../queue.ts";
import { w as words } from "../words.ts";
import { w } from "../words-run.ts";

/** A backup as the page lists it. */
export interface BackupRow {
  readonly id: string;
  readonly madeAt: Date;
  readonly way: "command" | "timer";
  readonly file: string;
  readonly size: number;
  readonly withKeys: boolean;
}

const TONE: Record<Finding["level"], Tone> = { person: "late", watch: "watch", good: "good" };
const ORDER: readonly Finding["level"][] = ["person", "watch", "good"];

export interface InstallationProps {
  readonly shell: Shell;
  readonly findings: readonly Finding[];
  readonly backups: readonly BackupRow[];
  readonly program: string | null;
  readonly mayRun: boolean;
  readonly asked: boolean;
}

/** The page of `/admin/installation`. */
export function InstallationView({ shell, findings, backups, program, mayRun, asked }: InstallationProps): VNode {
  const { say, pack, language } = shell;
  const ordered = ORDER.flatMap((level) => findings.filter((finding) => finding.level === level));
  return (
    <Frame
      shell={shell}
      title={say(words.installation)}
      lead={say(w.installationLead)}
      current={paths.admin}
      back={{ href: paths.admin, text: say(words.module) }}
      notice={
        asked && (
          <Notice live>
            <p>{say(w.backupSoon)}</p>
          </Notice>
        )
      }
    >
      <SummaryList
        rows={ordered.map((finding) => ({
          key: <StatusTag tone={TONE[finding.level]}>{say(w[finding.level])}</StatusTag>,
          value: say(finding.text, finding.values),
        }))}
      />
      <SummaryList
        rows={[
          program !== null && { key: say(w.version), value: `Inteko ${program}` },
          { key: say(w.pack), value: `${pack.code} ${pack.version}` },
          { key: say(w.node), value: process.versions.node },
        ]}
      />
      <Section id="backups" title={say(w.backups)} note={say(w.backupsText)}>
        {mayRun && <ActionForm action={paths.backUp} csrf={shell.formToken} text={say(w.backUpNow)} variant="secondary" />}
        <DataTable
          say={say}
          caption={say(w.backups)}
          rows={backups}
          empty={<EmptyState>{say(w.noBackups)}</EmptyState>}
          columns={[
            { key: "at", head: say(w.madeAt), cell: (row) => formatDateTime(row.madeAt, pack.timeZone) },
            { key: "file", head: say(w.file), cell: (row) => row.file },
            { key: "size", head: say(w.size), numeric: true, cell: (row) => formatBytes(row.size, language) },
            { key: "way", head: say(w.way), cell: (row) => `${say(w[row.way])}${row.withKeys ? `, ${say(w.withKeys)}` : ""}` },
          ]}
        />
      </Section>
    </Frame>
  );
}

export interface JobsProps {
  readonly shell: Shell;
  readonly list: Listed<JobRow>;
  readonly counts: { readonly waiting: number; readonly running: number };
  readonly mayRun: boolean;
}

/** The page of `/admin/jobs`. */
export function JobsView({ shell, list, counts, mayRun }: JobsProps): VNode {
  const { say, pack } = shell;
  return (
    <Frame
      shell={shell}
      title={say(words.jobs)}
      lead={say(w.jobsLead, counts)}
      current={paths.admin}
      back={{ href: paths.admin, text: say(words.module) }}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(words.jobs),
          empty: <EmptyState>{say(list.filtered ? w.noJobFits : w.noJobs)}</EmptyState>,
          columns: [
            { key: "job", head: say(w.job), sortable: true, cell: (row) => row.name },
            {
              key: "next",
              head: say(w.happened),
              sortable: true,
              cell: (row) => (
                <StatusTag tone={row.given ? "late" : "watch"}>
                  {row.given
                    ? say(w.given, { n: row.attempts })
                    : say(w.again, { n: row.attempts, at: formatDateTime(row.runAt, pack.timeZone) })}
                </StatusTag>
              ),
            },
            { key: "error", head: say(w.message), cell: (row) => row.error },
            {
              key: "retry",
              head: say(w.retry),
              headHidden: true,
              cell: (row) =>
                mayRun ? (
                  <ActionForm action={paths.retryJob(row.id)} csrf={shell.formToken} text={say(w.retry)} variant="secondary" size="small" />
                ) : (
                  ""
                ),
            },
          ],
        }}
      />
    </Frame>
  );
}
