/** Tasks and applications as others link to them and as they stand in the chain. */
import type { RecordKind } from "#kernel/access/module.ts";
import type { ChainFact, DerivedLink } from "#kernel/trace/chain.ts";
import { sql } from "kysely";
import type { Db } from "#platform/db/handle.ts";
import { speak } from "#platform/i18n/text.ts";
import { ENROLMENT, SESSION, sessionReach, sessionsByIds } from "#modules/sessions";
import { visibleTasks } from "./ask.ts";
import { paths } from "./paths.ts";
import { applicationOf, tasksWhere } from "./queries.ts";
import { APPLICATION, TASK } from "./schema.ts";
import { standingText } from "./views/parts.tsx";
import { w } from "./words.ts";
import { w as rates } from "./words-rates.ts";

const NEVER = "9999-12-30";

const application: RecordKind = {
  title: w.application,
  href: paths.session,
  titles: async (db, ids, language) => {
    const say = speak(language);
    const found = await sessionsByIds(db, ids);
    return new Map([...found.values()].map((session) => [session.id, say(w.applicationOf, { session: session.title })]));
  },
  visible: (db, actor, ids, today) => sessionReach.read(db, actor, ids, today),
  chain: {
    stage: "work",
    facts: async (ask, ids) => {
      const sums = await applicationOf(ask.db, ids, ask.today);
      return new Map(
        [...sums].map(([id, sum]): [string, ChainFact] => [
          id,
          {
            count: { part: sum.verified, whole: sum.tasks },
            detail: ask.say(rates.ofWhole),
            of: sum.verified > 0 ? "verified" : sum.claimed > 0 ? "claimed" : "nothing",
            ...(sum.toAnswer > 0 && { tag: { tone: "watch" as const, text: ask.say(rates.waits, { count: sum.toAnswer }) } }),
          },
        ]),
      );
    },
  },
};

const task: RecordKind = {
  title: w.task,
  href: paths.task,
  titles: async (db, ids) => new Map((await tasksWhere(db, NEVER, { ids, written: true })).map((one) => [one.id, one.what ?? ""])),
  visible: async (db, actor, ids, today) =>
    new Set((await visibleTasks(db, actor, await tasksWhere(db, today, { ids, written: true }), today)).map((one) => one.id)),
  search: async (db, actor, words, limit, today) => {
    const found = await tasksWhere(db, today, { words, written: true, limit: limit * 4 });
    return (await visibleTasks(db, actor, found, today)).slice(0, limit).map((one) => one.id);
  },
  chain: {
    stage: "work",
    facts: async (ask, ids) => {
      const rows = await tasksWhere(ask.db, ask.today, { ids, written: true });
      return new Map(
        rows.map((row): [string, ChainFact] => {
          const of = row.standing === "verified" ? "verified" : row.standing === "claimed" ? "claimed" : "nothing";
          return [
            row.id,
            { of, tag: { tone: of === "verified" ? "good" : "info", text: ask.say(standingText(row.standing)) }, organisation: row.entity },
          ];
        }),
      );
    },
  },
};

export const records: Readonly<Record<string, RecordKind>> = { [APPLICATION]: application, [TASK]: task };

async function pairs(db: Db<any>, column: "enrolment" | "session" | "person", by: "id" | "enrolment" | "person", ids: readonly string[]) {
  const { rows } = await sql<{ from: string; to: string }>`
    select ${column === "person" ? sql`coalesce(q.merged_into, q.id)` : sql.ref(`t.${column}`)} as "from", t.id as "to"
    from followups.task t join registry.person q on q.id = t.person
    where t.written_at is not null and ${by === "person" ? sql`(q.id = any(${[...ids]}::uuid[]) and q.merged_into is null or q.merged_into = any(${[...ids]}::uuid[]))` : sql`${sql.ref(`t.${by}`)} = any(${[...ids]}::uuid[])`}
    order by 2`.execute(db);
  return rows.map((row) => [row.from, row.to] as const);
}

async function withTasks(db: Db<any>, sessions: readonly string[]) {
  const { rows } = await sql<{ id: string }>`
    select distinct session as id from followups.task where written_at is not null and session = any(${[...sessions]}::uuid[]) order by 1`.execute(
    db,
  );
  return rows.map((row) => [row.id, row.id] as const);
}

/** What follows a session at work: its application for everybody, single tasks only where the walk begins at the person or task. */
export const derived: readonly DerivedLink[] = [
  { relation: "applied_in", from: SESSION, to: APPLICATION, onwards: withTasks, back: withTasks },
  {
    relation: "has_task",
    from: SESSION,
    to: TASK,
    personal: true,
    // From a session its tasks are told together, by the application.
    onwards: () => Promise.resolve([]),
    back: (db, to) => pairs(db, "session", "id", to),
  },
  {
    relation: "has_task",
    from: ENROLMENT,
    to: TASK,
    personal: true,
    onwards: (db, from) => pairs(db, "enrolment", "enrolment", from),
    back: () => Promise.resolve([]),
  },
  {
    relation: "does",
    from: "person",
    to: TASK,
    personal: true,
    onwards: (db, from) => pairs(db, "person", "person", from),
    back: (db, to) => pairs(db, "person", "id", to),
  },
];
