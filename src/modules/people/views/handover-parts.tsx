/** The parts of a handover file, on the screen and on paper: what was compiled and what was written by hand. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, Table } from "#platform/ui/lists.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import type { HandoverFile, Line } from "../handover-file.ts";
import type { Gaps } from "../handover-rules.ts";
import { typeName } from "../people-format.ts";
import { w } from "../words-handover-file.ts";
import { w as people } from "../words.ts";

interface PartProps {
  readonly say: Say;
  readonly pack: Pack;
  /** On paper links are only their words. */
  readonly paper?: boolean;
}

function Lines({ say, paper, lines, none }: PartProps & { readonly lines: readonly Line[]; readonly none: string }): VNode {
  if (lines.length === 0) return <p>{none}</p>;
  return (
    <Table
      rows={lines.map((line) => {
        const text = say(line.text, line.values);
        return [
          { text: line.day === null ? "" : formatDate(line.day), numeric: false },
          { text: paper || line.href === null ? text : <Link href={line.href}>{text}</Link> },
        ];
      })}
      firstCellIsHeader
    />
  );
}

/** What the program compiled: tasks, signatures, records, calendar, people, training. */
export function CompiledParts({ say, pack, paper, file }: PartProps & { readonly file: HandoverFile }): VNode {
  const parts: [string, string, readonly Line[], string][] = [
    ["owes", say(w.owes), file.duties, say(w.owesNothing)],
    ["waiting", say(w.waiting), file.signatures, say(w.waitingNone)],
    ["calendar", say(w.calendar, { days: file.days }), file.calendar, say(w.calendarNone)],
    ["records", say(w.records), file.records, say(w.recordsNone)],
  ];
  return (
    <>
      {parts.map(([id, title, lines, none]) => (
        <Section id={id} title={title} count={lines.length}>
          <Lines say={say} pack={pack} paper={paper} lines={lines} none={none} />
        </Section>
      ))}
      <Section id="contacts" title={say(w.contacts)} count={file.contacts.length}>
        <Contacts say={say} pack={pack} file={file} />
      </Section>
      {file.training !== null && (
        <Section id="training" title={say(w.training)} count={file.training.length}>
          <Lines say={say} pack={pack} paper={paper} lines={file.training} none={say(w.noneWritten)} />
        </Section>
      )}
    </>
  );
}

function Contacts({ say, pack, file }: PartProps & { readonly file: HandoverFile }): VNode {
  if (file.contacts.length === 0) return <p>{say(w.contactsNone)}</p>;
  const relation = { supervisor: say(w.supervisor), reports: say(w.reports), peer: "" };
  return (
    <DataTable
      say={say}
      caption={say(w.contacts)}
      rows={file.contacts}
      columns={[
        { key: "name", head: say(people.name), cell: (one) => one.name },
        {
          key: "post",
          head: say(people.post),
          cell: (one) =>
            `${typeName(pack, say, one.postType)}, ${one.organisation}${relation[one.relation] === "" ? "" : ` (${relation[one.relation]})`}`,
        },
        { key: "phone", head: say(people.phone), cell: (one) => one.phone ?? "–" },
      ]}
    />
  );
}

function Written({ say, text }: { readonly say: Say; readonly text: string }): VNode {
  if (text === "") return <p class="in-small">{say(w.noneWritten)}</p>;
  return (
    <>
      {text.split(/\n+/).map((line) => (
        <p>{line}</p>
      ))}
    </>
  );
}

/** What only the leaver knows. */
export function WrittenParts({ say, gaps }: { readonly say: Say; readonly gaps: Gaps }): VNode {
  const five = gaps.five.filter((one) => one !== "");
  const texts: [string, string, string][] = [
    ["risks", say(w.risks), gaps.risks],
    ["promises", say(w.promises), gaps.promises],
    ["assets", say(w.assets), gaps.assets],
    ["induction", say(w.induction), gaps.induction],
  ];
  if (five.length === 0 && texts.every(([, , text]) => text === ""))
    return (
      <Section id="five" title={say(w.gapsTitle)}>
        <EmptyState>{say(w.noneWritten)}</EmptyState>
      </Section>
    );
  return (
    <>
      <Section id="five" title={say(w.five)}>
        {five.length === 0 ? (
          <p class="in-small">{say(w.noneWritten)}</p>
        ) : (
          <ol class="govuk-list govuk-list--number">
            {five.map((one) => (
              <li>{one}</li>
            ))}
          </ol>
        )}
      </Section>
      {texts.map(([id, title, text]) => (
        <Section id={id} title={title}>
          <Written say={say} text={text} />
        </Section>
      ))}
    </>
  );
}
