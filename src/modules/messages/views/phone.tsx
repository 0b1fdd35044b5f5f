/** The developer's telephone: whom to look at, and one person's screen. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { countSms } from "#kernel/conversation/sms-parts.ts";
import { reasonText } from "#kernel/conversation/words.ts";
import { Button, Form, Textarea } from "#platform/ui/forms.tsx";
import { formatDateTime, formatNumber } from "#platform/ui/format.ts";
import { ListPage } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { EmptyState, Section, Timeline, type TimelineEntry } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { ListedMessage, Reachable } from "../queries.ts";
import { mayRead, type Subjects } from "../show.ts";
import { w } from "../words-phone.ts";
import { w as words } from "../words.ts";
import { ShortLines } from "./lines.tsx";

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

function entryOf({ shell, subjects }: PhoneProps, message: ListedMessage): TimelineEntry {
  const { say, pack } = shell;
  const counted = message.channel === "sms" && message.parts !== null && message.body !== null ? countSms(message.body) : null;
  const reason = message.state === "held" || message.state === "failed" ? reasonText(message.reason) : null;
  const state = say(message.direction === "in" ? w.fromThem : w.fromUs, { state: say(words[message.state]).toLowerCase() });
  const about = [
    state,
    counted === null ? "" : say(w.partCount, { parts: counted.parts, alphabet: counted.alphabet }),
    reason === null ? "" : say(reason, { detail: message.detail ?? "" }),
  ];
  const text =
    message.channel === "email" ? (
      <Link href={paths.mail(message.id)}>{say(w.mailArrived, { title: message.title ?? "" })}</Link>
    ) : mayRead(message, subjects) || shell.demonstration ? (
      <ShortLines text={message.body ?? say(words.erased)} lang={message.language} />
    ) : (
      say(words.hiddenShort)
    );
  return {
    date: formatDateTime(message.at, pack.timeZone),
    datetime: message.at.toISOString(),
    text,
    by: about.filter((part) => part !== "").join(" · "),
  };
}

export function PhoneView(props: PhoneProps): VNode {
  const { shell, person, messages, canReply, wrong } = props;
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
      {canReply && (
        <Section id="reply" title={say(w.reply)}>
          <Form action={paths.phone()} csrf={shell.formToken} hidden={{ person: person.person }}>
            <Textarea
              say={say}
              id="text"
              name="text"
              label={say(w.reply)}
              labelClass="govuk-visually-hidden"
              hint={say(w.replyHint)}
              rows={2}
              error={error}
            />
            <Button>{say(w.send)}</Button>
          </Form>
        </Section>
      )}
      <Section id="screen" title={say(w.conversation)}>
        {messages.length === 0 ? (
          <EmptyState>{say(w.nothing)}</EmptyState>
        ) : (
          <Timeline entries={messages.map((message) => entryOf(props, message))} />
        )}
      </Section>
    </Frame>
  );
}
