/** Writes of the organisation’s reply to its result, signed by its executive secretary, and of the association’s answer to what is contested. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { organisationsFor } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { take } from "#kernel/flow/flow.ts";
import { openSheet, signPlace } from "#kernel/signature/sheet.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Language } from "#platform/i18n/text.ts";
import { needFlow, type NeedStep, type ParticipationState } from "./flows.ts";
import { needFacts, needsFound, theNeed } from "./queries-needs.ts";
import { theParticipation, theRound } from "./queries.ts";
import type { Need } from "./schema.ts";
import { p } from "./problems.ts";

/** What the organisation says of one need. */
export interface NeedReply {
  readonly need: string;
  readonly accepted: boolean;
  readonly contest: string;
}

/** The reply of one organisation to its result. */
export interface Reply {
  readonly round: string;
  readonly organisation: string;
  readonly replies: readonly NeedReply[];
  readonly comment: string;
  readonly language: Language;
}

function standing(replies: readonly NeedReply[]): ParticipationState {
  const accepted = replies.filter((reply) => reply.accepted).length;
  if (accepted === replies.length) return "accepted";
  return accepted === 0 ? "contested" : "partly";
}

/** How a reply reaches us: written on a page by the post that signs, or on paper and typed in by somebody. */
export type Channel = "page" | "paper";

const STEPS: Readonly<Record<Channel, { readonly accept: NeedStep; readonly contest: NeedStep; readonly journaled: string }>> = {
  page: { accept: "accept", contest: "contest", journaled: "" },
  paper: { accept: "acceptOnPaper", contest: "contestOnPaper", journaled: "_on_paper" },
};

async function settle(act: Act, need: Need, reply: NeedReply, language: Language, channel: Channel): Promise<void> {
  const { accept, contest, journaled } = STEPS[channel];
  const state = await stepOf(act, need, reply.accepted ? accept : contest);
  await act.tx
    .updateTable("needs.need")
    .set({
      state,
      replied_at: act.now,
      accepted_at: reply.accepted ? act.now : null,
      contest: reply.accepted ? null : reply.contest,
      contest_language: reply.accepted ? null : language,
    })
    .where("id", "=", need.id)
    .execute();
  await act.journal({
    kind: `${reply.accepted ? "needs.need.accepted" : "needs.need.contested"}${journaled}`,
    subject: { kind: "needs.need", id: need.id },
    member: need.organisation,
    payload: { round: need.round, domain: need.domain },
    ...(!reply.accepted && { personal: { contest: reply.contest } }),
  });
}

/** Decides a step of a need for whoever acts. */
export async function stepOf(act: Act, need: Need, step: NeedStep) {
  if (act.actor === null) throw new Problem(p.noNeed);
  const within = await organisationsFor(act.tx, act.actor, needFlow.steps[step].verb, act.today);
  return take(needFlow, step, need.state, await needFacts(act.tx, need.id), { actor: act.actor, within, organisation: need.organisation });
}

/** What is signed: the result as it was shown, and what is said to it. */
export function contentOf(reply: Reply, needs: readonly Need[]): Record<string, unknown> {
  const said = new Map(reply.replies.map((one) => [one.need, one]));
  return {
    round: reply.round,
    organisation: reply.organisation,
    comment: reply.comment,
    needs: needs.map((need) => ({
      id: need.id,
      domain: need.domain,
      current: need.current,
      desired: need.desired,
      accepted: said.get(need.id)?.accepted ?? false,
      contest: said.get(need.id)?.contest ?? "",
    })),
  };
}

/** Settles every need that waits for a reply as it is said. Throws when one is left out or contested without a word. */
export async function settleAll(act: Act, needs: readonly Need[], reply: Reply, channel: Channel): Promise<void> {
  const said = new Map(reply.replies.map((one) => [one.need, one]));
  for (const need of needs) {
    const one = said.get(need.id);
    if (one === undefined || (!one.accepted && one.contest.trim() === "")) throw new Problem(p.replyNotAwaited);
    await settle(act, need, one, reply.language, channel);
  }
}

/** Keeps where the organisation stands after its reply, with the sheet that carries the signature. Returns that state. */
export async function keepReply(
  act: Act,
  reply: Reply,
  signed: { readonly sheet: string; readonly post: string | null; readonly paperSignedOn: Day | null },
): Promise<ParticipationState> {
  const state = standing(reply.replies);
  await act.tx
    .updateTable("needs.participation")
    .set({
      state,
      reply: reply.comment === "" ? null : reply.comment,
      reply_language: reply.language,
      replied_at: act.now,
      replied_by: signed.post,
      paper_signed_on: signed.paperSignedOn,
      sheet: signed.sheet,
    })
    .where("round", "=", reply.round)
    .where("organisation", "=", reply.organisation)
    .execute();
  return state;
}

/** Accepts or contests a result need by need, and signs it in the same act: there is no unsigned reply. Every shared need must be answered. */
export async function replyToResult(act: Act, reply: Reply): Promise<void> {
  const round = await theRound(act.tx, reply.round, "share");
  const part = await theParticipation(act.tx, reply.round, reply.organisation, true);
  if (round.state !== "shared" || part.state !== "shared") throw new Problem(p.replyNotAwaited);
  const needs = (await needsFound(act.tx, reply.round, reply.organisation, true)).filter((need) => need.state === "shared");
  await settleAll(act, needs, reply, "page");
  const subject = { kind: "needs.round", id: reply.round };
  const sheet = await openSheet(act, {
    subject,
    member: reply.organisation,
    content: contentOf(reply, needs),
    places: [{ part: "executive_secretary", post: act.author.post }],
  });
  await signPlace(act, sheet, 1, { by: "oneself" }, reply.organisation);
  const state = await keepReply(act, reply, { sheet, post: act.author.post, paperSignedOn: null });
  await act.journal({
    kind: "needs.result.replied",
    subject,
    member: reply.organisation,
    payload: {
      state,
      accepted: reply.replies.filter((one) => one.accepted).length,
      contested: reply.replies.filter((one) => !one.accepted).length,
      sheet,
    },
  });
}

/** Answers an objection: the need is withdrawn, or kept with the objection printed beside it. With the last one, the organisation’s reply is answered. */
export async function answerContest(
  act: Act,
  given: { readonly need: string; readonly keep: boolean; readonly answer: string; readonly language: Language },
): Promise<void> {
  const need = await theNeed(act.tx, given.need, true);
  const state = await stepOf(act, need, given.keep ? "keep" : "withdraw");
  await act.tx
    .updateTable("needs.need")
    .set({ state, contest_answer: given.answer, contest_answer_language: given.language, contest_answered_at: act.now })
    .where("id", "=", need.id)
    .execute();
  await sql`
    update needs.participation p set state = 'answered'
    where p.round = ${need.round}::uuid and p.organisation = ${need.organisation} and p.state in ('partly', 'contested')
      and not exists (select from needs.need n where n.round = p.round and n.organisation = p.organisation and n.state = 'contested')`.execute(
    act.tx,
  );
  await act.journal({
    kind: given.keep ? "needs.need.kept" : "needs.need.withdrawn",
    subject: { kind: "needs.need", id: need.id },
    member: need.organisation,
    payload: { round: need.round },
    personal: { answer: given.answer },
  });
}
