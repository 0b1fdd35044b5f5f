/** What posts owe to courses: reviews that wait, returned drafts, what is ready to publish, and revisions that are due. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { reachOf, type Verb } from "#kernel/access/verb.ts";
import { addDays, dayOf, type Day } from "#kernel/calendar/day.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Language, Text, Values } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { courseFlow } from "./flows.ts";
import { paths } from "./paths.ts";
import { RULES, verbs } from "./rules.ts";
import { wordingIn, type Aspect, type CourseState, type Wording } from "./schema.ts";
import { w } from "./words.ts";

interface Waiting {
  readonly version: string;
  readonly organisation: string;
  readonly state: CourseState;
  readonly title: Wording;
  readonly askedAt: Date | null;
  readonly revisionOn: Day | null;
  /** Aspects approved in the running round, each with its post. */
  readonly approvals: Readonly<Partial<Record<Aspect, string | null>>>;
  readonly returnedAt: Date | null;
  readonly reviewedAt: Date | null;
  readonly inWork: boolean;
}

async function waitingOf(db: Db<any>, organisations: readonly string[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select v.id as version, c.organisation, v.state, v.title, v.asked_at as "askedAt", v.revision_on as "revisionOn",
      coalesce((select jsonb_object_agg(r.aspect, r.post) from courses.review r where r.version = v.id and r.decision = 'approved'
        and r.round = 1 + (select count(*) from courses.review x where x.version = v.id and x.decision = 'returned')), '{}') as approvals,
      (select max(r.recorded_at) from courses.review r where r.version = v.id and r.decision = 'returned') as "returnedAt",
      (select max(r.recorded_at) from courses.review r where r.version = v.id and r.decision = 'approved') as "reviewedAt",
      exists (select from courses.version n where n.course = v.course and n.state in ('draft', 'reviewed')) as "inWork"
    from courses.version v join courses.course c on c.id = v.course
    where c.organisation = any(${[...organisations]}::uuid[]) and v.state in ('draft', 'reviewed', 'revision_due') order by c.code`.execute(
    db,
  );
  return rows;
}

type Post = DutyQuestion["posts"][number];
const mayDo = (post: Post, verb: Verb): boolean => reachOf({ roles: post.roles } as never, verb) !== null;

/** A sentence with the course's title in each language. Titles hold no braces, so that they stay plain words in a pattern. */
function named(text: Text, title: Wording): Text {
  const say = (language: Language): string => text[language].replace("{course}", wordingIn(title, language).text);
  return { en: say("en"), fr: say("fr"), rw: say("rw") };
}

/** The duties that one version makes for one post. */
function dutiesOver(row: Waiting, post: Post, reviewBy: (asked: Day) => Day, zone: string): Duty[] {
  const duty = (step: string, text: Text, why: { readonly text: Text; readonly values?: Values }, due: Day, href: string): Duty => ({
    key: `courses.${step}:${row.version}:${post.post}`,
    post: post.post,
    title: { text: named(text, row.title) },
    why,
    record: { kind: courseFlow.kind, id: row.version },
    href,
    due,
    action: w.dutyAction,
  });
  const on = (at: Date): Day => dayOf(at, zone);
  if (row.state === "draft" && row.askedAt !== null) {
    const asked = on(row.askedAt);
    return (["content", "legal"] as const).flatMap((aspect) => {
      const verb = aspect === "content" ? verbs.reviewContent : verbs.reviewLegal;
      const other = row.approvals[aspect === "content" ? "legal" : "content"];
      if (aspect in row.approvals || other === post.post || !mayDo(post, verb)) return [];
      const text = aspect === "content" ? w.dutyContent : w.dutyLegal;
      return [
        duty(
          `review_${aspect}`,
          text,
          { text: w.dutyReviewWhy, values: { day: formatDate(asked) } },
          reviewBy(asked),
          paths.review(row.version, aspect),
        ),
      ];
    });
  }
  if (row.state === "draft" && row.returnedAt !== null && mayDo(post, verbs.edit)) {
    const day = on(row.returnedAt);
    return [
      duty(
        "mend",
        w.dutyReturned,
        { text: w.dutyReturnedWhy, values: { day: formatDate(day) } },
        reviewBy(day),
        paths.version(row.version),
      ),
    ];
  }
  if (row.state === "reviewed" && row.reviewedAt !== null && mayDo(post, verbs.publish))
    return [duty("publish", w.dutyPublish, { text: w.dutyPublishWhy }, addDays(on(row.reviewedAt), 7), paths.version(row.version))];
  if (row.state === "revision_due" && row.revisionOn !== null && !row.inWork && mayDo(post, verbs.confirm)) {
    const why = { text: w.dutyReviseWhy, values: { day: formatDate(row.revisionOn) } };
    return [duty("revise", w.dutyRevise, why, row.revisionOn, paths.version(row.version))];
  }
  return [];
}

/** Two queries, whatever the number of posts and courses. */
export async function dutiesOf(db: Db<any>, { posts, today, pack }: DutyQuestion): Promise<readonly Duty[]> {
  const concerned = posts.filter((post) => mayDo(post, verbs.read));
  if (concerned.length === 0) return [];
  const days = (await ruleSetFor(db, RULES, today)).parameters["course_review_within"]?.value;
  const within = typeof days === "number" ? days : 0;
  const reviewBy = (day: Day): Day => addWorkingDays(pack.calendar, day, within);
  const rows = await waitingOf(db, [...new Set(concerned.map((post) => post.organisation))]);
  return rows.flatMap((row) =>
    concerned.filter((post) => post.organisation === row.organisation).flatMap((post) => dutiesOver(row, post, reviewBy, pack.timeZone)),
  );
}
