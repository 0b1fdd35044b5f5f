/** The developer's telephone: whom to look at, and one person's screen. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { countSms } from "#kernel/conversation/sms-parts.ts";
import { reasonText } from "#kernel/conversation/words.ts";
import type { Say } from "#platform/i18n/text.ts";
import { Button, Form, Textarea } from "#platform/ui/forms.tsx";
import { formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { ListPage } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Card, Columns, EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { ListedMessage, Reachable } from "../queries.ts";
import { mayRead, type Subjects } from "../show.ts";
import { w } from "../words-phone.ts";
import { w as words } from "../words.ts";
import { Lines } from "./lines.tsx";

function phoneText(person: Reachable, shell: Shell): string {
  const { say } = shell;
  if (person.phone === null) return say(w.noPhone);
  return person.phoneShared ? say(w.shared, { phone: person.phone }) : person.phone;
}

export function PeopleView({
  shell,
  words: asked,
  people,
}: {
  readonly shell: Shell;
  readonly words: string;
  readonly people: readonly Reachable[];
}): VNode {
  const { say, language, demonstration } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.phoneTitle)}
      lead={say(demonstration ? w.phoneLead : w.phoneLeadReal)}
      current={paths.list}
      back={{ href: paths.list }}
    >
      <ListPage
        say={say}
        filters={{
          action: paths.phone(),
          fields: [{ name: "q", label: say(w.find), type: "search", value: asked }],
          ...(asked === "" ? { result: say(w.lastWritten) } : { clearHref: paths.phone() }),
        }}
        table={{
          caption: say(w.people),
          columns: [
            { key: "person", head: say(w.person), cell: (row: Reachable) => <Link href={paths.phone(row.person)}>{row.name}</Link> },
            { key: "phone", head: say(w.phone), cell: (row: Reachable) => phoneText(row, shell) },
            { key: "messages", head: say(w.messages), numeric: true, cell: (row: Reachable) => formatNumber(row.messages, language) },
          ],
          rows: people,
          empty: <EmptyState>{say(asked === "" ? w.nothing : w.foundNone)}</EmptyState>,
        }}
      />
    </Frame>
  );
}

export interface PhoneProps {
  readonly shell: Shell;
  readonly person: Reachable;
  readonly messages: readonly ListedMessage[];
  readonly subjects: Subjects;
  readonly canReply: boolean;
  readonly wrong: boolean;
}

/** The line under a message: which way it went, how it stands, what it took and why it stopped. */
function noteOf(message: ListedMessage, say: Say): string {
  const counted = message.channel === "sms" && message.parts !== null && message.body !== null ? countSms(message.body) : null;
  const reason = message.state === "held" || message.state === "failed" ? reasonText(message.reason) : null;
  const parts = [
    say(message.direction === "in" ? w.fromThem : w.fromUs, { state: say(words[message.state]).toLowerCase() }),
    counted === null ? "" : say(w.partCount, { parts: counted.parts, alphabet: counted.alphabet }),
    reason === null ? "" : say(reason, { detail: message.detail ?? "" }),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** One message as it stands on the screen. */
function Bubble({
  shell,
  message,
  subjects,
}: {
  readonly shell: Shell;
  readonly message: ListedMessage;
  readonly subjects: Subjects;
}): VNode {
  const { say, pack } = shell;
  return (
    <Card>
      <p class="in-small">
        <time datetime={message.at.toISOString()}>{formatDateTime(message.at, pack.timeZone)}</time>
      </p>
      {message.channel === "email" ? (
        <p>
          <Link href={paths.mail(message.id)}>{say(w.mailArrived, { title: message.title ?? "" })}</Link>
        </p>
      ) : mayRead(message, subjects) || shell.demonstration ? (
        <Lines text={message.body ?? say(words.erased)} lang={message.language} />
      ) : (
        <p>{say(words.hiddenShort)}</p>
      )}
      <p class="in-small">{noteOf(message, say)}</p>
    </Card>
  );
}

function ReplyForm({
  shell,
  person,
  error,
}: {
  readonly shell: Shell;
  readonly person: Reachable;
  readonly error: string | undefined;
}): VNode {
  const { say } = shell;
  return (
    <Section id="reply" title={say(w.reply)}>
      <Form action={paths.phone()} csrf={shell.formToken} hidden={{ person: person.person }}>
        <Textarea say={say} id="text" name="text" label={say(w.replyLabel)} hint={say(w.replyHint)} rows={2} error={error} />
        <Button>{say(w.send)}</Button>
      </Form>
    </Section>
  );
}

export function PhoneView({ shell, person, messages, subjects, canReply, wrong }: PhoneProps): VNode {
  const { say } = shell;
  const error = wrong ? say(w.replyMissing) : undefined;
  return (
    <Frame
      shell={shell}
      title={say(w.phoneOf, { name: person.name })}
      lead={phoneText(person, shell)}
      current={paths.list}
      back={{ href: paths.phone(), text: say(w.another) }}
      errors={error === undefined ? [] : [{ text: error, href: "#text" }]}
    >
      <Columns>
        {canReply && <ReplyForm shell={shell} person={person} error={error} />}
        <Section id="screen" title={say(w.conversation)}>
          {messages.length === 0 && <EmptyState>{say(w.nothing)}</EmptyState>}
          {messages.map((message) => (
            <Bubble shell={shell} message={message} subjects={subjects} />
          ))}
        </Section>
      </Columns>
    </Frame>
  );
}
