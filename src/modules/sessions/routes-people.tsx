/** The list of names of a session and its papers: attendance list and badges. */
import QRCode from "qrcode";
import { sql } from "kysely";
import { page, type Route } from "#kernel/access/route.ts";
import { reachOf } from "#kernel/conversation/reach.ts";
import { personalPath } from "#kernel/gathering/addresses.ts";
import { partsOf } from "#kernel/gathering/gatherings.ts";
import { participantsOf } from "#kernel/gathering/participants.ts";
import { changedQuery } from "#platform/http/address.ts";
import { FORMATS, listFile } from "#platform/http/list-file.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { asked, askedOf, readSession, type Request } from "./ask.ts";
import { ENROLMENT_STATES, enrolmentFlow, TOOK_PART } from "./flows.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { enrolmentsOf } from "./public.ts";
import type { Session } from "./queries.ts";
import { namesSeenBy, sessionReach } from "./reach.ts";
import type { EnrolmentFacts } from "./schema.ts";
import { postName } from "./views/common.tsx";
import { BadgesView, PeopleView, RosterView, type OnPaper } from "./views/people.tsx";
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
        { name: "post", head: w.post, cell: (row) => postName(r.say, r.pack, row.postType) },
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

function modulesOf(text: string): readonly (readonly boolean[])[] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (__, x) => data[y * size + x] === 1));
}

/** Those expected, as they stand on paper: attendance list and badges. Only for who runs or teaches the session. */
async function onPaper(r: Request, withCodes: boolean): Promise<{ session: Session; people: readonly OnPaper[] }> {
  const session = await readSession(r);
  if (!(await sessionReach.conduct(r.db, r.actor, [session.id], r.today)).has(session.id)) throw new Problem(p.noSession);
  const here = new Map((await participantsOf(r.db, [session.gathering])).map((one) => [one.id, one]));
  const rows = (await enrolmentsOf(r.db, [session.id])).filter((row) => here.has(row.id) || TOOK_PART.includes(row.state));
  const phones = await reachOf(
    r.db,
    rows.map((row) => row.person),
  );
  const people = rows.map((row) => {
    const participant = here.get(row.id);
    return {
      enrolment: row,
      code: participant?.code ?? "",
      phone: phones.get(row.person)?.phone ?? null,
      qr: withCodes && participant !== undefined ? modulesOf(r.origin + personalPath(participant.token)) : null,
    };
  });
  return { session, people };
}

async function roster(r: Request): Promise<Reply> {
  const { session, people: list } = await onPaper(r, false);
  return show(
    <RosterView
      shell={r.shell}
      session={session}
      people={list}
      parts={await partsOf(r.db, [session.gathering])}
      association={session.organisationName}
    />,
  );
}

async function badges(r: Request): Promise<Reply> {
  const { session, people: list } = await onPaper(r, true);
  return show(<BadgesView shell={r.shell} session={session} people={list} />);
}

export const peopleRoutes: readonly Route[] = [
  page(paths.people(":id"), "signed-in", people),
  page(paths.roster(":id"), "signed-in", roster),
  page(paths.badges(":id"), "signed-in", badges),
];
