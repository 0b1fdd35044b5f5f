/** What the journal and links name of tests: a test with its session, a result with its test, each for who may see it. */
import type { RecordKind } from "#kernel/access/module.ts";
import { organisationsFor } from "#kernel/access/verb.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { speak, type Language } from "#platform/i18n/text.ts";
import { enrolmentsByIds, sessionReach, sessionsByIds } from "#modules/sessions";
import { paths } from "./paths.ts";
import { resultsByIds, testsByIds } from "./queries.ts";
import { verbs } from "./rules.ts";
import { RESULT, TEST, type TestKind } from "./schema.ts";
import { KIND_NAMES } from "./views/mine.tsx";
import { w } from "./words.ts";
import { w as said } from "./words-answer.ts";

interface About {
  readonly id: string;
  readonly session: string;
  readonly kind: TestKind;
}

async function titlesFor(db: Db<any>, rows: readonly About[], language: Language): Promise<ReadonlyMap<string, string>> {
  const sessions = await sessionsByIds(db, [...new Set(rows.map((row) => row.session))]);
  const say = speak(language);
  return new Map(
    rows.flatMap((row) => {
      const session = sessions.get(row.session);
      return session === undefined
        ? []
        : [[row.id, say(said.testTitle, { test: say(KIND_NAMES[row.kind]), session: session.title })] as const];
    }),
  );
}

async function sessionsFor(db: Db<any>, actor: Actor | null, sessions: readonly string[], today: Day): Promise<ReadonlySet<string>> {
  if (actor === null) return new Set();
  if ((await organisationsFor(db, actor, verbs.read, today)) === "all") return new Set(sessions);
  return sessionReach.conduct(db, actor, sessions, today);
}

export const records: Readonly<Record<string, RecordKind>> = {
  [TEST]: {
    title: w.test,
    href: paths.record,
    titles: async (db, ids, language) => titlesFor(db, [...(await testsByIds(db, ids)).values()], language),
    visible: async (db, actor, ids, today) => {
      const tests = [...(await testsByIds(db, ids)).values()];
      const seen = await sessionsFor(db, actor, [...new Set(tests.map((test) => test.session))], today);
      return new Set(tests.filter((test) => seen.has(test.session)).map((test) => test.id));
    },
  },
  [RESULT]: {
    title: w.result,
    href: paths.record,
    titles: async (db, ids, language) => titlesFor(db, await resultsByIds(db, ids), language),
    visible: async (db, actor, ids, today) => {
      const results = await resultsByIds(db, ids);
      const seen = await sessionsFor(db, actor, [...new Set(results.map((result) => result.session))], today);
      const enrolments = await enrolmentsByIds(
        db,
        results.map((result) => result.enrolment),
      );
      const own = (enrolment: string): boolean => actor !== null && enrolments.get(enrolment)?.person === actor.person;
      return new Set(results.filter((result) => seen.has(result.session) || own(result.enrolment)).map((result) => result.id));
    },
  },
};
