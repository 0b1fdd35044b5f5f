/** A list from one table: its filters, order and page are read from the address, drawn above the rows, kept in every link, and the same rows are its files. */
import type { Day } from "#kernel/calendar/day.ts";
import { changedQuery } from "#platform/http/address.ts";
import type { Download } from "#platform/http/reply.ts";
import { fileLinks, FORMATS, inPages, listFile, type Format, type ListColumn } from "#platform/http/list-file.ts";
import type { Text } from "#platform/i18n/text.ts";
import type { Option, OptionGroup } from "#platform/ui/forms.tsx";
import type { DataTableProps, FilterField, ListPageProps } from "#platform/ui/lists.tsx";
import { asked, askedDay, askedId, askedOf, pageOf, type PageAsked, type Visit } from "./asked.ts";

type Choices = readonly (Option | OptionGroup)[];

/** What one filter read, and how it is drawn; not drawn: a link brought it, and it is kept. */
interface Reading<Value> {
  readonly value: Value;
  readonly set: boolean;
  readonly field: FilterField | null;
}

/** One filter of a list: it reads its part of the address and draws itself. */
export interface Filter<Value> {
  readonly folded: boolean;
  read(r: Visit, name: string): Promise<Reading<Value>>;
}

interface FilterWords {
  readonly label: Text;
  /** Under “More filters”. */
  readonly folded?: true;
}

const filterOf = <Value>(folded: true | undefined, read: Filter<Value>["read"]): Filter<Value> => ({ folded: folded ?? false, read });

/** Words to look for; null when none. */
export function wordsFilter({ label, folded }: FilterWords): Filter<string | null> {
  return filterOf(folded, async (r, name) => {
    const value = asked(r, name);
    return { value, set: value !== null, field: { name, label: r.say(label), type: "search", value: value ?? "" } };
  });
}

/** A day; null when none or no day. */
export function dayFilter({ label, folded }: FilterWords): Filter<Day | null> {
  return filterOf(folded, async (r, name) => {
    const value = askedDay(r, name);
    return { value, set: value !== null, field: { name, label: r.say(label), type: "date", value: value ?? "" } };
  });
}

interface ChoiceWords extends FilterWords {
  /** What the choice of all is called. */
  readonly any: Text;
}

const withAny = (r: Visit, any: Text, options: Choices): Choices => [{ value: "", text: r.say(any) }, ...options];

/** One of some codes that the program knows; null when none of them. */
export function codeFilter<const Code extends string>(
  codes: readonly Code[],
  { label, any, folded, text }: ChoiceWords & { readonly text: (code: Code, r: Visit) => string },
): Filter<Code | null> {
  return filterOf(folded, async (r, name) => {
    const value = askedOf(r, name, codes);
    const options = codes.map((code) => ({ value: code, text: text(code, r) }));
    return { value, set: value !== null, field: { name, label: r.say(label), value: value ?? "", options: withAny(r, any, options) } };
  });
}

/** One of some codes that the program knows; `usual` is meant when the address names none of them, such as what is still to be done. */
export function usualFilter<const Code extends string>(
  codes: readonly Code[],
  usual: Code,
  { label, folded, text }: FilterWords & { readonly text: (code: Code, r: Visit) => string },
): Filter<Code> {
  return filterOf(folded, async (r, name) => {
    const value = askedOf(r, name, codes) ?? usual;
    const options = codes.map((code) => ({ value: code, text: text(code, r) }));
    return { value, set: value !== usual, field: { name, label: r.say(label), value, options } };
  });
}

/** One of the choices that the country pack or the data give; null when none of them. */
export function choiceFilter(
  choices: (r: Visit) => readonly Option[] | Promise<readonly Option[]>,
  { label, any, folded }: ChoiceWords,
): Filter<string | null> {
  return filterOf(folded, async (r, name) => {
    const options = await choices(r);
    const wanted = asked(r, name);
    const value = options.some((option) => option.value === wanted) ? wanted : null;
    return { value, set: value !== null, field: { name, label: r.say(label), value: value ?? "", options: withAny(r, any, options) } };
  });
}

/** One record by its id; `choices` are those offered, and a link may ask for one that is not among them. */
export function recordFilter<R extends Visit>(
  choices: (r: R) => Promise<Choices>,
  { label, any, folded }: ChoiceWords,
): Filter<string | null> {
  return filterOf(folded, async (r, name) => {
    const value = askedId(r, name);
    const options = withAny(r, any, await choices(r as R));
    return { value, set: value !== null, field: { name, label: r.say(label), value: value ?? "", options } };
  });
}

/** A part of the address that no box stands for: a link brings it, and every link of the list keeps it. */
export function linkedFilter<Value>(read: (text: string | null, r: Visit) => Value | null): Filter<Value | null> {
  return filterOf(undefined, async (r, name) => {
    const value = read(asked(r, name), r);
    return { value, set: value !== null, field: null };
  });
}

type Filters = Readonly<Record<string, Filter<any>>>;

/** What an address asks of a list’s filters. */
export type FilterAsked<F extends Filters> = { readonly [Name in keyof F]: F[Name] extends Filter<infer Value> ? Value : never };

/** Which rows, in which order. */
export interface RowsAsked<F extends Filters, Key extends string> {
  readonly filter: FilterAsked<F>;
  readonly sort: Key;
  readonly descending: boolean;
}

/** Some of them. */
export interface Part {
  readonly offset: number;
  readonly limit: number;
}

/** A list, told once. */
export interface List<R extends Visit, F extends Filters, Row, Key extends string> {
  /** The name of its files. */
  readonly name: string;
  readonly path: (r: R) => string;
  /** Where its files are; absent: at the page’s own address with `format`. */
  readonly file?: (r: R, format: Format) => string;
  readonly filters: F;
  readonly sorts: readonly Key[];
  /** The order when none is asked for. */
  readonly first: (filter: FilterAsked<F>) => { readonly sort: Key; readonly descending: boolean };
  /** Some rows and how many there are in all. It reads what the actor may see and nothing else. */
  readonly rows: (r: R, ask: RowsAsked<F, Key>, part: Part) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>;
  /** All rows one after another, for a list with a key to read by; absent: part by part. */
  readonly every?: (r: R, ask: RowsAsked<F, Key>) => AsyncIterable<Row>;
  /** The line above the rows: “38 of 412, procurement, Huye”. */
  readonly result: (r: R, total: number, filter: FilterAsked<F>) => string | Promise<string>;
  readonly columns: (r: R) => readonly ListColumn<Row>[];
  readonly sheet?: Text;
  readonly formats?: readonly Format[];
  /** Rows of a page where fewer than usual are read at once. */
  readonly size?: number;
  /** Anybody may keep its files for so long; absent: private. */
  readonly cacheSeconds?: number;
  /** CSV for programs, without the mark that tells Excel of UTF-8. */
  readonly plain?: true;
}

/** A page of a list: `<ListPage say={say} {...list.around} table={{ ...list.table, caption, columns, empty }} />`. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** True when a filter is set: an empty page then says that nothing matches. */
  readonly filtered: boolean;
  readonly around: Required<Pick<ListPageProps<Row>, "filters" | "pages" | "downloads">>;
  readonly table: Required<Pick<DataTableProps<Row>, "rows" | "sort" | "sortHref">>;
}

async function readFilters<F extends Filters>(r: Visit, filters: F) {
  const read = await Promise.all(
    Object.entries(filters).map(async ([name, one]) => ({ name, folded: one.folded, ...(await one.read(r, name)) })),
  );
  return { read, filter: Object.fromEntries(read.map(({ name, value }) => [name, value])) as FilterAsked<F> };
}

function orderOf<R extends Visit, F extends Filters, Row, Key extends string>(r: R, list: List<R, F, Row, Key>, filter: FilterAsked<F>) {
  const [key, way] = (asked(r, "sort") ?? "").split("-");
  const sort = list.sorts.find((one) => one === key);
  return sort === undefined ? list.first(filter) : { sort, descending: way === "down" };
}

/** What the address asks of a list: for pictures and sums beside the rows. */
export async function askOf<R extends Visit, F extends Filters, Row, Key extends string>(
  r: R,
  list: List<R, F, Row, Key>,
): Promise<RowsAsked<F, Key>> {
  const { filter } = await readFilters(r, list.filters);
  return { filter, ...orderOf(r, list, filter) };
}

/** The rows of the page that the address asks for; beyond the last page the last one is meant, as after a filter leaves fewer rows. */
async function rowsOf<R extends Visit, F extends Filters, Row, Key extends string>(
  r: R,
  list: List<R, F, Row, Key>,
  ask: RowsAsked<F, Key>,
) {
  const read = async (at: PageAsked) => ({ at, ...(await list.rows(r, ask, { offset: at.offset, limit: at.limit })) });
  const page = await read(pageOf(r, undefined, list.size));
  if (page.rows.length > 0 || page.at.number === 1) return page;
  return read(pageOf(r, Math.max(1, Math.ceil(page.total / page.at.limit)), list.size));
}

/** The page of a list that the address asks for, and what was asked. */
export async function listed<R extends Visit, F extends Filters, Row, Key extends string>(
  r: R,
  list: List<R, F, Row, Key>,
): Promise<Listed<Row> & { readonly ask: RowsAsked<F, Key> }> {
  const { read, filter } = await readFilters(r, list.filters);
  const ask = { filter, ...orderOf(r, list, filter) };
  const { at, rows, total } = await rowsOf(r, list, ask);
  const path = list.path(r);
  const filtered = read.some((one) => one.set);
  const kept = read.filter((one) => one.field === null).map((one) => [one.name, asked(r, one.name) ?? undefined]);
  const drawn = (folded: boolean) => read.flatMap((one) => (one.field !== null && one.folded === folded ? [one.field] : []));
  return {
    ask,
    rows,
    total,
    filtered,
    around: {
      filters: {
        action: path,
        result: await list.result(r, total, filter),
        ...(filtered && { clearHref: path }),
        keep: { ...Object.fromEntries(kept), sort: asked(r, "sort") ?? undefined },
        fields: drawn(false),
        more: drawn(true),
      },
      pages: at.links(total),
      downloads: fileLinks(
        (format) => changedQuery(list.file?.(r, format) ?? path, r.query, { page: null, format }),
        list.formats ?? FORMATS,
      ),
    },
    table: {
      rows,
      sort: { key: ask.sort, descending: ask.descending },
      sortHref: (sort) => changedQuery(path, r.query, { sort: `${sort.key}-${sort.descending ? "down" : "up"}`, page: null, format: null }),
    },
  };
}

/** All rows that the address asks for, as the file that it asks for; `format` where an address has one format only. */
export async function listedFile<R extends Visit, F extends Filters, Row, Key extends string>(
  r: R,
  list: List<R, F, Row, Key>,
  format?: Format,
): Promise<Download> {
  const ask = await askOf(r, list);
  const rows = list.every?.(r, ask) ?? inPages<Row>(500, async (part) => (await list.rows(r, ask, part)).rows);
  return listFile(
    r,
    {
      name: list.name,
      ...(list.sheet && { sheet: r.say(list.sheet) }),
      columns: list.columns(r),
      rows,
      ...(list.plain && { plain: true }),
      ...(list.cacheSeconds !== undefined && { cacheSeconds: list.cacheSeconds }),
    },
    format,
  );
}
