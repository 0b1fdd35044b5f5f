/** One step of a handover on a page of its own: the parts written by hand, accepting, sending back, the check. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Button, Form, Input, Radios, type SummaryError, Textarea } from "#platform/ui/forms.tsx";
import type { Handover } from "../handover-queries.ts";
import { paths } from "../paths.ts";
import { postName } from "../people-format.ts";
import { w } from "../words-handover.ts";
import { w as file } from "../words-handover-file.ts";

export interface StepPageProps {
  readonly shell: Shell;
  readonly handover: Handover;
  readonly step: "gaps" | "accept" | "refuse" | "check";
  readonly days: number;
  readonly instead: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly SummaryError[];
  readonly texts: ReadonlyMap<string, string>;
}

function GapsFields({ shell, values, texts, instead }: StepPageProps): VNode {
  const { say } = shell;
  return (
    <>
      {[1, 2, 3, 4, 5].map((n) => (
        <Input
          say={say}
          name={`five_${n}`}
          label={n === 1 ? say(w.labelled, { label: say(file.five), value: n }) : say(file.fiveOne, { n })}
          value={values[`five_${n}`]}
        />
      ))}
      {(["risks", "promises", "assets", "induction"] as const).map((name) => (
        <Textarea say={say} name={name} label={say(file[name])} rows={3} value={values[name]} />
      ))}
      {instead && <Input say={say} name="because" label={say(file.gapsBecause)} value={values["because"]} error={texts.get("because")} />}
    </>
  );
}

function CheckFields({ shell, values, texts }: StepPageProps): VNode {
  const { say } = shell;
  const choices = [
    { value: "yes", text: say(w.yes) },
    { value: "partly", text: say(w.partly) },
    { value: "no", text: say(w.no) },
  ];
  return (
    <>
      <Radios say={say} name="tasks" legend={say(w.checkTasks)} choices={choices} value={values["tasks"]} error={texts.get("tasks")} />
      <Radios
        say={say}
        name="reservations"
        legend={say(w.checkReservations)}
        choices={choices}
        value={values["reservations"]}
        error={texts.get("reservations")}
      />
      <Textarea say={say} name="note" label={say(w.checkNote)} rows={3} value={values["note"]} />
    </>
  );
}

/** One step of a handover on a page of its own. */
export function HandoverStepPage(props: StepPageProps): VNode {
  const { shell, handover, step, days, values, errors, texts } = props;
  const { say, pack } = shell;
  const titles = { gaps: say(file.gapsTitle), accept: say(w.acceptTitle), refuse: say(w.stepRefuse), check: say(w.checkTitle, { days }) };
  const post = postName(pack, say, handover);
  const buttons = { gaps: say(file.save), accept: say(w.acceptAs, { post }), refuse: say(w.stepRefuse), check: say(w.stepCheck) };
  return (
    <Frame
      shell={shell}
      title={titles[step]}
      caption={`${post}, ${handover.organisationName}`}
      lead={step === "gaps" ? say(file.gapsLead) : undefined}
      current="/people"
      back={{ href: paths.handover(handover.id) }}
      errors={errors}
      width="reading"
    >
      <Form action={paths.handoverStep(handover.id, step)} csrf={shell.formToken}>
        {step === "gaps" && <GapsFields {...props} />}
        {step === "accept" && (
          <Textarea
            say={say}
            name="reservations"
            label={say(w.reservations)}
            hint={say(w.acceptHint, { days })}
            rows={4}
            value={values["reservations"]}
          />
        )}
        {step === "refuse" && (
          <Textarea say={say} name="because" label={say(w.refuseBecause)} rows={4} value={values["because"]} error={texts.get("because")} />
        )}
        {step === "check" && <CheckFields {...props} />}
        <Button>{buttons[step]}</Button>
      </Form>
    </Frame>
  );
}
