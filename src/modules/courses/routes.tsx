/** The pages that read courses: the catalogue with its files, a course, its versions and its materials. */
import { page, type Route } from "#kernel/access/route.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { offers, type Offer } from "#kernel/flow/flow.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import { versionOf } from "#kernel/questionnaire/store.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { LANGUAGES, isLanguage } from "#platform/i18n/text.ts";
import { fileFacts, streamFile } from "#platform/files/store.ts";
import { changedQuery, pageAsked } from "#platform/http/address.ts";
import { inPages, listFile, type Format, type ListColumn } from "#platform/http/list-file.ts";
import { download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { openNeedCounts } from "#modules/needs";
import { factsFor } from "./actions.ts";
import { codeAsked, historyOf, keeps, may, readCourse, readVersion, type Request } from "./ask.ts";
import { courseFlow, type CourseStep } from "./flows.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { COURSE_SORTS, listCourses, materialsOf, modulesOf, reviewsOf, versionsOf, type CourseFilter, type CourseSort } from "./queries.ts";
import { RULES, verbs } from "./rules.ts";
import { COURSE_STATES, practicalShare, wordingIn, type CourseVersion } from "./schema.ts";
import { courseModalities } from "./schema-form.ts";
import { CourseView, type CourseProps } from "./views/course.tsx";
import { CoursesView } from "./views/courses.tsx";
import { nameOf } from "#kernel/pack/shown.ts";
import { OWN_NAMES } from "./views/common.tsx";
import { w as flowWords } from "./words-flow.ts";
import { w } from "./words.ts";

const PAGE = 30;

/** What the address asks for. Visitors see what is taught; a state is a filter for those who keep courses. */
async function filterOf(r: Request): Promise<CourseFilter> {
  const keeper = await keeps(r);
  const group = r.query.get("group");
  const language = r.query.get("taught");
  return {
    publicOnly: !keeper,
    state: keeper ? (COURSE_STATES.find((state) => state === r.query.get("state")) ?? null) : null,
    group: r.pack.groups.some((one) => one.code === group) ? group : null,
    domain: codeAsked(r, "domain", "capacity_domain"),
    language: isLanguage(language) ? language : null,
    modality: codeAsked(r, "modality", "modality"),
    search: r.query.get("words")?.trim() || null,
  };
}

function sortOf(r: Request): { readonly key: CourseSort; readonly descending: boolean } {
  const [key, direction] = (r.query.get("sort") ?? "").split("-");
  return { key: COURSE_SORTS.find((one) => one === key) ?? "title", descending: direction === "down" };
}

function filtersOf(r: Request, ask: CourseFilter, total: number) {
  const { say, pack } = r;
  const any = (text: (typeof w)[keyof typeof w]) => ({ value: "", text: say(text) });
  const domains = codesOf(pack, "capacity_domain").map((code) => ({ value: code.code, text: say(code.names) }));
  const set = [ask.state, ask.group, ask.domain, ask.language, ask.modality, ask.search].some((one) => one !== null);
  const state = {
    name: "state",
    label: say(w.state),
    value: ask.state ?? "",
    options: [any(w.anyState), ...COURSE_STATES.map((one) => ({ value: one, text: say(courseFlow.states[one].title) }))],
  };
  const modality = {
    name: "modality",
    label: say(w.modality),
    value: ask.modality ?? "",
    options: [any(w.anyModality), ...courseModalities(pack).map((code) => ({ value: code, text: nameOf(say, pack, "modality", code) }))],
  };
  return {
    action: paths.courses,
    result: say(w.result, { total }),
    ...(set && { clearHref: paths.courses }),
    keep: { sort: r.query.get("sort") ?? undefined },
    fields: [
      { name: "words", label: say(w.search), type: "search" as const, value: ask.search ?? "" },
      {
        name: "group",
        label: say(w.group),
        value: ask.group ?? "",
        options: [any(w.anyGroup), ...pack.groups.map((group) => ({ value: group.code, text: say(group.names) }))],
      },
      { name: "domain", label: say(w.domain), value: ask.domain ?? "", options: [any(w.anyDomain), ...domains] },
      {
        name: "taught",
        label: say(w.language),
        value: ask.language ?? "",
        options: [any(w.anyLanguage), ...LANGUAGES.map((one) => ({ value: one, text: OWN_NAMES[one] }))],
      },
    ],
    more: ask.publicOnly ? [modality] : [state, modality],
  };
}

async function courses(r: Request): Promise<Reply> {
  const ask = await filterOf(r);
  const sort = sortOf(r);
  const number = pageAsked(r.query);
  const { rows, total } = await listCourses(r.db, ask, {
    sort: sort.key,
    descending: sort.descending,
    language: r.language,
    offset: (number - 1) * PAGE,
    limit: PAGE,
  });
  const href = (changes: Readonly<Record<string, string | number | null>>, path: string = paths.courses): string =>
    changedQuery(path, r.query, changes);
  return show(
    <CoursesView
      shell={r.shell}
      rows={rows}
      filters={filtersOf(r, ask, total)}
      sort={sort}
      sortHref={(next) => href({ sort: `${next.key}-${next.descending ? "down" : "up"}`, page: null })}
      pages={{ current: number, last: Math.max(1, Math.ceil(total / PAGE)), href: (at) => href({ page: at === 1 ? null : at }) }}
      downloads={[
        { href: href({ page: null }, paths.csv), format: "CSV" },
        { href: href({ page: null }, paths.xlsx), format: "XLSX" },
        { href: href({ page: null }, paths.feed), format: "JSON" },
      ]}
      keeps={!ask.publicOnly}
      mayBegin={await may(r, verbs.edit, r.association)}
    />,
  );
}

const COLUMNS: readonly ListColumn<CourseVersion>[] = [
  { name: "code", head: w.code, cell: (course) => course.code },
  { name: "title_rw", cell: (course) => wordingIn(course.title, "rw").text },
  { name: "title_en", cell: (course) => wordingIn(course.title, "en").text },
  { name: "title_fr", cell: (course) => wordingIn(course.title, "fr").text },
  { name: "version", head: w.version, kind: { kind: "integer" }, cell: (course) => course.number },
  { name: "state", head: w.state, cell: (course) => course.state },
  { name: "modality", head: w.modality, cell: (course) => course.modality },
  { name: "domain", head: w.domain, cell: (course) => course.domain },
  { name: "groups", head: w.groupCodes, cell: (course) => course.groups.join(" ") },
  { name: "languages", head: w.languageCodes, cell: (course) => course.languages.join(" ") },
  { name: "hours", head: w.hours, kind: { kind: "decimal", places: 1 }, cell: (course) => course.hours },
  {
    name: "practical_share",
    head: w.practical,
    kind: { kind: "decimal", places: 2 },
    cell: (course) => {
      const share = practicalShare(course);
      return share === null ? null : Number(share.toFixed(2));
    },
  },
  { name: "id", cell: (course) => course.course },
];

const file =
  (format: Format) =>
  async (r: Request): Promise<Reply> => {
    const ask = await filterOf(r);
    const sort = sortOf(r);
    const rows = inPages<CourseVersion>(200, async ({ offset, limit }) => {
      const found = await listCourses(r.db, ask, { sort: sort.key, descending: sort.descending, language: r.language, offset, limit });
      return found.rows;
    });
    return listFile(r, { name: "courses", sheet: r.say(w.module), columns: COLUMNS, rows }, format);
  };

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
      history={
        keeper
          ? await historyOf(
              r,
              version.course,
              versions.map((one) => one.version),
            )
          : []
      }
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
  page(paths.csv, "public", file("csv")),
  page(paths.xlsx, "public", file("xlsx")),
  page(paths.feed, "public", file("json")),
  page(paths.version(":id"), "public", async (r: Request) => showVersion(r, await readVersion(r))),
  page(paths.material(":id", ":material"), "public", material),
  page(paths.courseJson(":id"), "public", courseJson),
  page(paths.course(":id"), "public", async (r: Request) => showVersion(r, await readCourse(r))),
];
