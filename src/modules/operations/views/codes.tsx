/** Code lists: all of them, one of them, one code. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { patternOf, UNREVIEWED, type Language } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Button, Checkboxes, Form, Input } from "#platform/ui/forms.tsx";
import { DataTable, ListPage, type Column } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import type { CodeRow, ListRow } from "../codes.ts";
import { paths } from "../paths.ts";
import { w } from "../words.ts";
import { errorOf, summaryOf } from "./errors.ts";

const plain = (row: { readonly names: CodeRow["names"] }, language: Language): string => patternOf(row.names, language);

/** The page of `/admin/codes`. */
export function CodeListsView({ shell, lists }: { readonly shell: Shell; readonly lists: readonly ListRow[] }): VNode {
  const { say, language } = shell;
  const n = (value: number): string => formatNumber(value, language);
  return (
    <Frame
      shell={shell}
      title={say(w.codeLists)}
      lead={say(w.listsLead)}
      current={paths.admin}
      back={{ href: paths.admin, text: say(w.module) }}
    >
      <DataTable
        say={say}
        caption={say(w.codeLists)}
        rows={lists}
        columns={[
          { key: "list", head: say(w.list), cell: (row) => <Link href={paths.codes(row.list)}>{plain(row, language)}</Link> },
          { key: "codes", head: say(w.codes), numeric: true, cell: (row) => n(row.codes) },
          { key: "ended", head: say(w.ended), numeric: true, cell: (row) => n(row.ended) },
          { key: "unreviewed", head: say(w.unreviewedCount), numeric: true, cell: (row) => n(row.unreviewed) },
        ]}
      />
    </Frame>
  );
}

/** From when until when a code stands; nothing where it always has. */
function validText(shell: Shell, row: CodeRow, today: Day): string {
  const { say } = shell;
  if (row.to !== null) return say(row.to <= today ? w.hasEnded : w.until, { day: formatDate(row.to) });
  return row.from < "1950-01-01" ? say(w.always) : say(w.since, { day: formatDate(row.from) });
}

export interface CodesProps {
  readonly shell: Shell;
  readonly list: ListRow;
  readonly codes: Listed<CodeRow>;
  readonly today: Day;
  readonly mayEdit: boolean;
}

/** The page of one list. */
export function CodesView({ shell, list, codes, today, mayEdit }: CodesProps): VNode {
  const { say, language } = shell;
  const columns: Column<CodeRow>[] = [
    {
      key: "code",
      head: say(w.code),
      sortable: true,
      cell: (row) => (mayEdit ? <Link href={paths.code(list.list, row.code)}>{row.code}</Link> : row.code),
    },
    { key: "en", head: say(w.en), cell: (row) => <span lang="en">{plain(row, "en")}</span> },
    { key: "fr", head: say(w.fr), cell: (row) => <span lang="fr">{plain(row, "fr")}</span> },
    {
      key: "rw",
      head: say(w.rw),
      cell: (row) => (
        <>
          <span lang="rw">{plain(row, "rw")}</span>{" "}
          {row.names.rw.startsWith(UNREVIEWED) && <StatusTag tone="watch">{say(w.unreviewed)}</StatusTag>}
        </>
      ),
    },
    { key: "valid", head: say(w.valid), cell: (row) => validText(shell, row, today) },
  ];
  return (
    <Frame
      shell={shell}
      title={plain(list, language)}
      current={paths.admin}
      back={{ href: paths.codeLists, text: say(w.codeLists) }}
      actions={
        mayEdit && (
          <Button href={paths.newCode(list.list)} variant="secondary" size="small">
            {say(w.addCode)}
          </Button>
        )
      }
    >
      <ListPage
        say={say}
        {...codes.around}
        table={{ ...codes.table, caption: plain(list, language), columns, empty: <EmptyState>{say(w.noCodeFits)}</EmptyState> }}
      />
    </Frame>
  );
}

interface FormProps {
  readonly shell: Shell;
  readonly list: ListRow;
  readonly values: Readonly<Record<string, string>>;
  readonly problems?: readonly FieldProblem[];
}

function WordFields({ shell, values, problems = [] }: FormProps): VNode {
  const { say } = shell;
  const field = (name: "en" | "fr" | "rw") => (
    <Input
      say={say}
      name={name}
      label={say(w[name])}
      value={values[name]}
      error={errorOf(say, problems, name)}
      attributes={{ lang: name }}
    />
  );
  return (
    <>
      {field("en")}
      {field("fr")}
      {field("rw")}
      <Checkboxes say={say} name="reviewed" choices={[{ value: "yes", text: say(w.reviewed), checked: values["reviewed"] === "yes" }]} />
    </>
  );
}

/** The form for a new code. */
export function NewCodeView(props: FormProps): VNode {
  const { shell, list, values, problems = [] } = props;
  const { say, language } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.addCode)}
      caption={plain(list, language)}
      lead={say(w.addLead)}
      width="reading"
      current={paths.admin}
      back={{ href: paths.codes(list.list) }}
      errors={summaryOf(say, problems)}
    >
      <Form action={paths.newCode(list.list)} csrf={shell.formToken}>
        <Input
          say={say}
          name="code"
          label={say(w.code)}
          hint={say(w.codeHint)}
          value={values["code"]}
          error={errorOf(say, problems, "code")}
          width={20}
          autocapitalize="none"
          spellcheck={false}
        />
        <WordFields {...props} />
        <Button>{say(w.addCode)}</Button>
      </Form>
    </Frame>
  );
}

/** The page of one code: its words, and ending it. */
export function CodeView(props: FormProps & { readonly row: CodeRow; readonly today: Day }): VNode {
  const { shell, list, row, today, values, problems = [] } = props;
  const { say, language } = shell;
  return (
    <Frame
      shell={shell}
      title={plain(row, language)}
      caption={`${plain(list, language)}: ${row.code}`}
      width="reading"
      current={paths.admin}
      back={{ href: paths.codes(list.list) }}
      errors={summaryOf(say, problems)}
    >
      <Section id="words" title={say(w.rename)} note={say(w.renameNote)}>
        <Form action={paths.code(list.list, row.code)} csrf={shell.formToken}>
          <WordFields {...props} />
          <Button>{say(w.saveWords)}</Button>
        </Form>
      </Section>
      <Section id="end" title={say(w.end)} note={say(w.endNote)}>
        {row.to !== null && row.to <= today ? (
          <p>{say(w.hasEnded, { day: formatDate(row.to) })}</p>
        ) : (
          <Form action={paths.endCode(list.list, row.code)} csrf={shell.formToken}>
            <Input
              say={say}
              name="day"
              type="date"
              label={say(w.endDay)}
              value={values["day"] ?? row.to ?? today}
              error={errorOf(say, problems, "day")}
              width={10}
            />
            <Button variant="secondary">{say(w.end)}</Button>
          </Form>
        )}
      </Section>
    </Frame>
  );
}
