/** The pages behind personal links (an invitation, a request to teach)*/
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { personalPath } from "#kernel/gathering/addresses.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Details } from "#platform/ui/content.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Button, ButtonGroup, Checkboxes, Form, Input, Radios, Select } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { SummaryList } from "#platform/ui/lists.tsx";
import { MoreLinks, Notice } from "#platform/ui/parts.tsx";
import type { EnrolmentState } from "../flows.ts";
import { paths } from "../paths.ts";
import type { Session } from "../queries.ts";
import type { TrainerRow } from "../queries-trainers.ts";
import { w } from "../words-invitation.ts";
import { choicesOf, optionsOf } from "#kernel/pack/shown.ts";
import { langOf, wrongOf } from "#platform/ui/wrong.ts";
import { EnrolmentTag, MODES, weekdayText, type ViewProps } from "./common.tsx";

function About({ shell, session }: ViewProps & { readonly session: Session }): VNode {
  const { say, language } = shell;
  const where = session.mode === "online" ? say(MODES.online) : (session.place ?? say(w.whereLater));
  return (
    <SummaryList
      rows={[
        {
          key: say(w.when),
          value:
            session.from === session.to
              ? weekdayText(session.from, language)
              : `${weekdayText(session.from, language)} – ${weekdayText(session.to, language)}`,
        },
        { key: say(w.where), value: session.mode === "hybrid" ? `${where} · ${say(MODES.hybrid)}` : where },
        { key: say(w.language), value: ownName(session.language) },
        { key: say(w.organiser), value: session.organisationName },
      ]}
    />
  );
}

export interface InvitationProps extends ViewProps {
  readonly session: Session;
  readonly token: string;
  readonly name: string;
  readonly state: EnrolmentState;
  readonly open: boolean;
  /** The token of her attendance page, once she is expected. */
  readonly attendance: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly needs: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly done: "yes" | "no" | null;
}

function AnswerForm({ shell, session, token, values, needs, problems }: InvitationProps): VNode {
  const { say, pack } = shell;
  const { at } = wrongOf(say, problems);
  return (
    <Form action={paths.invitation(token)} csrf={shell.formToken}>
      <Radios
        say={say}
        name="comes"
        legend={say(w.comes)}
        legendSize="m"
        value={values["comes"]}
        error={at("comes")}
        choices={[
          { value: "yes", text: say(w.yes) },
          {
            value: "no",
            text: say(w.no),
            hint: say(w.noHint),
            conditional: <Input say={say} name="reason" label={say(w.whyNot)} value={values["reason"]} error={at("reason")} />,
          },
        ]}
      />
      {session.mode === "hybrid" && (
        <Radios
          say={say}
          name="mode"
          legend={say(w.how)}
          legendSize="s"
          value={values["mode"] || "physical"}
          choices={[
            { value: "physical", text: say(w.physical) },
            { value: "online", text: say(w.online) },
          ]}
        />
      )}
      <Details summary={say(w.needs)} open={needs.length > 0}>
        <Checkboxes
          say={say}
          name="needs"
          legend={say(w.needs)}
          legendClass="govuk-visually-hidden"
          hint={say(w.needsHint)}
          values={needs}
          choices={choicesOf(say, pack, "access_need")}
        />
        <Select
          say={say}
          name="disability"
          label={say(w.disability)}
          value={values["disability"]}
          options={[
            { value: "", text: say(w.notSaid) },
            ...optionsOf(say, pack, "disability_answer").filter((option) => option.value !== "not_said"),
          ]}
        />
        <Select
          say={say}
          name="transport"
          label={say(w.transport)}
          value={values["transport"]}
          options={[{ value: "", text: say(w.notSaid) }, ...optionsOf(say, pack, "transport_band")]}
        />
      </Details>
      <ButtonGroup>
        <Button>{say(w.send)}</Button>
      </ButtonGroup>
    </Form>
  );
}

export function InvitationView(props: InvitationProps): VNode {
  const { shell, session, token, name, state, open, attendance, problems, done } = props;
  const { say, language } = shell;
  return (
    <Frame
      shell={shell}
      bare
      title={session.title}
      heading={<span lang={langOf(session.language, language)}>{session.title}</span>}
      lead={say(w.hello, { name })}
      width="reading"
      errors={wrongOf(say, problems).errors}
      notice={
        done === null ? undefined : (
          <Notice tone="good" live>
            {say(done === "yes" ? w.thanksYes : w.thanksNo)}
          </Notice>
        )
      }
    >
      <p>
        <EnrolmentTag say={say} state={state} />
      </p>
      <About shell={shell} session={session} />
      {open ? (
        <>
          <AnswerForm {...props} />
          <p class="in-small">{say(w.until, { day: formatDate(session.from) })}</p>
        </>
      ) : (
        <p>{say(w.over)}</p>
      )}
      <MoreLinks>
        <Link href={paths.invitationEvent(token)}>{say(w.event)}</Link>
        {attendance !== null && <Link href={personalPath(attendance)}>{say(w.ownPage)}</Link>}
      </MoreLinks>
    </Frame>
  );
}

export interface TrainerProps extends ViewProps {
  readonly session: Session;
  readonly trainer: TrainerRow;
  readonly open: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  readonly done: boolean;
}

export function TrainerView({ shell, session, trainer, open, values, problems, done }: TrainerProps): VNode {
  const { say, language } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      bare
      title={session.title}
      heading={<span lang={langOf(session.language, language)}>{session.title}</span>}
      lead={say(w.trainerHello, { name: trainer.name })}
      width="reading"
      errors={wrong.errors}
      notice={
        done ? (
          <Notice tone="good" live>
            {say(w.trainerThanks)}
          </Notice>
        ) : undefined
      }
    >
      <About shell={shell} session={session} />
      {open ? (
        <Form action={paths.trainer(trainer.token)} csrf={shell.formToken}>
          <Radios
            say={say}
            name="comes"
            legend={say(w.trainerTitle)}
            value={values["comes"]}
            error={wrong.at("comes")}
            choices={[
              { value: "yes", text: say(w.teachYes) },
              {
                value: "no",
                text: say(w.teachNo),
                conditional: <Input say={say} name="reason" label={say(w.whyNot)} value={values["reason"]} />,
              },
            ]}
          />
          <Button>{say(w.send)}</Button>
        </Form>
      ) : (
        <p>{say(w.over)}</p>
      )}
    </Frame>
  );
}
