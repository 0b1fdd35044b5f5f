/** Lists on paper: one a half-day to print, and what was typed in. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import type { Participant } from "#kernel/gathering/participants.ts";
import { formatDate, formatDateTime } from "#platform/ui/format.ts";
import { Button, ButtonGroup } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Table } from "#platform/ui/tables.tsx";
import { MoreLinks, Section } from "#platform/ui/parts.tsx";
import { PrintFoot, PrintHead, QrSlot, SignatureBlocks } from "#platform/ui/print.tsx";
import { paths } from "../paths.ts";
import type { Evidence, OpenList } from "../schema.ts";
import { w } from "../words-paper.ts";
import { w as a } from "../words.ts";
import { ListFrame, partLabel, partTimes } from "./common.tsx";

export interface PaperProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly part: Part;
  readonly people: readonly Participant[];
  readonly evidence: readonly Evidence[];
  readonly issuer: string;
  readonly today: string;
  readonly qr: readonly (readonly boolean[])[];
  readonly owners: readonly string[];
}

/** Empty lines at the end, for people who are not on the list. */
const SPARE_LINES = 5;

function Typed({ props }: { readonly props: PaperProps }): VNode | null {
  const { shell, list, evidence } = props;
  const { say, pack, language } = shell;
  if (evidence.length === 0) return null;
  const partOf = new Map(list.parts.map((part) => [part.id, part]));
  return (
    <div class="in-noprint">
      <Section id="typed" title={say(w.typedLists)}>
        <ul>
          {evidence.map((one) => {
            const part = one.part === null ? undefined : partOf.get(one.part);
            return (
              <li>
                {part && `${partLabel(say, language, part)}: `}
                {say(w.typedEntry, { day: formatDate(one.signedOn), at: formatDateTime(one.recordedAt, pack.timeZone) })}
                {one.file !== null && (
                  <>
                    {", "}
                    <Link href={paths.scan(list.gathering.id, one.id)}>{say(w.openScan)}</Link>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </Section>
    </div>
  );
}

export function PaperView(props: PaperProps): VNode {
  const { shell, list, part, people } = props;
  const { say, language, pack } = shell;
  const { id, place, closedAt } = list.gathering;
  const cell = (text: string): { readonly text: string } => ({ text });
  const rows = people.map((who, index) => [
    cell(String(index + 1)),
    cell(who.code),
    cell(who.name),
    cell(who.organisationName ?? ""),
    cell(""),
    cell(""),
    cell(""),
  ]);
  const spare = Array.from({ length: SPARE_LINES }, (_, index) => [
    cell(String(people.length + index + 1)),
    ...Array.from({ length: 6 }, () => cell("")),
  ]);
  return (
    <ListFrame
      shell={shell}
      list={list}
      title={partLabel(say, language, part)}
      lead={<span class="in-noprint">{say(w.paperLead)}</span>}
      notice={
        <PrintHead
          say={say}
          issuer={props.issuer}
          title={`${list.facts.title} · ${say(a.list)}`}
          reference={list.facts.reference}
          date={formatDate(part.day)}
          language={ownName(language)}
        />
      }
      actions={
        <>
          {closedAt === null && <Button href={paths.typed(id, part.id)}>{say(w.typeIn)}</Button>}
          {list.parts.length > 1 && (
            <MoreLinks>
              {list.parts
                .filter((each) => each.id !== part.id)
                .map((each) => (
                  <Link href={paths.paper(id, each.id)}>{partLabel(say, language, each)}</Link>
                ))}
            </MoreLinks>
          )}
        </>
      }
    >
      <Typed props={props} />
      <p>
        {partTimes(say, part, pack.timeZone)}
        {place !== null && ` · ${place}`}
      </p>
      <p class="in-small in-noprint">{say(w.print)}</p>
      <div class="in-scroll" tabIndex={0} role="region" aria-label={say(a.list)}>
        <Table
          class="in-attendance"
          caption={<span class="govuk-visually-hidden">{say(a.list)}</span>}
          head={[w.number, w.code, w.name, w.office, w.time, w.signature, w.correction].map((text) => cell(say(text)))}
          rows={[...rows, ...spare]}
        />
      </div>
      <p class="in-small">{say(w.empty)}</p>
      <p>
        <b>{say(w.typedBy)}</b> <span class="in-blank" />
      </p>
      <SignatureBlocks say={say} signatories={[{ post: say(w.keptBy, { post: props.owners[0] ?? "" }) }]} />
      <PrintFoot say={say} reference={list.facts.reference} code={<QrSlot label={list.facts.reference} modules={props.qr} />} />
    </ListFrame>
  );
}

/** Room for one badge: code to scan, name, code to read out. */
export function BadgesView({
  shell,
  list,
  people,
}: {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly people: readonly { readonly who: Participant; readonly qr: readonly (readonly boolean[])[] }[];
}): VNode {
  const { say } = shell;
  return (
    <ListFrame shell={shell} list={list} title={say(a.badges)} lead={<span class="in-noprint">{say(w.badgeLead)}</span>}>
      <p class="in-small in-noprint">{say(w.print)}</p>
      <ul class="in-badges">
        {people.map(({ who, qr }) => (
          <li>
            <QrSlot label={`${who.name}, ${who.code}`} modules={qr} />
            <div>
              <p>
                <b>{who.name}</b>
              </p>
              <p class="in-small">{who.organisationName ?? ""}</p>
              <p class="in-small" lang={list.facts.language === shell.language ? undefined : list.facts.language}>
                {list.facts.title}
              </p>
              <p class="in-code">{who.code}</p>
            </div>
          </li>
        ))}
      </ul>
      <ButtonGroup>
        <Link href={paths.one(list.gathering.id)}>{say(a.list)}</Link>
      </ButtonGroup>
    </ListFrame>
  );
}
