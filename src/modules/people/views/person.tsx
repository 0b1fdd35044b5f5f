/** One person: contact, posts held, qualifications. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Holding } from "#kernel/registry/posts.ts";
import type { Code } from "#kernel/pack/pack.ts";
import { formatDate } from "#platform/ui/format.ts";
import { ActionForm, Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, SummaryList } from "#platform/ui/lists.tsx";
import { Certainty, type Sureness } from "#platform/ui/marks.tsx";
import { EmptyState, Notice, PhoneLink, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { postName } from "../people-format.ts";
import type { PersonFacts } from "../queries.ts";
import { w } from "../words.ts";

export interface PersonProps {
  readonly shell: Shell;
  readonly facts: PersonFacts;
  readonly history: readonly (Holding & { readonly reasonLeft: string | null })[];
  readonly mayMerge: boolean;
  /** What other modules show of her: learning, certificates. */
  readonly panels: readonly VNode[];
}

/** The name of a code in a list of the pack, or the code itself when the list no longer has it. */
function named(shell: Shell, list: string, code: string | null): string {
  if (code === null) return "–";
  const found = (shell.pack.codeLists[list] ?? []).find((one: Code) => one.code === code);
  return found === undefined ? code : shell.say(found.names);
}

function Facts({ shell, facts }: { readonly shell: Shell; readonly facts: PersonFacts }): VNode {
  const { say } = shell;
  const phones = facts.contacts.filter((one) => one.kind === "phone");
  const emails = facts.contacts.filter((one) => one.kind === "email");
  return (
    <SummaryList
      rows={[
        facts.sex !== null && { key: say(w.sex), value: named(shell, "sex", facts.sex) },
        facts.birthYear !== null && { key: say(w.birthYear), value: String(facts.birthYear) },
        { key: say(w.language), value: ownName(facts.language) },
        phones.length > 0 && {
          key: say(w.phone),
          value: phones.map((one) => (
            <>
              <PhoneLink name={one.value} phone={one.value} /> {one.shared && <span class="in-small">{say(w.sharedPhone)}</span>}
            </>
          )),
        },
        emails.length > 0 && { key: say(w.email), value: emails.map((one) => <Link href={`mailto:${one.value}`}>{one.value}</Link>) },
      ]}
    />
  );
}

function Doubles({ shell, facts }: { readonly shell: Shell; readonly facts: PersonFacts }): VNode | null {
  const { say } = shell;
  if (facts.doubles.length === 0) return null;
  return (
    <Section id="doubles" title={say(w.doubles)}>
      {facts.doubles.map((one) => (
        <ActionForm
          action={`${paths.person(facts.id)}/part`}
          csrf={shell.formToken}
          name="double"
          value={one.id}
          text={say(w.part)}
          variant="secondary"
          size="small"
          note={one.name}
        />
      ))}
    </Section>
  );
}

export function PersonPage({ shell, facts, history, mayMerge, panels }: PersonProps): VNode {
  const { say, pack } = shell;
  return (
    <Frame
      shell={shell}
      title={facts.fullName}
      lead={say(w.personLead, { name: facts.fullName })}
      current="/people"
      breadcrumbs={[{ text: say(w.module), href: paths.people() }, { text: facts.fullName }]}
    >
      {facts.mergedInto !== null && (
        <Notice tone="info">
          <p>{say(w.mergedInto)}</p>
          <Button href={paths.person(facts.mergedInto)} variant="secondary" size="small">
            {say(w.openIt)}
          </Button>
        </Notice>
      )}
      <Facts shell={shell} facts={facts} />
      <Section id="posts" title={say(w.nowHolds)} count={history.length}>
        <DataTable
          say={say}
          caption={say(w.nowHolds)}
          rows={history}
          columns={[
            { key: "post", head: say(w.post), cell: (row) => <Link href={paths.post(row.post)}>{postName(pack, say, row)}</Link> },
            { key: "organisation", head: say(w.organisation), cell: (row) => row.organisationName },
            {
              key: "period",
              head: say(w.period),
              cell: (row) =>
                `${row.acting ? `${say(w.acting)}, ` : ""}${row.to === null ? say(w.heldFrom, { from: formatDate(row.from) }) : say(w.heldFromTo, { from: formatDate(row.from), to: formatDate(row.to) })}`,
            },
            { key: "left", head: say(w.left), cell: (row) => named(shell, "leaving_reason", row.reasonLeft) },
          ]}
          empty={<EmptyState>{say(w.noPostNow)}</EmptyState>}
        />
      </Section>
      <Section id="qualifications" title={say(w.qualifications)}>
        <DataTable
          say={say}
          caption={say(w.qualifications)}
          rows={facts.qualifications}
          columns={[
            { key: "level", head: say(w.level), cell: (row) => named(shell, "qualification_level", row.level) },
            { key: "field", head: say(w.field), cell: (row) => named(shell, "qualification_field", row.field) },
            { key: "year", head: say(w.year), numeric: true, cell: (row) => row.year ?? "–" },
            { key: "certainty", head: say(w.certainty), cell: (row) => <Certainty say={say} of={row.certainty as Sureness} /> },
          ]}
          empty={<EmptyState>{say(w.qualificationsNone)}</EmptyState>}
        />
      </Section>
      {panels}
      {mayMerge && <Doubles shell={shell} facts={facts} />}
      <p class="in-small">{say(w.visibleTo)}</p>
    </Frame>
  );
}
