/** An indicator as a record: who sees it, how it is found, and what it says in the chain. */
import { containing } from "#platform/db/like.ts";
import { sql } from "kysely";
import type { RecordKind } from "#kernel/access/module.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { indicatorsByIds } from "#kernel/measure/queries.ts";
import type { Db } from "#platform/db/handle.ts";
import { UNREVIEWED } from "#platform/i18n/text.ts";
import type { ChainAsk, ChainFact, ChainKind } from "#kernel/trace/chain.ts";
import type { Indicator } from "#kernel/measure/schema.ts";
import { PROGRESS, periodText, valueText } from "./format.ts";
import { paths } from "./paths.ts";
import { verbs } from "./rules.ts";
import { standings, type Standing } from "./standing.ts";
import { w } from "./words.ts";

/** “21 to 9” from the baseline to the latest figure, as sure as the latest; `together`: how many organisations of the chain it is of, 0 for everybody. */
function factOf(
  { say, language }: ChainAsk,
  indicator: Indicator,
  { baseline, latest, progress, target }: Standing,
  together: number,
): ChainFact {
  const value = (number: number): string => valueText(indicator, number, language);
  const [from, now] = [baseline?.value ?? null, latest?.value ?? null];
  const moved = from !== null && now !== null && baseline?.to !== latest?.to;
  return {
    ...(now !== null && { value: moved ? say(w.moved, { from: value(from), now: value(now) }) : value(now) }),
    ...(latest !== null && {
      detail: [
        periodText(latest),
        target === null ? "" : say(w.targetLine, { value: value(target.value) }).toLowerCase(),
        together === 0 ? "" : say(w.ofChain, { n: together }),
      ]
        .filter((part) => part !== "")
        .join(", "),
    }),
    of: latest?.certainty ?? "nothing",
    tag: { tone: PROGRESS[progress].tone, text: say(PROGRESS[progress].word) },
  };
}

const chain: ChainKind = {
  stage: "result",
  async facts(ask, ids) {
    const indicators = [...(await indicatorsByIds(ask.db, ids)).values()];
    const all = await standings(ask.db, indicators, { today: ask.today });
    const own =
      ask.organisations.length === 0 ? all : await standings(ask.db, indicators, { today: ask.today, organisations: ask.organisations });
    return new Map(
      indicators.flatMap((indicator) => {
        const here = own.get(indicator.id);
        const standing = here === undefined || here.latest === null ? all.get(indicator.id) : here;
        const together = standing === here && ask.organisations.length > 1 ? (here?.latest?.parts ?? 0) : 0;
        return standing === undefined ? [] : [[indicator.id, factOf(ask, indicator, standing, together)] as const];
      }),
    );
  },
};

/** Public ones for everyone; the others for whoever reads indicators at all. */
async function visibleTo(db: Db<any>, may: boolean, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from measure.indicator where id = any(${[...ids]}::uuid[]) ${may ? sql`` : sql`and public`}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

export const records: Readonly<Record<string, RecordKind>> = {
  "measure.indicator": {
    title: w.record,
    href: paths.one,
    titles: async (db, ids, language) => {
      const { rows } = await sql<{ id: string; title: string }>`
        select id, ltrim(names ->> ${language}, ${`${UNREVIEWED} `}) as title from measure.indicator where id = any(${[...ids]}::uuid[])`.execute(
        db,
      );
      return new Map(rows.map((row) => [row.id, row.title]));
    },
    visible: (db, actor, ids) => visibleTo(db, actor !== null && reachOf(actor, verbs.read) !== null, ids),
    chain,
    search: async (db, actor, words, limit) => {
      const may = actor !== null && reachOf(actor, verbs.read) !== null;
      const { rows } = await sql<{ id: string }>`
        select id from measure.indicator where state = 'active' ${may ? sql`` : sql`and public`}
          and (code ilike ${containing(words)} or names ->> 'en' ilike ${containing(words)} or names ->> 'fr' ilike ${containing(words)} or names ->> 'rw' ilike ${containing(words)})
        order by code limit ${limit}`.execute(db);
      return rows.map((row) => row.id);
    },
  },
};
