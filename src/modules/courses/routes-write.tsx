/** The pages that write courses: beginning one, its parts, modules and materials, reviews, and the steps of a version. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import { modelOf, publishedVersions } from "#kernel/questionnaire/store.ts";
import { scoredQuestions } from "#kernel/questionnaire/score.ts";
import { LANGUAGES } from "#platform/i18n/text.ts";
import { isId } from "#platform/db/ids.ts";
import type { Form } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { addMaterial, addModule, arrangeModules, beginCourse, removeMaterial, saveModule, saveVersion } from "./actions-draft.ts";
import { askReview, confirm, end, publish, reopen, review, revise, takeBack } from "./actions.ts";
import { versionFor, type Request } from "./ask.ts";
import type { CourseStep } from "./flows.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { materialsOf, modulesOf } from "./queries.ts";
import { ruleOf } from "./routes.tsx";
import { verbs } from "./rules.ts";
import {
  LARGEST_MATERIAL,
  reading,
  readBeginning,
  readMaterial,
  readModule,
  readPart,
  readReason,
  readReview,
  type Offered,
} from "./schema-form.ts";
import { ASPECTS, COURSE_PARTS, type Aspect, type CourseModule, type CoursePart, type CourseVersion, type Wording } from "./schema.ts";
import { EndView, ReviewView } from "./views/decide.tsx";
import { BeginView, EditView, type EditValues } from "./views/edit.tsx";
import { MaterialsView, ModulesView, ModuleView } from "./views/parts.tsx";

type Write = Writing<any, Actor>;
type Problems = readonly FieldProblem[];

const LIST_FIELDS = ["otherDomains", "groups", "languages"];
const NOTHING: EditValues = { text: {}, lists: {} };
const typed = (form: Form): EditValues => ({
  text: form.values(),
  lists: Object.fromEntries(LIST_FIELDS.map((name) => [name, form.all(name)])),
});
const statusOf = (problems: Problems): number => (problems.length > 0 ? 422 : 200);

const boxes = (name: string, wording: Wording): [string, string][] =>
  LANGUAGES.map((language) => [`${name}-${language}`, wording[language] ?? ""]);

function valuesOf(version: CourseVersion): EditValues {
  const { title, summary, outcomes, prerequisites } = version;
  return {
    text: {
      ...Object.fromEntries(Object.entries({ title, summary, outcomes, prerequisites }).flatMap(([name, wording]) => boxes(name, wording))),
      modality: version.modality,
      domain: version.domain,
      programme: version.programme ?? "",
      assessment: version.assessment ?? "",
      passMark: String(version.passMark ?? ""),
      attendanceMinimum: String(version.attendanceMinimum ?? ""),
      preTest: version.preTest ?? "",
      postTest: version.postTest ?? "",
      evaluation: version.evaluation ?? "",
    },
    lists: { otherDomains: version.otherDomains, groups: version.groups, languages: version.languages },
  };
}

async function offeredOf(r: Request): Promise<Offered> {
  const published = await publishedVersions(r.db);
  const scored = await Promise.all(published.map(async ({ version }) => scoredQuestions(await modelOf(r.db, version)).length > 0));
  return { versions: published.map(({ version, title }, index) => ({ version, title, scored: scored[index] ?? false })) };
}

async function begin(r: Write): Promise<Reply> {
  const read = reading(r.form);
  const wanted = readBeginning(read, r.pack, r.language);
  if (read.problems.length > 0) return show(<BeginView shell={r.shell} values={typed(r.form)} problems={read.problems} />, 422);
  return go(paths.version(await beginCourse(r.act, { organisation: r.association, ...wanted })));
}

function partAsked(r: Request): CoursePart {
  const part = COURSE_PARTS.find((name) => name === r.params["part"]);
  if (part === undefined) throw new Problem(p.noCourse);
  return part;
}

async function showPart(r: Request, values?: EditValues, problems: Problems = []): Promise<Reply> {
  const version = await versionFor(r, verbs.edit);
  if (version.state !== "draft" || version.askedAt !== null) return go(paths.version(version.version));
  const part = partAsked(r);
  if (part === "modules") return show(<ModulesView shell={r.shell} version={version} modules={await modulesOf(r.db, version.version)} />);
  if (part === "materials") return showMaterials(r, NOTHING, problems);
  return show(
    <EditView
      shell={r.shell}
      version={version}
      part={part}
      values={values ?? valuesOf(version)}
      offered={part === "tests" ? await offeredOf(r) : { versions: [] }}
      rule={await ruleOf(r, { attendanceMinimum: null, passMark: null })}
      problems={problems}
    />,
    statusOf(problems),
  );
}

async function savePart(r: Write): Promise<Reply> {
  const version = await versionFor(r, verbs.edit);
  const part = partAsked(r);
  const read = reading(r.form);
  const offered = part === "tests" ? await offeredOf(r) : { versions: [] };
  const patch = readPart(read, part, r.pack, offered, version.assessment === "test");
  if (read.problems.length > 0) return showPart(r, typed(r.form), read.problems);
  await saveVersion(r.act, version.version, part, patch);
  const next = COURSE_PARTS[COURSE_PARTS.indexOf(part) + 1];
  return go(next === undefined ? paths.version(version.version) : paths.part(version.version, next));
}

async function moduleOf(r: Request, version: CourseVersion): Promise<CourseModule | null> {
  const id = r.params["module"];
  if (id === undefined) return null;
  const found = (await modulesOf(r.db, version.version)).find((one) => one.id === id);
  if (found === undefined) throw new Problem(p.noCourse);
  return found;
}

async function showModule(r: Request, values?: EditValues, problems: Problems = []): Promise<Reply> {
  const version = await versionFor(r, verbs.edit);
  const module = await moduleOf(r, version);
  const kept: EditValues =
    module === null
      ? NOTHING
      : {
          text: {
            ...Object.fromEntries([...boxes("title", module.title), ...boxes("objective", module.objective)]),
            minutes: String(module.minutes),
            practicalMinutes: String(module.practicalMinutes),
            method: module.method,
          },
          lists: {},
        };
  return show(
    <ModuleView shell={r.shell} version={version} module={module?.id ?? null} values={values ?? kept} problems={problems} />,
    statusOf(problems),
  );
}

async function writeModule(r: Write): Promise<Reply> {
  const version = await versionFor(r, verbs.edit);
  const module = await moduleOf(r, version);
  const read = reading(r.form);
  const written = readModule(read, r.pack);
  if (read.problems.length > 0) return showModule(r, typed(r.form), read.problems);
  if (module === null) await addModule(r.act, version.version, written);
  else await saveModule(r.act, version.version, module.id, written);
  return go(paths.part(version.version, "modules"));
}

async function arrange(r: Write): Promise<Reply> {
  const version = await versionFor(r, verbs.edit);
  const how = r.params["step"];
  if ((how !== "up" && how !== "remove") || !isId(r.params["module"])) throw new Problem(p.noCourse);
  await arrangeModules(r.act, version.version, r.params["module"], how);
  return go(paths.part(version.version, "modules"));
}

async function showMaterials(r: Request, values: EditValues, problems: Problems): Promise<Reply> {
  const version = await versionFor(r, verbs.edit);
  const materials = await materialsOf(r.db, version.version);
  return show(
    <MaterialsView shell={r.shell} version={version} materials={materials} values={values} problems={problems} />,
    statusOf(problems),
  );
}

async function writeMaterial(r: Write): Promise<Reply> {
  const version = await versionFor(r, verbs.edit);
  const read = reading(r.form);
  const material = readMaterial(read, r.pack);
  if (material === null || read.problems.length > 0) return showMaterials(r, typed(r.form), read.problems);
  await addMaterial(r.act, version.version, material);
  return go(paths.part(version.version, "materials"));
}

async function takeMaterialOut(r: Write): Promise<Reply> {
  const version = await versionFor(r, verbs.edit);
  if (!isId(r.params["material"])) throw new Problem(p.noCourse);
  await removeMaterial(r.act, version.version, r.params["material"]);
  return go(paths.part(version.version, "materials"));
}

function aspectAsked(r: Request): Aspect {
  const aspect = ASPECTS.find((one) => one === r.params["aspect"]);
  if (aspect === undefined) throw new Problem(p.noCourse);
  return aspect;
}

const reviewVerb = (aspect: Aspect) => (aspect === "content" ? verbs.reviewContent : verbs.reviewLegal);

async function showReview(r: Request, values: Readonly<Record<string, string>> = {}, problems: Problems = []): Promise<Reply> {
  const aspect = aspectAsked(r);
  const version = await versionFor(r, reviewVerb(aspect));
  return show(<ReviewView shell={r.shell} version={version} aspect={aspect} values={values} problems={problems} />, statusOf(problems));
}

async function giveReview(r: Write): Promise<Reply> {
  const aspect = aspectAsked(r);
  const version = await versionFor(r, reviewVerb(aspect));
  const read = reading(r.form);
  const decision = readReview(read, aspect, r.language);
  if (read.problems.length > 0) return showReview(r, r.form.values(), read.problems);
  await review(r.act, version.version, decision);
  return go(paths.version(version.version));
}

function endAsked(r: Request): "drop" | "retire" {
  const step = r.params["step"];
  if (step !== "drop" && step !== "retire") throw new Problem(p.noCourse);
  return step;
}

async function showEnd(r: Request, values: Readonly<Record<string, string>> = {}, problems: Problems = []): Promise<Reply> {
  const step = endAsked(r);
  const version = await versionFor(r, verbs[step]);
  return show(<EndView shell={r.shell} version={version} step={step} values={values} problems={problems} />, statusOf(problems));
}

async function endVersion(r: Write): Promise<Reply> {
  const step = endAsked(r);
  const version = await versionFor(r, verbs[step]);
  const read = reading(r.form);
  const text = readReason(read);
  if (read.problems.length > 0) return showEnd(r, r.form.values(), read.problems);
  await end(r.act, version.version, step, { text, language: r.language });
  return go(paths.course(version.course));
}

const TAKEN: Readonly<Partial<Record<CourseStep, (r: Write, id: string) => Promise<string | void>>>> = {
  ask: (r, id) => askReview(r.act, id),
  takeBack: (r, id) => takeBack(r.act, id),
  reopen: (r, id) => reopen(r.act, id),
  publish: (r, id) => publish(r.act, id),
  confirm: (r, id) => confirm(r.act, id),
  revise: (r, id) => revise(r.act, id),
};

async function step(r: Write): Promise<Reply> {
  const take = TAKEN[r.params["step"] as CourseStep];
  const id = r.params["id"];
  if (take === undefined || !isId(id)) throw new Problem(p.noCourse);
  return go(paths.version((await take(r, id)) ?? id));
}

const READ = (show: (r: Request) => Promise<Reply>) => (r: Request) => show(r);

/** They stand before the pages that read: `/courses/new` is no course. */
export const writeRoutes: readonly Route[] = [
  page(paths.newCourse, verbs.edit, (r: Request) => Promise.resolve(show(<BeginView shell={r.shell} values={NOTHING} problems={[]} />))),
  act(paths.newCourse, verbs.edit, begin),
  page(paths.part(":id", ":part"), verbs.edit, READ(showPart)),
  act(paths.part(":id", ":part"), verbs.edit, savePart),
  page(paths.newModule(":id"), verbs.edit, READ(showModule)),
  act(paths.newModule(":id"), verbs.edit, writeModule),
  page(paths.module(":id", ":module"), verbs.edit, READ(showModule)),
  act(paths.module(":id", ":module"), verbs.edit, writeModule),
  act(paths.moduleStep(":id", ":module", ":step"), verbs.edit, arrange),
  act(paths.materials(":id"), verbs.edit, writeMaterial, { maxBody: LARGEST_MATERIAL + 64 * 1024 }),
  act(paths.removeMaterial(":id", ":material"), verbs.edit, takeMaterialOut),
  page(paths.review(":id", ":aspect"), verbs.read, READ(showReview)),
  act(paths.review(":id", ":aspect"), verbs.read, giveReview),
  page(paths.end(":id", ":step"), verbs.drop, READ(showEnd)),
  act(paths.end(":id", ":step"), verbs.drop, endVersion),
  act(paths.step(":id", ":step"), verbs.read, step),
];
