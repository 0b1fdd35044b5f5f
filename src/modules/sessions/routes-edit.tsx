/** Planning a session, changing it part by part, and its trainers. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { hasCode, codesOf } from "#kernel/pack/lookup.ts";
import { membersOn, organisationsOn } from "#kernel/registry/organisations.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { partsOf } from "#kernel/gathering/gatherings.ts";
import { coursesByIds, publishedCourses } from "#modules/courses";
import { planLinesByIds, runningPlanLines } from "#modules/plans";
import { isId } from "#platform/db/ids.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { isLanguage, type Language } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { Option } from "#platform/ui/forms.tsx";
import { createSession, saveDates, saveSeats, saveTitle, saveVenue, type Dates } from "./actions-session.ts";
import { asked, param, type Request, type Write } from "#kernel/access/asked.ts";
import { datePartsOf, dayIn, note, partsOfDay, reading, textIn, wholeIn, type Reader } from "#kernel/access/fields.ts";
import { readSession, writeSession } from "./ask.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { seatsOf, type Session } from "./queries.ts";
import { verbs } from "./rules.ts";
import type { Mode } from "./schema.ts";
import { EditView, NewSessionView, PARTS, type EditPart, type Typed } from "./views/edit.tsx";
import { w } from "./words-edit.ts";

const MOST_PLACES = 2000;
const modeIn = (text: string): Mode => (text === "online" || text === "hybrid" ? text : "physical");
const halvesIn = (text: string): Dates["halves"] => (text === "morning" || text === "afternoon" ? text : "both");
const languageIn = (text: string): Language => (isLanguage(text) ? text : "en");

async function newChoices(r: Request): Promise<{ lines: Option[]; courses: Option[] }> {
  const [lines, courses] = await Promise.all([runningPlanLines(r.db, r.today), publishedCourses(r.db, r.pack)]);
  return {
    lines: lines.map((line) => ({ value: line.id, text: r.say(w.lineOf, { reference: line.reference, title: line.title }) })),
    courses: courses.map((course) => ({ value: course.id, text: r.say(course.title) })),
  };
}

async function newForm(r: Request): Promise<Reply> {
  const wanted = asked(r, "line") ?? undefined;
  const line = isId(wanted) ? (await planLinesByIds(r.db, [wanted])).get(wanted) : undefined;
  const values: Typed =
    line === undefined
      ? {}
      : { line: line.id, title: line.title, language: line.language, places: String(line.places || 40), course: line.course ?? "" };
  const dates = { from: partsOfDay(line?.from ?? null), to: partsOfDay(line?.to ?? null) };
  return show(<NewSessionView shell={r.shell} {...await newChoices(r)} values={values} dates={dates} problems={[]} />);
}

/** Dates of a form; the last day is the first when left empty. */
function datesIn(reader: Reader): Dates | null {
  const from = dayIn(reader, "from", w.dayMissing);
  const to = dayIn(reader, "to", null) ?? from;
  if (from === null || to === null) return null;
  if (to < from) note(reader, "to-day", p.datesWrong.text);
  return { from, to, halves: halvesIn(reader.form.text("halves")) };
}

async function create(r: Write): Promise<Reply> {
  const reader = reading(r.form);
  const lineId = r.form.text("line");
  const line = isId(lineId) ? (await planLinesByIds(r.act.tx as never, [lineId])).get(lineId) : undefined;
  const courseId = r.form.text("course") || (line?.course ?? "");
  const course = isId(courseId) ? (await coursesByIds(r.act.tx as never, [courseId])).get(courseId) : undefined;
  if (course === undefined) note(reader, "course", w.chooseCourse);
  const mandate = r.form.text("mandate");
  if (line === undefined && mandate === "") note(reader, "mandate", p.noMandate.text);
  const title = r.form.text("title") || (line?.title ?? "");
  if (title === "") note(reader, "title", w.titleMissing);
  const dates = datesIn(reader);
  const places = wholeIn(reader, "places", { low: 1, high: MOST_PLACES }, null) ?? 1;
  if (reader.problems.length > 0 || course === undefined || dates === null)
    return show(
      <NewSessionView
        shell={r.shell}
        {...await newChoices(r)}
        values={r.form.values()}
        dates={{ from: datePartsOf(r.form, "from"), to: datePartsOf(r.form, "to") }}
        problems={reader.problems}
      />,
      422,
    );
  const id = await createSession(r.act, {
    title,
    language: languageIn(r.form.text("language")),
    course: course.id,
    organisation: r.association,
    planLine: line?.id ?? null,
    mandate: line === undefined ? mandate : mandate || null,
    dates,
    mode: modeIn(r.form.text("mode")),
    places,
    groups: line !== undefined && line.groups.length > 0 ? line.groups : course.groups,
    seats: line?.seats ?? new Map(),
    modality: course.modality,
    domain: line?.domain ?? course.domain,
    programme: line?.programme ?? course.programme,
  });
  return go(paths.session(id));
}

function partOf(r: Request): EditPart {
  const part = PARTS.find((one) => one === param(r, "part"));
  if (part === undefined) throw new Problem(p.noSession);
  return part;
}

async function ruleOf(r: Request, session: Session): Promise<{ days: number; day: string }> {
  const days = numberOf(await ruleSetFor(r.db, "plan", r.today), "nominations_close_before");
  return { days, day: addWorkingDays(r.pack.calendar, session.from, -days) };
}

async function hostOptions(r: Request): Promise<Option[]> {
  return (await membersOn(r.db, r.today, r.language)).map((member) => ({ value: member.id, text: member.name }));
}

async function seatFields(
  r: Request,
  session: Session,
  typed: Typed | null,
): Promise<{ organisation: string; name: string; value: string }[]> {
  const members = await membersOn(r.db, r.today, r.language);
  const given = new Map((await seatsOf(r.db, session.id)).map((row) => [row.organisation, row.seats]));
  const known = new Set(members.map((member) => member.id));
  const extra = [...given.keys(), r.association].filter((id) => !known.has(id));
  const others = extra.length === 0 ? [] : await organisationsOn(r.db, { ids: extra, on: r.today, language: r.language });
  return [...members, ...others].map((one) => ({
    organisation: one.id,
    name: one.name,
    value: typed?.[`seat-${one.id}`] ?? String(given.get(one.id) ?? 0),
  }));
}

async function hostOf(r: Request, session: Session): Promise<string> {
  if (session.territory === null) return "";
  const row = await r.db
    .selectFrom("registry.governs")
    .select("organisation")
    .where("territory", "=", session.territory)
    .where("to_day", "is", null)
    .executeTakeFirst();
  return row?.organisation ?? "";
}

async function valuesFor(r: Request, session: Session): Promise<Typed> {
  const halves = new Set((await partsOf(r.db, [session.gathering])).map((part) => part.half));
  return {
    title: session.title,
    language: session.language,
    mandate: session.mandate ?? "",
    funder: session.funder ?? "",
    halves: halves.size === 1 ? ([...halves][0] ?? "both") : "both",
    mode: session.mode,
    place: session.place ?? "",
    host: await hostOf(r, session),
    link: session.link ?? "",
    places: String(session.places),
  };
}

async function editPage(
  r: Request,
  session: Session,
  part: EditPart,
  sent: { readonly values: Typed; readonly reader: Reader } | null,
): Promise<Reply> {
  const rule = await ruleOf(r, session);
  const own = session.nominationsClose === rule.day ? null : session.nominationsClose;
  return show(
    <EditView
      shell={r.shell}
      session={session}
      part={part}
      values={sent?.values ?? (await valuesFor(r, session))}
      chosen={
        sent === null
          ? { access: session.venueAccess, groups: session.groups }
          : { access: sent.reader.form.all("access"), groups: sent.reader.form.all("groups") }
      }
      dates={
        sent === null
          ? { from: partsOfDay(session.from), to: partsOfDay(session.to), closes: partsOfDay(own) }
          : {
              from: datePartsOf(sent.reader.form, "from"),
              to: datePartsOf(sent.reader.form, "to"),
              closes: datePartsOf(sent.reader.form, "closes"),
            }
      }
      rule={rule}
      hosts={part === "venue" ? await hostOptions(r) : []}
      seats={part === "people" ? await seatFields(r, session, sent?.values ?? null) : []}
      problems={sent?.reader.problems ?? []}
    />,
    sent === null ? 200 : 422,
  );
}

async function edit(r: Request): Promise<Reply> {
  return editPage(r, await readSession(r), partOf(r), null);
}

/** Reads one part of a session from its form; the function it returns writes it. */
function readPart(r: Write, session: Session, part: EditPart, reader: Reader): () => Promise<void> {
  const { form, act: writing } = r;
  if (part === "title") {
    const title = textIn(reader, "title", w.titleMissing, 200);
    const mandate = form.text("mandate") || session.mandate;
    const funder = form.text("funder");
    return () =>
      saveTitle(writing, session, {
        title,
        language: languageIn(form.text("language")),
        funder: hasCode(r.pack, "funding_source", funder) ? funder : null,
        mandate,
      });
  }
  if (part === "dates") {
    const dates = datesIn(reader);
    const closes = dayIn(reader, "closes", null);
    if (dates !== null && closes !== null && closes > dates.from) note(reader, "closes-day", p.closesLate.text);
    return async () => {
      if (dates !== null) await saveDates(writing, session, dates, closes);
    };
  }
  if (part === "venue") {
    const link = form.text("link");
    if (link !== "" && !/^https:\/\/\S+$/.test(link)) note(reader, "link", w.linkWrong);
    const host = form.text("host");
    const codes = new Set(form.all("access"));
    const access = codesOf(r.pack, "access_need").flatMap((code) => (codes.has(code.code) ? [code.code] : []));
    const place = textIn(reader, "place", null, 200) || null;
    return () =>
      saveVenue(writing, session, { mode: modeIn(form.text("mode")), place, host: isId(host) ? host : null, access, link: link || null });
  }
  const groups = new Set(form.all("groups"));
  const places = wholeIn(reader, "places", { low: 1, high: MOST_PLACES }, null) ?? 1;
  const names = form.names().filter((name) => name.startsWith("seat-") && isId(name.slice(5)));
  const seats = new Map(names.map((name) => [name.slice(5), wholeIn(reader, name, { low: 0, high: MOST_PLACES }, null) ?? 0]));
  const given = [...seats.values()].reduce((sum, count) => sum + count, 0);
  if (given > places) note(reader, "places", p.tooManySeats.text, { seats: given, places });
  return () =>
    saveSeats(writing, session, { groups: r.pack.groups.flatMap((group) => (groups.has(group.code) ? [group.code] : [])), places, seats });
}

async function save(r: Write): Promise<Reply> {
  const session = await writeSession(r);
  const part = partOf(r);
  const reader = reading(r.form);
  const write = readPart(r, session, part, reader);
  if (reader.problems.length > 0) return editPage(r, session, part, { values: r.form.values(), reader });
  await write();
  return go(`${paths.session(session.id)}?done=done`);
}

export const editRoutes: readonly Route[] = [
  page(paths.newSession, verbs.run, newForm),
  act(paths.newSession, verbs.run, create),
  page(paths.edit(":id", ":part"), verbs.run, edit),
  act(paths.edit(":id", ":part"), verbs.run, save),
];
