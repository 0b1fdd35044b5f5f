/** Where training is seen at work: rates by session, course, trainer or organisation. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { Bars, type BarsProps } from "#platform/ui/charts/bars.tsx";
import { formatDate, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/list-page.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { rateOf, type RateRow } from "../rates.ts";
import type { Application } from "../schema.ts";
import { w as plain } from "../words.ts";
import { w } from "../words-rates.ts";

export interface RatesProps {
  readonly shell: Shell;
  readonly list: Listed<RateRow>;
  readonly picture: BarsProps | null;
  readonly sum: Application;
  readonly least: number;
  readonly withheld: boolean;
}

/** At most so many rows are drawn. */
const MOST_BARS = 15;

/** The highest rates as bars; null when no rate can be shown. */
export function ratesPicture(
  shell: Pick<Shell, "say" | "language">,
  rows: readonly RateRow[],
  today: string,
  svgHref: string,
): BarsProps | null {
  const { say, language } = shell;
  const shown = rows.flatMap((row) => {
    const rate = rateOf(row);
    return rate === null ? [] : [{ row, rate }];
  });
  const drawn = shown.sort((a, b) => b.rate - a.rate).slice(0, MOST_BARS);
  if (drawn.length < 2) return null;
  const percent = (value: number): string => formatPercent(value, language);
  const values = { rows: drawn.length, most: percent(drawn[0]?.rate ?? 0), least: percent(drawn.at(-1)?.rate ?? 0) };
  return {
    say,
    about: {
      title: say(w.pictureTitle),
      unit: say(w.pictureUnit),
      source: say(w.source),
      date: formatDate(today),
      label: say(w.pictureLabel, values),
      svgHref,
    },
    rows: drawn.map(({ row, rate }) => ({
      label: row.name,
      ...(row.href !== null && { href: row.href }),
      value: rate,
      note: `${row.sum.verifiedFirst} / ${row.sum.due}`,
    })),
    most: 1,
    format: percent,
    heads: [say(w.name), say(w.rate)],
  };
}

/** The list of rates with its picture. */
export function RatesView(props: RatesProps): VNode {
  const { shell, list, picture, sum, least, withheld } = props;
  const { say, language } = shell;
  const number = (value: number): string => formatNumber(value, language);
  const rate = (row: RateRow): string => {
    const value = rateOf(row);
    return value !== null ? formatPercent(value, language) : row.withheld && row.sum.due > 0 ? say(w.few, { least }) : "–";
  };
  return (
    <Frame
      shell={shell}
      title={say(plain.module)}
      lead={sum.due === 0 ? say(w.leadNone) : say(w.lead, { due: number(sum.due), verified: number(sum.verifiedFirst) })}
      current="/followups"
      width="wide"
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(plain.module),
          columns: [
            {
              key: "name",
              head: say(w.name),
              sortable: true,
              cell: (row) => (row.href === null ? row.name : <Link href={row.href}>{row.name}</Link>),
            },
            {
              key: "tasks",
              head: say(w.tasks),
              numeric: true,
              sortable: true,
              cell: (row) => (row.withheld ? "–" : number(row.sum.tasks)),
            },
            { key: "due", head: say(w.due), numeric: true, sortable: true, cell: (row) => (row.withheld ? "–" : number(row.sum.due)) },
            { key: "seen", head: say(w.seen), numeric: true, cell: (row) => (row.withheld ? "–" : number(row.sum.verifiedFirst)) },
            { key: "rate", head: say(w.rate), numeric: true, sortable: true, cell: rate },
            { key: "open", head: say(w.toAnswer), numeric: true, cell: (row) => (row.withheld ? "–" : number(row.sum.toAnswer)) },
          ],
          empty: <EmptyState>{say(w.none)}</EmptyState>,
        }}
      >
        {picture !== null && <Bars {...picture} />}
        {withheld && <p class="in-small">{say(w.fewNote, { least })}</p>}
      </ListPage>
    </Frame>
  );
}
