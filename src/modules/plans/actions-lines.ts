/** Writes of lines, and of what stands before them: needs put together, ways compared, one chosen. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { organisationsFor, holds, type Verb } from "#kernel/access/verb.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { keepMoneyLines } from "#kernel/money/lines.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { needsByIds, type NeedFacts } from "#modules/needs";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Language } from "#platform/i18n/text.ts";
import { clashesOf } from "./clashes.ts";
import { EMPTY } from "./content.ts";
import { EDITABLE } from "./flows.ts";
import { linesOfPlan, theBundle, theLine, thePlan } from "./queries.ts";
import { longestShort, RULES, untrainable } from "./rules.ts";
import type { LineContent, Plan } from "./schema.ts";
import { verbs } from "./verbs.ts";
import { p } from "./problems.ts";

/** The plan locked, when the actor reaches it with a verb. The system reaches every plan. */
export async function lockPlan(act: Act, id: string, verb: Verb): Promise<Plan> {
  await sql`select id from plans.plan where id = ${id} for update`.execute(act.tx);
  const plan = await thePlan(act.tx, id);
  if (act.actor !== null && !holds(await organisationsFor(act.tx, act.actor, verb, act.today), plan.organisation))
    throw new Problem(flowProblems.notFound);
  return plan;
}

async function lockDraft(act: Act, id: string): Promise<Plan> {
  const plan = await lockPlan(act, id, verbs.draft);
  if (!EDITABLE.includes(plan.state)) throw new Problem(p.notEditable);
  return plan;
}

/** The needs of ids, all of them there. */
async function allNeeds(act: Act, ids: readonly string[]): Promise<NeedFacts[]> {
  const found = await needsByIds(act.tx, ids);
  return ids.map((id) => {
    const need = found.get(id);
    if (need === undefined) throw new Problem(p.unknownNeed);
    return need;
  });
}

/** Needs to answer together, or a mandate. */
export interface NewBundle {
  readonly plan: string;
  readonly title: string;
  readonly language: Language;
  readonly domain: string | null;
  readonly groups: readonly string[];
  readonly needs: readonly string[];
  readonly mandate: string | null;
}

/** Puts needs together, or states a mandate, as something to compare ways for. */
export async function putTogether(act: Act, given: NewBundle): Promise<string> {
  const plan = await lockDraft(act, given.plan);
  if (given.needs.length === 0 && given.mandate === null) throw new Problem(p.noBasis);
  await allNeeds(act, given.needs);
  const id = newId();
  const { title, language, domain, groups, mandate } = given;
  await act.tx
    .insertInto("plans.bundle")
    .values({ id, plan: plan.id, title, language, domain, groups: [...groups], mandate, recorded_at: act.now })
    .execute();
  await sql`insert into plans.bundle_need select ${id}, unnest(${[...given.needs]}::uuid[])`.execute(act.tx);
  await act.journal({
    kind: "plans.bundle.made",
    subject: { kind: "plans.plan", id: plan.id },
    payload: { bundle: id, needs: [...given.needs] },
    personal: { title, mandate },
  });
  return id;
}

/** Says why nothing is planned for a bundle; its needs stay open. */
export async function leaveOut(
  act: Act,
  given: { readonly plan: string; readonly bundle: string; readonly reason: string },
): Promise<void> {
  const plan = await lockDraft(act, given.plan);
  const bundle = await theBundle(act.tx, plan.id, given.bundle);
  if (bundle.options.some((way) => way.line !== null)) throw new Problem(p.chosenAlready);
  await act.tx.updateTable("plans.bundle").set({ left_out: given.reason }).where("id", "=", bundle.id).execute();
  await act.journal({
    kind: "plans.bundle.left_out",
    subject: { kind: "plans.plan", id: plan.id },
    payload: { bundle: bundle.id },
    personal: { reason: given.reason },
  });
}

/** A way to answer a bundle, roughly. Money in minor units of the pack's currency. */
export interface NewWay {
  readonly plan: string;
  readonly bundle: string;
  readonly modality: string;
  readonly places: number;
  readonly days: number;
  readonly minor: number;
  readonly note: string;
}

/** Adds a way to compare. A course is refused where a need has another main cause. */
export async function addWay(act: Act, given: NewWay): Promise<string> {
  const plan = await lockDraft(act, given.plan);
  const bundle = await theBundle(act.tx, plan.id, given.bundle);
  const wrong = untrainable(act.pack, given.modality, await allNeeds(act, bundle.needs));
  if (wrong.length > 0) throw new Problem(p.notACourse, { count: wrong.length });
  const id = newId();
  const { modality, places, days, minor, note } = given;
  await act.tx
    .insertInto("plans.option")
    .values({ id, bundle: bundle.id, modality, places, days, cost: minor, currency: act.pack.currency.code, note, recorded_at: act.now })
    .execute();
  await act.journal({
    kind: "plans.option.added",
    subject: { kind: "plans.plan", id: plan.id },
    payload: { bundle: bundle.id, option: id, modality, places, days, cost_minor: minor, currency: act.pack.currency.code },
  });
  return id;
}

/** Chooses a way: it becomes a line of the draft, with its rough cost to be split later. Returns the line. */
export async function chooseWay(
  act: Act,
  given: { readonly plan: string; readonly bundle: string; readonly way: string },
): Promise<string> {
  const plan = await lockDraft(act, given.plan);
  const bundle = await theBundle(act.tx, plan.id, given.bundle);
  const way = bundle.options.find((one) => one.id === given.way);
  if (way === undefined) throw new Problem(p.noBundle);
  if (bundle.options.some((one) => one.line !== null)) throw new Problem(p.chosenAlready);
  const line = await writeLine(act, plan.id, null, {
    ...EMPTY,
    title: bundle.title,
    language: bundle.language,
    modality: way.modality,
    domain: bundle.domain,
    groups: bundle.groups,
    needs: bundle.needs,
    mandate: bundle.mandate,
    money: [{ side: "cost", item: "other", note: null, party: null, minor: way.minor, currency: way.currency }],
  });
  await act.tx.updateTable("plans.option").set({ line }).where("id", "=", way.id).execute();
  await act.tx.updateTable("plans.bundle").set({ left_out: null }).where("id", "=", bundle.id).execute();
  return line;
}

/** Refuses a line that no need or mandate stands behind, a course for needs it cannot answer, and days that may not be taken. */
export async function judgeContent(act: Act, plan: Plan, line: string, content: LineContent): Promise<void> {
  if (content.needs.length === 0 && content.mandate === null) throw new Problem(p.noBasis);
  const wrong = untrainable(act.pack, content.modality, await allNeeds(act, content.needs));
  if (wrong.length > 0) throw new Problem(p.notACourse, { count: wrong.length });
  const rules = await ruleSetFor(act.tx, RULES, act.today);
  const clashes = clashesOf(
    act.pack.calendar,
    { ...content, id: line, number: 0 },
    await linesOfPlan(act.tx, plan.id),
    longestShort(rules),
  );
  if (clashes.some((clash) => clash.refused)) throw new Problem(p.clashes);
  if (clashes.length > 0 && content.clashReason === null) throw new Problem(p.clashWhy);
}

const columnsOf = (content: LineContent) => ({
  title: content.title,
  language: content.language,
  modality: content.modality,
  mode: content.mode,
  domain: content.domain,
  programme: content.programme,
  course: content.course,
  groups: [...content.groups],
  mandate: content.mandate,
  from_day: content.from,
  to_day: content.to,
  region: content.region,
  venue: content.venue,
  provider: content.provider,
  change: content.change,
  indicator: content.indicator,
  indicator_words: content.indicatorWords,
  responsible: content.responsible,
  clash_reason: content.clashReason,
});

/** Puts what a line says in place of what it said, without asking whether it may. The caller tells the journal. */
export async function putLine(act: Act, plan: Plan, id: string, content: LineContent): Promise<void> {
  await sql`
    insert into plans.line (id, plan, number, title, language, modality, mode, groups, state, recorded_at)
    select ${id}, ${plan.id}, coalesce(max(number), 0) + 1, '', 'en', '', 'physical', '{}', 'planned', ${act.now} from plans.line where plan = ${plan.id}
    on conflict (id) do nothing`.execute(act.tx);
  await act.tx.updateTable("plans.line").set(columnsOf(content)).where("id", "=", id).execute();
  await sql`delete from plans.line_need where line = ${id}`.execute(act.tx);
  await sql`insert into plans.line_need select ${id}, unnest(${[...content.needs]}::uuid[])`.execute(act.tx);
  await sql`delete from plans.seat where line = ${id}`.execute(act.tx);
  const seats = content.seats.filter((seat) => seat.places > 0);
  await sql`insert into plans.seat select ${id}, * from unnest(${seats.map((seat) => seat.organisation)}::uuid[], ${seats.map((seat) => seat.places)}::int[])`.execute(
    act.tx,
  );
  await keepMoneyLines(act, { kind: "plans.line", id, fiscalYearStart: plan.fiscalYearStart }, content.money);
}

/** Writes a line of a draft: a new one with null. Returns its id. */
export async function writeLine(act: Act, plan: string, line: string | null, content: LineContent): Promise<string> {
  const draft = await lockDraft(act, plan);
  if (line !== null && (await theLine(act.tx, line)).plan !== draft.id) throw new Problem(p.noLine);
  const id = line ?? newId();
  await judgeContent(act, draft, id, content);
  await putLine(act, draft, id, content);
  await act.journal({
    kind: "plans.line.written",
    subject: { kind: "plans.line", id },
    payload: {
      plan: draft.id,
      modality: content.modality,
      from: content.from,
      to: content.to,
      places: content.seats.reduce((sum, seat) => sum + seat.places, 0),
      needs: [...content.needs],
    },
    personal: { title: content.title, mandate: content.mandate },
  });
  return id;
}

/** Takes a line out of a draft. */
export async function removeLine(act: Act, id: string): Promise<void> {
  const line = await theLine(act.tx, id);
  const plan = await lockDraft(act, line.plan);
  await keepMoneyLines(act, { kind: "plans.line", id, fiscalYearStart: plan.fiscalYearStart }, []);
  await act.tx.deleteFrom("plans.line").where("id", "=", id).execute();
  await act.journal({
    kind: "plans.line.removed",
    subject: { kind: "plans.plan", id: plan.id },
    payload: { line: id },
    personal: { title: line.title },
  });
}
