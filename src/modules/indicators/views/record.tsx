/** The form for one figure, made for a phone: period, numbers, source; and the form that corrects one. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Figure, Indicator } from "#kernel/measure/schema.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, Form, Input, Radios, Textarea } from "#platform/ui/forms.tsx";
import { Details } from "#platform/ui/content.tsx";
import { Columns, EmptyState } from "#platform/ui/parts.tsx";
import { periodText, unitText, valueText } from "../format.ts";
import { paths } from "../paths.ts";
import type { Period } from "../rules.ts";
import { w } from "../words-forms.ts";
import { w as words } from "../words.ts";
import { wrongOf, type Wrong } from "#platform/ui/wrong.ts";
import { type ViewProps } from "./common.tsx";

interface FigureFieldsProps extends ViewProps {
  readonly indicator: Indicator;
  readonly values: Readonly<Record<string, string>>;
  readonly wrong: Wrong;
  readonly hint?: string;
}

/** A part of a whole for shares, or the figure itself. */
function FigureFields({ shell, indicator, values, wrong, hint }: FigureFieldsProps): VNode {
  const { say } = shell;
  const number = (name: string, label: string, more?: string): VNode => (
    <Input
      say={say}
      name={name}
      label={label}
      hint={more}
      width={10}
      inputmode="decimal"
      value={values[name] ?? ""}
      error={wrong.at(name)}
    />
  );
  if (indicator.unit !== "percent") return number("value", `${say(w.value)} (${unitText(shell, indicator.unit)})`, hint);
  return (
    <>
      {number("part", say(w.partPlain), hint)}
      {number("whole", say(w.whole))}
      <Details summary={say(w.orValue)} open={(values["value"] ?? "") !== ""}>
        {number("value", `${say(w.value)} (%)`)}
      </Details>
    </>
  );
}

function BySex({ shell, indicator, values, wrong }: FigureFieldsProps): VNode {
  const { say } = shell;
  const field = (name: string, label: string): VNode => (
    <Input say={say} name={name} label={label} width={10} inputmode="decimal" value={values[name] ?? ""} error={wrong.at(name)} />
  );
  const share = indicator.unit === "percent";
  const given = ["F-part", "F-value", "M-part", "M-value"].some((name) => (values[name] ?? "") !== "");
  return (
    <Details summary={say(w.bySex)} open={given}>
      <Columns>
        <div>
          {field(share ? "F-part" : "F-value", say(w.women))}
          {field("F-whole", say(w.womenWhole))}
        </div>
        <div>
          {field(share ? "M-part" : "M-value", say(w.men))}
          {field("M-whole", say(w.menWhole))}
        </div>
      </Columns>
    </Details>
  );
}

export interface RecordProps extends ViewProps {
  readonly indicator: Indicator;
  readonly placeName: string;
  readonly owed: readonly Period[];
  readonly last: Figure | null;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export function RecordView({ shell, indicator, placeName, owed, last, values, problems }: RecordProps): VNode {
  const { say, language } = shell;
  const wrong = wrongOf(say, problems);
  const hint =
    last === null ? undefined : say(w.valueHint, { value: valueText(indicator, last.value, language), period: periodText(last) });
  const fields = { shell, indicator, values, wrong };
  return (
    <Frame
      shell={shell}
      title={say(indicator.names)}
      caption={`${say(w.recordTitle)}, ${placeName}`}
      lead={owed.length === 0 ? undefined : say(w.recordLead)}
      current={paths.indicators}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.one(indicator.id), text: say(words.indicator) }}
    >
      {owed.length === 0 ? (
        <EmptyState>{say(w.noneOwed)}</EmptyState>
      ) : (
        <Form action={paths.record(indicator.id)} csrf={shell.formToken}>
          <Radios
            say={say}
            name="period"
            legend={say(w.period)}
            value={values["period"] ?? owed[0]?.to ?? ""}
            error={wrong.at("period")}
            choices={owed.map((period) => ({ value: period.to, text: periodText(period) }))}
          />
          <p class="in-small">{say(indicator.definition)}</p>
          <FigureFields {...fields} {...(hint !== undefined && { hint })} />
          <BySex {...fields} />
          <Input
            say={say}
            name="source"
            label={say(w.source)}
            hint={say(w.sourceHint)}
            value={values["source"] ?? last?.source ?? ""}
            error={wrong.at("source")}
          />
          <Button>{say(w.save)}</Button>
        </Form>
      )}
    </Frame>
  );
}

export interface CorrectProps extends ViewProps {
  readonly indicator: Indicator;
  readonly placeName: string;
  readonly figure: Figure;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export function CorrectView({ shell, indicator, placeName, figure, values, problems }: CorrectProps): VNode {
  const { say, language } = shell;
  const wrong = wrongOf(say, problems);
  const back = { href: paths.ofPlace(indicator.id, figure.organisation), text: say(words.indicator) };
  return (
    <Frame
      shell={shell}
      title={say(w.correctTitle)}
      caption={say(indicator.names)}
      lead={say(w.correctLead, { place: placeName, period: periodText(figure), value: valueText(indicator, figure.value, language) })}
      current={paths.indicators}
      width="reading"
      errors={wrong.errors}
      back={back}
    >
      <Form action={paths.correct(indicator.id, figure.id)} csrf={shell.formToken}>
        <FigureFields shell={shell} indicator={indicator} values={values} wrong={wrong} />
        <Input
          say={say}
          name="source"
          label={say(w.source)}
          hint={say(w.sourceHint)}
          value={values["source"] ?? figure.source}
          error={wrong.at("source")}
        />
        <Textarea say={say} name="reason" label={say(w.reason)} rows={2} value={values["reason"] ?? ""} error={wrong.at("reason")} />
        <Button>{say(w.save)}</Button>
      </Form>
    </Frame>
  );
}
