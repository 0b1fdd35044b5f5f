/** The plan on paper: every line, the sums, what organs decided, and blocks to sign. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Decision } from "#kernel/document/decisions.ts";
import type { Version } from "#kernel/document/versions.ts";
import { owing } from "#kernel/money/amounts.ts";
import { balanceOf, type Balance } from "#kernel/money/lines.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { DataTable } from "#platform/ui/lists.tsx";
import { Section } from "#platform/ui/parts.tsx";
import { PrintFoot, PrintHead, QrSlot, SignatureBlocks, type Signatory } from "#platform/ui/print.tsx";
import { paths } from "../paths.ts";
import { lineReference } from "../rules.ts";
import type { Line, Plan } from "../schema.ts";
import { w as lineWords } from "../words-line.ts";
import { w } from "../words-plan.ts";
import { groupNames, nameOf } from "#kernel/pack/shown.ts";
import { langOf } from "#platform/ui/wrong.ts";
import { daysText, PlanTag, sums, type ViewProps } from "./common.tsx";
import { Decisions, leadOf } from "./plan.tsx";

export interface PaperProps extends ViewProps {
  readonly plan: Plan;
  readonly lines: readonly Line[];
  readonly balance: Balance;
  readonly decisions: readonly Decision[];
  readonly version: Version | null;
  readonly signatories: readonly Signatory[];
  readonly printed: { readonly issuer: string; readonly reference: string; readonly date: string; readonly language: string };
  readonly code: { readonly label: string; readonly modules: readonly (readonly boolean[])[] };
}

/** Sums, or a dash for nothing: a column of zeros hides the few that are not. */
function amountOrNone(shell: ViewProps["shell"], amounts: Parameters<typeof sums>[1]): string {
  return amounts.size === 0 ? "–" : sums(shell, amounts);
}

export function PaperView(props: PaperProps): VNode {
  const { shell, plan, lines, balance, decisions, version, signatories, printed, code } = props;
  const { say, pack, language } = shell;
  const live = lines.filter((line) => line.state !== "dropped");
  return (
    <Frame
      shell={shell}
      title={plan.title}
      lead={leadOf({ shell, plan, lines, balance })}
      current={paths.plans}
      width="wide"
      back={{ href: paths.plan(plan.id), text: say(w.back) }}
      actions={<PlanTag say={say} state={plan.state} />}
      before={<PrintHead say={say} title={plan.title} {...printed} />}
    >
      {plan.purpose !== "" && <p lang={langOf(plan.language, language)}>{plan.purpose}</p>}
      <Section id="lines" title={say(lineWords.linesTitle)} count={live.length}>
        <DataTable
          say={say}
          caption={say(lineWords.linesTitle)}
          rows={live}
          columns={[
            { key: "number", head: say(lineWords.number), cell: (line: Line) => lineReference(line.number) },
            {
              key: "title",
              head: say(lineWords.title),
              cell: (line: Line) => (
                <>
                  <b lang={langOf(line.language, language)}>{line.title}</b>
                  <p class="in-small">
                    {nameOf(say, pack, "modality", line.modality)} · {groupNames(say, pack, line.groups)}
                  </p>
                  <p class="in-small" lang={langOf(line.language, language)}>
                    {line.change}
                  </p>
                </>
              ),
            },
            { key: "when", head: say(lineWords.when), cell: (line: Line) => daysText(say, line) },
            { key: "places", head: say(lineWords.places), numeric: true, cell: (line: Line) => formatNumber(line.places, language) },
            { key: "cost", head: say(lineWords.cost), numeric: true, cell: (line: Line) => sums(shell, balanceOf(line.money).cost) },
            {
              key: "gap",
              head: say(lineWords.withoutMoney),
              numeric: true,
              cell: (line: Line) => amountOrNone(shell, owing(balanceOf(line.money).gap)),
            },
          ]}
        />
        <p>
          {[
            [lineWords.cost, balance.cost] as const,
            [lineWords.funding, balance.funding] as const,
            [lineWords.withoutMoney, owing(balance.gap)] as const,
          ]
            .map(([what, amounts]) => say(lineWords.told, { what: say(what), value: amountOrNone(shell, amounts) }))
            .join(" · ")}
        </p>
      </Section>
      <Section id="decisions" title={say(w.decisions)}>
        <Decisions shell={shell} plan={plan} decisions={decisions} />
        {version !== null && (
          <p class="in-small">
            {say(w.version, { number: version.number })}, {say(w.versionHash, { hash: version.hash })}
          </p>
        )}
      </Section>
      <SignatureBlocks say={say} signatories={signatories} />
      <PrintFoot say={say} reference={printed.reference} code={<QrSlot {...code} />} />
    </Frame>
  );
}
