/** Writes: answers and endings by a human, sending again, stop by link, and reminders that other modules ask for. */
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { take } from "#kernel/flow/flow.ts";
import type { Channel } from "#kernel/conversation/address.ts";
import { optIn, optOut } from "#kernel/conversation/opt-out.ts";
import { DELIVERY_JOB, sendMessage, sendMessages } from "#kernel/conversation/send.ts";
import type { MessageTemplate, TemplateValues } from "#kernel/conversation/template.ts";
import { w as said } from "#kernel/conversation/words.ts";
import { p as http } from "#platform/http/problems.ts";
import { Problem } from "#platform/problems/problem.ts";
import { p } from "./problems.ts";
import { failedFlow, waitingFlow } from "./rules.ts";
import type { MessagesTables } from "./schema.ts";
import { w } from "./words.ts";

type Locked = Awaited<ReturnType<typeof lock>>;

/** Locks a message; two humans do not answer the same one. */
async function lock(act: Act<MessagesTables>, id: string) {
  const row = await act.tx.selectFrom("conversation.message").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new Problem(http.notFound);
  return row;
}

function decide(act: Act<MessagesTables>, row: Locked, step: "answer" | "close"): string {
  const facts = { erased: row.erased_at !== null };
  return take(waitingFlow, step, row.state as "not_understood", facts, { actor: act.actor as Actor, within: "all", organisation: null });
}

async function end(act: Act<MessagesTables>, row: Locked, state: string, how: "answered" | "closed"): Promise<void> {
  await act.tx.updateTable("conversation.message").set({ state, settled_at: act.now }).where("id", "=", row.id).execute();
  await act.journal({ kind: `messages.${how}`, subject: { kind: "message", id: row.id }, payload: { channel: row.channel } });
}

/** What a human writes. A shared telephone shows it too: the page says so to the one who writes. */
const WRITTEN: MessageTemplate = {
  name: "messages.written",
  title: said.answerTitle,
  body: w.writtenBody,
  sms: w.writtenSms,
  shared: w.writtenSms,
};

/** Answers a message that nothing understood, to where it came from. Returns the id of the answer. */
export async function answerMessage(act: Act<MessagesTables>, id: string, text: string): Promise<string> {
  const row = await lock(act, id);
  const state = decide(act, row, "answer");
  await end(act, row, state, "answered");
  const sending = await sendMessage(act, {
    address: row.address ?? "",
    channel: row.channel as Channel,
    shared: row.shared,
    known: row.person,
    language: row.language as "en",
    template: WRITTEN,
    values: { text },
    inReplyTo: row.id,
    ...(row.subject_kind !== null && row.subject !== null && { subject: { kind: row.subject_kind, id: row.subject } }),
  });
  return sending.id;
}

/** Says that a message needs no answer. */
export async function closeMessage(act: Act<MessagesTables>, id: string): Promise<void> {
  const row = await lock(act, id);
  await end(act, row, decide(act, row, "close"), "closed");
}

/** Sends a failed message again, with all its tries before it. */
export async function sendAgain(act: Act<MessagesTables>, id: string): Promise<void> {
  const row = await lock(act, id);
  const facts = { erased: row.erased_at !== null };
  const state = take(failedFlow, "again", row.state as "failed", facts, { actor: act.actor as Actor, within: "all", organisation: null });
  await act.tx
    .updateTable("conversation.message")
    .set({ state, attempts: 0, claimed_at: null, reason: null, reason_detail: null, settled_at: null })
    .where("id", "=", id)
    .execute();
  await act.later(DELIVERY_JOB, { messages: [id] }, { key: `deliver:${id}` });
  await act.journal({ kind: "messages.sent_again", subject: { kind: "message", id }, payload: { channel: row.channel } });
}

/** No more messages, or messages again, to the address of a message whose link was followed. */
export async function chooseByLink(act: Act<MessagesTables>, message: string, wish: "stop" | "start"): Promise<void> {
  const row = await act.tx.selectFrom("conversation.message").select(["channel", "address"]).where("id", "=", message).executeTakeFirst();
  if (row?.address == null) throw new Problem(p.badLink);
  const change = wish === "stop" ? optOut : optIn;
  await change(act, row.channel as Channel, row.address, { message, by: "link" });
}

/** Whom to remind of what. `link` is a whole address. */
export interface RemindAsk {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly people: readonly string[];
  readonly template: MessageTemplate;
  readonly values?: TemplateValues;
  readonly link?: string;
  /** It is a question: see `NewMessage.reply`. */
  readonly reply?: { readonly kind: string; readonly until?: Date };
}

/** How many reminders were queued, could not leave (no address, or no more messages wished), and had gone out today before. */
export interface Reminded {
  readonly queued: number;
  readonly held: number;
  readonly again: number;
}

/**
 * The button "send a reminder now" of any module: one message to each person about a record, at most one a day for the same record and
 * template. Throws when there is nobody, or when everybody was reminded today; each reminder is journaled under the record.
 */
export async function remindAbout(act: Act<any>, ask: RemindAsk): Promise<Reminded> {
  const people = [...new Set(ask.people)];
  if (people.length === 0) throw new Problem(p.nobody);
  const sendings = await sendMessages(
    act,
    people.map((person) => ({
      person,
      template: ask.template,
      subject: ask.subject,
      key: `remind:${ask.template.name}:${ask.subject.id}:${person}:${act.today}`,
      ...(ask.values !== undefined && { values: ask.values }),
      ...(ask.link !== undefined && { link: ask.link }),
      ...(ask.reply !== undefined && { reply: ask.reply }),
    })),
  );
  const fresh = sendings.filter((sending) => !sending.again);
  if (fresh.length === 0) throw new Problem(p.remindedToday, { count: people.length });
  const queued = fresh.filter((sending) => sending.state === "queued").length;
  return { queued, held: fresh.length - queued, again: sendings.length - fresh.length };
}
