/** Judges the rows of a list of past trainings: each becomes what one person took part in, or is set aside with what is wrong. Pure. */
import { createHash } from "node:crypto";
import { latestDay, parsePartial, type PartialDate } from "#kernel/calendar/partial.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import { LANGUAGES, patternOf } from "#platform/i18n/text.ts";
import { comparable, type Columns } from "#platform/tabular/headers.ts";
import { formatDate } from "#platform/ui/format.ts";
import {
  organisationsNamed,
  postTypesMeant,
  readPhone,
  type Finding,
  type KnownOrganisation,
  type OrganisationIndex,
} from "#modules/people";
import { w } from "./words-list.ts";

/** The columns of such a list, by the names people give them. */
export const PAST_COLUMNS = {
  name: {
    name: w.colName,
    aliases: ["names", "full name", "nom et prénom", "noms", "amazina", "participant"],
    required: true,
    filled: true,
  },
  sex: { name: w.colSex, aliases: ["gender", "genre", "sexe"] },
  post: { name: w.colPost, aliases: ["position", "function", "fonction", "title", "job title", "icyo akora"] },
  district: { name: w.colDistrict, aliases: ["entity", "organisation", "organization", "institution", "sector", "place"] },
  phone: { name: w.colPhone, aliases: ["phone", "tel", "mobile", "telephone number", "contact"] },
  course: {
    name: w.colCourse,
    aliases: ["training", "training title", "formation", "topic", "theme", "amahugurwa"],
    required: true,
    filled: true,
  },
  from: { name: w.colFrom, aliases: ["from date", "start", "start date", "date", "début", "itariki"], required: true },
  to: { name: w.colTo, aliases: ["to date", "end", "end date", "fin", "until"] },
  funder: { name: w.colFunder, aliases: ["donor", "partner", "sponsor", "partenaire", "programme", "project", "umufatanyabikorwa"] },
} as const satisfies Columns<string>;

export type PastCells = Readonly<Record<keyof typeof PAST_COLUMNS, string>>;

/** A row that can be taken. `entry` is the same whenever the same thing is brought again. */
export interface PastRow {
  readonly row: number;
  readonly entry: string;
  /** The same person within one list. */
  readonly who: string;
  readonly name: string;
  readonly sex: "F" | "M" | null;
  readonly postType: string | null;
  readonly organisation: string | null;
  readonly tier: string | null;
  readonly phone: string | null;
  readonly course: string;
  readonly from: PartialDate;
  readonly to: Day;
  readonly programme: string | null;
}

type Told = Pick<Finding, "kind" | "text" | "values">;
type Kind =
  | "bad_name"
  | "bad_sex"
  | "bad_phone"
  | "no_district"
  | "several_places"
  | "no_day"
  | "day_missing"
  | "day_future"
  | "days_turned"
  | "unknown_post";
const say = (kind: Kind, values: Told["values"] = {}): Told => ({ kind, text: w[kind], values });

/** What is wrong with a row, and what only needs a look. */
export interface Judged {
  readonly good: PastRow | null;
  readonly wrong: readonly Told[];
  readonly check: readonly Told[];
}

function sexMeant(pack: Pack, text: string): "F" | "M" | null | undefined {
  if (text === "") return null;
  const wanted = comparable(text);
  const code = (pack.codeLists["sex"] ?? []).find(
    (one) => comparable(one.code) === wanted || LANGUAGES.some((language) => comparable(patternOf(one.names, language)) === wanted),
  );
  // Lists write “H” for homme and words of their own; what is not plain is asked for.
  const short: Readonly<Record<string, "F" | "M">> = { h: "M", male: "M", female: "F", man: "M", woman: "F", umugore: "F", umugabo: "M" };
  const meant = code?.code ?? short[wanted];
  return meant === "F" || meant === "M" ? meant : undefined;
}

/** The place a row names: with several of one name the highest is meant, because such lists name districts. */
function placeMeant(pack: Pack, index: OrganisationIndex, text: string): KnownOrganisation | null | readonly KnownOrganisation[] {
  const named = organisationsNamed(index, text.replace(/\b(district|akarere|city of|secteur|sector|umurenge)\b/gi, " ").trim());
  const level = (one: KnownOrganisation): number => pack.tiers.find((tier) => tier.code === one.tier)?.level ?? 99;
  const top = Math.min(...named.map(level));
  const highest = named.filter((one) => level(one) === top);
  return highest.length <= 1 ? (highest[0] ?? null) : highest;
}

/** A UUID made of a hash (RFC 9562, version 8), so that the same words always give the same one. */
export function idOf(words: readonly string[]): string {
  const hex = createHash("sha256").update(words.join("\u0000")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface Days {
  readonly from: PartialDate | null;
  readonly to: Day | null;
  readonly wrong: readonly Told[];
}

function daysOf(cells: PastCells, today: Day): Days {
  if (cells.from === "" && cells.to === "") return { from: null, to: null, wrong: [say("day_missing")] };
  const from = parsePartial(cells.from === "" ? cells.to : cells.from);
  const until = cells.to === "" ? from : parsePartial(cells.to);
  if (from === null) return { from, to: null, wrong: [say("no_day", { value: cells.from === "" ? cells.to : cells.from })] };
  if (until === null) return { from, to: null, wrong: [say("no_day", { value: cells.to })] };
  // A year that is not over ends, for a past list, no later than today.
  const to = latestDay(until) > today && until.precision !== "day" && until.start <= today ? today : latestDay(until);
  if (to > today) return { from, to, wrong: [say("day_future", { value: formatDate(to) })] };
  return { from, to, wrong: to < from.start ? [say("days_turned")] : [] };
}

/** Judges one row. `programme` is who paid when the row does not say. */
export function judgePast(
  pack: Pack,
  index: OrganisationIndex,
  row: number,
  cells: PastCells,
  programme: string | null,
  today: Day,
): Judged {
  const wrong: Told[] = [];
  const check: Told[] = [];
  const name = cells.name.replaceAll(/\s+/g, " ").trim();
  if (!/\p{L}+.*\s.*\p{L}+/u.test(name)) wrong.push(say("bad_name"));
  const sex = sexMeant(pack, cells.sex);
  if (sex === undefined) wrong.push(say("bad_sex", { value: cells.sex }));
  const phone = cells.phone === "" ? null : readPhone(pack, cells.phone);
  if (cells.phone !== "" && phone === null) check.push(say("bad_phone", { value: cells.phone }));
  const place = cells.district === "" ? null : placeMeant(pack, index, cells.district);
  if (Array.isArray(place))
    wrong.push(
      say("several_places", {
        value: cells.district,
        options: (place as KnownOrganisation[])
          .slice(0, 5)
          .map((one) => [one.name, ...one.above.slice(0, 1)].join("/"))
          .join(", "),
      }),
    );
  else if (place === null && cells.district !== "") wrong.push(say("no_district", { value: cells.district }));
  const types = cells.post === "" ? [] : postTypesMeant(pack, cells.post);
  if (cells.post !== "" && types.length === 0) check.push(say("unknown_post", { value: cells.post }));
  const days = daysOf(cells, today);
  wrong.push(...days.wrong);
  if (wrong.length > 0 || days.from === null || days.to === null) return { good: null, wrong, check };
  const organisation = Array.isArray(place) ? null : (place as KnownOrganisation | null);
  const who = [sortNameOf(name), phone ?? organisation?.id ?? ""].join("|");
  const course = cells.course.replaceAll(/\s+/g, " ").trim();
  return {
    good: {
      row,
      entry: idOf(["achievements.past_list", who, comparable(course), days.from.start, days.to]),
      who,
      name,
      sex: sex ?? null,
      postType: types.find((type) => organisation?.tier == null || type.tiers.includes(organisation.tier))?.code ?? types[0]?.code ?? null,
      organisation: organisation?.id ?? null,
      tier: organisation?.tier ?? null,
      phone,
      course,
      from: days.from,
      to: days.to,
      programme: cells.funder === "" ? programme : cells.funder,
    },
    wrong,
    check,
  };
}
