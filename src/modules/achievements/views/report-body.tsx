/** What a frozen copy says, on a page: the same figures, sentences and stories as on its paper. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Details } from "#platform/ui/content.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { Content } from "#platform/ui/markup.ts";
import { TileMap, type TileMapProps } from "#platform/ui/charts/tile-map.tsx";
import { Card, Columns, Notice, Section } from "#platform/ui/parts.tsx";
import { DataTable, type Column } from "#platform/ui/tables.tsx";
import type { Definition } from "#kernel/publication/releases.ts";
import type { ReportContent, ToldRow, ToldShare } from "../content.ts";
import { figureOf, told, type Voice } from "../report-paper.ts";
import type { PrintedStory } from "../stories.ts";
import { w } from "../words-report.ts";
import { CameFigures, DoneFigures, PlanFigures } from "./report-figures.tsx";
import { Printed } from "./stories.tsx";

export interface BodyProps {
  readonly shell: Shell;
  readonly content: ReportContent;
  readonly definitions: readonly Definition[];
  readonly stories: readonly PrintedStory[];
  readonly reason: string | null;
  /** People by district; absent or null where a table says it better. */
  readonly map?: TileMapProps | null;
}

const voiceOf = (shell: Shell): Voice => ({ say: shell.say, language: shell.language, pack: shell.pack });

function SplitTable({
  shell,
  content,
  title,
  head,
  rows,
}: BodyProps & { readonly title: string; readonly head: string; readonly rows: readonly ToldRow[] }): VNode | null {
  if (rows.length === 0) return null;
  const { say, language } = shell;
  const voice = voiceOf(shell);
  const number = (key: "women" | "men" | "unknown" | "people"): Column<ToldRow> => ({
    key,
    head: say(w[key]),
    numeric: true,
    close: "labelled",
    cell: (row) => told(voice, row[key]),
  });
  const unknown = rows.some((row) => row.unknown !== 0);
  const hidden = rows.some((row) => [row.women, row.men, row.unknown, row.people].includes(null));
  return (
    <>
      <DataTable
        say={say}
        caption={title}
        close
        columns={[
          { key: "name", head, cell: (row) => row.names[language] },
          number("women"),
          number("men"),
          ...(unknown ? [number("unknown")] : []),
          number("people"),
        ]}
        rows={rows}
      />
      {hidden && <p class="in-small">{say(w.hidden, { floor: content.floor })}</p>}
    </>
  );
}

function ShareTable({
  shell,
  title,
  head,
  rows,
}: {
  readonly shell: Shell;
  readonly title: string;
  readonly head: string;
  readonly rows: readonly ToldShare[];
}): VNode | null {
  if (rows.length === 0) return null;
  const { say, language } = shell;
  return (
    <>
      <h3 class="govuk-heading-s in-part">{title}</h3>
      {rows.length > 1 && <p class="in-small">{say(w.overlapping)}</p>}
      <DataTable
        say={say}
        caption={title}
        close
        columns={[
          { key: "name", head, cell: (row) => row.names[language] },
          { key: "people", head: say(w.people), numeric: true, close: "labelled", cell: (row) => told(voiceOf(shell), row.people) },
        ]}
        rows={rows}
      />
    </>
  );
}

function Titled({
  title,
  rows,
  children,
}: {
  readonly title: string;
  readonly rows: readonly unknown[];
  readonly children: Content;
}): VNode | null {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s in-part">{title}</h3>
      {children}
    </>
  );
}

function PartnerPart({ shell, content }: BodyProps): VNode | null {
  const { say, language } = shell;
  const rows = content.aliases.flatMap((alias) => {
    const value = figureOf(voiceOf(shell), content, alias.figure);
    return value === null ? [] : [{ ...alias, value }];
  });
  if (rows.length === 0) return null;
  return (
    <Section id="partner" title={say(w.sectionPartner)}>
      <DataTable
        say={say}
        caption={say(w.sectionPartner)}
        columns={[
          { key: "name", head: say(w.theirName), cell: (row) => `${row.code} ${row.names[language]}` },
          { key: "value", head: say(w.value), numeric: true, close: "labelled", cell: (row) => row.value },
        ]}
        rows={rows}
        close
      />
    </Section>
  );
}

/** The body of a copy, or of what a report would say now. */
export function ReportBody(props: BodyProps): VNode {
  const { shell, content, definitions, stories, reason, map } = props;
  const { say } = shell;
  return (
    <>
      {reason !== null && <Notice>{say(w.reasonIs, { reason })}</Notice>}
      <PartnerPart {...props} />
      <PlanFigures shell={shell} content={content} />
      <DoneFigures shell={shell} content={content} />
      <CameFigures shell={shell} content={content} />
      {stories.length > 0 && (
        <Section id="stories" title={say(w.sectionStories)}>
          {stories.map((one) => (
            <Printed shell={shell} one={one} />
          ))}
        </Section>
      )}
      <Section id="who" title={say(w.sectionWho)}>
        <h3 class="govuk-heading-s in-part">{say(w.byDistrict)}</h3>
        {map ? (
          <Card>
            <TileMap {...map} />
          </Card>
        ) : (
          <SplitTable {...props} title={say(w.byDistrict)} head={say(w.district)} rows={content.districts} />
        )}
        <Columns>
          <div>
            <Titled title={say(w.byTier)} rows={content.tiers}>
              <SplitTable {...props} title={say(w.byTier)} head={say(w.tier)} rows={content.tiers} />
            </Titled>
            <ShareTable shell={shell} title={say(w.byYear)} head={say(w.year)} rows={content.years.length > 1 ? content.years : []} />
          </div>
          <div>
            <ShareTable shell={shell} title={say(w.byModality)} head={say(w.modality)} rows={content.modalities} />
            <ShareTable shell={shell} title={say(w.byProgramme)} head={say(w.programme)} rows={content.programmes} />
          </div>
        </Columns>
      </Section>
      <Details summary={say(w.sectionMeaning)}>
        <dl>
          {definitions.map((one) => (
            <>
              <dt>
                <b>{say(one.name)}</b>
              </dt>
              <dd>{say(one.meaning)}</dd>
            </>
          ))}
        </dl>
      </Details>
      <p class="in-small">{say(w.counted, { day: formatDate(content.counted) })}</p>
    </>
  );
}
