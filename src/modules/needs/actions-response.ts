/** Writes of service problems and of what is done about needs: responses, stated refusals, and that a need is met. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { organisationsFor } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { PartialDate } from "#kernel/calendar/partial.ts";
import { take } from "#kernel/flow/flow.ts";
import { link } from "#kernel/trace/links.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Language } from "#platform/i18n/text.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { stepOf } from "./actions-reply.ts";
import { responseFlow, type ResponseStep } from "./flows.ts";
import { liesWithin, theNeed, theResponse } from "./queries-needs.ts";
import { isTrainable, needsSkillCause, verbs } from "./rules.ts";
import { p } from "./problems.ts";

/** A service problem as a district tells it. */
export interface NewProblem {
  readonly organisation: string;
  readonly statement: string;
  readonly language: Language;
  readonly domain: string;
  readonly cause: string | null;
  readonly place: string;
  readonly service: string;
  readonly sufferers: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly measuredOn: Day;
  readonly since: PartialDate;
}

/** Records a service problem: it is the organisation’s own word, so it is accepted from the start and waits for a response like a gap. */
export async function reportProblem(act: Act, given: NewProblem): Promise<string> {
  if (!(await liesWithin(act.tx, given.organisation, given.place, act.today))) throw new Problem(flowProblems.notFound);
  const id = newId();
  await act.tx
    .insertInto("needs.need")
    .values({
      id,
      round: null,
      organisation: given.organisation,
      kind: "service_problem",
      domain: given.domain,
      statement: given.statement,
      language: given.language,
      cause: given.cause,
      causes: json({}),
      place: given.place,
      service: given.service,
      sufferers: given.sufferers,
      measure: given.measure,
      measure_value: given.value,
      measure_unit: given.unit,
      measured_on: given.measuredOn,
      since: given.since.start,
      since_precision: given.since.precision,
      certainty: "claimed",
      state: "accepted",
      accepted_at: act.now,
      raised_by: act.author.post,
      raised_at: act.now,
    })
    .execute();
  await act.journal({
    kind: "needs.problem.reported",
    subject: { kind: "needs.need", id },
    member: given.organisation,
    payload: {
      domain: given.domain,
      place: given.place,
      value: given.value,
      unit: given.unit,
      measured_on: given.measuredOn,
    },
    personal: { service: given.service, measure: given.measure },
  });
  return id;
}

/** What is to be done about a need. Money in minor units. */
export interface NewResponse {
  readonly need: string;
  readonly type: string;
  readonly what: string;
  readonly language: Language;
  readonly estimateMinor: number | null;
  readonly currency: string | null;
  readonly owner: string;
  readonly due: Day;
  readonly addressee: string | null;
}

/**
 * Adds a response to a need and links it. Throws when the need takes none now, and when a course is proposed for a gap that is not
 * one of knowledge or skill: that needs another response, or an advocacy issue.
 */
export async function addResponse(act: Act, given: NewResponse): Promise<string> {
  const need = await theNeed(act.tx, given.need, true);
  const state = await stepOf(act, need, "respond");
  if (needsSkillCause(act.pack, given.type) && !isTrainable(act.pack, need.cause)) throw new Problem(p.notForCourse);
  const id = newId();
  await act.tx
    .insertInto("needs.response")
    .values({
      id,
      need: need.id,
      type: given.type,
      what: given.what,
      language: given.language,
      estimate_minor: given.estimateMinor,
      currency: given.estimateMinor === null ? null : given.currency,
      owner: given.owner,
      due: given.due,
      state: responseFlow.start,
      addressee: given.addressee,
      raised_at: act.now,
    })
    .execute();
  await sql`
    update needs.need n set state = ${state}, responded_at = coalesce(n.responded_at, ${act.now}),
      cost_minor = x.cost, currency = coalesce(x.currency, n.currency)
    from (select sum(estimate_minor)::bigint as cost, min(currency) as currency from needs.response where need = ${need.id} and state <> 'dropped') x
    where n.id = ${need.id}`.execute(act.tx);
  await link(act, { relation: "answered_by", from: { kind: "needs.need", id: need.id }, to: { kind: "needs.response", id }, proved: true });
  await act.journal({
    kind: "needs.response.added",
    subject: { kind: "needs.response", id },
    member: need.organisation,
    payload: {
      need: need.id,
      type: given.type,
      owner: given.owner,
      due: given.due,
      estimate_minor: given.estimateMinor,
      currency: given.currency,
    },
  });
  return id;
}

/** States why a need gets no response. */
export async function refuseNeed(
  act: Act,
  given: { readonly need: string; readonly reason: string; readonly language: Language },
): Promise<void> {
  const need = await theNeed(act.tx, given.need, true);
  const state = await stepOf(act, need, "refuse");
  await act.tx
    .updateTable("needs.need")
    .set({ state, refusal: given.reason, refusal_language: given.language, responded_at: act.now })
    .where("id", "=", need.id)
    .execute();
  await act.journal({
    kind: "needs.need.refused",
    subject: { kind: "needs.need", id: need.id },
    member: need.organisation,
    payload: {},
    personal: { reason: given.reason },
  });
}

/** Says that a need is met: a response is done and none is running. */
export async function meetNeed(act: Act, id: string): Promise<void> {
  const need = await theNeed(act.tx, id, true);
  const state = await stepOf(act, need, "meet");
  await act.tx.updateTable("needs.need").set({ state }).where("id", "=", id).execute();
  await act.journal({ kind: "needs.need.met", subject: { kind: "needs.need", id }, member: need.organisation, payload: {} });
}

const JOURNALED: Readonly<Record<ResponseStep, string>> = { begin: "begun", complete: "completed", drop: "dropped" };

/** Says how a response stands: by the post that owns it, or by those who steer responses. */
export async function stepResponse(
  act: Act,
  given: { readonly response: string; readonly step: ResponseStep; readonly note: string },
): Promise<void> {
  const response = await theResponse(act.tx, given.response, true);
  const need = await theNeed(act.tx, response.need, true);
  if (act.actor === null) throw new Problem(p.noNeed);
  const within = await organisationsFor(act.tx, act.actor, verbs.progress, act.today);
  // The owner may sit in the association or below the member: she acts for her own response wherever the need is.
  const own = act.actor.post === response.owner;
  if (within !== "all" && !own) throw new Problem(flowProblems.notYours);
  const state = take(responseFlow, given.step, response.state, null, { actor: act.actor, within, organisation: null });
  const settled = responseFlow.states[state].final === true ? act.now : null;
  await act.tx
    .updateTable("needs.response")
    .set({ state, note: given.note === "" ? response.note : given.note, settled_at: settled })
    .where("id", "=", response.id)
    .execute();
  if (state === "dropped") await reopen(act, need.id);
  await act.journal({
    kind: `needs.response.${JOURNALED[given.step]}`,
    subject: { kind: "needs.response", id: response.id },
    member: need.organisation,
    payload: { need: need.id },
    // What somebody writes may name people: it lies beside the leaf, where it can be erased.
    ...(given.note === "" ? {} : { personal: { note: given.note } }),
  });
}

/** A need whose last response was dropped waits again. */
async function reopen(act: Act, need: string): Promise<void> {
  await sql`
    update needs.need n set state = case when n.contest is not null then 'stands' when n.accepted_at is null then 'no_reply' else 'accepted' end, responded_at = null
    where n.id = ${need} and n.state = 'responded' and not exists (select from needs.response x where x.need = n.id and x.state <> 'dropped')`.execute(
    act.tx,
  );
}
