/** Reads the pages that write a course: each part's fields become a patch, and what is wrong is noted by field. */
import { codesOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Form } from "#platform/http/form.ts";
import { LANGUAGES, type Language, type Text } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { MEDIA_TYPES, sniff, type FileKind } from "#platform/tabular/sniff.ts";
import type { NewMaterial, NewModule, VersionPatch } from "./actions-draft.ts";
import type { ReviewDecision } from "./actions.ts";
import type { Aspect, CoursePart, Wording } from "./schema.ts";
import { w } from "./words-form.ts";

/** A form with what was found wrong so far. */
export interface Reading {
  readonly form: Form;
  readonly problems: FieldProblem[];
}

export const reading = (form: Form): Reading => ({ form, problems: [] });

function note(r: Reading, field: string, text: Text, values?: FieldProblem["values"]): void {
  r.problems.push({ field, text, ...(values && { values }) });
}

function textIn(r: Reading, field: string, longest: number): string {
  const text = r.form.text(field).replaceAll("\r\n", "\n");
  if (text.length > longest) note(r, field, w.tooLong, { longest });
  // Titles are said as patterns elsewhere; a brace would be read as the place of a value.
  else if (/[{}]/.test(text)) note(r, field, w.noBraces);
  return text;
}

/** The same text in three boxes, one a language: `name-rw`, `name-en`, `name-fr`. Empty ones are left out. */
function wordingIn(r: Reading, name: string, longest: number): Wording {
  const texts = LANGUAGES.map((language) => [language, textIn(r, `${name}-${language}`, longest)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

function codeIn(r: Reading, field: string, codes: readonly string[]): string {
  const code = r.form.text(field);
  if (!codes.includes(code)) note(r, field, w.sayChoice);
  return code;
}

const codesIn = (r: Reading, field: string, codes: readonly string[]): string[] => {
  const given = new Set(r.form.all(field));
  return codes.filter((code) => given.has(code));
};

/** A whole number within bounds; undefined when it is none. */
function wholeIn(r: Reading, field: string, low: number, high: number): number | undefined {
  const text = r.form.text(field).replaceAll(/[\s\u00a0\u202f]/g, "");
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return value >= low && value <= high ? value : undefined;
}

const listed = (pack: Pack, list: string): string[] => codesOf(pack, list).map((code) => code.code);

/** The modalities that are taught as a course. */
export const courseModalities = (pack: Pack): string[] =>
  codesOf(pack, "modality")
    .filter((code) => code.flags["course"] === true)
    .map((code) => code.code);

/** What the pages offer besides the pack's lists: published questionnaires, and which of them are tests. */
export interface Offered {
  readonly versions: readonly { readonly version: string; readonly title: string; readonly scored: boolean }[];
}

function readTitle(r: Reading, pack: Pack): VersionPatch {
  const title = wordingIn(r, "title", 160);
  for (const language of LANGUAGES) if (title[language] === undefined) note(r, `title-${language}`, w.sayTitle);
  const summary = wordingIn(r, "summary", 1000);
  if (Object.keys(summary).length === 0) note(r, "summary-en", w.saySummary);
  const domain = codeIn(r, "domain", listed(pack, "capacity_domain"));
  return {
    title,
    summary,
    modality: codeIn(r, "modality", courseModalities(pack)),
    domain,
    otherDomains: codesIn(r, "otherDomains", listed(pack, "capacity_domain")).filter((code) => code !== domain),
    programme: textIn(r, "programme", 160) || null,
  };
}

function readPeople(r: Reading, pack: Pack): VersionPatch {
  const groups = codesIn(
    r,
    "groups",
    pack.groups.map((group) => group.code),
  );
  if (groups.length === 0) note(r, "groups", w.sayGroups);
  const languages = codesIn(r, "languages", LANGUAGES) as Language[];
  if (languages.length === 0) note(r, "languages", w.sayLanguages);
  return { groups, languages, prerequisites: wordingIn(r, "prerequisites", 1000) };
}

function readOutcomes(r: Reading): VersionPatch {
  const outcomes = wordingIn(r, "outcomes", 2000);
  if (Object.keys(outcomes).length === 0) note(r, "outcomes-en", w.sayOutcomes);
  return { outcomes };
}

function percentIn(r: Reading, field: string): number | null {
  if (r.form.text(field) === "") return null;
  const value = wholeIn(r, field, 1, 100);
  if (value === undefined) note(r, field, w.sayPercent);
  return value ?? null;
}

function readPass(r: Reading, pack: Pack): VersionPatch {
  const assessment = codeIn(r, "assessment", listed(pack, "course_assessment"));
  return { assessment, passMark: percentIn(r, "passMark"), attendanceMinimum: percentIn(r, "attendanceMinimum") };
}

function readTests(r: Reading, offered: Offered, mustTest: boolean): VersionPatch {
  const chosen = (field: string): string | null => {
    const id = r.form.text(field);
    return offered.versions.some((one) => one.version === id) ? id : null;
  };
  const tests = { preTest: chosen("preTest"), postTest: chosen("postTest") };
  for (const [field, id] of Object.entries(tests))
    if (id !== null && offered.versions.find((one) => one.version === id)?.scored === false) note(r, field, w.noKey);
  if (mustTest && tests.postTest === null) note(r, "postTest", w.sayTest);
  const evaluation = chosen("evaluation");
  if (evaluation === null) note(r, "evaluation", w.sayEvaluation);
  return { ...tests, evaluation };
}

/** What a part of the form says. Modules and materials have forms of their own. */
export function readPart(r: Reading, part: CoursePart, pack: Pack, offered: Offered, mustTest: boolean): VersionPatch {
  switch (part) {
    case "title":
      return readTitle(r, pack);
    case "people":
      return readPeople(r, pack);
    case "outcomes":
      return readOutcomes(r);
    case "pass":
      return readPass(r, pack);
    case "tests":
      return readTests(r, offered, mustTest);
    case "modules":
    case "materials":
      return {};
  }
}

const CODE = /^[A-Z]{2,5}-\d{3}$/;

/** What the page that begins a course says. The title may be in one language; the draft says when the others are missing. */
export function readBeginning(
  r: Reading,
  pack: Pack,
  language: Language,
): { readonly code: string; readonly title: Wording; readonly modality: string; readonly domain: string } {
  const code = r.form.text("code").toUpperCase();
  if (!CODE.test(code)) note(r, "code", w.sayCode);
  const title = textIn(r, "title", 160);
  if (title === "") note(r, "title", w.sayTitle);
  const modality = codeIn(r, "modality", courseModalities(pack));
  return { code, title: { [language]: title }, modality, domain: codeIn(r, "domain", listed(pack, "capacity_domain")) };
}

/** A module. */
export function readModule(r: Reading, pack: Pack): NewModule {
  const title = wordingIn(r, "title", 160);
  if (Object.keys(title).length === 0) note(r, "title-en", w.sayTitle);
  const minutes = wholeIn(r, "minutes", 5, 2400);
  if (minutes === undefined) note(r, "minutes", w.sayMinutes);
  const practicalMinutes = wholeIn(r, "practicalMinutes", 0, minutes ?? 2400);
  if (practicalMinutes === undefined) note(r, "practicalMinutes", w.sayPractical);
  return {
    title,
    objective: wordingIn(r, "objective", 600),
    minutes: minutes ?? 0,
    practicalMinutes: practicalMinutes ?? 0,
    method: codeIn(r, "method", listed(pack, "training_method")),
  };
}

/** Largest material in bytes. */
export const LARGEST_MATERIAL = 10 * 1024 * 1024;

/** Kinds of file that learners can open on what they have. */
const KEPT: ReadonlySet<FileKind> = new Set(["pdf", "docx", "odt", "pptx", "xlsx", "ods", "png", "jpeg", "text"]);

/** The media type of a material by its content; null for one that is not kept. */
export function materialType(bytes: Uint8Array): string | null {
  const kind = sniff(bytes);
  return KEPT.has(kind) ? MEDIA_TYPES[kind] : null;
}

/** A material with its file. */
export function readMaterial(r: Reading, pack: Pack): NewMaterial | null {
  const title = textIn(r, "title", 160);
  if (title === "") note(r, "title", w.sayMaterialTitle);
  const upload = r.form.file("file");
  const mediaType = upload === null ? null : materialType(upload.bytes);
  if (upload === null || upload.bytes.length === 0) note(r, "file", w.sayFile);
  else if (mediaType === null || upload.bytes.length > LARGEST_MATERIAL) note(r, "file", w.strangeFile);
  const language = codeIn(r, "language", LANGUAGES) as Language;
  const licence = codeIn(r, "licence", listed(pack, "material_licence"));
  const author = textIn(r, "author", 160);
  if (upload === null || mediaType === null) return null;
  return { title, language, licence, author, file: { name: upload.name, mediaType, bytes: upload.bytes } };
}

/** A review: who returns a course says why. */
export function readReview(r: Reading, aspect: Aspect, language: Language): ReviewDecision {
  const decision = codeIn(r, "decision", ["approved", "returned"]) as "approved" | "returned";
  const text = textIn(r, "note", 2000);
  if (decision === "returned" && text === "") note(r, "note", w.sayNote);
  return { aspect, decision, note: text, language };
}

/** Why a version ends. */
export function readReason(r: Reading): string {
  const reason = textIn(r, "reason", 600);
  if (reason === "") note(r, "reason", w.sayReason);
  return reason;
}
