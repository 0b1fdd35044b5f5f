/** Asks people whether we write to the right telephone or e-mail address, and believes their answer. */
import type { Act } from "#kernel/access/act.ts";
import { addressOf, type Channel } from "#kernel/conversation/address.ts";
import { yesOrNo } from "#kernel/conversation/answers.ts";
import { registerReplies, type Answered, type Told } from "#kernel/conversation/replies.ts";
import { sendMessages, type Sending } from "#kernel/conversation/send.ts";
import type { MessageTemplate } from "#kernel/conversation/template.ts";
import { w as said } from "#kernel/conversation/words.ts";
import { w } from "./words-address.ts";

const KIND = "messages.right_address";

const QUESTION: MessageTemplate = { name: KIND, title: w.title, body: w.body, sms: w.sms, shared: w.shared };
const THANKS: MessageTemplate = { name: `${KIND}.yes`, title: w.title, body: w.thanks, sms: w.thanks, shared: w.thanks };
const SORRY: MessageTemplate = { name: `${KIND}.no`, title: w.title, body: w.sorry, sms: w.sorry, shared: w.sorry };

/** Asks people whether an address is theirs; at most once a day. On a shared telephone the question names nobody and takes no answer. */
export function askAddresses(act: Act<any>, people: readonly string[], channel?: Channel): Promise<Sending[]> {
  return sendMessages(
    act,
    people.map((person) => ({
      person,
      template: QUESTION,
      subject: { kind: "person", id: person },
      reply: { kind: KIND },
      key: `address:${person}:${channel ?? ""}:${act.today}`,
      ...(channel !== undefined && { channel }),
    })),
  );
}

/** Ends the contact that was asked about: nothing more is sent there. Returns how many ended. */
async function endContact(act: Act<any>, message: string, person: string): Promise<number> {
  const asked = await act.tx
    .selectFrom("conversation.message")
    .select(["channel", "address"])
    .where("id", "=", message)
    .executeTakeFirstOrThrow();
  const kind = asked.channel === "sms" ? "phone" : "email";
  const contacts = await act.tx
    .selectFrom("registry.contact")
    .select(["id", "value"])
    .where("person", "=", person)
    .where("kind", "=", kind)
    .where("to_day", "is", null)
    .execute();
  const wrong = contacts
    .filter((contact) => addressOf(act.pack, asked.channel as Channel, contact.value as string) === asked.address)
    .map((contact) => contact.id as string);
  if (wrong.length > 0) await act.tx.updateTable("registry.contact").set({ to_day: act.today }).where("id", "in", wrong).execute();
  return wrong.length;
}

async function handle(act: Act<any>, reply: Answered<boolean>, person: string | null): Promise<Told> {
  const subject = { kind: "person", id: reply.asked.person ?? "" };
  if (person !== null && !reply.answer) await endContact(act, reply.asked.id, person);
  await act.journal({
    kind: reply.answer ? "messages.address_confirmed" : "messages.address_ended",
    subject,
    payload: { message: reply.id, shared: reply.shared },
  });
  return { template: reply.answer ? THANKS : SORRY };
}

/** Registered when the module is loaded. */
export function registerAddressReplies(): void {
  registerReplies(HANDLER);
}

const HANDLER = { kind: KIND, help: said.helpOpen, parse: yesOrNo, handle };
