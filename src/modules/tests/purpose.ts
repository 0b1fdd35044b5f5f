/** Tests as purposes of sittings: who takes which until when, and that a sitting sent in is scored in the same transaction. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { partsOf } from "#kernel/gathering/gatherings.ts";
import type { NoOpening, Opening, PurposeFacts, SittingPurpose } from "#kernel/questionnaire/purpose.ts";
import { scoreOf } from "#kernel/questionnaire/score.ts";
import type { Answered, Sitting } from "#kernel/questionnaire/sitting.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import type { Db } from "#platform/db/handle.ts";
import { isLanguage, speak, type Text } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatTime } from "#platform/ui/format.ts";
import { enrolmentsOf, sessionsByIds, type EnrolmentFacts, type SessionFacts } from "#modules/sessions";
import { dropResult, recordResult } from "./actions.ts";
import { paths } from "./paths.ts";
import { p, refused } from "./problems.ts";
import { testsAsking, testsByIds } from "./queries.ts";
import { preEnds, RULES, windowOf } from "./rules.ts";
import { purposeKind, type ScoredKind, type Test } from "./schema.ts";
import { ownTests } from "./own.ts";
import { w } from "./words-answer.ts";

const NAMES: Readonly<Record<ScoredKind, Text>> = { pre: w.pre, post: w.post, retake: w.retake };
const INTROS: Readonly<Record<ScoredKind, Text>> = { pre: w.preIntro, post: w.postIntro, retake: w.retakeIntro };

/** What a test is called on a sitting, in the session’s own language. */
export function titleOf(test: Pick<Test, "kind">, session: Pick<SessionFacts, "title" | "language">): string {
  const say = speak(isLanguage(session.language) ? session.language : "en");
  return say(w.testTitle, { test: say(test.kind === "evaluation" ? w.evaluation : NAMES[test.kind]), session: session.title });
}

async function open(db: Db<any>, actor: Actor, id: string, today: Day): Promise<Opening | NoOpening> {
  const test = (await testsByIds(db, [id])).get(id);
  if (test === undefined || test.kind === "evaluation") return { allowed: false, text: p.noTest.text };
  const own = (await ownTests(db, actor.person, today, [test.session])).find((one) => one.test.id === id);
  if (own === undefined) return { allowed: false, text: w.notInClass };
  if (own.refusal !== null) return { allowed: false, ...own.refusal };
  const say = speak(isLanguage(own.session.language) ? own.session.language : "en");
  return {
    allowed: true,
    version: test.version,
    title: titleOf(test, own.session),
    intro: say(INTROS[test.kind]),
    closes: own.closes,
    organisation: own.enrolment.organisation,
    language: own.session.language,
    back: paths.mine,
  };
}

async function describe(db: Db<any>, ids: readonly string[], today: Day): Promise<ReadonlyMap<string, PurposeFacts>> {
  const tests = [...(await testsByIds(db, ids)).values()];
  const sessions = await sessionsByIds(db, [...new Set(tests.map((test) => test.session))]);
  const rules = tests.length === 0 ? null : await ruleSetFor(db, RULES, today);
  return new Map(
    tests.flatMap((test): [string, PurposeFacts][] => {
      const session = sessions.get(test.session);
      if (session === undefined || rules === null) return [];
      const window = windowOf(test.kind, session, rules);
      const begun = window !== null && (window.opens === null || window.opens <= today);
      return [[test.id, { title: titleOf(test, session), closes: window?.closes ?? null, open: begun && today <= window.closes }]];
    }),
  );
}

/** The person’s enrolment in the session, whichever of her merged doubles was enrolled. */
async function enrolmentIn(act: Act<any>, session: string, person: string): Promise<EnrolmentFacts | undefined> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(merged_into, id) as id from registry.person where id = ${person}`.execute(act.tx);
  return (await enrolmentsOf(act.tx as never, [session])).findLast((one) => one.person === (rows[0]?.id ?? person));
}

/** Refuses a test before that is sent in after the first half-day; a paper bears its own date. */
async function inTime(act: Act<any>, test: Test, session: SessionFacts, sitting: Sitting): Promise<void> {
  if (test.kind !== "pre" || sitting.channel === "paper") return;
  const [first] = await partsOf(act.tx as never, [session.gathering]);
  if (first === undefined) return;
  const until = preEnds(first.endsAt, await ruleSetFor(act.tx as never, RULES, act.today));
  if (act.now > until) throw new Problem(p.tooLate, { time: formatTime(until, act.pack.timeZone) });
}

async function submitted(act: Act<any>, sitting: Sitting, answered: Answered): Promise<void> {
  const test = (await testsByIds(act.tx as never, [sitting.purpose])).get(sitting.purpose);
  if (test === undefined || test.kind === "evaluation") throw new Problem(p.noTest);
  if (sitting.person === null) throw new Problem(p.paperHere);
  const session = (await sessionsByIds(act.tx as never, [test.session])).get(test.session);
  const enrolment = await enrolmentIn(act, test.session, sitting.person);
  if (session === undefined || enrolment === undefined) throw refused({ text: w.notInClass });
  await inTime(act, test, session, sitting);
  const score = scoreOf(await modelOf(act.tx as never, sitting.version), answered);
  if (score.most === 0) return;
  await recordResult(act, {
    test: { ...test, kind: test.kind },
    enrolment,
    sitting: sitting.id,
    score,
    happenedOn: sitting.happenedOn,
    channel: sitting.channel,
  });
}

async function withdrawn(act: Act<any>, sitting: Sitting): Promise<void> {
  // Her own test stays: a result that was seen could otherwise be tried again. Only a paper typed in wrongly is taken back.
  if (sitting.channel !== "paper") throw new Problem(p.stays);
  await dropResult(act, sitting.id);
}

const purposeOfKind = (kind: ScoredKind): SittingPurpose => ({
  kind: purposeKind(kind),
  title: NAMES[kind],
  open,
  describe,
  submitted,
  withdrawn,
  // Who is in a class reads no key of its tests before she has handed them in, whatever else she may read.
  awaits: async (db, person, today) =>
    (await ownTests(db, person, today))
      .filter(({ test, done, closes, session }) => test.kind === kind && !done && today <= (closes ?? session.to))
      .map(({ test }) => test.version),
  asking: async (db, version) => (await testsAsking(db, version)).filter((test) => test.kind === kind).map((test) => test.id),
});

/** Registered when the module loads. */
export const purposes: readonly SittingPurpose[] = [purposeOfKind("pre"), purposeOfKind("post"), purposeOfKind("retake")];
