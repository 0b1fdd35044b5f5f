/** The page that asks before a round takes a step that cannot be undone, or before its dates move. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Text, Values } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, ButtonGroup, Form, Textarea, type DateParts } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { WarningText } from "#platform/ui/content.tsx";
import { roundFlow, type RoundStep } from "../flows.ts";
import { paths } from "../paths.ts";
import type { Round } from "../schema.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-rounds.ts";
import { DatesFields } from "./design-parts.tsx";
import { wrongOf } from "#platform/ui/wrong.ts";
import { type ViewProps } from "./common.tsx";

export interface StepProps extends ViewProps {
  readonly round: Round;
  readonly step: RoundStep;
  readonly consequence: { readonly text: Text; readonly values?: Values };
  readonly values: { readonly reason: string; readonly dates: Readonly<Record<string, DateParts>> };
  readonly problems: readonly FieldProblem[];
}

export function StepView({ shell, round, step, consequence, values, problems }: StepProps): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  const title = say(roundFlow.steps[step].verb.title);
  return (
    <Frame
      shell={shell}
      title={title}
      caption={round.title}
      lead={say(consequence.text, consequence.values)}
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.round(round.id), text: say(common.back) }}
    >
      <Form action={paths.step(round.id, step)} csrf={shell.formToken}>
        {step === "extend" && <DatesFields say={say} values={values.dates} wrong={wrong} opens={round.state === "launched"} />}
        {step === "cancel" && (
          <Textarea say={say} name="reason" label={say(w.reason)} value={values.reason} error={wrong.at("reason")} rows={3} />
        )}
        {step !== "extend" && <WarningText say={say}>{say(w.stepConfirm)}</WarningText>}
        <ButtonGroup>
          <Button>{title}</Button>
          <Link href={paths.round(round.id)}>{say(common.back)}</Link>
        </ButtonGroup>
      </Form>
    </Frame>
  );
}
