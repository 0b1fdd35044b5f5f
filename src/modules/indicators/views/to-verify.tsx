/** Claimed figures that wait for somebody else to look them up, one indicator after another. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import type { Figure, Indicator } from "#kernel/measure/schema.ts";
import { tierOf } from "#kernel/pack/lookup.ts";
import { ActionForm } from "#platform/ui/buttons.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { periodText, valueText } from "../format.ts";
import { paths } from "../paths.ts";
import { w as more } from "../words-more.ts";
import { w } from "../words.ts";
import type { ViewProps } from "./common.tsx";

/** A figure that waits, with the name of its place. */
export interface Waiting {
  readonly figure: Figure;
  readonly indicator: Indicator;
  readonly place: string;
}

export interface ToVerifyProps extends ViewProps {
  readonly list: Listed<Waiting>;
  /** What the address asks of the list, carried along so that the next figure is where this one was. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Where a figure is from and of whom: “Huye, 10/2025, women”. */
function whoseOf({ shell }: ViewProps, { figure, place }: Waiting): string {
  const { say, pack } = shell;
  const sex = figure.sex === null ? null : say(figure.sex === "F" ? w.women : w.men).toLowerCase();
  const tier = figure.tier === null ? null : say(tierOf(pack, figure.tier).names);
  return [place, periodText(figure), sex, tier].filter((part) => part !== null).join(", ");
}

export function ToVerifyView({ shell, list, kept }: ToVerifyProps): VNode {
  const { say, language, pack, formToken } = shell;
  return (
    <Frame
      shell={shell}
      title={say(more.verifyTitle)}
      lead={say(more.verifyLead)}
      current={paths.indicators}
      breadcrumbs={[{ text: say(w.module), href: paths.indicators }, { text: say(more.verifyTitle) }]}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(more.verifyTitle),
          close: true,
          empty: <EmptyState>{say(list.filtered ? more.nothingMatches : more.verifyEmpty)}</EmptyState>,
          columns: [
            {
              key: "indicator",
              head: say(w.indicator),
              sortable: true,
              cell: ({ figure, indicator }) => <Link href={paths.ofPlace(indicator.id, figure.organisation)}>{say(indicator.names)}</Link>,
            },
            { key: "place", head: say(more.whose), close: "line", cell: (row) => whoseOf({ shell }, row) },
            {
              key: "value",
              head: say(w.value),
              numeric: true,
              cell: ({ figure, indicator }) => <b>{valueText(indicator, figure.value, language)}</b>,
            },
            { key: "source", head: say(w.source), close: "line", cell: ({ figure }) => figure.source },
            {
              key: "recorded",
              head: say(more.recorded),
              sortable: true,
              close: "labelled",
              cell: ({ figure }) => formatDate(dayOf(figure.recordedAt, pack.timeZone)),
            },
            {
              key: "act",
              head: say(w.act),
              headHidden: true,
              cell: ({ figure, indicator }) => (
                <ActionForm
                  action={paths.verify(indicator.id, figure.id)}
                  csrf={formToken}
                  text={say(w.verify)}
                  variant="secondary"
                  size="small"
                  hidden={{ ...kept, back: "list" }}
                />
              ),
            },
          ],
        }}
      />
    </Frame>
  );
}
