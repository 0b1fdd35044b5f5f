/** Checks a file of figures: each row known, of a real organisation and period, in its bounds, and what taking it would do. Writes nothing. */
import { sql } from "kysely";
import { isDay, type Day } from "#kernel/calendar/day.ts";
import { membersOn, organisationsOn, type OrganisationRow } from "#kernel/registry/organisations.ts";
import { holds, type Organisations } from "#kernel/access/verb.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text, Values } from "#platform/i18n/text.ts";
import { readTable, reject, type RejectedRow, type TableRow } from "#platform/tabular/table.ts";
import type { TableProblem } from "#platform/tabular/table-problem.ts";
import { indicatorsWhere, series } from "./queries.ts";
import type { Figure, Indicator, NewFigure } from "./schema.ts";
import { columns, w, type FigureColumn } from "./words.ts";

/** What taking a row would do: a new figure, the same again, or another value for an imported one. */
export type Taking = "new" | "same" | "replaces";

export interface GoodRow extends NewFigure {
  readonly row: number;
  readonly taking: Taking;
  /** The standing figure of the same period, when there is one. */
  readonly stands: string | null;
}

/** What a file comes to. With `problems` nothing of it can be used. */
export interface CheckedFigures {
  readonly headers: readonly string[];
  readonly good: readonly GoodRow[];
  readonly rejected: readonly RejectedRow[];
  readonly problems: readonly TableProblem[];
}

type Row = TableRow<FigureColumn>;

interface Known {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly organisations: ReadonlyMap<string, OrganisationRow | null>;
  readonly tiers: ReadonlySet<string>;
  readonly within: Organisations;
  readonly today: Day;
}

const plain = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/** Organisations by code and by name. A member goes before a sector of the same name; a name that two others share is null and must be given by code. */
function byName(rows: readonly OrganisationRow[], members: ReadonlySet<string>): Map<string, OrganisationRow | null> {
  const found = new Map<string, OrganisationRow | null>();
  for (const [name, here] of Map.groupBy(rows, (row) => plain(row.name))) {
    const first = here.filter((row) => members.has(row.id));
    const fitting = first.length > 0 ? first : here;
    found.set(name, fitting.length === 1 ? (fitting[0] ?? null) : null);
  }
  for (const row of rows) found.set(plain(row.code), row);
  return found;
}

/** A number with a point or a comma; null when it is none. */
function numberIn(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f%]/g, "").replace(",", ".");
  return /^-?\d{1,12}(\.\d{1,8})?$/.test(bare) ? Number(bare) : null;
}

/** A day as 2025-06-30, or 30/06/2025 as people write it. */
function dayIn(text: string): Day | null {
  const written = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text.trim());
  const iso = written === null ? text.trim().slice(0, 10) : `${written[3]}-${written[2]?.padStart(2, "0")}-${written[1]?.padStart(2, "0")}`;
  return isDay(iso) ? iso : null;
}

const SEX: Readonly<Record<string, "F" | "M">> = { f: "F", m: "M", female: "F", male: "M", femme: "F", homme: "M", gore: "F", gabo: "M" };

/** Collects reasons while a row is read. */
function judging(row: Row) {
  const reasons: TableProblem[] = [];
  const bad = (code: string, text: Text, values: Values = {}): null => {
    reasons.push({ code: `measure.${code}`, row: row.row, text, values });
    return null;
  };
  return { reasons, bad };
}

type Judge = ReturnType<typeof judging>;

function organisationOf(row: Row, known: Known, { bad }: Judge): OrganisationRow | null {
  const text = row.cells.organisation;
  const found = known.organisations.get(plain(text));
  if (found === undefined) return bad("noOrganisation", w.noOrganisation, { name: text });
  if (found === null) return bad("twoOrganisations", w.twoOrganisations, { name: text });
  return holds(known.within, found.id) ? found : bad("notYours", w.notYours, { name: text });
}

function periodOf(row: Row, known: Known, { bad }: Judge): { from: Day; to: Day } | null {
  const [from, to] = [dayIn(row.cells.from), dayIn(row.cells.to)];
  if (from === null) return bad("noDay", w.noDay, { text: row.cells.from });
  if (to === null) return bad("noDay", w.noDay, { text: row.cells.to });
  if (to < from) return bad("endsBefore", w.endsBefore);
  return to >= known.today ? bad("notOver", w.notOver) : { from, to };
}

function optionalNumber(row: Row, column: "numerator" | "denominator", { bad }: Judge): number | null {
  const text = row.cells[column];
  if (text === "") return null;
  return numberIn(text) ?? bad("noNumber", w.noNumber, { text });
}

function valueOf(row: Row, indicator: Indicator | undefined, judge: Judge): Pick<NewFigure, "value" | "numerator" | "denominator"> | null {
  const numerator = optionalNumber(row, "numerator", judge);
  const denominator = optionalNumber(row, "denominator", judge);
  const value = numberIn(row.cells.value);
  if (value === null) return judge.bad("noNumber", w.noNumber, { text: row.cells.value });
  if (indicator?.unit === "percent" && (value < 0 || value > 100)) return judge.bad("noPercent", w.noPercent, { value });
  if (denominator !== null && numerator !== null && numerator > denominator && indicator?.unit === "percent")
    return judge.bad("partOverWhole", w.partOverWhole, { part: numerator, whole: denominator });
  return { value, numerator, denominator };
}

function groupOf(row: Row, known: Known, { bad }: Judge): Pick<NewFigure, "sex" | "tier"> {
  const [sex, tier] = [row.cells.sex.trim(), row.cells.tier.trim().toUpperCase()];
  if (sex !== "" && SEX[plain(sex)] === undefined) bad("noSex", w.noSex, { text: sex });
  if (tier !== "" && !known.tiers.has(tier)) bad("noTier", w.noTier, { text: tier });
  return { sex: SEX[plain(sex)] ?? null, tier: tier === "" ? null : tier };
}

function readRow(row: Row, known: Known): NewFigure | RejectedRow {
  const judge = judging(row);
  const code = row.cells.indicator.trim();
  const indicator = known.indicators.get(plain(code));
  if (indicator === undefined) judge.bad("noIndicator", w.noIndicator, { code });
  const organisation = organisationOf(row, known, judge);
  const period = periodOf(row, known, judge);
  const value = valueOf(row, indicator, judge);
  const group = groupOf(row, known, judge);
  if (judge.reasons.length > 0 || indicator === undefined || organisation === null || period === null || value === null)
    return reject(row, ...judge.reasons);
  return { indicator: indicator.id, organisation: organisation.id, ...period, ...value, ...group, source: row.cells.source };
}

/** The place that one standing figure has: indicator, organisation, period, sex and tier. */
export const placeOf = (one: Pick<NewFigure, "indicator" | "organisation" | "from" | "to" | "sex" | "tier">): string =>
  [one.indicator, one.organisation, one.from, one.to, one.sex ?? "", one.tier ?? ""].join(" ");

/** What taking a figure would do, or why it cannot be taken. */
function takingOf(row: Row, figure: NewFigure, stands: Figure | undefined, seen: Map<string, number>): GoodRow | RejectedRow {
  const { bad, reasons } = judging(row);
  const earlier = seen.get(placeOf(figure));
  if (earlier !== undefined) bad("twice", w.twice, { row: earlier });
  const same =
    stands !== undefined &&
    stands.value === figure.value &&
    stands.numerator === (figure.numerator ?? null) &&
    stands.denominator === (figure.denominator ?? null);
  if (stands !== undefined && !same && stands.certainty !== "imported") bad("stands", w.stands, { value: stands.value });
  if (reasons.length > 0) return reject(row, ...reasons);
  seen.set(placeOf(figure), row.row);
  return { ...figure, row: row.row, taking: stands === undefined ? "new" : same ? "same" : "replaces", stands: stands?.id ?? null };
}

async function knownThings(db: Db<any>, within: Organisations, today: Day): Promise<Known> {
  const [indicators, organisations, members, tiers] = await Promise.all([
    indicatorsWhere(db),
    organisationsOn(db, { on: today }),
    membersOn(db, today),
    sql<{ tier: string }>`select distinct tier from registry.organisation where tier is not null`.execute(db),
  ]);
  return {
    indicators: new Map(indicators.map((one) => [plain(one.code), one])),
    organisations: byName(organisations, new Set(members.map((one) => one.id))),
    tiers: new Set(tiers.rows.map((row) => row.tier)),
    within,
    today,
  };
}

/** Checks a CSV or XLSX of figures for the organisations within somebody’s reach. Never throws for what a file may contain. */
export async function checkFigures(
  db: Db<any>,
  file: { readonly bytes: Uint8Array; readonly name: string },
  { within, today }: { readonly within: Organisations; readonly today: Day },
): Promise<CheckedFigures> {
  const table = await readTable(file.bytes, file.name, { columns, rows: 20_000 });
  if (table.problems.length > 0) return { headers: table.headers, good: [], rejected: [], problems: table.problems };
  const known = await knownThings(db, within, today);
  const read = table.rows.map((row) => ({ row, made: readRow(row, known) }));
  const figures = read.flatMap(({ row, made }) => ("reasons" in made ? [] : [{ row, figure: made }]));
  const standing = await series(db, { indicators: [...new Set(figures.map(({ figure }) => figure.indicator))], groups: "all" });
  const byKey = new Map(standing.map((one) => [placeOf(one), one]));
  const seen = new Map<string, number>();
  const taken = figures.map(({ row, figure }) => takingOf(row, figure, byKey.get(placeOf(figure)), seen));
  const rejected = [
    ...table.rejected,
    ...read.flatMap(({ made }) => ("reasons" in made ? [made] : [])),
    ...taken.flatMap((one) => ("reasons" in one ? [one] : [])),
  ];
  return {
    headers: table.headers,
    good: taken.flatMap((one) => ("reasons" in one ? [] : [one])),
    rejected: rejected.toSorted((one, other) => one.row - other.row),
    problems: [],
  };
}
