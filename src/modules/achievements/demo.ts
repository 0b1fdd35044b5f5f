/** Demonstration: a released report of last year, a frozen one of this year that waits, three stories with different consents, two imported lists. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { actorFor } from "#kernel/access/session.ts";
import { addDays, startOfDay, type Day } from "#kernel/calendar/day.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { fiscalYearAfter, fiscalYearOf } from "#kernel/calendar/fiscal-year.ts";
import { demoListFile, type DemoList } from "./demo-list.ts";
import { confirmList, keepList, planList, takeList } from "./past-lists.ts";
import { beginReport, freezeReport, releaseReport } from "./reports.ts";
import { tellStory, withdrawConsent, type NewStory } from "./stories.ts";

const HOUR = 3_600_000;

async function actorOf(demo: DemoContext, login: string): Promise<Actor | null> {
  const row = await demo.db.selectFrom("access.account").select("person").where("login", "=", login).executeTakeFirst();
  return row === undefined ? null : actorFor(demo.db, demo.pack, row.person, demo.today);
}

/** Ten in the morning, so many working days before today. */
function moment(demo: DemoContext, daysAgo: number): Date {
  const day = addWorkingDays(demo.pack.calendar, demo.today, -daysAgo);
  return new Date(startOfDay(day, demo.pack.timeZone).getTime() + 10 * HOUR);
}

async function importList(demo: DemoContext, by: Actor, at: Date, name: string, list: DemoList): Promise<void> {
  const bytes = await demoListFile(demo, list);
  if (bytes === null) return;
  const file = { bytes, name };
  const settings = { programme: list.funder, modality: "induction" };
  await demo.act(by, at, async (act) => {
    const id = await keepList(act, file, settings, await planList(act.tx, demo.pack, act.today, file, settings));
    await confirmList(act, id);
    await takeList(act, id);
  });
}

/** Somebody who took part in something before a day and may be named, for a story; null without any. */
async function learner(demo: DemoContext, before: Day): Promise<string | null> {
  const { rows } = await sql<{ person: string }>`
    select coalesce(p.merged_into, p.id) as person from portfolio.entry e join registry.person p on p.id = e.person
    where e.certainty = 'verified' and e.to_day < ${before} order by e.to_day desc, e.id limit 1`.execute(demo.db);
  return rows[0]?.person ?? null;
}

const STORIES: readonly Pick<NewStory, "place" | "changed" | "language" | "consent">[] = [
  {
    place: "Procurement officer of a district in the South",
    changed:
      "Before the course we wrote the tender file anew each time and three of ten came back. Now we start from the checklist that we made in the session, and the internal auditor looks at it first. Since March none came back.",
    language: "en",
    consent: "named",
  },
  {
    place: "Secrétaire exécutive de secteur, province de l’Est",
    changed:
      "Les citoyens attendaient deux semaines une réponse. Avec le registre que nous avons appris à tenir, chaque plainte a un nom, une date et un responsable ; la plupart reçoivent une réponse en cinq jours.",
    language: "fr",
    consent: "anonymous",
  },
  {
    place: "Council affairs specialist of a district in the North",
    changed: "We now send the papers to councillors ten days before the session, and the minutes are out within the week.",
    language: "en",
    consent: "anonymous",
  },
];

/** Two stories of the first weeks of a year, which its reports print, and one of the weeks before it that was taken back. */
async function tellStories(demo: DemoContext, by: Actor, yearStart: Day): Promise<void> {
  const person = await learner(demo, yearStart);
  for (const [index, story] of STORIES.entries()) {
    const named = story.consent === "named" && person !== null;
    const day = addWorkingDays(demo.pack.calendar, yearStart, 25 - index * 15);
    const at = new Date(startOfDay(day, demo.pack.timeZone).getTime() + 10 * HOUR);
    const wanted: NewStory = {
      ...story,
      changed: story.changed.replaceAll(" ;", "\u202f;"),
      consent: named ? "named" : "anonymous",
      person: named ? person : null,
      organisation: demo.association,
      programme: null,
      day,
      consentDay: day,
      scan: null,
    };
    const id = await demo.act(by, at, (act) => tellStory(act as Act<any>, wanted));
    if (index === 2) await demo.act(by, moment(demo, 5), (act) => withdrawConsent(act as Act<any>, id));
  }
}

/** A released report of the months of this year that were over ten working days ago: what residents were told of sessions that answer this year’s needs. */
async function reportMonths(demo: DemoContext, manager: Actor, chief: Actor, from: Day): Promise<void> {
  const frozen = moment(demo, 10);
  const to = addDays(`${frozen.toISOString().slice(0, 7)}-01`, -1);
  if (to < addDays(from, 30)) return;
  const report = { view: "association", programme: null, frame: null, language: "en", compares: null, from, to } as const;
  const id = await demo.act(manager, frozen, async (act) => {
    const begun = await beginReport(act, demo.association, report);
    await freezeReport(act, begun, "");
    return begun;
  });
  await demo.act(chief, moment(demo, 8), (act) => releaseReport(act, id));
}

/** Makes the demonstration; without the people it is told by there is none. */
export async function makeDemo(demo: DemoContext): Promise<void> {
  const manager = await actorOf(demo, "claudine");
  const chief = await actorOf(demo, "aimable");
  if (manager === null || chief === null) return;
  const year = fiscalYearOf(demo.pack.calendar, demo.today);
  const last = fiscalYearAfter(demo.pack.calendar, year, -1);
  await importList(demo, manager, moment(demo, 70), `Induction ${last.start.slice(0, 4)} list FINAL(2).csv`, {
    course: "Induction of new local government staff",
    funder: "GIZ",
    first: addDays(last.start, 70),
    began: { from: addDays(last.start, -400), to: addDays(last.start, 60) },
    known: 320,
    fresh: 130,
    from: 0,
  });
  await tellStories(demo, manager, year.start);
  const about = { view: "association", programme: null, frame: null, language: "en", compares: null } as const;
  const first = await demo.act(manager, moment(demo, 45), async (act) => {
    const id = await beginReport(act, demo.association, { ...about, from: last.start, to: last.end });
    await freezeReport(act, id, "");
    return id;
  });
  await demo.act(chief, moment(demo, 42), (act) => releaseReport(act, first));
  await importList(demo, manager, moment(demo, 12), "Service delivery August.csv", {
    course: "Handling citizens’ issues",
    funder: "EU",
    first: addDays(year.start, 34),
    known: 30,
    fresh: 50,
    from: 100,
  });
  await reportMonths(demo, manager, chief, year.start);
  await demo.act(manager, moment(demo, 2), async (act) => {
    const { rows } = await sql<{ id: string }>`select id from publication.release where about = ${first} and state = 'released'`.execute(
      act.tx,
    );
    const id = await beginReport(act, demo.association, { ...about, from: year.start, to: year.end, compares: rows[0]?.id ?? null });
    await freezeReport(act, id, "");
  });
}
