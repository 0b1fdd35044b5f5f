/** The catalogue as a list: visitors see what is taught, posts that keep courses see every state. */
import { choiceFilter, codeFilter, linkedFilter, wordsFilter, type List } from "#kernel/access/list.ts";
import { groupOptions, nameOf, optionsOf } from "#kernel/pack/shown.ts";
import type { ListColumn } from "#platform/http/list-file.ts";
import { OWN_NAMES } from "#platform/i18n/own-names.ts";
import { LANGUAGES } from "#platform/i18n/text.ts";
import type { Request } from "./ask.ts";
import { courseFlow } from "./flows.ts";
import { paths } from "./paths.ts";
import { COURSE_SORTS, listCourses, type CourseSort } from "./queries.ts";
import { COURSE_STATES, practicalShare, wordingIn, type CourseState, type CourseVersion } from "./schema.ts";
import { courseModalities } from "./schema-form.ts";
import { w } from "./words.ts";

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

const WHERE = { csv: paths.csv, xlsx: paths.xlsx, json: paths.feed } as const;

const filtersFor = (keeper: boolean) => ({
  words: wordsFilter({ label: w.search }),
  group: choiceFilter((r) => groupOptions(r.say, r.pack), { label: w.group, any: w.anyGroup }),
  domain: choiceFilter((r) => optionsOf(r.say, r.pack, "capacity_domain"), { label: w.domain, any: w.anyDomain }),
  taught: codeFilter(LANGUAGES, { label: w.language, any: w.anyLanguage, text: (one) => OWN_NAMES[one] }),
  state: keeper
    ? codeFilter(COURSE_STATES, { label: w.state, any: w.anyState, folded: true, text: (one, r) => r.say(courseFlow.states[one].title) })
    : linkedFilter((): CourseState | null => null),
  modality: choiceFilter((r) => courseModalities(r.pack).map((code) => ({ value: code, text: nameOf(r.say, r.pack, "modality", code) })), {
    label: w.modality,
    any: w.anyModality,
    folded: true,
  }),
});

/** The list for posts that keep courses, or for anyone. */
export const listFor = (keeper: boolean): List<Request, ReturnType<typeof filtersFor>, CourseVersion, CourseSort> => ({
  name: "courses",
  path: () => paths.courses,
  file: (_, format) => WHERE[format],
  filters: filtersFor(keeper),
  sorts: COURSE_SORTS,
  first: () => ({ sort: "title", descending: false }),
  rows: (r, { filter, ...order }, part) => {
    const { words, taught, ...rest } = filter;
    return listCourses(
      r.db,
      { ...rest, publicOnly: !keeper, search: words, language: taught },
      { ...order, ...part, language: r.language },
    );
  },
  result: (r, total) => r.say(w.result, { total }),
  columns: () => COLUMNS,
  sheet: w.module,
});
