/** The ledger of what somebody outside the program must still look at. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Listed } from "#kernel/access/list.ts";
import type { Shell } from "#kernel/access/shell.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { fileLinks, FORMATS } from "#platform/http/list-file.ts";
import { patternOf } from "#platform/i18n/text.ts";
import { Details } from "#platform/ui/content.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import { DataTable, Downloads, ListPage } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { FactToConfirm, TextToReview } from "../review.ts";
import { w as words } from "../words.ts";
import { w } from "../words-run.ts";

export const SOURCE_WORD = { pack: w.fromPack, program: w.fromProgram, code_list: w.fromCodes } as const;

export interface ReviewProps {
  readonly shell: Shell;
  readonly list: Listed<TextToReview>;
  readonly facts: readonly FactToConfirm[];
  readonly sets: readonly RuleSet[];
}

/** The page of `/admin/review`. */
export function ReviewView({ shell, list, facts, sets }: ReviewProps): VNode {
  const { say, language } = shell;
  const bySource = [...Map.groupBy(facts, (fact) => fact.source)].sort(([, a], [, b]) => b.length - a.length);
  const other = language === "rw" ? "en" : language;
  return (
    <Frame
      shell={shell}
      title={say(words.review)}
      lead={say(w.reviewLead)}
      current={paths.admin}
      back={{ href: paths.admin, text: say(words.module) }}
    >
      <Section id="texts" title={say(w.texts)}>
        <ListPage
          say={say}
          {...list.around}
          table={{
            ...list.table,
            caption: say(w.texts),
            empty: <EmptyState>{say(list.filtered ? w.noTextFits : w.noTexts)}</EmptyState>,
            columns: [
              { key: "rw", head: say(words.rw), sortable: true, cell: (row) => <span lang="rw">{patternOf(row.text, "rw")}</span> },
              { key: "other", head: say(words[other]), cell: (row) => <span lang={other}>{row.text[other]}</span> },
              { key: "where", head: say(w.where), sortable: true, cell: (row) => `${say(SOURCE_WORD[row.source])}: ${row.where}` },
            ],
          }}
        />
      </Section>
      {sets.length > 0 && (
        <Section id="rules" title={say(w.rulesOpen)} count={sets.length}>
          <ul>
            {sets.map((set) => (
              <li>
                <Link href={paths.rule(set.code)}>{say(set.names)}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="facts" title={say(w.facts)} count={facts.length}>
        <DataTable
          say={say}
          caption={say(w.facts)}
          rows={bySource}
          empty={<EmptyState>{say(w.noFacts)}</EmptyState>}
          columns={[
            { key: "source", head: say(words.source), cell: ([source]) => source },
            { key: "count", head: say(w.howMany), numeric: true, cell: ([, list]) => formatNumber(list.length, language) },
            {
              key: "where",
              head: say(w.where),
              cell: ([, list]) => <Details summary={say(w.showAll)}>{list.map((fact) => fact.where).join(", ")}</Details>,
            },
          ]}
        />
        {facts.length > 0 && <Downloads say={say} files={fileLinks((format) => `${paths.factsFile}?format=${format}`, FORMATS)} />}
      </Section>
    </Frame>
  );
}
