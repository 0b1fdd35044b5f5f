/** The list of names of a session. Its papers belong to attendance. */
import { sql } from "kysely";
import { page, type Route } from "#kernel/access/route.ts";
import { changedQuery } from "#platform/http/address.ts";
import { FORMATS, listFile } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { asked, askedOf, type Request } from "#kernel/access/asked.ts";
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

async function people(r: Request): Promise<Reply> {
  const session = await readSession(r);
  const all = await namesOf(r, session);
  const state = askedOf(r, "state", ENROLMENT_STATES);
  const entity = asked(r, "entity");
  const rows = all.filter((row) => (state === null || row.state === state) && (entity === null || row.entity === entity));
  const format = FORMATS.find((one) => one === r.query.get("format"));
  if (format !== undefined)
    return listFile(r, {
      name: `names-${session.reference}`,
      columns: [
        { name: "name", head: w.person, cell: (row) => row.personName },
        { name: "sex", head: w.sex, cell: (row) => row.sex },
        { name: "post", head: w.post, cell: (row) => postTypeName(r.say, r.pack, row.postType) },
        { name: "organisation", head: w.organisation, cell: (row) => row.organisationName },
        { name: "entity", cell: (row) => row.entityName },
        { name: "state", head: w.state, cell: (row) => r.say(enrolmentFlow.states[row.state].title) },
        { name: "mode", head: w.mode, cell: (row) => row.mode },
      ],
      rows,
    });
  const entities = [...new Map(all.map((row) => [row.entity, row.entityName]))];
  return show(
    <PeopleView
      shell={r.shell}
      session={session}
      rows={rows}
      women={rows.filter((row) => row.sex === "F").length}
      filters={{
        action: paths.people(session.id),
        ...((state !== null || entity !== null) && { clearHref: paths.people(session.id) }),
        fields: [
          {
            name: "state",
            label: r.say(w.state),
            value: state ?? "",
            options: [
              { value: "", text: r.say(w.anyState) },
              ...ENROLMENT_STATES.map((one) => ({ value: one, text: r.say(enrolmentFlow.states[one].title) })),
            ],
          },
          {
            name: "entity",
            label: r.say(w.organisation),
            value: entity ?? "",
            options: [{ value: "", text: r.say(w.anyOrganisation) }, ...entities.map(([value, text]) => ({ value, text }))],
          },
        ],
      }}
      downloads={FORMATS.map((one) => ({
        href: changedQuery(paths.people(session.id), r.query, { format: one }),
        format: one.toUpperCase(),
      }))}
    />,
  );
}

export const peopleRoutes: readonly Route[] = [page(paths.people(":id"), "signed-in", people)];
