/** The public calendar: what adopted plans hold for whom, with feeds for calendars and programs. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, type Download, type FiltersProps } from "#platform/ui/lists.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { YearPicture, type YearProps } from "../picture.tsx";
import type { PublicEvent } from "../queries-public.ts";
import { w as lineWords } from "../words-line.ts";
import { w } from "../words-form.ts";
import { groupNames, nameOf } from "#kernel/pack/shown.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { daysText, regionName, type ViewProps } from "./common.tsx";

export interface CalendarProps extends ViewProps {
  readonly events: readonly PublicEvent[];
  readonly ahead: number;
  readonly filters: Omit<FiltersProps, "say">;
  readonly pages: { readonly current: number; readonly last: number; readonly href: (page: number) => string };
  readonly downloads: readonly Download[];
  readonly year: YearProps | null;
}

export function CalendarView({ shell, events, ahead, filters, pages, downloads, year }: CalendarProps): VNode {
  const { say, pack, language } = shell;
  return (
    <Frame
      shell={shell}
      area="portal"
      title={say(w.calendarTitle)}
      lead={say(w.calendarLead, { count: ahead })}
      current={paths.calendar}
      feeds={[{ href: paths.feed, title: say(w.calendarTitle), type: "text/calendar" }]}
    >
      <ListPage
        say={say}
        filters={filters}
        table={{
          caption: say(w.calendarTitle),
          rows: events,
          empty: <EmptyState>{say(w.calendarEmpty)}</EmptyState>,
          columns: [
            {
              key: "event",
              head: say(w.event),
              cell: (event: PublicEvent) => (
                <>
                  <b lang={langOf(event.language, language)}>{event.title}</b>
                  <p class="in-small">{nameOf(say, pack, "modality", event.modality)}</p>
                </>
              ),
            },
            {
              key: "when",
              head: say(lineWords.when),
              cell: (event: PublicEvent) => <Link href={paths.event(event.id)}>{daysText(say, event)}</Link>,
            },
            { key: "groups", head: say(w.forWhom), cell: (event: PublicEvent) => groupNames(say, pack, event.groups) },
            {
              key: "region",
              head: say(lineWords.region),
              cell: (event: PublicEvent) => regionName(say, pack, event.region) || nameOf(say, pack, "delivery_mode", event.mode),
            },
            {
              key: "places",
              head: say(lineWords.places),
              numeric: true,
              cell: (event: PublicEvent) => formatNumber(event.places, language),
            },
          ],
        }}
        pages={pages}
        downloads={downloads}
        moreLinks={<Link href={paths.feed}>{say(w.subscribe)}</Link>}
      />
      {year !== null && <YearPicture {...year} heading={2} />}
    </Frame>
  );
}
