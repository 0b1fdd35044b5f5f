/** One post: who holds it, who held it, what it owes, whom it answers to. */
import type { VNode } from "preact";
import type { Duty } from "#kernel/access/module.ts";
import { rolesOf } from "#kernel/access/session.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Day } from "#kernel/calendar/day.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { roleNames } from "#kernel/pack/words.ts";
import type { PostRow } from "#kernel/registry/posts.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Button, Form, Input, Radios, Select, type SummaryError } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, SummaryList } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Columns, EmptyState, Section, Timeline } from "#platform/ui/parts.tsx";
import type { Handover } from "../handover-queries.ts";
import { handoverFlow } from "../handover-rules.ts";
import { w as h } from "../words-handover.ts";
import { w as replacing } from "../words-replace.ts";
import { paths } from "../paths.ts";
import { dayText, postName } from "../people-format.ts";
import type { HolderRow } from "../queries.ts";
import { w } from "../words.ts";

export interface PostProps {
  readonly shell: Shell;
  readonly today: Day;
  readonly row: PostRow;
  readonly holders: readonly HolderRow[];
  readonly supervisor: PostRow | null;
  readonly duties: readonly Duty[];
  readonly handovers: readonly Handover[];
  readonly mayReplace: boolean;
  readonly mayFill: boolean;
  /** Holders whose own page is open to the reader. */
  readonly openPeople: ReadonlySet<string>;
  readonly mayOpenOrganisation: boolean;
  readonly mayOpenSupervisor: boolean;
  /** What a post owes is linked for its holder alone; others read what it is and when. */
  readonly mayOpenDuties: boolean;
  /** What other modules show of the post: what it asks of its holder. */
  readonly panels: readonly VNode[];
}

/** How a post stands on a day, as a sentence. */
export function standing(shell: Shell, row: PostRow): string {
  const { say } = shell;
  if (row.personName === null) return say(w.isVacant);
  return say(row.acting ? w.actedBy : w.heldBy, { person: row.personName, day: row.since === null ? "–" : formatDate(row.since) });
}

function History({ props }: { readonly props: PostProps }): VNode {
  const { shell, holders } = props;
  const { say, pack } = shell;
  if (holders.length === 0) return <EmptyState>{say(w.historyEmpty)}</EmptyState>;
  const reasons = new Map((pack.codeLists["leaving_reason"] ?? []).map((code) => [code.code, code.names]));
  return (
    <Timeline
      entries={holders.map((one) => {
        const name = one.acting ? say(w.asActing, { person: one.name }) : one.name;
        const reason = one.reasonLeft === null ? undefined : reasons.get(one.reasonLeft);
        const from = dayText(one.from, one.precision);
        return {
          date: one.to === null ? say(w.heldFrom, { from }) : say(w.heldFromTo, { from, to: formatDate(one.to) }),
          datetime: one.from,
          text: props.openPeople.has(one.person) ? <Link href={paths.person(one.person)}>{name}</Link> : name,
          by: reason === undefined ? undefined : say(reason),
        };
      })}
    />
  );
}

function Owes({ shell, duties, today, mayOpenDuties }: PostProps): VNode {
  const { say } = shell;
  const titleOf = (duty: Duty): string => say(duty.title.text, duty.title.values);
  return (
    <DataTable
      say={say}
      caption={say(w.owes)}
      rows={duties.toSorted((a, b) => (a.due < b.due ? -1 : 1))}
      columns={[
        { key: "task", head: say(w.task), cell: (duty) => (mayOpenDuties ? <Link href={duty.href}>{titleOf(duty)}</Link> : titleOf(duty)) },
        {
          key: "due",
          head: say(w.due),
          numeric: true,
          cell: (duty) => <StatusTag tone={duty.due < today ? "late" : "info"}>{formatDate(duty.due)}</StatusTag>,
        },
      ]}
      empty={<EmptyState>{say(w.owesNothing)}</EmptyState>}
    />
  );
}

function About({ props }: { readonly props: PostProps }): VNode {
  const { shell, row, supervisor } = props;
  const { say, pack } = shell;
  const type = postTypeOf(pack, row.postType);
  const roles = rolesOf(pack, row.postType).filter((role) => role !== "respondent" && role !== "learner");
  return (
    <SummaryList
      rows={[
        supervisor !== null && {
          key: say(w.supervisor),
          value: (
            <>
              {props.mayOpenSupervisor ? (
                <Link href={paths.post(supervisor.post)}>{postName(pack, say, supervisor)}</Link>
              ) : (
                postName(pack, say, supervisor)
              )}
              {supervisor.personName !== null && `, ${supervisor.personName}`}
            </>
          ),
        },
        { key: say(w.comesBy), value: say(w[type.selection]) },
        type.termYears !== null && { key: say(w.term), value: say(w.years, { n: type.termYears }) },
        roles.length > 0 && { key: say(w.roles), value: roles.map((role) => say(roleNames[role])).join(", ") },
        { key: say(w.source), value: type.unconfirmed ? `${type.source} (${say(w.unconfirmed)})` : type.source },
      ]}
    />
  );
}

export function PostPage(props: PostProps): VNode {
  const { shell, row, handovers } = props;
  const { say, pack } = shell;
  const title = postName(pack, say, row);
  return (
    <Frame
      shell={shell}
      title={title}
      lead={say(w.postLead, { organisation: row.organisationName, state: standing(shell, row) })}
      current="/people"
      breadcrumbs={[
        { text: say(w.module), href: paths.people() },
        { text: row.organisationName, ...(props.mayOpenOrganisation && { href: paths.organisation(row.organisation) }) },
        { text: title },
      ]}
      actions={
        <>
          {props.mayReplace && row.person !== null && <Button href={paths.replace(row.post)}>{say(w.replace)}</Button>}
          {props.mayFill && row.person === null && <Button href={paths.fill(row.post)}>{say(w.fill)}</Button>}
        </>
      }
    >
      <Columns kind="aside">
        <div>
          <Section id="owes" title={say(w.owes)} count={props.duties.length}>
            <Owes {...props} />
          </Section>
          {handovers.length > 0 && (
            <Section id="handovers" title={say(w.handovers)}>
              <ul class="govuk-list">
                {handovers.map((one) => (
                  <li>
                    <Link href={paths.handover(one.id)}>
                      {say(h.fromToOn, {
                        outgoing: one.outgoingName,
                        incoming: one.incomingName ?? say(h.nobody),
                        day: formatDate(one.eventDay),
                      })}
                    </Link>{" "}
                    <StatusTag tone={handoverFlow.states[one.state].tone}>{say(handoverFlow.states[one.state].title)}</StatusTag>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {props.panels}
          <Section id="about" title={say(w.post)} titleHidden>
            <About props={props} />
          </Section>
        </div>
        <Section id="history" title={say(w.history)}>
          <History props={props} />
        </Section>
      </Columns>
    </Frame>
  );
}

/** Somebody who may be chosen for a post. */
export interface Candidate {
  readonly person: string;
  readonly name: string;
  readonly postType: string;
  readonly organisation: string;
}

/** The choice of who comes into a post: somebody known, or somebody new. */
export function WhoFields({
  shell,
  candidates,
  organisation,
  values,
  errors,
  nobody,
}: {
  readonly shell: Shell;
  readonly candidates: readonly Candidate[];
  readonly organisation: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
  readonly nobody?: boolean;
}): VNode {
  const { say, pack } = shell;
  return (
    <>
      <Select
        say={say}
        name="person"
        label={say(replacing.takesOver)}
        hint={say(replacing.takesOverHint, { organisation })}
        value={values["person"]}
        error={errors.get("person")}
        options={[
          { value: "", text: "–" },
          ...(nobody ? [{ value: "nobody", text: say(replacing.nobodyYet) }] : []),
          { value: "new", text: say(replacing.somebodyNew) },
          ...candidates.map((one) => ({ value: one.person, text: `${one.name} (${postName(pack, say, one)}, ${one.organisation})` })),
        ]}
      />
      <Input
        say={say}
        name="name"
        label={say(replacing.newName)}
        hint={say(replacing.somebodyNew)}
        value={values["name"]}
        error={errors.get("name")}
        autocapitalize="words"
      />
      <Input
        say={say}
        name="phone"
        label={say(replacing.newPhone)}
        value={values["phone"]}
        error={errors.get("phone")}
        inputmode="tel"
        width={20}
      />
      <Radios
        say={say}
        name="how"
        legend={say(replacing.how)}
        value={values["how"] ?? "acting"}
        error={errors.get("how")}
        choices={[
          { value: "acting", text: say(replacing.asInterim) },
          { value: "holder", text: say(replacing.asHolder) },
        ]}
      />
    </>
  );
}

export interface FillProps {
  readonly shell: Shell;
  readonly row: PostRow;
  readonly candidates: readonly Candidate[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly SummaryError[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Puts somebody into a vacant post. */
export function FillPage({ shell, row, candidates, values, errors, texts }: FillProps): VNode {
  const { say, pack } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.fill)}
      lead={say(w.fillLead, { post: postName(pack, say, row), organisation: row.organisationName })}
      current="/people"
      back={{ href: paths.post(row.post) }}
      errors={errors}
      width="reading"
    >
      <Form action={paths.fill(row.post)} csrf={shell.formToken}>
        <WhoFields shell={shell} candidates={candidates} organisation={row.organisationName} values={values} errors={texts} />
        <Input
          say={say}
          name="from"
          label={say(w.fromDay)}
          value={values["from"]}
          error={texts.get("from")}
          width={10}
          inputmode="numeric"
        />
        <Button>{say(w.fill)}</Button>
      </Form>
    </Frame>
  );
}
