/** The list of needs, and an organisation’s own view of hers. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { gap } from "#methods/needs/gap.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, ListPage, type Column } from "#platform/ui/lists.tsx";
import { Certainty, StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { paths } from "../paths.ts";
import type { RoundRow } from "../queries.ts";
import { hiddenMark, hiddenWords } from "../picture.ts";
import type { HiddenLevels, ShownNeed } from "../results-needs.ts";
import { isTrainable } from "../rules.ts";
import type { Need } from "../schema.ts";
import { w as rounds } from "../words-rounds.ts";
import { w } from "../words-needs.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { levelText, NeedTag, RoundTag, type ViewProps } from "./common.tsx";

/** What a need is called: its field for a gap, its statement for a problem. */
export function needTitle({ say, pack }: Pick<Shell, "say" | "pack">, need: Need): string {
  return need.kind === "gap" ? nameOf(say, pack, "capacity_domain", need.domain) : need.statement;
}

/** Its gap in levels; null for a service problem. */
export function gapOf(need: Need): number | null {
  return need.current === null || need.desired === null ? null : gap({ current: need.current, desired: need.desired });
}

/** Why a need’s levels are not there; null when they are. */
export function hiddenText({ say }: Pick<Shell, "say">, { hidden }: ShownNeed): string | null {
  return hidden === undefined ? null : hiddenWords({ say }, hidden.because, hidden.floor);
}

const markOf = ({ because, floor }: HiddenLevels): string => hiddenMark(because, floor);

/** The gap in levels, or the mark of a hidden one with its words. */
function Gap({ shell, need }: ViewProps & { readonly need: ShownNeed }): VNode {
  const levels = gapOf(need);
  if (need.hidden === undefined) return <>{levels === null ? "–" : levelText(shell.language, levels)}</>;
  return (
    <>
      <span aria-hidden="true">{markOf(need.hidden)}</span>
      <span class="govuk-visually-hidden">{hiddenText(shell, need)}</span>
    </>
  );
}

/** What the marks of hidden gaps in a list mean. */
function GapMarks({ shell, rows }: ViewProps & { readonly rows: readonly ShownNeed[] }): VNode | null {
  const marks = new Map(rows.flatMap((need) => (need.hidden === undefined ? [] : [[markOf(need.hidden), hiddenText(shell, need)]])));
  if (marks.size === 0) return null;
  return <p class="in-small">{[...marks].map(([mark, words]) => `${mark} ${words}`).join(" · ")}</p>;
}

function Title({ shell, need }: ViewProps & { readonly need: Need }): VNode {
  const lang = need.kind === "gap" ? undefined : langOf(need.language, shell.language);
  return (
    <Link href={paths.need(need.id)} attributes={lang === undefined ? undefined : { lang }}>
      {needTitle(shell, need)}
    </Link>
  );
}

function Cause({ shell, need }: ViewProps & { readonly need: Need }): VNode {
  const { say, pack } = shell;
  if (need.cause === null) return <>–</>;
  const name = nameOf(say, pack, "gap_cause", need.cause);
  return isTrainable(pack, need.cause) ? <>{name}</> : <StatusTag tone="watch">{name}</StatusTag>;
}

function columnsOf(shell: Shell, withOrganisation: boolean): Column<ShownNeed>[] {
  const { say, pack } = shell;
  return [
    { key: "need", head: say(w.need), cell: (need) => <Title shell={shell} need={need} /> },
    ...(withOrganisation
      ? [{ key: "organisation", head: say(w.organisation), sortable: true, cell: (need: Need) => need.organisationName }]
      : []),
    {
      key: "gap",
      head: say(w.gap),
      numeric: true,
      sortable: true,
      cell: (need) => <Gap shell={shell} need={need} />,
    },
    { key: "cause", head: say(w.cause), cell: (need) => <Cause shell={shell} need={need} /> },
    { key: "sure", head: say(w.sure), cell: (need) => <Certainty say={say} of={need.certainty} /> },
    { key: "state", head: say(w.state), cell: (need) => <NeedTag say={say} state={need.state} /> },
    { key: "raised", head: say(w.raised), sortable: true, cell: (need) => formatDate(dayOf(need.raisedAt, pack.timeZone)) },
  ];
}

export interface NeedsProps extends ViewProps {
  readonly list: Listed<ShownNeed>;
  readonly mayReport: boolean;
  readonly results: string | null;
}

export function NeedsView({ shell, list, mayReport, results }: NeedsProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.listTitle)}
      lead={say(w.listLead)}
      current={paths.needs}
      actions={mayReport ? <Button href={paths.report}>{say(w.report)}</Button> : undefined}
    >
      <MoreLinks>
        <Link href={paths.rounds}>{say(w.rounds)}</Link>
        {results !== null && <Link href={results}>{say(rounds.results)}</Link>}
      </MoreLinks>
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.listTitle),
          columns: columnsOf(shell, true),
          empty: <EmptyState>{say(w.listEmpty)}</EmptyState>,
        }}
      >
        <GapMarks shell={shell} rows={list.rows} />
      </ListPage>
    </Frame>
  );
}

export interface OwnNeedsProps extends ViewProps {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly needs: readonly ShownNeed[];
  readonly rounds: readonly RoundRow[];
  readonly mayReport: boolean;
}

export function OwnNeedsView({ shell, organisation, needs, rounds: taking, mayReport }: OwnNeedsProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.ownView, { organisation: organisation.name })}
      lead={say(w.ownLead)}
      current={paths.needs}
      breadcrumbs={[{ text: say(w.listTitle), href: paths.needs }, { text: organisation.name }]}
      actions={mayReport ? <Button href={paths.report}>{say(w.report)}</Button> : undefined}
    >
      <Section id="needs" title={say(w.listTitle)} count={needs.length}>
        <DataTable
          say={say}
          caption={say(w.listTitle)}
          columns={columnsOf(shell, false).map((column) => ({ ...column, sortable: false }))}
          rows={needs}
          empty={<EmptyState>{say(w.ownNeedsEmpty)}</EmptyState>}
        />
        <GapMarks shell={shell} rows={needs} />
      </Section>
      <Section id="rounds" title={say(w.ownRounds)}>
        <DataTable
          say={say}
          caption={say(w.ownRounds)}
          rows={taking}
          empty={<EmptyState>{say(w.ownRoundsEmpty)}</EmptyState>}
          columns={[
            {
              key: "round",
              head: say(w.round),
              cell: (row: RoundRow) => <Link href={paths.organisation(row.id, organisation.id)}>{row.title}</Link>,
            },
            { key: "state", head: say(w.state), cell: (row: RoundRow) => <RoundTag say={say} state={row.state} /> },
            {
              key: "answers",
              head: say(rounds.answers),
              numeric: true,
              cell: (row: RoundRow) => say(rounds.answeredOf, { answered: row.answered, invited: row.invited }),
            },
          ]}
        />
      </Section>
    </Frame>
  );
}
