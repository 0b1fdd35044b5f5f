/** The inventory of personal data, purpose by purpose, and its gaps. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { codeOf, hasCode } from "#kernel/pack/lookup.ts";
import type { Pack, RetentionPurpose } from "#kernel/pack/pack.ts";
import type { Say } from "#platform/i18n/text.ts";
import { DataTable, Downloads, SummaryList } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Section } from "#platform/ui/parts.tsx";
import type { Gap, PurposeRow } from "../inventory.ts";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

/** A code of a list in words; the code itself when the pack does not name it. */
const named = (say: Say, pack: Pack, list: string, code: string): string =>
  hasCode(pack, list, code) ? say(codeOf(pack, list, code).names) : code;

/** The legal basis of a purpose in words. */
export const basisText = (say: Say, pack: Pack, purpose: RetentionPurpose): string => named(say, pack, "legal_basis", purpose.basis);

/** How long a purpose allows keeping, in words. */
export function keptText(say: Say, pack: Pack, purpose: RetentionPurpose): string {
  if (purpose.keep === null) return say(w.keptAlways);
  const from = named(say, pack, "retention_start", purpose.from);
  return say(purpose.keep.unit === "years" ? w.keptYears : w.keptMonths, { n: purpose.keep.amount, from });
}

function Purpose({ shell, row }: { readonly shell: Shell; readonly row: PurposeRow }): VNode {
  const { say, pack } = shell;
  const { purpose, declared } = row;
  const basis = basisText(say, pack, purpose);
  return (
    <Section id={`p-${purpose.code}`} title={say(purpose.names)} card>
      <SummaryList
        rows={[
          { key: say(w.basis), value: basis },
          { key: say(w.kept), value: keptText(say, pack, purpose) },
          purpose.keep !== null && { key: say(w.afterwards), value: say(purpose.afterwards === "erase" ? w.erase : w.anonymise) },
          purpose.unconfirmed && { key: say(w.unconfirmed), value: <StatusTag tone="watch">{purpose.source}</StatusTag> },
        ]}
      />
      <DataTable
        say={say}
        caption={say(purpose.names)}
        rows={declared}
        columns={[
          { key: "title", head: say(w.table), cell: (one) => say(one.title) },
          { key: "columns", head: say(w.columns), cell: (one) => `${one.table}: ${one.columns.join(", ")}` },
          { key: "erase", head: say(w.onDemand), cell: (one) => (one.erase === undefined ? say(w.keptByLaw, { basis }) : say(w.canErase)) },
        ]}
      />
    </Section>
  );
}

/** Purposes of the country pack for which nothing is held yet, on one table. */
function Unused({ shell, rows }: { readonly shell: Shell; readonly rows: readonly PurposeRow[] }): VNode {
  const { say, pack } = shell;
  return (
    <Section id="unused" title={say(w.nothingHeld)} count={rows.length}>
      <DataTable
        say={say}
        caption={say(w.nothingHeld)}
        rows={rows}
        columns={[
          { key: "purpose", head: say(w.purpose), cell: ({ purpose }) => say(purpose.names) },
          { key: "basis", head: say(w.basis), cell: ({ purpose }) => basisText(say, pack, purpose) },
          { key: "kept", head: say(w.kept), cell: ({ purpose }) => keptText(say, pack, purpose) },
        ]}
      />
    </Section>
  );
}

/** The page of `/privacy-console/inventory`. */
export function InventoryView({
  shell,
  purposes,
  gaps,
}: {
  readonly shell: Shell;
  readonly purposes: readonly PurposeRow[];
  readonly gaps: readonly Gap[];
}): VNode {
  const { say } = shell;
  const held = purposes.filter((row) => row.declared.length > 0);
  const empty = purposes.filter((row) => row.declared.length === 0);
  return (
    <Frame
      shell={shell}
      title={say(w.inventory)}
      lead={say(w.inventoryLead)}
      current={paths.console}
      back={{ href: paths.console, text: say(w.title) }}
    >
      {held.map((row) => (
        <Purpose shell={shell} row={row} />
      ))}
      {empty.length > 0 && <Unused shell={shell} rows={empty} />}
      <Section id="gaps" title={say(w.gaps)} count={gaps.length} note={say(w.gapsNote)}>
        {gaps.length === 0 ? (
          <p>{say(w.noGaps)}</p>
        ) : (
          <DataTable
            say={say}
            caption={say(w.gaps)}
            rows={gaps}
            columns={[
              { key: "table", head: say(w.table), cell: (gap) => gap.table },
              { key: "columns", head: say(w.columns), cell: (gap) => gap.columns.join(", ") },
              { key: "reason", head: say(w.why), cell: (gap) => say(w[gap.reason]) },
            ]}
          />
        )}
      </Section>
      <Downloads say={say} files={[{ href: paths.inventoryFile, format: "CSV" }]} />
    </Frame>
  );
}
