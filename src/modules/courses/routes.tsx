/** The pages that read courses: the catalogue with its files, a course, its versions and its materials. */
import { timelineOf } from "#kernel/access/asked.ts";
import { listed, listedFile } from "#kernel/access/list.ts";
import { page, type Route } from "#kernel/access/route.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { offers, type Offer } from "#kernel/flow/flow.ts";
import { versionOf } from "#kernel/questionnaire/store.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { fileFacts, streamFile } from "#platform/files/store.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { openNeedCounts } from "#modules/needs";
import { factsFor } from "./actions.ts";
import { keeps, may, readCourse, readVersion, type Request } from "./ask.ts";
import { courseFlow, type CourseStep } from "./flows.ts";
import { listFor } from "./list-courses.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { materialsOf, modulesOf, reviewsOf, versionsOf } from "./queries.ts";
import { RULES, verbs } from "./rules.ts";
import { practicalShare, type CourseVersion } from "./schema.ts";
import { CourseView, type CourseProps } from "./views/course.tsx";
import { CoursesView } from "./views/courses.tsx";
import { w as flowWords } from "./words-flow.ts";

async function courses(r: Request): Promise<Reply> {
  const keeper = await keeps(r);
  const list = await listed(r, listFor(keeper));
  return show(<CoursesView shell={r.shell} list={list} keeps={keeper} mayBegin={await may(r, verbs.edit, r.association)} />);
}

/** The two percents that hold for a version: its own, or those of the rule set. */
export async function ruleOf(r: Request, version: Pick<CourseVersion, "attendanceMinimum" | "passMark">): Promise<CourseProps["rule"]> {
  const rules = await ruleSetFor(r.db, RULES, r.today);
  return {
    attendance: version.attendanceMinimum ?? numberOf(rules, "attendance_minimum"),
    pass: version.passMark ?? numberOf(rules, "pass_mark"),
    source: rules.source,
  };
}

/** Open needs in a course's fields that training can cure. */
async function needsOf(r: Request, version: CourseVersion): Promise<CourseProps["needs"]> {
  const domains = [version.domain, ...version.otherDomains];
  const found = await openNeedCounts(r.db, r.pack, domains);
  return domains.map((domain) => ({ domain, count: found.get(domain)?.needs ?? 0, organisations: found.get(domain)?.organisations ?? 0 }));
}

async function questionnairesOf(r: Request, version: CourseVersion): Promise<CourseProps["questionnaires"]> {
  const title = async (id: string | null): Promise<string | null> => (id === null ? null : ((await versionOf(r.db, id))?.title ?? null));
  return { preTest: await title(version.preTest), postTest: await title(version.postTest), evaluation: await title(version.evaluation) };
}

/** Steps that nobody takes by hand are not offered, nor what only waits for somebody to ask. */
const isOffered = ({ step, refusal }: Offer<CourseStep>): boolean =>
  step !== "accept" && step !== "comeDue" && (refusal === null || refusal.text !== flowWords.notAsked);

async function showVersion(r: Request, version: CourseVersion): Promise<Reply> {
  const keeper = await may(r, verbs.read, version.organisation);
  const [modules, materials] = [await modulesOf(r.db, version.version), await materialsOf(r.db, version.version)];
  const versions = keeper || version.state === "retired" ? await versionsOf(r.db, version.course) : [];
  const facts = keeper ? await factsFor(r.db as never, version, r.actor?.post ?? null) : null;
  const offered = facts === null ? [] : offers(courseFlow, version.state, facts, { actor: r.actor }).filter(isOffered);
  return show(
    <CourseView
      shell={r.shell}
      version={version}
      modules={modules}
      materials={materials}
      rule={await ruleOf(r, version)}
      questionnaires={keeper ? await questionnairesOf(r, version) : { preTest: null, postTest: null, evaluation: null }}
      needs={keeper ? await needsOf(r, version) : null}
      work={
        keeper
          ? {
              offers: offered,
              mayEdit: await may(r, verbs.edit, version.organisation),
              moduleCount: modules.length,
              materialCount: materials.length,
            }
          : null
      }
      reviews={keeper ? await reviewsOf(r.db, version.version) : []}
      versions={versions}
      history={keeper ? (await timelineOf(r, [version.course, ...versions.map((one) => one.version)], 12)).entries : []}
    />,
  );
}

/** One course for programs: what its page shows to anyone. */
async function courseJson(r: Request): Promise<Reply> {
  const version = await readCourse(r);
  const rule = await ruleOf(r, version);
  const modules = await modulesOf(r.db, version.version);
  const materials = await materialsOf(r.db, version.version);
  const value = {
    code: version.code,
    version: version.number,
    state: version.state,
    title: version.title,
    summary: version.summary,
    outcomes: version.outcomes,
    prerequisites: version.prerequisites,
    modality: version.modality,
    domains: [version.domain, ...version.otherDomains],
    groups: version.groups,
    languages: version.languages,
    hours: version.hours,
    practical_share: practicalShare(version),
    attendance_minimum: rule.attendance,
    pass_mark: version.assessment === "test" ? rule.pass : null,
    assessment: version.assessment,
    published_on: version.publishedAt === null ? null : dayOf(version.publishedAt, r.pack.timeZone),
    modules: modules.map(({ title, objective, minutes, practicalMinutes, method }) => ({
      title,
      objective,
      minutes,
      practical_minutes: practicalMinutes,
      method,
    })),
    materials: materials.map((one) => ({
      title: one.title,
      language: one.language,
      licence: one.licence,
      author: one.author,
      href: r.origin + paths.material(version.version, one.id),
    })),
  };
  return { kind: "data", value, status: 200 };
}

async function material(r: Request): Promise<Reply> {
  const version = await readVersion(r);
  const found = (await materialsOf(r.db, version.version)).find((one) => one.id === r.params["material"]);
  const facts = found === undefined ? undefined : (await fileFacts(r.db as never, [found.file])).get(found.file);
  if (facts === undefined) throw new Problem(p.noCourse);
  return download(facts.name, facts.mediaType, streamFile(r.db as never, facts));
}

export const readRoutes: readonly Route[] = [
  page(paths.courses, "public", courses),
  page(paths.csv, "public", async (r: Request) => listedFile(r, listFor(await keeps(r)), "csv")),
  page(paths.xlsx, "public", async (r: Request) => listedFile(r, listFor(await keeps(r)), "xlsx")),
  page(paths.feed, "public", async (r: Request) => listedFile(r, listFor(await keeps(r)), "json")),
  page(paths.version(":id"), "public", async (r: Request) => showVersion(r, await readVersion(r))),
  page(paths.material(":id", ":material"), "public", material),
  page(paths.courseJson(":id"), "public", courseJson),
  page(paths.course(":id"), "public", async (r: Request) => showVersion(r, await readCourse(r))),
];
