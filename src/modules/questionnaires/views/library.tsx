/** The library: every instrument with its published version. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { fileLinks } from "#platform/http/list-file.ts";
import { Button } from "#platform/ui/buttons.tsx";
import { dayOf, formatDate, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage, type Sort } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { LibraryRow } from "../queries.ts";
import { languageName } from "../language-names.ts";
import { w } from "../words.ts";

export interface LibraryProps {
  readonly shell: Shell;
  readonly rows: readonly LibraryRow[];
  readonly count: number;
  readonly words: string;
  readonly state: string;
  readonly page: number;
  readonly last: number;
  readonly sort: Sort;
  readonly mayAdd: boolean;
  readonly hrefWith: (changes: Readonly<Record<string, string>>) => string;
}

export function LibraryView(props: LibraryProps): VNode {
  const { shell, rows, count, words, state, page, last, sort, mayAdd, hrefWith } = props;
  const { say, language, pack } = shell;
  const published = (row: LibraryRow) =>
    row.publishedNumber === null || row.publishedAt === null ? (
      <StatusTag tone="rest">{say(w.noneYet)}</StatusTag>
    ) : (
      <StatusTag tone="good">
        {say(w.publishedOn, { number: row.publishedNumber, day: formatDate(dayOf(row.publishedAt, pack.timeZone)) })}
      </StatusTag>
    );
  return (
    <Frame
      shell={shell}
      title={say(w.module)}
      lead={say(w.libraryLead)}
      current={paths.library}
      actions={mayAdd && <Button href={paths.upload}>{say(w.add)}</Button>}
    >
      <ListPage
        say={say}
        filters={{
          action: paths.library,
          fields: [
            { name: "q", label: say(w.find), type: "search", value: words },
            {
              name: "state",
              label: say(w.state),
              value: state,
              options: [
                { value: "", text: "–" },
                { value: "published", text: say(w.published) },
                { value: "draft", text: say(w.noneYet) },
              ],
            },
          ],
          result: say(w.count, { count }),
          clearHref: words === "" && state === "" ? undefined : paths.library,
        }}
        table={{
          caption: say(w.module),
          columns: [
            { key: "title", head: say(w.title), cell: (row) => <Link href={paths.instrument(row.id)}>{row.title}</Link>, sortable: true },
            { key: "code", head: say(w.code), cell: (row) => row.code },
            { key: "published", head: say(w.published), cell: published },
            { key: "languages", head: say(w.languages), cell: (row) => row.languages.map(languageName).join(", ") || "–" },
            { key: "answers", head: say(w.answers), cell: (row) => formatNumber(row.answers, language), numeric: true, sortable: true },
          ],
          rows,
          sort,
          sortHref: (next) => hrefWith({ sort: next.key, order: next.descending ? "down" : "up", page: "1" }),
          empty: <EmptyState action={mayAdd ? { href: paths.upload, text: say(w.add) } : undefined}>{say(w.noInstruments)}</EmptyState>,
        }}
        pages={{ current: page, last, href: (number) => hrefWith({ page: String(number) }) }}
        downloads={fileLinks((format) => hrefWith({ format }))}
      />
    </Frame>
  );
}
