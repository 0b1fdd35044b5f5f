/** Writes about a session: made from a line of a plan or from a mandate, changed part by part, and taken from state to state. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { addWorkingDays, isWorkingDay } from "#kernel/calendar/calendar.ts";
import { addDays, startOfDay, type Day } from "#kernel/calendar/day.ts";
import { changeGathering, createGathering, type NewPart } from "#kernel/gathering/gatherings.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { link } from "#kernel/trace/links.ts";
import { newId, referenceOf } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { Session } from "./queries.ts";
import { p } from "./problems.ts";
import { PLAN_LINE } from "./plan-line.ts";
import { SESSION, type Mode } from "./schema.ts";

/** Which half-days a session takes: every working day from the first to the last, whole or only one half. */
export interface Dates {
  readonly from: Day;
  readonly to: Day;
  readonly halves: "both" | "morning" | "afternoon";
}

/** Hours of the two half-days, in the association's zone. */
const HALVES = { morning: [8.5, 12.5], afternoon: [14, 17] } as const;

/** The half-days of a session; a session that has no working day takes the days that were chosen. */
export function partsFor(pack: Pack, { from, to, halves }: Dates): NewPart[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  const worked = days.filter((day) => isWorkingDay(pack.calendar, day) || day === from || day === to);
  const wanted = halves === "both" ? (["morning", "afternoon"] as const) : [halves];
  const at = (day: Day, hour: number): Date => new Date(startOfDay(day, pack.timeZone).getTime() + hour * 3_600_000);
  return worked.flatMap((day) =>
    wanted.map((half) => ({ day, half, startsAt: at(day, HALVES[half][0]), endsAt: at(day, HALVES[half][1]) })),
  );
}

/** The last day on which people can be named: so many working days before the first, as the rule set `plan` says. One query. */
export async function nominationsCloseFor(act: Act<any>, from: Day): Promise<Day> {
  const rules = await ruleSetFor(act.tx as never, "plan", act.today);
  return addWorkingDays(act.pack.calendar, from, -numberOf(rules, "nominations_close_before"));
}

/** A session to make. Without a line of a plan the mandate says why it is held. */
export interface NewSession {
  readonly title: string;
  readonly language: Language;
  readonly course: string;
  readonly organisation: string;
  readonly planLine: string | null;
  readonly mandate: string | null;
  readonly dates: Dates;
  readonly mode: Mode;
  readonly places: number;
  readonly groups: readonly string[];
  readonly seats: ReadonlyMap<string, number>;
  readonly funder?: string | null;
  readonly modality: string;
  readonly domain: string | null;
  readonly programme: string | null;
}

/** Makes a session with its gathering and seats, links it to its line of the plan, and returns its id. */
export async function createSession(act: Act<any>, wanted: NewSession): Promise<string> {
  if (wanted.planLine === null && (wanted.mandate ?? "") === "") throw new Problem(p.noMandate);
  if (wanted.dates.to < wanted.dates.from) throw new Problem(p.datesWrong);
  const id = newId();
  const gathering = await createGathering(act, {
    kind: SESSION,
    about: id,
    organisation: wanted.organisation,
    mode: wanted.mode,
    place: null,
    territory: null,
    link: null,
    parts: partsFor(act.pack, wanted.dates),
  });
  await act.tx
    .insertInto("sessions.session")
    .values({
      id,
      reference: referenceOf(id),
      title: wanted.title,
      language: wanted.language,
      course: wanted.course,
      organisation: wanted.organisation,
      gathering,
      plan_line: wanted.planLine,
      mandate: wanted.mandate,
      mandate_language: wanted.mandate === null ? null : wanted.language,
      state: "planned",
      mode: wanted.mode,
      from_day: wanted.dates.from,
      to_day: wanted.dates.to,
      places: wanted.places,
      groups: [...wanted.groups],
      funder: wanted.funder ?? null,
      modality: wanted.modality,
      domain: wanted.domain,
      programme: wanted.programme,
      nominations_close: await nominationsCloseFor(act, wanted.dates.from),
      runner: act.author.post,
      recorded_at: act.now,
    })
    .execute();
  await writeSeats(act, id, wanted.seats);
  if (wanted.planLine !== null)
    await link(act, {
      relation: "delivered_by",
      from: { kind: PLAN_LINE, id: wanted.planLine },
      to: { kind: SESSION, id },
      proved: true,
    });
  await act.journal({
    kind: "sessions.session.planned",
    subject: { kind: SESSION, id },
    member: wanted.organisation,
    payload: { course: wanted.course, plan_line: wanted.planLine, from: wanted.dates.from, to: wanted.dates.to },
  });
  return id;
}

/** Sets the seats by organisation; an organisation without a seat is taken off. Throws when an organisation has named more people already. */
export async function writeSeats(act: Act<any>, session: string, seats: ReadonlyMap<string, number>): Promise<void> {
  const kept = [...seats].filter(([, count]) => count > 0);
  const { rows: over } = await sql<{ name: string; named: number }>`
    select coalesce(o.short_name, o.name) as name, count(*)::int as named
    from sessions.enrolment e join registry.organisation o on o.id = e.entity
    left join unnest(${kept.map(([organisation]) => organisation)}::uuid[], ${kept.map(([, count]) => count)}::int[]) as g (organisation, seats)
      on g.organisation = e.entity
    where e.session = ${session} and not e.waiting and e.state not in ('not_approved', 'declined', 'replaced', 'withdrawn')
    group by o.id, o.short_name, o.name, g.seats having count(*) > coalesce(g.seats, 0) order by 1 limit 1`.execute(act.tx);
  const [first] = over;
  if (first !== undefined) throw new Problem(p.seatsUsed, { organisation: first.name, named: first.named });
  await sql`delete from sessions.seat where session = ${session} and not organisation = any(${kept.map(([organisation]) => organisation)}::uuid[])`.execute(
    act.tx,
  );
  await sql`
    insert into sessions.seat (session, organisation, seats)
    select ${session}::uuid, organisation, seats
    from unnest(${kept.map(([organisation]) => organisation)}::uuid[], ${kept.map(([, count]) => count)}::int[]) as g (organisation, seats)
    on conflict (session, organisation) do update set seats = excluded.seats`.execute(act.tx);
}

const CHANGEABLE: ReadonlySet<Session["state"]> = new Set(["planned", "nominations_open", "confirmed", "ready"]);

function mustChange(session: Session): void {
  if (!CHANGEABLE.has(session.state)) throw new Problem(p.notChangeable);
}

async function changed(act: Act<any>, session: Session, part: string): Promise<void> {
  await act.journal({
    kind: "sessions.session.changed",
    subject: { kind: SESSION, id: session.id },
    member: session.organisation,
    payload: { part },
  });
}

/** Moves a session: half-days that stay keep their PIN. The close of nominations is the rule's unless told. */
export async function saveDates(act: Act<any>, session: Session, dates: Dates, nominationsClose: Day | null): Promise<void> {
  mustChange(session);
  if (dates.to < dates.from) throw new Problem(p.datesWrong);
  const closes = nominationsClose ?? (await nominationsCloseFor(act, dates.from));
  if (closes > dates.from) throw new Problem(p.closesLate);
  await changeGathering(act as never, session.gathering, { parts: partsFor(act.pack, dates) });
  await act.tx
    .updateTable("sessions.session")
    .set({ from_day: dates.from, to_day: dates.to, nominations_close: closes, nominations_closed_at: closes >= act.today ? null : act.now })
    .where("id", "=", session.id)
    .execute();
  await changed(act, session, "dates");
}

/** Where and how people meet. `host` is the organisation in whose territory the place lies. */
export interface Venue {
  readonly mode: Mode;
  readonly place: string | null;
  readonly host: string | null;
  readonly access: readonly string[];
  readonly link: string | null;
}

interface Territories {
  territory: string;
  region: string | null;
}

/** The territory that an organisation governs, and the one above it. One query. */
export async function territoriesOf(act: Act<any>, organisation: string): Promise<Territories | undefined> {
  const { rows } = await sql<Territories>`
    select g.territory, v.parent as region from registry.governs g
    left join registry.territory_version v on v.territory = g.territory and v.from_day <= ${act.today} and (v.to_day is null or v.to_day > ${act.today})
    where g.organisation = ${organisation} and g.from_day <= ${act.today} and (g.to_day is null or g.to_day > ${act.today}) limit 1`.execute(
    act.tx,
  );
  return rows[0];
}

/** Keeps place, accessibility, mode and link, of the session and of its gathering. */
export async function saveVenue(act: Act<any>, session: Session, venue: Venue): Promise<void> {
  mustChange(session);
  const at = venue.host === null ? undefined : await territoriesOf(act, venue.host);
  await changeGathering(act as never, session.gathering, {
    mode: venue.mode,
    place: venue.place,
    territory: at?.territory ?? null,
    link: venue.link,
  });
  await act.tx
    .updateTable("sessions.session")
    .set({
      mode: venue.mode,
      place: venue.place,
      territory: at?.territory ?? null,
      region: at?.region ?? null,
      venue_access: [...venue.access],
      link: venue.link,
    })
    .where("id", "=", session.id)
    .execute();
  await changed(act, session, "venue");
}

/** Whom it is for: groups, places, and the seats of each organisation. */
export async function saveSeats(
  act: Act<any>,
  session: Session,
  people: { readonly groups: readonly string[]; readonly places: number; readonly seats: ReadonlyMap<string, number> },
): Promise<void> {
  mustChange(session);
  const given = [...people.seats.values()].reduce((sum, count) => sum + count, 0);
  if (given > people.places) throw new Problem(p.tooManySeats, { seats: given, places: people.places });
  await act.tx
    .updateTable("sessions.session")
    .set({ groups: [...people.groups], places: people.places })
    .where("id", "=", session.id)
    .execute();
  await writeSeats(act, session.id, people.seats);
  await changed(act, session, "people");
}

/** What it is called and who pays. */
export async function saveTitle(
  act: Act<any>,
  session: Session,
  told: { readonly title: string; readonly language: Language; readonly funder: string | null; readonly mandate: string | null },
): Promise<void> {
  mustChange(session);
  if (session.planLine === null && (told.mandate ?? "") === "") throw new Problem(p.noMandate);
  await act.tx
    .updateTable("sessions.session")
    .set({
      title: told.title,
      language: told.language,
      funder: told.funder,
      mandate: told.mandate,
      mandate_language: told.mandate === null ? null : told.language,
    })
    .where("id", "=", session.id)
    .execute();
  await changed(act, session, "title");
}
