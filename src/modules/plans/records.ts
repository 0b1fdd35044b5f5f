/** What others link to, search, print and walk through here: plans and their lines. */
import { containing } from "#platform/db/like.ts";
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { RecordKind } from "#kernel/access/module.ts";
import { reachOf } from "#kernel/access/verb.ts";
import type { ChainFact } from "#kernel/trace/chain.ts";
import type { Db } from "#platform/db/handle.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { PLAN_STATES, PUBLIC_STATES, SHOWN_TO_MEMBERS } from "./flows.ts";
import { paths } from "./paths.ts";
import { linesByIds, progressOf } from "./queries.ts";
import { isDelivered } from "./rules.ts";
import { followsDrafts, verbs } from "./verbs.ts";
import { w as lineWords } from "./words-line.ts";
import { w } from "./words-plan.ts";

/** The states of plans that an actor sees; a visitor sees the lines of adopted ones. */
function statesFor(actor: Actor | null): readonly string[] {
  // Who is signed in opens a plan in the workspace, where its verb is asked; only a visitor is led to the calendar.
  if (actor === null) return PUBLIC_STATES;
  if (reachOf(actor, verbs.read) === null) return [];
  return followsDrafts(actor) ? PLAN_STATES : SHOWN_TO_MEMBERS;
}

async function titlesOf(db: Db<any>, table: "plan" | "line", ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from ${sql.table(`plans.${table}`)} where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.title]));
}

async function visibleIn(db: Db<any>, actor: Actor | null, table: "plan" | "line", ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select t.id from ${table === "plan" ? sql`plans.plan t` : sql`plans.line t join plans.plan p on p.id = t.plan`}
    where t.id = any(${[...ids]}::uuid[]) and ${sql.ref(table === "plan" ? "t.state" : "p.state")} = any(${[...statesFor(actor)]}::text[])`.execute(
    db,
  );
  return new Set(rows.map((row) => row.id));
}

async function searchIn(
  db: Db<any>,
  actor: Actor | null,
  table: "plan" | "line",
  words: string,
  limit: number,
): Promise<readonly string[]> {
  if (actor === null || reachOf(actor, verbs.read) === null) return [];
  const { rows } = await sql<{ id: string }>`
    select t.id from ${table === "plan" ? sql`plans.plan t` : sql`plans.line t join plans.plan p on p.id = t.plan`}
    where t.title ilike ${containing(words)} and ${sql.ref(table === "plan" ? "t.state" : "p.state")} = any(${[...statesFor(actor)]}::text[])
    order by t.recorded_at desc, t.id limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

/** A line in the chain: places filled of places planned, or that it was said to be done. */
async function lineFacts(
  db: Db<any>,
  ids: readonly string[],
  told: { readonly places: (n: string) => string; readonly done: string; readonly delivering: string },
  number: (n: number) => string,
) {
  const lines = await linesByIds(db, ids);
  const progress = await progressOf(db, ids);
  return new Map(
    lines.map((line): [string, ChainFact] => {
      const done = progress.get(line.id);
      const delivered = isDelivered(line, done);
      const of = (done?.people ?? 0) > 0 ? "verified" : line.state === "done" ? "claimed" : "nothing";
      return [
        line.id,
        {
          count: { part: done?.people ?? 0, whole: line.places },
          detail: told.places(number(line.places)),
          of,
          ...(delivered && { tag: { tone: "good" as const, text: told.done } }),
          ...(!delivered && (done?.events ?? 0) > 0 && { tag: { tone: "info" as const, text: told.delivering } }),
        },
      ];
    }),
  );
}

export const records: Readonly<Record<string, RecordKind>> = {
  "plans.plan": {
    title: w.plan,
    href: paths.plan,
    titles: (db, ids) => titlesOf(db, "plan", ids),
    visible: (db, actor, ids) => visibleIn(db, actor, "plan", ids),
    search: (db, actor, words, limit) => searchIn(db, actor, "plan", words, limit),
  },
  "plans.line": {
    title: w.line,
    href: paths.line,
    titles: (db, ids) => titlesOf(db, "line", ids),
    visible: (db, actor, ids) => visibleIn(db, actor, "line", ids),
    search: (db, actor, words, limit) => searchIn(db, actor, "line", words, limit),
    chain: {
      stage: "plan",
      facts: ({ db, say, language }, ids) =>
        lineFacts(
          db,
          ids,
          { places: (places) => say(w.filled, { places }), done: say(lineWords.done), delivering: say(lineWords.delivering) },
          (n) => formatNumber(n, language),
        ),
    },
  },
};
