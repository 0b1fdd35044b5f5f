/** The frame of every list: filters, what is shown, the rows, further pages, and the same rows as files. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import { Filters, type FiltersProps } from "./filters.tsx";
import { Link } from "./link.tsx";
import type { Content } from "./markup.ts";
import { Pages, type PagesProps } from "./paging.tsx";
import { DataTable, type DataTableProps } from "./tables.tsx";
import { w } from "./words.ts";

/** A file with the same rows: `format` is the word people know, such as CSV or XLSX. */
export interface Download {
  readonly href: string;
  readonly format: string;
}

/** Links to the same rows as files, and whatever else belongs beneath a list. */
export function Downloads({
  say,
  files,
  children,
}: {
  readonly say: Say;
  readonly files: readonly Download[];
  readonly children?: Content;
}): VNode {
  return (
    <p class="in-more">
      {files.map((file) => (
        <Link href={file.href}>{say(w.downloadAs, { format: file.format })}</Link>
      ))}
      {children}
    </p>
  );
}

export interface ListPageProps<Row> {
  readonly say: Say;
  readonly filters?: Omit<FiltersProps, "say">;
  readonly table: Omit<DataTableProps<Row>, "say">;
  readonly pages?: Omit<PagesProps, "say">;
  /** Not shown for a list without rows: there is nothing to take along. */
  readonly downloads?: readonly Download[];
  /** Between the filters and the table: a drawing, a key, an action. */
  readonly children?: Content;
  /** Further links in the line of downloads, such as a feed. */
  readonly moreLinks?: Content;
}

/** A whole list, ready to stand under a page's title. */
export function ListPage<Row>({ say, filters, table, pages, downloads, children, moreLinks }: ListPageProps<Row>): VNode {
  const files = table.rows.length === 0 ? [] : (downloads ?? []);
  return (
    <div class="in-list">
      {filters && <Filters say={say} {...filters} />}
      {children}
      <DataTable say={say} {...table} />
      {pages && <Pages say={say} {...pages} />}
      {(files.length > 0 || moreLinks) && (
        <Downloads say={say} files={files}>
          {moreLinks}
        </Downloads>
      )}
    </div>
  );
}
