/** Carries queued messages out: each is claimed, handed over, and its end written down; a server that is busy is asked again later. */
import { sql } from "kysely";
import type { JobContext } from "#kernel/access/module.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { transact } from "#platform/db/transact.ts";
import type { Outlet, Sent } from "#platform/mail/outlet.ts";
import { speak, type Language } from "#platform/i18n/text.ts";
import type { Channel } from "./address.ts";
import { allowedFrom } from "./hours.ts";
import { placeOf, stoppedAmong } from "./reach.ts";
import { messageRules } from "./rules.ts";
import { DELIVERY_JOB } from "./send.ts";
import { w } from "./words.ts";

/** The ways out of this installation. Null: nothing is set up, messages of that channel are kept and shown. */
export interface Outlets {
  readonly email: Outlet | null;
  readonly sms: Outlet | null;
}

/** A message ready to leave. */
export interface Ready {
  readonly id: string;
  readonly channel: Channel;
  readonly address: string;
  readonly language: Language;
  readonly title: string | null;
  readonly body: string;
  readonly template: string | null;
  readonly urgent: boolean;
  readonly attempts: number;
  readonly in_reply_to: string | null;
}

/** What delivery needs beside the job's context. `stopLink` makes the link that ends a person's mail. */
export interface Delivery {
  readonly outlets: Outlets;
  readonly stopLink: (message: string) => string;
}

/** Minutes until a try is repeated; after the last one the message has failed. */
export const BACKOFF_MINUTES = [1, 5, 15, 60, 240, 720] as const;

/** After so long a claim is void: the process that made it has died. */
const CLAIM_MINUTES = 10;
const MINUTE = 60_000;

/** The text of an e-mail as it leaves: what was written, and how to get no more. */
export function mailText(message: { readonly body: string; readonly language: Language }, association: string, stopLink: string): string {
  return `${message.body}\n\n-- \n${speak(message.language)(w.footer, { association, stop: stopLink })}\n`;
}

/** Invented people have invented telephones, some of which ring somewhere: a demonstration sends nothing. */
async function isDemonstration(context: JobContext): Promise<boolean> {
  const row = await context.db.selectFrom("setting.fact").select("name").where("name", "=", "demonstration").executeTakeFirst();
  return row !== undefined;
}

async function claim(context: JobContext, ids: readonly string[]): Promise<Ready[]> {
  const { rows } = await sql<Ready>`
    update conversation.message set attempts = attempts + 1, claimed_at = ${context.now}
    where id = any(${[...ids]}::uuid[]) and state = 'queued' and address is not null and body is not null
      and (claimed_at is null or claimed_at < ${new Date(context.now.getTime() - CLAIM_MINUTES * MINUTE)})
    returning id, channel, address, language, title, body, template, urgent, attempts, in_reply_to`.execute(context.db);
  return rows;
}

interface End {
  readonly state: "sent" | "kept" | "failed" | "held";
  readonly reason?: string;
  readonly detail?: string;
  readonly reference?: string | null;
}

async function settle(context: JobContext, message: Ready, end: End): Promise<void> {
  await context.act(async (act) => {
    await sql`
      update conversation.message set state = ${end.state}, reason = ${end.reason ?? null}, reason_detail = ${end.detail ?? null},
        provider_id = ${end.reference ?? null}, settled_at = ${act.now}, reply_open = reply_open and ${end.state === "sent" || end.state === "kept"}
      where id = ${message.id}`.execute(act.tx);
    await act.journal({
      kind: `conversation.${end.state}`,
      subject: { kind: "message", id: message.id },
      payload: { channel: message.channel, template: message.template, ...(end.reason !== undefined && { reason: end.reason }) },
    });
  });
}

/** Puts messages back into the queue for a later moment. */
async function putOff(context: JobContext, ids: readonly string[], until: Date): Promise<void> {
  await transact(context.db, async (tx) => {
    await sql`update conversation.message set claimed_at = null where id = any(${[...ids]}::uuid[]) and state = 'queued'`.execute(tx);
    await enqueue(tx, DELIVERY_JOB, { messages: [...ids] }, { runAt: until, key: `deliver:${ids[0]}` });
  });
}

async function finish(context: JobContext, message: Ready, sent: Sent): Promise<void> {
  if (sent.ok) return settle(context, message, { state: "sent", reference: sent.reference });
  const wait = BACKOFF_MINUTES[message.attempts - 1];
  if (!sent.later || wait === undefined) return settle(context, message, { state: "failed", reason: sent.why, detail: sent.detail });
  await sql`update conversation.message set reason = ${sent.why}, reason_detail = ${sent.detail} where id = ${message.id}`.execute(
    context.db,
  );
  await putOff(context, [message.id], new Date(context.now.getTime() + wait * MINUTE));
}

async function hand(context: JobContext, { outlets, stopLink }: Delivery, message: Ready): Promise<void> {
  const outlet = outlets[message.channel];
  if (outlet === null) return settle(context, message, { state: "kept" });
  const link = stopLink(message.id);
  const mail = message.channel === "email";
  const letter = {
    id: message.id,
    to: message.address,
    text: mail ? mailText(message, context.pack.association.code, link) : message.body,
    language: message.language,
    ...(mail && { subject: message.title ?? "", stopLink: link }),
    ...(message.in_reply_to !== null && { answers: message.in_reply_to }),
  };
  return finish(context, message, await outlet.send(letter));
}

/** Those of the messages that may only leave in the hours people are written to. What is kept here disturbs nobody. */
async function patientOnes(context: JobContext, outlets: Outlets, ids: readonly string[]): Promise<string[]> {
  const open = (["email", "sms"] as const).filter((channel) => outlets[channel] !== null);
  const { rows } = await sql<{ id: string }>`
    select id from conversation.message
    where id = any(${[...ids]}::uuid[]) and state = 'queued' and not urgent and channel = any(${open}::text[])`.execute(context.db);
  return rows.map((row) => row.id);
}

/**
 * Carries out the messages of one job. It may run twice: a message that has left, or that another process carries just now, is not
 * touched. A crash between handing over and writing it down sends that one message again, under the same id.
 */
export async function deliverMessages(context: JobContext, delivery: Delivery, ids: readonly string[]): Promise<void> {
  const { hours } = await messageRules(context.db, dayOf(context.now, context.pack.timeZone));
  const allowed = allowedFrom(context.now, hours, context.pack.timeZone);
  const outlets: Outlets = (await isDemonstration(context)) ? { email: null, sms: null } : delivery.outlets;
  const waiting = allowed > context.now ? await patientOnes(context, outlets, ids) : [];
  if (waiting.length > 0) await putOff(context, waiting, allowed);
  const ready = await claim(
    context,
    ids.filter((id) => !waiting.includes(id)),
  );
  const stopped = await stoppedAmong(context.db, ready);
  for (const message of ready) {
    // The wish came after the message was written; only the word that confirms it still leaves.
    const unwanted = stopped.has(placeOf(message.channel, message.address)) && message.template !== "conversation.stopped";
    if (unwanted) await settle(context, message, { state: "held", reason: "stopped" });
    else await hand(context, { ...delivery, outlets }, message);
  }
}
