/** The two plain pages that the law and good manners ask for: accessibility and privacy. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { RetentionPurpose } from "#kernel/pack/pack.ts";
import { DataTable } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { w } from "../words.ts";

export function AccessibilityView({ shell }: { readonly shell: Shell }): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} area="portal" title={say(w.accessibility)} lead={say(w.accessibilityLead)} width="reading">
      <ul class="govuk-list govuk-list--bullet">
        <li>{say(w.accessibility1)}</li>
        <li>{say(w.accessibility2)}</li>
        <li>{say(w.accessibility3)}</li>
      </ul>
    </Frame>
  );
}

function keptFor(shell: Shell, purpose: RetentionPurpose): string {
  const { say } = shell;
  if (purpose.keep === null) return say(w.asLong);
  return say(purpose.keep.unit === "years" ? w.years : w.months, { n: purpose.keep.amount });
}

export function PrivacyView({ shell, purposes }: { readonly shell: Shell; readonly purposes: readonly RetentionPurpose[] }): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} area="portal" title={say(w.privacy)} lead={say(w.privacyLead)}>
      <p class="in-read">{say(w.privacyRights)}</p>
      <p class="in-read">{say(w.privacyNoticed)}</p>
      <DataTable
        say={say}
        caption={say(w.privacy)}
        rows={purposes}
        columns={[
          { key: "purpose", head: say(w.purpose), cell: (row) => say(row.names) },
          {
            key: "kept",
            head: say(w.kept),
            cell: (row) => (
              <>
                {keptFor(shell, row)} {row.unconfirmed && <StatusTag tone="watch">{say(w.unconfirmed)}</StatusTag>}
              </>
            ),
          },
          { key: "then", head: say(w.thenDone), cell: (row) => say(row.afterwards === "erase" ? w.erase : w.anonymise) },
        ]}
      />
    </Frame>
  );
}
