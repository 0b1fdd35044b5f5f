/** The outcomes of a session: what the rule suggests for each person and why, and one button that confirms all of them. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Button, Form } from "#platform/ui/buttons.tsx";
import { formatDays, formatPercent } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/list-page.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks, Notice } from "#platform/ui/parts.tsx";
import { becauseOf, scoreText } from "../ask.ts";
import { decidable, seenHash, waiting, type OutcomeRow, type Outcomes } from "../outcomes.ts";
import { paths } from "../paths.ts";
import { w } from "../words.ts";
import { w as more } from "../words-more.ts";

const TONE: Readonly<Record<string, Tone>> = { competent: "good", attended_only: "info", absent: "late" };

function OutcomeTag({ shell, row }: { readonly shell: Shell; readonly row: OutcomeRow }): VNode {
  const { say } = shell;
  const outcome = row.decided ?? row.suggestion.outcome;
  if (outcome === null) return <StatusTag tone="watch">{say(w.undecided)}</StatusTag>;
  const text = row.enrolment.state === "applied" && outcome === "competent" ? w.applied : w[outcome];
  return <StatusTag tone={TONE[outcome] ?? "rest"}>{say(text)}</StatusTag>;
}

function Why({ shell, row, mayExcept }: { readonly shell: Shell; readonly row: OutcomeRow; readonly mayExcept: boolean }): VNode {
  const { say, language } = shell;
  const { exception, certificate, decided, suggestion } = row;
  const open = exception !== null && exception.state !== "refused";
  return (
    <>
      {decided !== null && decided === suggestion.outcome ? say(w.decided) : becauseOf(say, language, row)}
      {certificate !== null && (
        <>
          {" · "}
          <Link href={paths.certificate(certificate.id)}>{certificate.number}</Link>
        </>
      )}
      {exception !== null && (
        <>
          {" · "}
          <Link href={paths.exception(exception.id)}>{say(more.openRequest)}</Link>
        </>
      )}
      {mayExcept && !open && suggestion.outcome === "attended_only" && (
        <>
          {" · "}
          <Link href={paths.except(row.enrolment.session, row.enrolment.id)}>{say(more.askException)}</Link>
        </>
      )}
    </>
  );
}

function Confirm({ shell, outcomes }: { readonly shell: Shell; readonly outcomes: Outcomes }): VNode {
  const { say } = shell;
  const now = decidable(outcomes);
  const wait = waiting(outcomes);
  const issued = outcomes.rows.filter((row) => row.certificate !== null).length;
  if (!outcomes.held) return <Notice tone="rest">{say(w.notHeld)}</Notice>;
  if (!outcomes.listClosed) return <Notice tone="watch">{say(w.listOpen)}</Notice>;
  if (now.length === 0 && wait.length === 0) return <Notice tone="good">{say(w.allDecided, { issued })}</Notice>;
  const certificates = now.filter((row) => row.suggestion.outcome === "competent" && row.certificate === null).length;
  return (
    <>
      {wait.length > 0 && <Notice tone="watch">{say(w.waitNote, { count: wait.length })}</Notice>}
      {now.length > 0 && (
        <Form action={paths.decide(outcomes.session.id)} csrf={shell.formToken} hidden={{ seen: seenHash(outcomes) }}>
          <Button>{say(w.confirmAll, { count: now.length, certificates })}</Button>
        </Form>
      )}
    </>
  );
}

export interface OutcomesProps {
  readonly shell: Shell;
  readonly outcomes: Outcomes;
  readonly mayDecide: boolean;
  readonly sessionHref: string;
  readonly downloads: readonly { readonly href: string; readonly format: string }[];
}

/** Everybody who was expected, with the outcome suggested or decided. */
export function OutcomesView({ shell, outcomes, mayDecide, sessionHref, downloads }: OutcomesProps): VNode {
  const { say, language } = shell;
  const { session, rule, rows } = outcomes;
  const issued = rows.some((row) => row.certificate !== null);
  return (
    <Frame
      shell={shell}
      title={say(w.outcomes, { session: session.title })}
      caption={`${session.reference} · ${formatDays(session.from, session.to)}`}
      lead={say(w.outcomesLead, { attendance: rule.attendance, pass: rule.pass, tested: rule.tested ? "yes" : "no" })}
      back={{ href: sessionHref, text: say(w.toSession) }}
      current="/sessions"
      width="wide"
    >
      <p class="in-small">{say(w.rule, { source: rule.source })}</p>
      {mayDecide && <Confirm shell={shell} outcomes={outcomes} />}
      <ListPage
        say={say}
        table={{
          caption: say(w.outcomesList),
          rows,
          columns: [
            { key: "person", head: say(w.person), cell: (row) => row.enrolment.personName },
            { key: "organisation", head: say(w.organisation), cell: (row) => row.enrolment.organisationName },
            {
              key: "attendance",
              head: say(w.attendance),
              numeric: true,
              cell: ({ known }) => formatPercent(known.offered === 0 ? 0 : known.minutes / known.offered, language),
            },
            ...(rule.tested
              ? [{ key: "test", head: say(w.test), numeric: true, cell: (row: OutcomeRow) => scoreText(row.known.score, language) }]
              : []),
            { key: "outcome", head: say(w.outcome), cell: (row) => <OutcomeTag shell={shell} row={row} /> },
            { key: "why", head: say(w.why), cell: (row) => <Why shell={shell} row={row} mayExcept={mayDecide && outcomes.listClosed} /> },
          ],
          empty: <EmptyState>{say(w.nobody)}</EmptyState>,
        }}
        downloads={downloads}
      />
      {issued && (
        <MoreLinks>
          <Link href={paths.sessionPdf(session.id)}>{say(w.printAll)}</Link>
        </MoreLinks>
      )}
    </Frame>
  );
}
