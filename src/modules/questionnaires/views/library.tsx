/** The library: every instrument with its published version. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { Button } from "#platform/ui/buttons.tsx";
import { dayOf, formatDate, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { ListPage } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { LibraryRow } from "../queries.ts";
import { ownName } from "#platform/i18n/own-names.ts";
import { w } from "../words.ts";

export interface LibraryProps {
  readonly shell: Shell;
  readonly list: Listed<LibraryRow>;
  readonly mayAdd: boolean;
}

export function LibraryView({ shell, list, mayAdd }: LibraryProps): VNode {
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
      lead={say(w.listLead)}
      current={paths.questionnaires}
      actions={mayAdd && <Button href={paths.upload}>{say(w.add)}</Button>}
    >
      <ListPage
        say={say}
        {...list.around}
        table={{
          ...list.table,
          caption: say(w.module),
          columns: [
            { key: "title", head: say(w.title), cell: (row) => <Link href={paths.instrument(row.id)}>{row.title}</Link>, sortable: true },
            { key: "code", head: say(w.code), cell: (row) => row.code },
            { key: "published", head: say(w.published), cell: published },
            { key: "languages", head: say(w.languages), cell: (row) => row.languages.map(ownName).join(", ") || "–" },
            { key: "answers", head: say(w.answers), cell: (row) => formatNumber(row.answers, language), numeric: true, sortable: true },
          ],
          empty: list.filtered ? (
            <EmptyState>{say(w.noneFits)}</EmptyState>
          ) : (
            <EmptyState action={mayAdd ? { href: paths.upload, text: say(w.add) } : undefined}>{say(w.noInstruments)}</EmptyState>
          ),
        }}
      />
    </Frame>
  );
}
