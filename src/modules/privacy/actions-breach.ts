/** What is done about breaches: one function each, given an act; each tells the journal. */
import type { Act } from "#kernel/access/act.ts";
import type { Organisations } from "#kernel/access/verb.ts";
import { dueAt, startClock } from "#kernel/calendar/clock.ts";
import { take } from "#kernel/flow/flow.ts";
import { p as flowProblem } from "#kernel/flow/problems.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import { allowance } from "./allowance.ts";
import { breachById, type BreachRow } from "./queries.ts";
import { breachFlow } from "./rules.ts";
import type { Assessment, Incident, Tables } from "./schema.ts";

type PrivacyAct = Act<Tables>;

/** Opens a breach: the clock of the notice runs from when it was noticed. */
export async function reportBreach(act: PrivacyAct, incident: Incident, organisation: string): Promise<string> {
  const id = newId();
  const within = await allowance(act, "breach_notice_within");
  const due = dueAt(startClock(incident.foundAt), within, act.pack.calendar);
  if (due === null) throw new Error("A clock that runs has a due moment.");
  await act.tx
    .insertInto("privacy.breach")
    .values({
      id,
      organisation,
      found_at: incident.foundAt,
      reported_at: act.now,
      reported_by: act.actor?.person ?? null,
      what: incident.what,
      state: "open",
      due_at: new Date(due.at),
    })
    .execute();
  await act.journal({
    kind: "privacy.breach_reported",
    subject: { kind: "privacy.breach", id },
    payload: { found_at: incident.foundAt.toISOString(), notice_due: due.at },
    personal: { what: incident.what },
  });
  return id;
}

/** The facts on which the flow of a breach decides. */
export const breachFacts = (row: BreachRow) => ({
  risk: row.risk,
  notified: row.notifiedAt !== null,
  peopleTold: row.toldAt !== null,
  dataKinds: row.dataKinds,
  measures: row.measures,
});

async function stepBreach(act: PrivacyAct, organisations: Organisations, id: string, step: keyof typeof breachFlow.steps) {
  await act.tx.selectFrom("privacy.breach").select("id").where("id", "=", id).forUpdate().execute();
  const row = await breachById(act.tx, organisations, id);
  if (row === undefined) throw new Problem(flowProblem.notFound);
  if (act.actor === null) throw new Problem(flowProblem.notYours);
  const state = take(breachFlow, step, row.state, breachFacts(row), {
    actor: act.actor,
    within: organisations,
    organisation: row.organisation,
  });
  return { row, state };
}

/** Writes down what is known of a breach so far. */
export async function assess(act: PrivacyAct, organisations: Organisations, id: string, known: Assessment): Promise<void> {
  await stepBreach(act, organisations, id, "assess");
  await act.tx
    .updateTable("privacy.breach")
    .set({
      what: known.what,
      data_kinds: known.dataKinds,
      people_estimate: known.people,
      risk: known.risk,
      consequences: known.consequences,
      measures: known.measures,
    })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "privacy.breach_assessed",
    subject: { kind: "privacy.breach", id },
    payload: { risk: known.risk, people: known.people },
  });
}

/** Notes that the authority was told; returns false when it is late and no reason was given. The text as it stood is kept. */
export async function noteNotice(act: PrivacyAct, organisations: Organisations, id: string, lateReason: string): Promise<boolean> {
  const { row, state } = await stepBreach(act, organisations, id, "notify");
  if (act.now > row.dueAt && lateReason === "") return false;
  const notice = {
    what: row.what,
    dataKinds: row.dataKinds,
    people: row.people,
    risk: row.risk,
    consequences: row.consequences,
    measures: row.measures,
  };
  await act.tx
    .updateTable("privacy.breach")
    .set({ state, notified_at: act.now, notice: json(notice), late_reason: lateReason === "" ? null : lateReason })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: "privacy.breach_notified",
    subject: { kind: "privacy.breach", id },
    payload: { in_time: act.now <= row.dueAt },
  });
  return true;
}

/** Notes that the people concerned were told, and how. */
export async function noteTold(act: PrivacyAct, organisations: Organisations, id: string, how: string): Promise<void> {
  await stepBreach(act, organisations, id, "tellPeople");
  await act.tx.updateTable("privacy.breach").set({ people_told_at: act.now, people_told_how: how }).where("id", "=", id).execute();
  await act.journal({ kind: "privacy.breach_told", subject: { kind: "privacy.breach", id }, payload: {} });
}

/** Closes a breach, with what was learned. */
export async function closeBreach(act: PrivacyAct, organisations: Organisations, id: string, reason: string): Promise<void> {
  const { state } = await stepBreach(act, organisations, id, "closeBreach");
  await act.tx.updateTable("privacy.breach").set({ state, closed_at: act.now, closing_reason: reason }).where("id", "=", id).execute();
  await act.journal({ kind: "privacy.breach_closed", subject: { kind: "privacy.breach", id }, payload: {} });
}
