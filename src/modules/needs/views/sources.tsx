/** What each source says of each field, side by side, and what moderation changed. */
import type { VNode } from "preact";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, type Column } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState } from "#platform/ui/parts.tsx";
import type { Comparison } from "../compare.ts";
import { paths } from "../paths.ts";
import { w } from "../words-evidence.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { levelText, type ViewProps } from "./common.tsx";
import type { OrganisationProps } from "./organisation-props.ts";

function SourceText({
  shell,
  line,
  source,
  fewest,
}: ViewProps & { readonly line: Comparison; readonly source: string; readonly fewest: number }): VNode {
  const { say, language } = shell;
  const cell = line.cells.find((one) => one.source === source);
  if (cell === undefined) return <>–</>;
  if (cell.current === null) return <span class="in-small">{say(w.hidden, { fewest })}</span>;
  return <>{say(w.cellValue, { level: levelText(language, cell.current), count: cell.respondents })}</>;
}

function Compared({ shell, line }: ViewProps & { readonly line: Comparison }): VNode {
  const { say, language } = shell;
  if (line.spread === null) return <StatusTag tone="rest">{say(w.oneSource)}</StatusTag>;
  return line.disagrees ? (
    <StatusTag tone="watch">{say(w.differs, { gap: levelText(language, line.spread) })}</StatusTag>
  ) : (
    <StatusTag tone="good">{say(w.agree)}</StatusTag>
  );
}

/** The sources as a table; where they differ by a level or more it is marked. */
export function Sources(props: OrganisationProps): VNode {
  const { shell, round, part, comparisons, moderations, fewest, may } = props;
  const { say, pack, language } = shell;
  const rows = comparisons ?? [];
  const sources = ["self", "interview", "data", "document", "benchmark"].filter((source) =>
    rows.some((row) => row.cells.some((cell) => cell.source === source)),
  );
  const moderated = new Map(moderations.map((one) => [one.domain, one]));
  const columns: Column<Comparison>[] = [
    { key: "field", head: say(w.field), cell: (line) => nameOf(say, pack, "capacity_domain", line.domain) },
    ...sources.map((source) => ({
      key: source,
      head: nameOf(say, pack, "evidence_source", source),
      numeric: true,
      cell: (line: Comparison) => <SourceText shell={shell} line={line} source={source} fewest={fewest} />,
    })),
    {
      key: "wanted",
      head: say(w.wanted),
      numeric: true,
      cell: (line) => (line.desired === null ? "–" : levelText(language, line.desired)),
    },
    { key: "compared", head: say(w.compared), cell: (line) => <Compared shell={shell} line={line} /> },
    ...(moderations.length === 0
      ? []
      : [
          {
            key: "moderated",
            head: say(w.moderated),
            numeric: true,
            cell: (line: Comparison) => levelText(language, moderated.get(line.domain)?.current ?? 0),
          },
        ].map((column) => ({
          ...column,
          cell: (line: Comparison) => (moderated.has(line.domain) ? <b>{column.cell(line)}</b> : "–"),
        }))),
    ...(may.moderate
      ? [
          {
            key: "act",
            head: say(w.moderate),
            headHidden: true,
            cell: (line: Comparison) => <Link href={paths.moderate(round.id, part.organisation, line.domain)}>{say(w.moderate)}</Link>,
          },
        ]
      : []),
  ];
  return (
    <>
      {rows.length > 0 && <p class="in-small">{say(w.sourcesNote)}</p>}
      <DataTable say={say} caption={say(w.sources)} columns={columns} rows={rows} empty={<EmptyState>{say(w.sourcesEmpty)}</EmptyState>} />
    </>
  );
}

/** Each moderated level with its reason beside the respondents’ own figure. */
export function Moderations({ shell, comparisons, moderations }: OrganisationProps): VNode | null {
  const { say, pack, language } = shell;
  if (moderations.length === 0) return null;
  return (
    <>
      {moderations.map((one) => {
        const own = comparisons?.find((line) => line.domain === one.domain)?.cells.find((cell) => cell.source === "self")?.current ?? null;
        const level = levelText(language, one.current);
        return (
          <p>
            <b>{nameOf(say, pack, "capacity_domain", one.domain)}.</b>{" "}
            {own === null ? say(w.moderationLineNoOwn, { level }) : say(w.moderationLine, { own: levelText(language, own), level })}{" "}
            <span lang={langOf(one.language, language)}>{one.reason}</span>
          </p>
        );
      })}
    </>
  );
}
