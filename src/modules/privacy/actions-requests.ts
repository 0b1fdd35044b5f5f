/** What is done about requests: one function each, given an act; each tells the journal. */
import type { Act } from "#kernel/access/act.ts";
import type { Organisations } from "#kernel/access/verb.ts";
import { dueAt, pauseClock, resumeClock, startClock, stopClock, isPaused, type Allowance, type Clock } from "#kernel/calendar/clock.ts";
import { take } from "#kernel/flow/flow.ts";
import { p as flowProblem } from "#kernel/flow/problems.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import { allowance } from "./allowance.ts";
import { erasePerson, type Erased } from "./collect.ts";
import type { PersonalData } from "#kernel/access/module.ts";
import { p } from "./problems.ts";
import { requestById, type RequestRow } from "./queries.ts";
import { requestFlow } from "./rules.ts";
import { clockOf, type Answer, type PaperWish, type Tables, type Wish } from "./schema.ts";

type PrivacyAct = Act<Tables>;

/** The new due day of a clock; while it stands the last one known stays. */
function dueDay(act: PrivacyAct, clock: Clock, within: Allowance, known: string): string {
  return dueAt(clock, within, act.pack.calendar)?.day ?? known;
}

/** A signed-in person asks about her own data: signing in has proved who she is. Returns the request's id. */
export async function ask(act: PrivacyAct, wish: Wish, language: string, association: string): Promise<string> {
  if (act.actor === null) throw new Error("Only a signed-in person asks here.");
  const id = newId();
  const clock = startClock(act.now);
  await act.tx
    .insertInto("privacy.subject_request")
    .values({
      id,
      person: act.actor.person,
      requester: act.actor.name,
      organisation: act.actor.organisation ?? association,
      kind: wish.kind,
      wish: wish.wish,
      language,
      state: "checked",
      clock: json(clock),
      due_day: dueDay(act, clock, await allowance(act, "subject_request_within"), act.today),
      received_at: act.now,
      recorded_by: act.actor.person,
      identity_how: "signed_in",
      identity_at: act.now,
    })
    .execute();
  await act.journal({
    kind: "privacy.requested",
    subject: { kind: "privacy.subject_request", id },
    payload: { kind: wish.kind, way: "signed_in" },
  });
  return id;
}

/** Records a request that came on paper, by telephone or at the desk. The clock runs from the day it came. */
export async function record(act: PrivacyAct, wish: PaperWish, receivedAt: Date): Promise<string> {
  const organisation = act.actor?.organisation;
  if (organisation == null) throw new Problem(flowProblem.notYours);
  const id = newId();
  const clock = startClock(receivedAt);
  await act.tx
    .insertInto("privacy.subject_request")
    .values({
      id,
      requester: wish.requester,
      reach: wish.reach,
      organisation,
      kind: wish.kind,
      wish: wish.wish,
      language: wish.language,
      state: "received",
      clock: json(clock),
      due_day: dueDay(act, clock, await allowance(act, "subject_request_within"), act.today),
      received_at: receivedAt,
      recorded_by: act.actor?.person ?? null,
    })
    .execute();
  await act.journal({
    kind: "privacy.requested",
    subject: { kind: "privacy.subject_request", id },
    payload: { kind: wish.kind, way: "on_paper" },
  });
  return id;
}

/** The request, locked until the act ends, or "not found". */
async function lockRequest(act: PrivacyAct, organisations: Organisations, id: string): Promise<RequestRow> {
  await act.tx.selectFrom("privacy.subject_request").select("id").where("id", "=", id).forUpdate().execute();
  const row = await requestById(act.tx, organisations, id);
  if (row === undefined) throw new Problem(flowProblem.notFound);
  return row;
}

function stepped(act: PrivacyAct, organisations: Organisations, row: RequestRow, step: keyof typeof requestFlow.steps) {
  if (act.actor === null) throw new Problem(flowProblem.notYours);
  return take(requestFlow, step, row.state, row, { actor: act.actor, within: organisations, organisation: row.organisation });
}

/** The person was asked to prove who she is: the clock stands until she does. */
export async function waitForPerson(act: PrivacyAct, organisations: Organisations, id: string): Promise<void> {
  const row = await lockRequest(act, organisations, id);
  const state = stepped(act, organisations, row, "wait");
  const clock = pauseClock(clockOf(row.clock), act.now, "identity");
  await act.tx
    .updateTable("privacy.subject_request")
    .set({ state, clock: json(clock) })
    .where("id", "=", id)
    .execute();
  await act.journal({ kind: "privacy.identity_asked", subject: { kind: "privacy.subject_request", id }, payload: {} });
}

/** Identity was checked, and how; `person` is whom of the register it is, when she is in it. */
export async function noteIdentity(
  act: PrivacyAct,
  organisations: Organisations,
  id: string,
  how: string,
  person: string | null,
): Promise<void> {
  const row = await lockRequest(act, organisations, id);
  const state = stepped(act, organisations, row, "check");
  const before = clockOf(row.clock);
  const clock = isPaused(before) ? resumeClock(before, act.now) : before;
  await act.tx
    .updateTable("privacy.subject_request")
    .set({
      state,
      clock: json(clock),
      due_day: dueDay(act, clock, await allowance(act, "subject_request_within"), row.dueDay),
      identity_how: how,
      identity_at: act.now,
      identity_by: act.actor?.person ?? null,
      person,
    })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "privacy.identity_checked",
    subject: { kind: "privacy.subject_request", id },
    payload: { in_register: person !== null },
    personal: { how },
  });
}

/** Answers a request. An erasure that was granted must have been carried out: returns false when it was not. */
export async function answer(act: PrivacyAct, organisations: Organisations, id: string, given: Answer): Promise<boolean> {
  const row = await lockRequest(act, organisations, id);
  const state = stepped(act, organisations, row, "answer");
  if (row.kind === "erasure" && given.decision === "granted") {
    const erased = await act.tx.selectFrom("privacy.erasure").select("id").where("request", "=", id).executeTakeFirst();
    if (erased === undefined) return false;
  }
  await act.tx
    .updateTable("privacy.subject_request")
    .set({
      state,
      decision: given.decision,
      answer: given.answer,
      answered_at: act.now,
      answered_by: act.actor?.person ?? null,
      clock: json(stopClock(clockOf(row.clock), act.now)),
    })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "privacy.answered",
    subject: { kind: "privacy.subject_request", id },
    payload: { decision: given.decision, in_time: act.today <= row.dueDay },
  });
  return true;
}

/** Withdraws a request: recorded by the officer, or by the person herself when `own`. */
export async function withdraw(act: PrivacyAct, organisations: Organisations, id: string, own = false): Promise<void> {
  const row = await lockRequest(act, organisations, id);
  if (own && row.person !== act.actor?.person) throw new Problem(flowProblem.notFound);
  if (own && !requestFlow.steps.withdraw.from.includes(row.state)) throw new Problem(flowProblem.notNow);
  const state = own ? "withdrawn" : stepped(act, organisations, row, "withdraw");
  await act.tx
    .updateTable("privacy.subject_request")
    .set({ state, clock: json(stopClock(clockOf(row.clock), act.now)) })
    .where("id", "=", id)
    .execute();
  await act.journal({ kind: "privacy.withdrawn", subject: { kind: "privacy.subject_request", id }, payload: { own } });
}

/** Erases everything about the person of a request that modules let go of, and keeps the counts. */
export async function eraseFor(
  act: PrivacyAct,
  organisations: Organisations,
  id: string,
  declared: readonly PersonalData[],
): Promise<readonly Erased[]> {
  const row = await lockRequest(act, organisations, id);
  stepped(act, organisations, row, "erase");
  if (row.person === null) throw new Problem(p.noPerson);
  const counts = await erasePerson(act, declared, row.person);
  await act.tx
    .insertInto("privacy.erasure")
    .values({
      id: newId(),
      request: id,
      person: row.person,
      done_at: act.now,
      done_by: act.actor?.person ?? null,
      counts: json(counts.map(({ table, purpose, rows }) => ({ table, purpose, rows }))),
    })
    .execute();
  return counts;
}
