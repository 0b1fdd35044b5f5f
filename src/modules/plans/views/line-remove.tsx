/** Taking a line out: of a draft, or of a plan under revision. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, Form, Textarea } from "#platform/ui/forms.tsx";
import { paths } from "../paths.ts";
import { type Plan } from "../schema.ts";
import { w as planWords } from "../words-plan.ts";
import { w } from "../words-line.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { type ViewProps } from "./common.tsx";

export interface RemoveProps extends ViewProps {
  readonly plan: Plan;
  readonly line: { readonly id: string; readonly title: string };
  readonly problems: readonly FieldProblem[];
}

/** Asks before a line leaves the draft; in a revision the reason is asked for as well. */
export function RemoveView({ shell, plan, line, problems }: RemoveProps): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  const revising = plan.state === "revision";
  const title = say(revising ? planWords.dropLine : w.remove);
  return (
    <Frame
      shell={shell}
      title={title}
      caption={line.title}
      lead={revising ? undefined : say(w.removeLead)}
      current={paths.plans}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.line(line.id), text: say(planWords.back) }}
    >
      <Form action={paths.removeLine(plan.id, line.id)} csrf={shell.formToken}>
        {revising && (
          <Textarea
            say={say}
            name="changeReason"
            label={say(planWords.changeReason)}
            hint={say(planWords.changeReasonHint)}
            error={wrong.at("changeReason")}
            rows={2}
          />
        )}
        <Button variant="secondary">{title}</Button>
      </Form>
    </Frame>
  );
}
