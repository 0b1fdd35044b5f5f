/** One question with its control, as it stands on a page that is answered at once. */
import type { VNode } from "preact";
import type { Asked } from "#kernel/questionnaire/asked.ts";
import type { Say } from "#platform/i18n/text.ts";
import { Checkboxes, Input, Radios, Textarea } from "#platform/ui/forms.tsx";
import { w } from "../words-answer.ts";

/** The id of a question’s first control, to which an error leads. */
export const fieldId = (path: string): string => `q${path.replaceAll(/[^A-Za-z0-9_]/g, "-")}`;

export interface QuestionProps {
  readonly say: Say;
  readonly asked: Asked;
  readonly number: number;
  readonly value: string;
  readonly error: string | undefined;
}

function scaleChoices({ start, end, step }: NonNullable<Asked["scale"]>): { value: string; text: string }[] {
  const count = Math.floor((end - start) / step) + 1;
  return Array.from({ length: count }, (_, at) => ({ value: String(start + at * step), text: String(start + at * step) }));
}

/** A question. Kinds that need a page of their own (places, files, order) say that they cannot be answered here. */
export function QuestionField({ say, asked, number, value, error }: QuestionProps): VNode | null {
  const id = fieldId(asked.path);
  const label = asked.control === "note" ? asked.label : `${number}. ${asked.label}`;
  const hint = asked.hint === "" ? undefined : asked.hint;
  const group = { say, name: asked.path, idPrefix: id, legend: label, legendSize: "s", hint, error } as const;
  const line = { say, name: asked.path, id, label, labelSize: "s", hint, error, value } as const;
  const choices = asked.choices.map((choice) => ({ value: choice.name, text: choice.label }));
  switch (asked.control) {
    case "note":
      return <p>{asked.label}</p>;
    case "shown":
      return null;
    case "one":
    case "list":
      return <Radios {...group} choices={choices} value={value} />;
    case "many":
      return <Checkboxes {...group} choices={choices} values={value.split(" ")} />;
    case "tick":
      return <Checkboxes {...group} choices={[{ value: "OK", text: asked.label }]} values={value === "" ? [] : [value]} />;
    case "scale":
      return asked.scale === null ? null : <Radios {...group} choices={scaleChoices(asked.scale)} value={value} />;
    case "lines":
      return <Textarea {...line} rows={3} />;
    case "integer":
    case "decimal":
      return <Input {...line} inputmode="decimal" width={10} />;
    case "line":
    case "date":
    case "time":
    case "moment":
      return <Input {...line} />;
    case "rank":
    case "place":
    case "shape":
    case "file":
      return (
        <p>
          {label}. {say(w.notOnPage)}
        </p>
      );
  }
}
