/** What others link to, search and print here: rounds, needs and responses, each with its title and who may see it. */
import { containing } from "#platform/db/like.ts";
import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { RecordKind } from "#kernel/access/module.ts";
import { organisationsFor, type Organisations } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Db } from "#platform/db/handle.ts";
import { UNREVIEWED } from "#platform/i18n/text.ts";
import { needChain, responseChain } from "./chain.ts";
import { paths } from "./paths.ts";
import { WITHHELD } from "./queries-needs.ts";
import { verbs } from "./rules.ts";
import { w } from "./words-duties.ts";

async function idsWhere(db: Db<any>, found: RawBuilder<{ id: string }>): Promise<ReadonlySet<string>> {
  const { rows } = await found.execute(db);
  return new Set(rows.map((row) => row.id));
}

async function reach(db: Db<any>, actor: Actor | null, today: Day): Promise<Organisations> {
  return actor === null ? new Set<string>() : organisationsFor(db, actor, verbs.read, today);
}

/** The name of a code in a language, as a column: codes are kept in the database in all three. */
const named = (list: string, code: RawBuilder<unknown>, language: string): RawBuilder<unknown> =>
  sql`(select ltrim(c.names ->> ${language}, ${`${UNREVIEWED} `}) from rules.code c where c.list = ${list} and c.code = ${code} order by c.from_day desc limit 1)`;

async function titles(db: Db<any>, found: RawBuilder<{ id: string; title: string }>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await found.execute(db);
  return new Map(rows.map((row) => [row.id, row.title]));
}

async function visibleRounds(db: Db<any>, actor: Actor | null, ids: readonly string[], today: Day): Promise<ReadonlySet<string>> {
  const within = await reach(db, actor, today);
  const wanted = sql`r.id = any(${[...ids]}::uuid[])`;
  if (within === "all") return idsWhere(db, sql<{ id: string }>`select r.id from needs.round r where ${wanted}`);
  return idsWhere(
    db,
    sql<{ id: string }>`select r.id from needs.round r where ${wanted} and (
      exists (select from needs.participation p where p.round = r.id and p.organisation = any(${[...within]}::uuid[]))
      or exists (select from needs.invitation i where i.round = r.id and i.post = ${actor?.post ?? null}::uuid))`,
  );
}

/** The condition that the actor sees need `n`: her organisations’ shared ones, or all that are not withheld. */
const seen = (within: Organisations): RawBuilder<unknown> =>
  within === "all" ? sql`not ${WITHHELD}` : sql`n.state <> 'found' and n.organisation = any(${[...within]}::uuid[])`;

/** Which needs an actor may see, among some. */
export async function visibleNeeds(db: Db<any>, actor: Actor | null, ids: readonly string[], today: Day): Promise<ReadonlySet<string>> {
  const within = await reach(db, actor, today);
  return idsWhere(
    db,
    sql<{ id: string }>`select n.id from needs.need n where n.id = any(${[...ids]}::uuid[]) and (${seen(within)}
      or exists (select from needs.response x where x.need = n.id and x.owner = ${actor?.post ?? null}::uuid))`,
  );
}

export const records: Readonly<Record<string, RecordKind>> = {
  "needs.round": {
    title: w.round,
    href: paths.round,
    titles: (db, ids) =>
      titles(db, sql<{ id: string; title: string }>`select id, title from needs.round where id = any(${[...ids]}::uuid[])`),
    visible: visibleRounds,
    search: async (db, actor, words, limit, today) => {
      const { rows } = await sql<{
        id: string;
      }>`select id from needs.round where title ilike ${containing(words)} order by created_at desc limit 200`.execute(db);
      const seenIds = await visibleRounds(
        db,
        actor,
        rows.map((row) => row.id),
        today,
      );
      return rows.flatMap((row) => (seenIds.has(row.id) ? [row.id] : [])).slice(0, limit);
    },
  },
  "needs.need": {
    title: w.need,
    href: paths.need,
    titles: (db, ids, language) =>
      titles(
        db,
        sql<{ id: string; title: string }>`
          select n.id, case when n.kind = 'gap' then concat(coalesce(${named("capacity_domain", sql`n.domain`, language)}, n.statement), ', ', o.name) else n.statement end as title
          from needs.need n join registry.organisation o on o.id = n.organisation where n.id = any(${[...ids]}::uuid[])`,
      ),
    visible: visibleNeeds,
    chain: needChain,
    search: async (db, actor, words, limit, today) => {
      const within = await reach(db, actor, today);
      const { rows } = await sql<{ id: string }>`
        select n.id from needs.need n join registry.organisation o on o.id = n.organisation
        where (n.statement ilike ${containing(words)} or o.name ilike ${containing(words)} or n.service ilike ${containing(words)}) and ${seen(within)}
        order by n.raised_at desc, n.id limit ${limit}`.execute(db);
      return rows.map((row) => row.id);
    },
  },
  "needs.response": {
    title: w.response,
    href: (id) => `/needs/responses/${id}`,
    titles: (db, ids, language) =>
      titles(
        db,
        sql<{ id: string; title: string }>`
          select x.id, concat(coalesce(${named("response_type", sql`x.type`, language)}, x.type), ': ', x.what) as title
          from needs.response x where x.id = any(${[...ids]}::uuid[])`,
      ),
    chain: responseChain,
    visible: async (db, actor, ids, today) => {
      const within = await reach(db, actor, today);
      return idsWhere(
        db,
        sql<{ id: string }>`select x.id from needs.response x join needs.need n on n.id = x.need
          where x.id = any(${[...ids]}::uuid[]) and (${seen(within)} or x.owner = ${actor?.post ?? null}::uuid)`,
      );
    },
  },
};
