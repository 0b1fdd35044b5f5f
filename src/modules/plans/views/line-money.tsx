/** The money of a line: planned, committed, paid, received. */
import type { VNode } from "preact";
import { balanceOf, type MoneyEntry, type MoneyLine } from "#kernel/money/lines.ts";
import { owing } from "#kernel/money/amounts.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Button, DateInput, Form, Input, Radios, Select, type DateParts } from "#platform/ui/forms.tsx";
import { Details } from "#platform/ui/content.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { Certainty } from "#platform/ui/marks.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { Line } from "../schema.ts";
import { w } from "../words-line.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { amount, sums, type ViewProps } from "./common.tsx";

export interface MoneyProps extends ViewProps {
  readonly line: Line;
  readonly entries: readonly MoneyEntry[];
  readonly mayAccount: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly day: DateParts;
  readonly problems: readonly FieldProblem[];
}

/** A line of money by its name: kind of cost, or source and who gives. */
export function moneyName({ say, pack }: Pick<ViewProps["shell"], "say" | "pack">, line: MoneyLine): string {
  const list = line.side === "cost" ? "cost_kind" : "funding_source";
  return [nameOf(say, pack, list, line.item), line.partyName, line.note].filter((text) => text !== null && text !== "").join(", ");
}

function MoneyTable({ shell, line, side }: Pick<MoneyProps, "shell" | "line"> & { readonly side: "cost" | "funding" }): VNode {
  const { say } = shell;
  const rows = line.money.filter((one) => one.side === side);
  const cost = side === "cost";
  return (
    <DataTable
      say={say}
      caption={say(cost ? w.cost : w.funding)}
      captionShown
      rows={rows}
      empty={<EmptyState>{cost ? "–" : say(w.noMeans)}</EmptyState>}
      columns={[
        { key: "item", head: say(cost ? w.kind : w.source), cell: (one: MoneyLine) => moneyName(shell, one) },
        { key: "amount", head: say(w.amount), numeric: true, cell: (one: MoneyLine) => amount(shell, one.minor, one.currency) },
        { key: "committed", head: say(w.committed), numeric: true, cell: (one: MoneyLine) => amount(shell, one.committed, one.currency) },
        {
          key: "moved",
          head: say(cost ? w.paid : w.received),
          numeric: true,
          cell: (one: MoneyLine) => amount(shell, cost ? one.paid : one.received, one.currency),
        },
      ]}
    />
  );
}

const KIND_WORDS = { commitment: w.commitment, payment: w.payment, receipt: w.receipt } as const;

/** Cost and means of a line with what moved, and the form that enters more. */
export function Money(props: MoneyProps): VNode {
  const { shell, line, entries, mayAccount, values, day, problems } = props;
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  const gap = owing(balanceOf(line.money).gap);
  const currencies = new Map(line.money.map((one) => [one.id, one.currency]));
  return (
    <Section id="money" title={say(w.partMoney)} note={gap.size > 0 && say(w.told, { what: say(w.withoutMoney), value: sums(shell, gap) })}>
      <MoneyTable shell={shell} line={line} side="cost" />
      <MoneyTable shell={shell} line={line} side="funding" />
      {entries.length > 0 && (
        <Details summary={say(w.entries, { count: entries.length })}>
          <DataTable
            say={say}
            caption={say(w.partMoney)}
            rows={entries}
            columns={[
              { key: "day", head: say(w.day), cell: (entry: MoneyEntry) => formatDate(entry.day) },
              { key: "kind", head: say(w.kind), cell: (entry: MoneyEntry) => say(KIND_WORDS[entry.kind]) },
              {
                key: "amount",
                head: say(w.amount),
                numeric: true,
                cell: (entry: MoneyEntry) => (
                  <>
                    {amount(shell, entry.minor, currencies.get(entry.line) ?? shell.pack.currency.code)}{" "}
                    <Certainty say={say} of={entry.certainty} />
                  </>
                ),
              },
              { key: "reference", head: say(w.reference), cell: (entry: MoneyEntry) => entry.reference },
            ]}
          />
        </Details>
      )}
      {mayAccount && line.money.length > 0 && (
        <Details summary={say(w.enter)} open={problems.length > 0}>
          <Form action={paths.account(line.id)} csrf={shell.formToken}>
            <Select
              say={say}
              name="line"
              label={say(w.enterLine)}
              options={[{ value: "", text: "–" }, ...line.money.map((one) => ({ value: one.id, text: moneyName(shell, one) }))]}
              value={values["line"] ?? ""}
              error={wrong.at("line")}
            />
            <Radios
              say={say}
              name="kind"
              legend={say(w.kind)}
              choices={Object.entries(KIND_WORDS).map(([value, text]) => ({ value, text: say(text) }))}
              value={values["kind"] ?? ""}
              error={wrong.at("kind")}
            />
            <Input
              say={say}
              name="amount"
              label={say(w.amount)}
              width={20}
              inputmode="numeric"
              value={values["amount"] ?? ""}
              error={wrong.at("amount")}
            />
            <DateInput say={say} id="day" namePrefix="day" legend={say(w.day)} values={day} error={wrong.at("day-day")} />
            <Input
              say={say}
              name="reference"
              label={say(w.reference)}
              width={20}
              value={values["reference"] ?? ""}
              error={wrong.at("reference")}
            />
            <Button variant="secondary">{say(w.enter)}</Button>
          </Form>
        </Details>
      )}
    </Section>
  );
}
