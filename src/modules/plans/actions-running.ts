/** Writes while a plan is read and run: comments, lines that are done, money, and the mid-year revision. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { addDays, addMonths } from "#kernel/calendar/day.ts";
import { decide } from "#kernel/document/decisions.ts";
import { draftVersion, giveBack, handIn, putInForce, withdrawVersion } from "#kernel/document/versions.ts";
import { moveWording, writeWording } from "#kernel/document/wordings.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { enterMoney, type NewMoneyEntry } from "#kernel/money/lines.ts";
import { newId } from "#platform/db/ids.ts";
import { json } from "#platform/db/json.ts";
import type { Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { judgeContent, lockPlan, putLine } from "./actions-lines.ts";
import { answerNeeds, planSteps, type Decided } from "./actions-plan.ts";
import { frozenRevision } from "./content.ts";
import { IN_FORCE } from "./flows.ts";
import { changesOf, linesByIds, linesOfPlan, nextVersion, theLine, thePlan } from "./queries.ts";
import type { Change, ChangeKind, LineContent, Plan } from "./schema.ts";
import { verbs } from "./verbs.ts";
import { p } from "./problems.ts";

/** Says something about a plan, or one of its lines, while it is open for comments. */
export async function sayComment(
  act: Act,
  given: { readonly plan: string; readonly line: string | null; readonly text: string; readonly language: Language },
): Promise<string> {
  const plan = await thePlan(act.tx, given.plan);
  const { actor } = act;
  if (actor === null || reachOf(actor, verbs.comment) === null || actor.organisation === null) throw new Problem(flowProblems.notYours);
  if (plan.state !== "comment" || plan.commentUntil === null || act.today > plan.commentUntil) throw new Problem(p.commentsClosed);
  const id = newId();
  await act.tx
    .insertInto("plans.comment")
    .values({
      id,
      plan: plan.id,
      line: given.line,
      organisation: actor.organisation,
      post: actor.post,
      text: given.text,
      language: given.language,
      recorded_at: act.now,
    })
    .execute();
  // What somebody writes may name people: it lies beside the leaf, where it can be erased.
  await act.journal({
    kind: "plans.comment.made",
    subject: { kind: "plans.plan", id: plan.id },
    member: actor.organisation,
    payload: { comment: id, line: given.line },
    personal: { text: given.text },
  });
  return id;
}

/** Answers a comment: what was changed because of it, or why not. */
export async function answerComment(
  act: Act,
  given: { readonly plan: string; readonly comment: string; readonly answer: string; readonly language: Language },
): Promise<void> {
  const plan = await lockPlan(act, given.plan, verbs.draft);
  const done = await sql`
    update plans.comment set answer = ${given.answer}, answer_language = ${given.language}
    where id = ${given.comment} and plan = ${plan.id}`.execute(act.tx);
  if (done.numAffectedRows === 0n) throw new Problem(p.noPlan);
  await act.journal({
    kind: "plans.comment.answered",
    subject: { kind: "plans.plan", id: plan.id },
    payload: { comment: given.comment },
    personal: { answer: given.answer },
  });
}

/** Says that a line without sessions was done: a manual that is out, an adviser who has left. It is a claim, and shown as one. */
export async function settleLine(act: Act, given: { readonly line: string; readonly note: string }): Promise<void> {
  const line = await theLine(act.tx, given.line);
  const plan = await lockPlan(act, line.plan, verbs.settle);
  if (!IN_FORCE.includes(plan.state)) throw new Problem(p.notRunning);
  if (line.state !== "planned") throw new Problem(p.settled);
  await act.tx
    .updateTable("plans.line")
    .set({ state: "done", settled_on: act.today, settlement: given.note })
    .where("id", "=", line.id)
    .execute();
  await act.journal({
    kind: "plans.line.done",
    subject: { kind: "plans.line", id: line.id },
    payload: { plan: plan.id },
    personal: { note: given.note },
  });
}

/** Enters what was committed, paid or received against a line of an adopted plan. */
export async function accountFor(act: Act, given: { readonly line: string; readonly entry: NewMoneyEntry }): Promise<void> {
  const line = await theLine(act.tx, given.line);
  const plan = await lockPlan(act, line.plan, verbs.account);
  if (![...IN_FORCE, "adopted", "closed"].includes(plan.state)) throw new Problem(p.notRunning);
  const of = line.money.find((one) => one.id === given.entry.line);
  if (of === undefined) throw new Problem(p.noLine);
  const id = await enterMoney(act, given.entry);
  const { kind, minor, day, reference } = given.entry;
  await act.journal({
    kind: `plans.money.${kind}`,
    subject: { kind: "plans.line", id: line.id },
    payload: { entry: id, money_line: of.id, minor, currency: of.currency, day },
    personal: { reference },
  });
}

/** Starts a revision: from now on changes are gathered beside the plan in force. */
export async function startRevision(act: Act, plan: string): Promise<void> {
  await planSteps.step(act, plan, "revise", (row) => ({
    set: { due: addDays(addMonths(row.fiscalYearStart, 7), -1) },
    entry: { kind: "plans.plan.revision" },
  }));
}

async function openRevision(act: Act, id: string): Promise<{ plan: Plan; version: number }> {
  const plan = await lockPlan(act, id, verbs.draft);
  if (plan.state !== "revision") throw new Problem(p.notEditable);
  const { number, submitted } = await nextVersion(act.tx, plan);
  if (submitted) throw new Problem(p.notEditable);
  return { plan, version: number };
}

/** A change to write. `line` is null for a new line; `content` is null when a line is dropped. */
export interface NewChange {
  readonly plan: string;
  readonly line: string | null;
  readonly kind: ChangeKind;
  readonly content: LineContent | null;
  readonly reason: string;
  readonly language: Language;
}

/** Writes what a revision changes about one line, with its reason; a second change of a line takes the place of the first. Returns the line. */
export async function writeChange(act: Act, given: NewChange): Promise<string> {
  const { plan, version } = await openRevision(act, given.plan);
  const line = given.line ?? newId();
  const before = (await linesByIds(act.tx, [line]))[0];
  if (given.kind === "add" ? before !== undefined : before?.plan !== plan.id) throw new Problem(p.noLine);
  if (given.content !== null) await judgeContent(act, plan, line, given.content);
  const columns = {
    kind: given.kind,
    content: given.content === null ? null : json(given.content),
    reason: given.reason,
    language: given.language,
    recorded_at: act.now,
  };
  await act.tx
    .insertInto("plans.change")
    .values({ id: newId(), plan: plan.id, version, line, ...columns })
    .onConflict((conflict) => conflict.columns(["plan", "version", "line"]).doUpdateSet(columns))
    .execute();
  await act.journal({
    kind: "plans.change.written",
    subject: { kind: "plans.plan", id: plan.id },
    payload: { version, line, change: given.kind },
    personal: { reason: given.reason },
  });
  return line;
}

/** Takes a change out of the revision. */
export async function removeChange(act: Act, given: { readonly plan: string; readonly line: string }): Promise<void> {
  const { plan, version } = await openRevision(act, given.plan);
  await sql`delete from plans.change where plan = ${plan.id} and version = ${version} and line = ${given.line}`.execute(act.tx);
  await act.journal({ kind: "plans.change.removed", subject: { kind: "plans.plan", id: plan.id }, payload: { version, line: given.line } });
}

/** Hands the revision in as a new version; until the organ decides it stands still. */
export async function submitRevision(act: Act, plan: string): Promise<void> {
  await planSteps.step(act, plan, "submitRevision", async (row) => {
    const { number } = await nextVersion(act.tx, row);
    const changes = await changesOf(act.tx, row.id, number);
    const lines = await linesOfPlan(act.tx, row.id);
    const reasons = changes.map((change) => change.reason).join(" · ");
    const version = await draftVersion(act, row.document ?? "", frozenRevision(row, lines, changes), reasons);
    await writeWording(act, { version: version.id, language: row.language, title: row.title, body: row.purpose });
    await handIn(act, version.id);
    return {
      entry: {
        kind: "plans.revision.submitted",
        payload: { version: version.number, content_hash: version.hash, changes: changes.length },
      },
    };
  });
}

async function apply(act: Act, plan: Plan, change: Change): Promise<void> {
  if (change.kind === "drop")
    await act.tx
      .updateTable("plans.line")
      .set({ state: "dropped", settled_on: act.today, settlement: change.reason })
      .where("id", "=", change.line)
      .execute();
  else if (change.content !== null) await putLine(act, plan, change.line, change.content);
}

/** Records the decision on a revision: adopted, its changes are applied and its version is in force; returned, it may be changed again. */
export async function recordRevision(act: Act, plan: string, decided: Decided): Promise<void> {
  const returned = decided.outcome === "returned";
  await planSteps.step(act, plan, returned ? "returnRevision" : "adoptRevision", async (row) => {
    const { open, number } = await nextVersion(act.tx, row);
    const version = open ?? "";
    const id = await decide(act, { ...decided, about: { kind: "plans.plan", id: row.id }, version, step: row.state });
    const payload = {
      decision: id,
      version: number,
      organ: decided.organ,
      on: decided.on,
      outcome: decided.outcome,
    };
    const personal = { number: decided.number };
    if (returned) {
      await giveBack(act, version);
      return { set: { returned: decided.reasons, returned_on: decided.on }, entry: { kind: "plans.revision.returned", payload, personal } };
    }
    const changes = await changesOf(act.tx, row.id, number);
    for (const change of changes) await apply(act, row, change);
    await putInForce(act, version, decided.on);
    await moveWording(act, version, row.language, "approved");
    const touched = changes.filter((change) => change.kind !== "drop").map((change) => change.line);
    await answerNeeds(act, row, await linesByIds(act.tx, touched));
    return {
      set: { returned: null, returned_on: null, due: addDays(addMonths(row.fiscalYearStart, 12), -1) },
      entry: { kind: "plans.plan.revised", payload, personal },
    };
  });
}

/** Gives a revision up; the plan in force stands as it was. */
export async function abandonRevision(act: Act, plan: string, reason: string): Promise<void> {
  await planSteps.step(act, plan, "abandonRevision", async (row) => {
    const { open } = await nextVersion(act.tx, row);
    if (open !== null) await withdrawVersion(act, open, reason, act.today);
    else
      await sql`delete from plans.change c where c.plan = ${row.id} and not exists (
      select from document.version v where v.document = ${row.document}::uuid and v.number = c.version)`.execute(act.tx);
    return { entry: { kind: "plans.revision.abandoned", personal: { reason } } };
  });
}
