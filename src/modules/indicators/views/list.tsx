/** The list of indicators: where each began, where it stands, how sure that is. */
import { nameOf } from "#kernel/pack/shown.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Indicator } from "#kernel/measure/schema.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { EmptyState, MoreLinks } from "#platform/ui/parts.tsx";
import { periodText, valueText } from "../format.ts";
import { paths } from "../paths.ts";
import type { Standing } from "../standing.ts";
import { w as more } from "../words-more.ts";
import { w } from "../words.ts";
import { ProgressTag, type ViewProps } from "./common.tsx";

/** A line of the list. */
export interface ListRow extends Standing {
  readonly indicator: Indicator;
}

export interface ListProps extends ViewProps {
  readonly list: Listed<ListRow>;
  readonly place: string | null;
  readonly may: { readonly define: boolean; readonly verify: boolean; readonly take: boolean };
}

export function ListView({ shell, list, place, may }: ListProps): VNode {
  const { say, language, pack } = shell;
  const value = (row: ListRow, total: ListRow["latest"]): string =>
    total === null || total.value === null ? "–" : valueText(row.indicator, total.value, language);
  return (
    <Frame
      shell={shell}
      title={say(w.listTitle)}
      lead={say(w.listLead)}
      current={paths.indicators}
      actions={may.define ? <Button href={paths.create}>{say(w.create)}</Button> : undefined}
    >
      <MoreLinks>
        {may.verify && <Link href={paths.toVerify}>{say(w.toVerify)}</Link>}
        {may.take && <Link href={paths.imports}>{say(w.imports)}</Link>}
        <Link href={paths.frames}>{say(w.frames)}</Link>
      </MoreLinks>
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.listTitle),
          columns: [
            {
              key: "name",
              head: say(w.indicator),
              sortable: true,
              cell: (row) => <Link href={paths.ofPlace(row.indicator.id, place)}>{say(row.indicator.names)}</Link>,
            },
            {
              key: "field",
              head: say(w.field),
              cell: (row) => (row.indicator.domain === null ? "–" : nameOf(say, pack, "capacity_domain", row.indicator.domain)),
            },
            { key: "from", head: say(w.from), numeric: true, cell: (row) => value(row, row.baseline) },
            { key: "now", head: say(w.now), numeric: true, cell: (row) => <b>{value(row, row.latest)}</b> },
            { key: "period", head: say(w.period), cell: (row) => (row.latest === null ? "–" : periodText(row.latest)) },
            { key: "sure", head: say(w.sure), cell: (row) => <Certainty say={say} of={row.latest?.certainty ?? "nothing"} /> },
            {
              key: "target",
              head: say(w.target),
              numeric: true,
              cell: (row) => (row.target === null ? "–" : valueText(row.indicator, row.target.value, language)),
            },
            { key: "stands", head: say(w.stands), sortable: true, cell: (row) => <ProgressTag say={say} progress={row.progress} /> },
          ],
          empty: list.filtered ? (
            <EmptyState>{say(more.nothingMatches)}</EmptyState>
          ) : (
            <EmptyState {...(may.define && { action: { href: paths.create, text: say(w.create) } })}>{say(w.listEmpty)}</EmptyState>
          ),
        }}
      />
    </Frame>
  );
}
