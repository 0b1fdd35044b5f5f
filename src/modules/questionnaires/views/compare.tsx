/** What changed between two versions of a questionnaire. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Aspect, Change } from "#kernel/questionnaire/compare.ts";
import { inLanguage } from "#kernel/questionnaire/model.ts";
import type { Item, Model } from "#kernel/questionnaire/model.ts";
import { modelLanguage } from "#kernel/questionnaire/state.ts";
import type { Version } from "#kernel/questionnaire/store.ts";
import type { Text } from "#platform/i18n/text.ts";
import { DataTable } from "#platform/ui/lists.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

export interface CompareProps {
  readonly shell: Shell;
  readonly before: Version;
  readonly after: Version;
  readonly models: { readonly before: Model; readonly after: Model };
  readonly changes: readonly Change[];
}

const ASPECT: Readonly<Record<Aspect, Text>> = {
  type: w.aspectType,
  label: w.aspectLabel,
  hint: w.aspectHint,
  choices: w.aspectChoices,
  relevant: w.aspectRelevant,
  constraint: w.aspectConstraint,
  required: w.aspectRequired,
  calculation: w.aspectCalculation,
  other: w.aspectOther,
};

export function CompareView(props: CompareProps): VNode {
  const { shell, before, after, models, changes } = props;
  const { say } = shell;
  const words = (model: Model, item: Item | null): string => {
    if (item === null) return "–";
    return inLanguage(item.label, modelLanguage(model, shell.language), model.defaultLanguage) || item.name;
  };
  const groups = [
    { id: "added", title: w.added, rows: changes.filter((change) => change.before === null) },
    { id: "changed", title: w.changed, rows: changes.filter((change) => change.before !== null && change.after !== null) },
    { id: "removed", title: w.removed, rows: changes.filter((change) => change.after === null) },
  ].filter((group) => group.rows.length > 0);
  return (
    <Frame
      shell={shell}
      title={say(w.compare)}
      lead={say(w.compareLead, { before: before.number, after: after.number, title: after.title })}
      breadcrumbs={[
        { text: say(w.module), href: paths.questionnaires },
        { text: after.title, href: paths.instrument(after.instrument) },
        { text: say(w.compare) },
      ]}
      current={paths.questionnaires}
    >
      {groups.length === 0 && <EmptyState>{say(w.noChanges)}</EmptyState>}
      {groups.map((group) => (
        <Section id={group.id} title={say(group.title)} count={group.rows.length}>
          <DataTable
            say={say}
            caption={say(group.title)}
            rows={group.rows}
            columns={[
              { key: "path", head: say(w.question), cell: (row) => row.path },
              ...(group.id === "added"
                ? []
                : [{ key: "before", head: say(w.before), cell: (row: Change) => words(models.before, row.before) }]),
              ...(group.id === "removed"
                ? []
                : [{ key: "after", head: say(w.after), cell: (row: Change) => words(models.after, row.after) }]),
              ...(group.id === "changed"
                ? [
                    {
                      key: "aspects",
                      head: say(w.aspect),
                      cell: (row: Change) => row.aspects.map((aspect) => say(ASPECT[aspect])).join(", "),
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      ))}
    </Frame>
  );
}
