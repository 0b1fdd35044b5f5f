/** Demonstration of plans: last year's closed, this year's running with some money missing, next year's being drafted from needs that wait. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { addWorkingDays } from "#kernel/calendar/calendar.ts";
import { addDays, addMonths, type Day } from "#kernel/calendar/day.ts";
import { fiscalYearAfter, fiscalYearOf, type FiscalYear } from "#kernel/calendar/fiscal-year.ts";
import { openNeeds } from "#modules/needs";
import { newId } from "#platform/db/ids.ts";
import { addWay, chooseWay, leaveOut, putLine, putTogether, writeLine } from "./actions-lines.ts";
import { closePlan, goOn, inviteComments, makePlan, recordDecision, startPlan, type Decided } from "./actions-plan.ts";
import { answerComment, recordRevision, sayComment, startRevision, submitRevision, writeChange } from "./actions-running.ts";
import { contentOf } from "./content.ts";
import { ACTIVITIES, CLOSING, COMMENTS, REVISION } from "./demo-lines.ts";
import { castOf, contentsFor, holderOf, morning, type Cast } from "./demo-write.ts";
import { commentsOf, linesOfPlan, thePlan } from "./queries.ts";
import { isCourse } from "./rules.ts";
import type { LineContent } from "./schema.ts";
import { takeWords, writeWords } from "./wordings.ts";

interface Story {
  readonly cast: Cast;
  readonly demo: DemoContext;
  readonly manager: Actor;
  readonly leader: Actor;
}

const decidedOn = (organ: string, on: Day, number: string, outcome: Decided["outcome"] = "adopted"): Decided => ({
  organ,
  on,
  number,
  outcome,
  reasons: null,
  language: null,
  file: null,
});

async function planOf({ demo, manager }: Story, year: FiscalYear, on: Day): Promise<string> {
  return demo.act(manager, morning(demo, on), (act) =>
    makePlan(act, {
      organisation: demo.association,
      fiscalYearStart: year.start,
      title: `Capacity-building plan ${year.label}`,
      language: "en",
      purpose: "To put means where districts say they lack most, and to see at work what a course has changed.",
    }),
  );
}

/** Writes a year's lines in one act, with one entry in the journal. */
async function writeAll({ demo, manager }: Story, plan: string, contents: readonly LineContent[], on: Day): Promise<void> {
  await demo.act(manager, morning(demo, on), async (act) => {
    const found = await thePlan(act.tx, plan);
    for (const content of contents) await putLine(act, found, newId(), content);
    await act.journal({ kind: "plans.plan.changed", subject: { kind: "plans.plan", id: plan }, payload: { lines: contents.length } });
  });
}

async function commented({ demo, cast, manager }: Story, plan: string, on: Day): Promise<void> {
  const districts = cast.members.filter((member) => member.via === null);
  for (const [index, comment] of COMMENTS.entries()) {
    const organisation = districts[index * 7 + 3]?.id;
    const who = organisation === undefined ? null : await holderOf(demo, organisation, "executive_secretary");
    if (who === null) continue;
    const at = morning(demo, addDays(on, 2 + index), 45);
    await demo.act(who, at, (act) => sayComment(act, { plan, line: null, text: comment.text, language: "en" }));
  }
  for (const [index, comment] of (await commentsOf(demo.db, plan)).entries()) {
    const answer = COMMENTS.find((one) => one.text === comment.text)?.answer ?? "";
    await demo.act(manager, morning(demo, addDays(on, 8), index), (act) =>
      answerComment(act, { plan, comment: comment.id, answer, language: "en" }),
    );
  }
}

/** Takes a written plan through comments and organs to its start. */
async function adopted(story: Story, plan: string, year: FiscalYear, opened: Day): Promise<void> {
  const { demo, manager, leader } = story;
  const label = year.start.slice(0, 4);
  await demo.act(manager, morning(demo, addDays(opened, -2)), (act) => goOn(act, plan, "compare"));
  await demo.act(manager, morning(demo, addDays(opened, -1)), (act) => goOn(act, plan, "write"));
  await demo.act(manager, morning(demo, opened), (act) => inviteComments(act, plan));
  await commented(story, plan, opened);
  const heard = addWorkingDays(demo.pack.calendar, opened, 12);
  await demo.act(manager, morning(demo, heard), (act) =>
    recordDecision(act, plan, "forward", decidedOn("commission", heard, `COM/${label}/02`, "noted")),
  );
  const endorsed = addDays(heard, 4);
  await demo.act(leader, morning(demo, endorsed), (act) =>
    recordDecision(act, plan, "endorse", decidedOn("secretariat", endorsed, `SG/${label}/118`)),
  );
  const confirmed = addDays(endorsed, 12);
  await demo.act(leader, morning(demo, confirmed), (act) =>
    recordDecision(act, plan, "confirm", decidedOn("executive_committee", confirmed, `EC/${label}/07`)),
  );
  const assembly = addDays(year.start, -9);
  await demo.act(leader, morning(demo, assembly), (act) =>
    recordDecision(act, plan, "adopt", decidedOn("general_assembly", assembly, `GA/${label}/03`)),
  );
  await translated(story, plan, year.label, addDays(assembly, 2));
  await demo.act(manager, morning(demo, year.start), (act) => startPlan(act, plan));
}

/** Puts the adopted plan into French; Kinyarwanda is left to somebody who writes it well, and the page says that it is missing. */
async function translated({ demo, manager, leader }: Story, plan: string, label: string, on: Day): Promise<void> {
  const title = `Plan de renforcement des capacités ${label}`;
  const body = "Mettre des moyens là où les districts disent en manquer le plus, et constater au travail ce qu’une formation a changé.";
  await demo.act(manager, morning(demo, on), (act) => writeWords(act, { plan, language: "fr", title, body, complete: true }));
  await demo.act(leader, morning(demo, addDays(on, 1)), (act) => takeWords(act, plan, "fr", "review"));
  await demo.act(leader, morning(demo, addDays(on, 1)), (act) => takeWords(act, plan, "fr", "approve"));
}

/** Money that moved for lines that are over: committed before, paid after, and what payers sent. One statement, one entry. */
async function spend({ demo, manager }: Story, plan: string, until: Day): Promise<void> {
  const lines = (await linesOfPlan(demo.db, plan)).filter((line) => line.state !== "dropped" && line.to !== null && line.to < until);
  const rows = lines.flatMap((line) =>
    line.money.flatMap((one, index) => {
      const base = {
        line: one.id,
        certainty: "claimed",
        source: "typed",
        file: null,
        post: manager.post,
        recorded_at: morning(demo, addDays(line.to ?? until, 3)),
      };
      const number = `${line.number}/${index + 1}`;
      if (one.side === "funding")
        return [
          { ...base, id: newId(), kind: "receipt", amount: one.minor, day: addDays(line.from ?? until, -10), reference: `R ${number}` },
        ];
      const paid = Math.round((one.minor * (90 + ((line.number * 7 + index) % 11))) / 100);
      return [
        { ...base, id: newId(), kind: "commitment", amount: one.minor, day: addDays(line.from ?? until, -8), reference: `C ${number}` },
        { ...base, id: newId(), kind: "payment", amount: paid, day: line.to, reference: `P ${number}` },
      ];
    }),
  );
  await demo.act(manager, morning(demo, addDays(until, -1)), async (act) => {
    await sql`insert into money.entry select * from jsonb_populate_recordset(null::money.entry, ${JSON.stringify(rows)}::jsonb)`.execute(
      act.tx,
    );
    await act.journal({ kind: "plans.money.entered", subject: { kind: "plans.plan", id: plan }, payload: { entries: rows.length } });
  });
}

/** Activities that are no courses leave no list of participants: the manager says when they were done. */
async function settleOthers({ demo, manager }: Story, plan: string, until: Day): Promise<void> {
  const done = (await linesOfPlan(demo.db, plan)).filter(
    (line) => line.state === "planned" && !isCourse(demo.pack, line.modality) && line.to !== null && line.to < until,
  );
  for (const line of done)
    await demo.act(manager, morning(demo, addDays(line.to ?? until, 2)), async (act) => {
      await act.tx
        .updateTable("plans.line")
        .set({ state: "done", settled_on: act.today, settlement: "Held as planned; the note of it is with the coordinator." })
        .where("id", "=", line.id)
        .execute();
      await act.journal({ kind: "plans.line.done", subject: { kind: "plans.line", id: line.id }, payload: { plan } });
    });
}

/** Last year: planned on mandates, revised at mid-year when the needs were known, closed in July. */
async function lastYear(story: Story, year: FiscalYear): Promise<void> {
  const { demo, cast, manager, leader } = story;
  const plan = await planOf(story, year, addDays(year.start, -150));
  await writeAll(story, plan, await contentsFor(cast, ACTIVITIES.slice(0, 21), year.start, false), addDays(year.start, -120));
  await adopted(story, plan, year, addDays(year.start, -85));
  const half = addDays(addMonths(year.start, 7), 12);
  await demo.act(manager, morning(demo, half), (act) => startRevision(act, plan));
  const lines = await linesOfPlan(demo.db, plan);
  const later = lines.filter((line) => line.from !== null && line.from > addDays(half, 40));
  const drop = later.at(-1);
  if (drop !== undefined)
    await demo.act(manager, morning(demo, addDays(half, 1)), (act) =>
      writeChange(act, { plan, line: drop.id, kind: "drop", content: null, reason: REVISION.drop, language: "en" }),
    );
  const grow = later[0];
  if (grow !== undefined)
    await demo.act(manager, morning(demo, addDays(half, 1), 20), (act) =>
      writeChange(act, {
        plan,
        line: grow.id,
        kind: "change",
        content: { ...contentOf(grow), venue: "A hall of the neighbouring district" },
        reason: REVISION.move,
        language: "en",
      }),
    );
  await demo.act(manager, morning(demo, addDays(half, 3)), (act) => submitRevision(act, plan));
  const on = addDays(half, 16);
  await demo.act(leader, morning(demo, on), (act) =>
    recordRevision(act, plan, decidedOn("executive_committee", on, `EC/${on.slice(0, 4)}/02`)),
  );
  await spend(story, plan, addDays(year.end, 1));
  await settleOthers(story, plan, addDays(year.end, 1));
  await demo.act(manager, morning(demo, addDays(year.end, 20)), (act) => closePlan(act, plan, CLOSING));
}

async function thisYear(story: Story, year: FiscalYear): Promise<void> {
  const { demo, cast } = story;
  const plan = await planOf(story, year, addDays(year.start, -140));
  await writeAll(story, plan, await contentsFor(cast, ACTIVITIES, year.start, true), addDays(year.start, -100));
  await adopted(story, plan, year, addDays(year.start, -78));
  await spend(story, plan, demo.today);
  await settleOthers(story, plan, demo.today);
}

/** Next year: needs that wait are put together, ways compared; some have become lines, one lacks nearly everything. */
async function nextYear(story: Story, year: FiscalYear): Promise<void> {
  const { demo, cast, manager } = story;
  const plan = await planOf(story, year, addDays(demo.today, -21));
  const unit = 10 ** demo.pack.currency.exponent;
  const waiting = await openNeeds(demo.db, demo.pack, {});
  for (const [index, [domain, needs]] of [...Map.groupBy(waiting, (need) => need.domain)].entries()) {
    const on = morning(demo, addDays(demo.today, -18), index * 7);
    const first = needs[0];
    if (first === undefined) continue;
    const title = first.kind === "gap" ? `Needs in ${domain}` : first.statement;
    const bundle = await demo.act(manager, on, (act) =>
      putTogether(act, { plan, title, language: "en", domain, groups: ["directors"], needs: needs.map((need) => need.id), mandate: null }),
    );
    if (first.cause === "infrastructure") {
      await demo.act(manager, on, (act) =>
        leaveOut(act, { plan, bundle, reason: "Pipes are missing, not skill: raised with the ministry instead." }),
      );
      continue;
    }
    for (const way of [
      first.cause === "knowledge_skill"
        ? { modality: "coaching", places: 12, days: 90, cost: 6_400_000, note: "One coach for three districts, every second week" }
        : {
            modality: "embedded_adviser",
            places: 2,
            days: 60,
            cost: 7_800_000,
            note: "An adviser who sits with the office for two months",
          },
      {
        modality: "problem_clinic",
        places: 20,
        days: 2,
        cost: 2_900_000,
        note: "Districts that have solved it, and those that have not, around one table",
      },
    ])
      await demo.act(manager, on, (act) =>
        addWay(act, { plan, bundle, modality: way.modality, places: way.places, days: way.days, minor: way.cost * unit, note: way.note }),
      );
  }
  const mandate = await demo.act(manager, morning(demo, addDays(demo.today, -15)), (act) =>
    putTogether(act, {
      plan,
      title: "Induction of leaders elected in the coming local elections",
      language: "en",
      domain: "LDG",
      groups: ["elected_district_leaders"],
      needs: [],
      mandate: "Induction of newly elected leaders within thirty days of swearing in",
    }),
  );
  const way = await demo.act(manager, morning(demo, addDays(demo.today, -15), 10), (act) =>
    addWay(act, {
      plan,
      bundle: mandate,
      modality: "induction",
      places: 180,
      days: 3,
      minor: 21_000_000 * unit,
      note: "In five regions at once",
    }),
  );
  await demo.act(manager, morning(demo, addDays(demo.today, -14)), (act) => chooseWay(act, { plan, bundle: mandate, way }));
  await demo.act(manager, morning(demo, addDays(demo.today, -14), 30), (act) => goOn(act, plan, "compare"));
  const drafts = await contentsFor(cast, ACTIVITIES.slice(0, 3), year.start, true);
  for (const [index, content] of drafts.slice(0, 9).entries())
    await demo.act(manager, morning(demo, addDays(demo.today, -8), index * 9), (act) =>
      writeLine(act, plan, null, index % 3 === 2 ? { ...content, responsible: null, money: [] } : content),
    );
  await demo.act(manager, morning(demo, addDays(demo.today, -4)), (act) => goOn(act, plan, "write"));
}

/** The whole demonstration of this module. Without people in posts there is nobody to tell it about. */
export async function demo(demo: DemoContext): Promise<void> {
  const manager = await holderOf(demo, demo.association, "capacity_manager");
  const leader = await holderOf(demo, demo.association, "secretary_general");
  if (manager === null || leader === null) return;
  const story: Story = { cast: await castOf(demo), demo, manager, leader };
  const year = fiscalYearOf(demo.pack.calendar, demo.today);
  await lastYear(story, fiscalYearAfter(demo.pack.calendar, year, -1));
  await thisYear(story, year);
  await nextYear(story, fiscalYearAfter(demo.pack.calendar, year, 1));
}
