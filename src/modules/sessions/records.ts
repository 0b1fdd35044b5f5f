/** What others link to, search and draw in the chain: sessions and places in them, each with its title and who may see it. */
import { beginningWith, containing } from "#platform/db/like.ts";
import { sql } from "kysely";
import type { RecordKind } from "#kernel/access/module.ts";
import type { ChainFact, DerivedLink } from "#kernel/trace/chain.ts";
import type { Db } from "#platform/db/handle.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { sessionFlow, TOOK_PART, type SessionState } from "./flows.ts";
import { paths } from "./paths.ts";
import { namesSeenBy, seenBy, sessionReach, visibleEnrolments } from "./reach.ts";
import { ENROLMENT, SESSION } from "./schema.ts";
import { w } from "./words-records.ts";

interface SessionCount {
  id: string;
  state: SessionState;
  organisation: string;
  attended: number;
  expected: number;
}

async function sessionFacts(db: Db<any>, ids: readonly string[]): Promise<readonly SessionCount[]> {
  const { rows } = await sql<SessionCount>`
    select s.id, s.state, s.organisation, count(e.id) filter (where e.state = any(${[...TOOK_PART]}::text[]))::int as attended,
      count(e.id) filter (where e.state not in ('not_approved', 'declined', 'replaced', 'withdrawn') and not e.waiting)::int as expected
    from sessions.session s left join sessions.enrolment e on e.session = s.id where s.id = any(${[...ids]}::uuid[]) group by s.id`.execute(
    db,
  );
  return rows;
}

export const records: Readonly<Record<string, RecordKind>> = {
  [SESSION]: {
    title: w.session,
    href: paths.session,
    titles: async (db, ids) => {
      const { rows } = await sql<{ id: string; title: string; from: string }>`
        select id, title, from_day as "from" from sessions.session where id = any(${[...ids]}::uuid[])`.execute(db);
      return new Map(rows.map((row) => [row.id, `${row.title}, ${formatDate(row.from)}`]));
    },
    visible: (db, actor, ids, today) => sessionReach.read(db, actor, ids, today),
    search: async (db, actor, words, limit, today) => {
      const { rows } = await sql<{ id: string }>`
        select s.id from sessions.session s
        where (s.title ilike ${containing(words)} or s.reference ilike ${containing(words)} or s.place ilike ${containing(words)}) and ${await seenBy(db, actor, today)}
        order by abs(s.from_day - ${today}::date), s.id limit ${limit}`.execute(db);
      return rows.map((row) => row.id);
    },
    chain: {
      stage: "session",
      facts: async (ask, ids) => {
        const rows = await sessionFacts(ask.db, ids);
        return new Map(
          rows.map((row): [string, ChainFact] => {
            const state = sessionFlow.states[row.state];
            const held = row.attended > 0;
            return [
              row.id,
              {
                ...(held ? { count: { part: row.attended, whole: row.expected } } : { value: formatNumber(row.expected, ask.language) }),
                detail: ask.say(held ? w.attended : w.comes),
                of: held ? "verified" : "claimed",
                tag: { tone: state.tone, text: ask.say(state.title) },
                organisation: row.organisation,
              },
            ];
          }),
        );
      },
    },
  },
  [ENROLMENT]: {
    title: w.enrolment,
    href: paths.enrolment,
    titles: async (db, ids) => {
      const { rows } = await sql<{ id: string; title: string }>`
        select e.id, concat(h.full_name, ', ', s.title) as title from sessions.enrolment e
        join registry.person h on h.id = e.person join sessions.session s on s.id = e.session where e.id = any(${[...ids]}::uuid[])`.execute(
        db,
      );
      return new Map(rows.map((row) => [row.id, row.title]));
    },
    visible: visibleEnrolments,
    search: async (db, actor, words, limit, today) => {
      const { rows } = await sql<{ id: string }>`
        select e.id from registry.person h join sessions.enrolment e on e.person = h.id join sessions.session s on s.id = e.session
        where h.sort_name like ${beginningWith(words.toLowerCase())} and ${await namesSeenBy(db, actor, today)}
        order by s.from_day desc, e.id limit ${limit}`.execute(db);
      return rows.map((row) => row.id);
    },
  },
};

/** A person’s chain begins at her sessions; a place’s at the session it is in. Walked only from her or from it: a session has hundreds. */
export const derived: readonly DerivedLink[] = [
  {
    relation: "took_part_in",
    from: "person",
    to: SESSION,
    personal: true,
    onwards: async (db, from) => {
      const { rows } = await sql<{ person: string; session: string }>`
        select distinct coalesce(h.merged_into, h.id) as person, e.session
        from registry.person h join sessions.enrolment e on e.person = h.id
        where (h.id = any(${[...from]}::uuid[]) and h.merged_into is null or h.merged_into = any(${[...from]}::uuid[])) and e.state = any(${[...TOOK_PART]}::text[])`.execute(
        db,
      );
      return rows.map((row) => [row.person, row.session] as const);
    },
    back: () => Promise.resolve([]),
  },
  {
    relation: "place_in",
    from: ENROLMENT,
    to: SESSION,
    personal: true,
    onwards: async (db, from) => {
      const { rows } = await sql<{ session: string; id: string }>`
        select session, id from sessions.enrolment where id = any(${[...from]}::uuid[])`.execute(db);
      return rows.map((row) => [row.id, row.session] as const);
    },
    back: () => Promise.resolve([]),
  },
];
