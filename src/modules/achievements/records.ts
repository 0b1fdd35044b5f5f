/** Reports, copies, stories and past lists as records that others link to, search and print. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { RecordKind } from "#kernel/access/module.ts";
import { reachOf, type Verb } from "#kernel/access/verb.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import type { ChainFact, DerivedLink } from "#kernel/trace/chain.ts";
import { SESSION } from "#modules/sessions";
import type { Db } from "#platform/db/handle.ts";
import { patternOf, speak, type Text } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { PAST_LIST } from "./past-lists.ts";
import { paths } from "./paths.ts";
import { COPY, REPORT } from "./reports.ts";
import { verbs } from "./rules.ts";
import { STORY } from "./stories.ts";
import { w as list } from "./words-list.ts";
import { w as report } from "./words-report.ts";
import { w as story } from "./words-story.ts";

/** Everybody with a verb sees all records of a kind; nobody else sees any. */
const seenWith =
  (verb: Verb) =>
  (_db: Db<any>, actor: Actor | null, ids: readonly string[]): Promise<ReadonlySet<string>> =>
    Promise.resolve(reachOf(actor, verb) === null ? new Set<string>() : new Set(ids));

const reports: RecordKind = {
  title: report.reports,
  href: paths.report,
  async titles(db, ids, language) {
    const { rows } = await sql<{ id: string; reference: string; from: string; to: string; programme: string | null }>`
      select id, reference, from_day as "from", to_day as "to", programme from achievements.report where id = any(${[...ids]}::uuid[])`.execute(
      db,
    );
    const say = speak(language);
    const values = (row: (typeof rows)[number]) => ({ from: formatDate(row.from), to: formatDate(row.to), programme: row.programme ?? "" });
    return new Map(
      rows.map((row) => [row.id, `${row.reference}: ${say(row.programme === null ? report.titleOwn : report.titlePartner, values(row))}`]),
    );
  },
  visible: seenWith(verbs.tell),
  async search(db, actor, words, limit) {
    if (reachOf(actor, verbs.tell) === null) return [];
    const { rows } = await sql<{ id: string }>`
      select id from achievements.report where reference ilike ${`%${words}%`} or programme ilike ${`%${words}%`} order by recorded_at desc limit ${limit}`.execute(
      db,
    );
    return rows.map((row) => row.id);
  },
};

const copies: RecordKind = {
  title: report.copies,
  href: paths.publishedCopy,
  async titles(db, ids, language) {
    const { rows } = await sql<{ id: string; title: Text; number: number }>`
      select id, title, number from publication.release where kind = ${COPY} and id = any(${[...ids]}::uuid[])`.execute(db);
    return new Map(rows.map((row) => [row.id, `${patternOf(row.title, language)} (${row.number})`]));
  },
  async visible(db, actor, ids) {
    if (reachOf(actor, verbs.tell) !== null) return new Set(ids);
    const { rows } = await sql<{ id: string }>`
      select id from publication.release where id = any(${[...ids]}::uuid[]) and released_at is not null`.execute(db);
    return new Set(rows.map((row) => row.id));
  },
  chain: {
    stage: "told",
    async facts({ db, pack, say }, ids) {
      const { rows } = await sql<{ id: string; released: Date }>`
        select id, released_at as released from publication.release where kind = ${COPY} and id = any(${[...ids]}::uuid[]) and released_at is not null`.execute(
        db,
      );
      return new Map(
        rows.map((row): [string, ChainFact] => [
          row.id,
          { value: formatDate(dayOf(row.released, pack.timeZone)), detail: say(report.releasedDay), of: "verified" },
        ]),
      );
    },
  },
};

const stories: RecordKind = {
  title: story.title,
  href: paths.story,
  async titles(db, ids, language) {
    const { rows } = await sql<{
      id: string;
      day: string;
    }>`select id, day from achievements.story where id = any(${[...ids]}::uuid[])`.execute(db);
    return new Map(rows.map((row) => [row.id, speak(language)(story.recordTitle, { day: formatDate(row.day) })]));
  },
  visible: seenWith(verbs.withdrawConsent),
};

const lists: RecordKind = {
  title: list.title,
  href: paths.list,
  async titles(db, ids) {
    const { rows } = await sql<{ id: string; name: string }>`
      select id, file_name as name from achievements.past_list where id = any(${[...ids]}::uuid[])`.execute(db);
    return new Map(rows.map((row) => [row.id, row.name]));
  },
  visible: seenWith(verbs.importLists),
};

export const records: Readonly<Record<string, RecordKind>> = { [REPORT]: reports, [COPY]: copies, [STORY]: stories, [PAST_LIST]: lists };

/** A released copy tells of the sessions whose participants its figures count: those recorded when it was frozen, in its period and programme. */
async function toldIn(db: Db<any>, end: "session" | "copy", ids: readonly string[]) {
  const { rows } = await sql<{ session: string; copy: string }>`
    select distinct e.about as session, c.id as copy
    from publication.release c join achievements.report r on r.id = c.about
    join portfolio.entry e on e.to_day between c.period_from and c.period_to and (r.programme is null or e.programme = r.programme) and e.recorded_at <= c.recorded_at
    where c.kind = ${COPY} and c.state = 'released' and e.about_kind = ${SESSION}
      and ${end === "session" ? sql`e.about` : sql`c.id`} = any(${[...ids]}::uuid[])
    order by 1, 2`.execute(db);
  return rows.map((row) => [row.session, row.copy] as const);
}

/** The last place of the chain: in which released copy the participants of a session are counted. */
export const derived: readonly DerivedLink[] = [
  {
    relation: "told_in",
    from: SESSION,
    to: COPY,
    onwards: (db, sessions) => toldIn(db, "session", sessions),
    back: (db, copies) => toldIn(db, "copy", copies),
  },
];
