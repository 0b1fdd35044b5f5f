/** The way of a plan from its first pooled need to its adoption: each step of an organ is a decision with date, number and document. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import { decide, type NewDecision } from "#kernel/document/decisions.ts";
import { draftVersion, giveBack, handIn, openDocument, putInForce } from "#kernel/document/versions.ts";
import { moveWording, writeWording } from "#kernel/document/wordings.ts";
import { stepsOf } from "#kernel/flow/step.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { link } from "#kernel/trace/links.ts";
import { addResponse, needsByIds } from "#modules/needs";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Language } from "#platform/i18n/text.ts";
import { frozenPlan } from "./content.ts";
import { planFlow, type PlanStep } from "./flows.ts";
import { NEED, RESPONSE } from "./kinds.ts";
import { linesOfPlan, nextVersion, planFacts, plansByIds } from "./queries.ts";
import { commentUntil, responseTypeOf, RULES } from "./rules.ts";
import type { Line, Plan } from "./schema.ts";
import { p } from "./problems.ts";

/** The steps of plans as acts. */
export const planSteps = stepsOf({
  flow: planFlow,
  table: "plans.plan",
  read: async (act, id) => (await plansByIds(act.tx, [id]))[0],
  facts: (act, actor, plan: Plan) => planFacts(act.tx, plan, actor, act.today),
  organisation: (plan) => plan.organisation,
  member: () => null,
  notFound: () => new Problem(p.noPlan),
});

/** Opens the plan of a fiscal year. One plan a year. */
export async function makePlan(
  act: Act,
  given: {
    readonly organisation: string;
    readonly fiscalYearStart: Day;
    readonly title: string;
    readonly language: Language;
    readonly purpose: string;
  },
): Promise<string> {
  const id = newId();
  const { rows } = await sql<{ id: string }>`
    insert into plans.plan (id, organisation, fiscal_year_start, title, language, purpose, state, due, recorded_at)
    values (${id}, ${given.organisation}, ${given.fiscalYearStart}, ${given.title}, ${given.language}, ${given.purpose}, ${planFlow.start},
      ${addDays(given.fiscalYearStart, -1)}, ${act.now})
    on conflict (organisation, fiscal_year_start) do nothing returning id`.execute(act.tx);
  if (rows.length === 0) throw new Problem(p.yearTaken);
  await act.journal({
    kind: "plans.plan.made",
    subject: { kind: "plans.plan", id },
    payload: { fiscal_year_start: given.fiscalYearStart },
    personal: { title: given.title },
  });
  return id;
}

/** Goes on to compare options, or to the draft. */
export async function goOn(act: Act, plan: string, step: "compare" | "write"): Promise<void> {
  await planSteps.step(act, plan, step, (_, to) => ({ entry: { kind: `plans.plan.${to}` } }));
}

/** Freezes the draft as a version and opens it for the comments of commissions and members, for as long as the rule says. */
export async function inviteComments(act: Act, plan: string): Promise<void> {
  const rules = await ruleSetFor(act.tx, RULES, act.today);
  await planSteps.step(act, plan, "invite", async (row) => {
    const lines = await linesOfPlan(act.tx, row.id);
    const document = await openDocument(act, {
      kind: "plans.plan",
      about: { kind: "plans.plan", id: row.id },
      organisation: row.organisation,
      legalBasis: null,
    });
    const version = await draftVersion(act, document, frozenPlan(row, lines));
    await writeWording(act, { version: version.id, language: row.language, title: row.title, body: row.purpose });
    await handIn(act, version.id);
    const until = commentUntil(act.pack.calendar, rules, act.today);
    return {
      set: { document, comment_from: act.today, comment_until: until, due: until, returned: null, returned_on: null },
      entry: { kind: "plans.plan.opened", payload: { version: version.number, content_hash: version.hash, lines: lines.length, until } },
    };
  });
}

/** Takes a plan back to the draft while it is open for comments. */
export async function takeBack(act: Act, plan: string, reason: string): Promise<void> {
  await planSteps.step(act, plan, "takeBack", async (row) => {
    await releaseVersion(act, row);
    return {
      set: { comment_from: null, comment_until: null, returned: reason, returned_on: act.today },
      entry: { kind: "plans.plan.taken_back", personal: { reason } },
    };
  });
}

async function releaseVersion(act: Act, plan: Plan): Promise<void> {
  const { open, submitted } = await nextVersion(act.tx, plan);
  if (open !== null && submitted) await giveBack(act, open);
}

/** A decision as its form gives it. */
export type Decided = Pick<NewDecision, "organ" | "on" | "number" | "outcome" | "reasons" | "language" | "file">;

const NEXT_DUE: Readonly<Partial<Record<PlanStep, number>>> = { forward: 10, endorse: 30, confirm: 60 };

/** Records what an organ decided about a plan on its way: with a refusal it goes back to the draft, else on to the next. */
export async function recordDecision(
  act: Act,
  plan: string,
  step: "forward" | "endorse" | "confirm" | "adopt",
  decided: Decided,
): Promise<void> {
  if (decided.outcome === "returned") return recordReturn(act, plan, decided);
  await planSteps.step(act, plan, step, async (row, to) => {
    const { open } = await nextVersion(act.tx, row);
    const id = await decide(act, { ...decided, about: { kind: "plans.plan", id: row.id }, version: open, step: row.state });
    if (step === "adopt" && open !== null) await adoptPlan(act, row, open, decided);
    const days = NEXT_DUE[step];
    return {
      set: { due: days === undefined ? row.fiscalYearStart : addDays(act.today, days), returned: null, returned_on: null },
      entry: {
        kind: `plans.plan.${to}`,
        payload: { decision: id, organ: decided.organ, on: decided.on, outcome: decided.outcome },
        personal: { number: decided.number },
      },
    };
  });
}

async function recordReturn(act: Act, plan: string, decided: Decided): Promise<void> {
  const row = await planSteps.lock(act, plan);
  const step = row.state === "comment" ? "takeBack" : "giveBack";
  await planSteps.step(act, plan, step, async () => {
    const { open } = await nextVersion(act.tx, row);
    const id = await decide(act, { ...decided, about: { kind: "plans.plan", id: row.id }, version: open, step: row.state });
    await releaseVersion(act, row);
    return {
      set: { comment_from: null, comment_until: null, returned: decided.reasons, returned_on: decided.on, due: addDays(act.today, 15) },
      entry: {
        kind: "plans.plan.returned",
        payload: { decision: id, organ: decided.organ, on: decided.on },
        personal: { number: decided.number, reasons: decided.reasons },
      },
    };
  });
}

/** What adoption brings about: the version is in force, its words are approved, and needs get the response that the plan is. */
async function adoptPlan(act: Act, plan: Plan, version: string, decided: Decided): Promise<void> {
  await putInForce(act, version, decided.on);
  await moveWording(act, version, plan.language, "approved");
  await answerNeeds(act, plan, await linesOfPlan(act.tx, plan.id));
}

/**
 * Links the needs of some lines to them, and adds the response that a need still waits for.
 * The organ's adoption is the authority for these responses: whoever records it adds them in its name, whatever her own roles are.
 */
export async function answerNeeds(act: Act, plan: Plan, lines: readonly Line[]): Promise<void> {
  const needs = await needsByIds(act.tx, [...new Set(lines.flatMap((line) => line.needs))]);
  const inItsName: Act = act.actor === null ? act : { ...act, actor: { ...act.actor, roles: [...act.actor.roles, "capacity_manager"] } };
  const answered = new Set([...needs.values()].filter((need) => need.state === "responded" || need.state === "met").map((need) => need.id));
  for (const line of lines) {
    const to = { kind: "plans.line", id: line.id };
    if (line.indicator !== null)
      await link(act, { relation: "aims_at", from: to, to: { kind: "measure.indicator", id: line.indicator }, proved: true });
    for (const id of line.needs) {
      if (!needs.has(id)) continue;
      await link(act, { relation: "planned_in", from: { kind: NEED, id }, to, proved: true });
      if (answered.has(id) || line.responsible === null) continue;
      answered.add(id);
      const response = await addResponse(inItsName, {
        need: id,
        type: responseTypeOf(act.pack, line.modality),
        what: line.title,
        language: line.language,
        estimateMinor: null,
        currency: null,
        owner: line.responsible,
        due: line.to ?? addDays(addMonths(plan.fiscalYearStart, 12), -1),
        addressee: null,
      });
      await link(act, { relation: "planned_in", from: { kind: RESPONSE, id: response }, to, proved: true });
    }
  }
}

/** Starts an adopted plan once its year has begun. */
export async function startPlan(act: Act, plan: string): Promise<void> {
  await planSteps.step(act, plan, "start", (row) => ({
    set: { due: addDays(addMonths(row.fiscalYearStart, 6), -1) },
    entry: { kind: "plans.plan.running" },
  }));
}

/** Closes a plan, with a word on how it went. */
export async function closePlan(act: Act, plan: string, note: string): Promise<void> {
  await planSteps.step(act, plan, "close", () => ({
    set: { closing: note, due: null },
    entry: { kind: "plans.plan.closed", personal: { note } },
  }));
}
