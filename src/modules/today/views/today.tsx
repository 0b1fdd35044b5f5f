/** The morning page: what is late, what is due, why, and whom to call. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Link } from "#platform/ui/link.tsx";
import { EmptyState, MoreLinks, MorningGroup, Section, Timeline, type MorningRowProps, type TimelineEntry } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

/** One group of rows with its heading. */
export interface MorningSection {
  readonly id: string;
  readonly title: string;
  /** Things, which can be more than rows: many alike stand in one row. */
  readonly count: number;
  readonly rows: readonly MorningRowProps[];
}

export interface TodayProps {
  readonly shell: Shell;
  readonly name: string;
  readonly lead: string;
  readonly sections: readonly MorningSection[];
  readonly happened: readonly TimelineEntry[];
}

export function TodayView({ shell, name, lead, sections, happened }: TodayProps): VNode {
  const { say } = shell;
  const empty = sections.every((section) => section.rows.length === 0);
  const aside = (
    <Section id="happened" title={say(w.since)}>
      {happened.length === 0 ? <EmptyState>{say(w.sinceEmpty)}</EmptyState> : <Timeline entries={happened} />}
    </Section>
  );
  return (
    <Frame
      shell={shell}
      title={say(w.greeting, { name })}
      lead={lead}
      current={paths.today}
      aside={{ label: say(w.since), content: aside }}
    >
      {empty ? <EmptyState>{say(w.nothing)}</EmptyState> : sections.map((section) => <MorningGroup {...section} />)}
      {!empty && (
        <MoreLinks>
          <Link href={paths.calendar}>{say(w.calendar)}</Link>
        </MoreLinks>
      )}
    </Frame>
  );
}
