/** The lines of a plan as a list. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { owing } from "#kernel/money/amounts.ts";
import { balanceOf } from "#kernel/money/lines.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { lacksOf, lineReference } from "../rules.ts";
import type { Line, Plan, Progress } from "../schema.ts";
import { w as planWords } from "../words-plan.ts";
import { w } from "../words-line.ts";
import { groupNames, nameOf } from "#kernel/pack/shown.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { daysText, lacksText, LineTag, sums, type ViewProps } from "./common.tsx";

export interface LinesProps extends ViewProps {
  readonly plan: Plan;
  readonly list: Listed<Line>;
  readonly progress: ReadonlyMap<string, Progress>;
  readonly mayAdd: boolean;
  /** In a draft, what a line lacks is said beside it. */
  readonly draft: boolean;
}

function Title({ shell, line, draft }: ViewProps & { readonly line: Line; readonly draft: boolean }): VNode {
  const { say, pack, language } = shell;
  const lacks = draft ? lacksOf(line) : [];
  return (
    <>
      <Link href={paths.line(line.id)} attributes={{ lang: langOf(line.language, language) }}>
        {line.title}
      </Link>
      <p class="in-small">
        {nameOf(say, pack, "modality", line.modality)} · {groupNames(say, pack, line.groups)}
      </p>
      {lacks.length > 0 && <StatusTag tone="watch">{say(w.told, { what: say(w.lacks), value: lacksText(say, lacks) })}</StatusTag>}
    </>
  );
}

export function LinesView(props: LinesProps): VNode {
  const { shell, plan, list, progress, mayAdd, draft } = props;
  const { say, language } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.linesTitle)}
      caption={plan.title}
      lead={say(w.linesLead)}
      current={paths.plans}
      width="wide"
      back={{ href: paths.plan(plan.id), text: say(planWords.back) }}
      actions={mayAdd ? <Button href={paths.edit(plan.id, "new", "what")}>{say(w.addLine)}</Button> : undefined}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.linesTitle),
          empty: <EmptyState>{say(list.filtered ? w.linesEmpty : w.linesNone)}</EmptyState>,
          columns: [
            { key: "number", head: say(w.number), sortable: true, cell: (line: Line) => lineReference(line.number) },
            { key: "title", head: say(w.title), sortable: true, cell: (line: Line) => <Title shell={shell} line={line} draft={draft} /> },
            { key: "from", head: say(w.when), sortable: true, cell: (line: Line) => daysText(say, line) },
            {
              key: "places",
              head: say(w.places),
              numeric: true,
              sortable: true,
              cell: (line: Line) => formatNumber(line.places, language),
            },
            {
              key: "cost",
              head: say(w.cost),
              numeric: true,
              sortable: true,
              cell: (line: Line) => sums(shell, balanceOf(line.money).cost),
            },
            {
              key: "gap",
              head: say(w.withoutMoney),
              numeric: true,
              sortable: true,
              cell: (line: Line) => {
                const gap = owing(balanceOf(line.money).gap);
                return gap.size === 0 ? "–" : sums(shell, gap);
              },
            },
            {
              key: "state",
              head: say(planWords.state),
              cell: (line: Line) => <LineTag say={say} line={line} progress={progress.get(line.id)} />,
            },
          ],
        }}
      />
    </Frame>
  );
}
