/** One request as the officer works on it: who asks what, by when, what may be done now. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Offer } from "#kernel/flow/flow.ts";
import { referenceOf } from "#platform/db/ids.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { dayOf, formatDate, formatDateTime } from "#platform/ui/format.ts";
import { ActionForm, Button, Form, Radios, RefusedAction, Textarea } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { SummaryList } from "#platform/ui/lists.tsx";
import { Card, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { RequestRow } from "../queries.ts";
import type { requestFlow } from "../rules.ts";
import { DECISIONS } from "../schema.ts";
import { w as console } from "../words.ts";
import { w } from "../words-requests.ts";
import { w as states } from "../words-states.ts";
import { errorOf, summaryOf } from "./errors.ts";
import { DueText, RequestTag } from "./requests.tsx";

type StepName = keyof typeof requestFlow.steps;

export interface RequestProps {
  readonly shell: Shell;
  readonly row: RequestRow;
  readonly offers: readonly Offer<StepName>[];
  readonly erasedAt: readonly Date[];
  readonly today: string;
  /** People whose name answers a search, to say whom a paper request is about; null before a search. */
  readonly found: readonly { readonly id: string; readonly name: string; readonly organisation: string | null }[] | null;
  readonly search: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly FieldProblem[];
}

function identityText({ shell, row }: RequestProps): string {
  const { say, pack } = shell;
  if (row.identityAt === null) return say(w.identityOpen);
  const how = row.identityHow === "signed_in" ? say(w.identitySignedIn) : (row.identityHow ?? "");
  return `${how} (${formatDateTime(row.identityAt, pack.timeZone)})`;
}

function Facts(props: RequestProps): VNode {
  const { shell, row, today, erasedAt } = props;
  const { say, pack } = shell;
  return (
    <SummaryList
      rows={[
        { key: say(w.state), value: <RequestTag shell={shell} state={row.state} /> },
        { key: say(w.due), value: <DueText shell={shell} row={row} today={today} /> },
        { key: say(w.requester), value: row.requester },
        row.reach !== null && { key: say(w.reach), value: row.reach },
        { key: say(w.organisation), value: row.organisationName },
        { key: say(w.received), value: formatDate(dayOf(row.receivedAt, pack.timeZone)) },
        { key: say(w.wish), value: <span lang={row.language}>{row.wish}</span> },
        { key: say(w.identity), value: identityText(props) },
        row.identityAt !== null && { key: say(w.inRegister), value: row.personName ?? say(w.notInRegister) },
        ...erasedAt.map((at) => ({ key: say(states.erase), value: say(w.erasedOn, { at: formatDateTime(at, pack.timeZone) }) })),
        row.decision !== null && { key: say(w.decision), value: say(w[row.decision]) },
        row.answer !== null && { key: say(w.answerText), value: row.answer },
      ]}
    />
  );
}

/** Search the register, then say how identity was checked and who it is. */
function IdentityForm({ shell, row, found, search, values = {}, problems = [] }: RequestProps): VNode {
  const { say } = shell;
  const choices = [
    ...(found ?? []).map((person) => ({ value: person.id, text: person.name, hint: person.organisation ?? undefined })),
    { value: "", text: say(w.nobody) },
  ];
  return (
    <>
      <form method="get" action={paths.request(row.id)} class="in-filter" role="search">
        <div>
          <label for="q">{say(w.findPerson)}</label>
          <input class="govuk-input" id="q" name="q" type="search" value={search} />
        </div>
        <Button size="small" variant="secondary">
          {say(w.search)}
        </Button>
      </form>
      <Form action={paths.requestStep(row.id, "check")} csrf={shell.formToken} hidden={{ q: search }}>
        {found !== null && (
          <Radios say={say} name="person" legend={say(w.whichPerson)} legendSize="s" value={values["person"] ?? ""} choices={choices} />
        )}
        <Textarea
          say={say}
          name="how"
          label={say(w.howIdentity)}
          hint={say(w.howIdentityHint)}
          rows={3}
          value={values["how"]}
          error={errorOf(say, problems, "how")}
        />
        <Button>{say(states.check)}</Button>
      </Form>
    </>
  );
}

function AnswerForm({ shell, row, values = {}, problems = [] }: RequestProps): VNode {
  const { say } = shell;
  return (
    <Form action={paths.requestStep(row.id, "answer")} csrf={shell.formToken}>
      <Radios
        say={say}
        name="decision"
        legend={say(w.decision)}
        legendSize="s"
        value={values["decision"]}
        error={errorOf(say, problems, "decision")}
        choices={DECISIONS.map((decision) => ({ value: decision, text: say(w[decision]) }))}
      />
      <Textarea
        say={say}
        name="answer"
        label={say(w.answerText)}
        hint={say(w.answerHint)}
        rows={8}
        value={values["answer"]}
        error={errorOf(say, problems, "answer")}
      />
      <Button>{say(states.answer)}</Button>
    </Form>
  );
}

function Step({ offer, ...props }: RequestProps & { readonly offer: Offer<StepName> }): VNode {
  const { shell, row } = props;
  const { say } = shell;
  if (offer.refusal !== null)
    return <RefusedAction id={offer.step} text={say(offer.title)} reason={say(offer.refusal.text, offer.refusal.values)} />;
  if (offer.step === "check") return <IdentityForm {...props} />;
  if (offer.step === "answer") return <AnswerForm {...props} />;
  if (offer.step === "erase")
    return (
      <p>
        <Button href={paths.erase(row.id)} variant="secondary">
          {say(offer.title)}
        </Button>
      </p>
    );
  return <ActionForm action={paths.requestStep(row.id, offer.step)} csrf={shell.formToken} text={say(offer.title)} variant="secondary" />;
}

/** The page of one request. */
export function RequestView(props: RequestProps): VNode {
  const { shell, row, offers, problems = [] } = props;
  const { say, pack } = shell;
  const shown = offers.filter((offer) => offer.step !== "erase" || row.kind === "erasure");
  const lead = say(w.requestLead, {
    kind: say(w[`${row.kind}Short`]),
    day: formatDate(dayOf(row.receivedAt, pack.timeZone)),
    due: formatDate(row.dueDay),
  });
  return (
    <Frame
      shell={shell}
      title={say(w.request, { reference: referenceOf(row.id) })}
      lead={lead}
      current={paths.console}
      back={{ href: paths.requests, text: say(console.requests) }}
      errors={summaryOf(say, problems)}
    >
      <Facts {...props} />
      {row.person !== null && row.state === "checked" && (
        <Section id="held" title={say(w.whatIsHeld)}>
          <MoreLinks>
            <Link href={paths.requestData(row.id)}>{say(w.seeAll)}</Link>
            <Link href={paths.requestFile(row.id, "zip")}>{say(w.takeZip)}</Link>
            <Link href={paths.requestFile(row.id, "json")}>{say(w.takeJson)}</Link>
          </MoreLinks>
        </Section>
      )}
      {shown.length > 0 && (
        <Section id="next" title={say(w.next)}>
          {shown.map((offer) => (
            <Card>
              <Step {...props} offer={offer} />
            </Card>
          ))}
        </Section>
      )}
    </Frame>
  );
}
