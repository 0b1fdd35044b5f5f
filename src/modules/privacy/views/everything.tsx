/** Everything held about one person as a page she can read, and what erasing it would do. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { ActionForm } from "#platform/ui/forms.tsx";
import { DataTable, SummaryList } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { MoreLinks, Section } from "#platform/ui/parts.tsx";
import type { AllHeld, Erased, Held } from "../collect.ts";
import { retentionOf } from "../inventory.ts";
import { paths } from "../paths.ts";
import type { RequestRow } from "../queries.ts";
import { w } from "../words-requests.ts";
import { basisText, keptText } from "./inventory.tsx";

/** A value as a person reads it. */
function valueText(shell: Shell, value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (value instanceof Date) return formatDateTime(value, shell.pack.timeZone);
  if (typeof value === "object") return JSON.stringify(value);
  return String(value as string | number | boolean);
}

function HeldPart({ shell, part, index }: { readonly shell: Shell; readonly part: Held; readonly index: number }): VNode {
  const { say, pack, language } = shell;
  const purpose = retentionOf(pack, part.declared.purpose);
  const note =
    purpose === undefined
      ? part.declared.purpose
      : `${say(purpose.names)}. ${basisText(say, pack, purpose)}. ${keptText(say, pack, purpose)}`;
  return (
    <Section id={`h-${index}`} title={say(part.declared.title)} count={formatNumber(part.rows.length, language)} note={note}>
      {part.rows.length === 0 ? (
        <p>{say(w.noRows)}</p>
      ) : (
        part.rows.map((row) => <SummaryList rows={Object.entries(row).map(([key, value]) => ({ key, value: valueText(shell, value) }))} />)
      )}
    </Section>
  );
}

export interface EverythingProps {
  readonly shell: Shell;
  readonly name: string;
  readonly all: AllHeld;
  readonly now: Date;
  readonly back: string;
  readonly files: readonly { readonly href: string; readonly text: string }[];
  readonly current: string;
}

/** Everything that is held about a person. */
export function EverythingView({ shell, name, all, now, back, files, current }: EverythingProps): VNode {
  const { say, pack, language } = shell;
  const filled = all.held.filter((part) => part.rows.length > 0);
  const empty = all.held.filter((part) => part.rows.length === 0);
  return (
    <Frame
      shell={shell}
      title={say(w.everythingOf, { name })}
      lead={say(w.everythingLead, { at: formatDateTime(now, pack.timeZone) })}
      current={current}
      back={{ href: back }}
    >
      <MoreLinks>
        {files.map((file) => (
          <Link href={file.href}>{file.text}</Link>
        ))}
      </MoreLinks>
      {[...filled, ...empty].map((part, index) => (
        <HeldPart shell={shell} part={part} index={index} />
      ))}
      <Section id="journal" title={say(w.journalContent)} count={formatNumber(all.journal.length, language)}>
        {all.journal.length === 0 ? (
          <p>{say(w.noRows)}</p>
        ) : (
          <SummaryList
            rows={all.journal.map((row) => ({
              key: say(w.entryOf, { n: row.entry, at: formatDateTime(row.at, pack.timeZone) }),
              value: `${row.kind}: ${JSON.stringify(row.content)}`,
            }))}
          />
        )}
      </Section>
    </Frame>
  );
}

/** The page that asks before erasing: what goes, what stays and why. */
export function EraseView({
  shell,
  row,
  counts,
}: {
  readonly shell: Shell;
  readonly row: RequestRow;
  readonly counts: readonly Erased[];
}): VNode {
  const { say, pack } = shell;
  const happens = (count: Erased): string => {
    if (count.rows !== null) return say(w.goes, { n: count.rows });
    const purpose = retentionOf(pack, count.purpose);
    return say(w.stays, {
      basis: purpose === undefined ? count.purpose : `${basisText(say, pack, purpose)}, ${keptText(say, pack, purpose)}`,
    });
  };
  return (
    <Frame
      shell={shell}
      title={say(w.eraseTitle)}
      caption={say(w.request, { reference: referenceOf(row.id) })}
      lead={say(w.eraseLead)}
      current={paths.console}
      back={{ href: paths.request(row.id) }}
    >
      <DataTable
        say={say}
        caption={say(w.eraseTitle)}
        rows={counts}
        columns={[
          { key: "what", head: say(w.what), cell: (count) => say(count.title) },
          { key: "happens", head: say(w.happens), cell: happens },
        ]}
      />
      <ActionForm
        action={paths.erase(row.id)}
        csrf={shell.formToken}
        text={say(w.eraseButton)}
        variant="secondary"
        note={say(w.eraseNote)}
      />
    </Frame>
  );
}
