/** The mapping table: what each partner’s report calls an indicator. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Alias, Indicator } from "#kernel/measure/schema.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { unitText } from "../format.ts";
import { paths } from "../paths.ts";
import { w as more } from "../words-more.ts";
import { w } from "../words.ts";
import type { ViewProps } from "./common.tsx";

export interface FramesProps extends ViewProps {
  readonly list: Listed<{ readonly alias: Alias; readonly indicator: Indicator }>;
}

export function FramesView({ shell, list }: FramesProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(more.frameTitle)}
      lead={say(more.frameLead)}
      current={paths.indicators}
      breadcrumbs={[{ text: say(w.module), href: paths.indicators }, { text: say(more.frameTitle) }]}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(more.frameTitle),
          empty: <EmptyState>{say(list.filtered ? more.nothingMatches : more.framesEmpty)}</EmptyState>,
          columns: [
            { key: "theirs", head: say(w.frame), sortable: true, cell: ({ alias }) => `${alias.frame} ${alias.code}` },
            { key: "name", head: say(w.partners), cell: ({ alias }) => say(alias.names) },
            {
              key: "ours",
              head: say(w.indicator),
              sortable: true,
              cell: ({ indicator }) => <Link href={paths.one(indicator.id)}>{say(indicator.names)}</Link>,
            },
            { key: "unit", head: say(w.unit), cell: ({ indicator }) => unitText(shell, indicator.unit) },
          ],
        }}
      />
    </Frame>
  );
}
