/** Reports: what each is about, and its frozen copies; the figures stand in the copies alone. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { drop, freeze, release, releaseById, releasesOf, withdraw, type Release } from "#kernel/publication/releases.ts";
import { DISCLOSURE, smallestCell } from "#kernel/publication/suppress.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { newId } from "#platform/db/ids.ts";
import type { Db } from "#platform/db/handle.ts";
import { LANGUAGES, plainText, speak, type Language, type Text } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { contentOf, definitionsFor, type Alias, type ContentInput, type ReportContent } from "./content.ts";
import { figuresOf } from "./figures.ts";
import { namerFor, type Names } from "./names.ts";
import { p } from "./problems.ts";
import { splitBy } from "./figures.ts";
import { wholeOf, type Scope } from "./scope.ts";
import { keepStory, storiesFor } from "./stories.ts";
import type { AchievementsTables } from "./tables.ts";
import { w } from "./words-report.ts";

/** Kinds of records: the report, and each frozen copy of it. */
export const REPORT = "achievements.report";
export const COPY = "achievements.copy";

export type Copy = Release<ReportContent>;

/** What a report is to be about. */
export interface NewReport {
  readonly view: "association" | "partner";
  readonly programme: string | null;
  /** The partner’s frame of indicators, for its names; null for ours. */
  readonly frame: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly language: Language;
  /** An earlier copy to compare with. */
  readonly compares: string | null;
}

/** A report as it stands. */
export interface Report extends NewReport {
  readonly id: string;
  readonly reference: string;
  readonly recordedAt: Date;
}

const SELECT = sql`
  select id, reference, view, programme, frame, from_day as "from", to_day as "to", language, compares, recorded_at as "recordedAt" from achievements.report`;

/** One report, or null. One query. */
export async function reportById(db: Db<any>, id: string): Promise<Report | null> {
  const { rows } = await sql<Report>`${SELECT} where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** A report of the list, with its newest copy. */
export interface ListedReport extends Report {
  readonly copy: string | null;
  readonly number: number | null;
  readonly state: Copy["state"] | null;
  readonly releasedAt: Date | null;
}

/** Reports, newest first, and how many there are. Two queries. */
export async function reportPage(
  db: Db<any>,
  limit: number,
  offset: number,
): Promise<{ readonly rows: ListedReport[]; readonly total: number }> {
  const { rows } = await sql<ListedReport>`
    select r.id, r.reference, r.view, r.programme, r.frame, r.from_day as "from", r.to_day as "to", r.language, r.compares, r.recorded_at as "recordedAt",
      c.id as copy, c.number, c.state, c.released_at as "releasedAt"
    from achievements.report r left join lateral (
      select id, number, state, released_at from publication.release where about = r.id order by number desc limit 1) c on true
    order by r.recorded_at desc, r.id limit ${limit} offset ${offset}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from achievements.report`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** Released copies that a new report can be compared with, newest first. One query. */
export async function comparable(
  db: Db<any>,
  limit = 20,
): Promise<readonly { readonly id: string; readonly reference: string; readonly number: number }[]> {
  const { rows } = await sql<{ id: string; reference: string; number: number }>`
    select c.id, r.reference, c.number from publication.release c join achievements.report r on r.id = c.about
    where c.state in ('released', 'corrected') order by c.released_at desc, c.number desc limit ${limit}`.execute(db);
  return rows;
}

/** Copies that hold a story, newest first. One query. */
export async function copiesWithStory(
  db: Db<any>,
  story: string,
): Promise<readonly { readonly id: string; readonly reference: string; readonly number: number }[]> {
  const { rows } = await sql<{ id: string; reference: string; number: number }>`
    select c.id, r.reference, c.number from publication.release c join achievements.report r on r.id = c.about
    where c.kind = ${COPY} and c.content @> ${JSON.stringify({ stories: [{ id: story }] })}::jsonb order by c.recorded_at desc`.execute(db);
  return rows;
}

/** Begins a report; its figures come with its first copy. */
export async function beginReport(act: Act<AchievementsTables>, organisation: string, wanted: NewReport): Promise<string> {
  const id = newId();
  const year = fiscalYearOf(act.pack.calendar, act.today).start.slice(0, 4);
  await sql`select pg_advisory_xact_lock(hashtextextended('achievements.report', 0))`.execute(act.tx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from achievements.report where reference like ${`ACH-${year}-%`}`.execute(act.tx);
  const reference = `ACH-${year}-${String((rows[0]?.count ?? 0) + 1).padStart(3, "0")}`;
  await act.tx
    .insertInto("achievements.report")
    .values({
      id,
      reference,
      organisation,
      view: wanted.view,
      programme: wanted.programme,
      frame: wanted.frame,
      from_day: wanted.from,
      to_day: wanted.to,
      language: wanted.language,
      compares: wanted.compares,
      post: act.author.post,
      recorded_at: act.now,
    })
    .execute();
  await act.journal({
    kind: "achievements.report.begun",
    subject: { kind: REPORT, id },
    payload: { reference, from: wanted.from, to: wanted.to },
  });
  return id;
}

/** What a partner calls our figures, by its frame. One query. */
async function aliasesIn(db: Db<any>, frame: string | null): Promise<Alias[]> {
  if (frame === null) return [];
  const { rows } = await sql<{ figure: string; code: string; names: Names }>`
    select i.code as figure, a.code, a.names from measure.alias a join measure.indicator i on i.id = a.indicator
    where a.frame = ${frame} order by a.code`.execute(db);
  return rows.map(({ figure, code, names }) => ({ figure: figure.replace(/^achievements\./, ""), code, names }));
}

/** The frames of indicators that partners use. One query. */
export async function framesKnown(db: Db<any>): Promise<string[]> {
  const { rows } = await sql<{ frame: string }>`select distinct frame from measure.alias order by 1`.execute(db);
  return rows.map((row) => row.frame);
}

/** The scope of a report. */
export const scopeOf = (report: Pick<Report, "from" | "to" | "programme">): Scope => ({
  ...wholeOf(report.from, report.to),
  programme: report.programme,
});

/** What the report would say now: the same computation as the page’s. */
export async function draftOf(db: Db<any>, pack: Pack, report: Report, today: Day): Promise<ContentInput> {
  const scope = scopeOf(report);
  const figures = await figuresOf(db, pack, { ...scope, to: scope.to > today ? today : scope.to }, "all", today);
  const districts = splitBy(figures.reach.cells, (cell) => cell.district).map((row) => row.code);
  return {
    reference: report.reference,
    view: report.view,
    figures,
    namer: await namerFor(db, pack, districts, today),
    aliases: await aliasesIn(db, report.frame),
    stories: (await storiesFor(db, report)).map(keepStory),
    floor: smallestCell(await ruleSetFor(db, DISCLOSURE, today)),
    today,
  };
}

/** The title of a report in every language. */
export function titleOf(pack: Pack, report: Pick<Report, "view" | "programme" | "from" | "to">): Text {
  const of = (language: Language): string => {
    const say = speak(language);
    const values = {
      from: formatDate(report.from),
      to: formatDate(report.to),
      programme: report.programme ?? "",
      association: say(pack.association.names),
    };
    return say(report.view === "partner" ? w.titlePartner : w.titleOwn, values);
  };
  return Object.fromEntries(LANGUAGES.map((language) => [language, plainText(of(language))[language]])) as unknown as Text;
}

async function wanted(act: Act<any>, id: string): Promise<Report> {
  const report = await reportById(act.tx, id);
  if (report === null) throw new Problem(p.noReport);
  return report;
}

/** Freezes what the report says now as its next copy. A second copy needs a reason. */
export async function freezeReport(act: Act<any>, id: string, reason: string): Promise<string> {
  const report = await wanted(act, id);
  const input = await draftOf(act.tx, act.pack, report, act.today);
  return freeze(act, {
    kind: COPY,
    about: id,
    title: titleOf(act.pack, report),
    period: { from: report.from, to: report.to },
    content: contentOf(input) as unknown as Readonly<Record<string, unknown>>,
    definitions: definitionsFor(input),
    reason,
  });
}

async function newest(act: Act<any>, report: string): Promise<Copy> {
  const [copy] = await releasesOf<ReportContent>(act.tx, report);
  if (copy === undefined) throw new Problem(p.noReport);
  return copy;
}

/** Releases the newest copy; whoever froze it does not release it. */
export async function releaseReport(act: Act<any>, id: string): Promise<void> {
  const copy = await newest(act, id);
  if (act.author.post !== null && copy.post === act.author.post) throw new Problem(p.ownCopy);
  await release(act, copy.id);
}

/** Drops the newest copy, which was never released. */
export async function dropCopy(act: Act<any>, id: string): Promise<void> {
  await drop(act, (await newest(act, id)).id);
}

/** Takes the released copy back and says why. */
export async function withdrawReport(act: Act<any>, id: string, reason: string): Promise<void> {
  await withdraw(act, (await newest(act, id)).id, reason);
}

/** One copy with its content, or null. */
export const copyById = (db: Db<any>, id: string): Promise<Copy | null> => releaseById<ReportContent>(db, id);

/** The copies of a report, newest first. */
export const copiesOf = (db: Db<any>, report: string): Promise<Copy[]> => releasesOf<ReportContent>(db, report);

/** Why figures of a period moved after a copy was frozen, counted from records. Four queries at most. */
export interface Moves {
  /** Entries of the period that were recorded later. */
  readonly entries: number;
  /** Of these, imported from lists. */
  readonly imported: number;
  /** Doubles joined with the person they are. */
  readonly joined: number;
  /** Doubles parted again. */
  readonly parted: number;
}

/** What was recorded between two moments and moves the figures of a period. */
export async function movesBetween(
  db: Db<any>,
  period: { readonly from: Day; readonly to: Day },
  after: Date,
  until: Date,
): Promise<Moves> {
  const { rows: entries } = await sql<{ entries: number; imported: number }>`
    select count(*)::int as entries, count(*) filter (where certainty = 'imported')::int as imported from portfolio.entry
    where to_day between ${period.from} and ${period.to} and recorded_at > ${after} and recorded_at <= ${until}`.execute(db);
  const { rows: people } = await sql<{ joined: number; parted: number }>`
    select count(*) filter (where kind = 'registry.person.merged')::int as joined, count(*) filter (where kind = 'registry.person.parted')::int as parted
    from journal.entry where kind in ('registry.person.merged', 'registry.person.parted') and recorded_at > ${after} and recorded_at <= ${until}`.execute(
    db,
  );
  return {
    entries: entries[0]?.entries ?? 0,
    imported: entries[0]?.imported ?? 0,
    joined: people[0]?.joined ?? 0,
    parted: people[0]?.parted ?? 0,
  };
}
