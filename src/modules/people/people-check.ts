/** Judges the rows of a list of people: each becomes a person for one post, or is set aside with what is wrong. Pure; guesses nothing. */
import { earliestDay, parsePartial, type PartialDate } from "#kernel/calendar/partial.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Code, Pack, PostType } from "#kernel/pack/pack.ts";
import { LANGUAGES, patternOf, type Text, type Values } from "#platform/i18n/text.ts";
import { comparable } from "#platform/tabular/headers.ts";
import { readPhone } from "./schema.ts";
import { w } from "./words-import.ts";

/** The cells of one row. */
export type PersonCells = Readonly<
  Record<
    "name" | "sex" | "birthYear" | "phone" | "email" | "organisation" | "post" | "seat" | "acting" | "from" | "qualification" | "field",
    string
  >
>;

/** An organisation by which a row may name its place: its own name and those above it. */
export interface KnownOrganisation {
  readonly id: string;
  readonly code: string;
  readonly territoryCode: string | null;
  readonly name: string;
  readonly tier: string | null;
  /** Names of the organisations above, nearest first. */
  readonly above: readonly string[];
}

/** Organisations ready to be looked up by code and by name. */
export interface OrganisationIndex {
  readonly byCode: ReadonlyMap<string, readonly KnownOrganisation[]>;
  readonly byName: ReadonlyMap<string, readonly KnownOrganisation[]>;
}

/** A row that can be taken, before its seat is chosen. */
export interface GoodPerson {
  readonly row: number;
  readonly name: string;
  readonly sex: "F" | "M" | null;
  readonly birthYear: number | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly organisation: KnownOrganisation;
  readonly postType: PostType;
  readonly seat: number | null;
  readonly acting: boolean;
  readonly from: PartialDate | null;
  readonly qualification: { readonly level: string; readonly field: string | null } | null;
}

/** Something wrong with a row. */
export interface PersonProblem {
  readonly kind: string;
  readonly text: Text;
  readonly values: Values;
}

type Kind = keyof typeof w;
const problem = (kind: Kind, values: Values = {}): PersonProblem => ({ kind, text: w[kind], values });

/** Makes organisations findable. */
export function indexOrganisations(all: readonly KnownOrganisation[]): OrganisationIndex {
  const codes = all.flatMap((one) =>
    [one.code, ...(one.territoryCode === null ? [] : [one.territoryCode])].map((code) => [code.toLowerCase(), one] as const),
  );
  return {
    byCode: new Map([...Map.groupBy(codes, ([code]) => code)].map(([code, pairs]) => [code, pairs.map(([, one]) => one)])),
    byName: Map.groupBy(all, (one) => comparable(one.name)),
  };
}

/** The organisations a cell can mean: by code, by name, or by a path of names in either order. */
export function organisationsNamed(index: OrganisationIndex, text: string): readonly KnownOrganisation[] {
  const coded = index.byCode.get(text.toLowerCase());
  if (coded !== undefined) return coded;
  const parts = text
    .split(/[/>\\,]/)
    .map(comparable)
    .filter((part) => part !== "");
  const [first = "", ...rest] = parts;
  const last = parts.at(-1) ?? "";
  const under = (name: string, others: readonly string[]): readonly KnownOrganisation[] =>
    (index.byName.get(name) ?? []).filter((one) => others.every((other) => one.above.some((above) => comparable(above) === other)));
  const upward = under(first, rest);
  return upward.length > 0 || parts.length < 2 ? upward : under(last, parts.slice(0, -1));
}

/** The types of post a cell can mean: by code, or by the whole name in one of the languages. */
export function postTypesMeant(pack: Pack, text: string): readonly PostType[] {
  const coded = pack.postTypes.find((type) => type.code.toLowerCase() === text.trim().toLowerCase());
  if (coded !== undefined) return [coded];
  const wanted = comparable(text);
  return pack.postTypes.filter((type) => LANGUAGES.some((language) => comparable(patternOf(type.names, language)) === wanted));
}

const YES = new Set(["yes", "y", "oui", "o", "yego", "1", "true", "x", "acting", "interim", "par interim", "w agateganyo"]);
const NO = new Set(["", "no", "n", "non", "oya", "0", "false"]);

/** Whether a cell says “acting”; undefined when it says neither. */
export function readActing(text: string): boolean | undefined {
  const word = comparable(text);
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

function codeMeant(codes: readonly Code[], text: string): Code | undefined {
  const wanted = comparable(text);
  return codes.find(
    (code) => comparable(code.code) === wanted || LANGUAGES.some((language) => comparable(patternOf(code.names, language)) === wanted),
  );
}

function sexOf(pack: Pack, text: string): "F" | "M" | null | undefined {
  if (text === "") return null;
  const code = codeMeant(pack.codeLists["sex"] ?? [], text)?.code ?? text.toUpperCase();
  return code === "F" || code === "M" ? code : undefined;
}

function birthYearOf(text: string, today: Day): number | null | undefined {
  if (text === "") return null;
  const year = /^\d{4}$/.test(text) ? Number(text) : /^\d{4}-\d\d-\d\d$/.test(text) ? Number(text.slice(0, 4)) : Number.NaN;
  const now = Number(today.slice(0, 4));
  return year >= now - 100 && year <= now - 14 ? year : undefined;
}

interface Place {
  readonly organisation: KnownOrganisation;
  readonly postType: PostType;
}

/** The organisation and type of post of a row; each narrows the other: “Huye” with “Mayor” is the district, not the sector of that name. */
function placeOf(pack: Pack, index: OrganisationIndex, cells: PersonCells): Place | PersonProblem {
  const types = postTypesMeant(pack, cells.post);
  if (types.length === 0) return problem("no_post_type", { value: cells.post });
  const named = organisationsNamed(index, cells.organisation);
  if (named.length === 0) return problem("no_organisation", { value: cells.organisation });
  const fits = named.flatMap((organisation) =>
    types
      .filter((type) => organisation.tier !== null && type.tiers.includes(organisation.tier))
      .map((postType) => ({ organisation, postType })),
  );
  const [first] = fits;
  if (first === undefined) return problem("post_elsewhere", { organisation: named[0]?.name ?? cells.organisation, post: cells.post });
  if (fits.length === 1) return first;
  const organisations = new Set(fits.map((fit) => fit.organisation.id));
  if (organisations.size > 1) {
    const options = fits.slice(0, 6).map(({ organisation: { name, above } }) => [name, ...above.slice(0, 1)].join("/"));
    return problem("several_organisations", { value: cells.organisation, options: [...new Set(options)].join(", ") });
  }
  return problem("several_post_types", { value: cells.post, options: fits.map((fit) => fit.postType.code).join(", ") });
}

/** Judges one row. `reach` says whether the actor may put people there. */
export function judgePerson(
  pack: Pack,
  index: OrganisationIndex,
  reach: (organisation: string) => boolean,
  row: number,
  cells: PersonCells,
  today: Day,
): GoodPerson | readonly PersonProblem[] {
  const problems: PersonProblem[] = [];
  const keep = <T>(value: T | undefined, kind: Kind, values: Values): T | null => {
    if (value === undefined) problems.push(problem(kind, values));
    return value ?? null;
  };
  const name = cells.name.replaceAll(/\s+/g, " ").trim();
  if (!/\p{L}+.*\s.*\p{L}+/u.test(name)) problems.push(problem("bad_name"));
  const sex = keep(sexOf(pack, cells.sex), "bad_sex", { value: cells.sex });
  const birthYear = keep(birthYearOf(cells.birthYear, today), "bad_birth_year", { value: cells.birthYear });
  const phone = cells.phone === "" ? null : keep(readPhone(pack, cells.phone) ?? undefined, "bad_phone", { value: cells.phone });
  const email =
    cells.email === ""
      ? null
      : keep(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cells.email) ? cells.email.toLowerCase() : undefined, "bad_email", { value: cells.email });
  const acting = keep(readActing(cells.acting), "bad_acting", { value: cells.acting });
  const read = cells.from === "" ? null : parsePartial(cells.from);
  const from =
    cells.from === "" ? null : keep(read !== null && earliestDay(read) <= today ? read : undefined, "bad_from", { value: cells.from });
  const levels = pack.codeLists["qualification_level"] ?? [];
  const level =
    cells.qualification === ""
      ? null
      : keep(codeMeant(levels, cells.qualification)?.code, "bad_qualification", {
          value: cells.qualification,
          levels: levels.map((code) => code.code).join(", "),
        });
  const place = placeOf(pack, index, cells);
  if ("kind" in place) return [...problems, place];
  if (!reach(place.organisation.id)) problems.push(problem("out_of_reach", { organisation: place.organisation.name }));
  const seat = keep(seatOf(cells.seat, place.postType), "bad_seat", { value: cells.seat, most: place.postType.seats ?? 999 });
  if (problems.length > 0) return problems;
  const field = cells.field === "" ? null : (codeMeant(pack.codeLists["qualification_field"] ?? [], cells.field)?.code ?? null);
  return {
    row,
    name,
    sex,
    birthYear,
    phone,
    email,
    ...place,
    seat,
    acting: acting ?? false,
    from,
    qualification: level === null ? null : { level, field },
  };
}

function seatOf(text: string, type: PostType): number | null | undefined {
  if (text === "") return null;
  const seat = Number(text);
  return Number.isInteger(seat) && seat >= 1 && seat <= (type.seats ?? 999) ? seat : undefined;
}
