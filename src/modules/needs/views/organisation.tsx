/** One organisation in a round: what each source says side by side, what moderation changed, its confirmation, its needs and its reply. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { EmptyState, Notice, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { EvidenceRow } from "../queries-answers.ts";
import type { Need } from "../schema.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-evidence.ts";
import type { OrganisationProps } from "./organisation-props.ts";
import { Moderations, Sources } from "./sources.tsx";
import { langOf, levelText, nameOf, NeedTag, PartTag, postName } from "./common.tsx";

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
            cell: (row: EvidenceRow) =>
              say(w.evidenceLine, {
                method: nameOf(say, pack, "assessment_method", row.method),
                about: postName(say, pack, row.postType),
                people: row.people,
                women: row.women ?? -1,
              }),
          },
          { key: "source", head: say(w.evidenceKind), cell: (row: EvidenceRow) => nameOf(say, pack, "evidence_source", row.source) },
          { key: "on", head: say(w.day), cell: (row: EvidenceRow) => formatDate(row.heldOn) },
          {
            key: "fields",
            head: say(w.field),
            cell: (row: EvidenceRow) => row.domains.map((domain) => nameOf(say, pack, "capacity_domain", domain)).join(", "),
          },
          {
            key: "notes",
            head: say(w.saidOrSeen),
            cell: (row: EvidenceRow) => <span lang={langOf(row.language, language)}>{row.notes ?? "–"}</span>,
          },
          {
            key: "file",
            head: say(w.file),
            cell: (row: EvidenceRow) =>
              row.file === null ? "–" : <Link href={paths.evidenceFile(round.id, part.organisation, row.id)}>{row.fileName}</Link>,
          },
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
              {
                key: "field",
                head: say(w.field),
                cell: (need: Need) => <Link href={paths.need(need.id)}>{nameOf(say, pack, "capacity_domain", need.domain)}</Link>,
              },
              {
                key: "now",
                head: say(w.now),
                numeric: true,
                cell: (need: Need) => (need.current === null ? "–" : levelText(language, need.current)),
              },
              {
                key: "wanted",
                head: say(w.wanted),
                numeric: true,
                cell: (need: Need) => (need.desired === null ? "–" : levelText(language, need.desired)),
              },
              {
                key: "cause",
                head: say(w.cause),
                cell: (need: Need) => (need.cause === null ? say(w.notSaid) : nameOf(say, pack, "gap_cause", need.cause)),
              },
              { key: "state", head: say(w.state), cell: (need: Need) => <NeedTag say={say} state={need.state} /> },
            ]}
          />
        </Section>
      )}
      {strengths.length > 0 && (
        <Section id="strengths" title={say(w.strengths)}>
          <ul>
            {strengths.map((one) => (
              <li>
                {say(w.strengthLine, { domain: nameOf(say, pack, "capacity_domain", one.domain), level: levelText(language, one.current) })}
              </li>
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
      breadcrumbs={[
        { text: say(common.needs), href: paths.needs },
        { text: round.title, href: paths.round(round.id) },
        { text: part.name },
      ]}
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
