/** The demonstration's courses: one with its own content for each group, tests that score, and a course in every state. */
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { actWithin } from "#kernel/access/act.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { checkSheets } from "#kernel/questionnaire/check-upload.ts";
import { scoredQuestions, scoreOf } from "#kernel/questionnaire/score.ts";
import { LANGUAGES } from "#platform/i18n/text.ts";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { DEMO_COURSES, DEMO_TESTS } from "./demo.ts";
import { evaluationSheets, EVALUATION_RATINGS, testSheets } from "./demo-workbooks.ts";
import { module, publishedCourses } from "./index.ts";

const world = useWorld([module]);

beforeAll(async () => {
  await world.db.transaction().execute((tx) =>
    module.demo!({
      db: tx,
      pack: world.pack,
      today: TODAY,
      now: world.now,
      association: world.association,
      act: (actor: never, now: Date, work: (act: never) => Promise<never>) =>
        work(actWithin(tx, { actor, now, pack: world.pack }) as never),
    } as never as DemoContext),
  );
}, 60_000);

test("24 courses: every one with a title in three languages, its own outcomes, and groups that the country has", () => {
  expect(DEMO_COURSES).toHaveLength(24);
  const groups = new Set(world.pack.groups.map((group) => group.code));
  for (const course of DEMO_COURSES) {
    expect(LANGUAGES.every((language) => (course.title[language] ?? "") !== "")).toBe(true);
    expect(course.groups.filter((group) => !groups.has(group))).toEqual([]);
    expect(course.outcomes.length).toBeGreaterThanOrEqual(2);
    expect(course.modules.every(([, minutes, practical]) => practical <= minutes)).toBe(true);
  }
  const outcomes = DEMO_COURSES.flatMap((course) => course.outcomes.map((one) => one.en));
  expect(new Set(outcomes).size).toBe(outcomes.length);
});

test.each([
  "district_councillors",
  "sector_executive_secretaries",
  "cell_executive_secretaries",
  "jadf_permanent_secretaries",
  "health_directors",
])("the group %s, which the association names, has a course that is taught and its own test", async (group) => {
  const taught = (await publishedCourses(world.db, world.pack)).filter(
    (course) => course.groups.includes(group) && course.modality === "short_course",
  );
  expect(taught.length).toBeGreaterThan(0);
  expect(taught.every((course) => course.postTest !== null && course.evaluation !== null)).toBe(true);
});

test.each(DEMO_TESTS.map((one) => [one.code, one] as const))(
  "test %s is without a finding, and whoever knows the key scores 100",
  (_code, one) => {
    const { model, report } = checkSheets(world.pack, testSheets(one));
    expect(report.problems).toEqual([]);
    const scored = scoredQuestions(model!);
    expect(scored).toHaveLength(10);
    const answers = Object.fromEntries(scored.map((question) => [question.path, question.correct[0] ?? ""]));
    expect(scoreOf(model!, { answers }).percent).toBe(100);
    // The right answer stands in different places, or it could be guessed.
    expect(new Set(scored.map((question) => question.correct[0])).size).toBeGreaterThan(1);
  },
);

test("the evaluation asks four ratings from 1 to 5 and who was missing, and has no right answers", () => {
  const { model, report } = checkSheets(world.pack, evaluationSheets());
  expect(report.problems).toEqual([]);
  expect(model!.items.map((item) => item.name)).toEqual([...EVALUATION_RATINGS, "useful_part", "change", "missing"]);
  expect(scoredQuestions(model!)).toEqual([]);
});

test("courses stand in every state, and each published one was let through by two posts", async () => {
  const { rows } = await sql<{
    state: string;
    count: number;
  }>`select state, count(*)::int as count from courses.version group by state`.execute(world.db);
  expect(Object.fromEntries(rows.map((row) => [row.state, row.count]))).toEqual({ draft: 2, published: 21, revision_due: 1, retired: 1 });
  const through = await sql`
    select from courses.version v where v.published_at is not null and (select count(distinct r.post) from courses.review r where r.version = v.id and r.decision = 'approved') <> 2`.execute(
    world.db,
  );
  expect(through.rows).toEqual([]);
});
