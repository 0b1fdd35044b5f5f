/** Understands the `type` cell: `begin group`, `select_one towns or_other`, `phone number`, and the many older spellings of the same things. */
import { TYPES } from "#kernel/questionnaire/types.ts";
import type { Text } from "#platform/i18n/text.ts";
import { written } from "./words.ts";

type Hint = { readonly text: Text; readonly limit: number } | null;

/** What a `type` cell asks for. */
export type TypeCell =
  | { readonly kind: "begin"; readonly what: "group" | "repeat" }
  | { readonly kind: "beginLoop"; readonly list: string }
  | { readonly kind: "end"; readonly what: "group" | "repeat" | "loop" }
  | {
      readonly kind: "question";
      readonly type: string;
      readonly list: string;
      readonly file: string;
      readonly orOther: boolean;
      /** Condition and hint that the spelling itself brings, as `percentage` does. */
      readonly constraint: string;
      readonly hint: Hint;
    }
  /** Known elsewhere, refused here. */
  | { readonly kind: "refused"; readonly name: string }
  | { readonly kind: "unknown" };

/** Other spellings of the types; compared in lower case. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  text: ["string", "q string", "add text prompt"],
  integer: ["int", "q int", "add integer prompt"],
  decimal: ["q decimal", "add decimal prompt"],
  date: ["q date", "add date prompt"],
  dateTime: ["datetime", "date time", "q date time", "add date time prompt", "add datetime prompt", "q datetime"],
  geopoint: ["gps", "location", "q geopoint", "q location", "add location prompt"],
  geotrace: ["q geotrace"],
  geoshape: ["q geoshape"],
  image: ["photo", "q picture", "q image", "add image prompt", "add photo prompt"],
  audio: ["q audio", "add audio prompt"],
  video: ["q video", "add video prompt"],
  file: ["add file prompt"],
  barcode: ["q barcode", "add barcode prompt"],
  note: ["q note", "add note prompt"],
  acknowledge: ["trigger", "q acknowledge", "add acknowledge prompt"],
  calculate: ["q calculate", "add calculate prompt"],
  start: ["start time", "get start time"],
  end: ["end time", "get end time"],
  today: ["get today"],
  deviceid: ["imei", "device id", "get device id", "uri:deviceid"],
  subscriberid: ["subscriber id", "get subscriber id", "uri:subscriberid"],
  simserial: ["sim id", "get sim id", "uri:simserial"],
  phonenumber: ["get phone number", "uri:phonenumber"],
  username: ["uri:username"],
  email: ["uri:email"],
};

/** Spellings that bring a condition with them. */
const CONDITIONED: Readonly<Record<string, readonly [type: string, constraint: string, hint: Hint]>> = {
  "phone number": ["text", "regex(., '^\\d*$')", { text: written.numbersOnly, limit: 0 }],
  percentage: ["integer", "0 <= . and . <= 100", null],
  "number of days in last month": days(31),
  "number of days in last six months": days(183),
  "number of days in last year": days(365),
};

function days(limit: number): readonly [string, string, Hint] {
  return ["integer", `0 <= . and . <= ${limit}`, { text: written.upTo, limit }];
}

const PLAIN = new Map<string, string>([
  ...Object.keys(TYPES).map((type) => [type.toLowerCase(), type] as const),
  ...Object.entries(SPELLINGS).flatMap(([type, names]) => names.map((name) => [name, type] as const)),
]);

/** Selects by the words they begin with, longest first. */
const SELECTS: readonly (readonly [words: string, type: string])[] = [
  ["add select multiple prompt using", "select_multiple"],
  ["select all that apply from", "select_multiple"],
  ["select_multiple_from_file", "select_multiple_from_file"],
  ["select multiple from file", "select_multiple_from_file"],
  ["add select one prompt using", "select_one"],
  ["select one from file", "select_one_from_file"],
  ["select_one_from_file", "select_one_from_file"],
  ["select all that apply", "select_multiple"],
  ["select_one_external", "select_one_external"],
  ["select multiple using", "select_multiple"],
  ["select one external", "select_one_external"],
  ["select multiple from", "select_multiple"],
  ["select one using", "select_one"],
  ["select_multiple", "select_multiple"],
  ["select multiple", "select_multiple"],
  ["select one from", "select_one"],
  ["select_one", "select_one"],
  ["select one", "select_one"],
  ["q select1", "select_one"],
  ["q select", "select_multiple"],
  ["select1", "select_one"],
  ["rank", "rank"],
  ["osm", "osm"],
];

const REFUSED = /^(?:include|cascading[ _]select|xml-external|sms_\w+)(?:\s|$)/i;
const BEGIN = /^begin[ _](group|repeat|lgroup|looped group)$/i;
const BEGIN_LOOP = /^begin[ _]loop over (\S+)$/i;
const END = /^end[ _](group|repeat|lgroup|looped group|loop)$/i;
const OR_OTHER = /\s+(?:or_other|or specify other)$/i;

function select(text: string, words: string, type: string): TypeCell {
  const rest = text.slice(words.length).trim();
  const name = rest.replace(OR_OTHER, "").trim();
  const orOther = name !== rest;
  const isFile = type.endsWith("_from_file");
  const named = { list: isFile ? "" : name, file: isFile ? name : "" };
  return { kind: "question", type, ...named, orOther, constraint: "", hint: null };
}

/** What a `type` cell asks for; `text` as it stands in the cell. */
export function readType(text: string): TypeCell {
  const cell = text.trim().replaceAll(/\s+/g, " ");
  const lower = cell.toLowerCase();
  const begin = BEGIN.exec(cell)?.[1]?.toLowerCase();
  if (begin !== undefined) return { kind: "begin", what: begin === "group" ? "group" : "repeat" };
  const list = BEGIN_LOOP.exec(cell)?.[1];
  if (list !== undefined) return { kind: "beginLoop", list };
  const end = END.exec(cell)?.[1]?.toLowerCase();
  if (end !== undefined) {
    return { kind: "end", what: end === "group" || end === "loop" ? end : "repeat" };
  }
  if (REFUSED.test(cell)) return { kind: "refused", name: cell.split(" ")[0] ?? cell };
  const conditioned = Object.hasOwn(CONDITIONED, lower) ? CONDITIONED[lower] : undefined;
  if (conditioned !== undefined) {
    const [type, constraint, hint] = conditioned;
    return { kind: "question", type, list: "", file: "", orOther: false, constraint, hint };
  }
  const found = SELECTS.find(([words]) => lower === words || lower.startsWith(`${words} `));
  if (found !== undefined) return select(cell, ...found);
  const type = PLAIN.get(lower);
  if (type === undefined) return { kind: "unknown" };
  return { kind: "question", type, list: "", file: "", orOther: false, constraint: "", hint: null };
}
