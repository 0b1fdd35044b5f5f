/** The list of names of a session. Its papers belong to attendance. */
import { sql } from "kysely";
import { page, type Route } from "#kernel/access/route.ts";
import { FORMATS } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { askedOf, type Request } from "#kernel/access/asked.ts";
import { choiceFilter, codeFilter, listed, listedFile, type List } from "#kernel/access/list.ts";
import { readSession } from "./ask.ts";
import { ENROLMENT_STATES, enrolmentFlow } from "./flows.ts";
import { paths } from "./paths.ts";
import { enrolmentsOf } from "./public.ts";
import type { Session } from "./queries.ts";
import { namesSeenBy } from "./reach.ts";
import type { EnrolmentFacts } from "./schema.ts";
import { postTypeName } from "#kernel/pack/shown.ts";
import { PeopleView } from "./views/people.tsx";
import { w } from "./words-people.ts";

/** The names of a session that the actor sees. */
async function namesOf(r: Request, session: Session): Promise<readonly EnrolmentFacts[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from sessions.enrolment e where e.session = ${session.id} and ${await namesSeenBy(r.db, r.actor, r.today)}`.execute(r.db);
  const seen = new Set(rows.map((row) => row.id));
  return (await enrolmentsOf(r.db, [session.id])).filter((row) => seen.has(row.id));
}

const FILTERS = {
  state: codeFilter(ENROLMENT_STATES, {
    label: w.state,
    any: w.anyState,
    text: (state, r) => r.say(enrolmentFlow.states[state].title),
  }),
};

const SORTS = ["organisation", "person", "state"] as const;
type Key = (typeof SORTS)[number];

const KEYS: Readonly<Record<Key, (row: EnrolmentFacts) => string | number>> = {
  organisation: (row) => row.entityName,
  person: (row) => row.personName,
  state: (row) => ENROLMENT_STATES.indexOf(row.state),
};

function compared(key: Key, descending: boolean): (a: EnrolmentFacts, b: EnrolmentFacts) => number {
  const way = descending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [KEYS[key](a), KEYS[key](b)];
    return way * (typeof x === "string" ? x.localeCompare(String(y)) : x - Number(y));
  };
}

/** The names of a session, which stand in memory. */
function over(r: Request, session: Session, all: readonly EnrolmentFacts[]) {
  const entities = [...new Map(all.map((row) => [row.entity, row.entityName]))].map(([value, text]) => ({ value, text }));
  const filters = { ...FILTERS, entity: choiceFilter(() => entities, { label: w.organisation, any: w.anyOrganisation }) };
  const list: List<Request, typeof filters, EnrolmentFacts, Key> = {
    name: `names-${session.reference}`,
    path: () => paths.people(session.id),
    filters,
    sorts: SORTS,
    first: () => ({ sort: "organisation", descending: false }),
    rows: async (_, { filter, sort, descending }, { offset, limit }) => {
      const rows = all
        .filter((row) => (filter.state === null || row.state === filter.state) && (filter.entity === null || row.entity === filter.entity))
        .toSorted(compared(sort, descending));
      return { rows: rows.slice(offset, offset + limit), total: rows.length };
    },
    result: (_, total) => r.say(w.peopleResult, { total, all: all.length }),
    columns: () => [
      { name: "name", head: w.person, cell: (row) => row.personName },
      { name: "sex", head: w.sex, cell: (row) => row.sex },
      { name: "post", head: w.post, cell: (row) => postTypeName(r.say, r.pack, row.postType) },
      { name: "organisation", head: w.organisation, cell: (row) => row.organisationName },
      { name: "entity", cell: (row) => row.entityName },
      { name: "state", head: w.state, cell: (row) => r.say(enrolmentFlow.states[row.state].title) },
      { name: "mode", head: w.mode, cell: (row) => row.mode },
    ],
  };
  return list;
}

async function people(r: Request): Promise<Reply> {
  const session = await readSession(r);
  const all = await namesOf(r, session);
  const list = over(r, session, all);
  if (askedOf(r, "format", FORMATS) !== null) return listedFile(r, list);
  return show(
    <PeopleView
      shell={r.shell}
      session={session}
      list={await listed(r, list)}
      people={all.length}
      women={all.filter((row) => row.sex === "F").length}
    />,
  );
}

export const peopleRoutes: readonly Route[] = [page(paths.people(":id"), "signed-in", people)];
