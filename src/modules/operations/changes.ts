/** Changes of rule sets: proposed by one person, decided by another, in force from a day to come. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { isDay, type Day } from "#kernel/calendar/day.ts";
import { take } from "#kernel/flow/flow.ts";
import { p as flowProblem } from "#kernel/flow/problems.ts";
import type { RuleParameter, RuleSet } from "#kernel/pack/pack.ts";
import { putInForce, versionsOf, rulesIn, type RuleValue } from "#kernel/rules/versions.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import type { Form } from "#platform/http/form.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { p } from "./problems.ts";
import { changeFlow, type ChangeState } from "./rules.ts";
import type { Tables } from "./schema.ts";
import { w } from "./words-forms.ts";

/** A parameter's value as a form shows it. */
export function valueText(value: RuleParameter["value"]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.join(", ") : String(value as string | number);
}

/** Reads a value of the same shape as the one that stands; null when it is of another. */
export function parseValue(text: string, like: RuleParameter["value"]): RuleParameter["value"] | null {
  if (typeof like === "boolean") return text === "yes" ? true : text === "no" ? false : null;
  if (typeof like === "number") return /^-?\d{1,9}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(",", ".")) : null;
  if (typeof like !== "string") {
    const numbers = text.split(/[,;\s]+/).filter((part) => part !== "");
    return numbers.length > 0 && numbers.every((part) => /^-?\d{1,5}$/.test(part)) ? numbers.map(Number) : null;
  }
  return /^\d{2}-\d{2}$/.test(like) ? (/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) ? text : null) : text === "" ? null : text;
}

/** What a form proposes. */
export interface Proposal {
  readonly from: Day;
  readonly value: RuleValue;
  readonly source: string;
  readonly unconfirmed: boolean;
  readonly reason: string;
}

const problemOf = (like: RuleParameter["value"]) =>
  typeof like === "number" || typeof like === "boolean" ? w.number : Array.isArray(like) ? w.numbers : w.monthDay;

/** Reads a proposal against the version that stands. */
export function parseProposal(
  form: Form,
  standing: RuleSet,
  today: Day,
): { ok: true; value: Proposal } | { ok: false; problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const parameters: Record<string, RuleParameter> = {};
  const unconfirmed = form.text("confirmed") !== "yes";
  for (const [code, parameter] of Object.entries(standing.parameters)) {
    const value = parseValue(form.text(`p_${code}`), parameter.value);
    if (value === null) problems.push({ field: `p_${code}`, text: problemOf(parameter.value) });
    // Confirming the set confirms what it holds.
    parameters[code] = {
      ...parameter,
      value: value ?? parameter.value,
      unconfirmed: unconfirmed && parameter.unconfirmed,
    } as RuleParameter;
  }
  const from = form.text("from");
  if (!isDay(from) || from <= today) problems.push({ field: "from", text: w.fromDay });
  const source = form.text("source").slice(0, 500);
  if (source === "") problems.push({ field: "source", text: w.missing });
  const reason = form.text("reason").slice(0, 2_000);
  if (reason.length < 10) problems.push({ field: "reason", text: w.reason });
  const value: RuleValue = { parameters, steps: standing.steps, article: form.text("article").slice(0, 200) };
  const same = Object.keys(parameters).every(
    (code) => JSON.stringify(parameters[code]?.value) === JSON.stringify(standing.parameters[code]?.value),
  );
  if (
    problems.length === 0 &&
    same &&
    source === standing.source &&
    value.article === standing.article &&
    unconfirmed === standing.unconfirmed
  )
    problems.push({ field: Object.keys(parameters).map((code) => `p_${code}`)[0] ?? "source", text: w.nothingChanged });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { from, value, source, unconfirmed, reason } };
}

/** A change as its page shows it. */
export interface ChangeRow {
  readonly id: string;
  readonly ruleSet: string;
  readonly from: Day;
  readonly value: RuleValue;
  readonly source: string;
  readonly unconfirmed: boolean;
  readonly reason: string;
  readonly state: ChangeState;
  readonly proposedBy: string;
  readonly proposerName: string;
  readonly proposerPost: string | null;
  readonly proposedAt: Date;
  readonly deciderName: string | null;
  readonly deciderPost: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

const CHANGE = sql`
  select c.id, c.rule_set as "ruleSet", c.from_day as "from", c.value, c.source, c.unconfirmed, c.reason, c.state, c.proposed_by as "proposedBy",
    p.full_name as "proposerName", t.post_type as "proposerPost", c.proposed_at as "proposedAt", d.full_name as "deciderName", u.post_type as "deciderPost",
    c.decided_at as "decidedAt", c.decision_reason as "decisionReason"
  from operations.rule_change c join registry.person p on p.id = c.proposed_by left join registry.post t on t.id = c.proposed_post
  left join registry.person d on d.id = c.decided_by left join registry.post u on u.id = c.decided_post`;

/** The changes of one rule set, the newest first. */
export async function changesOf(db: Db<Tables>, ruleSet: string): Promise<ChangeRow[]> {
  return (await sql<ChangeRow>`${CHANGE} where c.rule_set = ${ruleSet} order by c.proposed_at desc, c.id limit 50`.execute(db)).rows;
}

/** Every change that awaits a decision. */
export async function openChanges(db: Db<Tables>): Promise<ChangeRow[]> {
  return (await sql<ChangeRow>`${CHANGE} where c.state = 'proposed' order by c.proposed_at, c.id`.execute(db)).rows;
}

export async function changeById(db: Db<Tables>, id: string): Promise<ChangeRow | undefined> {
  return (await sql<ChangeRow>`${CHANGE} where c.id = ${id}`.execute(db)).rows[0];
}

/** Proposes a change; one at a time for a rule set. Returns its id. */
export async function propose(act: Act<Tables>, ruleSet: string, proposal: Proposal): Promise<string> {
  if (act.actor === null) throw new Problem(flowProblem.notYours);
  const open = await act.tx
    .selectFrom("operations.rule_change")
    .select("id")
    .where("rule_set", "=", ruleSet)
    .where("state", "=", "proposed")
    .executeTakeFirst();
  if (open !== undefined) throw new Problem(p.openChange);
  const id = newId();
  await act.tx
    .insertInto("operations.rule_change")
    .values({
      id,
      rule_set: ruleSet,
      from_day: proposal.from,
      value: json(proposal.value),
      source: proposal.source,
      unconfirmed: proposal.unconfirmed,
      reason: proposal.reason,
      state: "proposed",
      proposed_by: act.actor.person,
      proposed_post: act.actor.post,
      proposed_at: act.now,
    })
    .execute();
  const values = Object.fromEntries(Object.entries(proposal.value.parameters).map(([code, parameter]) => [code, parameter.value]));
  await act.journal({
    kind: "operations.rule_proposed",
    subject: { kind: "operations.rule_change", id },
    payload: { rule_set: ruleSet, from: proposal.from, values },
    personal: { source: proposal.source, reason: proposal.reason },
  });
  return id;
}

/** Decides on a change, or withdraws it. Approving puts the new version in force from its day. */
export async function settle(act: Act<Tables>, id: string, step: "approve" | "refuse" | "withdraw", reason: string): Promise<void> {
  await act.tx.selectFrom("operations.rule_change").select("id").where("id", "=", id).forUpdate().execute();
  const change = await changeById(act.tx, id);
  if (change === undefined || act.actor === null) throw new Problem(flowProblem.notFound);
  const own = change.proposedBy === act.actor.person;
  const state = take(changeFlow, step, change.state, { own }, { actor: act.actor, within: "all", organisation: null });
  if (step === "approve") await inForce(act, change);
  await act.tx
    .updateTable("operations.rule_change")
    .set({
      state,
      decided_by: act.actor.person,
      decided_post: act.actor.post,
      decided_at: act.now,
      decision_reason: reason === "" ? null : reason,
    })
    .where("id", "=", id)
    .execute();
  await act.journal({
    kind: `operations.rule_${state}`,
    subject: { kind: "operations.rule_change", id },
    payload: { rule_set: change.ruleSet, from: change.from },
    personal: { reason },
  });
}

async function inForce(act: Act<Tables>, change: ChangeRow): Promise<void> {
  if (change.from <= act.today) throw new Problem(p.pastDay);
  const names = (await versionsOf(rulesIn(act.tx), change.ruleSet))[0]?.names;
  if (names === undefined) throw new Problem(flowProblem.notFound);
  const later = await putInForce(act.tx, {
    code: change.ruleSet,
    from: change.from,
    value: change.value,
    names,
    source: change.source,
    unconfirmed: change.unconfirmed,
  });
  if (later !== null) throw new Problem(p.laterVersion, { day: formatDate(later) });
}
