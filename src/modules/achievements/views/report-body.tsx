/** What a frozen copy says, on a page: the same figures, sentences and stories as on its paper. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { Details } from "#platform/ui/content.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Certainty, Key } from "#platform/ui/marks.tsx";
import { Columns, Figure, Notice, Section } from "#platform/ui/parts.tsx";
import { DataTable, type Column } from "#platform/ui/tables.tsx";
import type { Definition } from "#kernel/publication/releases.ts";
import type { ReportContent, ToldRow, ToldShare } from "../content.ts";
import { figureOf, sentencesOf, told, type Voice } from "../report-paper.ts";
import { CERTAINTIES } from "../scope.ts";
import type { PrintedStory } from "../stories.ts";
import { w } from "../words-report.ts";
import { Printed } from "./stories.tsx";
import { TargetSvg } from "./target.tsx";

export interface BodyProps {
  readonly shell: Shell;
  readonly content: ReportContent;
  readonly definitions: readonly Definition[];
  readonly stories: readonly PrintedStory[];
  readonly reason: string | null;
}

const voiceOf = (shell: Shell): Voice => ({ say: shell.say, language: shell.language, pack: shell.pack });

function SplitTable({
  shell,
  content,
  id,
  title,
  head,
  rows,
}: BodyProps & { readonly id: string; readonly title: string; readonly head: string; readonly rows: readonly ToldRow[] }): VNode | null {
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
    <Section id={id} title={title}>
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
    </Section>
  );
}

function ShareTable({
  shell,
  id,
  title,
  head,
  rows,
}: {
  readonly shell: Shell;
  readonly id: string;
  readonly title: string;
  readonly head: string;
  readonly rows: readonly ToldShare[];
}): VNode | null {
  if (rows.length === 0) return null;
  const { say, language } = shell;
  return (
    <Section id={id} title={title} note={rows.length > 1 ? say(w.overlapping) : undefined}>
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
    </Section>
  );
}

function PlanPart({ shell, content, said }: BodyProps & { readonly said: readonly string[] }): VNode | null {
  const { plan } = content;
  if (plan === null) return null;
  const { say, language } = shell;
  const parts = { verified: plan.sureness.verified ?? 0, claimed: plan.sureness.claimed ?? 0, imported: plan.sureness.imported ?? 0 };
  return (
    <Section id="plan" title={say(w.sectionPlan)} card>
      {said.map((text) => (
        <p>{text}</p>
      ))}
      <TargetSvg say={say} language={language} people={parts} target={plan.target} />
      <Key>
        {CERTAINTIES.filter((one) => plan.sureness[one] !== 0).map((one) => (
          <span>
            <Certainty say={say} of={one} /> {told(voiceOf(shell), plan.sureness[one])}
          </span>
        ))}
      </Key>
      <p class="in-small">{plan.source}</p>
    </Section>
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
  const { shell, content, definitions, stories, reason } = props;
  const { say } = shell;
  const voice = voiceOf(shell);
  const said = sentencesOf(voice, content);
  return (
    <>
      {reason !== null && <Notice>{say(w.reasonIs, { reason })}</Notice>}
      <Columns kind="thirds">
        <Figure value={told(voice, content.people)} label={say(w.people)} />
        <Figure value={told(voice, content.sessions)} label={say(w.sessions)} />
        <Figure value={told(voice, content.entries)} label={say(w.entries)} />
      </Columns>
      <PartnerPart {...props} />
      <PlanPart {...props} said={said.plan} />
      {[...said.done, ...said.came].map((text) => (
        <p>{text}</p>
      ))}
      {stories.length > 0 && (
        <Section id="stories" title={say(w.sectionStories)}>
          {stories.map((one) => (
            <Printed shell={shell} one={one} />
          ))}
        </Section>
      )}
      <SplitTable {...props} id="by-tier" title={say(w.byTier)} head={say(w.tier)} rows={content.tiers} />
      <SplitTable {...props} id="by-district" title={say(w.byDistrict)} head={say(w.district)} rows={content.districts} />
      <ShareTable shell={shell} id="by-modality" title={say(w.byModality)} head={say(w.modality)} rows={content.modalities} />
      <ShareTable shell={shell} id="by-programme" title={say(w.byProgramme)} head={say(w.programme)} rows={content.programmes} />
      {content.years.length > 1 && <ShareTable shell={shell} id="by-year" title={say(w.byYear)} head={say(w.year)} rows={content.years} />}
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
