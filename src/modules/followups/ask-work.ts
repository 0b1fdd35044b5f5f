/** The questions about tasks: put to both sides when their day has come, put again when the supervising post changed hands, answered. */
import { numberOn } from "#kernel/pack/lookup.ts";
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { addDays, dayOf, startOfDay } from "#kernel/calendar/day.ts";
import { newToken } from "#kernel/commitment/commitments.ts";
import {
  answerReading,
  dueReadings,
  holderOf,
  lapse,
  markAsked,
  markReminded,
  readingsByIds,
  type DueReading,
  type NewAnswer,
} from "#kernel/commitment/readings.ts";
import { answerIn } from "#kernel/commitment/typed.ts";
import type { Answer } from "#kernel/commitment/standing.ts";
import { registerReplies } from "#kernel/conversation/replies.ts";
import { sendMessages, type NewMessage } from "#kernel/conversation/send.ts";
import type { MessageTemplate } from "#kernel/conversation/template.ts";
import { supervisorsOf } from "#kernel/registry/supervisors.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { enrolmentApplied, SESSION, sessionsByIds } from "#modules/sessions";
import { shortened } from "./actions.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { tasksWhere } from "./queries.ts";
import { askingFor } from "./rules.ts";
import { COMMITMENT, TASK, type TaskRow } from "./schema.ts";
import { w as answers } from "./words-answers.ts";
import { w } from "./words-messages.ts";

/** The kind of question. Its subject is the reading, so that a text message answers the right one. */
export const QUESTION = "followups.question";
export const READING = "followups.reading";

const SELF: MessageTemplate = { name: "followups.self", title: w.selfTitle, body: w.selfBody, sms: w.selfSms };
const SEEN: MessageTemplate = { name: "followups.seen", title: w.seenTitle, body: w.seenBody, sms: w.seenSms };
const THANKS: MessageTemplate = { name: "followups.thanks", title: w.thanksTitle, body: w.thanks, sms: w.thanks };

/** A question is open for so long in text messages; its link stays until it is answered. */
const OPEN_DAYS = 60;

interface Decided {
  readonly reading: DueReading;
  readonly ask: string;
  readonly until: string | null;
  readonly again: boolean;
}

/** The holder of the post above the verifier’s, for those who hold the verifier’s post themselves. */
async function holdersAbove(
  act: Pick<Act<any>, "tx" | "pack" | "today">,
  due: readonly DueReading[],
): Promise<ReadonlyMap<string, string | null>> {
  const posts = due.flatMap((one) => (one.side === "verifier" && one.ask !== null && one.ask === one.owner ? (one.verifier ?? []) : []));
  const above = await supervisorsOf(act.tx, act.pack, posts, act.today);
  const found = new Map<string, string | null>();
  for (const [post, supervisor] of above) {
    const { rows } = await sql<{ person: string | null }>`select ${holderOf(sql`${supervisor}::uuid`, act.today)} as person`.execute(
      act.tx,
    );
    found.set(post, rows[0]?.person ?? null);
  }
  return found;
}

const daysSince = (at: Date | null, now: Date): number =>
  at === null ? Number.POSITIVE_INFINITY : (now.getTime() - at.getTime()) / 86_400_000;

/** Somebody who has not answered is reminded once, `remindAfter` days after she was asked. */
function decide(
  due: readonly DueReading[],
  above: ReadonlyMap<string, string | null>,
  now: Date,
  remindAfter: number,
): { lapsed: string[]; ask: Decided[] } {
  const lapsed: string[] = [];
  const ask: Decided[] = [];
  for (const reading of due) {
    const asking = askingFor(reading, above.get(reading.verifier ?? "") ?? null);
    if ("lapse" in asking) lapsed.push(reading.id);
    if (!("ask" in asking)) continue;
    const other = reading.askedPerson !== asking.ask;
    const late = !other && reading.remindedAt === null && daysSince(reading.askedAt, now) >= remindAfter;
    if (other || late) ask.push({ reading, ask: asking.ask, until: asking.until, again: !other });
  }
  return { lapsed, ask };
}

interface Told {
  readonly tasks: ReadonlyMap<string, TaskRow>;
  readonly titles: ReadonlyMap<string, string>;
  readonly tokens: ReadonlyMap<string, string>;
  readonly origin: string;
}

function messageFor(act: Act<any>, one: Decided, told: Told): NewMessage[] {
  const { reading } = one;
  const task = told.tasks.get(reading.commitment);
  if (task === undefined) return [];
  const self = reading.side === "self";
  return [
    {
      person: one.ask,
      template: self ? SELF : SEEN,
      values: {
        session: told.titles.get(task.session) ?? "",
        person: task.personName,
        what: shortened(task.what ?? ""),
        until: one.until === null ? "none" : formatDate(one.until),
      },
      link: told.origin + paths.question(told.tokens.get(reading.id) ?? ""),
      subject: { kind: READING, id: reading.id },
      reply: { kind: QUESTION, until: startOfDay(addDays(act.today, OPEN_DAYS), act.pack.timeZone) },
      key: `followups.question:${reading.id}:${one.ask}:${one.again ? act.today : "first"}`,
    },
  ];
}

/** Puts questions and reminders. New people get a new link; a reminder repeats the old one. */
async function put(act: Act<any>, list: readonly Decided[], origin: string): Promise<void> {
  const fresh = list.filter((one) => !one.again).map((one) => ({ id: one.reading.id, person: one.ask, token: newToken() }));
  await markAsked(act, fresh);
  await markReminded(
    act,
    list.filter((one) => one.again).map((one) => one.reading.id),
  );
  const tasks = new Map(
    (await tasksWhere(act.tx, act.today, { ids: list.map((one) => one.reading.commitment) })).map((one) => [one.id, one]),
  );
  const sessions = await sessionsByIds(act.tx, [...new Set([...tasks.values()].map((one) => one.session))]);
  const readings = await readingsByIds(
    act.tx,
    list.map((one) => one.reading.id),
  );
  const told: Told = {
    tasks,
    titles: new Map([...sessions.values()].map((session) => [session.id, session.title])),
    tokens: new Map([...readings.values()].map((reading) => [reading.id, reading.token])),
    origin,
  };
  await sendMessages(
    act,
    list.flatMap((one) => messageFor(act, one, told)),
  );
}

/** Readings of one act. */
const AT_ONCE = 200;

/**
 * Asks everybody whose question is due today and was not asked, or was asked of somebody who does not hold the post any more; reminds once
 * after the days of the rule set. May run any number of times a day. Returns how many were asked or reminded.
 */
export async function askDue(context: JobContext): Promise<number> {
  const today = dayOf(context.now, context.pack.timeZone);
  const due = await dueReadings(context.db, COMMITMENT, today, 5000);
  const remindAfter = numberOn(context.pack, "training", "follow_up_reminder_after", today);
  let asked = 0;
  for (let at = 0; at < due.length; at += AT_ONCE) {
    const part = due.slice(at, at + AT_ONCE);
    const reader = { tx: context.db as never, pack: context.pack, today };
    const settled = decide(part, await holdersAbove(reader, part), context.now, remindAfter);
    if (settled.lapsed.length === 0 && settled.ask.length === 0) continue;
    asked += await context.act(async (act) => {
      await lapse(act, settled.lapsed);
      await put(act, settled.ask, context.origin);
      await act.journal({
        kind: "followups.questions.put",
        subject: { kind: "organisation", id: context.association },
        payload: { asked: settled.ask.length, lapsed: settled.lapsed.length },
      });
      return settled.ask.length;
    });
  }
  return asked;
}

/** Asks the supervisors of a session who have open questions now, those asked today left out. Returns how many. */
export async function remindSupervisors(act: Act<any>, session: string, origin: string): Promise<number> {
  const tasks = await tasksWhere(act.tx, act.today, { sessions: [session], openToSupervisor: true });
  const ids = new Set(tasks.map((one) => one.id));
  const due = (await dueReadings(act.tx, COMMITMENT, act.today, 5000)).filter((one) => one.side === "verifier" && ids.has(one.commitment));
  const above = await holdersAbove(act, due);
  const zone = act.pack.timeZone;
  const list = due.flatMap((reading): Decided[] => {
    const asking = askingFor(reading, above.get(reading.verifier ?? "") ?? null);
    const lately = [reading.askedAt, reading.remindedAt].some((at) => at !== null && dayOf(at, zone) === act.today);
    if (!("ask" in asking) || (lately && reading.askedPerson === asking.ask)) return [];
    return [{ reading, ask: asking.ask, until: asking.until, again: reading.askedPerson === asking.ask }];
  });
  if (list.length === 0) throw new Problem(p.nobodyToRemind);
  await put(act, list, origin);
  await act.journal({ kind: "followups.supervisors.asked", subject: { kind: SESSION, id: session }, payload: { people: list.length } });
  return list.length;
}

/** Keeps an answer about a task; a supervisor’s yes makes the enrolment “applied”. Notes stay out of the leaf. */
export async function answerQuestion(act: Act<any>, reading: string, given: NewAnswer): Promise<void> {
  const before = (await readingsByIds(act.tx, [reading])).get(reading);
  const taken = await answerReading(act, reading, given);
  const [task] = await tasksWhere(act.tx, act.today, { ids: [taken.commitment] });
  await act.journal({
    kind: before?.side === "verifier" ? "followups.answered.supervisor" : "followups.answered.self",
    subject: { kind: TASK, id: taken.commitment },
    member: task?.entity ?? null,
    payload: { step: before?.step ?? "", answer: given.answer, channel: given.channel },
    ...(given.note !== null && { personal: { note: given.note } }),
  });
  if (taken.state === "verified" && taken.before !== "verified" && task !== undefined) await enrolmentApplied(act, task.enrolment);
}

registerReplies<Answer>({
  kind: QUESTION,
  help: w.help,
  parse: (text) => answerIn(text),
  handle: async (act, reply, person) => {
    const id = reply.asked.subject?.id ?? "";
    const reading = (await readingsByIds(act.tx, [id])).get(id);
    const by = reply.asked.person ?? person;
    // The post may have changed hands since: then the question is the new holder’s.
    if (reading === undefined || by === null || reading.askedPerson !== by) throw new Problem(p.badLink);
    const [task] = await tasksWhere(act.tx, act.today, { ids: [reading.commitment] });
    const post = reading.side === "verifier" ? (task?.verifier ?? null) : null;
    await answerQuestion(act, id, {
      answer: reply.answer,
      barrier: null,
      note: null,
      language: null,
      channel: "sms",
      by: { person: by, post },
    });
    return { template: THANKS, values: (say) => ({ answer: say(answers[reply.answer]) }) };
  },
});
