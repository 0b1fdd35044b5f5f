/** The question types, what kind of answer each takes, and the appearances known; names are those of the XLSForm reference. */

/** What an answer is made of. `none`: nothing is answered; `device`: the client fills it in, nobody is asked. */
export type Answer =
  | "text"
  | "integer"
  | "decimal"
  | "date"
  | "time"
  | "dateTime"
  | "one"
  | "many"
  | "rank"
  | "geopoint"
  | "geotrace"
  | "geoshape"
  | "file"
  | "acknowledge"
  | "none"
  | "device"
  | "computed";

/** A type: its answer, and whether somebody sees it (and so needs a label). */
export interface QuestionType {
  readonly answer: Answer;
  readonly shown: boolean;
}

const shown = (answer: Answer): QuestionType => ({ answer, shown: true });
const unseen = (answer: Answer): QuestionType => ({ answer, shown: false });

/** Supported types. */
export const TYPES: Readonly<Record<string, QuestionType>> = {
  text: shown("text"),
  integer: shown("integer"),
  decimal: shown("decimal"),
  range: shown("decimal"),
  date: shown("date"),
  time: shown("time"),
  dateTime: shown("dateTime"),
  select_one: shown("one"),
  select_multiple: shown("many"),
  rank: shown("rank"),
  select_one_from_file: shown("one"),
  select_multiple_from_file: shown("many"),
  select_one_external: shown("one"),
  note: shown("none"),
  acknowledge: shown("acknowledge"),
  geopoint: shown("geopoint"),
  geotrace: shown("geotrace"),
  geoshape: shown("geoshape"),
  image: shown("file"),
  audio: shown("file"),
  video: shown("file"),
  file: shown("file"),
  osm: shown("file"),
  barcode: shown("text"),
  calculate: unseen("computed"),
  hidden: unseen("text"),
  start: unseen("device"),
  end: unseen("device"),
  today: unseen("device"),
  deviceid: unseen("device"),
  subscriberid: unseen("device"),
  simserial: unseen("device"),
  phonenumber: unseen("device"),
  username: unseen("device"),
  email: unseen("device"),
  audit: unseen("device"),
  "start-geopoint": unseen("device"),
  "background-geopoint": unseen("device"),
  "background-audio": unseen("device"),
  "csv-external": unseen("none"),
};

/** The type of a question; an unknown name in a stored model counts as text. */
export function typeOf(name: string): QuestionType {
  return (Object.hasOwn(TYPES, name) ? TYPES[name] : undefined) ?? shown("text");
}

/** True for a type whose answers come from a list of choices. */
export function hasChoices(name: string): boolean {
  return ["one", "many", "rank"].includes(typeOf(name).answer);
}

/** True for a type whose answer is several names separated by spaces. */
export function hasManyAnswers(name: string): boolean {
  return ["many", "rank"].includes(typeOf(name).answer);
}

/** Types that the client of a phone could record and a web page cannot: they load, stay empty, and the check says so. */
export const UNRECORDED: ReadonlySet<string> = new Set([
  "subscriberid",
  "simserial",
  "audit",
  "start-geopoint",
  "background-geopoint",
  "background-audio",
]);
