/** Naming people for the seats of an organisation, approving them, and naming somebody instead of another. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Button, ButtonGroup, Checkboxes, Form, Input, Radios, Textarea, type Choice } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Filters } from "#platform/ui/lists.tsx";
import { EmptyState, Notice, Progress, Section } from "#platform/ui/parts.tsx";
import type { Text } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import type { Candidate, Reason } from "../candidates.ts";
import { paths } from "../paths.ts";
import type { Session } from "../queries.ts";
import type { EnrolmentFacts } from "../schema.ts";
import { w } from "../words-people.ts";
import { w as page } from "../words-pages.ts";
import { groupNames } from "#kernel/pack/shown.ts";
import { langOf, wrongOf } from "#platform/ui/wrong.ts";
import { postTypeName } from "#kernel/pack/shown.ts";
import { daysText, EnrolmentTag, type ViewProps } from "./common.tsx";

const REASONS: Readonly<Record<Reason, Text>> = {
  never_course: w.r_never_course,
  new_in_post: w.r_new_in_post,
  need: w.r_need,
  long_ago: w.r_long_ago,
  never_any: w.r_never_any,
};

/** Why somebody is suggested, what she had, and what stands against it. */
function whyText({ say }: Shell, row: Candidate): string {
  const reasons = row.reasons.map((reason) =>
    say(REASONS[reason], { day: formatDate(reason === "new_in_post" ? row.since : (row.last ?? row.since)) }),
  );
  return [
    ...(reasons.length === 0 ? [] : [say(w.suggested, { reasons: reasons.join("; ") })]),
    ...(row.attended === null ? [] : [say(w.hadCourse, { day: formatDate(row.attended) })]),
    ...(row.clash === null ? [] : [say(w.clash, { session: row.clash })]),
  ].join(" ");
}

function choiceOf(shell: Shell, row: Candidate): Choice {
  const { say, pack } = shell;
  return {
    value: row.assignment,
    text: (
      <span>
        <b>{row.name}</b>, {postTypeName(say, pack, row.postType)}, {row.organisationName}
        {row.acting && ` (${say(w.acting)})`}
      </span>
    ),
    hint: whyText(shell, row),
  };
}

export interface NominateProps extends ViewProps {
  readonly session: Session;
  readonly entity: { readonly id: string; readonly name: string };
  readonly seats: number;
  readonly free: number;
  readonly open: boolean;
  readonly named: readonly (EnrolmentFacts & { readonly waiting: boolean })[];
  readonly candidates: readonly Candidate[];
  /** How many more there are than are shown. */
  readonly more: number;
  readonly words: string;
  readonly problems: readonly FieldProblem[];
  readonly done: { readonly named: number; readonly waiting: number } | null;
}

function Named({ shell, named, open, session }: NominateProps): VNode {
  const { say, pack } = shell;
  const changes = open || ["nominations_open", "confirmed", "ready"].includes(session.state);
  return (
    <Section id="named" title={say(w.already)} count={named.length}>
      <ul class="govuk-list">
        {named.map((row) => (
          <li>
            <Link href={paths.enrolment(row.id)}>{row.personName}</Link>, {postTypeName(say, pack, row.postType)}, {row.organisationName}{" "}
            <EnrolmentTag say={say} state={row.state} /> {row.waiting && <i>{say(w.waits)}</i>}{" "}
            {changes && ["nominated", "approved", "invited", "confirmed", "declined"].includes(row.state) && (
              <Link href={paths.replace(row.id)}>{say(w.replace)}</Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function NominateView(props: NominateProps): VNode {
  const { shell, session, entity, seats, free, open, named, candidates, more, words, problems, done } = props;
  const { say, language } = shell;
  const wrong = wrongOf(say, problems);
  const here = paths.nominate(session.id, entity.id);
  const day = formatDate(session.nominationsClose);
  return (
    <Frame
      shell={shell}
      title={say(w.nominateTitle, { session: session.title })}
      caption={
        <>
          {daysText(say, session.from, session.to)} · {session.place ?? session.province ?? ""} ·{" "}
          {groupNames(say, shell.pack, session.groups)}
        </>
      }
      lead={open ? say(w.nominateLead, { organisation: entity.name, seats, free: Math.max(0, free), day }) : say(w.nominateClosed, { day })}
      current={paths.sessions}
      errors={wrong.errors}
      back={{ href: paths.session(session.id), text: say(page.back) }}
      notice={
        done === null ? undefined : (
          <Notice tone="good" live>
            {say(w.named, { count: done.named, waiting: done.waiting })}
          </Notice>
        )
      }
    >
      <Progress
        done={seats - Math.max(0, free)}
        of={seats}
        text={say(page.progressText, { named: seats - Math.max(0, free), places: seats })}
      />
      {named.length > 0 && <Named {...props} />}
      {open && (
        <Section id="candidates" title={say(w.candidates)}>
          <p>{say(w.suggestHint)}</p>
          <Filters say={say} action={here} fields={[{ name: "words", label: say(w.filterName), type: "search", value: words }]} />
          {candidates.length === 0 ? (
            <EmptyState>{say(w.noCandidates)}</EmptyState>
          ) : (
            <Form action={here} csrf={shell.formToken}>
              <Checkboxes
                say={say}
                name="assignment"
                legend={say(w.candidates)}
                legendClass="govuk-visually-hidden"
                hint={say(w.beyond, { free: Math.max(0, free) })}
                error={wrong.at("assignment")}
                choices={candidates.map((row) => choiceOf(shell, row))}
              />
              {more > 0 && <p>{say(w.more, { count: more })}</p>}
              <Button>{say(w.giveNames)}</Button>
            </Form>
          )}
        </Section>
      )}
      {!open && named.length === 0 && <EmptyState>{say(w.nobody)}</EmptyState>}
      <p lang={langOf(session.language, language)} class="govuk-visually-hidden">
        {session.title}
      </p>
    </Frame>
  );
}

export interface ApproveProps extends ViewProps {
  readonly session: Session;
  readonly entity: { readonly id: string; readonly name: string };
  readonly rows: readonly (EnrolmentFacts & { readonly namedBy: string | null })[];
  readonly chosen: readonly string[];
  readonly reason: string;
  readonly problems: readonly FieldProblem[];
}

export function ApproveView({ shell, session, entity, rows, chosen, reason, problems }: ApproveProps): VNode {
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.approveTitle, { session: session.title })}
      caption={`${entity.name} · ${daysText(say, session.from, session.to)}`}
      lead={say(w.approveLead, { count: rows.length })}
      current={paths.sessions}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.session(session.id), text: say(page.back) }}
    >
      {rows.length > 0 && (
        <Form action={paths.approve(session.id, entity.id)} csrf={shell.formToken}>
          <Checkboxes
            say={say}
            name="enrolment"
            legend={say(page.named)}
            values={chosen}
            error={wrong.at("enrolment")}
            choices={rows.map((row) => ({
              value: row.id,
              text: (
                <span>
                  <b>{row.personName}</b>, {postTypeName(say, pack, row.postType)}, {row.organisationName}
                </span>
              ),
              hint: row.namedBy === null ? undefined : say(w.namedBy, { person: row.namedBy }),
            }))}
          />
          <Textarea say={say} name="reason" label={say(w.refuseReason)} value={reason} rows={2} error={wrong.at("reason")} />
          <ButtonGroup>
            <Button name="decision" value="approve">
              {say(w.approveThese)}
            </Button>
            <Button name="decision" value="refuse" variant="secondary">
              {say(w.refuseThese)}
            </Button>
          </ButtonGroup>
        </Form>
      )}
    </Frame>
  );
}

export interface ReplaceProps extends ViewProps {
  readonly session: Session;
  readonly enrolment: EnrolmentFacts;
  readonly groups: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly problems: readonly FieldProblem[];
}

export function ReplaceView({ shell, session, enrolment, groups, candidates, problems }: ReplaceProps): VNode {
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.replaceTitle, { person: enrolment.personName })}
      lead={say(w.replaceLead, { session: session.title, from: formatDate(session.from), groups: groupNames(say, pack, groups) })}
      current={paths.sessions}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.session(session.id), text: say(page.back) }}
    >
      {candidates.length === 0 ? (
        <EmptyState>{say(w.noCandidates)}</EmptyState>
      ) : (
        <Form action={paths.replace(enrolment.id)} csrf={shell.formToken}>
          <Radios
            say={say}
            name="assignment"
            legend={say(w.candidates)}
            hint={say(w.suggestHint)}
            error={wrong.at("assignment")}
            choices={candidates.map((row) => choiceOf(shell, row))}
          />
          <Button>{say(w.replace)}</Button>
        </Form>
      )}
    </Frame>
  );
}

export interface WithdrawProps extends ViewProps {
  readonly session: Session;
  readonly enrolment: EnrolmentFacts;
  readonly reason: string;
  readonly problems: readonly FieldProblem[];
}

export function WithdrawView({ shell, session, enrolment, reason, problems }: WithdrawProps): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.withdrawTitle, { person: enrolment.personName })}
      lead={say(w.withdrawLead, { session: session.title })}
      current={paths.sessions}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.enrolment(enrolment.id), text: say(page.back) }}
    >
      <Form action={paths.withdraw(enrolment.id)} csrf={shell.formToken}>
        <Input say={say} name="reason" label={say(w.why)} value={reason} error={wrong.at("reason")} />
        <Button>{say(w.withdraw)}</Button>
      </Form>
    </Frame>
  );
}
