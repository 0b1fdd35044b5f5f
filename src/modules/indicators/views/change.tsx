/** The small forms that change an indicator: one page each, what is there above, one thing to add below. */
import type { ComponentChildren, VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Indicator } from "#kernel/measure/schema.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, DateInput, Form, Input, Select, type DateParts, type Option } from "#platform/ui/forms.tsx";
import { Table } from "#platform/ui/lists.tsx";
import { paths } from "../paths.ts";
import { w } from "../words-forms.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { type ViewProps } from "./common.tsx";

/** A field of such a form. */
export type ChangeField =
  | { readonly kind: "text" | "number"; readonly name: string; readonly label: string; readonly hint?: string }
  | { readonly kind: "choice"; readonly name: string; readonly label: string; readonly hint?: string; readonly options: readonly Option[] }
  | { readonly kind: "day"; readonly name: string; readonly label: string; readonly parts: DateParts };

export interface ChangeProps extends ViewProps {
  readonly indicator: Indicator;
  readonly title: string;
  readonly lead?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly action: string;
  readonly button: string;
  readonly fields: readonly ChangeField[];
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  /** Instead of a form of fields: acts of one button. */
  readonly children?: ComponentChildren;
}

export function ChangeView(props: ChangeProps): VNode {
  const { shell, indicator, title, lead, head, rows, action, button, fields, values, problems, children } = props;
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={title}
      caption={say(indicator.names)}
      lead={lead}
      current={paths.indicators}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.one(indicator.id), text: say(indicator.names) }}
    >
      {rows.length > 0 && (
        <Table head={head.map((text) => ({ text }))} rows={rows.map((row) => row.map((text) => ({ text })))} firstCellIsHeader />
      )}
      {children}
      {fields.length > 0 && (
        <Form action={action} csrf={shell.formToken}>
          {fields.map((field) => {
            const value = values[field.name] ?? "";
            if (field.kind === "choice")
              return (
                <Select
                  say={say}
                  name={field.name}
                  label={field.label}
                  hint={field.hint}
                  options={[{ value: "", text: say(w.choose) }, ...field.options]}
                  value={value}
                  error={wrong.at(field.name)}
                />
              );
            if (field.kind === "day")
              return (
                <DateInput
                  say={say}
                  id={field.name}
                  namePrefix={field.name}
                  legend={field.label}
                  values={field.parts}
                  error={wrong.at(`${field.name}-day`)}
                />
              );
            return (
              <Input
                say={say}
                name={field.name}
                label={field.label}
                hint={field.hint}
                value={value}
                error={wrong.at(field.name)}
                {...(field.kind === "number" && { inputmode: "decimal" as const, width: 10 as const })}
              />
            );
          })}
          <Button>{button}</Button>
        </Form>
      )}
    </Frame>
  );
}
