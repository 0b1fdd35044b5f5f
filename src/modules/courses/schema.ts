/** Courses as the rest of this module knows them: a course, its versions with their parts, and what other modules read. */
import type { Day } from "#kernel/calendar/day.ts";
import { LANGUAGES, type Language, type Text } from "#platform/i18n/text.ts";

/** How a version of a course stands; a course stands as the version in force, or else as its newest. */
export const COURSE_STATES = ["draft", "reviewed", "published", "revision_due", "retired"] as const;
export type CourseState = (typeof COURSE_STATES)[number];

/** A text in the languages in which somebody has written it. */
export type Wording = Readonly<Partial<Record<Language, string>>>;

/** What other modules know of a course. Minutes become hours; percents are whole numbers. */
export interface CourseFacts {
  readonly id: string;
  /** The version that these facts are of: the one in force, or else the newest. */
  readonly version: string;
  readonly number: number;
  readonly code: string;
  readonly title: Text;
  /** Code of the list `modality`. */
  readonly modality: string;
  /** Code of the list `capacity_domain`. */
  readonly domain: string;
  readonly state: CourseState;
  /** Taught hours, from the minutes of its modules. */
  readonly hours: number;
  /** Percent; null: the rule set `training` says. */
  readonly passMark: number | null;
  readonly attendanceMinimum: number | null;
  readonly languages: readonly Language[];
  /** Codes of the pack's groups. */
  readonly groups: readonly string[];
  /** Questionnaire versions. */
  readonly preTest: string | null;
  readonly postTest: string | null;
  readonly evaluation: string | null;
  readonly programme: string | null;
}

/** One module of a course; minutes include the practical ones. */
export interface CourseModule {
  readonly id: string;
  readonly position: number;
  readonly title: Wording;
  readonly objective: Wording;
  readonly minutes: number;
  readonly practicalMinutes: number;
  /** Code of the list `training_method`. */
  readonly method: string;
}

/** A file that learners take along. */
export interface CourseMaterial {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** Code of the list `material_licence`. */
  readonly licence: string;
  readonly author: string;
  readonly file: string;
  readonly fileName: string;
  readonly size: number;
}

export const ASPECTS = ["content", "legal"] as const;
export type Aspect = (typeof ASPECTS)[number];

/** What one post found when it looked at a version. */
export interface Review {
  readonly aspect: Aspect;
  readonly decision: "approved" | "returned";
  readonly note: string;
  readonly language: Language;
  readonly post: string | null;
  readonly round: number;
  readonly at: Date;
}

/** A version of a course with everything it holds. */
export interface CourseVersion extends Omit<CourseFacts, "id" | "title"> {
  readonly course: string;
  readonly organisation: string;
  readonly title: Wording;
  readonly summary: Wording;
  /** One thing a line: what one can do afterwards. */
  readonly outcomes: Wording;
  readonly prerequisites: Wording;
  readonly otherDomains: readonly string[];
  /** Code of the list `course_assessment`; null until chosen. */
  readonly assessment: string | null;
  readonly askedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly revisionOn: Day | null;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  readonly reasonLanguage: Language | null;
  readonly minutes: number;
  readonly practicalMinutes: number;
}

/** The pages of a draft, in the order of its task list. */
export const COURSE_PARTS = ["title", "people", "outcomes", "modules", "pass", "tests", "materials"] as const;
export type CoursePart = (typeof COURSE_PARTS)[number];

const filled = (wording: Wording, language: Language): boolean => (wording[language] ?? "").trim() !== "";

/** True when somebody has written anything. */
export function isWritten(wording: Wording): boolean {
  return LANGUAGES.some((language) => filled(wording, language));
}

/** A wording in the reader's language, or else in the first language that has one, with the language it is in. */
export function wordingIn(wording: Wording, language: Language): { readonly text: string; readonly language: Language } {
  const found = [language, "en", "fr", "rw"].find((one) => filled(wording, one as Language)) as Language | undefined;
  return found === undefined ? { text: "", language } : { text: (wording[found] ?? "").replaceAll(/^≈/gmu, ""), language: found };
}

/** A wording as a text of three languages: those missing take another's words. Braces never come from the form, so no pattern is made. */
export function textOf(wording: Wording): Text {
  const any = wordingIn(wording, "en").text;
  return { en: wording.en || any, fr: wording.fr || any, rw: wording.rw || any };
}

/** What a part of a draft still lacks is decided on these. */
export interface Draft {
  readonly version: CourseVersion;
  readonly modules: number;
}

/** True when a part of a draft has what a review needs. Materials may be none. */
export function isComplete({ version, modules }: Draft, part: CoursePart): boolean {
  switch (part) {
    case "title":
      return LANGUAGES.every((language) => filled(version.title, language)) && isWritten(version.summary);
    case "people":
      return version.groups.length > 0 && version.languages.length > 0;
    case "outcomes":
      return isWritten(version.outcomes);
    case "modules":
      return modules > 0;
    case "pass":
      return version.assessment !== null;
    case "tests":
      return version.evaluation !== null && (version.assessment !== "test" || version.postTest !== null);
    case "materials":
      return true;
  }
}

/** The parts that a draft still lacks. */
export function missingParts(draft: Draft): CoursePart[] {
  return COURSE_PARTS.filter((part) => !isComplete(draft, part));
}

/** Share of practical minutes, 0 to 1; null without modules. */
export function practicalShare(version: Pick<CourseVersion, "minutes" | "practicalMinutes">): number | null {
  return version.minutes === 0 ? null : version.practicalMinutes / version.minutes;
}
