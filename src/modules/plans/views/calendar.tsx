/** The public calendar: what adopted plans hold for whom, with feeds for calendars and programs. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
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
  readonly list: Listed<PublicEvent>;
  readonly ahead: number;
  readonly year: YearProps | null;
}

export function CalendarView({ shell, list, ahead, year }: CalendarProps): VNode {
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
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.calendarTitle),
          empty: <EmptyState>{say(w.calendarEmpty)}</EmptyState>,
          columns: [
            {
              key: "event",
              head: say(w.event),
              sortable: true,
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
              sortable: true,
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
              sortable: true,
              cell: (event: PublicEvent) => formatNumber(event.places, language),
            },
          ],
        }}
        moreLinks={<Link href={paths.feed}>{say(w.subscribe)}</Link>}
      />
      {year !== null && <YearPicture {...year} heading={2} />}
    </Frame>
  );
}
