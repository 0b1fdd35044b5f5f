/** The figures behind the line, the newest first, each with how sure it is and what may be done with it. */
import type { VNode } from "preact";
import type { Figure } from "#kernel/measure/schema.ts";
import { fileLinks } from "#platform/http/list-file.ts";
import { addressOf } from "#platform/http/address.ts";
import { ActionForm } from "#platform/ui/buttons.tsx";
import { Details } from "#platform/ui/content.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, Downloads } from "#platform/ui/lists.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { periodText, valueText } from "../format.ts";
import type { IndicatorPage } from "../page.ts";
import { paths } from "../paths.ts";
import { w } from "../words.ts";
import type { ViewProps } from "./common.tsx";

const SHOWN = 12;

export interface FigureTableProps extends ViewProps {
  readonly page: IndicatorPage;
  readonly verifiable: (figure: Figure) => boolean;
  readonly correctable: (figure: Figure) => boolean;
}

/** Figures of everybody together; those of groups are in the files. */
export function FigureTable({ shell, page, verifiable, correctable }: FigureTableProps): VNode {
  const { say, language, formToken } = shell;
  const { indicator, place } = page;
  const all = page.figures.filter((one) => one.sex === null && one.tier === null).toReversed();
  const many = place.organisation === null;
  const acts = all.slice(0, SHOWN).some((one) => verifiable(one) || correctable(one));
  // The source stands beside the definition; a column says it again only where a figure came from elsewhere.
  const said = all.slice(0, SHOWN).some((one) => one.reason !== null || one.source !== indicator.source);
  const table = (
    <DataTable
      say={say}
      caption={say(w.figures)}
      close
      rows={all.slice(0, SHOWN)}
      empty={<EmptyState>{say(w.no_figure)}</EmptyState>}
      columns={[
        { key: "period", head: say(w.period), cell: (one) => `${periodText(one)}${one.baseline ? ` (${say(w.baseline)})` : ""}` },
        ...(many
          ? [{ key: "place", head: say(w.place), cell: (one: Figure) => page.names.get(one.organisation ?? "") ?? say(w.everywhere) }]
          : []),
        { key: "value", head: say(w.value), numeric: true, cell: (one) => <b>{valueText(indicator, one.value, language)}</b> },
        { key: "sure", head: say(w.sure), cell: (one) => <Certainty say={say} of={one.certainty} /> },
        ...(said
          ? [
              {
                key: "source",
                head: say(w.source),
                cell: (one: Figure) =>
                  one.reason === null ? one.source : `${one.source}. ${say(w.correctedBecause, { reason: one.reason })}`,
                close: "line" as const,
              },
            ]
          : []),
        ...(acts
          ? [
              {
                key: "act",
                head: say(w.act),
                headHidden: true,
                cell: (one: Figure) => (
                  <>
                    {verifiable(one) && (
                      <ActionForm
                        action={paths.verify(indicator.id, one.id)}
                        csrf={formToken}
                        text={say(w.verify)}
                        variant="secondary"
                        size="small"
                      />
                    )}
                    {correctable(one) && <Link href={paths.correct(indicator.id, one.id)}>{say(w.correct)}</Link>}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
  // Of one organisation they are what the page is about; of all together they are a list to look things up in.
  const folded = many && all.length > SHOWN;
  const section = (
    <Section
      id="figures"
      title={say(w.figures)}
      note={all.length > SHOWN ? say(w.figuresShown, { shown: SHOWN, total: all.length }) : undefined}
    >
      {folded ? <Details summary={say(w.figuresFolded)}>{table}</Details> : table}
      <Downloads
        say={say}
        files={fileLinks(
          (format) => addressOf(paths.figures(indicator.id), { format, place: place.organisation?.id ?? null }),
          ["csv", "xlsx", "json"],
        )}
      />
    </Section>
  );
  return folded ? <div class="in-sec in-noprint">{section}</div> : section;
}
