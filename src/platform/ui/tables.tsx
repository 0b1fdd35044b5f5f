/** Tables: the plain one, and the data table that becomes cards on a phone and sorts by links. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Link } from "./link.tsx";
import { type Attributes, type Content, classes, present } from "./markup.ts";
import { w } from "./words.ts";

/** One cell of a plain table. */
export interface TableCell {
  readonly text: Content;
  readonly numeric?: boolean;
  readonly format?: string;
  readonly class?: string;
  readonly colspan?: number;
  readonly rowspan?: number;
  readonly attributes?: Attributes;
}

export interface TableProps {
  readonly caption?: Content;
  readonly captionClass?: string;
  readonly head?: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[] | null | false | "")[];
  /** The first cell of each row names the row. */
  readonly firstCellIsHeader?: boolean;
  readonly class?: string;
  readonly attributes?: Attributes;
}

function formatClass(base: string, cell: TableCell): string {
  const format = cell.format ?? (cell.numeric ? "numeric" : undefined);
  return classes(base, format && `${base}--${format}`, cell.class);
}

/** A plain table, for a handful of figures. */
export function Table({ caption, captionClass, head, rows, firstCellIsHeader, class: className, attributes }: TableProps): VNode {
  const span = (cell: TableCell): Attributes => ({ colspan: cell.colspan, rowspan: cell.rowspan, ...cell.attributes });
  return (
    <table class={classes("govuk-table", className)} {...attributes}>
      {present(caption) && <caption class={classes("govuk-table__caption", captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell) => (
              <th scope="col" class={formatClass("govuk-table__header", cell)} {...span(cell)}>
                {cell.text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) =>
                  index === 0 && firstCellIsHeader ? (
                    <th scope="row" class={classes("govuk-table__header", cell.class)} {...span(cell)}>
                      {cell.text}
                    </th>
                  ) : (
                    <td class={formatClass("govuk-table__cell", cell)} {...span(cell)}>
                      {cell.text}
                    </td>
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}

/** A column of a data table over rows of type `Row`. */
export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => Content;
  readonly numeric?: boolean;
  /** Its values stand on one line: codes, telephone numbers, days. */
  readonly nowrap?: boolean;
  /** The head becomes a link that sorts by this column. */
  readonly sortable?: boolean;
  /** The head is only for screen readers, as over a column of buttons; on a phone it has no label either. */
  readonly headHidden?: boolean;
  /** In a close list on a phone: begins the next line, or keeps its head before the value, which would say too little alone. */
  readonly close?: "line" | "labelled";
}

/** The order in force. */
export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

export interface DataTableProps<Row> {
  readonly say: Say;
  /** Names the table; hidden when a title just above says the same. */
  readonly caption: string;
  readonly captionShown?: boolean;
  /** The first column names each row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly sort?: Sort;
  /** The address of the same list in another order; needed when a column is sortable. */
  readonly sortHref?: (sort: Sort) => string;
  /** Shown instead of the table when there are no rows; use `EmptyState`. */
  readonly empty?: Content;
  /** On a phone two lines a row in one frame instead of a card: for many rows of a few short facts. */
  readonly close?: boolean;
  /** Rows that paper has no room for. */
  readonly notPrinted?: (row: Row) => boolean;
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly sortHref: ((sort: Sort) => string) | undefined;
  readonly say: Say;
}

function Head<Row>({ column, sort, sortHref, say }: HeadProps<Row>): VNode {
  const sorted = sort?.key === column.key ? sort : undefined;
  const order = sorted && (sorted.descending ? "descending" : "ascending");
  const next: Sort = { key: column.key, descending: sorted ? !sorted.descending : (column.numeric ?? false) };
  let text: Content = column.headHidden ? <span class="govuk-visually-hidden">{column.head}</span> : column.head;
  if (column.sortable && sortHref) {
    text = (
      <Link href={sortHref(next)} class="in-sort">
        {column.head}
        {sorted && <span class="govuk-visually-hidden">, {say(sorted.descending ? w.sortDown : w.sortUp)}</span>}
      </Link>
    );
  }
  return (
    <th
      scope="col"
      role="columnheader"
      class={classes("govuk-table__header", column.numeric && "govuk-table__header--numeric")}
      aria-sort={order}
    >
      {text}
    </th>
  );
}

/** Rows of records. At 48 em and wider a table; below, each row is a card with its labels. The state of sorting lives in the address. */
export function DataTable<Row>(props: DataTableProps<Row>): VNode {
  const { say, caption, captionShown, columns, rows, sort, sortHref, empty, close, notPrinted } = props;
  if (rows.length === 0 && present(empty)) return <>{empty}</>;
  return (
    <table class={classes("govuk-table in-cards", close && "in-cards--close")} role="table">
      <caption class={captionShown ? "govuk-table__caption" : "govuk-visually-hidden"}>{caption}</caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {columns.map((column) => (
            <Head column={column} sort={sort} sortHref={sortHref} say={say} />
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {rows.map((row) => (
          <tr class={classes("govuk-table__row", notPrinted?.(row) && "in-noprint")} role="row">
            {columns.map((column, index) =>
              index === 0 ? (
                <th scope="row" role="rowheader" class={classes("govuk-table__header", column.nowrap && "in-nowrap")}>
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  role="cell"
                  class={classes(
                    "govuk-table__cell",
                    column.numeric && "govuk-table__cell--numeric",
                    column.nowrap && "in-nowrap",
                    close && column.close === "line" && "in-newline",
                  )}
                  data-l={column.headHidden || (close && column.close !== "labelled") ? undefined : column.head}
                >
                  <span>{column.cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
