/** The mapping table: what each partner’s report calls an indicator. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Alias, Indicator } from "#kernel/measure/schema.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, type Download } from "#platform/ui/lists.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { unitText } from "../format.ts";
import { paths } from "../paths.ts";
import { w as more } from "../words-more.ts";
import { w } from "../words.ts";
import type { ViewProps } from "./common.tsx";

export interface FramesProps extends ViewProps {
  readonly rows: readonly { readonly alias: Alias; readonly indicator: Indicator }[];
  readonly frames: readonly string[];
  readonly frame: string;
  readonly downloads: readonly Download[];
}

export function FramesView({ shell, rows, frames, frame, downloads }: FramesProps): VNode {
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
        filters={{
          action: paths.frames,
          fields: [
            {
              name: "frame",
              label: say(w.frame),
              value: frame,
              options: [{ value: "", text: say(w.everywhere) }, ...frames.map((one) => ({ value: one, text: one }))],
            },
          ],
        }}
        table={{
          caption: say(more.frameTitle),
          rows,
          empty: <EmptyState>{say(more.framesEmpty)}</EmptyState>,
          columns: [
            { key: "theirs", head: say(w.frame), cell: ({ alias }) => `${alias.frame} ${alias.code}` },
            { key: "name", head: say(w.partners), cell: ({ alias }) => say(alias.names) },
            {
              key: "ours",
              head: say(w.indicator),
              cell: ({ indicator }) => <Link href={paths.one(indicator.id)}>{say(indicator.names)}</Link>,
            },
            { key: "unit", head: say(w.unit), cell: ({ indicator }) => unitText(shell, indicator.unit) },
          ],
        }}
        downloads={downloads}
      />
    </Frame>
  );
}
