/** Takes what a phone kept while it had no signal: each answer by itself, as often as it is sent, never over another. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { addDays } from "#kernel/calendar/day.ts";
import { startOfDay } from "#kernel/calendar/day.ts";
import { appendEvents, eventsOf, LONGEST_ANSWER } from "#kernel/questionnaire/events.ts";
import type { AnswerEvent } from "#kernel/questionnaire/merge.ts";
import { isAnswerPath } from "#kernel/questionnaire/project.ts";
import { purposeFacts } from "#kernel/questionnaire/purpose.ts";
import { p as kernel } from "#kernel/questionnaire/problems.ts";
import { closeSitting, lockSitting, type Sitting } from "#kernel/questionnaire/sittings.ts";
import { answeredOf } from "#kernel/questionnaire/state.ts";
import { modelOf, tablesOf } from "#kernel/questionnaire/store.ts";
import { isId } from "#platform/db/ids.ts";
import type { Say } from "#platform/i18n/text.ts";
import { mayChange, ownSitting, standingFor, type Request } from "./sitting-access.ts";

/** What was answered before the end may arrive so long after it. */
export const LATE_HOURS = 72;

/** Most answers of one message; a phone with more sends several. */
const MOST_EVENTS = 5000;

/** What a phone sends about one sitting. */
export interface Message {
  readonly sitting: string;
  readonly events: readonly AnswerEvent[];
  /** When the respondent asked to send it in; null: not yet. */
  readonly submitAt: string | null;
}

/** What the phone is told. */
export interface Receipt {
  readonly known: readonly string[];
  readonly refused: readonly { readonly event: string; readonly code: string }[];
  readonly events: readonly AnswerEvent[];
  readonly state: "open" | "submitted" | "withdrawn" | "closed";
  readonly reason: string;
  readonly failures: number;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function momentOf(value: unknown): string | null {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function eventOf(value: unknown): AnswerEvent | null {
  if (!isRecord(value)) return null;
  const { event, path, value: answer, device } = value;
  const answeredAt = momentOf(value["answeredAt"]);
  const isAnswer = answer === null || (typeof answer === "string" && answer.length <= LONGEST_ANSWER);
  if (!isId(event as string) || typeof path !== "string" || path.length > 1000 || !isAnswer || answeredAt === null) return null;
  return {
    event: event as string,
    path,
    value: answer as string | null,
    answeredAt,
    device: typeof device === "string" ? device.slice(0, 40) : "",
  };
}

/** Reads a message; null for anything that no app of ours sends. */
export function messageOf(bytes: Uint8Array): Message | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (!isRecord(value) || !isId(value["sitting"] as string) || !Array.isArray(value["events"]) || value["events"].length > MOST_EVENTS)
    return null;
  const events = value["events"].map(eventOf);
  if (!events.every((event) => event !== null)) return null;
  return { sitting: value["sitting"] as string, events, submitAt: momentOf(value["submitAt"]) };
}

/** True for what was answered while the purpose was open and arrives within LATE_HOURS of its end. */
async function arrivesLate(r: Request, act: Act, sitting: Sitting, message: Message): Promise<boolean> {
  if (sitting.state !== "open") return false;
  const closes = (await purposeFacts(act.tx, [sitting], r.today)).get(sitting.purpose)?.closes ?? null;
  if (closes === null) return false;
  const end = startOfDay(addDays(closes, 1), r.pack.timeZone).getTime();
  const moments = [...message.events.map((event) => event.answeredAt), ...(message.submitAt === null ? [] : [message.submitAt])];
  return r.now.getTime() <= end + LATE_HOURS * 3_600_000 && moments.every((moment) => Date.parse(moment) < end);
}

async function submit(r: Request, act: Act, sitting: Sitting, all: readonly AnswerEvent[]): Promise<number> {
  const model = await modelOf(act.tx, sitting.version);
  const tables = await tablesOf(act.tx, sitting.version, model);
  const standing = standingFor(r, { sitting, model, tables }, all);
  const { failures } = standing.evaluation;
  if (failures.length > 0) return failures.length;
  await sql`update questionnaire.sitting set channel = 'offline' where id = ${sitting.id} and channel = 'web'`.execute(act.tx);
  await closeSitting(act, { ...sitting, channel: "offline" }, answeredOf(standing));
  return 0;
}

/** Nothing can be taken any more: says which answers are there already, and what became of the sitting. */
async function refuse(act: Act, say: Say, sitting: Sitting, message: Message): Promise<Receipt> {
  const events = await eventsOf(act.tx, sitting.id);
  const there = new Set(events.map((event) => event.event));
  const refused = message.events.filter((event) => !there.has(event.event)).map(({ event }) => ({ event, code: kernel.notOpen.code }));
  await act.journal({
    kind: "questionnaire.sitting.offered",
    subject: { kind: "questionnaire.sitting", id: sitting.id },
    member: sitting.member,
    payload: { refused: refused.length },
  });
  const known = message.events.map((event) => event.event).filter((event) => there.has(event));
  const state = sitting.state === "open" ? "closed" : sitting.state;
  return { known, refused, events, state, reason: refused.length > 0 || state === "closed" ? say(kernel.notOpen.text) : "", failures: 0 };
}

/** Takes a message. The same one twice changes nothing the second time and is answered alike. */
export async function receive(r: Request & { readonly say: Say }, act: Act, message: Message): Promise<Receipt> {
  const own = await ownSitting(r, act.tx, message.sitting);
  const sitting = await lockSitting(act, own.id);
  if (!(await mayChange(r, act.tx, sitting)) && !(await arrivesLate(r, act, sitting, message))) return refuse(act, r.say, sitting, message);
  const model = await modelOf(act.tx, sitting.version);
  const right = message.events.filter((event) => isAnswerPath(model, event.path));
  const refused = message.events
    .filter((event) => !isAnswerPath(model, event.path))
    .map(({ event }) => ({ event, code: kernel.badPath.code }));
  await appendEvents(act, sitting, model, right);
  const events = await eventsOf(act.tx, sitting.id);
  const failures = message.submitAt === null ? 0 : await submit(r, act, sitting, events);
  const isSubmitted = message.submitAt !== null && failures === 0;
  const reason = refused.length > 0 ? r.say(kernel.badPath.text) : "";
  return { known: right.map((event) => event.event), refused, events, state: isSubmitted ? "submitted" : "open", reason, failures };
}
