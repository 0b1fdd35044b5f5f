/** Parts that several pages show: a portfolio, and where somebody stands with what a post asks for. */
import type { VNode } from "preact";
import type { Entry } from "#kernel/portfolio/portfolio.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { coursePaths, type CourseFacts } from "#modules/courses";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Certainty, Mark, StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { standingIn, type Standing } from "../requirements.ts";
import { w } from "../words.ts";

const TONES: Readonly<Record<Standing, Tone>> = { has: "good", came: "watch", lacks: "rest" };

/** Where somebody stands with a course: shape and word. */
export function StandingTag({ shell, standing }: { readonly shell: Shell; readonly standing: Standing }): VNode {
  return <StatusTag tone={TONES[standing]}>{shell.say(w[standing])}</StatusTag>;
}

/** Hours of some entries, rounded to a half; null where none says its minutes. */
export function hoursOf(entries: readonly Pick<Entry, "minutes">[]): number {
  return Math.round(entries.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0) / 30) / 2;
}

function dayText(entry: Entry): string {
  if (entry.fromPrecision === "year") return entry.from.slice(0, 4);
  if (entry.fromPrecision === "month") return formatDate(entry.from).slice(3);
  return entry.from === entry.to ? formatDate(entry.from) : `${formatDate(entry.from)} – ${formatDate(entry.to)}`;
}

/** A portfolio as rows, newest first; a title leads to its record when the reader may open it. */
export function PortfolioTable({
  shell,
  entries,
  hrefs,
}: {
  readonly shell: Shell;
  readonly entries: readonly Entry[];
  readonly hrefs: ReadonlyMap<string, string>;
}): VNode {
  const { say, language } = shell;
  return (
    <DataTable
      say={say}
      caption={say(w.portfolio)}
      rows={entries}
      columns={[
        {
          key: "title",
          head: say(w.course),
          cell: (entry) => {
            const href = hrefs.get(entry.about.id);
            return href === undefined ? <span lang={entry.language}>{entry.title}</span> : <Link href={href}>{entry.title}</Link>;
          },
        },
        { key: "when", head: say(w.when), cell: dayText },
        {
          key: "hours",
          head: say(w.hoursHead),
          numeric: true,
          cell: (entry) => (entry.minutes === null ? "–" : formatNumber(hoursOf([entry]), language, 1)),
        },
        { key: "outcome", head: say(w.outcome), cell: (entry) => say(w[entry.outcome]) },
        { key: "sure", head: say(w.sure), cell: (entry) => <Certainty say={say} of={entry.certainty} /> },
      ]}
      empty={<EmptyState>{say(w.portfolioEmpty)}</EmptyState>}
    />
  );
}

/** What a post asks for and where its holder stands. `entries` are the holder’s; null: nobody holds the post. */
export function AskedList({
  shell,
  post,
  courses,
  entries,
}: {
  readonly shell: Shell;
  readonly post: string;
  readonly courses: readonly CourseFacts[];
  readonly entries: readonly Entry[] | null;
}): VNode {
  const { say } = shell;
  const standings = courses.map((course) => ({ course, standing: standingIn(entries ?? [], course.code) }));
  const have = standings.filter(({ standing }) => standing === "has").length;
  const note = entries === null ? say(w.nobodyHolds) : say(w.askedLead, { post, have, asked: courses.length });
  return (
    <Section id="asked" title={say(w.asked)} note={courses.length === 0 ? undefined : note}>
      {courses.length === 0 ? (
        <EmptyState>{say(w.askedNothing)}</EmptyState>
      ) : (
        <ul class="in-rows">
          {standings.map(({ course, standing }) => (
            <li class="in-row">
              <Mark name={entries === null ? "rest" : TONES[standing]} colour={entries === null ? "rest" : TONES[standing]} />
              <h3>
                <Link href={coursePaths.course(course.id)}>{say(course.title)}</Link>
              </h3>
              {entries !== null && <p>{say(w[standing])}</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
