/** What stands beside and beneath an organisation’s needs: who answered and confirmed, its reply, what goes well, and the evidence in folds. */
import type { VNode } from "preact";
import { formatDate } from "#platform/ui/format.ts";
import { Details } from "#platform/ui/content.tsx";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { EmptyState, MoreLinks, Progress, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { EvidenceRow } from "../queries-answers.ts";
import { ownResultsVisible } from "../rules.ts";
import { w as evidenceWords } from "../words-evidence.ts";
import { w } from "../words-organisation.ts";
import { w as paper } from "../words-paper.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { levelText, postName } from "./common.tsx";
import type { OrganisationProps } from "./organisation-props.ts";
import { Moderations, Sources } from "./sources.tsx";

function Answered({ shell, round, part, confirmed }: OrganisationProps): VNode {
  const { say, language } = shell;
  const over = round.state !== "designed" && round.state !== "launched" && round.state !== "open";
  const open = round.state === "validation" && part.state === "invited";
  return (
    <Section id="answered" title={say(w.answeredTitle)}>
      <Progress done={part.answered} of={part.invited} text={say(w.answeredOf, { answered: part.answered, invited: part.invited })} />
      {confirmed !== null && <p>{say(w.confirmedBy, confirmed)}</p>}
      {confirmed === null && over && <p>{say(open ? evidenceWords.notValidated : w.notConfirmed)}</p>}
      {part.validationNote !== null && <p lang={langOf(part.validationLanguage, language)}>“{part.validationNote}”</p>}
      <MoreLinks>
        <Link href={paths.coverage(round.id)}>{say(w.coverage)}</Link>
      </MoreLinks>
    </Section>
  );
}

function SignedLine({ shell, signed }: Pick<OrganisationProps, "shell" | "signed">): VNode | null {
  const { say } = shell;
  if (signed === null) return null;
  if (signed.how === "page") return <p>{say(evidenceWords.signed, signed)}</p>;
  return (
    <>
      <p>{say(paper.signed, signed)}</p>
      <MoreLinks>
        <Link href={signed.scan}>{say(paper.openScan)}</Link>
        <span>{say(paper.content, { hash: signed.hash })}</span>
      </MoreLinks>
    </>
  );
}

/** The reply as it was signed, or that there is none. */
function ReplyOf({ shell, round, part, expected, signed, withheld, may }: OrganisationProps): VNode | null {
  const { say, language } = shell;
  if (withheld || !ownResultsVisible(round.state)) return null;
  const silent = part.state === "no_reply" && round.replyBy !== null;
  return (
    <Section id="reply" title={say(evidenceWords.reply)}>
      <SignedLine shell={shell} signed={signed} />
      {part.reply !== null && <p lang={langOf(part.replyLanguage, language)}>“{part.reply}”</p>}
      {silent && round.replyBy !== null && <p>{say(evidenceWords.silent, { day: formatDate(round.replyBy) })}</p>}
      {signed === null && !silent && <p>{say(w.replyNone)}</p>}
      {may.typeReply && expected.step !== "reply" && (
        <MoreLinks>
          <Link href={paths.paper(round.id, part.organisation)}>{say(w.typePaper)}</Link>
        </MoreLinks>
      )}
    </Section>
  );
}

function Strengths({ shell, strengths }: OrganisationProps): VNode | null {
  const { say, pack, language } = shell;
  if (strengths.length === 0) return null;
  return (
    <Section id="strengths" title={say(evidenceWords.strengths)}>
      <ul class="govuk-list govuk-list--bullet">
        {strengths.map((one) => (
          <li>
            {say(evidenceWords.strengthLine, {
              domain: nameOf(say, pack, "capacity_domain", one.domain),
              level: levelText(language, one.current),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Beside the needs on a desk, beneath them on a phone. */
export function Beside(props: OrganisationProps): VNode {
  const { shell, round, part, comparisons } = props;
  return (
    <>
      <ReplyOf {...props} />
      <Answered {...props} />
      <Strengths {...props} />
      {comparisons !== null && ownResultsVisible(round.state) && (
        <MoreLinks>
          <Link href={paths.resultsOf(round.id, part.organisation)}>{shell.say(w.sheet)}</Link>
        </MoreLinks>
      )}
    </>
  );
}

function EvidenceTable({ shell, round, part, evidence, may }: OrganisationProps): VNode {
  const { say, pack, language } = shell;
  return (
    <DataTable
      say={say}
      caption={say(evidenceWords.evidence)}
      rows={evidence}
      empty={
        <EmptyState
          {...(may.record && { action: { href: paths.evidence(round.id, part.organisation), text: say(evidenceWords.addEvidence) } })}
        >
          {say(evidenceWords.evidenceEmpty)}
        </EmptyState>
      }
      columns={[
        {
          key: "what",
          head: say(evidenceWords.what),
          cell: (row: EvidenceRow) =>
            say(evidenceWords.evidenceLine, {
              method: nameOf(say, pack, "assessment_method", row.method),
              about: postName(say, pack, row.postType),
              people: row.people,
              women: row.women ?? -1,
            }),
        },
        {
          key: "source",
          head: say(evidenceWords.evidenceKind),
          cell: (row: EvidenceRow) => nameOf(say, pack, "evidence_source", row.source),
        },
        { key: "on", head: say(evidenceWords.day), cell: (row: EvidenceRow) => formatDate(row.heldOn) },
        {
          key: "fields",
          head: say(evidenceWords.field),
          cell: (row: EvidenceRow) => row.domains.map((domain) => nameOf(say, pack, "capacity_domain", domain)).join(", "),
        },
        {
          key: "notes",
          head: say(evidenceWords.saidOrSeen),
          cell: (row: EvidenceRow) => <span lang={langOf(row.language, language)}>{row.notes ?? "–"}</span>,
        },
        {
          key: "file",
          head: say(evidenceWords.file),
          cell: (row: EvidenceRow) =>
            row.file === null ? "–" : <Link href={paths.evidenceFile(round.id, part.organisation, row.id)}>{row.fileName}</Link>,
        },
      ]}
    />
  );
}

/** What the needs rest on, folded away; open for whoever works on it now. */
export function Behind(props: OrganisationProps): VNode | null {
  const { shell, round, part, comparisons, moderations, evidence, withheld, may } = props;
  const { say } = shell;
  const showEvidence = (comparisons !== null || may.record) && !withheld;
  if (comparisons === null && !showEvidence) return null;
  const differ = comparisons?.filter((line) => line.disagrees).length ?? 0;
  return (
    <Section id="behind" title={say(w.behind)}>
      {comparisons !== null && (
        <Details summary={say(w.sourcesFold, { fields: comparisons.length, differ })} open={may.moderate}>
          <Sources {...props} />
        </Details>
      )}
      {moderations.length > 0 && (
        <Details summary={say(w.moderationsFold, { count: moderations.length })} open={may.moderate}>
          <Moderations {...props} />
        </Details>
      )}
      {showEvidence && (
        <Details summary={say(w.evidenceFold, { count: evidence.length })} open={may.record}>
          <EvidenceTable {...props} />
          {may.record && evidence.length > 0 && (
            <p class="in-act">
              <Button href={paths.evidence(round.id, part.organisation)} variant="secondary">
                {say(evidenceWords.addEvidence)}
              </Button>
            </p>
          )}
        </Details>
      )}
    </Section>
  );
}
