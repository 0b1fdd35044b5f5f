/** The list of rounds, and the page that begins one. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Button, Form, Input, Select } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, type Column } from "#platform/ui/lists.tsx";
import { EmptyState, MoreLinks } from "#platform/ui/parts.tsx";
import type { FiltersProps } from "#platform/ui/lists.tsx";
import { paths } from "../paths.ts";
import type { RoundRow } from "../queries.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-rounds.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { RoundTag, type ViewProps } from "./common.tsx";
import type { FieldProblem } from "#platform/problems/problem.ts";

export interface RoundsProps extends ViewProps {
  readonly rows: readonly (RoundRow & { readonly year: string })[];
  readonly filters: Omit<FiltersProps, "say">;
  readonly pages: { readonly current: number; readonly last: number; readonly href: (page: number) => string };
  readonly mayDesign: boolean;
}

export function RoundsView({ shell, rows, filters, pages, mayDesign }: RoundsProps): VNode {
  const { say, pack } = shell;
  const columns: Column<RoundsProps["rows"][number]>[] = [
    { key: "title", head: say(w.round), cell: (row) => <Link href={paths.round(row.id)}>{row.title}</Link> },
    { key: "kind", head: say(w.kind), cell: (row) => (row.kind === "" ? "" : nameOf(say, pack, "assessment_cycle", row.kind)) },
    { key: "year", head: say(w.fiscalYear), cell: (row) => row.year },
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
    { key: "due", head: say(w.due), cell: (row) => (row.due === null ? "–" : formatDate(row.due)) },
  ];
  const empty = mayDesign ? (
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
      actions={mayDesign && rows.length > 0 ? <Button href={paths.newRound}>{say(w.newRound)}</Button> : undefined}
    >
      <ListPage say={say} filters={filters} table={{ caption: say(w.listTitle), columns, rows, empty }} pages={pages} />
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
