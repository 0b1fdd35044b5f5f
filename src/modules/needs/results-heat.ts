/** The heat-map of gaps as plain data: fields by post, or organisations by field, with the margins that may be shown. */
import type { FoundNeed, Participant } from "./results-queries.ts";
import type { Where } from "./results-hide.ts";
import type { Scope } from "./results-scope.ts";
import type { Shown, Tally } from "./results-tally.ts";

/** What the map shows: `posts` has fields in its rows, `organisations` has them in its columns. */
export type HeatView = "posts" | "organisations";

/** A part of the country: a kind of district, the organisations below one, or the reader’s own organisation. */
export type Area =
  | { readonly of: "all" }
  | { readonly of: "group"; readonly group: string }
  | { readonly of: "below"; readonly organisation: string }
  | { readonly of: "own"; readonly organisation: string };

export interface HeatChoices {
  readonly view: HeatView;
  readonly area: Area;
  /** A code of list `evidence_source`, or null for all. */
  readonly source: string | null;
  /** A code of list `response_type`, `none` for needs without a response, or null for any. */
  readonly response: string | null;
}

/** One line or column: what it stands for. */
export type HeatEntry =
  | { readonly kind: "all" }
  | { readonly kind: "group"; readonly group: string }
  | { readonly kind: "post"; readonly post: string }
  | { readonly kind: "organisation"; readonly organisation: Participant }
  | { readonly kind: "domain"; readonly domain: string };

export interface HeatCellData {
  readonly domain: string;
  readonly where: Where;
  readonly shown: Shown;
}

/** The map: one list of cells a row, in the order of the columns. */
export interface Heat {
  readonly view: HeatView;
  readonly rows: readonly { readonly entry: HeatEntry; readonly cells: readonly HeatCellData[] }[];
  readonly columns: readonly HeatEntry[];
}

/** Reads an area from an address: `g:` a kind of district, `p:` the organisation above, `o:` one organisation. */
export function areaFrom(text: string): Area {
  const [kind, value] = [text.slice(0, 2), text.slice(2)];
  if (value !== "" && kind === "g:") return { of: "group", group: value };
  if (value !== "" && kind === "p:") return { of: "below", organisation: value };
  if (value !== "" && kind === "o:") return { of: "own", organisation: value };
  return { of: "all" };
}

/** True when a need has the response that is asked for. */
export function hasResponse(need: Pick<FoundNeed, "types">, response: string): boolean {
  return response === "none" ? need.types.length === 0 : need.types.includes(response);
}

function whereOf(post: string | null, area: Area): Where {
  if (area.of === "own")
    return post === null ? { of: "organisation", organisation: area.organisation } : { of: "own", post, organisation: area.organisation };
  if (area.of === "group") return post === null ? { of: "group", group: area.group } : { of: "postGroup", post, group: area.group };
  return post === null ? { of: "all" } : { of: "post", post };
}

const size = (shown: Shown): number => (shown.kind === "shown" ? shown.figures.gap : -Infinity);

/** Fields by post, the field with the widest gap first. Filtering by response only leaves fields out: it makes no new totals that could be subtracted. */
function byPost(tally: Tally, { area, response }: HeatChoices, needs: readonly FoundNeed[]): Heat {
  const wanted =
    response === null
      ? tally.domains
      : tally.domains.filter((domain) => needs.some((need) => need.domain === domain && hasResponse(need, response)));
  const posts = tally.posts.filter((post) => wanted.some((domain) => tally.at(domain, whereOf(post, area)).kind !== "absent"));
  const all: HeatEntry = area.of === "group" ? { kind: "group", group: area.group } : { kind: "all" };
  const columns: HeatEntry[] = [all, ...posts.map((post): HeatEntry => ({ kind: "post", post }))];
  const cell = (domain: string, where: Where): HeatCellData => ({ domain, where, shown: tally.at(domain, where) });
  const rows = wanted.map((domain) => ({
    entry: { kind: "domain", domain } as const,
    cells: [cell(domain, whereOf(null, area)), ...posts.map((post) => cell(domain, whereOf(post, area)))],
  }));
  return {
    view: "posts",
    columns,
    rows: rows.sort((a, b) => size(b.cells[0]?.shown ?? { kind: "absent" }) - size(a.cells[0]?.shown ?? { kind: "absent" })),
  };
}

const isWithin = (one: Participant, area: Area): boolean =>
  area.of === "group"
    ? one.group === area.group
    : area.of === "below"
      ? one.area === area.organisation
      : area.of === "own"
        ? one.id === area.organisation
        : true;

/** Organisations by field: totals first, then the organisations by name. A part of the country only leaves organisations out. */
function byOrganisation(scope: Scope, tally: Tally, { area, response }: HeatChoices, needs: readonly FoundNeed[]): Heat {
  const answered =
    response === null
      ? null
      : new Set(needs.filter((need) => hasResponse(need, response)).map((need) => `${need.organisation} ${need.domain}`));
  const organisations = scope.participants.filter((one) => scope.named.has(one.id) && isWithin(one, area));
  const groups = tally.groups.filter((group) => area.of === "all" || organisations.some((one) => one.group === group));
  const line = (entry: HeatEntry, where: Where) => ({
    entry,
    cells: tally.domains.map((domain): HeatCellData => ({ domain, where, shown: tally.at(domain, where) })),
  });
  const own = organisations.map((organisation) => {
    const { entry, cells } = line({ kind: "organisation", organisation }, { of: "organisation", organisation: organisation.id });
    const absent: Shown = { kind: "absent" };
    return {
      entry,
      cells:
        answered === null
          ? cells
          : cells.map((cell) => (answered.has(`${organisation.id} ${cell.domain}`) ? cell : { ...cell, shown: absent })),
    };
  });
  const totals = [line({ kind: "all" }, { of: "all" }), ...groups.map((group) => line({ kind: "group", group }, { of: "group", group }))];
  return { view: "organisations", columns: tally.domains.map((domain) => ({ kind: "domain", domain })), rows: [...totals, ...own] };
}

/** The heat-map of a scope. Only organisations that the reader may see by name have a row. */
export function heatOf(scope: Scope, tally: Tally, choices: HeatChoices, needs: readonly FoundNeed[]): Heat {
  return choices.view === "posts" ? byPost(tally, choices, needs) : byOrganisation(scope, tally, choices, needs);
}

/** A figure with the row and column it stands in. */
export interface Found {
  readonly row: HeatEntry;
  readonly column: HeatEntry;
  readonly gap: number;
}

/** The widest gap that is shown: of a post, or of a field over all organisations. No single organisation is ever held up; null when nothing is shown. */
export function widestOf(heat: Heat): Found | null {
  const rows = heat.view === "posts" ? heat.rows : heat.rows.filter((row) => row.entry.kind === "all");
  const found = rows.flatMap((row) =>
    row.cells.flatMap(({ shown }, index) => {
      const column = heat.columns[index];
      return shown.kind === "shown" && column !== undefined ? [{ row: row.entry, column, gap: shown.figures.gap }] : [];
    }),
  );
  const posts = found.filter(({ column }) => column.kind === "post");
  return (posts.length > 0 ? posts : found).sort((a, b) => b.gap - a.gap)[0] ?? null;
}
