/** Reports in the workspace: the list, the form, one report with its copies, one copy. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { LANGUAGES } from "#platform/i18n/text.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { ActionForm, Button, Form, Radios, Select, Textarea, type Option } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import type { PagesProps } from "#platform/ui/paging.tsx";
import { DataTable } from "#platform/ui/tables.tsx";
import type { ReportContent, Told } from "../content.ts";
import { paths } from "../paths.ts";
import { told } from "../report-paper.ts";
import type { Copy, ListedReport, Moves, Report } from "../reports.ts";
import { w as verbWords } from "../words-verbs.ts";
import { w } from "../words-report.ts";
import { ReportBody, type BodyProps } from "./report-body.tsx";

const TONE: Readonly<Record<Copy["state"], Tone>> = {
  draft: "watch",
  reply_open: "info",
  released: "good",
  corrected: "rest",
  withdrawn: "rest",
};

/** The state of a copy as a tag. */
export function StateTag({ shell, state }: { readonly shell: Shell; readonly state: Copy["state"] | null }): VNode {
  return state === null ? (
    <StatusTag tone="rest">{shell.say(w.noCopy)}</StatusTag>
  ) : (
    <StatusTag tone={TONE[state]}>{shell.say(w[state])}</StatusTag>
  );
}

export interface ReportsProps {
  readonly shell: Shell;
  readonly rows: readonly ListedReport[];
  readonly pages: Omit<PagesProps, "say">;
  readonly mayWrite: boolean;
  readonly downloads: readonly { readonly href: string; readonly format: string }[];
}

export function ReportsView({ shell, rows, pages, mayWrite, downloads }: ReportsProps): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.reports)} lead={say(w.reportsLead)} current="/achievements">
      {mayWrite && <Button href={paths.newReport}>{say(w.newReport)}</Button>}
      <ListPage
        say={say}
        table={{
          caption: say(w.reports),
          rows,
          empty: <EmptyState>{say(w.noReports)}</EmptyState>,
          columns: [
            { key: "reference", head: say(w.reference), cell: (row) => <Link href={paths.report(row.id)}>{row.reference}</Link> },
            { key: "period", head: say(w.period), cell: (row) => `${formatDate(row.from)} – ${formatDate(row.to)}` },
            { key: "for", head: say(w.forWhom), cell: (row) => row.programme ?? say(w.forOwn) },
            { key: "state", head: say(w.state), cell: (row) => <StateTag shell={shell} state={row.state} /> },
          ],
        }}
        pages={pages}
        downloads={downloads}
        moreLinks={<Link href={paths.published}>{say(w.publicTitle)}</Link>}
      />
    </Frame>
  );
}

export interface NewReportProps {
  readonly shell: Shell;
  readonly periods: readonly Option[];
  readonly programmes: readonly string[];
  readonly frames: readonly string[];
  readonly earlier: readonly { readonly id: string; readonly reference: string; readonly number: number }[];
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export function NewReportView({ shell, periods, programmes, frames, earlier, values, problems }: NewReportProps): VNode {
  const { say, language } = shell;
  const error = (field: string): string | undefined => {
    const found = problems.find((one) => one.field === field);
    return found === undefined ? undefined : say(found.text, found.values);
  };
  return (
    <Frame
      shell={shell}
      title={say(w.newReport)}
      lead={say(w.newLead)}
      current="/achievements"
      errors={problems.map((one) => ({ href: `#${one.field}`, text: say(one.text, one.values) }))}
    >
      <Form action={paths.newReport} csrf={shell.formToken}>
        <Radios
          say={say}
          name="view"
          legend={say(w.forWhom)}
          value={values["view"] ?? "association"}
          choices={[
            { value: "association", text: say(w.forOwn) },
            { value: "partner", text: say(w.forPartner) },
          ]}
        />
        <Select
          say={say}
          name="programme"
          label={say(w.programme)}
          value={values["programme"] ?? ""}
          error={error("programme")}
          options={[{ value: "", text: "–" }, ...programmes.map((one) => ({ value: one, text: one }))]}
        />
        {frames.length > 0 && (
          <Select
            say={say}
            name="frame"
            label={say(w.frame)}
            value={values["frame"] ?? ""}
            options={[{ value: "", text: say(w.frameOurs) }, ...frames.map((one) => ({ value: one, text: one }))]}
          />
        )}
        <Select say={say} name="period" label={say(w.period)} value={values["period"] ?? ""} error={error("period")} options={periods} />
        <Select
          say={say}
          name="language"
          label={say(w.language)}
          value={values["language"] ?? language}
          options={LANGUAGES.map((one) => ({ value: one, text: ownName(one) }))}
        />
        <Select
          say={say}
          name="compares"
          label={say(w.compare)}
          value={values["compares"] ?? earlier[0]?.id ?? ""}
          options={[
            { value: "", text: say(w.compareNone) },
            ...earlier.map((one) => ({ value: one.id, text: `${one.reference}/${one.number}` })),
          ]}
        />
        <Button>{say(w.begin)}</Button>
      </Form>
    </Frame>
  );
}

/** A figure that differs between two copies. */
export interface Change {
  readonly code: string;
  readonly name: string;
  readonly before: Told;
  readonly after: Told;
}

export interface Comparison {
  readonly other: string;
  readonly changes: readonly Change[];
  readonly moves: Moves;
  readonly otherScope: boolean;
}

export function ComparisonPart({ shell, comparison }: { readonly shell: Shell; readonly comparison: Comparison }): VNode {
  const { say, language, pack } = shell;
  const voice = { say, language, pack };
  const { changes, moves, otherScope, other } = comparison;
  const why = [
    ...(otherScope ? [say(w.whyPeriod)] : []),
    ...(moves.entries > 0 ? [say(w.whyEntries, { n: moves.entries, imported: moves.imported })] : []),
    ...(moves.joined + moves.parted > 0 ? [say(w.whyJoined, { n: moves.joined, parted: moves.parted })] : []),
  ];
  const difference = ({ before, after }: Change): string =>
    before === null || after === null ? "–" : `${after >= before ? "+" : "–"}${formatNumber(Math.abs(after - before), language)}`;
  return (
    <Section id="comparison" title={say(w.comparison, { other })}>
      {changes.length === 0 ? (
        <p>{say(w.same)}</p>
      ) : (
        <>
          <ul class="govuk-list govuk-list--bullet">
            {(why.length === 0 ? [say(w.whyUnknown)] : why).map((text) => (
              <li>{text}</li>
            ))}
          </ul>
          <DataTable
            say={say}
            caption={say(w.comparison, { other })}
            close
            columns={[
              { key: "figure", head: say(w.figure), cell: (row) => row.name },
              { key: "before", head: say(w.before), numeric: true, close: "labelled", cell: (row) => told(voice, row.before) },
              { key: "after", head: say(w.after), numeric: true, close: "labelled", cell: (row) => told(voice, row.after) },
              { key: "difference", head: say(w.difference), numeric: true, close: "labelled", cell: difference },
            ]}
            rows={changes}
          />
        </>
      )}
    </Section>
  );
}

export interface ReportProps {
  readonly shell: Shell;
  readonly report: Report;
  readonly title: string;
  readonly lead: string;
  readonly copies: readonly Copy[];
  /** What it says now; null while a frozen copy waits. */
  readonly draft: { readonly content: ReportContent; readonly body: Omit<BodyProps, "shell" | "content" | "reason"> } | null;
  readonly comparison: Comparison | null;
  readonly may: { readonly freeze: boolean; readonly drop: boolean; readonly release: boolean; readonly withdraw: boolean };
  readonly problem?: FieldProblem;
}

function Steps({ shell, report, copies, may, problem }: ReportProps): VNode | null {
  const { say } = shell;
  const [newest] = copies;
  const action = (step: string): string => paths.step(report.id, step);
  const error = (field: string): string | undefined => (problem?.field === field ? say(problem.text, problem.values) : undefined);
  const waiting = newest?.state === "draft" || newest?.state === "reply_open";
  if (waiting)
    return (
      <div class="govuk-button-group">
        {may.release && <ActionForm action={action("release")} csrf={shell.formToken} text={say(verbWords.release)} />}
        {may.drop && <ActionForm action={action("drop")} csrf={shell.formToken} text={say(verbWords.drop)} variant="secondary" />}
      </div>
    );
  return (
    <>
      {may.freeze && (
        <Form action={action("freeze")} csrf={shell.formToken}>
          {newest !== undefined && <Textarea say={say} name="reason" label={say(w.reason)} rows={2} error={error("reason")} />}
          <p class="in-small">{say(w.freezeNote)}</p>
          <Button>{say(verbWords.freeze)}</Button>
        </Form>
      )}
      {may.withdraw && newest?.state === "released" && (
        <Form action={action("withdraw")} csrf={shell.formToken}>
          <Textarea say={say} name="why" label={say(w.reasonWithdraw)} rows={2} error={error("why")} />
          <Button variant="secondary">{say(verbWords.withdraw)}</Button>
        </Form>
      )}
    </>
  );
}

export function ReportView(props: ReportProps): VNode {
  const { shell, report, title, lead, copies, draft, comparison } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={title}
      lead={lead}
      caption={report.reference}
      current="/achievements"
      errors={props.problem === undefined ? [] : [{ href: `#${props.problem.field}`, text: say(props.problem.text, props.problem.values) }]}
    >
      <Steps {...props} />
      {copies.length > 0 && (
        <Section id="copies" title={say(w.copies)} count={copies.length}>
          <ul class="govuk-list">
            {copies.map((copy) => (
              <li>
                <Link href={paths.copy(copy.id)}>{say(w.copy, { number: copy.number })}</Link> <StateTag shell={shell} state={copy.state} />
                {copy.reason !== null && <p class="in-small">{say(w.reasonIs, { reason: copy.reason })}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {comparison !== null && <ComparisonPart shell={shell} comparison={comparison} />}
      {draft !== null && (
        <Section id="now" title={say(w.now)} note={say(w.nowNote)}>
          <ReportBody shell={shell} content={draft.content} reason={null} {...draft.body} />
        </Section>
      )}
    </Frame>
  );
}

export interface CopyProps extends BodyProps {
  readonly copy: Copy;
  readonly lead: string;
  readonly comparison: Comparison | null;
  readonly fileHref: (file: string) => string;
  readonly area: "portal" | "workspace";
  readonly back: { readonly href: string; readonly text: string };
}

/** Links to a copy as files: the reader’s language first, the others named. */
export function FileLinks({ shell, fileHref }: { readonly shell: Shell; readonly fileHref: (file: string) => string }): VNode {
  const { say, language } = shell;
  const others = LANGUAGES.filter((one) => one !== language);
  return (
    <MoreLinks>
      {["pdf", "docx", "xlsx", "json"].map((ending) => (
        <Link href={fileHref(ending === "json" ? "report.json" : `report-${language}.${ending}`)}>{ending.toUpperCase()}</Link>
      ))}
      {others.map((one) => (
        <Link href={fileHref(`report-${one}.pdf`)}>PDF {say(w.inLanguage, { language: ownName(one) })}</Link>
      ))}
    </MoreLinks>
  );
}

/** One frozen copy, in the workspace or for everybody. */
export function CopyView(props: CopyProps): VNode {
  const { shell, copy, lead, comparison, area, back, fileHref } = props;
  const { say, language } = shell;
  const caption = `${copy.content.reference}/${copy.number}`;
  return (
    <Frame
      shell={shell}
      area={area}
      title={copy.title[language]}
      lead={copy.state === "withdrawn" ? undefined : lead}
      caption={caption}
      current={area === "portal" ? paths.published : "/achievements"}
    >
      {copy.state === "withdrawn" ? (
        <Notice tone="watch">{say(w.takenBack, { reason: copy.withdrawnWhy ?? "" })}</Notice>
      ) : (
        <>
          {copy.state === "corrected" && <Notice tone="watch">{say(w.correctedNote)}</Notice>}
          {copy.state === "draft" && <StateTag shell={shell} state={copy.state} />}
          {copy.releasedAt !== null && (
            <p class="in-small">{say(w.releasedOn, { day: formatDate(copy.releasedAt.toISOString().slice(0, 10)) })}</p>
          )}
          <FileLinks shell={shell} fileHref={fileHref} />
          <ReportBody {...props} />
          {comparison !== null && <ComparisonPart shell={shell} comparison={comparison} />}
          <p class="in-small">{say(w.sealText, { hash: copy.hash })}</p>
        </>
      )}
      <MoreLinks>
        <Link href={back.href}>{back.text}</Link>
      </MoreLinks>
    </Frame>
  );
}
