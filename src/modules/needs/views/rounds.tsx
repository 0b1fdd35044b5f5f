/** The list of rounds, and the page that begins one. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Button, Form, Input, Select } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, type Column } from "#platform/ui/lists.tsx";
import { EmptyState, MoreLinks } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { RoundRow } from "../queries.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-rounds.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { RoundTag, type ViewProps } from "./common.tsx";
import type { FieldProblem } from "#platform/problems/problem.ts";

export interface RoundsProps extends ViewProps {
  readonly list: Listed<RoundRow>;
  readonly mayDesign: boolean;
}

export function RoundsView({ shell, list, mayDesign }: RoundsProps): VNode {
  const { say, pack } = shell;
  const columns: Column<RoundRow>[] = [
    { key: "title", head: say(w.round), sortable: true, cell: (row) => <Link href={paths.round(row.id)}>{row.title}</Link> },
    { key: "kind", head: say(w.kind), cell: (row) => (row.kind === "" ? "" : nameOf(say, pack, "assessment_cycle", row.kind)) },
    { key: "year", head: say(w.fiscalYear), sortable: true, cell: (row) => fiscalYearOf(pack.calendar, row.fiscalYearStart).label },
    { key: "state", head: say(w.state), cell: (row) => <RoundTag say={say} state={row.state} /> },
    {
      key: "answers",
      head: say(w.answers),
      numeric: true,
      cell: (row) => (row.invited === 0 ? "–" : say(w.answeredOf, { answered: row.answered, invited: row.invited })),
    },
    {
      key: "needs",
      head: say(w.needs),
      numeric: true,
      cell: (row) => (row.needs === 0 ? "–" : <Link href={`${paths.needs}?round=${row.id}`}>{row.needs}</Link>),
    },
    { key: "due", head: say(w.due), sortable: true, cell: (row) => (row.due === null ? "–" : formatDate(row.due)) },
  ];
  const empty = list.filtered ? (
    <EmptyState>{say(w.noneFits)}</EmptyState>
  ) : mayDesign ? (
    <EmptyState action={{ href: paths.newRound, text: say(w.newRound) }}>{say(w.listEmpty)}</EmptyState>
  ) : (
    <EmptyState>{say(w.listEmptyMember)}</EmptyState>
  );
  return (
    <Frame
      shell={shell}
      title={say(w.listTitle)}
      lead={say(w.listLead)}
      current={paths.needs}
      breadcrumbs={[{ text: say(common.needs), href: paths.needs }, { text: say(common.rounds) }]}
      actions={mayDesign && (list.total > 0 || list.filtered) ? <Button href={paths.newRound}>{say(w.newRound)}</Button> : undefined}
    >
      <ListPage say={say} {...list.around} table={{ ...list.table, caption: say(w.listTitle), columns, empty }} />
      <MoreLinks>
        <Link href={paths.needs}>{say(common.needs)}</Link>
      </MoreLinks>
    </Frame>
  );
}

export interface NewRoundProps extends ViewProps {
  readonly earlier: readonly { readonly id: string; readonly title: string }[];
  readonly values: { readonly title: string; readonly copy: string };
  readonly problems: readonly FieldProblem[];
}

export function NewRoundView({ shell, earlier, values, problems }: NewRoundProps): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.newTitle)}
      lead={say(w.newLead)}
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.rounds, text: say(common.back) }}
    >
      <Form action={paths.newRound} csrf={shell.formToken}>
        <Input say={say} name="title" label={say(w.title)} hint={say(w.titleHint)} value={values.title} error={wrong.at("title")} />
        {earlier.length > 0 && (
          <Select
            say={say}
            name="copy"
            label={say(w.copy)}
            value={values.copy}
            options={[{ value: "", text: say(w.copyNone) }, ...earlier.map((round) => ({ value: round.id, text: round.title }))]}
          />
        )}
        <Button>{say(w.begin)}</Button>
      </Form>
    </Frame>
  );
}
