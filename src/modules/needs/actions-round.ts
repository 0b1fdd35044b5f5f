/** Writes about a round: designed, launched to its posts, and taken from state to state. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { organisationsFor } from "#kernel/access/verb.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { take } from "#kernel/flow/flow.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Language } from "#platform/i18n/text.ts";
import { dayAfter, RULES } from "./due.ts";
import { roundFlow, type RoundState, type RoundStep } from "./flows.ts";
import { countInvited, invite } from "./invitations.ts";
import { findNeeds } from "./actions-needs.ts";
import { needLine } from "./rules.ts";
import { roundFacts, theRound } from "./queries.ts";
import type { Round } from "./schema.ts";
import { p } from "./problems.ts";

/** Begins a round, empty or with the design of an earlier one; dates are never copied. */
export async function designRound(
  act: Act,
  wanted: { readonly title: string; readonly language: Language; readonly copyOf: string | null },
): Promise<string> {
  const copied = wanted.copyOf === null ? null : await theRound(act.tx, wanted.copyOf);
  const weights = await ruleSetFor(act.tx, "priority", act.today);
  const id = newId();
  await act.tx
    .insertInto("needs.round")
    .values({
      id,
      title: wanted.title,
      language: wanted.language,
      fiscal_year_start: fiscalYearOf(act.pack.calendar, act.today).start,
      kind: copied?.kind ?? "",
      scope: copied?.scope ?? "entity",
      purpose: copied?.purpose ?? "",
      whom: copied?.whom ?? "",
      what: copied?.what ?? "",
      organisations: copied?.organisations ?? [],
      methods: copied?.methods ?? [],
      groups: copied?.groups ?? [],
      version: copied?.version ?? null,
      previous: copied?.id ?? null,
      state: roundFlow.start,
      weights: json(
        copied?.weights ?? Object.fromEntries(["gap", "importance", "reach", "cost"].map((name) => [name, numberOf(weights, name)])),
      ),
      need_gap: copied?.needGap ?? needLine(await ruleSetFor(act.tx, RULES, act.today)),
      share_consent: copied?.shareConsent ?? "",
      desired: json(copied?.desired ?? {}),
      opened_by: act.author.post,
      created_at: act.now,
    })
    .execute();
  await act.journal({ kind: "needs.round.designed", subject: { kind: "needs.round", id }, payload: { copied: copied?.id ?? null } });
  return id;
}

/** What one page of the design may change. */
export type DesignPatch = Partial<
  Pick<
    Round,
    | "title"
    | "kind"
    | "fiscalYearStart"
    | "purpose"
    | "whom"
    | "what"
    | "scope"
    | "previous"
    | "groups"
    | "organisations"
    | "methods"
    | "version"
    | "opens"
    | "closes"
    | "weights"
    | "needGap"
    | "desired"
    | "shareConsent"
  >
>;

const COLUMN: Readonly<Record<keyof DesignPatch, string>> = {
  title: "title",
  kind: "kind",
  fiscalYearStart: "fiscal_year_start",
  purpose: "purpose",
  whom: "whom",
  what: "what",
  scope: "scope",
  previous: "previous",
  groups: "groups",
  organisations: "organisations",
  methods: "methods",
  version: "version",
  opens: "opens",
  closes: "closes",
  weights: "weights",
  needGap: "need_gap",
  desired: "desired",
  shareConsent: "share_consent",
};
const AS_JSON = new Set<string>(["weights", "desired"]);

/** Keeps one page of the design. Throws when the round has been launched. */
export async function saveDesign(act: Act, id: string, patch: DesignPatch): Promise<void> {
  const round = await theRound(act.tx, id, "update");
  if (round.state !== "designed") throw new Problem(p.notDesigning);
  const set = Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [COLUMN[name as keyof DesignPatch], AS_JSON.has(name) ? json(value) : value]),
  );
  await act.tx.updateTable("needs.round").set(set).where("id", "=", id).execute();
  await act.journal({ kind: "needs.round.changed", subject: { kind: "needs.round", id }, payload: { parts: Object.keys(patch).sort() } });
}

/** Decides a step for whoever acts: a person by her verb, the clock by the same checks. */
async function decide(act: Act, round: Round, step: RoundStep): Promise<RoundState> {
  const invitable =
    round.state === "designed"
      ? (await countInvited(act.tx as Db<any>, act.pack, round, act.today)).reduce((sum, row) => sum + row.posts, 0)
      : 0;
  const facts = await roundFacts(act.tx, round, act.today, invitable);
  if (act.actor !== null) {
    const within = await organisationsFor(act.tx, act.actor, roundFlow.steps[step].verb, act.today);
    return take(roundFlow, step, round.state, facts, { actor: act.actor, within, organisation: null });
  }
  if (!roundFlow.steps[step].from.includes(round.state)) throw new Problem(flowProblems.notNow);
  const refusal = roundFlow.steps[step].check?.(facts) ?? null;
  if (refusal !== null) throw new Problem({ ...flowProblems.refused, text: refusal.text }, refusal.values);
  return roundFlow.steps[step].to ?? round.state;
}

/** Takes a round one step on, writes what the step brings with it, and returns the round as it was. */
async function advance(
  act: Act,
  id: string,
  step: RoundStep,
  set: (round: Round) => Promise<Record<string, unknown>>,
  personal?: Record<string, unknown>,
): Promise<Round> {
  const round = await theRound(act.tx, id, "update");
  const state = await decide(act, round, step);
  await act.tx
    .updateTable("needs.round")
    .set({ ...(await set(round)), state })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: `needs.round.${JOURNALED[step]}`,
    subject: { kind: "needs.round", id },
    payload: {},
    ...(personal === undefined ? {} : { personal }),
  });
  return round;
}

const JOURNALED: Readonly<Record<RoundStep, string>> = {
  launch: "launched",
  open: "opened",
  extend: "extended",
  close: "answers_closed",
  finishModeration: "moderated",
  share: "shared",
  plan: "planning",
  finish: "closed",
  cancel: "cancelled",
};

/** Launches a round: its posts are invited, and it opens on its day by itself. One statement writes all invitations. */
export async function launchRound(act: Act, id: string): Promise<number> {
  let invited = 0;
  await advance(act, id, "launch", async (round) => {
    invited = await invite(act.tx, act.pack, id, round, act.today);
    return { due: round.opens };
  });
  return invited;
}

/** Opens a launched round before its day, or on it. */
export async function openRound(act: Act, id: string): Promise<void> {
  await advance(act, id, "open", async (round) => ({
    opens: round.opens === null || round.opens > act.today ? act.today : round.opens,
    due: round.closes,
  }));
}

/** Moves the dates of a round that is not closed yet. */
export async function extendRound(act: Act, id: string, dates: { readonly opens: Day; readonly closes: Day }): Promise<void> {
  await advance(
    act,
    id,
    "extend",
    async (round) => (round.state === "open" ? { closes: dates.closes, due: dates.closes } : { ...dates, due: dates.opens }),
    { opens: dates.opens, closes: dates.closes },
  );
}

/** Closes the answers: from here organisations confirm and the association moderates. */
export async function closeAnswers(act: Act, id: string): Promise<void> {
  const rules = await ruleSetFor(act.tx, RULES, act.today);
  const validateBy = dayAfter(act.pack.calendar, rules, "validation_within", act.today);
  await advance(act, id, "close", async () => ({
    validate_by: validateBy,
    due: dayAfter(act.pack.calendar, rules, "moderation_within", validateBy),
  }));
}

/** Ends moderation: gaps become needs in the same act. */
export async function endModeration(act: Act, id: string): Promise<void> {
  const rules = await ruleSetFor(act.tx, RULES, act.today);
  const due = dayAfter(act.pack.calendar, rules, "sharing_within", act.today);
  const round = await advance(act, id, "finishModeration", async () => ({ due }));
  await sql`update needs.participation set state = 'moderated' where round = ${id}`.execute(act.tx);
  await findNeeds(act, round, rules);
}

/** Shares every organisation’s result with it: its needs become visible there, and its time to reply begins. */
export async function shareResults(act: Act, id: string): Promise<void> {
  const rules = await ruleSetFor(act.tx, RULES, act.today);
  const replyBy = dayAfter(act.pack.calendar, rules, "contest_window", act.today);
  await advance(act, id, "share", async () => ({ reply_by: replyBy, due: replyBy }));
  await sql`update needs.participation set state = 'shared', shared_at = ${act.now} where round = ${id}`.execute(act.tx);
  await sql`update needs.need set state = 'shared' where round = ${id} and state = 'found'`.execute(act.tx);
}

/** Ends the time to reply: who was silent stays “no reply”, and says so. */
export async function beginPlanning(act: Act, id: string): Promise<void> {
  const rules = await ruleSetFor(act.tx, RULES, act.today);
  await advance(act, id, "plan", async () => ({ due: dayAfter(act.pack.calendar, rules, "response_within", act.today) }));
  await sql`update needs.participation set state = 'no_reply' where round = ${id} and state = 'shared'`.execute(act.tx);
  await sql`update needs.need set state = 'no_reply', replied_at = ${act.now} where round = ${id} and state = 'shared'`.execute(act.tx);
}

/** Closes a round in which every need has its answer. */
export async function closeRound(act: Act, id: string): Promise<void> {
  await advance(act, id, "finish", async () => ({ due: null, closed_at: act.now }));
}

/** Ends a round without a result; the reason is kept. */
export async function cancelRound(act: Act, id: string, reason: string): Promise<void> {
  await advance(act, id, "cancel", async () => ({ due: null, closed_at: act.now }), { reason });
}
