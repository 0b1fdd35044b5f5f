/** Claimed figures that wait for somebody else to look them up. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Figure, Indicator } from "#kernel/measure/schema.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { ActionForm } from "#platform/ui/buttons.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { periodText, valueText } from "../format.ts";
import { paths } from "../paths.ts";
import { w as more } from "../words-more.ts";
import { w } from "../words.ts";
import type { ViewProps } from "./common.tsx";

export interface ToVerifyProps extends ViewProps {
  readonly figures: readonly Figure[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly names: ReadonlyMap<string, string>;
}

export function ToVerifyView({ shell, figures, indicators, names }: ToVerifyProps): VNode {
  const { say, language, pack, formToken } = shell;
  const rows = figures.flatMap((figure) => {
    const indicator = indicators.get(figure.indicator);
    return indicator === undefined ? [] : [{ figure, indicator }];
  });
  return (
    <Frame
      shell={shell}
      title={say(more.verifyTitle)}
      lead={say(more.verifyLead)}
      current={paths.indicators}
      breadcrumbs={[{ text: say(w.module), href: paths.indicators }, { text: say(more.verifyTitle) }]}
    >
      <DataTable
        say={say}
        caption={say(more.verifyTitle)}
        rows={rows}
        empty={<EmptyState>{say(more.verifyEmpty)}</EmptyState>}
        columns={[
          {
            key: "indicator",
            head: say(w.indicator),
            cell: ({ figure, indicator }) => <Link href={paths.ofPlace(indicator.id, figure.organisation)}>{say(indicator.names)}</Link>,
          },
          { key: "place", head: say(w.place), cell: ({ figure }) => names.get(figure.organisation ?? "") ?? say(w.everywhere) },
          { key: "period", head: say(w.period), cell: ({ figure }) => periodText(figure) },
          {
            key: "value",
            head: say(w.value),
            numeric: true,
            cell: ({ figure, indicator }) => <b>{valueText(indicator, figure.value, language)}</b>,
          },
          { key: "source", head: say(w.source), cell: ({ figure }) => figure.source },
          { key: "recorded", head: say(more.recorded), cell: ({ figure }) => formatDate(dayOf(figure.recordedAt, pack.timeZone)) },
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
                hidden={{ back: "list" }}
              />
            ),
          },
        ]}
      />
    </Frame>
  );
}
