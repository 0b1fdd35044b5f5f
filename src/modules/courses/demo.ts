/** Demonstration courses: one with its own content for each group, their tests, and a course in every state. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { actorFor } from "#kernel/access/session.ts";
import { addDays, addMonths, startOfDay, type Day } from "#kernel/calendar/day.ts";
import { hasCode, postTypesWith } from "#kernel/pack/lookup.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { importInstrument, publishedVersions, publishVersion } from "#kernel/questionnaire/store.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { newId } from "#platform/db/ids.ts";
import { storeFile } from "#platform/files/store.ts";
import { MEDIA_TYPES } from "#platform/tabular/sniff.ts";
import { councils } from "./demo-courses-councils.ts";
import { districts } from "./demo-courses-districts.ts";
import { money } from "./demo-courses-money.ts";
import { offices } from "./demo-courses-offices.ts";
import { people } from "./demo-courses-people.ts";
import { service } from "./demo-courses-service.ts";
import { villages } from "./demo-courses-villages.ts";
import { notesOf } from "./demo-notes.ts";
import type { DemoCourse } from "./demo-shapes.ts";
import { councilsTests } from "./demo-tests-councils.ts";
import { moneyTests } from "./demo-tests-money.ts";
import { officesTests } from "./demo-tests-offices.ts";
import { serviceTests } from "./demo-tests-service.ts";
import { evaluationWorkbook, testWorkbook } from "./demo-workbooks.ts";
import { RULES } from "./rules.ts";
import { LANGUAGES } from "#platform/i18n/text.ts";
import type { CourseState, Wording } from "./schema.ts";

/** Every course and test of the demonstration. */
export const DEMO_COURSES: readonly DemoCourse[] = [...councils, ...villages, ...offices, ...districts, ...service, ...money, ...people];
export const DEMO_TESTS = [...councilsTests, ...officesTests, ...serviceTests, ...moneyTests];

/** Codes of the instruments, by which other demonstrations find them. */
export const testCode = (code: string): string => `test-${code.toLowerCase()}`;
export const EVALUATION_CODE = "course-evaluation";

interface Hands {
  readonly writer: Actor | null;
  readonly manager: Actor | null;
  readonly lawyer: Actor | null;
}

/** Whoever holds a post of the association with a role today; null when nobody does. */
async function holderOf(demo: DemoContext, role: Role): Promise<Actor | null> {
  const types = postTypesWith(demo.pack, role).map((type) => type.code);
  const posts = await postsOn(demo.db, { organisations: [demo.association], postTypes: types, on: demo.today });
  const held = posts.find((post) => post.person !== null);
  return held?.person ? actorFor(demo.db as never, demo.pack, held.person, demo.today, held.post) : null;
}

async function instruments(demo: DemoContext, manager: Actor | null, at: Date): Promise<ReadonlyMap<string, string>> {
  const known = new Map((await publishedVersions(demo.db)).map((one) => [one.code, one.version]));
  const wanted = [
    ...DEMO_TESTS.map((test) => ({ code: testCode(test.code), title: test.title.en ?? test.code, make: () => testWorkbook(test) })),
    { code: EVALUATION_CODE, title: "Evaluation of the course", make: evaluationWorkbook },
  ];
  for (const { code, title, make } of wanted) {
    if (known.has(code)) continue;
    const bytes = await make();
    await demo.act(manager, at, async (act) => {
      const made = await importInstrument(act, {
        organisation: demo.association,
        code,
        title,
        language: "en",
        bytes,
        fileName: `${code}.xlsx`,
      });
      await publishVersion(act, made.version);
      known.set(code, made.version);
    });
  }
  return known;
}

/** One version to write, with the days of its life. */
interface Written {
  readonly id: string;
  readonly course: string;
  readonly number: number;
  readonly state: CourseState;
  readonly of: DemoCourse;
  readonly asked: Day | null;
  readonly published: Day | null;
  readonly ended: Day | null;
}

/** How far back the courses of the demonstration were published: before last fiscal year's sessions taught them. */
const FIRST_PUBLISHED = -620;

function versionsFor(today: Day, of: DemoCourse, index: number): Written[] {
  const course = newId();
  const version = (number: number, state: CourseState, days: Partial<Record<"asked" | "published" | "ended", number>>): Written => {
    const day = (n: number | undefined): Day | null => (n === undefined ? null : addDays(today, n));
    return { id: newId(), course, number, state, of, asked: day(days.asked), published: day(days.published), ended: day(days.ended) };
  };
  const at = FIRST_PUBLISHED - index;
  switch (of.standing) {
    case "second_version":
      return [
        version(1, "retired", { asked: -742, published: -730, ended: -512 }),
        version(2, "published", { asked: -526, published: -512 }),
      ];
    case "revision_due":
      return [version(1, "revision_due", { asked: -775, published: -760 })];
    case "asked":
      return [version(1, "draft", { asked: -9 })];
    case "returned":
      return [version(1, "draft", {})];
    case undefined:
      return [version(1, "published", { asked: at - 12, published: at })];
  }
}

const lines = (list: readonly Wording[]): Wording =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const texts = list.map((one) => one[language]);
      return texts.some((text) => text === undefined) ? [] : [[language, texts.join("\n")]];
    }),
  );

/** The second version of a course says more than the first, which had no practice in its last module. */
const modulesOf = ({ of, number }: Written): DemoCourse["modules"] =>
  of.standing === "second_version" && number === 1 ? of.modules.slice(0, -1) : of.modules;

async function write(demo: DemoContext, versions: readonly Written[], known: ReadonlyMap<string, string>, months: number): Promise<void> {
  const morning = (day: Day | null): Date | null =>
    day === null ? null : new Date(startOfDay(day, demo.pack.timeZone).getTime() + 9 * 3_600_000);
  const rows = versions.map((one) => {
    const { of } = one;
    const test = of.test === null ? null : (known.get(testCode(of.test)) ?? null);
    return {
      id: one.id,
      course: one.course,
      number: one.number,
      state: one.state,
      title: of.title,
      summary: of.summary,
      outcomes: lines(of.outcomes),
      prerequisites: {},
      modality: of.modality,
      domain: of.domain,
      other_domains: of.otherDomains,
      programme: of.programme ?? null,
      languages: of.languages,
      target_groups: of.groups.filter((group) => demo.pack.groups.some((each) => each.code === group)),
      assessment: of.assessment,
      pass_mark: of.passMark ?? null,
      pre_test: test,
      post_test: test,
      evaluation: known.get(EVALUATION_CODE) ?? null,
      asked_at: morning(one.asked),
      published_at: morning(one.published),
      revision_on: one.published === null ? null : addMonths(one.published, months),
      ended_at: morning(one.ended),
      recorded_at: morning(addDays(one.asked ?? addDays(demo.today, -30), -20)),
    };
  });
  const courses = [...new Map(rows.map((row) => [row.course, row])).values()].map((row) => ({
    id: row.course,
    organisation: demo.association,
    code: versions.find((one) => one.course === row.course)?.of.code,
    recorded_at: row.recorded_at,
  }));
  await insert(demo, "course", courses);
  await insert(demo, "version", rows);
  const modules = versions.flatMap((one) =>
    modulesOf(one).map(([title, minutes, practical_minutes, method, objective], index) => ({
      id: newId(),
      version: one.id,
      position: index + 1,
      title,
      objective,
      minutes,
      practical_minutes,
      method,
    })),
  );
  await insert(demo, "module", modules);
}

async function insert(
  demo: DemoContext,
  table: "course" | "version" | "module" | "material" | "review",
  rows: readonly object[],
): Promise<void> {
  await sql`insert into ${sql.table(`courses.${table}`)} select * from jsonb_populate_recordset(null::${sql.table(`courses.${table}`)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    demo.db,
  );
}

/** What happened to each version, by whom, with the reviews that let it through or sent it back. */
async function tell(demo: DemoContext, versions: readonly Written[], hands: Hands): Promise<void> {
  const reviews: object[] = [];
  const at = (day: Day): Date => new Date(startOfDay(day, demo.pack.timeZone).getTime() + 10 * 3_600_000);
  const say = (by: Actor | null, day: Day, kind: string, one: Written, payload: Readonly<Record<string, unknown>>): Promise<number> =>
    demo.act(by, at(day), (act) =>
      act.journal({ kind: `courses.version.${kind}`, subject: { kind: "courses.version", id: one.id }, payload }),
    );
  const reviewed = async (
    one: Written,
    day: Day,
    aspect: "content" | "legal",
    decision: "approved" | "returned",
    note = "",
  ): Promise<void> => {
    const by = aspect === "content" ? hands.manager : hands.lawyer;
    reviews.push({
      id: newId(),
      version: one.id,
      aspect,
      decision,
      note,
      language: "en",
      post: by?.post ?? null,
      round: 1,
      recorded_at: at(day),
    });
    await say(by, day, `${aspect}_${decision}`, one, { number: one.number, round: 1 });
  };
  for (const one of versions) {
    if (one.of.standing === "returned") {
      const day = addDays(demo.today, -6);
      await reviewed(
        one,
        day,
        "legal",
        "returned",
        "The part on passwords names a retired instruction. Use the one in force, and say where it is published.",
      );
      continue;
    }
    if (one.asked === null) continue;
    await say(hands.writer, one.asked, "review_asked", one, {});
    if (one.published === null) {
      await reviewed(one, addDays(one.asked, 3), "content", "approved");
      continue;
    }
    await reviewed(one, addDays(one.asked, 4), "content", "approved");
    await reviewed(one, addDays(one.asked, 9), "legal", "approved");
    await say(hands.manager, one.published, "published", one, { number: one.number });
  }
  await insert(demo, "review", reviews);
}

async function addNotes(demo: DemoContext, versions: readonly Written[], writer: Actor | null): Promise<void> {
  const materials: object[] = [];
  for (const one of versions)
    for (const language of ["en", "fr"] as const) {
      const notes = notesOf({ ...one.of, modules: modulesOf(one) }, language);
      const id = newId();
      const file = await storeFile(demo.db as never, {
        name: `${one.of.code.toLowerCase()}-${language}.txt`,
        mediaType: MEDIA_TYPES.text,
        purpose: "courses.material",
        subject: { kind: "courses.material", id },
        uploadedBy: writer?.person ?? null,
        bytes: Buffer.from(notes.text, "utf8"),
      });
      materials.push({
        id,
        version: one.id,
        title: notes.title,
        language,
        licence: "cc_by",
        author: demo.pack.association.names.en,
        file,
        recorded_at: demo.now,
      });
    }
  await insert(demo, "material", materials);
}

/** The whole demonstration of this module. Courses for groups or forms of training that the country's pack does not know are left out. */
export async function demo(demo: DemoContext): Promise<void> {
  const fits = DEMO_COURSES.filter(
    (course) =>
      hasCode(demo.pack, "modality", course.modality) &&
      hasCode(demo.pack, "capacity_domain", course.domain) &&
      course.groups.some((group) => demo.pack.groups.some((one) => one.code === group)),
  );
  const hands: Hands = {
    writer: await holderOf(demo, "training_coordinator"),
    manager: await holderOf(demo, "capacity_manager"),
    lawyer: await holderOf(demo, "secretary_general"),
  };
  const known = await instruments(demo, hands.manager, new Date(demo.now.getTime() - 660 * 86_400_000));
  const months = (await ruleSetFor(demo.db, RULES, demo.today)).parameters["course_revision_after"]?.value;
  const versions = fits.flatMap((course, index) => versionsFor(demo.today, course, index));
  await write(demo, versions, known, typeof months === "number" ? months : 24);
  await tell(demo, versions, hands);
  await addNotes(demo, versions, hands.writer);
}
