/** Pairs of records that may be one person: the list, and one pair side by side with the reasons. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Reason } from "#methods/merge/evidence.ts";
import type { Text } from "#platform/i18n/text.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { ActionForm } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, SummaryList } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Columns, EmptyState, Section } from "#platform/ui/parts.tsx";
import type { Match, MatchState } from "../matches.ts";
import { paths } from "../paths.ts";
import type { PersonFacts } from "../queries.ts";
import { w as people } from "../words.ts";
import { w } from "../words-import.ts";

/** A reason in words. Codes of the method have their sentence; post types come as codes and are named. */
function reasonText(shell: Shell, reason: Reason): string {
  const types = new Map(shell.pack.postTypes.map((type) => [type.code, shell.say(type.names)]));
  const about = reason.code.startsWith("post")
    ? reason.about
        .split(/(\b[A-Z0-9]{3}\b)/)
        .map((part) => types.get(part) ?? part)
        .join("")
    : reason.about;
  return shell.say(w[reason.code], { about });
}

/** What was decided about a pair, in words. */
export const MATCH_WORDS: Readonly<Record<MatchState, Text>> = {
  open: w.stateOpen,
  later: w.stateLater,
  merged: w.stateMerged,
  not_same: w.stateNotSame,
};

/** The weightiest reasons of a pair as one line. */
export function reasonsText(shell: Shell, match: Pick<Match, "reasons">): string {
  return match.reasons
    .filter((one) => one.bits > 0)
    .slice(0, 3)
    .map((one) => reasonText(shell, one))
    .join("; ");
}

export interface MatchesProps {
  readonly shell: Shell;
  readonly list: Listed<Match>;
}

export function MatchesPage({ shell, list }: MatchesProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.matchesTitle)}
      lead={say(w.matchesLead)}
      current="/people"
      breadcrumbs={[{ text: say(people.module), href: paths.people() }, { text: say(w.matchesTitle) }]}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.matchesTitle),
          columns: [
            {
              key: "pair",
              head: say(w.pair),
              sortable: true,
              cell: (row) => <Link href={paths.match(row.id)}>{`${row.oneName} – ${row.otherName}`}</Link>,
            },
            {
              key: "strength",
              head: say(w.strength),
              sortable: true,
              cell: (row) => <StatusTag tone={row.strength === "strong" ? "watch" : "info"}>{say(w[row.strength])}</StatusTag>,
            },
            {
              key: "because",
              head: say(w.because),
              cell: (row) => reasonsText(shell, row),
            },
          ],
          empty: <EmptyState>{say(list.filtered ? w.matchesNone : w.matchesEmpty)}</EmptyState>,
        }}
      />
    </Frame>
  );
}

function Record({ shell, facts, holds }: { readonly shell: Shell; readonly facts: PersonFacts; readonly holds: readonly string[] }): VNode {
  const { say } = shell;
  return (
    <Section id={`p-${facts.id}`} title={<Link href={paths.person(facts.id)}>{facts.fullName}</Link>}>
      <SummaryList
        rows={[
          { key: say(people.nowHolds), value: holds.length === 0 ? "–" : holds.map((one) => <p>{one}</p>) },
          { key: say(people.sex), value: facts.sex ?? "–" },
          { key: say(people.birthYear), value: facts.birthYear === null ? "–" : String(facts.birthYear) },
          { key: say(people.contacts), value: facts.contacts.length === 0 ? "–" : facts.contacts.map((one) => <p>{one.value}</p>) },
        ]}
      />
    </Section>
  );
}

export interface MatchProps {
  readonly shell: Shell;
  readonly match: Match;
  readonly one: PersonFacts;
  readonly oneHolds: readonly string[];
  readonly other: PersonFacts;
  readonly otherHolds: readonly string[];
}

export function MatchPage({ shell, match, one, oneHolds, other, otherHolds }: MatchProps): VNode {
  const { say, pack } = shell;
  const action = paths.match(match.id);
  const open = match.state === "open" || match.state === "later";
  const double = match.kept === match.one ? match.other : match.one;
  return (
    <Frame
      shell={shell}
      title={say(w.decideTitle, { one: match.oneName, other: match.otherName })}
      lead={say(w.decideLead)}
      current="/people"
      breadcrumbs={[{ text: say(w.matchesTitle), href: paths.matches() }, { text: `${match.oneName} – ${match.otherName}` }]}
    >
      <Columns>
        <Record shell={shell} facts={one} holds={oneHolds} />
        <Record shell={shell} facts={other} holds={otherHolds} />
      </Columns>
      <Section id="because" title={say(w.because)}>
        <ul class="govuk-list govuk-list--bullet">
          {match.reasons.map((reason) => (
            <li>
              {reasonText(shell, reason)} <span class="in-small">({say(reason.bits >= 0 ? w.speaksFor : w.speaksAgainst)})</span>
            </li>
          ))}
        </ul>
      </Section>
      {open && (
        <Section id="decide" title={say(w.stateOpen)}>
          <ActionForm
            action={action}
            csrf={shell.formToken}
            name="decision"
            value="merge"
            hidden={{ keep: match.one }}
            text={say(w.mergeInto, { name: match.oneName })}
          />
          {match.oneName !== match.otherName && (
            <ActionForm
              action={action}
              csrf={shell.formToken}
              name="decision"
              value="merge"
              hidden={{ keep: match.other }}
              text={say(w.mergeInto, { name: match.otherName })}
              variant="secondary"
            />
          )}
          <ActionForm action={action} csrf={shell.formToken} name="decision" value="not_same" text={say(w.notSame)} variant="secondary" />
          <ActionForm action={action} csrf={shell.formToken} name="decision" value="later" text={say(w.decideLater)} variant="secondary" />
        </Section>
      )}
      {!open && match.decidedAt !== null && <p>{say(w.decided, { day: formatDate(dayOf(match.decidedAt, pack.timeZone)) })}</p>}
      {match.state === "merged" && (
        <ActionForm
          action={`${paths.person(match.kept ?? match.one)}/part`}
          csrf={shell.formToken}
          name="double"
          value={double}
          text={say(w.partAgain)}
          variant="secondary"
        />
      )}
    </Frame>
  );
}
