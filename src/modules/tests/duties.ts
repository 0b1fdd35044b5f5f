/** What is owed about tests: by whoever runs or teaches a session, those who lack one; by a participant, the test that waits for her. */
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { startLink } from "#kernel/questionnaire/sitting.ts";
import type { Db } from "#platform/db/handle.ts";
import type { Text } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { enrolmentsOf, SESSION, sessionsWhere, type EnrolmentFacts, type SessionFacts } from "#modules/sessions";
import { isOpen, ownTests } from "./own.ts";
import { paths } from "./paths.ts";
import { resultsOf, testsOf } from "./queries.ts";
import { IN_CLASS, RULES, windowOf } from "./rules.ts";
import { purposeKind, type Result, type Test, type TestKind } from "./schema.ts";
import { KIND_NAMES } from "./views/mine.tsx";
import { w as own } from "./words-answer.ts";
import { w } from "./words.ts";

/** Days before a session from which its test before is looked after. */
const SOON = 1;

/** A test that is open and lacks people. */
interface Owed {
  readonly session: SessionFacts;
  readonly test: Test;
  readonly closes: Day;
  readonly missing: number;
}

interface Held {
  readonly tests: readonly Test[];
  readonly results: readonly Result[];
  readonly people: readonly EnrolmentFacts[];
}

/** The sessions that are on or just over. Three queries. */
async function sessionsNow(db: Db<any>, today: Day): Promise<readonly SessionFacts[]> {
  const within = numberOf(await ruleSetFor(db, RULES, today), "post_test_within");
  return sessionsWhere(db, {
    states: ["confirmed", "ready", "running", "delivered"],
    from: addDays(today, -within),
    to: addDays(today, SOON),
    limit: 200,
    offset: 0,
  });
}

async function owedIn(db: Db<any>, sessions: readonly SessionFacts[], today: Day): Promise<readonly Owed[]> {
  if (sessions.length === 0) return [];
  const ids = sessions.map((session) => session.id);
  const rules = await ruleSetFor(db, RULES, today);
  const held: Held = { tests: await testsOf(db, ids), results: await resultsOf(db, ids), people: await enrolmentsOf(db, ids) };
  const sat = new Set(held.results.map((result) => `${result.test} ${result.enrolment}`));
  return sessions.flatMap((session) =>
    held.tests
      .filter((test) => test.session === session.id && (test.kind === "pre" || test.kind === "post"))
      .flatMap((test): Owed[] => {
        const window = windowOf(test.kind, session, rules);
        if (window === null || today > window.closes || (window.opens !== null && today < window.opens)) return [];
        if (test.kind === "pre" && addDays(today, SOON) < session.from) return [];
        const missing = held.people.filter(
          (one) => one.session === session.id && IN_CLASS.includes(one.state) && !sat.has(`${test.id} ${one.id}`),
        );
        return missing.length === 0 ? [] : [{ session, test, closes: window.closes, missing: missing.length }];
      }),
  );
}

function dutyOf({ session, test, closes, missing }: Owed, post: string): Duty {
  const pre = test.kind === "pre";
  return {
    key: `tests.missing:${test.id}`,
    post,
    title: { text: pre ? w.dutyPre : w.dutyMissing, values: { session: session.title } },
    why: { text: pre ? w.dutyPreWhy : w.dutyMissingWhy, values: { count: missing, day: formatDate(closes) } },
    record: { kind: SESSION, id: session.id },
    href: paths.session(session.id),
    due: closes,
    action: w.dutyAction,
  };
}

/** What the coordinator’s post owes. At most seven queries. */
export async function dutiesOf(db: Db<any>, { posts, today }: DutyQuestion): Promise<readonly Duty[]> {
  const coordinator = posts.find((post) => post.roles.includes("training_coordinator"));
  if (coordinator === undefined) return [];
  const sessions = await sessionsNow(db, today);
  return (await owedIn(db, sessions, today)).map((owed) => dutyOf(owed, coordinator.post));
}

const WHY: Readonly<Record<TestKind, Text>> = {
  pre: own.dutyPreWhy,
  post: own.dutyPostWhy,
  retake: own.dutyRetakeWhy,
  evaluation: own.dutyEvaluationWhy,
};

/** What a person owes herself: tests open to her, and those of her class when she teaches. At most fifteen queries. */
export async function ownDutiesOf(
  db: Db<any>,
  { person, today }: { readonly person: string; readonly today: Day; readonly pack: Pack },
): Promise<readonly Duty[]> {
  const open = (await ownTests(db, person, today)).filter(isOpen);
  const taken = open.map(({ test, session, enrolment, closes }): Duty => ({
    key: `tests.${test.kind}:${enrolment.id}`,
    post: enrolment.post ?? "",
    ...titled(test.kind, session.title),
    why: { text: WHY[test.kind] },
    record: { kind: SESSION, id: session.id },
    href: test.kind === "evaluation" ? paths.answer(test.id) : startLink(purposeKind(test.kind), test.id),
    due: closes ?? session.from,
    action: own.answerNow,
  }));
  const sessions = await sessionsNow(db, today);
  const taught = sessions.filter((session) =>
    session.trainers.some((trainer) => trainer.person === person && trainer.state !== "declined"),
  );
  return [...taken, ...(await owedIn(db, taught, today)).map((owed) => dutyOf(owed, ""))];
}

/** “Test after: Buying for the district” in each language: the kind is a text, and values alone cannot change with the reader. */
function titled(kind: TestKind, session: string): Pick<Duty, "title"> {
  const name = KIND_NAMES[kind];
  const pattern = (language: keyof Text): string => own.dutyTest[language].replace("{test}", name[language].replace(/^≈/u, ""));
  return { title: { text: { en: pattern("en"), fr: pattern("fr"), rw: pattern("rw") }, values: { session } } };
}
