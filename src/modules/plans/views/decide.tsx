/** Recording what an organ decided, and steps that need a reason. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { OUTCOMES } from "#kernel/document/decisions.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, DateInput, FileUpload, Form, Input, Radios, Select, Textarea, type DateParts } from "#platform/ui/forms.tsx";
import { planFlow, type PlanStep } from "../flows.ts";
import { paths } from "../paths.ts";
import type { Plan } from "../schema.ts";
import { w } from "../words-plan.ts";
import { optionsOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { type ViewProps } from "./common.tsx";

export interface DecideProps extends ViewProps {
  readonly plan: Plan;
  readonly step: PlanStep;
  readonly hash: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly day: DateParts;
  readonly problems: readonly FieldProblem[];
}

const WORDS = { adopted: w.adopted, adopted_with_changes: w.adopted_with_changes, returned: w.returnedOutcome, noted: w.noted } as const;

export function DecideView({ shell, plan, step, hash, values, day, problems }: DecideProps): VNode {
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(planFlow.steps[step].verb.title)}
      caption={plan.title}
      lead={hash === null ? undefined : say(w.decideLead, { hash: hash.slice(0, 16) })}
      current={paths.plans}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.plan(plan.id), text: say(w.back) }}
    >
      <Form action={paths.decide(plan.id, step)} csrf={shell.formToken} multipart>
        <Select
          say={say}
          name="organ"
          label={say(w.organ)}
          options={optionsOf(say, pack, "organ")}
          value={values["organ"] ?? ""}
          error={wrong.at("organ")}
        />
        <DateInput say={say} id="on" namePrefix="on" legend={say(w.decidedOn)} values={day} error={wrong.at("on-day")} />
        <Input
          say={say}
          name="number"
          label={say(w.number)}
          hint={say(w.numberHint)}
          width={20}
          value={values["number"] ?? ""}
          error={wrong.at("number")}
        />
        <Radios
          say={say}
          name="outcome"
          legend={say(w.outcome)}
          choices={OUTCOMES.map((outcome) => ({ value: outcome, text: say(WORDS[outcome]) }))}
          value={values["outcome"] ?? ""}
          error={wrong.at("outcome")}
        />
        <Textarea say={say} name="reasons" label={say(w.reasons)} rows={3} value={values["reasons"] ?? ""} error={wrong.at("reasons")} />
        <FileUpload
          say={say}
          name="file"
          label={say(w.document)}
          hint={say(w.documentHint)}
          accept="application/pdf,image/jpeg,image/png"
          error={wrong.at("file")}
        />
        <Button>{say(w.record)}</Button>
      </Form>
    </Frame>
  );
}

export function ReasonView({ shell, plan, step, values, problems }: Omit<DecideProps, "hash" | "day">): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  const title = say(planFlow.steps[step].verb.title);
  return (
    <Frame
      shell={shell}
      title={title}
      caption={plan.title}
      current={paths.plans}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.plan(plan.id), text: say(w.back) }}
    >
      <Form action={paths.step(plan.id, step)} csrf={shell.formToken}>
        <Textarea
          say={say}
          name="reason"
          label={say(step === "close" ? w.closingNote : w.reason)}
          value={values["reason"] ?? ""}
          error={wrong.at("reason")}
          rows={4}
        />
        <Button>{title}</Button>
      </Form>
    </Frame>
  );
}
