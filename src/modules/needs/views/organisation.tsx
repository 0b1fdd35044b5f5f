/** One organisation in a round: what each source says side by side, what moderation changed, its confirmation, its needs and its reply. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, type Column } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, Notice, Section } from "#platform/ui/parts.tsx";
import type { Comparison } from "../compare.ts";
import { paths } from "../paths.ts";
import type { EvidenceRow, Moderated, Strength } from "../queries-answers.ts";
import type { Need, Participation, Round } from "../schema.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-evidence.ts";
import { langOf, levelText, nameOf, NeedTag, PartTag, postName, type ViewProps } from "./common.tsx";

export interface OrganisationProps extends ViewProps {
  readonly round: Round;
  readonly part: Participation;
  /** Null: the reader may not see levels, or not yet. */
  readonly comparisons: readonly Comparison[] | null;
  readonly withheld: boolean;
  readonly moderations: readonly Moderated[];
  readonly evidence: readonly EvidenceRow[];
  readonly needs: readonly Need[];
  readonly strengths: readonly Strength[];
  readonly validatedOn: string | null;
  readonly signed: { readonly name: string; readonly post: string; readonly day: string; readonly hash: string } | null;
  readonly fewest: number;
  readonly may: { readonly record: boolean; readonly validate: boolean; readonly moderate: boolean; readonly reply: boolean };
}

function SourceText({ shell, line, source, fewest }: ViewProps & { readonly line: Comparison; readonly source: string; readonly fewest: number }): VNode {
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

function Sources(props: OrganisationProps): VNode {
  const { shell, round, part, comparisons, moderations, fewest, may } = props;
  const { say, pack, language } = shell;
  const rows = comparisons ?? [];
  const sources = ["self", "interview", "data", "document", "benchmark"].filter((source) => rows.some((row) => row.cells.some((cell) => cell.source === source)));
  const moderated = new Map(moderations.map((one) => [one.domain, one]));
  const columns: Column<Comparison>[] = [
    { key: "field", head: say(w.field), cell: (line) => nameOf(say, pack, "capacity_domain", line.domain) },
    ...sources.map((source) => ({
      key: source,
      head: nameOf(say, pack, "evidence_source", source),
      numeric: true,
      cell: (line: Comparison) => <SourceText shell={shell} line={line} source={source} fewest={fewest} />,
    })),
    { key: "wanted", head: say(w.wanted), numeric: true, cell: (line) => (line.desired === null ? "–" : levelText(language, line.desired)) },
    { key: "compared", head: say(w.compared), cell: (line) => <Compared shell={shell} line={line} /> },
    ...(moderations.length === 0
      ? []
      : [{ key: "moderated", head: say(w.moderated), numeric: true, cell: (line: Comparison) => levelText(language, moderated.get(line.domain)?.current ?? 0) }].map((column) => ({
          ...column,
          cell: (line: Comparison) => (moderated.has(line.domain) ? <b>{column.cell(line)}</b> : "–"),
        }))),
    ...(may.moderate
      ? [{ key: "act", head: say(w.moderate), headHidden: true, cell: (line: Comparison) => <Link href={paths.moderate(round.id, part.organisation, line.domain)}>{say(w.moderate)}</Link> }]
      : []),
  ];
  return (
    <Section id="sources" title={say(w.sources)} note={rows.length === 0 ? undefined : say(w.sourcesNote)}>
      <DataTable say={say} caption={say(w.sources)} columns={columns} rows={rows} empty={<EmptyState>{say(w.sourcesEmpty)}</EmptyState>} />
    </Section>
  );
}

function Moderations({ shell, comparisons, moderations }: OrganisationProps): VNode | null {
  const { say, pack, language } = shell;
  if (moderations.length === 0) return null;
  return (
    <Section id="moderations" title={say(w.moderations)}>
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
    </Section>
  );
}

function Evidence({ shell, round, part, evidence, may }: OrganisationProps): VNode {
  const { say, pack, language } = shell;
  return (
    <Section id="evidence" title={say(w.evidence)}>
      <DataTable
        say={say}
        caption={say(w.evidence)}
        rows={evidence}
        empty={<EmptyState>{say(w.evidenceEmpty)}</EmptyState>}
        columns={[
          {
            key: "what",
            head: say(w.what),
            cell: (row: EvidenceRow) => say(w.evidenceLine, { method: nameOf(say, pack, "assessment_method", row.method), about: postName(say, pack, row.postType), people: row.people, women: row.women ?? -1 }),
          },
          { key: "source", head: say(w.evidenceKind), cell: (row: EvidenceRow) => nameOf(say, pack, "evidence_source", row.source) },
          { key: "on", head: say(w.day), cell: (row: EvidenceRow) => formatDate(row.heldOn) },
          { key: "fields", head: say(w.field), cell: (row: EvidenceRow) => row.domains.map((domain) => nameOf(say, pack, "capacity_domain", domain)).join(", ") },
          { key: "notes", head: say(w.saidOrSeen), cell: (row: EvidenceRow) => <span lang={langOf(row.language, language)}>{row.notes ?? "–"}</span> },
          { key: "file", head: say(w.file), cell: (row: EvidenceRow) => (row.file === null ? "–" : <Link href={paths.evidenceFile(round.id, part.organisation, row.id)}>{row.fileName}</Link>) },
        ]}
      />
      {may.record && (
        <p>
          <Button href={paths.evidence(round.id, part.organisation)} variant="secondary">
            {say(w.addEvidence)}
          </Button>
        </p>
      )}
    </Section>
  );
}

function Validation({ shell, round, part, validatedOn, may }: OrganisationProps): VNode {
  const { say, language } = shell;
  return (
    <Section id="validation" title={say(w.confirmation)}>
      <p>{validatedOn === null ? say(w.notValidated) : say(w.validated, { day: validatedOn })}</p>
      {part.validationNote !== null && (
        <p>
          <b>{say(w.validatedNote)}.</b> <span lang={langOf(part.validationLanguage, language)}>{part.validationNote}</span>
        </p>
      )}
      {may.validate && (
        <p>
          <Button href={paths.validate(round.id, part.organisation)}>{say(w.validateTitle)}</Button>
        </p>
      )}
    </Section>
  );
}

function Needs({ shell, needs, strengths }: OrganisationProps): VNode | null {
  const { say, pack, language } = shell;
  if (needs.length + strengths.length === 0) return null;
  return (
    <>
      {needs.length > 0 && (
        <Section id="needs" title={say(w.needsHere)} count={needs.length}>
          <DataTable
            say={say}
            caption={say(w.needsHere)}
            rows={needs}
            columns={[
              { key: "field", head: say(w.field), cell: (need: Need) => <Link href={paths.need(need.id)}>{nameOf(say, pack, "capacity_domain", need.domain)}</Link> },
              { key: "now", head: say(w.now), numeric: true, cell: (need: Need) => (need.current === null ? "–" : levelText(language, need.current)) },
              { key: "wanted", head: say(w.wanted), numeric: true, cell: (need: Need) => (need.desired === null ? "–" : levelText(language, need.desired)) },
              { key: "cause", head: say(w.cause), cell: (need: Need) => (need.cause === null ? say(w.notSaid) : nameOf(say, pack, "gap_cause", need.cause)) },
              { key: "state", head: say(w.state), cell: (need: Need) => <NeedTag say={say} state={need.state} /> },
            ]}
          />
        </Section>
      )}
      {strengths.length > 0 && (
        <Section id="strengths" title={say(w.strengths)}>
          <ul>
            {strengths.map((one) => (
              <li>{say(w.strengthLine, { domain: nameOf(say, pack, "capacity_domain", one.domain), level: levelText(language, one.current) })}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function ReplyOf({ shell, round, part, signed, may }: OrganisationProps): VNode | null {
  const { say } = shell;
  const silent = part.state === "no_reply" && round.replyBy !== null;
  if (!may.reply && signed === null && !silent) return null;
  return (
    <Section id="reply" title={say(w.reply)}>
      {signed !== null && <p>{say(w.signed, signed)}</p>}
      {part.reply !== null && <p>{part.reply}</p>}
      {silent && round.replyBy !== null && <p>{say(w.silent, { day: formatDate(round.replyBy) })}</p>}
      {may.reply && (
        <p>
          <Button href={paths.reply(round.id, part.organisation)}>{say(w.replyTitle)}</Button>
        </p>
      )}
    </Section>
  );
}

export function OrganisationView(props: OrganisationProps): VNode {
  const { shell, round, part, comparisons, withheld } = props;
  const { say } = shell;
  const counts = { answered: part.answered, invited: part.invited };
  return (
    <Frame
      shell={shell}
      title={part.name}
      caption={round.title}
      lead={say(comparisons === null ? w.leadHidden : w.lead, counts)}
      current={paths.needs}
      breadcrumbs={[{ text: say(common.needs), href: paths.needs }, { text: round.title, href: paths.round(round.id) }, { text: part.name }]}
      actions={<PartTag say={say} state={part.state} />}
      notice={withheld ? <Notice tone="rest">{say(w.withheld)}</Notice> : undefined}
    >
      <ReplyOf {...props} />
      {comparisons !== null && <Sources {...props} />}
      {comparisons !== null && <Moderations {...props} />}
      <Validation {...props} />
      {comparisons !== null && <Needs {...props} />}
      {(comparisons !== null || props.may.record) && !withheld && <Evidence {...props} />}
    </Frame>
  );
}
