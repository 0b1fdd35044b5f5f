/** One message: what is known of it, what it says, what a human can do, and what was said before and after. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { maskAddress } from "#kernel/conversation/address.ts";
import { reasonText } from "#kernel/conversation/words.ts";
import type { Offer } from "#kernel/flow/flow.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { InsetText } from "#platform/ui/content.tsx";
import { ActionForm, Button, Form, RefusedAction, Textarea } from "#platform/ui/forms.tsx";
import { dayOf, formatDate, formatDateTime } from "#platform/ui/format.ts";
import { DataTable, SummaryList, type SummaryRow } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { MoreLinks, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { ListedMessage } from "../queries.ts";
import { TONES } from "../rules.ts";
import { headOf, mayRead, moneyOf, whomOf, type Subjects } from "../show.ts";
import { w } from "../words.ts";
import { Lines } from "./lines.tsx";

export interface MessageProps {
  readonly shell: Shell;
  readonly message: ListedMessage;
  readonly subjects: Subjects;
  readonly around: readonly ListedMessage[];
  readonly waiting: readonly Offer<"answer" | "close">[];
  readonly again: readonly Offer<"again">[];
  readonly problems: readonly FieldProblem[];
  readonly text: string;
}

function factsOf({ shell, message, subjects }: MessageProps): (SummaryRow | false)[] {
  const { say, pack, language } = shell;
  const at = (moment: Date): string => formatDateTime(moment, pack.timeZone);
  const reason = reasonText(message.reason);
  const named = message.subject === null ? undefined : subjects.get(message.subject);
  const address = message.address === null ? null : maskAddress(message.channel, message.address);
  return [
    { key: say(w.state), value: <StatusTag tone={TONES[message.state]}>{say(w[message.state])}</StatusTag> },
    reason !== null && { key: say(w.reason), value: say(reason, { detail: message.detail ?? "" }) },
    {
      key: say(w.whom),
      value: address === null || address === whomOf(message, say) ? whomOf(message, say) : `${whomOf(message, say)}, ${address}`,
    },
    { key: say(w.channel), value: `${say(w[message.channel])}, ${say(w[message.direction]).toLowerCase()}` },
    named !== undefined && { key: say(w.about), value: named.href === null ? named.title : <Link href={named.href}>{named.title}</Link> },
    message.replyCode !== null && { key: say(w.code), value: message.replyCode },
    message.parts !== null && { key: say(w.parts), value: String(message.parts) },
    message.parts !== null && { key: say(w.cost), value: message.cost === null ? say(w.noPrice) : moneyOf(message.cost, pack, language) },
    message.attempts > 1 && { key: say(w.tries), value: String(message.attempts) },
    { key: say(message.direction === "in" ? w.received : w.recorded), value: at(message.at) },
    message.settledAt !== null && { key: say(w[message.state]), value: at(message.settledAt) },
  ];
}

function Said({ shell, message, subjects }: MessageProps): VNode {
  const { say } = shell;
  if (message.erased) return <p>{say(w.erased)}</p>;
  if (!mayRead(message, subjects)) return <p>{say(w.hidden)}</p>;
  return (
    <>
      <InsetText>
        {message.title !== null && message.channel === "email" && (
          <p>
            <b>{message.title}</b>
          </p>
        )}
        <Lines text={message.body ?? ""} lang={message.language} />
      </InsetText>
      {message.shared && <p class="in-small">{say(w.sharedPhone)}</p>}
      {message.channel === "email" && (
        <MoreLinks>
          <Link href={paths.mail(message.id)}>{say(w.asMail)}</Link>
        </MoreLinks>
      )}
    </>
  );
}

function Answer({ shell, message, waiting, problems, text }: MessageProps): VNode | null {
  const { say } = shell;
  const answer = waiting.find((offer) => offer.step === "answer");
  const close = waiting.find((offer) => offer.step === "close");
  if (answer === undefined && close === undefined) return null;
  const problem = problems.find((one) => one.field === "answer");
  return (
    <Section id="answer-it" title={say(w.verbAnswer)}>
      {answer?.refusal && (
        <RefusedAction id="answer-refused" text={say(w.sendAnswer)} reason={say(answer.refusal.text, answer.refusal.values)} />
      )}
      {answer !== undefined && answer.refusal === null && (
        <Form action={paths.answer(message.id)} csrf={shell.formToken}>
          <Textarea
            say={say}
            id="answer"
            name="answer"
            label={say(w.answerLabel)}
            hint={message.shared ? `${say(w.sharedPhone)} ${say(w.answerHint)}` : say(w.answerHint)}
            value={text}
            rows={4}
            error={problem && say(problem.text, problem.values)}
          />
          <Button>{say(w.sendAnswer)}</Button>
        </Form>
      )}
      {close !== undefined && (
        <ActionForm action={paths.close(message.id)} csrf={shell.formToken} text={say(w.verbClose)} variant="secondary" />
      )}
    </Section>
  );
}

export function MessageView(props: MessageProps): VNode {
  const { shell, message, subjects, around, again, problems } = props;
  const { say, pack } = shell;
  return (
    <Frame
      shell={shell}
      title={say(
        message.direction === "in" ? (message.channel === "sms" ? w.smsIn : w.mailIn) : message.channel === "sms" ? w.smsOut : w.mailOut,
        {
          day: formatDate(dayOf(message.at, pack.timeZone)),
        },
      )}
      current={paths.list}
      back={{ href: paths.list }}
      errors={problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` }))}
    >
      <Section id="said" title={say(w.said)}>
        <Said {...props} />
        {again.map((offer) =>
          offer.refusal === null ? (
            <ActionForm action={paths.again(message.id)} csrf={shell.formToken} text={say(offer.title)} variant="secondary" />
          ) : (
            <RefusedAction id="again-refused" text={say(offer.title)} reason={say(offer.refusal.text, offer.refusal.values)} />
          ),
        )}
      </Section>
      <Answer {...props} />
      <Section id="facts" title={say(w.facts)}>
        <SummaryList rows={factsOf(props)} />
      </Section>
      {around.length > 0 && (
        <Section id="before" title={say(w.before)}>
          <DataTable
            say={say}
            caption={say(w.before)}
            columns={[
              {
                key: "what",
                head: say(w.what),
                cell: (other: ListedMessage) => <Link href={paths.message(other.id)}>{headOf(other, subjects, say, shell.language)}</Link>,
              },
              {
                key: "way",
                head: say(w.channel),
                cell: (other: ListedMessage) => `${say(w[other.channel])}, ${say(w[other.direction]).toLowerCase()}`,
              },
              {
                key: "state",
                head: say(w.state),
                cell: (other: ListedMessage) => <StatusTag tone={TONES[other.state]}>{say(w[other.state])}</StatusTag>,
              },
              { key: "when", head: say(w.when), cell: (other: ListedMessage) => formatDateTime(other.at, pack.timeZone) },
            ]}
            rows={around}
          />
        </Section>
      )}
    </Frame>
  );
}
