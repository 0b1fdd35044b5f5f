/** What posts owe: figures of periods that are over, and figures of others to verify. A fixed number of queries. */
import { sql } from "kysely";
import type { Duty, DutyQuestion } from "#kernel/access/module.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { addDays, dayOf, type Day } from "#kernel/calendar/day.ts";
import { claimedFigures, indicatorsByIds, ownersOf } from "#kernel/measure/queries.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { INDICATOR } from "#kernel/measure/actions.ts";
import { patternOf, type Language, type Text } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import type { Db } from "#platform/db/handle.ts";
import { periodText } from "./format.ts";
import { paths } from "./paths.ts";
import { monthsOf, periodsOwed, RULES, verbs } from "./rules.ts";
import { w } from "./words-more.ts";

/** The last day for which an owner’s organisation has a figure, by indicator and organisation. One query. */
async function lastDays(db: Db<any>, indicators: readonly string[], organisations: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ indicator: string; organisation: string; last: Day }>`
    select indicator, organisation, max(to_day) as last from measure.observation
    where indicator = any(${[...indicators]}::uuid[]) and organisation = any(${[...organisations]}::uuid[]) and sex is null and tier is null
    group by indicator, organisation`.execute(db);
  return new Map(rows.map((row) => [`${row.indicator} ${row.organisation}`, row.last]));
}

/** A sentence with an indicator’s name in it, in each language. */
function naming(text: Text, names: Text): Text {
  const one = (language: Language): string => text[language].replace("{title}", patternOf(names, language));
  return { en: one("en"), fr: one("fr"), rw: one("rw") };
}

async function recording(db: Db<any>, { posts, today, pack }: DutyQuestion): Promise<Duty[]> {
  const owners = posts.length === 0 ? [] : await ownersOf(db, { posts: posts.map((one) => one.post) });
  if (owners.length === 0) return [];
  const ids = [...new Set(owners.map((one) => one.indicator))];
  const [indicators, last, rules] = await Promise.all([
    indicatorsByIds(db, ids),
    lastDays(
      db,
      ids,
      owners.map((one) => one.organisation),
    ),
    ruleSetFor(db, RULES, today),
  ]);
  const within = numberOf(rules, "due_after");
  return owners.flatMap((owner) => {
    const indicator = indicators.get(owner.indicator);
    if (indicator === undefined) return [];
    const owed = periodsOwed(
      last.get(`${owner.indicator} ${owner.organisation}`) ?? null,
      today,
      monthsOf(pack, indicator.frequency),
      pack.calendar.fiscalYearStartMonth,
    );
    const [first] = owed;
    if (first === undefined) return [];
    return [
      {
        key: `indicators.record:${owner.indicator}:${owner.organisation}:${first.to}`,
        post: owner.post,
        title: { text: naming(w.dutyRecord, indicator.names), values: { period: periodText(first) } },
        why: { text: w.dutyRecordWhy, values: { n: owed.length } },
        record: { kind: INDICATOR, id: indicator.id },
        href: paths.record(indicator.id),
        due: addWorkingDays(pack.calendar, addDays(first.to, 1), within),
        action: w.dutyRecordAction,
      },
    ];
  });
}

/** Figures to verify: the association’s officer sees every organisation’s, the planner of an organisation its own. */
async function verifying(db: Db<any>, { posts, today, pack }: DutyQuestion): Promise<Duty[]> {
  const checking = posts.filter((post) => post.roles.some((role) => verbs.verify.roles[role] !== undefined));
  if (checking.length === 0) return [];
  const [figures, rules] = await Promise.all([claimedFigures(db, { limit: 2000 }), ruleSetFor(db, RULES, today)]);
  const indicators = await indicatorsByIds(db, [...new Set(figures.map((one) => one.indicator))]);
  const within = numberOf(rules, "verify_within");
  return checking.flatMap((post) => {
    const all = post.roles.some((role) => verbs.verify.roles[role] === "all");
    const mine = figures.filter((one) => one.post !== post.post && (all || one.organisation === post.organisation));
    return [...Map.groupBy(mine, (one) => one.indicator)].flatMap(([id, here]) => {
      const [oldest] = here;
      const indicator = indicators.get(id);
      if (oldest === undefined || indicator === undefined) return [];
      const since = dayOf(oldest.recordedAt, pack.timeZone);
      return [
        {
          key: `indicators.verify:${id}:${post.post}:${oldest.id}`,
          post: post.post,
          title: { text: naming(w.dutyVerify, indicator.names), values: { n: here.length } },
          why: { text: w.dutyVerifyWhy, values: { day: formatDate(since) } },
          record: { kind: INDICATOR, id },
          href: paths.toVerify,
          due: addWorkingDays(pack.calendar, since, within),
        },
      ];
    });
  });
}

export async function dutiesOf(db: Db<any>, question: DutyQuestion): Promise<readonly Duty[]> {
  return (await Promise.all([recording(db, question), verifying(db, question)])).flat();
}
