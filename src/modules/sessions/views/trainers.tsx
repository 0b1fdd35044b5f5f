/** The trainers of a session, and the page that asks before a step. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Text } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { WarningText } from "#platform/ui/content.tsx";
import { ActionForm, Button, ButtonGroup, Form, Input, Textarea } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, PhoneLink, Section } from "#platform/ui/parts.tsx";
import type { SessionStep } from "../flows.ts";
import { paths } from "../paths.ts";
import type { Session } from "../queries.ts";
import type { TrainerRow } from "../queries-trainers.ts";
import { w as page } from "../words-pages.ts";
import { w } from "../words-edit.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { postTypeName } from "#kernel/pack/shown.ts";
import { daysText, type ViewProps } from "./common.tsx";

export interface TrainersProps extends ViewProps {
  readonly session: Session;
  readonly trainers: readonly TrainerRow[];
  readonly words: string;
  readonly found: readonly {
    readonly person: string;
    readonly name: string;
    readonly post: string | null;
    readonly postType: string | null;
    readonly organisationName: string | null;
  }[];
}

const TONE = { named: "rest", invited: "watch", confirmed: "good", declined: "late" } as const;
const WORD = { named: w.s_named, invited: w.s_invited, confirmed: w.s_confirmed, declined: w.s_declined } as const;

export function TrainersView({ shell, session, trainers, words, found }: TrainersProps): VNode {
  const { say, pack } = shell;
  const csrf = shell.formToken;
  return (
    <Frame
      shell={shell}
      title={say(w.trainersTitle, { session: session.title })}
      lead={say(w.trainersLead)}
      current={paths.sessions}
      width="reading"
      back={{ href: paths.session(session.id), text: say(page.back) }}
    >
      {trainers.map((trainer) => (
        <Section id={`t-${trainer.id}`} title={trainer.name}>
          <p>
            {trainer.postType !== null && `${postTypeName(say, pack, trainer.postType)}, ${trainer.organisationName ?? ""} `}
            <StatusTag tone={TONE[trainer.state]}>{say(WORD[trainer.state])}</StatusTag>{" "}
            {trainer.phone !== null && <PhoneLink name={trainer.phone} phone={trainer.phone} />}
          </p>
          <ButtonGroup>
            {trainer.state !== "confirmed" && (
              <ActionForm
                action={paths.trainerStep(session.id, trainer.id, "ask")}
                csrf={csrf}
                size="small"
                text={say(trainer.state === "named" ? w.ask : w.askAgain)}
              />
            )}
            <ActionForm
              action={paths.trainerStep(session.id, trainer.id, "remove")}
              csrf={csrf}
              size="small"
              variant="secondary"
              text={say(w.remove)}
            />
          </ButtonGroup>
        </Section>
      ))}
      <Section id="find" title={say(w.find)}>
        <form method="get" action={paths.trainers(session.id)}>
          <Input say={say} name="words" type="search" label={say(w.find)} labelClass="govuk-visually-hidden" value={words} />
          <Button variant="secondary">{say(w.findButton)}</Button>
        </form>
        {words !== "" && found.length === 0 && <EmptyState>{say(w.foundNone)}</EmptyState>}
        {found.map((one) => (
          <ActionForm
            action={paths.trainers(session.id)}
            csrf={csrf}
            size="small"
            variant="secondary"
            hidden={{ person: one.person, post: one.post ?? "" }}
            text={say(w.add)}
            note={
              <>
                <b>{one.name}</b> {one.postType !== null && `${postTypeName(say, pack, one.postType)}, ${one.organisationName ?? ""}`}
              </>
            }
          />
        ))}
      </Section>
    </Frame>
  );
}

export interface StepProps extends ViewProps {
  readonly session: Session;
  readonly step: SessionStep;
  readonly title: Text;
  readonly reason: string;
  readonly problems: readonly FieldProblem[];
}

export function StepView({ shell, session, step, title, reason, problems }: StepProps): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(title)}
      caption={session.title}
      lead={daysText(say, session.from, session.to)}
      current={paths.sessions}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.session(session.id), text: say(page.back) }}
    >
      <Form action={paths.step(session.id, step)} csrf={shell.formToken}>
        {step === "cancel" && (
          <Textarea say={say} name="reason" label={say(page.reason)} value={reason} rows={3} error={wrong.at("reason")} />
        )}
        <WarningText say={say}>{say(page.confirmStep)}</WarningText>
        <ButtonGroup>
          <Button>{say(title)}</Button>
          <Link href={paths.session(session.id)}>{say(page.back)}</Link>
        </ButtonGroup>
      </Form>
    </Frame>
  );
}
