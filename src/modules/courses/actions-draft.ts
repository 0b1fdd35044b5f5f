/** Writes of a draft: a course begun, its parts, its modules and its materials. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { holds, organisationsFor } from "#kernel/access/verb.ts";
import { storeFile } from "#platform/files/store.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Language } from "#platform/i18n/text.ts";
import { courseFlow } from "./flows.ts";
import { p } from "./problems.ts";
import { moduleCount } from "./queries.ts";
import { verbs } from "./rules.ts";
import type { CourseModule, CoursePart, CourseVersion, Wording } from "./schema.ts";
import { steps } from "./actions.ts";
import type { CoursesTables } from "./tables.ts";

/** A draft that this actor may write, locked. Throws when it is not hers, not a draft, or with the reviewers. */
async function lockDraft(act: Act<CoursesTables>, id: string): Promise<CourseVersion> {
  const version = await steps.lock(act, id);
  if (act.actor !== null && !holds(await organisationsFor(act.tx, act.actor, verbs.edit, act.today), version.organisation))
    throw new Problem(p.noCourse);
  if (version.state !== "draft" || version.askedAt !== null) throw new Problem(p.notDraft);
  return version;
}

const wrote = (act: Act, version: string, part: CoursePart): Promise<number> =>
  act.journal({ kind: "courses.version.written", subject: { kind: courseFlow.kind, id: version }, payload: { part } });

/** A course to begin. */
export interface NewCourse {
  readonly organisation: string;
  readonly code: string;
  readonly title: Wording;
  readonly modality: string;
  readonly domain: string;
}

/** Begins a course with the draft of its first version; returns that version. Throws when the code is taken. */
export async function beginCourse(act: Act<CoursesTables>, wanted: NewCourse): Promise<string> {
  const [course, version] = [newId(), newId()];
  const made = await act.tx
    .insertInto("courses.course")
    .values({ id: course, organisation: wanted.organisation, code: wanted.code, recorded_at: act.now })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (made === undefined) throw new Problem(p.codeTaken, { code: wanted.code });
  await act.tx
    .insertInto("courses.version")
    .values({
      id: version,
      course,
      number: 1,
      state: "draft",
      title: json(wanted.title),
      modality: wanted.modality,
      domain: wanted.domain,
      recorded_at: act.now,
    })
    .execute();
  await act.journal({ kind: "courses.course.begun", subject: { kind: "courses.course", id: course }, payload: { code: wanted.code } });
  return version;
}

/** Columns of a version as a part of the form fills them. */
export interface VersionPatch {
  readonly title?: Wording;
  readonly summary?: Wording;
  readonly outcomes?: Wording;
  readonly prerequisites?: Wording;
  readonly modality?: string;
  readonly domain?: string;
  readonly otherDomains?: readonly string[];
  readonly programme?: string | null;
  readonly languages?: readonly Language[];
  readonly groups?: readonly string[];
  readonly assessment?: string;
  readonly passMark?: number | null;
  readonly attendanceMinimum?: number | null;
  readonly preTest?: string | null;
  readonly postTest?: string | null;
  readonly evaluation?: string | null;
}

const COLUMN: Readonly<Record<keyof VersionPatch, string>> = {
  title: "title",
  summary: "summary",
  outcomes: "outcomes",
  prerequisites: "prerequisites",
  modality: "modality",
  domain: "domain",
  otherDomains: "other_domains",
  programme: "programme",
  languages: "languages",
  groups: "target_groups",
  assessment: "assessment",
  passMark: "pass_mark",
  attendanceMinimum: "attendance_minimum",
  preTest: "pre_test",
  postTest: "post_test",
  evaluation: "evaluation",
};
const WORDINGS: readonly string[] = ["title", "summary", "outcomes", "prerequisites"] satisfies (keyof VersionPatch)[];

/** Writes one part of a draft. */
export async function saveVersion(act: Act<CoursesTables>, id: string, part: CoursePart, patch: VersionPatch): Promise<void> {
  await lockDraft(act, id);
  const columns = Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [COLUMN[name as keyof VersionPatch], WORDINGS.includes(name) ? json(value) : value]),
  );
  await act.tx.updateTable("courses.version").set(columns).where("id", "=", id).execute();
  await wrote(act, id, part);
}

/** A module as its form gives it. */
export type NewModule = Omit<CourseModule, "id" | "position">;

const moduleColumns = (module: NewModule) => ({
  title: json(module.title),
  objective: json(module.objective),
  minutes: module.minutes,
  practical_minutes: module.practicalMinutes,
  method: module.method,
});

/** Adds a module at the end of a draft. */
export async function addModule(act: Act<CoursesTables>, id: string, module: NewModule): Promise<string> {
  await lockDraft(act, id);
  const made = newId();
  const position = 1 + (await moduleCount(act.tx, id));
  await act.tx
    .insertInto("courses.module")
    .values({ id: made, version: id, position, ...moduleColumns(module) })
    .execute();
  await wrote(act, id, "modules");
  return made;
}

/** Writes a module of a draft anew. Throws when the draft has no such module. */
export async function saveModule(act: Act<CoursesTables>, id: string, module: string, written: NewModule): Promise<void> {
  await lockDraft(act, id);
  const { numUpdatedRows } = await act.tx
    .updateTable("courses.module")
    .set(moduleColumns(written))
    .where("id", "=", module)
    .where("version", "=", id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Problem(p.noCourse);
  await wrote(act, id, "modules");
}

/** Takes a module out of a draft, or moves it one place up; the others close up. */
export async function arrangeModules(act: Act<CoursesTables>, id: string, module: string, how: "remove" | "up"): Promise<void> {
  await lockDraft(act, id);
  const { rows } = await sql<{ id: string }>`select id from courses.module where version = ${id} order by position`.execute(act.tx);
  const order = rows.map((row) => row.id);
  const at = order.indexOf(module);
  if (at < 0) throw new Problem(p.noCourse);
  order.splice(at, 1);
  if (how === "up") order.splice(Math.max(0, at - 1), 0, module);
  else await act.tx.deleteFrom("courses.module").where("id", "=", module).execute();
  // Two statements: places are unique within a version, so the old ones are left free first.
  await sql`update courses.module set position = position + 1000 where version = ${id}`.execute(act.tx);
  await sql`update courses.module m set position = g.place from unnest(${order}::uuid[]) with ordinality as g (id, place) where m.id = g.id`.execute(
    act.tx,
  );
  await wrote(act, id, "modules");
}

/** A file for learners. `mediaType` is what its content was found to be. */
export interface NewMaterial {
  readonly title: string;
  readonly language: Language;
  readonly licence: string;
  readonly author: string;
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
}

/** Adds a material to a draft. */
export async function addMaterial(act: Act<CoursesTables>, id: string, material: NewMaterial): Promise<void> {
  await lockDraft(act, id);
  const made = newId();
  const subject = { kind: "courses.material", id: made };
  const file = await storeFile(act.tx as never, { ...material.file, purpose: "courses.material", subject, uploadedBy: act.author.person });
  const { title, language, licence, author } = material;
  await act.tx
    .insertInto("courses.material")
    .values({ id: made, version: id, title, language, licence, author, file, recorded_at: act.now })
    .execute();
  await wrote(act, id, "materials");
}

/** Takes a material out of a draft. The file stays: older versions may hold it too. */
export async function removeMaterial(act: Act<CoursesTables>, id: string, material: string): Promise<void> {
  await lockDraft(act, id);
  const { numDeletedRows } = await act.tx
    .deleteFrom("courses.material")
    .where("id", "=", material)
    .where("version", "=", id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new Problem(p.noCourse);
  await wrote(act, id, "materials");
}
