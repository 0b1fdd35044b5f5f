/** One proposed change of a rule set: what is now and what is proposed, side by side, and the decision. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Offer } from "#kernel/flow/flow.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import type { RuleSet } from "#kernel/pack/pack.ts";
import { formatDate, formatDateTime } from "#platform/ui/format.ts";
import { Button, ButtonGroup, Form, RefusedAction, Textarea } from "#platform/ui/forms.tsx";
import { DataTable, SummaryList } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Section } from "#platform/ui/parts.tsx";
import { valueText, type ChangeRow } from "../changes.ts";
import { paths } from "../paths.ts";
import { changeFlow } from "../rules.ts";
import { unitText } from "../units.ts";
import { w } from "../words.ts";
import { ConfirmedTag } from "./rules.tsx";

type StepName = keyof typeof changeFlow.steps;

export interface ChangeProps {
  readonly shell: Shell;
  readonly change: ChangeRow;
  /** The version it would replace. */
  readonly standing: RuleSet;
  readonly offers: readonly Offer<StepName>[];
}

function who(shell: Shell, post: string | null, name: string, at: Date): string {
  const { say, pack } = shell;
  return `${post === null ? "" : `${say(postTypeOf(pack, post).names)}, `}${name}, ${formatDateTime(at, pack.timeZone)}`;
}

function Comparison({ shell, change, standing }: ChangeProps): VNode {
  const { say } = shell;
  return (
    <DataTable
      say={say}
      caption={say(w.parameters)}
      rows={Object.entries(change.value.parameters)}
      columns={[
        { key: "what", head: say(w.parameter), cell: ([, parameter]) => say(parameter.names) },
        {
          key: "before",
          head: say(w.before),
          cell: ([code]) => {
            const before = standing.parameters[code];
            return before === undefined ? "–" : unitText(say, before);
          },
        },
        {
          key: "after",
          head: say(w.after),
          cell: ([code, parameter]) =>
            valueText(parameter.value) === valueText(standing.parameters[code]?.value ?? "") ? (
              say(w.same)
            ) : (
              <b>{unitText(say, parameter)}</b>
            ),
        },
      ]}
    />
  );
}

/** The buttons that decide; one reason for both. */
function Decision({ shell, change, offers }: ChangeProps): VNode {
  const { say } = shell;
  const usable = offers.filter((offer) => offer.refusal === null);
  const refused = offers.filter((offer) => offer.refusal !== null);
  return (
    <>
      {usable.length > 0 && (
        <Form action={paths.changeStep(change.id, "settle")} csrf={shell.formToken}>
          {usable.some((offer) => offer.step !== "withdraw") && <Textarea say={say} name="reason" label={say(w.decisionReason)} rows={3} />}
          <ButtonGroup>
            {usable.map((offer) => (
              <Button name="step" value={offer.step} variant={offer.step === "approve" ? undefined : "secondary"}>
                {say(offer.title)}
              </Button>
            ))}
          </ButtonGroup>
        </Form>
      )}
      {refused.map((offer) => (
        <RefusedAction id={offer.step} text={say(offer.title)} reason={offer.refusal === null ? "" : say(offer.refusal.text)} />
      ))}
    </>
  );
}

/** The page of one change. */
export function ChangeView(props: ChangeProps): VNode {
  const { shell, change, standing, offers } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.change, { name: say(standing.names) })}
      lead={say(w.changeLead, { day: formatDate(change.from) })}
      current={paths.admin}
      back={{ href: paths.rule(change.ruleSet), text: say(standing.names) }}
    >
      <SummaryList
        rows={[
          {
            key: say(w.state),
            value: <StatusTag tone={changeFlow.states[change.state].tone}>{say(changeFlow.states[change.state].title)}</StatusTag>,
          },
          { key: say(w.proposedBy), value: who(shell, change.proposerPost, change.proposerName, change.proposedAt) },
          { key: say(w.reason), value: change.reason },
          { key: say(w.source), value: `${change.source}${change.value.article === "" ? "" : `, ${change.value.article}`}` },
          { key: say(w.confirmed), value: <ConfirmedTag shell={shell} unconfirmed={change.unconfirmed} /> },
          change.decidedAt !== null && {
            key: say(w.decidedBy),
            value: who(shell, change.deciderPost, change.deciderName ?? "", change.decidedAt),
          },
          change.decisionReason !== null && { key: say(w.decisionReason), value: change.decisionReason },
        ]}
      />
      <Section id="values" title={say(w.parameters)}>
        <Comparison {...props} />
      </Section>
      <Section id="affects" title={say(w.affects)}>
        <p>{say(w.affectsText, { day: formatDate(change.from) })}</p>
      </Section>
      {offers.length > 0 && (
        <Section id="next" title={say(w.next)}>
          <Decision {...props} />
        </Section>
      )}
    </Frame>
  );
}
