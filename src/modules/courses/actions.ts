/** Steps of a version of a course: review by two posts, publishing, revision, and its end. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { addMonths } from "#kernel/calendar/day.ts";
import { stepsOf, type Steps } from "#kernel/flow/step.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Language } from "#platform/i18n/text.ts";
import { courseFlow, type CourseStep, type VersionFacts } from "./flows.ts";
import { p } from "./problems.ts";
import { findVersion, moduleCount, reviewsOf } from "./queries.ts";
import { RULES } from "./rules.ts";
import { missingParts, type Aspect, type CourseState, type CourseVersion } from "./schema.ts";
import type { CoursesTables } from "./tables.ts";

/** What the flow depends on, for one post. Three queries. */
export async function factsFor(db: Act["tx"], version: CourseVersion, post: string | null): Promise<VersionFacts> {
  const reviews = await reviewsOf(db, version.version);
  const running = reviews.filter((review) => review.round === runningRound(reviews));
  const { rows } =
    await sql`select from courses.version where course = ${version.course} and id <> ${version.version} and state in ('draft', 'reviewed')`.execute(
      db,
    );
  return {
    missing: missingParts({ version, modules: await moduleCount(db, version.version) }).length,
    asked: version.askedAt !== null,
    content: running.find((review) => review.aspect === "content") ?? null,
    legal: running.find((review) => review.aspect === "legal") ?? null,
    post,
    inWork: rows.length > 0,
  };
}

/** Rounds are counted by returns: what was returned is looked at anew by both. */
function runningRound(reviews: readonly { readonly decision: string }[]): number {
  return 1 + reviews.filter((review) => review.decision === "returned").length;
}

/** The steps of a version, which also lock a draft for its writers. */
export const steps: Steps<CourseVersion, CourseState, CourseStep> = stepsOf({
  flow: courseFlow,
  table: "courses.version",
  read: (act, id) => findVersion(act.tx, id),
  facts: (act, actor, version) => factsFor(act.tx, version, actor.post),
  organisation: (version) => version.organisation,
  member: () => null,
  notFound: () => new Problem(p.noCourse),
});

/** Gives a draft to the reviewers. */
export const askReview = (act: Act, id: string): Promise<void> =>
  steps.step(act, id, "ask", () => ({ set: { asked_at: act.now }, entry: { kind: "courses.version.review_asked" } }));

/** Approvals hold for what was read: once it may be changed they are gone here, and the journal still knows them. */
async function openAgain(act: Act<CoursesTables>, id: string, step: "takeBack" | "reopen", kind: string): Promise<void> {
  await steps.step(act, id, step, () => ({ set: { asked_at: null }, entry: { kind } }));
  await sql`delete from courses.review where version = ${id} and decision = 'approved'`.execute(act.tx);
}

/** Takes a draft back from the reviewers. */
export const takeBack = (act: Act, id: string): Promise<void> => openAgain(act, id, "takeBack", "courses.version.taken_back");

/** Opens a reviewed version again. */
export const reopen = (act: Act, id: string): Promise<void> => openAgain(act, id, "reopen", "courses.version.reopened");

/** What a reviewer decides. */
export interface ReviewDecision {
  readonly aspect: Aspect;
  readonly decision: "approved" | "returned";
  readonly note: string;
  readonly language: Language;
}

/** One of the two reviews. A return opens the draft again; the second approval makes the version reviewed. */
export async function review(act: Act<CoursesTables>, id: string, { aspect, decision, note, language }: ReviewDecision): Promise<void> {
  await steps.step(act, id, aspect === "content" ? "reviewContent" : "reviewLegal", async (version) => {
    const before = await reviewsOf(act.tx, id);
    const round = runningRound(before);
    await act.tx
      .insertInto("courses.review")
      .values({ id: newId(), version: id, aspect, decision, note, language, post: act.author.post, round, recorded_at: act.now })
      .execute();
    const other = before.some((one) => one.round === round && one.aspect !== aspect && one.decision === "approved");
    const entry = { kind: `courses.version.${aspect}_${decision}`, payload: { number: version.number, round } };
    if (decision === "returned") return { set: { asked_at: null }, entry };
    return other ? { set: { state: "reviewed" satisfies CourseState }, entry } : { entry };
  });
}

const monthsUntilRevision = (rules: RuleSet): number | null => {
  const value = rules.parameters["course_revision_after"]?.value;
  // A rule set that is older than this number sets no day: nothing is guessed.
  return typeof value === "number" ? value : null;
};

async function nextRevision(act: Act): Promise<string | null> {
  const months = monthsUntilRevision(await ruleSetFor(act.tx, RULES, act.today));
  return months === null ? null : addMonths(act.today, months);
}

/** Publishes a reviewed version; the one in force before is retired and stays readable as what past sessions taught. */
export async function publish(act: Act<CoursesTables>, id: string): Promise<void> {
  const revision_on = await nextRevision(act);
  await steps.step(act, id, "publish", async (version) => {
    await act.tx
      .updateTable("courses.version")
      .set({ state: "retired", ended_at: act.now })
      .where("course", "=", version.course)
      .where("state", "in", ["published", "revision_due"])
      .execute();
    return {
      set: { published_at: act.now, revision_on },
      entry: { kind: "courses.version.published", payload: { number: version.number, revision_on } },
    };
  });
}

/** Says that a course whose revision is due still holds as it is. */
export async function confirm(act: Act, id: string): Promise<void> {
  const revision_on = await nextRevision(act);
  await steps.step(act, id, "confirm", () => ({
    set: { revision_on },
    entry: { kind: "courses.version.confirmed", payload: { revision_on } },
  }));
}

/** By the clock: the revision of a published version has come due. */
export const comeDue = (act: Act, id: string): Promise<void> =>
  steps.step(act, id, "comeDue", () => ({ entry: { kind: "courses.version.revision_due" } }));

/** Begins the next version as a copy of this one; returns it. */
export async function revise(act: Act<CoursesTables>, id: string): Promise<string> {
  const next = newId();
  await steps.step(act, id, "revise", async (version) => {
    const { rows } = await sql<{ number: number }>`
      insert into courses.version (id, course, number, state, title, summary, outcomes, prerequisites, modality, domain, other_domains, programme, languages,
        target_groups, assessment, pass_mark, attendance_minimum, pre_test, post_test, evaluation, recorded_at)
      select ${next}, course, (select max(number) + 1 from courses.version where course = ${version.course}), 'draft', title, summary, outcomes, prerequisites,
        modality, domain, other_domains, programme, languages, target_groups, assessment, pass_mark, attendance_minimum, pre_test, post_test, evaluation, ${act.now}
      from courses.version where id = ${id} returning number`.execute(act.tx);
    await sql`insert into courses.module (id, version, position, title, objective, minutes, practical_minutes, method)
      select gen_random_uuid(), ${next}, position, title, objective, minutes, practical_minutes, method from courses.module where version = ${id}`.execute(
      act.tx,
    );
    await sql`insert into courses.material (id, version, title, language, licence, author, file, recorded_at)
      select gen_random_uuid(), ${next}, title, language, licence, author, file, ${act.now} from courses.material where version = ${id}`.execute(
      act.tx,
    );
    return { entry: { kind: "courses.version.revised", payload: { number: rows[0]?.number ?? 0 } } };
  });
  return next;
}

/** Drops a version before it was published, or retires a course; the reason is said. */
export async function end(
  act: Act,
  id: string,
  step: "drop" | "retire",
  reason: { readonly text: string; readonly language: Language },
): Promise<void> {
  await steps.step(act, id, step, () => ({
    set: { ended_at: act.now, reason: reason.text, reason_language: reason.language },
    entry: { kind: step === "drop" ? "courses.version.dropped" : "courses.version.retired" },
  }));
}
