/** Takes in what people write back: once each, stop and start first, then the answer to an open question, else a human reads it. */
import { sql } from "kysely";
import { actWithin, type Act } from "#kernel/access/act.ts";
import { actorFor } from "#kernel/access/session.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { speak, type Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { addressOf, type Channel } from "./address.ts";
import { aboveQuote, splitReference, wantsStart, wantsStop } from "./answers.ts";
import { optIn, optOut } from "./opt-out.ts";
import { openQuestions, senderOf, type OpenQuestion, type Sender } from "./questions.ts";
import { understand, type ReplyHandler, type Told } from "./replies.ts";
import { sendMessage } from "./send.ts";
import type { MessageTemplate } from "./template.ts";
import { w, type Reason } from "./words.ts";

/** A message as a gateway hands it over. `providerId` is the gateway's own name for it. */
export interface Incoming {
  readonly channel: Channel;
  readonly from: string;
  readonly text: string;
  readonly providerId: string;
  /** Our own id of the mail that is answered, when the mail says so. */
  readonly inReplyTo?: string | null;
}

/** What became of it. */
export interface Received {
  readonly id: string;
  readonly outcome: "repeated" | "stopped" | "started" | "answered" | "declined" | "not_understood";
}

/** Longest text that is kept, in characters. */
const MOST_TEXT = 4000;
const HELP_AGAIN_HOURS = 24;

/** A message that came in, with everything known about where it comes from. */
interface Letter {
  readonly id: string;
  readonly channel: Channel;
  readonly address: string;
  readonly text: string;
  readonly sender: Sender;
}

const templateOf = (name: string, title: MessageTemplate["title"], text: MessageTemplate["body"]): MessageTemplate => ({
  name: `conversation.${name}`,
  title,
  body: text,
  sms: text,
  // These words hold nothing personal, so a shared telephone may show them.
  shared: text,
});

const STOPPED = templateOf("stopped", w.stoppedTitle, w.stopped);
const STARTED = templateOf("started", w.startedTitle, w.started);
const HELP = templateOf("help", w.helpTitle, w.help);
const WHICH = templateOf("which", w.whichTitle, w.which);

async function keep(act: Act, incoming: Incoming): Promise<Letter | { readonly repeated: string }> {
  const address = addressOf(act.pack, incoming.channel, incoming.from) ?? incoming.from.trim().slice(0, 254);
  const text = (incoming.channel === "email" ? aboveQuote(incoming.text) : incoming.text.trim()).slice(0, MOST_TEXT);
  const sender = await senderOf(act.tx, incoming.channel, address, act.pack);
  const id = newId();
  const made = await act.tx
    .insertInto("conversation.message")
    .values({
      id,
      direction: "in",
      channel: incoming.channel,
      address,
      person: sender.person,
      shared: sender.shared,
      language: sender.language,
      body: text,
      state: "not_understood",
      provider_id: incoming.providerId,
      recorded_at: act.now,
    })
    .onConflict((conflict) => conflict.columns(["channel", "provider_id"]).where("direction", "=", "in").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (made !== undefined) return { id, channel: incoming.channel, address, text, sender };
  const known = await act.tx
    .selectFrom("conversation.message")
    .select("id")
    .where("channel", "=", incoming.channel)
    .where("provider_id", "=", incoming.providerId)
    .where("direction", "=", "in")
    .executeTakeFirstOrThrow();
  return { repeated: known.id as string };
}

async function settle(
  act: Act,
  letter: Letter,
  state: "understood" | "not_understood",
  reason: Reason | null,
  question?: OpenQuestion,
): Promise<void> {
  await sql`
    update conversation.message set state = ${state}, reason = ${reason}, settled_at = ${state === "understood" ? act.now : null},
      person = coalesce(person, ${question?.person ?? null}), in_reply_to = ${question?.id ?? null},
      subject_kind = ${question?.subject?.kind ?? null}, subject = ${question?.subject?.id ?? null}, template = ${question?.template ?? null}
    where id = ${letter.id}`.execute(act.tx);
  const about = question?.subject ?? { kind: "message", id: letter.id };
  await act.journal({ kind: "conversation.received", subject: about, payload: { channel: letter.channel, state, message: letter.id } });
}

/** Says something back to where a message came from. */
async function sayBack(act: Act, letter: Letter, told: Told, language?: Language): Promise<void> {
  await sendMessage(act, {
    address: letter.address,
    channel: letter.channel,
    shared: letter.sender.shared,
    known: letter.sender.person,
    language: language ?? letter.sender.language,
    // Whoever wrote just now is at the telephone: the answer does not wait for the morning.
    template: { ...told.template, urgent: true },
    ...(told.values !== undefined && { values: told.values }),
    ...(told.link !== undefined && { link: told.link }),
    inReplyTo: letter.id,
    ...(told.template === STOPPED && { despiteStop: true }),
  });
}

/** Help once a day at most, so that two machines never talk to each other for ever. */
async function mayHelp(act: Act, letter: Letter, template: MessageTemplate): Promise<boolean> {
  const since = new Date(act.now.getTime() - HELP_AGAIN_HOURS * 3_600_000);
  const before = await act.tx
    .selectFrom("conversation.message")
    .select("id")
    .where("channel", "=", letter.channel)
    .where("address", "=", letter.address)
    .where("template", "=", template.name)
    .where("recorded_at", ">", since)
    .limit(1)
    .executeTakeFirst();
  return before === undefined;
}

async function notUnderstood(act: Act, letter: Letter, reason: Reason, told: Told, question?: OpenQuestion): Promise<Received> {
  await settle(act, letter, "not_understood", reason, question);
  if (await mayHelp(act, letter, told.template)) await sayBack(act, letter, told);
  return { id: letter.id, outcome: "not_understood" };
}

function helpFor(question: OpenQuestion | undefined, handler: ReplyHandler | undefined): Told {
  if (question === undefined || handler === undefined) return { template: HELP };
  const text = handler.help ?? w.helpFree;
  return { template: { ...HELP, body: text, sms: text, shared: w.help }, values: { title: question.title, code: question.code } };
}

/** A template that says a refusal in the words of the problem. */
function refusalOf(problem: Problem, language: Language): Told {
  const text = speak(language)(problem.kind.text, problem.values);
  const body = { en: "{association}: {text}", fr: "{association}\u202f: {text}", rw: "{association}: {text}" };
  return { template: { name: "conversation.declined", title: w.answerTitle, body, sms: body }, values: { text } };
}

/** Runs a handler as the person; what it did before it threw a Problem is undone. */
async function handle(
  act: Act,
  letter: Letter,
  question: OpenQuestion,
  handler: ReplyHandler,
  answer: unknown,
  text: string,
): Promise<Received> {
  const person = letter.sender.shared ? null : (question.person ?? letter.sender.person);
  const actor = person === null ? null : await actorFor(act.tx as Db<any>, act.pack, person, act.today);
  const own = actWithin(act.tx, { actor, now: act.now, pack: act.pack });
  await sql`savepoint answer`.execute(act.tx);
  try {
    const told = await handler.handle(own, { id: letter.id, asked: question, answer, text, shared: letter.sender.shared }, person);
    await sql`release savepoint answer`.execute(act.tx);
    await sql`update conversation.message set answered_at = ${act.now} where id = ${question.id}`.execute(act.tx);
    await settle(act, letter, "understood", null, question);
    if (told) await sayBack(act, letter, told, question.language);
    return { id: letter.id, outcome: "answered" };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await sql`rollback to savepoint answer`.execute(act.tx);
    await settle(act, letter, "understood", "declined", question);
    await sayBack(act, letter, refusalOf(error, question.language), question.language);
    return { id: letter.id, outcome: "declined" };
  }
}

/** The one question a text answers: named by its reference or its mail, or the only one still unanswered, or the only one open. */
function chosen(
  open: readonly OpenQuestion[],
  code: string | null,
  inReplyTo: string | null | undefined,
): OpenQuestion | "several" | undefined {
  const named = open.find((question) => question.code === code) ?? open.find((question) => question.id === inReplyTo);
  if (named !== undefined) return named;
  const waiting = open.filter((question) => !question.answeredBefore);
  const candidates = waiting.length > 0 ? waiting : open;
  return candidates.length > 1 ? "several" : candidates[0];
}

async function answer(act: Act, letter: Letter, inReplyTo: string | null | undefined): Promise<Received> {
  const open = await openQuestions(act.tx, letter.channel, letter.address, act.now);
  const { code, answer: text } = splitReference(
    letter.text,
    open.map((question) => question.code),
  );
  const question = chosen(open, code, inReplyTo);
  if (question === undefined) return notUnderstood(act, letter, "unknown", { template: HELP });
  if (question === "several") {
    const list = open.map((one) => `${one.code} ${one.title}`).join("; ");
    return notUnderstood(act, letter, "which", { template: { ...WHICH, shared: w.help }, values: { list } });
  }
  const handler = understand(question.kind);
  const parsed = handler?.parse(text, question) ?? null;
  if (handler === undefined || parsed === null) return notUnderstood(act, letter, "no_answer", helpFor(question, handler), question);
  const received = await handle(act, letter, question, handler, parsed, text);
  await sql`
    update conversation.message set state = 'dealt_with', reason = 'answered_later', settled_at = ${act.now}
    where channel = ${letter.channel} and address = ${letter.address} and state = 'not_understood' and reason in ('which', 'no_answer')
      and (reason = 'which' or in_reply_to = ${question.id})`.execute(act.tx);
  return received;
}

/**
 * Takes in one message. The same `providerId` is taken once, however often it comes. What cannot be understood is kept for a human
 * and answered with help once a day. The act always ends with a journal entry; it holds neither the address nor the text.
 */
export async function receiveMessage(act: Act<any>, incoming: Incoming): Promise<Received> {
  const letter = await keep(act, incoming);
  if ("repeated" in letter) {
    await act.journal({
      kind: "conversation.repeated",
      subject: { kind: "message", id: letter.repeated },
      payload: { channel: incoming.channel },
    });
    return { id: letter.repeated, outcome: "repeated" };
  }
  if (wantsStop(letter.text)) {
    await optOut(act, letter.channel, letter.address, { message: letter.id, by: "reply" });
    await settle(act, letter, "understood", null);
    await sayBack(act, letter, { template: STOPPED });
    return { id: letter.id, outcome: "stopped" };
  }
  if (wantsStart(letter.text)) {
    await optIn(act, letter.channel, letter.address, { message: letter.id, by: "reply" });
    await settle(act, letter, "understood", null);
    await sayBack(act, letter, { template: STARTED });
    return { id: letter.id, outcome: "started" };
  }
  return answer(act, letter, incoming.inReplyTo);
}
