/** A plan’s title and summary in three languages: translated, reviewed by another, approved once the plan is adopted. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { organisationsFor } from "#kernel/access/verb.ts";
import { versionsOf, type Version } from "#kernel/document/versions.ts";
import { moveWording, wordingsOf, writeWording, type Wording } from "#kernel/document/wordings.ts";
import { take } from "#kernel/flow/flow.ts";
import type { Db } from "#platform/db/handle.ts";
import { LANGUAGES, type Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { wordingFlow, type WordingStep } from "./flow-wording.ts";
import { p } from "./problems.ts";
import { thePlan } from "./queries.ts";
import type { Plan } from "./schema.ts";

/** One language of a plan: its words now, or those of an earlier version to take over. */
export interface Worded {
  readonly language: Language;
  readonly now: Wording | null;
  readonly earlier: { readonly wording: Wording; readonly number: number } | null;
  /** The person who wrote the words last; null for the language of the plan itself. */
  readonly writer: string | null;
}

/** The newest version of a plan with its words, the plan’s own language first; undefined before there is a version. Three queries. */
export async function wordsOfPlan(
  db: Db<any>,
  plan: Plan,
): Promise<{ readonly version: Version; readonly languages: readonly Worded[] } | undefined> {
  if (plan.document === null) return undefined;
  const versions = await versionsOf(db, plan.document);
  const [version] = versions;
  if (version === undefined) return undefined;
  const all = await wordingsOf(
    db,
    versions.map((one) => one.id),
  );
  const { rows } = await sql<{ language: string; person: string | null }>`
    select distinct on (payload ->> 'language') payload ->> 'language' as language, person from journal.entry
    where subject = ${plan.id} and kind = 'plans.wording.written' order by payload ->> 'language', entry desc`.execute(db);
  const writers = new Map(rows.map((row) => [row.language, row.person]));
  const worded = (language: Language): Worded => {
    const own = versions.flatMap((one) => {
      const wording = all.find((each) => each.version === one.id && each.language === language);
      return wording === undefined ? [] : [{ wording, number: one.number }];
    });
    const [first] = own;
    const isNow = first?.wording.version === version.id;
    return { language, now: isNow ? first.wording : null, earlier: isNow ? null : (first ?? null), writer: writers.get(language) ?? null };
  };
  return { version, languages: [plan.language, ...LANGUAGES.filter((language) => language !== plan.language)].map(worded) };
}

/** The approved words of the version in force in a language, or null. Two queries. */
export async function approvedWords(db: Db<any>, plan: Plan, language: Language): Promise<Wording | null> {
  if (plan.document === null) return null;
  const { rows } = await sql<{ id: string }>`
    select id from document.version where document = ${plan.document} and state = 'in_force'`.execute(db);
  const all = await wordingsOf(
    db,
    rows.map((row) => row.id),
  );
  return all.find((one) => one.language === language && one.status === "approved") ?? null;
}

async function lockWords(act: Act, id: string, language: Language) {
  await sql`select id from plans.plan where id = ${id} for update`.execute(act.tx);
  const plan = await thePlan(act.tx as never, id);
  const found = await wordsOfPlan(act.tx as never, plan);
  const own = found?.languages.find((one) => one.language === language);
  if (found === undefined || own === undefined || language === plan.language) throw new Problem(p.noPlan);
  return { plan, version: found.version, own };
}

/** Writes a plan’s title and summary in a language that is not its own; complete words wait for review. */
export async function writeWords(
  act: Act,
  given: { readonly plan: string; readonly language: Language; readonly title: string; readonly body: string; readonly complete: boolean },
): Promise<void> {
  const { plan, version } = await lockWords(act, given.plan, given.language);
  const { title, body, language } = given;
  await writeWording(act, { version: version.id, language, title, body, status: given.complete ? "translated" : "draft" });
  await act.journal({
    kind: "plans.wording.written",
    subject: { kind: "plans.plan", id: plan.id },
    payload: { language, version: version.number, complete: given.complete },
    personal: { title },
  });
}

/** Takes a wording on: reviewed by another than its writer, approved by a leader once the plan is adopted. */
export async function takeWords(act: Act, id: string, language: Language, step: WordingStep): Promise<void> {
  const { plan, version, own } = await lockWords(act, id, language);
  if (own.now === null || act.actor === null) throw new Problem(p.noPlan);
  const { actor } = act;
  const within = await organisationsFor(act.tx as never, actor, wordingFlow.steps[step].verb, act.today);
  const facts = { own: own.writer === actor.person, adopted: version.state === "in_force" };
  const to = take(wordingFlow, step, own.now.status, facts, { actor, within, organisation: plan.organisation });
  await moveWording(act, version.id, language, to);
  await act.journal({
    kind: `plans.wording.${to}`,
    subject: { kind: "plans.plan", id: plan.id },
    payload: { language, version: version.number },
  });
}
