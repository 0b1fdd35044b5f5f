/** The learning profile of an organisation and those below it: how far each course has come among those whose posts ask for it. */
import type { VNode } from "preact";
import { may, reaches, type Request } from "#kernel/access/asked.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { Bars, BarsSvg, type BarsProps } from "#platform/ui/charts/bars.tsx";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { formatDate, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { isId } from "#platform/db/ids.ts";
import { download, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p as http } from "#platform/http/problems.ts";
import { paths } from "./paths.ts";
import { offered, type Visit } from "./profile.ts";
import { courseShares, trainedUnder, type CourseShare } from "./queries.ts";
import { verbs } from "./rules.ts";
import { w } from "./words.ts";

/** Courses drawn at once; the list behind has them all. */
const MOST = 12;

/** True for those who nominate from the organisation: the list of names is open to them. */
async function seesNames(r: Visit, organisation: string): Promise<boolean> {
  return may(r, verbs.lacks) && reaches(r as Request, verbs.lacks, organisation);
}

/** The shares that this reader may see: those who nominate see all, others none of a group below the smallest cell. */
async function sharesFor(r: Visit, organisation: string): Promise<readonly CourseShare[]> {
  const { requirements } = await offered(r);
  const shares = await courseShares(r.db, requirements, organisation, r.today);
  if (await seesNames(r, organisation)) return shares;
  const smallest = numberOf(await ruleSetFor(r.db, "disclosure", r.today), "smallest_cell");
  // A share tells of those who lack as well as of those who have: both groups must be large enough.
  return shares.filter((one) => one.holders >= smallest && one.have >= smallest && one.holders - one.have >= smallest);
}

/** The drawing; null when there is nothing to draw. */
async function drawing(r: Visit, organisation: string): Promise<BarsProps | null> {
  const { courses } = await offered(r);
  const shares = (await sharesFor(r, organisation))
    .toSorted((a, b) => b.holders - a.holders || (a.course < b.course ? -1 : 1))
    .slice(0, MOST);
  if (shares.length === 0) return null;
  const named = await seesNames(r, organisation);
  const { say, language } = r;
  const row = (one: CourseShare): string => {
    const course = courses.get(one.course);
    return course === undefined ? one.course : say(course.title);
  };
  return {
    say,
    about: {
      title: say(w.profileTitle),
      unit: say(w.profileUnit),
      source: say(w.source),
      date: formatDate(r.today),
      label: shares.map((one) => `${row(one)}: ${say(w.ofHolders, { have: one.have, holders: one.holders })}`).join("; "),
      svgHref: `${paths.picture(organisation)}`,
    },
    rows: shares.map((one) => ({
      label: row(one),
      ...(named && { href: paths.lacksWith({ organisation, course: one.course }) }),
      value: one.have / one.holders,
      of: "verified",
      note: say(w.ofHolders, { have: one.have, holders: one.holders }),
    })),
    format: (value) => formatPercent(value, language),
    heads: [say(w.course), say(w.has)],
    most: 1,
    heading: "none",
  };
}

/** The panel on an organisation’s page. */
export async function organisationProfile(r: Visit, organisation: string): Promise<VNode | null> {
  const record = r.house.records.get("organisation");
  if (record === undefined || !(await record.visible(r.db, r.actor, [organisation], r.today)).has(organisation)) return null;
  const year = fiscalYearOf(r.pack.calendar, r.today);
  const [bars, trained] = await Promise.all([
    drawing(r, organisation),
    trainedUnder(r.db, organisation, { from: year.start, to: r.today }),
  ]);
  const { say, language } = r;
  const hours = trained.holders === 0 ? 0 : trained.minutes / 60 / trained.holders;
  return (
    <Section
      id="learning"
      title={say(w.profile)}
      note={say(w.profileSum, { people: trained.people, holders: trained.holders, hours: formatNumber(hours, language, 1) })}
    >
      {bars === null ? <EmptyState>{say(w.tooFew)}</EmptyState> : <Bars {...bars} />}
      {(await seesNames(r, organisation)) && (
        <MoreLinks>
          <Link href={paths.lacksWith({ organisation, standing: "lacks" })}>{say(w.whoLacks)}</Link>
        </MoreLinks>
      )}
    </Section>
  );
}

/** The panel’s drawing as a file. */
export async function picture(r: Visit): Promise<Reply> {
  const id = r.params["id"] ?? "";
  const record = r.house.records.get("organisation");
  const open = isId(id) && record !== undefined && (await record.visible(r.db, r.actor, [id], r.today)).has(id);
  const bars = open ? await drawing(r, id) : null;
  if (bars === null) throw new Problem(http.notFound);
  return download("learning.svg", "image/svg+xml", svgFile(r.say, bars.about, <BarsSvg {...bars} />));
}
